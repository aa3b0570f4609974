extension LanguageRules {
    static let de: LanguageRules = {
        var rules = LanguageRules()
        rules.reading = .german
        rules.textLength = 1.2
        rules.dates = .german
        rules.messages = .german
        rules.use = .german
        rules.aliases = { .german }
        rules.abbreviations = [
            "z.b", "d.h", "u.a", "bzw", "ca", "evtl", "ggf", "inkl", "nr", "str", "usw", "vgl", "abs", "bspw", "hr",
            "fr", "zzgl",
        ]
        rules.spelledOut = [("ä", "ae"), ("ö", "oe"), ("ü", "ue")]
        rules.speakers = ["ich", "wir", "mein", "meine"]
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
        rules.absences = [
            "im urlaub", "in urlaub", "auf urlaub", "beurlaubt", "abwesend", "krank", "krankgeschrieben",
            "in elternzeit",
            "im mutterschutz", "in mutterschutz", "verreist", "ausgeschieden", "nicht mehr da", "im ruhestand",
            "in rente",
        ]
        rules.departures = [
            "weg", "fort", "gegangen", "ausgetreten", "ehemalig", "ehemals", "ex", "pensioniert", "verstorben",
            "gekündigt",
            "versetzt",
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
        words.shortMonths = ["Jan", "Feb", "Mrz", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Okt", "Nov", "Dez"]
        words.dayWords =
            ["am", "vom", "bis", "zum", "ab", "den", "seit", "mo", "di", "mi", "do", "fr", "sa"] + words.weekdays
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
        words.subjects = ["betreff", "betrifft"]
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
