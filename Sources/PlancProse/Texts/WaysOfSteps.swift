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
    private let links: LinkTargets
    private let rendering: Rendering
    private var reader: PlanWordReader

    public init(_ plan: Plan) {
        locale = plan.sourceLocale
        links = plan.links
        rendering = asWritten(plan.links)
        reader = PlanWordReader(locale)
    }

    /// Those that the words of a step name for the first message that it sends, its details left aside; without what they deny, and
    /// without those of another clause: "Tell the mayor by telephone, then send …".
    public mutating func ways(of step: Step) -> [Way] {
        let line = [Block(.paragraph(step.text), step.span)]
        guard line.haveLetters(of: Self.waysStems) else { return [] }
        let message = step.text.firstIndex(where: isMessage) ?? step.text.endIndex
        let text = rendering([Block(.paragraph(Array(step.text.prefix(message + 1))), step.span)])
        let before = rendering([Block(.paragraph(Array(step.text[..<message])), step.span)]).bytes.count
        func ways(_ ranges: [Range<Int>], _ types: Set<ChannelType>) -> [Way] {
            ranges.filter { range in
                !text.isDenied(range, locale)
                    && !text.bytes[min(range.upperBound, before)..<before].contains { ",;.".utf8.contains($0) }
            }.compactMap { range in
                text.span(of: range).map { Way(types: types, words: text.text(range), span: $0) }
            }
        }
        return ways(reader.telephone(in: text), [.voice, .hotline, .satellite]) + ways(reader.mail(in: text), [.email])
    }

    private func isMessage(_ inline: Inline) -> Bool {
        guard case .link(let link) = inline.content, case .entity(let target) = links[link] else { return false }
        return target.kind == .message
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

    /// Letters that all words for them share in `statements.txt`, so that most steps are not read; a test holds them together.
    static let lettersOfWays = ["phone", "éléphone", "elefon", "mail", "Mail", "MAIL", "ourrie", "mél", "Mél"]
    static let lettersOfSpies = [
        "ttack", "ntruder", "acker", "riminal", "ttaquant", "irate", "ntrus", "ssaillant", "ngreifer", "äter",
        "indringling", "riminelle",
    ]
    private static let waysStems = LetterStems(lettersOfWays)
    private static let spyStems = LetterStems(lettersOfSpies)
}
