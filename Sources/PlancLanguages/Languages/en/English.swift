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
        rules.speakers = ["i", "we", "my"]
        rules.functionWords = [
            "the", "and", "of", "to", "is", "with", "for", "we", "you", "your", "our", "have", "has", "this",
            "that", "these", "from", "they", "been", "their", "there", "when", "which", "what", "how", "if", "by",
            "were", "can", "should", "must", "please", "would", "it's", "who", "than", "then", "them",
        ]
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
        rules.unnamed = [
            "to be named", "to be appointed", "to be confirmed", "to be determined", "to be defined",
            "to be announced", "to be decided", "to be found", "to be hired", "to be recruited", "not yet named",
            "not yet known", "name to follow", "vacant", "tba", "tbd", "tbc", "tbn", "n/a", "nobody", "nobody yet",
            "unknown", "somebody", "someone", "being recruited", "recruitment under way", "under recruitment",
            "position open", "open position", "to be replaced",
        ]
        rules.absences = [
            "on leave", "on maternity leave", "on paternity leave", "on parental leave", "on sick leave", "on holiday",
            "on vacation", "on sabbatical", "away", "absent", "off sick", "out of office", "has left", "no longer here",
            "retired",
        ]
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
        words.headings = [
            "facts": [
                "what happened", "what has happened", "what is happening", "what we know", "the facts", "facts",
                "what works", "what does not work", "known effects", "the situation", "situation", "what went well",
                "current status", "known facts", "what is known",
                // Forms of supervisors.
                "about the breach", "about the incident", "nature", "nature of the breach",
                "nature of the personal data breach", "description of the breach", "description of the incident",
                "initial assessment", "nature of the incident",
            ],
            "unknowns": [
                "what we do not know", "what we don't know", "what is not known", "do not know", "don't know",
                "not known yet", "not yet known", "still unknown", "unknown", "what is unclear", "open questions",
                "what we are finding out", "are finding out", "what we are still checking", "under investigation",
            ],
            "impact": [
                "what this means", "what it means", "what changes for you", "how this affects you", "services affected",
                "affected services", "impact", "impact…", "severity and impact", "who is affected", "effects",
                "what works", "what does not work", "known effects",
            ],
            "measures": [
                "what we are doing", "what we do", "what we have done", "what we did", "what we are changing",
                "what we have changed", "measures", "our actions", "actions", "action taken", "actions taken",
                // Forms of supervisors.
                "measures taken", "measures taken or planned", "measures taken or proposed", "taking action",
                "measures taken to address the breach", "mitigation measures", "corrective measures", "remedial action",
                "our response",
            ],
            "advice": [
                "what you can do", "what you do", "what you should do", "what you need to do", "what you must do",
                "what to do", "our advice", "advice", "instructions", "what i ask of you", "what we ask of you",
                "what we ask you", "protect yourself", "how to protect yourself", "steps you can take",
                "steps you should take", "recommended actions", "what can you do",
            ],
            "next-update": [
                "next update", "next news", "next message", "next information", "when you will hear",
                "what happens next", "updates", "update", "news", "further updates", "next steps",
            ],
            "contact": [
                "contact", "contacts", "contact us", "your questions", "questions", "any questions", "how to reach us",
                "who to call", "for more information", "more information", "further information", "where to get help",
                "contact details", "contact point", "helpline", "hotline", "call us", "how to contact us", "help",
                // Forms of supervisors.
                "data protection officer", "about you",
            ],
            "authenticity": [
                "how to check", "check that this", "how to recognise", "how to recognize", "is this really us",
                "say who you are", "is this genuine", "how we will contact you",
            ],
            "empathy": ["we understand…", "we know how", "i am angry"],
            "data": [
                "data", "which data", "which data…", "what data", "what data…", "the data", "your data",
                "data affected",
                "data concerned", "records", "what information was involved", "which information",
                "information involved",
                "types of information", "personal data", "about the personal data", "categories of data",
                "categories of personal data", "data categories",
            ],
            "consequences": [
                "what you risk", "consequences", "risks", "risk", "likely consequences", "possible consequences",
                "potential consequences", "likely consequences of the breach", "your risk",
            ],
            "changed": [
                "what has changed", "what changed", "what is new", "what's new", "since yesterday", "changes",
                "since our last message", "since the last update", "what we correct", "correction", "corrections",
            ],
            "apology": ["our apology", "our apologies", "apology", "we apologise…", "we are sorry", "sorry"],
            "thanks": ["thank you…", "thanks…"],
            "verdict": ["what we found", "our verdict", "verdict", "result", "our result"],
            "offer": ["we offer…", "our offer", "a call", "a call with us"],
        ]
        words.unknowns = [
            "do not know yet", "don't know yet", "do not yet know", "don't yet know", "know no more yet",
            "is not known yet", "is not yet known", "are not known yet", "are not yet known", "not yet clear",
            "is all we know",
        ]
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
        words.blanks = [
            "(to be completed)", "(to be defined)", "(to be confirmed)", "DD/MM/YYYY", "MM/DD/YYYY", "YYYY-MM-DD",
            "HH:MM",
            "hh:mm", "DRAFT",
        ]
        words.officeLeftovers = [
            "Reference source not found", "Bookmark not defined", "Click or tap here", "Click here to enter text",
            "Choose an item.", "#REF!", ":contentReference[oaicite",
        ]
        words.blankSteps = ["ditto", "same as above", "see above", "deleted", "removed", "not applicable", "n a"]
        words.noteLabels = ["internal"]
        words.noteTitles = ["note to self", "note to the author", "note to the reviewer", "note for the author"]
        words.noteOpenings = [
            "to be approved", "to be agreed", "to be signed off", "pending approval", "pending legal",
            "awaiting approval", "check with legal", "legal to confirm", "legal to check", "to be reviewed by",
        ]
        words.noteSigns = ["DO NOT SEND", "DO NOT PUBLISH", "DO NOT RELEASE"]
        words.exerciseSigns = ["EXERCISE EXERCISE", "EXERCISE – EXERCISE", "EXERCISE! EXERCISE"]
        words.reservations = ["internal use only", "for internal use", "internal note", "tlp:red"]
        words.frames = [
            "Sent from my", "Here is the message:", "Here's the message:", "Here is a draft", "Here's a draft",
            "Sure! Here", "Certainly! Here", "Of course! Here",
        ]
        words.pageNumbers = ["Page # of #", "Page #/#"]
        words.choiceWords = ["Variant", "VARIANT", "OPTION"]
        words.blankSentences = [
            "to be confirmed", "to be completed", "to be defined", "to be determined", "to be written",
            "to be translated", "to be added", "to be filled in", "to be decided", "to be announced", "todo",
            "text to follow", "to follow", "placeholder", "translate me", "insert text here", "text goes here",
        ]
        words.blankValues = ["to translate", "untitled", "pending", "not yet known", "still open", "wip"]
        words.blankNames = ["subject", "title", "name", "text", "date", "company", "phone number"]
        words.blankLeads = [
            "Call", "please call", "Please call", "Phone", "Ask", "Contact", "contact", "at", "by", "from", "to",
            "until",
            "the", "Mr", "Mrs", "Ms", "Dear", "number",
        ]
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
