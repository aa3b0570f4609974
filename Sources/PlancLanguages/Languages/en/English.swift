extension LanguageRules {
    static let en: LanguageRules = {
        var rules = LanguageRules()
        rules.reading = .english
        rules.dates = .english
        rules.messages = .english
        rules.use = .english
        rules.aliases = { .english }
        rules.abbreviations = [
            "mr", "mrs", "ms", "prof", "inc", "ltd", "co", "corp", "vs", "e.g", "i.e", "eg", "ie", "approx", "dept",
            "ext", "fig", "vol", "u.s", "u.k", "a.m", "p.m", "sr", "jr",
        ]
        rules.speakers = ["i", "we", "my"]
        rules.joints = ["and"]
        rules.alternatives = ["or", "then", "else", "otherwise", "resp", "resp.", "if", "needed"]
        rules.variantFillers = [
            "version", "text", "script", "message", "for", "the", "our", "only", "page", "post", "call", "by",
        ]
        rules.numberWords = .english
        rules.negations = .english
        rules.yes = ["yes", "y"]
        rules.no = ["no", "n"]
        rules.conditions = ["if", "when"]
        rules.ifSo = ["if so", "if yes", "if it is", "if they are"]
        rules.ifNot = ["if not", "if no", "if it is not", "if they are not", "otherwise", "or else"]
        rules.conditionOpenings = [
            "if", "when", "only if", "only when", "only for", "only in case", "unless", "in case", "except if",
            "only", "exclusively", "at night", "by night", "at weekends", "at the weekend", "on weekends",
            "on public holidays", "out of hours", "after hours", "outside office hours", "outside working hours",
        ]
        rules.nameTitles = ["dr", "miss", "mr", "mrs", "ms", "mx", "prof", "professor", "rev.", "sir"]
        rules.foreignLetters = "àâçèéêëîïôùûœäöüß"
        rules.absences = [
            "on leave", "on maternity leave", "on paternity leave", "on parental leave", "on sick leave", "on holiday",
            "on vacation", "on sabbatical", "away", "absent", "off sick", "out of office", "has left", "no longer here",
            "retired",
        ]
        rules.departures = ["gone", "left", "departed", "moved on", "former", "ex", "out", "ill", "sick", "deceased"]
        rules.calledOff = ["cancelled", "canceled", "postponed", "called off", "did not take place", "not held"]
        rules.commands = [
            "lint": "check", "validate": "check", "compile": "build", "make": "build", "print": "build",
            "add": "new", "create": "new", "start": "init", "rule": "rules", "why": "explain", "send": "message",
            "approve": "confirm", "sign": "confirm", "stamp": "translate", "ls": "list",
        ]
        return rules
    }()
}

extension ReadingMeasure {
    /// Flesch's reading ease (1948): 60 to 70 is standard, below 50 hard.
    fileprivate static let english: ReadingMeasure = {
        var measure = ReadingMeasure(
            name: "Flesch", base: 206.835, perSentence: 1.015, perWord: 84.6, syllables: englishSyllables)
        measure.sender = ["we", "our", "us", "ours"]
        measure.reader = ["you", "your", "yours", "please"]
        return measure
    }()
}

extension DateWords {
    fileprivate static let english: DateWords = {
        var words = DateWords()
        words.shortMonths = ["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"]
        words.monthsHaveCapitals = true
        words.monthMayComeFirst = true
        words.dayEndings = ["st", "nd", "rd", "th"]
        words.weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        words.at = ["at"]
        words.noon = ["noon"]
        words.midnight = ["midnight"]
        words.clockWords = ["o'clock", "hours", "hrs", "h"]
        words.rangeWords = ["to", "until", "till", "and"]
        words.dayWords = ["on", "by", "until", "till", "from", "since", "before"]
        words.timeWords = ["at"]
        let days = words.weekdays + ["day", "morning", "afternoon", "evening", "night", "weekday", "working day"]
        words.everyDay = [
            "daily", "weekdays", "weekends", "visiting hours", "visiting time", "opening hours", "opening times",
            "office hours",
        ]
        for day in words.weekdays { words.everyDay.append(day + "s") }
        for day in days { words.everyDay += ["every " + day, "each " + day] }
        return words
    }()
}

extension MessageWords {
    fileprivate static let english: MessageWords = {
        var words = MessageWords()
        words.headingFillers = [
            "now", "today", "tonight", "yesterday", "tomorrow", "so", "far", "yet", "still", "already", "currently",
            "this", "morning", "afternoon", "evening", "week", "at", "the", "moment", "present", "for", "to", "you",
            "us", "all", "everyone", "here", "is", "are", "or", "in", "short", "first", "next", "also", "please",
            "from", "our", "your", "a", "an", "of", "am", "pm", "h", "hours", "day", "every", "as",
        ]
        words.headingDenials = ["not", "don", "never", "nothing", "cannot", "no"]
        words.warnings = [
            "not ", "don't ", "don’t ", "never ", "down ", "out of order", "unavailable", "cannot ", "no longer",
            "stop ", "instead of", "switched off", "disabled", "without ", "fails ", "broken", "fake", "forged",
            "replaces ",
        ]
        words.invitations = ["hesitate"]
        words.numbered = [
            "customer", "client", "account", "policy", "contract", "invoice", "order", "inventory", "asset", "serial",
            "case", "ticket", "membership", "registration", "vat", "reference", "file", "card", "device", "badge",
            "claim", "meter", "passport",
        ]
        words.numberNames = ["number", "no", "num", "nr", "id"]
        words.references = ["ref", "reference", "iban", "serial"]
        words.thanks = ["thank", "thanks", "thank you"]
        words.subjects = ["subject", "re"]
        return words
    }()
}

extension [String: Int] {
    /// Numbers as words, ordinals and parts of an hour among them.
    fileprivate static let english: [String: Int] = [
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
        "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "twice": 2,
        "both": 2, "pair": 2, "dozen": 12, "half": 30, "quarter": 15, "second": 2, "third": 3, "fourth": 4,
        "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
        "twelfth": 12,
    ]
}
