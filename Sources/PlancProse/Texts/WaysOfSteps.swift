import PlancMarkup
import PlancModel
import PlancSource
import PlancWords

/// Finds how a step says that it is done, by telephone or by e-mail, and texts that say who reads along.
public struct WaysOfSteps {
    /// A way by the words of its author, and the channels that are of it.
    public struct Way {
        public var types: Set<ChannelType>
        public var words: String
        public var span: Span
    }

    private let locale: Locale
    private let rendering: Rendering
    private var reader: PlanWordReader

    public init(_ plan: Plan) {
        locale = plan.sourceLocale
        rendering = asWritten(plan.links)
        reader = PlanWordReader(locale)
    }

    /// Those that the words of a step name, its details left aside; without what they deny.
    public mutating func ways(of step: Step) -> [Way] {
        let line = [Block(.paragraph(step.text), step.span)]
        guard line.haveLetters(of: Self.waysStems) else { return [] }
        let text = rendering(line)
        func ways(_ ranges: [Range<Int>], _ types: Set<ChannelType>) -> [Way] {
            ranges.filter { !text.isDenied($0, locale) }.compactMap { range in
                text.span(of: range).map { Way(types: types, words: text.text(range), span: $0) }
            }
        }
        return ways(reader.telephone(in: text), [.voice, .hotline, .satellite]) + ways(reader.mail(in: text), [.email])
    }

    /// The first words of blocks that say that an attacker reads what is written, or may do so.
    public mutating func spying(in blocks: [Block]) -> Span? {
        guard blocks.haveLetters(of: Self.spyStems) else { return nil }
        var found: Span?
        blocks.forEachLine { inlines, span in
            let line = [Block(.paragraph(inlines), span)]
            guard found == nil, line.haveLetters(of: Self.spyStems) else { return }
            let text = rendering(line)
            found = reader.spying(in: text).first { !text.isDenied($0, locale) }.flatMap { text.span(of: $0) }
        }
        return found
    }

    /// Letters that all words for them share, so that most steps are not read.
    private static let waysStems = LetterStems([
        "phone", "éléphone", "elefon", "mail", "Mail", "MAIL", "ourrie", "mél", "Mél",
    ])
    private static let spyStems = LetterStems([
        "ttack", "ntruder", "acker", "riminal", "ttaquant", "irate", "ntrus", "ssaillant", "ngreifer", "äter",
        "indringling",
        "riminelle",
    ])
}
