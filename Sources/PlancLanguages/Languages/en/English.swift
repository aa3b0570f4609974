extension LanguageRules {
    static let en: LanguageRules = {
        var rules = LanguageRules()
        rules.reading = .english
        rules.dates = .english
        rules.messages = .english
        rules.aliases = { .english }
        rules.abbreviations = [
            "mr", "mrs", "ms", "prof", "inc", "ltd", "co", "corp", "vs", "e.g", "i.e", "eg", "ie", "approx", "dept",
            "ext", "fig", "vol", "u.s", "u.k", "a.m", "p.m", "sr", "jr",
        ]
        rules.joints = ["and"]
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
        words.rangeWords = ["to", "until", "till", "and"]
        words.timeWords = ["at"]
        return words
    }()
}

extension MessageWords {
    fileprivate static let english: MessageWords = {
        var words = MessageWords()
        words.headings = [
            "facts": [
                "what happened", "what has happened", "what is happening", "what we know", "the facts", "what works",
                "what does not work", "known effects", "the situation", "what went well",
            ],
            "unknowns": [
                "do not know", "don't know", "not known yet", "not yet known", "still unknown", "are finding out",
            ],
            "impact": [
                "what this means", "what changes for you", "how this affects you", "services affected", "impact",
            ],
            "measures": [
                "what we are doing", "what we do", "what we have done", "what we did", "what we are changing",
                "what we have changed", "measures", "our actions",
            ],
            "advice": [
                "what you can do", "what you do", "what you should do", "what to do", "our advice", "advice",
                "instructions", "what i ask of you", "what we ask of you", "what we ask you",
            ],
            "next-update": [
                "next update", "next news", "next message", "when you will hear", "what happens next",
            ],
            "contact": [
                "contact", "contacts", "contact us", "your questions", "questions", "how to reach us", "who to call",
            ],
            "authenticity": [
                "how to check", "check that this", "how to recognise", "how to recognize", "is this really us",
                "say who you are",
            ],
            "empathy": ["we understand", "we know how", "i am angry"],
            "data": ["which data", "what data", "the data", "your data", "data affected", "records"],
            "consequences": ["what you risk", "consequences", "risks", "likely consequences"],
            "changed": [
                "what has changed", "what changed", "what is new", "what's new", "since yesterday",
                "what we correct",
            ],
            "apology": ["our apology", "our apologies", "we apologise", "we are sorry"],
            "thanks": ["thank you", "thanks"],
            "verdict": ["what we found", "our verdict", "result"],
            "offer": ["we offer", "our offer", "a call"],
        ]
        words.warnings = [
            "not ", "don't ", "don’t ", "never ", "down ", "out of order", "unavailable", "cannot ", "no longer",
            "stop ", "instead of", "switched off", "disabled", "without ", "fails ", "broken", "fake", "forged",
            "replaces ",
        ]
        words.invitations = ["hesitate"]
        words.thanks = ["thank", "thanks", "thank you"]
        words.blanks = [
            "(to be completed)", "(to be defined)", "(to be confirmed)", "DD/MM/YYYY", "MM/DD/YYYY", "YYYY-MM-DD",
            "HH:MM",
            "hh:mm",
        ]
        return words
    }()
}
