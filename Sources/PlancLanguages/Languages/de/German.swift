extension LanguageRules {
    static let de: LanguageRules = {
        var rules = LanguageRules()
        rules.reading = .german
        rules.dates = .german
        rules.messages = .german
        rules.aliases = { .german }
        rules.abbreviations = [
            "z.b", "d.h", "u.a", "bzw", "ca", "evtl", "ggf", "inkl", "nr", "str", "usw", "vgl", "abs", "bspw", "hr",
            "fr", "zzgl",
        ]
        rules.speakers = ["ich", "wir", "mein", "meine"]
        rules.joints = ["und"]
        rules.alternatives = ["oder", "dann", "danach", "sonst", "bzw", "bzw."]
        rules.variantFillers = [
            "version", "fassung", "text", "nachricht", "für", "die", "das", "den", "unsere", "auf", "per", "nur",
        ]
        rules.commands = [
            "pruefen": "check", "prüfen": "check", "drucken": "build", "kompilieren": "build", "neu": "new",
            "regeln": "rules", "erklaeren": "explain", "erklären": "explain", "senden": "message",
            "freigeben": "confirm", "bestaetigen": "confirm", "bestätigen": "confirm", "uebersetzen": "translate",
            "übersetzen": "translate", "vergleichen": "diff", "zeigen": "show",
        ]
        return rules
    }()
}

extension ReadingMeasure {
    /// Amstad's adaptation of Flesch's ease to German (1978), read the same way.
    fileprivate static let german: ReadingMeasure = {
        var measure = ReadingMeasure(
            name: "Amstad", base: 180, perSentence: 1, perWord: 58.5, syllables: germanSyllables)
        measure.sender = ["wir", "uns", "unser", "unsere", "unserer", "unserem", "unseren", "unseres"]
        measure.reader = ["sie", "ihnen", "ihr", "ihre", "ihrer", "ihrem", "ihren", "ihres"]
        measure.readerHasCapital = true
        return measure
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
                "was wir wissen", "was bekannt ist", "was passiert ist", "was geschehen ist", "was passiert",
                "was ist passiert", "was ist geschehen", "die fakten", "fakten", "was funktioniert",
                "was nicht funktioniert", "die lage", "lage", "aktuelle lage", "sachstand", "was gut gelaufen ist",
                // Formulare der Behörden.
                "art der verletzung", "beschreibung der verletzung", "beschreibung des vorfalls", "art des vorfalls",
                "erste bewertung", "erstbewertung",
            ],
            "unknowns": [
                "was wir nicht wissen", "was wir noch nicht wissen", "noch nicht bekannt", "noch unklar", "unklar",
                "was wir klären", "was wir noch prüfen", "was noch offen ist", "offene fragen", "was unklar ist",
            ],
            "impact": [
                "was das für sie bedeutet", "was das bedeutet", "was sich für sie ändert", "auswirkungen",
                "auswirkungen für sie", "betroffene dienste", "wer betroffen ist", "schwere und auswirkungen",
                "was funktioniert", "was nicht funktioniert",
            ],
            "measures": [
                "was wir tun", "was wir getan haben", "was wir ändern", "was wir geändert haben", "maßnahmen",
                "unsere maßnahmen",
                // Formulare der Behörden.
                "ergriffene maßnahmen", "ergriffene oder vorgeschlagene maßnahmen",
                "getroffene oder geplante maßnahmen", "abhilfemaßnahmen", "gegenmaßnahmen",
            ],
            "advice": [
                "was sie tun können", "was sie tun sollten", "was sie tun müssen", "was zu tun ist", "was tun",
                "unser rat", "rat", "unsere hinweise", "hinweise", "handlungsempfehlungen", "empfehlungen",
                "unsere empfehlungen", "unsere bitte", "worum wir sie bitten", "anweisungen", "anweisung",
                "so schützen sie sich", "was können sie tun", "was sie beachten müssen",
            ],
            "next-update": [
                "nächste information", "nächste informationen", "nächste meldung", "nächste nachricht",
                "nächster stand", "wie es weitergeht", "aktualisierung", "aktualisierungen", "neuer stand",
                "nächste schritte",
            ],
            "contact": [
                "kontakt", "kontakte", "ihre fragen", "fragen", "so erreichen sie uns", "ansprechpartner",
                "ansprechpartnerin", "weitere informationen", "mehr informationen", "hilfe", "hotline",
                "anlaufstelle", "haben sie fragen", "noch fragen",
                // Formulare der Behörden.
                "datenschutzbeauftragter", "datenschutzbeauftragte",
            ],
            "authenticity": [
                "so prüfen sie", "echtheit", "woran sie unsere nachrichten erkennen", "so erkennen sie",
                "sind das wirklich wir",
            ],
            "empathy": ["wir verstehen…", "wir wissen, dass", "ich bin verärgert"],
            "data": [
                "welche daten", "welche daten…", "die daten", "ihre daten", "betroffene daten", "datenkategorien",
                "kategorien personenbezogener daten", "kategorien von datensätzen", "personenbezogene daten",
                "welche informationen…",
            ],
            "consequences": [
                "mögliche folgen", "folgen", "folgen für sie", "risiken", "ihr risiko", "wahrscheinliche folgen",
                "wahrscheinliche folgen der verletzung",
            ],
            "changed": [
                "was sich geändert hat", "was neu ist", "neues", "neuigkeiten", "seit gestern", "änderungen",
                "seit unserer letzten nachricht", "was wir berichtigen", "was wir richtigstellen", "berichtigung",
                "richtigstellung",
            ],
            "apology": [
                "entschuldigung", "wir bitten um entschuldigung", "wir entschuldigen uns", "unsere entschuldigung",
            ],
            "thanks": ["danke…", "dank", "vielen dank…"],
            "verdict": ["ergebnis", "unser ergebnis", "ergebnis der prüfung"],
            "offer": ["unser angebot", "wir bieten ihnen an", "ein anruf", "ein anruf mit uns"],
        ]
        words.headingFillers = [
            "jetzt", "heute", "gestern", "morgen", "bisher", "derzeit", "aktuell", "noch", "schon", "bereits", "im",
            "moment", "für", "sie", "uns", "alle", "hier", "oder", "der", "die", "das", "den", "ein", "eine", "zu",
            "zur", "unsere", "ihre", "ihr", "bitte", "kurz", "von", "um", "uhr", "stand", "früh", "abend", "stunden",
            "tag", "an", "am", "h",
        ]
        words.headingDenials = ["nicht", "kein", "keine", "nie", "nichts"]
        words.warnings = [
            "nicht ", "kein", "nie ", "niemals", "ausgefallen", "gestört", "ohne ", "statt ", "abgeschaltet", "falsch",
        ]
        words.invitations = ["zögern"]
        words.thanks = ["danke", "danken", "dank"]
        words.blanks = [
            "(zu ergänzen)", "(noch zu ergänzen)", "(noch zu klären)", "(auszufüllen)", "(noch festzulegen)",
            "(bitte ergänzen)", "(noch offen)", "bitte ausfüllen", "Bitte ausfüllen", "bitte ergänzen",
            "Bitte ergänzen",
            "N.N.", "TT.MM.JJJJ", "TT.MM.JJ", "(zu bestätigen)", "(noch zu bestätigen)", "(zu klären)",
            "Verweisquelle konnte nicht gefunden werden", "Textmarke nicht definiert",
        ]
        words.blankSentences = [
            "noch zu klären", "Noch zu klären", "noch zu ergänzen", "Noch zu ergänzen", "wird noch ergänzt",
            "Wird noch ergänzt", "noch zu bestätigen", "Noch zu bestätigen",
        ]
        return words
    }()
}
