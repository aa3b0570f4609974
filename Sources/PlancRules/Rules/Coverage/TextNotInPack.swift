import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum TextNotInPack: Rule {
    static let name = "text-not-in-pack"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        "a role that has to send a text which none of its packs holds")
    static let why = Phrase(

        """
        The step says "tell the staff", the binder is open at that page, and the text is in another binder in another \
        building. Whoever has to send words must hold them: in the pack that was handed to them, or that is made for them.
        """)
    static let rejects = [
        Example(
            Phrase("The press officer’s pack has the list and not the texts"),
            [
                "packs.md": """
                ---
                kind: packs
                packs:
                  ⟦binder⟧:
                    title: Binder
                    for: [role:press]
                    include: [cover, checklists]
                    copies:
                      - {to: press, at: Front desk}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase("The texts are in it"),
            [
                "packs.md": """
                ---
                kind: packs
                packs:
                  binder:
                    title: Binder
                    for: [role:press]
                    include: [cover, checklists, messages]
                    copies:
                      - {to: press, at: Front desk}
                ---
                """
            ]),
        Example(
            Phrase("The texts are in another pack of the same holder"),
            [
                "packs.md": """
                ---
                kind: packs
                packs:
                  binder: {title: Binder, for: [role:press], include: [cover, checklists]}
                  texts: {title: Texts, for: [role:press], include: [messages]}
                ---
                """
            ]),
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let plan = judgement.plan
        if plan.unread.kinds.contains(.pack) { return }
        for role in plan.roles {
            let packs = held(by: role, plan)
            if packs.contains(where: { plan.unread.contains($0, ["include", "scenarios"]) }) { continue }
            guard let first = packs.first else { continue }
            let texts = packs.map { Self.texts(of: $0, for: role, plan) }
            var missing: [(message: Message, span: Span)] = []
            for judged in judgement.scenarios {
                for entry in judged.timeline.entries
                where entry.phase == .during && entry.roles.contains(where: { $0.id == role.id }) {
                    for sent in entry.messages {
                        guard let message = plan.messages[sent],
                            !missing.contains(where: { $0.message.id == message.id }),
                            message.scenarios.contains(judged.scenario.id)
                        else { continue }
                        let isHeld = zip(packs, texts).contains { pack, texts in
                            texts.contains(message.id)
                                && (pack.scenarios.isEmpty || pack.scenarios.contains { $0.id == judged.scenario.id })
                        }
                        if !isHeld { missing.append((message, sent.span)) }
                    }
                }
            }
            guard let place = missing.first else { continue }
            report(
                finding(
                    at: first.nameSpan,
                    Phrase(
                        "{role} has to send {texts}, and no pack that this role holds has the text",
                        ["role": role.quoted, "texts": Phrase.list(missing.map(\.message))]),
                    labels: [Label(place.span, Phrase("sent here"))],
                    help: [Phrase("include 'messages' in a pack of this role, or give it a copy of one that has them")])
            )
        }
    }

    /// The packs of which a role has a copy; if there are none, those that are made for it.
    private static func held(by role: Role, _ plan: Plan) -> [Pack] {
        let inside = plan.packs.filter { !$0.isForAudience }
        let copies = inside.filter { pack in pack.copies.contains { $0.to?.id == role.id } }
        if !copies.isEmpty { return copies }
        return inside.filter { pack in
            pack.copies.isEmpty && pack.for.contains { $0.target.kind == .role && $0.target.id == role.id }
        }
    }

    /// The messages whose text is in the pack as a role holds it.
    private static func texts(of pack: Pack, for role: Role, _ plan: Plan) -> Set<String> {
        let all = Set(plan.messages(in: pack).map(\.id))
        let copies = pack.copies.filter { $0.to?.id == role.id }
        if copies.isEmpty { return all }
        return copies.reduce(into: Set<String>()) { texts, copy in
            texts.formUnion(all.subtracting(plan.messagesLeftOut(of: copy, in: pack).map(\.id)))
        }
    }
}
