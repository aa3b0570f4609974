import PlancDiagnostics
import PlancModel
import PlancProse
import PlancSource

enum MissingTranslation: Rule {
    static let name = "missing-translation"
    static let group = RuleGroup.messages
    static let severity = Severity.error
    static let summary = Phrase(
        "a message in none of the words that its readers understand")
    static let why = Phrase(

        """
        Whoever cannot read the message is not told. On the day nobody has the time to translate, and what \
        a machine makes of it in a hurry is nobody's word. Write every message in every language of its \
        audience now.
        """)
    static let rejects = [
        Example(
            Phrase("Staff read English and French"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"),
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    staff: {title: Staff, type: employees, channels: [text-message, mail], inform-within: 1h, locales: [en, fr]}
                    """),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    """
                    title: ⟦"Staff: the library is closed"⟧
                    """, text: "The library is closed."),
                "messages/ready.md": ExamplePlan.changing(
                    "messages/ready.md",
                    """
                    audiences: readers
                    scenarios: flood
                    owner: director
                    subject: News
                    """, text: "Look at our website."),
                "messages/reopened.md": ExamplePlan.changing(
                    "messages/reopened.md",
                    """
                    title: Open again
                    audiences: readers
                    scenarios: flood
                    owner: director
                    subject: News
                    """, text: "Open again."),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("A file for each language"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"),
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    staff: {title: Staff, type: employees, channels: [text-message, mail], inform-within: 1h, locales: [en, fr]}
                    """),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "The library is closed."),
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                ---

                La bibliothèque est fermée.
                """,
                "messages/ready.md": ExamplePlan.changing(
                    "messages/ready.md",
                    """
                    audiences: readers
                    scenarios: flood
                    owner: director
                    subject: News
                    """, text: "Look at our website."),
                "messages/reopened.md": ExamplePlan.changing(
                    "messages/reopened.md",
                    """
                    title: Open again
                    audiences: readers
                    scenarios: flood
                    owner: director
                    subject: News
                    """, text: "Open again."),
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        // Which languages the plan has was not understood, and has been reported.
        if plan.unread.keys.contains(where: { $0.key.kind == .plan && $0.value.contains("locales") }) { return }
        for message in plan.messages where !message.versions.isEmpty {
            var told = Set<Substring>()
            let written = message.versions.map(\.body.locale)
            for reference in message.audiences {
                guard let place = plan.audiences.index(of: reference.id) else { continue }
                // Most audiences read what the message is written in.
                let locales = plan.audiences[place].locales
                if locales.isEmpty
                    ? written.contains(plan.sourceLocale) : locales.allSatisfy({ written.contains($0.value) })
                {
                    continue
                }
                let audience = plan.audiences[place]
                let wanted =
                    audience.locales.isEmpty ? [Located(plan.sourceLocale, audience.nameSpan)] : audience.locales
                for locale in wanted
                where plan.locales.contains(where: { $0.language == locale.value.language })
                    && !written.contains(where: { $0.language == locale.value.language })
                {
                    guard told.insert(locale.value.language).inserted else { continue }
                    report(finding(message, locale, for: audience))
                }
            }
            reportSnippets(of: message, in: plan, report)
        }
    }

    private static func finding(_ message: Message, _ locale: Located<Locale>, for audience: Audience) -> Finding {
        let (name, reader, tag) = (message.quoted, audience.quoted, locale.value.tag)
        return finding(
            at: message.nameSpan,
            Phrase(
                "message {name} has no text in '{tag}', which {reader} read",
                ["name": name, "tag": tag, "reader": reader]),
            labels: [Label(locale.span, Phrase("reads '{tag}'", ["tag": tag]))],
            help: [
                Phrase(
                    "write it in a file beside this one, named '{id}.{tag}.md'", ["id": message.id, "tag": tag])
            ])
    }

    /// A snippet must be there in every language of the messages that call it.
    private static func reportSnippets(of message: Message, in plan: Plan, _ report: (Finding) -> Void) {
        if plan.snippets.isEmpty { return }
        for id in snippets(of: message, in: plan) {
            guard let snippet = plan.snippets[id] else { continue }
            let written = snippet.versions.map(\.body.locale)
            for version in message.versions
            where !written.contains(where: { $0.language == version.body.locale.language }) {
                // Told at the first message that calls it.
                let first = plan.messages.first { other in
                    other.versions.contains { $0.body.locale.language == version.body.locale.language }
                        && snippets(of: other, in: plan).contains(id)
                }
                guard first?.id == message.id else { continue }
                let (name, caller, tag) = (snippet.quoted, message.quoted, version.body.locale.tag)
                report(
                    finding(
                        at: snippet.nameSpan,
                        Phrase(
                            "snippet {name} has no text in '{tag}', in which message {caller} uses it",
                            ["name": name, "tag": tag, "caller": caller]
                        ),
                        labels: [Label(version.nameSpan, Phrase("uses it"))]))
            }
        }
    }
}
