import PlancMarkup
import PlancSchema

/// French names, and singulars for plurals, where the language's own word was meant.
enum Slips {
    /// The kind that a mistyped `kind:` means.
    static func kind(_ written: String) -> String? {
        let name = Form.id(from: written) ?? written
        if Schema[name] != nil { return name }
        if let entity = EntityKind(rawValue: name) { return entity.registryKey }
        if let entity = EntityKind.allCases.first(where: { $0.registryKey == name }) { return entity.rawValue }
        return kinds[name]
    }

    /// The key that a French, singular or plural name means, among those that may stand there.
    static func key(_ written: String, among names: [String]) -> String? {
        let name = Form.id(from: written) ?? written
        if names.contains(name) { return name }
        if let known = keys[name]?.first(where: names.contains) { return known }
        let variants = name.hasSuffix("s") ? [String(name.dropLast())] : [name + "s"]
        if let variant = variants.first(where: names.contains) { return variant }
        if name.hasSuffix("y"), names.contains(name.dropLast() + "ies") { return name.dropLast() + "ies" }
        return nil
    }

    /// The word of a vocabulary that a French one means.
    static func value(_ written: String, among words: [String]) -> String? {
        let name = Form.id(from: written) ?? written
        if words.contains(name) { return name }
        if let known = values[name]?.first(where: words.contains) { return known }
        let variants = name.hasSuffix("s") ? [String(name.dropLast())] : [name + "s"]
        return variants.first(where: words.contains)
    }

    private static let kinds = [
        "personne": "people", "personnes": "people", "persons": "people", "contacts": "people", "annuaire": "people",
        "canal": "channels", "canaux": "channels", "systeme": "systems", "systemes": "systems",
        "activite": "activities", "activites": "activities", "public": "audiences", "publics": "audiences",
        "audience": "audiences", "scenarii": "scenarios", "liste": "checklist", "check-list": "checklist",
        "checklists": "checklist", "messages": "message", "extrait": "snippet", "extraits": "snippet",
        "snippets": "snippet", "champ": "fields", "champs": "fields", "variables": "fields", "dossier": "packs",
        "dossiers": "packs", "exercice": "drills", "exercices": "drills", "exercises": "drills",
        "vocabulaire": "vocabulary", "vocabularies": "vocabulary", "lexique": "vocabulary", "plans": "plan",
    ]

    private static let keys: [String: [String]] = [
        "titre": ["title"], "label": ["title"], "name": ["title"], "nom": ["name", "title"], "titulaire": ["holder"],
        "suppleant": ["deputies"],
        "suppleants": ["deputies"], "deputy": ["deputies"], "equipe": ["team"], "horaires": ["hours"],
        "metier": ["job"], "fonction": ["job"], "langues": ["locales"], "langue": ["locales", "locale"],
        "languages": ["locales"], "lang": ["locales"], "prive": ["private"], "verifie": ["verified"],
        "depend-de": ["depends-on"], "depends": ["depends-on"], "needs": ["depends-on"], "kind": ["type"],
        "adresse": ["address"], "expediteur": ["sender"], "limite": ["limit"], "fournisseur": ["supplier"],
        "canaux": ["channels"], "canal": ["channels"], "publics": ["audiences"], "public": ["audiences"],
        "taille": ["size"], "autorite": ["authority"], "loi": ["law"], "etapes": ["stages"], "etape": ["stages"],
        "phase-de": ["phase"], "objet": ["subject"], "sujet": ["subject"], "proprietaire": ["owner"],
        "responsable": ["owner"], "validation": ["approver"], "approvers": ["approver"], "valideur": ["approver"],
        "apres": ["after"], "envoi": ["send"], "delai": ["deadline"], "exemple": ["example"], "choix": ["choices"],
        "couvre": ["covers"], "pour": ["for"], "inclut": ["include"], "includes": ["include"],
        "contenu": ["include", "contents"],
        "papier": ["paper"], "exemplaires": ["copies"], "imprime": ["printed"], "eviter": ["avoid"],
        "terme": ["term"], "preferer": ["prefer"], "intertitres": ["headings"], "constats": ["found"],
        "revue": ["review"], "niveaux": ["levels"], "jours-feries": ["holidays"], "regles": ["rules"],
        "utilise": ["uses"], "tlp": ["classification"], "organization": ["organisation"], "organisme": ["organisation"],
        "fuseau": ["timezone"], "time-zone": ["timezone"], "affecte": ["affects"], "desactive": ["disables"],
    ]

    private static let values: [String: [String]] = [
        "avant": ["before"], "pendant": ["during"], "apres": ["after"], "clients": ["customers"],
        "client": ["customers"],
        "salaries": ["employees"], "employes": ["employees"], "staff": ["employees"], "presse": ["press"],
        "media": ["press"], "autorites": ["authorities"], "partenaires": ["partners"], "fournisseurs": ["partners"],
        "suppliers": ["partners"], "investisseurs": ["investors"], "direction": ["executive"],
        "technique": ["technical"],
        "juridique": ["legal"], "metier": ["business"], "mail": ["email"], "e-mail": ["email"], "courriel": ["email"],
        "phone": ["voice"], "telephone": ["voice"], "call": ["voice"], "appel": ["voice"], "courrier": ["letter"],
        "affichage": ["display"], "site": ["web"], "website": ["web"], "x": ["social"], "linkedin": ["social"],
        "nombre": ["number"], "texte": ["text"], "heure": ["time"], "oui": ["true"], "yes": ["true"], "on": ["true"],
        "non": ["false"], "no": ["false"], "bureau": ["office"], "24-7": ["24/7"], "faits": ["facts"],
        "inconnues": ["unknowns"], "mesures": ["measures"], "conseils": ["advice"], "desactive": ["off"],
        "erreur": ["error"], "avertissement": ["warning"], "lettre": ["Letter"], "a4": ["A4"],
    ]
}
