import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

enum UnsentLink: Rule {
    static let name = "unsent-link"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase("a link in a message to something of the plan: only its words are sent")
    static let why = Phrase(
        """
        Those who receive a message do not have the plan. A link to another message, to a channel or to a file \
        of the plan leaves as the \
        words between its brackets: "More" is read, and there is nothing to press.
        """)
    static let rejects = [
        Example(
            Phrase("another message, and a channel"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is flooded and closed. Stay at home. News at {{ next-time }} on ⟦[our \
                        website](channel:site)⟧. \
                        ⟦[More](readers-closed.md)⟧
                        """)
            ])
    ]
    static let accepts = [
        Example(
            Phrase("a page of the web"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is flooded and closed. Stay at home. News at {{ next-time }} on \
                        [our website](https://library.example).
                        """)
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        func check(_ body: Body) {
            body.blocks.forEachInline { inline in
                guard case .link(let link) = inline.content, !link.children.isEmpty else { return }
                switch plan.links[link] {
                case .entity, .file, .anchor: report(finding(at: inline.span, plan.links[link]))
                default: return
                }
            }
        }
        for message in plan.messages { for version in message.content.versions { check(version.body) } }
        for snippet in plan.snippets { for version in snippet.versions { check(version.body) } }
    }

    private static func finding(at span: Span, _ target: LinkTarget) -> Finding {
        var address: String?
        if case .entity(let target) = target, target.kind == .channel { address = "{{ channel.\(target.id).address }}" }
        return finding(
            at: span, Phrase("no channel sends this link: readers get its words alone"),
            help: [
                address.map { Phrase("write '{placeholder}' for the address of the channel", ["placeholder": $0]) }
                    ?? Phrase("say in words what is to be known, or link to a page of the web")
            ])
    }
}
