extension LanguageRules {
    static let de: LanguageRules = {
        var rules = LanguageRules()
        rules.dates = .german
        rules.messages = .german
        rules.aliases = { .german }
        rules.abbreviations = [
            "z.b", "d.h", "u.a", "bzw", "ca", "evtl", "ggf", "inkl", "nr", "str", "usw", "vgl", "abs", "bspw", "hr",
            "fr", "zzgl",
        ]
        rules.joints = ["und"]
        rules.commands = [
            "pruefen": "check", "prüfen": "check", "drucken": "build", "kompilieren": "build", "neu": "new",
            "regeln": "rules", "erklaeren": "explain", "erklären": "explain", "senden": "message",
            "freigeben": "confirm", "bestaetigen": "confirm", "bestätigen": "confirm", "uebersetzen": "translate",
            "übersetzen": "translate", "vergleichen": "diff", "zeigen": "show",
        ]
        return rules
    }()
}

extension DateWords {
    fileprivate static let german: DateWords = {
        var words = DateWords()
        words.spellings = ["jänner": 1, "feber": 2, "maerz": 3]
        words.monthsHaveCapitals = true
        words.dayHasStop = true
        words.weekdays = [
            "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag",
        ]
        words.at = ["um"]
        words.noon = ["mittag"]
        words.midnight = ["mitternacht"]
        words.hourWords = ["uhr"]
        words.rangeWords = ["bis", "und"]
        words.timeWords = ["um", "gegen", "ab", "bis"]
        return words
    }()
}

extension MessageWords {
    fileprivate static let german: MessageWords = {
        var words = MessageWords()
        words.headings = [
            "facts": [
                "was wir wissen", "was passiert ist", "was geschehen ist", "was passiert", "die fakten",
                "fakten", "was funktioniert", "was nicht funktioniert", "die lage", "aktuelle lage",
                "was gut gelaufen ist",
            ],
            "unknowns": [
                "was wir nicht wissen", "was wir noch nicht wissen", "noch nicht bekannt", "noch unklar",
                "was wir klären",
            ],
            "impact": [
                "was das für sie bedeutet", "was sich für sie ändert", "auswirkungen", "betroffene dienste",
            ],
            "measures": [
                "was wir tun", "was wir getan haben", "was wir ändern", "maßnahmen", "unsere maßnahmen",
            ],
            "advice": [
                "was sie tun können", "was sie tun sollten", "was zu tun ist", "was tun", "unser rat",
                "unsere hinweise",
                "hinweise", "handlungsempfehlungen", "unsere bitte", "worum wir sie bitten", "anweisungen",
            ],
            "next-update": [
                "nächste information", "nächste meldung", "nächste nachricht", "nächster stand", "wie es weitergeht",
            ],
            "contact": [
                "kontakt", "kontakte", "ihre fragen", "fragen", "so erreichen sie uns", "ansprechpartner",
            ],
            "authenticity": [
                "so prüfen sie", "echtheit", "woran sie unsere nachrichten erkennen", "so erkennen sie",
                "sind das wirklich wir",
            ],
            "empathy": ["wir verstehen", "wir wissen, dass", "ich bin verärgert"],
            "data": ["welche daten", "die daten", "ihre daten", "betroffene daten"],
            "consequences": ["mögliche folgen", "folgen", "risiken", "wahrscheinliche folgen"],
            "changed": [
                "was sich geändert hat", "was neu ist", "neues", "neuigkeiten", "seit gestern",
                "was wir berichtigen", "was wir richtigstellen",
            ],
            "apology": ["entschuldigung", "wir bitten um entschuldigung", "wir entschuldigen uns"],
            "thanks": ["danke", "dank", "vielen dank"],
            "verdict": ["ergebnis", "unser ergebnis", "ergebnis der prüfung"],
            "offer": ["unser angebot", "wir bieten ihnen an", "ein anruf"],
        ]
        words.warnings = [
            "nicht ", "kein", "nie ", "niemals", "ausgefallen", "gestört", "ohne ", "statt ", "abgeschaltet", "falsch",
        ]
        words.invitations = ["zögern"]
        words.thanks = ["danke", "danken", "dank"]
        words.blanks = [
            "(zu ergänzen)", "(noch zu ergänzen)", "(noch zu klären)", "(auszufüllen)", "(noch festzulegen)",
            "(bitte ergänzen)", "(noch offen)", "bitte ausfüllen", "Bitte ausfüllen", "bitte ergänzen",
            "Bitte ergänzen",
            "N.N.", "TT.MM.JJJJ", "TT.MM.JJ",
        ]
        return words
    }()
}
