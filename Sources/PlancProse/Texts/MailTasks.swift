import PlancMarkup
import PlancModel
import PlancSource
import PlancWords

/// Finds steps that are done by e-mail without naming a channel: "Send an e-mail to all customers".
public struct MailTasks {
    private let locale: Locale
    private let rendering: Rendering
    private let links: LinkTargets
    private var reader: PlanWordReader
    /// By where the step is written: it is the same in all scenarios.
    private var known: [Span: Span?] = [:]

    public init(_ plan: Plan) {
        locale = plan.sourceLocale
        links = plan.links
        rendering = asWritten(plan.links)
        reader = PlanWordReader(locale)
    }

    /// The first words of a step, of its branches or of its detail that say so; nil where none do, where they deny it, and where the
    /// same paragraph names the channel.
    public mutating func place(in step: Step) -> Span? {
        if let known = known[step.span] { return known }
        var place = place(in: step.text, step.span) ?? place(in: step.detail)
        for branch in step.branches where place == nil {
            place = self.place(in: branch.text, step.span) ?? self.place(in: branch.detail)
        }
        known[step.span] = place
        return place
    }

    /// The same of a text that is no step.
    public mutating func place(inText blocks: [Block]) -> Span? { place(in: blocks) }

    private mutating func place(in inlines: [Inline], _ span: Span) -> Span? {
        inlines.isEmpty ? nil : place(in: [Block(.paragraph(inlines), span)])
    }

    private mutating func place(in blocks: [Block]) -> Span? {
        guard blocks.haveLetters(of: Self.stems) else { return nil }
        var found: Span?
        blocks.forEachLine { inlines, span in
            guard found == nil, !namesChannel(inlines), [Block(.paragraph(inlines), span)].haveLetters(of: Self.stems)
            else {
                return
            }
            let text = rendering([Block(.paragraph(inlines), span)])
            found = reader.mail(in: text).first { !text.isDenied($0, locale) }.flatMap { text.span(of: $0) }
        }
        return found
    }

    /// Whether a link or a placeholder says by which channel.
    private func namesChannel(_ inlines: [Inline]) -> Bool {
        var isNamed = false
        inlines.forEachDeep { inline in
            switch inline.content {
            case .placeholder(let placeholder): isNamed = isNamed || placeholder.name.hasPrefix("channel.")
            case .link(let link):
                if case .entity(let target) = links[link] { isNamed = isNamed || target.kind == .channel }
            default: break
            }
        }
        return isNamed
    }

    /// Letters that all words for it share, so that most steps are not read.
    private static let stems = LetterStems(["mail", "Mail", "MAIL", "ourrie", "OURRIE", "mél", "Mél", "MÉL"])
}
