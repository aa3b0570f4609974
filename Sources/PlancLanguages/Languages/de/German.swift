extension LanguageRules {
    static let de: LanguageRules = {
        var rules = LanguageRules()
        rules.reading = .german
        rules.textLength = 1.2
        rules.dates = .german
        rules.messages = .german
        rules.aliases = { .german }
        rules.abbreviations = [
            "z.b", "d.h", "u.a", "bzw", "ca", "evtl", "ggf", "inkl", "nr", "str", "usw", "vgl", "abs", "bspw", "hr",
            "fr", "zzgl",
        ]
        rules.spelledOut = [("ä", "ae"), ("ö", "oe"), ("ü", "ue")]
        rules.speakers = ["ich", "wir", "mein", "meine"]
        rules.functionWords = [
            "der", "das", "und", "ist", "nicht", "mit", "für", "wir", "sie", "ihr", "ihre", "ihren", "ihnen",
            "unsere", "unserer", "unser", "werden", "wird", "sind", "von", "zu", "auf", "im", "dem", "den", "ein",
            "eine", "einen", "einer", "bei", "aus", "nach", "auch", "oder", "wenn", "haben", "kann", "können",
            "bitte", "zum", "zur", "vom", "wurde", "noch", "über", "durch", "alle", "als", "dass",
        ]
        rules.joints = ["und"]
        rules.alternatives = ["oder", "dann", "danach", "sonst", "bzw", "bzw."]
        rules.variantFillers = [
            "version", "fassung", "text", "nachricht", "für", "die", "das", "den", "unsere", "auf", "per", "nur",
        ]
        rules.numberWords = .german
        rules.negations = .german
        rules.yes = ["ja", "j"]
        rules.no = ["nein", "n"]
        rules.conditions = ["wenn", "falls", "bei"]
        rules.ifSo = ["wenn ja", "falls ja", "wenn so"]
        rules.ifNot = ["wenn nicht", "falls nicht", "wenn nein", "falls nein", "andernfalls", "ansonsten", "sonst"]
        rules.conditionOpenings = [
            "wenn", "falls", "bei", "nur wenn", "nur falls", "nur bei", "sofern", "soweit", "im fall", "im falle",
            "im zweifel", "im zweifelsfall",
            "außer wenn", "es sei denn", "nur", "ausschließlich", "nachts", "in der nacht", "tagsüber", "am wochenende",
            "an wochenenden", "an feiertagen", "am feiertag", "außerhalb der",
        ]
        rules.nameTitles = [
            "dipl.", "dr", "fr.", "frau", "herr", "hr.", "ing.", "mag.", "pd", "priv.", "prof", "professor",
            "professorin", "univ.",
        ]
        rules.foreignLetters = "àâçèéêëîïôùûœ"
        rules.unnamed = [
            "wird benannt", "wird noch benannt", "wird bestimmt", "wird noch bestimmt", "wird nachgereicht",
            "zu benennen", "noch zu benennen", "zu bestimmen", "noch zu bestimmen", "noch zu klären", "noch offen",
            "offen", "noch unbekannt", "noch nicht benannt", "unbesetzt", "noch unbesetzt", "stelle unbesetzt",
            "vakant", "unbekannt", "jemand", "n.n.", "n. n.", "nn", "wird nachbesetzt", "wird neu besetzt",
            "nachbesetzung läuft", "in nachbesetzung", "in besetzung", "stelle ausgeschrieben",
        ]
        rules.absences = [
            "im urlaub", "in urlaub", "auf urlaub", "beurlaubt", "abwesend", "krank", "krankgeschrieben",
            "in elternzeit",
            "im mutterschutz", "in mutterschutz", "verreist", "ausgeschieden", "nicht mehr da", "im ruhestand",
            "in rente",
        ]
        rules.calledOff = ["abgesagt", "ausgefallen", "fiel aus", "fällt aus", "entfallen", "entfällt", "verschoben"]
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
        words.clockWords = ["uhr", "h"]
        words.rangeWords = ["bis", "und"]
        words.dayWords = ["am", "vom", "bis", "zum", "ab", "den"]
        let days = words.weekdays + ["tag", "morgen", "vormittag", "mittag", "nachmittag", "abend", "werktag"]
        words.everyDay = [
            "täglich", "werktäglich", "werktags", "wochentags", "morgens", "mittags", "nachmittags", "abends",
            "nachts", "jede nacht", "besuchszeit", "besuchszeiten", "öffnungszeit", "öffnungszeiten", "sprechzeit",
            "sprechzeiten", "sprechstunde", "geschäftszeiten", "dienstzeit", "servicezeiten",
        ]
        for day in words.weekdays { words.everyDay.append(day + "s") }
        for day in days { words.everyDay += ["jeden " + day, "jedem " + day] }
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
                "daten", "welche daten", "welche daten…", "die daten", "ihre daten", "betroffene daten",
                "datenkategorien",
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
        words.unknowns = [
            "wissen wir noch nicht", "wir wissen noch nicht", "wissen wir nicht", "ist noch nicht bekannt",
            "sind noch nicht bekannt", "ist noch unklar", "sind noch unklar",
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
        words.deniesBehind = true
        words.invitations = ["zögern"]
        words.numbered = [
            "inventar", "kunde", "kunden", "konto", "vertrag", "police", "policen", "rechnung", "bestell", "auftrag",
            "serien", "artikel", "mitglied", "personal", "steuer", "register", "geräte", "anlage", "ausweis", "akten",
            "vorgang", "ticket", "zähler", "versicher", "depot", "karten",
        ]
        words.numberNames = ["nr", "nummer", "kennung", "id", "no"]
        words.references = ["az", "aktenzeichen", "iban", "kto", "blz", "ref"]
        words.thanks = ["danke", "danken", "dank"]
        words.blanks = [
            "(zu ergänzen)", "(noch zu ergänzen)", "(noch zu klären)", "(auszufüllen)", "(noch festzulegen)",
            "(bitte ergänzen)", "(noch offen)", "bitte ausfüllen", "Bitte ausfüllen", "bitte ergänzen",
            "Bitte ergänzen",
            "N.N.", "TT.MM.JJJJ", "TT.MM.JJ", "(zu bestätigen)", "(noch zu bestätigen)", "(zu klären)",
            "ENTWURF",
        ]
        words.officeLeftovers = [
            "Verweisquelle konnte nicht gefunden werden", "Textmarke nicht definiert", "Klicken oder tippen Sie hier",
            "Klicken Sie hier, um Text einzugeben", "Wählen Sie ein Element aus", "#BEZUG!",
        ]
        words.blankSteps = [
            "dito", "siehe oben", "s o", "wie oben", "gelöscht", "gestrichen", "entfällt", "nicht zutreffend", "offen",
        ]
        words.noteLabels = ["intern"]
        words.noteTitles = [
            "hinweis an die redaktion", "hinweis für die redaktion", "anmerkung für die redaktion",
            "anmerkung der redaktion", "notiz an mich", "hinweis für den verfasser", "hinweis für die verfasserin",
        ]
        words.noteOpenings = [
            "noch abzustimmen", "abzustimmen mit", "noch freizugeben", "freizugeben durch", "noch zu prüfen",
            "noch von der rechtsabteilung", "von der rechtsabteilung zu prüfen", "freigabe steht aus",
        ]
        words.noteSigns = ["NICHT SENDEN", "NICHT VERSENDEN", "NICHT VERÖFFENTLICHEN", "NOCH NICHT VERSENDEN"]
        words.exerciseSigns = ["ÜBUNG ÜBUNG", "ÜBUNG – ÜBUNG", "ÜBUNG! ÜBUNG"]
        words.reservations = [
            "nur für den internen gebrauch", "nur für internen gebrauch", "nur zum internen gebrauch",
            "nur für den dienstgebrauch", "interner hinweis", "interne notiz",
        ]
        words.frames = [
            "Von meinem iPhone gesendet", "Gesendet von meinem", "Von meinem Smartphone gesendet",
            "Hier ist die Nachricht:", "Hier ist der Entwurf", "Hier ist ein Entwurf", "Natürlich! Hier ist",
            "Gerne! Hier ist", "Selbstverständlich! Hier ist",
        ]
        words.pageNumbers = ["Seite # von #", "Seite #/#"]
        words.choiceWords = ["Variante", "VARIANTE", "OPTION"]
        words.blankSentences = [
            "noch zu klären", "zu klären", "noch zu ergänzen", "zu ergänzen", "wird noch ergänzt", "wird ergänzt",
            "noch zu bestätigen", "zu bestätigen", "noch offen", "auszufüllen", "noch auszufüllen", "platzhalter",
            "text folgt", "text folgt noch", "folgt noch", "übersetzung folgt", "zu übersetzen", "noch zu übersetzen",
            "festzulegen", "noch festzulegen", "wird noch festgelegt", "hier text einfügen", "text einfügen",
        ]
        words.blankValues = [
            "folgt", "wird nachgereicht", "noch unbekannt", "noch nicht bekannt", "blindtext", "beispieltext",
        ]
        words.blankNames = ["betreff", "titel", "name", "text", "datum", "firma", "telefonnummer"]
        words.blankLeads = [
            "unter", "bis", "von", "vom", "ab", "bei", "um", "Herr", "Herrn", "Frau", "Nummer", "Telefon",
            "Rufen Sie", "rufen Sie", "der", "den", "dem",
        ]
        return words
    }()
}

extension [String: Int] {
    /// Numbers as words, ordinals and parts of an hour among them.
    fileprivate static let german: [String: Int] = [
        "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10,
        "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17,
        "achtzehn": 18, "neunzehn": 19, "zwanzig": 20, "vierundzwanzig": 24, "achtundvierzig": 48,
        "zweiundsiebzig": 72, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
        "achtzig": 80, "neunzig": 90, "hundert": 100, "tausend": 1000, "beide": 2, "beiden": 2, "beider": 2,
        "zweimal": 2, "dreimal": 3, "dutzend": 12, "halbe": 30, "halben": 30, "halbstündlich": 30,
        "viertelstunde": 15, "zweite": 2, "zweiten": 2, "zweiter": 2, "zweites": 2, "dritte": 3, "dritten": 3,
        "dritter": 3, "drittes": 3, "vierte": 4, "vierten": 4, "vierter": 4, "viertes": 4, "fünfte": 5,
        "fünften": 5, "fünfter": 5, "fünftes": 5, "sechste": 6, "sechsten": 6, "sechster": 6, "sechstes": 6,
        "siebte": 7, "siebten": 7, "siebter": 7, "siebtes": 7, "achte": 8, "achten": 8, "achter": 8, "achtes": 8,
        "neunte": 9, "neunten": 9, "neunter": 9, "neuntes": 9, "zehnte": 10, "zehnten": 10, "zehnter": 10,
        "zehntes": 10,
    ]
}
