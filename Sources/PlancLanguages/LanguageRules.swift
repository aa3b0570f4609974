/// What planc knows of a language besides its phrases: how it is dated, counted and misspelt, and which words count in a message.
///
/// A folder of `Languages` gives it in a Swift file, as `LanguageRules.<tag>`. What a language leaves out, planc does not know of it.
public struct LanguageRules: Sendable {
    /// How hard its texts are to read; nil: nothing is said about that.
    public var reading: ReadingMeasure?
    /// How many letters a text has for each letter of the same text in English.
    public var textLength = 1.0
    public var dates = DateWords()
    public var messages = MessageWords()
    public var use = UseWords()
    /// Hundreds of names, made when somebody asks.
    public var aliases: @Sendable () -> Aliases = { Aliases() }
    /// Small, without the full stop at the end.
    public var abbreviations: [String] = []
    /// Words with which somebody who is quoted begins to speak of themselves, small: `I`, `we`.
    public var speakers: [String] = []
    /// Letters that are written as others where there are those of ASCII alone, small, and not without their marks: `ü` as `ue`.
    public var spelledOut: [(letter: String, letters: String)] = []
    /// Words between two names: `and`.
    public var joints: [String] = []
    /// Words between two names, small, that let one of them do it, or one after the other: `or`, `then`.
    public var alternatives: [String] = []
    /// Words, small, that stand beside the name of a channel where its text begins: `version`, `for the`.
    public var variantFillers: [String] = []
    /// Numbers as words, small, with their values: `two`, `second`, `half` of an hour.
    public var numberWords: [String: Int] = [:]
    /// Words that deny; nil where they are not known.
    public var negations: NegationWords?
    /// The labels of a decision's branches that say yes, and those that say no, small.
    public var yes: [String] = []
    public var no: [String] = []
    /// Words before such an answer, small, that make a condition of it: `if`.
    public var conditions: [String] = []
    /// How words begin, small, that answer the question before them with yes, or with no: `if so`, `otherwise`.
    public var ifSo: [String] = []
    public var ifNot: [String] = []
    /// How a heading begins, small, under which steps stand that are done in some cases alone: `only if`.
    public var conditionOpenings: [String] = []
    /// Titles and forms of address before a name, small; with a full stop where the word alone may be a name.
    public var nameTitles: [String] = []
    /// Small letters that its own words are not written with, and those of other languages here are.
    public var foreignLetters = ""
    /// What people write between brackets behind the name of somebody who does not come for now, small.
    public var absences: [String] = []
    /// The same of somebody who has gone, small, where nothing else is written there.
    public var departures: [String] = []
    /// How one says that an exercise did not take place: small beginnings of what would have been found in it.
    public var calledOff: [String] = []
    /// What people who speak it call a command of planc.
    public var commands: [String: String] = [:]
    /// The calling code of the country that is meant where a plan in this language names none.
    public var callingCode: String?

    public init() {}

    /// Those of all languages, English first.
    public static let all = Language.all.map(\.rules)
}

/// How dates and times of day are written, besides the way planc prints them.
public struct DateWords: Sendable {
    /// Other spellings of months, small, by number from 1.
    public var spellings: [String: Int] = [:]
    /// Short names of months that are found in texts, and read nowhere.
    public var shortMonths: [String] = []
    /// Names of months are found in texts with a capital only: "you may", "we march".
    public var monthsHaveCapitals = false
    /// `March 14`.
    public var monthMayComeFirst = false
    /// `14. März`.
    public var dayHasStop = false
    /// Behind the number of a day: `st`, `er`.
    public var dayEndings: [String] = []
    /// Small.
    public var weekdays: [String] = []
    /// Between a date and a time: `at`.
    public var at: [String] = []
    public var noon: [String] = []
    public var midnight: [String] = []
    /// Behind an hour: `Uhr`.
    public var hourWords: [String] = []
    /// What people write behind a time of day that is there already, small: `o'clock`.
    public var clockWords: [String] = []
    /// Between two ends of opening hours.
    public var rangeWords: [String] = []
    /// Before a day in digits without its year: `on 4/12`.
    public var dayWords: [String] = []
    /// Before a time of day.
    public var timeWords: [String] = []
    /// Words that make a time of day one of many days, small: `every day`, `visiting hours`.
    public var everyDay: [String] = []

    public init() {}
}

/// Words that count in messages.
public struct MessageWords: Sendable {
    /// Words of time and of address that may stand around the heading of an element, small.
    public var headingFillers: [String] = []
    /// Words that make the contrary of the ones before them, small.
    public var headingDenials: [String] = []
    /// How a sentence says that what it names is not to be used: beginnings of words.
    public var warnings: [String] = []
    /// Whether what denies something to be done may follow it: "per E-Mail nichts senden".
    public var deniesBehind = false
    /// Beginnings of polite words that only look like a warning.
    public var invitations: [String] = []
    public var thanks: [String] = []
    /// Labels before a subject, small: `subject`.
    public var subjects: [String] = []
    /// What has numbers that nobody calls, small: `customer`; with the next, the parts of one word, too: `Kundennummer`.
    public var numbered: [String] = []
    /// Words for a number, small.
    public var numberNames: [String] = []
    /// Words that stand for something and its number, small: `ref`.
    public var references: [String] = []

    public init() {}
}

/// Names that authors write for those of the plan language, as ids: small, without accents.
public struct Aliases: Sendable {
    /// Kinds of files.
    public var kinds: KeyValuePairs<String, String> = [:]
    /// Keys; several where different kinds have different ones.
    public var keys: KeyValuePairs<String, [String]> = [:]
    /// Words of vocabularies.
    public var values: KeyValuePairs<String, [String]> = [:]
    /// How else a name of a kind, a key or a word is spelled as an id; the same where there is no other way.
    public var otherSpelling: @Sendable (String) -> String = { $0 }
    /// Units of time, by the notation of the plan language: `min`, `h`, `d`, `w`, `mo`, `y`, `bd`.
    public var units: [String: [String]] = [:]
    /// What comes again, with the length of time between: `daily`.
    public var rhythms: [String: String] = [:]
    /// Lengths of time in words, small, with their notation: `half an hour`.
    public var lengths: [String: String] = [:]
    /// Words before them, small, that say that it is the time there is: `within`, `the next`.
    public var lengthLeads: [String] = []
    /// Words before such a length, small: `every`.
    public var rhythmLeads: [String] = []
    /// Words before a time, small, that say no other time: `by`, `no later than`.
    public var timeLeads: [String] = []
    /// Those among them that say another time than the one behind them, so that they cannot be left out: `from`.
    public var timeOpenings: [String] = []
    /// How one says, small, that something is to be done at once.
    public var atOnce: [String] = []
    /// Words between two times, small: `to`.
    public var timeRanges: [String] = []
    /// Endings that people put behind the name of a file that they keep, small: `old`.
    public var backupEndings: [String] = []
    /// Languages, small, with their tags.
    public var languages: [String: String] = [:]

    public init() {}
}

/// A measure of how hard a text is to read, and what it counts.
public struct ReadingMeasure: Sendable {
    /// Whose it is: `Flesch`.
    public var name: String
    /// Ease = base − perSentence × words a sentence − perWord × syllables a word.
    public var base: Double
    /// What each word of a sentence takes from the ease.
    public var perSentence: Double
    /// What each syllable of a word takes from the ease.
    public var perWord: Double
    /// The syllables of a word, in `Letters`.
    public var syllables: @Sendable ([UInt8]) -> Int
    /// Words that lean on the next one with an apostrophe, and are no words of their own.
    public var elided: [String] = []
    /// Words that speak of the sender, and to the reader: eight letters at most.
    public var sender: [String] = []
    public var reader: [String] = []
    /// Only with a capital do they speak to the reader: `Sie`, not `sie`.
    public var readerHasCapital = false
    /// Words in -ez that are no imperatives; nil in a language where that ending says nothing.
    public var notImperative: [String]?

    public init(
        name: String, base: Double, perSentence: Double, perWord: Double,
        syllables: @escaping @Sendable ([UInt8]) -> Int
    ) {
        (self.name, self.base, self.perSentence, self.perWord) = (name, base, perSentence, perWord)
        self.syllables = syllables
    }

    /// The syllables of a word as it is written.
    public func syllables(of word: some StringProtocol) -> Int { syllables(Letters.of(Array(word.utf8)[...])) }
}
