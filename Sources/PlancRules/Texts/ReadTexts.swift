import PlancModel
import PlancSource
import PlancWords

/// What reading the texts of a plan, or of a run of its messages, finds.
struct ReadTexts: Sendable {
    var texts = PlanTexts()
    /// By message and version, in the order of the plan: the common texts.
    var measures: [[TextMeasures]] = []
}

/// Reads texts run by run, each run by one of the readers that are free: side by side, and each reader keeps what it learned.
final class TextReading: Sendable {
    /// Messages that are read in one go.
    private static let runLength = 64

    private let plan: Plan
    private let runs: [Lazily<ReadTexts>]
    let whole: Lazily<ReadTexts>

    init(_ plan: Plan) {
        self.plan = plan
        let readers = FreeReaders(plan)
        let messages = plan.messages.indices
        var runs = stride(from: 0, to: messages.count, by: Self.runLength).map { lower in
            Lazily { readers.lend { $0.read(messages: lower..<min(lower + Self.runLength, messages.count)) } }
        }
        runs.append(Lazily { readers.lend { $0.readSnippets() } })
        self.runs = runs
        whole = Lazily { [runs] in
            var all = ReadTexts()
            for run in runs {
                let read = run.value
                all.texts.append(read.texts)
                all.measures += read.measures
            }
            return all
        }
    }

    /// The pieces of the work.
    var preparations: [@Sendable () -> Void] { runs.map { run in { _ = run.value } } }
}

extension Judgement {
    var texts: PlanTexts { reading.whole.value.texts }
    /// By message and version, in the order of the plan: the common texts.
    var measures: [[TextMeasures]] { reading.whole.value.measures }
}

/// Reads texts, with what it learned for each language.
private struct TextReader: Sendable {
    let plan: Plan
    var words: [Substring: WordReader] = [:]
    var measurers: [Locale: TextMeasurer] = [:]

    init(_ plan: Plan) { self.plan = plan }

    mutating func read(messages: Range<Int>) -> ReadTexts {
        var found = ReadTexts()
        let sourceLocale = plan.sourceLocale
        for number in messages {
            let message = plan.messages[number]
            for text in message.written(number: number, sourceLocale: sourceLocale) { read(text, into: &found.texts) }
            found.measures.append(message.versions.map { measures(of: $0) })
        }
        return found
    }

    mutating func readSnippets() -> ReadTexts {
        var found = ReadTexts()
        for text in plan.writtenSnippets() { read(text, into: &found.texts) }
        return found
    }

    private mutating func read(_ text: WrittenText, into texts: inout PlanTexts) {
        let (words, apology) = words[text.locale.language, default: WordReader(plan, language: text.locale.language)]
            .read(text, number: texts.written.count)
        texts.words += words
        if let apology { texts.apologies.append((texts.written.count, apology)) }
        texts.written.append(text)
    }

    private mutating func measures(of version: Message.Version) -> TextMeasures {
        measurers[version.body.locale, default: TextMeasurer(plan, version.body.locale)].measures(of: version)
    }
}

/// The readers that nobody uses just now.
private final class FreeReaders: Sendable {
    private let plan: Plan
    private let free = Guarded<[TextReader]>([])

    init(_ plan: Plan) { self.plan = plan }

    func lend<Result>(_ use: (inout TextReader) -> Result) -> Result {
        var reader = free.use { $0.popLast() } ?? TextReader(plan)
        defer { free.use { $0.append(reader) } }
        return use(&reader)
    }
}
