extension LanguageRules {
    static let fr: LanguageRules = {
        var rules = LanguageRules()
        rules.reading = .french
        rules.textLength = 1.1
        rules.dates = .french
        rules.messages = .french
        rules.use = .french
        rules.aliases = { .french }
        rules.abbreviations = [
            "m", "mm", "mme", "mlle", "dr", "pr", "me", "st", "ste", "av", "bd", "art", "al", "cf", "ex", "p", "pp",
            "no", "n", "tél", "tel", "env", "réf", "ref",
        ]
        rules.speakers = ["j", "je", "nous", "mon", "ma", "on"]
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
        rules.absences = [
            "en congé", "en congés", "en vacances", "absent", "absente", "en arrêt", "en arrêt maladie", "a quitté",
            "à la retraite",
        ]
        rules.departures = [
            "parti", "partie", "partis", "en départ", "sur le départ", "sorti", "sortie", "malade", "retraité",
            "retraitée",
            "ancien", "ancienne", "ex", "décédé", "décédée", "muté", "mutée", "démissionnaire",
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
        words.shortMonths = ["janv", "févr", "avr", "juil", "sept", "oct", "nov", "déc"]
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
        words.subjects = ["objet", "sujet"]
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
