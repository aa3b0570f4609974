extension LanguageRules {
    static let fr: LanguageRules = {
        var rules = LanguageRules()
        rules.reading = .french
        rules.textLength = 1.1
        rules.dates = .french
        rules.messages = .french
        rules.aliases = { .french }
        rules.abbreviations = [
            "m", "mm", "mme", "mlle", "dr", "pr", "me", "st", "ste", "av", "bd", "art", "al", "cf", "ex", "p", "pp",
            "no", "n", "tél", "tel", "env", "réf", "ref",
        ]
        rules.speakers = ["j", "je", "nous", "mon", "ma", "on"]
        rules.functionWords = [
            "le", "la", "les", "du", "une", "est", "nous", "vous", "votre", "vos", "notre", "nos", "dans", "pour",
            "avec", "sur", "cette", "ces", "qui", "que", "pas", "par", "sont", "être", "aux", "ils", "elle",
            "ont", "avons", "avez", "et", "mais", "ne", "sans", "leur", "leurs", "sera", "ses", "tous", "toutes",
            "été", "où", "afin", "chez",
        ]
        rules.joints = ["et"]
        rules.alternatives = ["ou", "puis", "ensuite", "sinon", "soit", "bien"]
        rules.variantFillers = [
            "version", "texte", "message", "pour", "le", "la", "les", "l", "par", "sur", "notre", "page",
        ]
        rules.numberWords = .french
        rules.negations = .french
        rules.yes = ["oui", "o"]
        rules.no = ["non", "n"]
        rules.conditions = ["si"]
        rules.ifSo = ["si oui", "si c’est le cas", "si c'est le cas", "dans ce cas"]
        rules.ifNot = ["sinon", "si non", "si ce n’est pas le cas", "si ce n'est pas le cas", "dans le cas contraire"]
        rules.conditionOpenings = [
            "si", "s’il", "s'il", "uniquement si", "seulement si", "uniquement en cas", "seulement en cas", "en cas",
            "sauf si", "sauf en cas", "au moindre",
            "à moins", "lorsque", "quand", "uniquement", "seulement", "exclusivement", "la nuit", "de nuit",
            "le week-end", "les week-ends", "les jours fériés", "hors heures", "hors des heures",
            "en dehors des heures",
        ]
        rules.nameTitles = [
            "docteur", "docteure", "dr", "dre", "m.", "madame", "mademoiselle", "maître", "maitre", "me", "mlle", "mme",
            "monsieur", "pr", "prof", "professeur", "professeure",
        ]
        rules.foreignLetters = "äöß"
        rules.unnamed = [
            "à désigner", "à nommer", "à définir", "à déterminer", "à confirmer", "à préciser", "à compléter",
            "à trouver", "à pourvoir", "à recruter", "à venir", "à voir", "reste à désigner", "non désigné",
            "non désignée", "poste vacant", "poste à pourvoir", "vacant", "vacante", "inconnu", "inconnue",
            "quelqu'un", "quelqu’un", "a designer", "a definir", "a completer", "en recrutement",
            "en cours de recrutement", "recrutement en cours", "en cours de nomination", "à remplacer",
        ]
        rules.absences = [
            "en congé", "en congés", "en vacances", "absent", "absente", "en arrêt", "en arrêt maladie", "a quitté",
            "à la retraite",
        ]
        rules.calledOff = ["annulé", "reporté", "supprimé", "n’a pas eu lieu", "n'a pas eu lieu", "pas eu lieu"]
        rules.commands = [
            "verifier": "check", "vérifier": "check", "imprimer": "build", "approuver": "confirm",
            "valider": "confirm", "traduire": "translate",
        ]
        rules.callingCode = "33"
        return rules
    }()
}

extension ReadingMeasure {
    /// Kandel and Moles's adaptation of Flesch's ease to French (1958), read the same way.
    fileprivate static let french: ReadingMeasure = {
        var measure = ReadingMeasure(
            name: "Kandel-Moles", base: 207, perSentence: 1.015, perWord: 73.6, syllables: frenchSyllables)
        measure.elided = ["l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"]
        measure.sender = ["nous", "notre", "nos"]
        measure.reader = ["vous", "votre", "vos"]
        measure.notImperative = ["chez", "assez", "nez"]
        return measure
    }()
}

extension DateWords {
    fileprivate static let french: DateWords = {
        var words = DateWords()
        words.spellings = ["fevrier": 2, "aout": 8, "decembre": 12]
        words.dayEndings = ["er"]
        words.weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
        words.at = ["à"]
        words.noon = ["midi"]
        words.midnight = ["minuit"]
        words.clockWords = ["h", "heures", "heure"]
        words.rangeWords = ["à", "a", "et"]
        words.dayWords = ["le", "du", "au", "dès"]
        let days = words.weekdays + ["jour", "matin", "soir", "midi", "après-midi", "nuit"]
        words.everyDay = [
            "quotidien", "quotidienne", "quotidiennement", "heures de visite", "heures d'ouverture", "horaires",
            "toutes les nuits", "en semaine",
        ]
        for day in days { words.everyDay += ["chaque " + day, "tous les " + day + "s", "les " + day + "s"] }
        words.timeWords = ["à", "vers", "dès", "jusqu'à", "jusqu’à"]
        return words
    }()
}

extension MessageWords {
    fileprivate static let french: MessageWords = {
        var words = MessageWords()
        words.headings = [
            "facts": [
                "ce que nous savons", "ce que l'on sait", "ce qui est connu", "ce qui se passe", "ce qui s'est passé",
                "que se passe-t-il", "que s'est-il passé", "les faits", "faits", "dire les faits", "ce qui est arrivé",
                "ce qui marche", "ce qui ne marche pas", "ce qui fonctionne", "ce qui ne fonctionne pas",
                "ce qui a bien marché", "la situation", "situation", "point de situation", "effets connus",
                // Les formulaires des autorités.
                "nature", "nature de la violation", "nature de l'incident", "description de la violation",
                "description de l'incident", "à propos de la violation", "évaluation initiale",
            ],
            "unknowns": [
                "ce que nous ne savons pas", "ce que l'on ne sait pas", "ce que nous ignorons", "ne savons pas",
                "pas encore connu", "pas encore connus", "ce que nous cherchons", "ce qui reste à établir",
                "ce qui n'est pas connu", "en cours de vérification", "inconnu", "inconnues",
                "ce que nous vérifions",
            ],
            "impact": [
                "ce que cela change", "ce que cela veut dire", "ce que cela signifie", "conséquences pour vous",
                "effets pour vous", "services touchés", "services arrêtés", "services concernés", "impact", "impacts",
                "gravité et impact", "qui est concerné", "effets",
                "ce qui marche", "ce qui ne marche pas", "ce qui fonctionne",
                "ce qui ne fonctionne pas", "effets connus",
            ],
            "measures": [
                "ce que nous faisons", "ce que nous avons fait", "ce que nous changeons", "ce que nous avons changé",
                "mesures", "mesures prises", "nos actions", "actions", "actions menées", "nos mesures",
                // Les formulaires des autorités.
                "mesures prises ou prévues", "mesures prises ou envisagées", "mesures prises ou proposées",
                "mesures d'atténuation", "mesures correctives", "notre réponse",
            ],
            "advice": [
                "ce que vous pouvez faire", "ce que vous faites", "ce que vous devez faire", "que faire", "que faire…",
                "vos gestes", "nos conseils", "conseils", "consignes", "consigne", "ce que je vous demande",
                "ce que nous vous demandons", "demander", "ce que nous demandons", "comment vous protéger",
                "que pouvez-vous faire", "recommandations", "nos recommandations",
            ],
            "next-update": [
                "prochain point", "prochaines nouvelles", "prochaine information", "prochaines informations",
                "prochain message", "dire la suite", "la suite", "mises à jour", "mise à jour", "nouvelles",
                "prochaines étapes", "infos", "point",
            ],
            "contact": [
                "nous contacter", "contact", "contacts", "vos questions", "questions", "nous joindre", "qui appeler",
                "une question", "pour en savoir plus", "plus d'informations", "numéro d'appel", "point de contact",
                "coordonnées", "comment nous joindre", "comment nous contacter", "aide", "besoin d'aide",
                // Les formulaires des autorités.
                "délégué à la protection des données", "déléguée à la protection des données",
            ],
            "authenticity": [
                "comment vérifier…", "vérifier ce message", "vérifier nos messages", "reconnaître nos messages",
                "se présenter", "comment reconnaître…", "est-ce bien nous",
            ],
            "empathy": ["nous comprenons…", "nous pensons à vous", "je suis en colère"],
            "data": [
                "données", "quelles données", "quelles données…", "les données", "vos données", "données concernées",
                "données touchées", "enregistrements", "quelles informations", "quelles informations…",
                "données personnelles", "catégories de données", "catégories d'enregistrements",
                "catégories et nombre d'enregistrements", "nature des données",
            ],
            "consequences": [
                "ce que vous risquez", "conséquences", "risques", "vos risques", "conséquences probables",
                "conséquences possibles", "conséquences probables de la violation",
            ],
            "changed": [
                "ce qui a changé", "ce qui change", "ce qui est nouveau", "nouveautés", "nouveau", "depuis hier",
                "depuis notre dernier message", "ce que nous corrigeons", "correction", "corrections", "rectificatif",
            ],
            "apology": ["nos excuses", "excuses", "nous nous excusons"],
            "thanks": ["merci…", "remerciements"],
            "verdict": ["verdict", "résultat", "résultat de l'analyse", "notre analyse", "notre verdict"],
            "offer": ["nous vous proposons", "notre proposition", "un appel", "un appel avec nous"],
        ]
        words.unknowns = [
            "ne savons pas encore", "n'en savons pas plus", "n'en savons pas davantage", "n'est pas encore connu",
            "n'est pas encore connue", "ne sont pas encore connus", "ne sont pas encore connues", "ignorons encore",
            "ne sait pas encore", "pas encore connaissance",
        ]
        words.headingFillers = [
            "maintenant", "aujourd", "hui", "hier", "demain", "ce", "cet", "cette", "matin", "soir", "midi", "après",
            "semaine", "à", "jour", "jours", "l", "heure", "heures", "actuelle", "actuellement", "pour", "vous", "nous",
            "tous", "ici", "encore", "déjà", "d", "abord", "aussi", "en", "bref", "voici", "voilà", "le", "la", "les",
            "un", "une", "de", "du", "des", "nos", "vos", "notre", "votre", "h", "sur", "ou", "au",
        ]
        words.headingDenials = ["pas", "ne", "n", "jamais", "rien"]
        words.warnings = [
            "ne ", "n’", "n'", "jamais ", "hors service", "en panne", "indisponible", "coupé", "arrêt", "éteint",
            "sans ", "évite", "à la place", "au lieu", "faux ", "fausse", "remplace",
        ]
        words.invitations = ["n’hésit", "n'hésit"]
        words.numbered = [
            "client", "compte", "contrat", "police", "facture", "inventaire", "série", "commande", "dossier",
            "adhérent", "abonné", "référence", "carte", "immatriculation", "badge", "sinistre", "allocataire",
            "compteur",
        ]
        words.numberNames = ["numéro", "numero", "no", "n°", "nº", "num"]
        words.references = ["réf", "ref", "référence", "iban", "rib", "siret", "siren", "matricule"]
        words.thanks = ["merci", "remercions", "remercie"]
        words.blanks = [
            "À COMPLÉTER", "(à compléter)", "À PRÉCISER", "(à préciser)", "À DÉFINIR", "(à définir)", "À REMPLIR",
            "(à remplir)", "À RENSEIGNER", "(à renseigner)", "À CONFIRMER", "(à confirmer)", "(à vérifier)",
            "JJ/MM/AAAA", "JJ/MM/AA", "BROUILLON", "À VALIDER",
        ]
        words.officeLeftovers = [
            "Source du renvoi introuvable", "Signet non défini", "Cliquez ou appuyez ici", "Choisissez un élément",
            "Cliquez ici pour taper du texte", "Cliquez ici pour entrer du texte",
        ]
        words.blankSteps = [
            "idem", "dito", "voir ci-dessus", "cf ci-dessus", "supprimé", "supprimée", "annulé", "sans objet",
            "non applicable",
        ]
        words.noteLabels = ["interne"]
        words.noteTitles = [
            "note au rédacteur", "note à la rédaction", "note pour le rédacteur", "note à moi-même",
            "note du rédacteur", "à l'attention du rédacteur",
        ]
        words.noteOpenings = [
            "à valider par le juridique", "à valider par le service", "à valider par la direction",
            "à valider avec le juridique", "à valider en interne", "à faire valider", "à faire relire",
            "en attente de validation", "sous réserve de validation",
        ]
        words.noteSigns = ["NE PAS ENVOYER", "NE PAS PUBLIER", "NE PAS DIFFUSER"]
        words.exerciseSigns = ["EXERCICE EXERCICE", "EXERCICE – EXERCICE", "EXERCICE ! EXERCICE"]
        words.reservations = ["usage interne", "diffusion interne", "note interne"]
        words.frames = [
            "Envoyé de mon iPhone", "Envoyé depuis mon", "Envoyé à partir de", "Voici le message :",
            "Voici le message demandé", "Voici un projet de message", "Bien sûr ! Voici", "Certainement ! Voici",
        ]
        words.pageNumbers = ["Page # sur #", "Page #/#"]
        words.choiceWords = ["Variante", "VARIANTE", "OPTION"]
        words.blankSentences = [
            "à compléter", "à préciser", "à confirmer", "à définir", "à vérifier", "à remplir", "à renseigner",
            "à traduire", "à rédiger", "à déterminer", "à écrire", "à ajouter", "reste à définir",
            "reste à compléter", "texte à venir", "traduction à venir", "texte à compléter", "traduction à faire",
        ]
        words.blankValues = ["en attente", "à venir", "à voir", "sans titre", "non défini", "non renseigné"]
        words.blankNames = ["objet", "titre", "nom", "texte", "date", "société", "numéro"]
        words.blankLeads = [
            "Appelez", "appelez", "Contactez", "contactez", "numéro", "le", "la", "les", "au", "par", "chez", "avant",
            "à", "de", "M.", "Mme", "Madame", "Monsieur",
        ]
        return words
    }()
}

extension [String: Int] {
    /// Numbers as words, ordinals and parts of an hour among them.
    fileprivate static let french: [String: Int] = [
        "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
        "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20,
        "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100, "mille": 1000,
        "quinzaine": 15, "dizaine": 10, "douzaine": 12, "vingtaine": 20, "trentaine": 30, "centaine": 100,
        "demi": 30, "demie": 30, "quart": 15, "second": 2, "seconde": 2, "deuxième": 2, "troisième": 3,
        "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10,
    ]
}
