import PlancLanguages
import PlancModel
import PlancSource
import PlancWords

/// What reading the texts of a plan, or of a run of its messages, finds.
struct ReadTexts: Sendable {
    var texts = PlanTexts()
    /// Of common texts, with the places of the message and of the version in it.
    var measures: [(message: Int, version: Int, measures: TextMeasures)] = []
}

/// Reads texts run by run, each run by one of the readers that are free: side by side, and each reader keeps what it learned. A run
/// is in one language, so that what a language takes to learn is not learned by every reader.
public final class TextReading: Sendable {
    private let wordReaders: WordReaders
    private let runs: [Lazily<ReadTexts>]
    private let whole: Lazily<(texts: PlanTexts, measures: [[TextMeasures]])>

    /// - Parameter longestSentence: how many words a sentence may have that is not told among the long ones.
    public init(_ plan: Plan, longestSentence: Int) {
        wordReaders = WordReaders(plan)
        let readers = ReaderPool(TextReader(plan, wordReaders, longestSentence: longestSentence))
        let messages = plan.messages.indices
        let languages = plan.languagesOfMessages
        // A few runs of a small plan too, so that every core has some.
        let length = max(8, min(64, messages.count / 8)) * max(1, languages.count)
        var runs = stride(from: 0, to: messages.count, by: length).flatMap { lower in
            let range = lower..<min(lower + length, messages.count)
            return languages.map { language in
                Lazily { readers.lend(for: language) { $0.read(messages: range, in: language) } }
            }
        }
        runs.append(Lazily { readers.lend(for: plan.sourceLocale.language) { $0.readSnippets() } })
        self.runs = runs
        whole = Lazily { [runs] in
            var texts = PlanTexts()
            var measures = plan.messages.map { [TextMeasures?](repeating: nil, count: $0.versions.count) }
            for run in runs {
                let read = run.value
                texts.append(read.texts)
                for one in read.measures { measures[one.message][one.version] = one.measures }
            }
            return (texts, measures.map { $0.compactMap { $0 } })
        }
    }

    public var texts: PlanTexts { whole.value.texts }
    /// By message and version, in the order of the plan: the common texts.
    public var measures: [[TextMeasures]] { whole.value.measures }

    /// The pieces of the work.
    public var preparations: [@Sendable () -> Void] { wordReaders.preparations + runs.map { run in { _ = run.value } } }
}

/// Reads texts, with what it learned for each language.
private struct TextReader: Sendable {
    let plan: Plan
    private let wordReaders: WordReaders
    private let longestSentence: Int
    private var words: [Substring: WordReader] = [:]
    private var languages: [Locale: Substring] = [:]
    /// nil of a language that planc does not know.
    private var days: [Substring: DaysInText?] = [:]
    private var measurers: [Locale: TextMeasurer] = [:]
    /// The room that texts are written in.
    private var text = MappedText()

    init(_ plan: Plan, _ wordReaders: WordReaders, longestSentence: Int) {
        self.plan = plan
        self.wordReaders = wordReaders
        self.longestSentence = longestSentence
    }

    /// Whether it has learned a language.
    func knows(_ language: Substring) -> Bool { words[language] != nil }

    mutating func read(messages: Range<Int>, in language: Substring) -> ReadTexts {
        var found = ReadTexts()
        withRoom { reader, text in
            for number in messages {
                let message = reader.plan.messages[number]
                let isAsked = { (locale: Locale) in locale.language == language }
                message.forEachText(number: number, in: reader.plan, where: isAsked, into: &text) {
                    reader.read($0, $1, into: &found.texts)
                }
                for (place, version) in message.versions.enumerated() where isAsked(version.body.locale) {
                    found.measures.append((number, place, reader.measures(of: version, in: &text)))
                }
            }
        }
        return found
    }

    mutating func readSnippets() -> ReadTexts {
        var found = ReadTexts()
        withRoom { reader, text in
            reader.plan.forEachSnippetText(in: &text) { reader.read($0, $1, into: &found.texts) }
        }
        return found
    }

    private mutating func withRoom(_ read: (inout TextReader, inout MappedText) -> Void) {
        var room = MappedText()
        swap(&room, &text)
        read(&self, &room)
        swap(&room, &text)
    }

    private mutating func read(_ written: WrittenText, _ text: MappedText, into texts: inout PlanTexts) {
        let number = texts.written.count
        let language = language(of: written.locale)
        let found = words[language, default: wordReaders.new(language)].read(written, text, number: number)
        texts.statements += found.statements
        let first = texts.blanks.count
        for range in unfilledBlanks(in: text.bytes) where text.kind(at: range.lowerBound) == .words {
            if let span = text.span(of: range) {
                texts.blanks.append(FoundPassage(words: text.text(range), span: span))
            }
        }
        for range in internalNotes(in: text.bytes, isForOutsiders: isForOutsiders(written.messages))
        where text.kind(at: range.lowerBound) == .words {
            guard let span = text.span(of: range), !texts.blanks[first...].contains(where: { $0.span.overlaps(span) })
            else { continue }
            texts.notes.append(FoundPassage(words: text.text(range), span: span))
        }
        for address in mistypedAddresses(in: text.bytes) {
            // The first part of a page's address is read as an address of its own.
            let kind = text.kind(at: address.range.lowerBound)
            guard kind == .words || kind == .value && address.better.hasPrefix("www"),
                let span = text.span(of: address.range)
            else { continue }
            texts.mistypedAddresses.append((FoundPassage(words: text.text(address.range), span: span), address.better))
        }
        // The letters of `DD/MM/YYYY` are no words that a reader would not know.
        let blanks = texts.blanks[first...]
        texts.words += found.words.filter { word in
            let place = blanks.partitioningIndex { $0.span.upper < word.span.upper }
            return place == blanks.endIndex || blanks[place].span.lower > word.span.lower
        }
        if let apology = found.apology { texts.apologies.append((number, apology)) }
        if written.part != .subject {
            for sentence in sentences(in: text, longerThan: longestSentence) {
                if let span = text.span(of: sentence.range) { texts.longSentences.append((sentence.words, span)) }
            }
        }
        for range in literalDates(in: text, months: days(in: language)) {
            if let span = text.span(of: range) { texts.dates.append(FoundPassage(words: text.text(range), span: span)) }
        }
        if written.messages.contains(where: { plan.messages[$0].inReplyTo != nil }),
            thanks(text.string.folded)
        {
            texts.thanks.insert(number)
        }
        texts.written.append(written)
    }

    /// Whether somebody reads one of some messages who is neither of the house nor an authority.
    private func isForOutsiders(_ messages: [Int]) -> Bool {
        messages.contains { message in
            plan.messages[message].audiences.contains { audience in
                switch plan.audiences[audience]?.type.value {
                case .customers, .press, .partners, .investors, .public: true
                case .employees, .board, .authorities, nil: false
                }
            }
        }
    }

    private mutating func days(in language: Substring) -> DaysInText? {
        if let known = days[language] { return known }
        let made = Language(language).map(DaysInText.init)
        days[language] = .some(made)
        return made
    }

    private mutating func language(of locale: Locale) -> Substring {
        if let known = languages[locale] { return known }
        languages[locale] = locale.language
        return locale.language
    }

    private mutating func measures(of version: Message.Version, in text: inout MappedText) -> TextMeasures {
        let locale = version.body.locale
        return measurers[locale, default: TextMeasurer(plan, locale)].measures(of: version, in: &text)
    }
}

/// The readers that nobody uses just now.
private final class ReaderPool: Sendable {
    /// One that has learned nothing yet.
    private let new: TextReader
    private let free = Mutex<[TextReader]>([])

    init(_ new: TextReader) { self.new = new }

    /// Lends a reader that has read a language before, where one is free.
    func lend<Result>(for language: Substring, _ use: (inout TextReader) -> Result) -> Result {
        let known = free.withLock { free in
            (free.firstIndex { $0.knows(language) } ?? free.indices.last).map { free.remove(at: $0) }
        }
        var reader = known ?? new
        defer { free.withLock { $0.append(reader) } }
        return use(&reader)
    }
}

/// Readers of words that have learned nothing yet, one for each of the plan's languages: to make one takes longer than to read
/// a message, so that all begin with a copy.
private final class WordReaders: Sendable {
    private let plan: Plan
    private let byLanguage: [Substring: Lazily<WordReader>]

    init(_ plan: Plan) {
        self.plan = plan
        let languages = Set(plan.locales.map(\.language))
        byLanguage = Dictionary(
            uniqueKeysWithValues: languages.map { language in
                (language, Lazily { WordReader(plan, language: language) })
            })
    }

    var preparations: [@Sendable () -> Void] { byLanguage.values.map { reader in { _ = reader.value } } }

    func new(_ language: Substring) -> WordReader {
        byLanguage[language]?.value ?? WordReader(plan, language: language)
    }
}
