extension Aliases {
    static let french: Aliases = {
        var aliases = Aliases()
        aliases.kinds = [
            "personne": "people", "personnes": "people", "annuaire": "people", "canal": "channels",
            "canaux": "channels", "systeme": "systems", "systemes": "systems", "activite": "activities",
            "activites": "activities", "public": "audiences", "publics": "audiences", "scenarii": "scenarios",
            "liste": "checklist", "extrait": "snippet", "extraits": "snippet", "champ": "fields", "champs": "fields",
            "dossier": "packs", "dossiers": "packs", "exercice": "drills", "exercices": "drills",
            "vocabulaire": "vocabulary", "lexique": "vocabulary",
        ]
        aliases.keys = [
            "titre": ["title", "name"], "nom": ["name", "title"], "titulaire": ["holder"], "suppleant": ["deputies"],
            "suppleants": ["deputies"], "equipe": ["team"], "horaires": ["hours"], "metier": ["job"],
            "fonction": ["job"], "langues": ["locales"], "langue": ["locales", "locale"], "prive": ["private"],
            "verifie": ["verified"], "depend-de": ["depends-on"], "adresse": ["address"], "expediteur": ["sender"],
            "limite": ["limit"], "fournisseur": ["supplier"], "canaux": ["channels"], "canal": ["channels"],
            "publics": ["audiences"], "public": ["audiences"], "taille": ["size"], "autorite": ["authority"],
            "loi": ["law"], "etapes": ["stages"], "etape": ["stages"], "phase-de": ["phase"], "objet": ["subject"],
            "sujet": ["subject"], "proprietaire": ["owner"], "responsable": ["owner"], "validation": ["approver"],
            "valideur": ["approver"], "apres": ["after"], "envoi": ["send"], "delai": ["deadline"],
            "exemple": ["example"], "choix": ["choices"], "couvre": ["covers"], "pour": ["for"],
            "inclut": ["include"], "contenu": ["include", "contents"], "papier": ["paper"],
            "exemplaires": ["copies"], "imprime": ["printed"], "eviter": ["avoid"], "terme": ["term"],
            "preferer": ["prefer"], "intertitres": ["headings"], "constats": ["found"], "revue": ["review"],
            "niveaux": ["levels"], "jours-feries": ["holidays"], "regles": ["rules"], "utilise": ["uses"],
            "organisme": ["organisation"], "fuseau": ["timezone"], "affecte": ["affects"],
            "desactive": ["disables"], "prestataire": ["supplier"], "operateur": ["operated-by", "supplier"],
            "exploitant": ["operated-by"], "opere-par": ["operated-by"], "tenu-par": ["operated-by"],
            "lien": ["address", "source"], "telephone": ["address", "reach"], "numero": ["address"],
            "courriel": ["address", "reach"],
        ]
        aliases.values = [
            "clique": ["clicked"], "j-ai-clique": ["clicked"], "hameconnage": ["phishing"],
            "fausse-alerte": ["false-alarm"],
            "avant": ["before"], "tous": ["all"], "toutes": ["all"], "tout": ["all", "everything"],
            "pendant": ["during"], "apres": ["after"], "clients": ["customers"],
            "client": ["customers"], "salaries": ["employees"], "employes": ["employees"], "presse": ["press"],
            "autorites": ["authorities"], "partenaires": ["partners"], "fournisseurs": ["partners"],
            "investisseurs": ["investors"], "direction": ["executive"], "technique": ["technical"],
            "juridique": ["legal"], "metier": ["business"], "courriel": ["email"], "telephone": ["voice"],
            "appel": ["voice"], "courrier": ["letter"], "affichage": ["display"], "site": ["web"],
            "nombre": ["number"], "texte": ["text"], "heure": ["time"], "oui": ["true"], "non": ["false"],
            "bureau": ["office"], "faits": ["facts"], "inconnues": ["unknowns"], "mesures": ["measures"],
            "conseils": ["advice"], "desactive": ["off"], "erreur": ["error"], "avertissement": ["warning"],
            "lettre": ["Letter"], "texto": ["sms"], "7j-7": ["24/7"], "24h-24-7j-7": ["24/7"], "permanent": ["24/7"],
            "astreinte": ["24/7"], "heures-de-bureau": ["office"], "heures-ouvrables": ["office"],
            "heures-ouvrees": ["office"],
            "journal": ["log"], "main-courante": ["log"], "horloge": ["clock"], "securite": ["safety"],
            "isoler": ["isolate"], "preuve": ["evidence"], "preuves": ["evidence"], "niveau": ["level"],
            "canaux": ["channels"], "veille": ["watch"], "risque": ["risk"], "registre": ["register"],
            "releve": ["hand-over"], "reprise": ["recovery"], "fin": ["end"], "bilan": ["review"],
        ]
        aliases.units = [
            "h": ["heure", "heures"], "d": ["j", "jour", "jours"], "w": ["sem", "semaine", "semaines", "s"],
            "mo": ["mois"], "y": ["a", "an", "ans", "année", "années"],
            "bd": ["jo", "jouvré", "joursouvrés", "joursouvres", "jourouvré"],
        ]
        aliases.rhythms = ["quotidien": "1d", "quotidiennement": "1d", "hebdomadaire": "1w", "mensuel": "1mo"]
        for (word, count) in [("2", 2), ("deux", 2), ("3", 3), ("trois", 3), ("4", 4), ("quatre", 4)] {
            aliases.rhythms["\(word) fois par jour"] = "\(24 / count)h"
        }
        aliases.lengths = [
            "l'heure": "1h", "une heure": "1h", "la demi-heure": "30min", "une demi-heure": "30min",
            "demi-heure": "30min", "une demi heure": "30min", "le quart d'heure": "15min", "un quart d'heure": "15min",
            "quart d'heure": "15min", "deux heures": "2h", "une heure et demie": "90min", "la journée": "1d",
            "un jour": "1d", "une journée": "1d", "une semaine": "1w", "la semaine": "1w",
        ]
        aliases.lengthLeads = ["dans", "sous", "d'ici", "les", "la", "prochaine", "prochaines", "moins", "de", "en"]
        aliases.rhythmLeads = ["toutes les", "tous les", "chaque", "par"]
        aliases.backupEndings = ["copie", "ancien", "sauvegarde"]
        aliases.timeLeads = [
            "avant", "dès", "à", "vers", "jusqu", "jusqu’à", "jusqu'à", "après", "d", "ici", "environ", "au", "plus",
            "tard", "partir", "de", "sous", "dans",
        ]
        aliases.timeOpenings = ["dès", "après", "partir"]
        aliases.atOnce = [
            "immédiatement", "tout de suite", "maintenant", "aussitôt", "sans délai", "de suite", "dès que possible",
            "au plus vite", "au plus tôt", "sans retard", "sans retard injustifié", "sans délai indu",
        ]
        aliases.timeRanges = ["à", "au", "et"]
        aliases.languages = [
            "français": "fr", "francais": "fr", "anglais": "en", "allemand": "de", "espagnol": "es",
            "italien": "it", "néerlandais": "nl", "portugais": "pt", "breton": "br",
        ]
        return aliases
    }()
}
