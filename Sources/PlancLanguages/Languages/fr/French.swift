extension LanguageRules {
    static let fr: LanguageRules = {
        var rules = LanguageRules()
        rules.reading = .french
        rules.dates = .french
        rules.messages = .french
        rules.aliases = { .french }
        rules.abbreviations = [
            "m", "mm", "mme", "mlle", "dr", "pr", "me", "st", "ste", "av", "bd", "art", "al", "cf", "ex", "p", "pp",
            "no", "n", "tél", "tel", "env", "réf", "ref",
        ]
        rules.joints = ["et"]
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
        words.rangeWords = ["à", "a", "et"]
        words.timeWords = ["à", "vers", "dès", "jusqu'à", "jusqu’à"]
        return words
    }()
}

extension MessageWords {
    fileprivate static let french: MessageWords = {
        var words = MessageWords()
        words.headings = [
            "facts": [
                "ce que nous savons", "ce qui se passe", "ce qui s'est passé", "que se passe-t-il",
                "que s'est-il passé", "les faits", "dire les faits", "ce qui est arrivé", "ce qui marche",
                "ce qui ne marche pas", "ce qui a bien marché", "la situation", "effets connus", "nature",
            ],
            "unknowns": [
                "ne savons pas", "pas encore connu", "pas encore connus", "ce que nous ignorons",
                "ce que nous cherchons",
            ],
            "impact": [
                "ce que cela change", "conséquences pour vous", "effets pour vous", "services touchés",
                "services arrêtés",
            ],
            "measures": [
                "ce que nous faisons", "ce que nous avons fait", "ce que nous changeons", "ce que nous avons changé",
                "mesures", "mesures prises", "nos actions",
            ],
            "advice": [
                "ce que vous pouvez faire", "ce que vous faites", "ce que vous devez faire", "que faire", "vos gestes",
                "nos conseils", "conseils", "consignes", "ce que je vous demande", "ce que nous vous demandons",
                "demander", "ce que nous demandons",
            ],
            "next-update": [
                "prochain point", "prochaines nouvelles", "prochaine information", "prochain message",
                "dire la suite",
            ],
            "contact": [
                "nous contacter", "contact", "contacts", "vos questions", "nous joindre", "qui appeler",
                "une question",
            ],
            "authenticity": [
                "comment vérifier", "vérifier ce message", "vérifier nos messages", "reconnaître nos messages",
                "se présenter",
            ],
            "empathy": ["nous comprenons", "nous pensons à vous", "je suis en colère"],
            "data": [
                "quelles données", "les données", "vos données", "données concernées", "données touchées",
                "enregistrements",
            ],
            "consequences": ["ce que vous risquez", "conséquences", "risques"],
            "changed": [
                "ce qui a changé", "ce qui change", "ce qui est nouveau", "nouveautés", "depuis hier",
                "ce que nous corrigeons",
            ],
            "apology": ["nos excuses", "excuses"],
            "thanks": ["merci", "remerciements"],
            "verdict": ["verdict", "résultat de l'analyse", "notre analyse"],
            "offer": ["nous vous proposons", "notre proposition", "un appel"],
        ]
        words.warnings = [
            "ne ", "n’", "n'", "jamais ", "hors service", "en panne", "indisponible", "coupé", "arrêt", "éteint",
            "sans ", "évite", "à la place", "au lieu", "faux ", "fausse", "remplace",
        ]
        words.invitations = ["n’hésit", "n'hésit"]
        words.thanks = ["merci", "remercions", "remercie"]
        words.blanks = [
            "À COMPLÉTER", "(à compléter)", "À PRÉCISER", "(à préciser)", "À DÉFINIR", "(à définir)", "À REMPLIR",
            "(à remplir)", "À RENSEIGNER", "(à renseigner)", "JJ/MM/AAAA", "JJ/MM/AA",
        ]
        return words
    }()
}
