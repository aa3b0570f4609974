import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

enum TextOnNoPage: Rule {
    static let name = "text-on-no-page"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase("a text that no channel takes, or that is not on the pages of its scenario")
    static let why = Phrase(

        """
        Whoever wrote it believes that it will be sent or read. A common text is sent by no channel when \
        each has a text of its own; a text for a channel that the message does not name is sent by none; \
        and what belongs to no scenario is in no checklist and no pack. What lies in a grab bag is printed in the languages of its pack alone. \
        A line has room for the paragraphs of a snippet, and for nothing else of it. A step sends a message on the pages of its scenario: \
        the text of one that is for other scenarios is not there. A subject is sent by e-mail alone (a note).
        """)
    static let rejects = [
        Example(
            Phrase("each channel has a text of its own"),
            [
                "messages/ready.md": ExamplePlan.changing(
                    "messages/ready.md",
                    """
                    audiences: readers
                    owner: director
                    """,
                    text: """
                        ⟦Look at our website.⟧

                        # mail

                        Look at the notice on the door.
                        """)
            ]),
        Example(
            Phrase("a text for a channel that is not named"),
            [
                "messages/ready.md": ExamplePlan.changing(
                    "messages/ready.md",
                    """
                    audiences: readers
                    owner: director
                    """,
                    text: """
                        Look at our website.

                        # ⟦sms⟧

                        Look at the notice on the door.
                        """)
            ]),
        Example(
            Phrase("an item of the grab bag in a language that its pack is not printed in"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"),
                "packs.md": """
                ---
                kind: packs
                packs:
                  binder:
                    title: Binder
                    for: [role:director]
                    include: [cover, grab-bag]
                    locales: [en]
                    bag: [{what: {en: Torch, fr: ⟦Lampe de poche⟧}, every: 6mo, checked: 2026-01-05}]
                ---
                """,
            ]),
        Example(
            Phrase("a snippet with a list, in the middle of a line"),
            [
                "snippets/ways-in.md":
                    "---\nkind: snippet\n---\n\nWays in:\n\n- by the desk\n- by the yard\n",
                "messages/ready.md": ExamplePlan.changing(
                    "messages/ready.md",
                    """
                    audiences: readers
                    owner: director
                    """, text: "⟦{{> ways-in }}⟧ Look at our website."),
            ]),
        Example(
            Phrase("a step sends a message of another scenario"),
            [
                "scenarios/storm.md":
                    "---\nkind: scenario\ntitle: Storm\naffects: [staff]\nactivated-by: director\n---\nThe wind is too strong.\n",
                "checklists/storm.md": """
                ---
                kind: checklist
                title: Storm
                scenarios: storm
                phase: during
                ---

                - [ ] T+30min @director Tell the staff: [](⟦../messages/staff-closed.md⟧)
                """,
            ]),
        Example(
            Phrase("a subject, and no e-mail"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", "subject: ⟦We are closed⟧",
                    text: "The library is closed. News at {{ next-time }}, questions: {{ phone }}.")
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("The common text goes to the others"),
            [
                "messages/ready.md": ExamplePlan.changing(
                    "messages/ready.md",
                    """
                    audiences: readers
                    owner: director
                    """, text: "Look at our website.")
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        for message in plan.messages {
            let channels = message.channels.compactMap { plan.channels[$0] }
            if channels.count < message.channels.count || channels.isEmpty { continue }
            // Which channels there are is not known: one that was misspelt may take the text.
            if plan.unread.contains(message, ["channels"]) || channels.contains(where: plan.isGuessed) { continue }
            if let subject = message.subject.versions.first, !channels.contains(where: { $0.type.value == .email }) {
                var found = finding(
                    at: subject.text.span,
                    Phrase("no channel of the message is an e-mail, so its subject is on no page"),
                    help: [Phrase("remove it, or say it in the text")])
                found.severity = .note
                report(found)
            }
            for version in message.versions where !version.variants.isEmpty {
                let taken = Set(channels.compactMap { version.variant(for: $0)?.name.value })
                if let first = version.common.first(where: \.isPrinted),
                    channels.allSatisfy({ version.variant(for: $0) != nil })
                {
                    report(
                        finding(
                            at: first.firstLine,
                            Phrase(
                                "every channel of the message has a text of its own, so the common text is on no page: {size}",
                                ["size": version.common.size])))
                }
                for variant in version.variants where !taken.contains(variant.name.value) {
                    report(
                        finding(
                            at: variant.name.span,
                            Phrase(
                                "no channel of the message takes the text for '{variant}', so it is on no page: {size}",
                                ["variant": variant.name.value, "size": variant.blocks.size])))
                }
            }
        }
        for pack in plan.packs { judge(pack, report) }
        if SnippetsInLines.mayLoseWords(plan) {
            var snippets = SnippetsInLines(plan)
            for text in plan.translatedTexts { for body in text.bodies { snippets.judge(body, report) } }
        }
        for agenda in context.analyses.agendas { judge(agenda, plan, report) }
        guard plan.scenarios.isEmpty, !plan.unread.kinds.contains(.scenario), plan.unread.files.isEmpty else { return }
        for checklist in plan.checklists {
            let blocks = checklist.versions.flatMap(\.body.blocks)
            if blocks.isEmpty { continue }
            report(
                finding(
                    at: checklist.nameSpan,
                    Phrase(
                        "the plan has no scenario, so the checklist is on no page: {size}", ["size": blocks.size])))
        }
    }

    /// Steps that send messages of other scenarios.
    private static func judge(_ agenda: FlattenedChecklist, _ plan: Plan, _ report: (Finding) -> Void) {
        guard case .some(let references) = agenda.scenarios else { return }
        var told: Set<Span> = []
        for sent in agenda.steps.flatMap(\.messages) {
            guard let message = plan.messages[sent], !plan.unread.contains(message, ["scenarios"]) else { continue }
            let lacking = references.filter { !message.scenarios.contains($0.id) }.compactMap { plan.scenarios[$0] }
            guard let first = references.first, !lacking.isEmpty, told.insert(sent.span).inserted else { continue }
            report(
                finding(
                    at: sent.span,
                    Phrase(
                        "{message} is not for {scenarios}: this step sends it, and its text is not on the pages",
                        ["message": message.quoted, "scenarios": Phrase.list(lacking)]),
                    labels: [
                        Label(first.span, Phrase("the list is for this scenario")),
                        Label(message.nameSpan, Phrase("the message is for others")),
                    ],
                    help: [Phrase("add the scenario to the message's 'scenarios', or send another message")]))
        }
    }

    private static func judge(_ pack: Pack, _ report: (Finding) -> Void) {
        if pack.locales.isEmpty { return }
        for text in pack.bag.flatMap({ [$0.what, $0.at] }) {
            for version in text.versions {
                guard let locale = version.locale, !pack.locales.contains(where: { $0.value == locale }) else {
                    continue
                }
                let words = version.text.value.split(whereSeparator: \.isWhitespace).count
                report(
                    finding(
                        at: version.text.span,
                        Phrase(
                            "pack {title} is not printed in {language}, so this is on no page: {size}",
                            ["title": pack.quoted, "language": locale.title, "size": Phrase.words(words)]),
                        help: [
                            Phrase("add '{locale}' to the pack's 'locales', or remove the text", ["locale": locale.tag])
                        ]))
            }
        }
    }
}

extension Phrase {
    fileprivate static func words(_ count: Int) -> Phrase {
        Phrase("{count, plural, one {# word} other {# words}}", ["count": count])
    }
}

extension [Block] {
    /// How much text there is: words, and the cells of tables.
    fileprivate var size: Phrase {
        var words = 0
        var cells = 0
        forEachDeep { block in
            switch block.content {
            case .paragraph(let inlines), .heading(_, let inlines):
                words += inlines.plainText.split(whereSeparator: \.isWhitespace).count
            case .table(let table):
                cells += table.header.count * (table.rows.count + 1)
            case .code(_, let text): words += text.split(whereSeparator: \.isWhitespace).count
            default: break
            }
        }
        let parts =
            [.words(words)]
            + (cells > 0 ? [Phrase("a table of {cells} cells", ["cells": cells])] : [])
        return .list(parts, .none)
    }
}
