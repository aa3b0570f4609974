import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum TextNotInPack: Rule {
    static let name = "text-not-in-pack"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        "a role that has to send a text, or to use a number or an access, which none of its packs holds")
    static let why = Phrase(

        """
        The step says "tell the staff", the binder is open at that page, and the text is in another binder in another \
        building. Whoever has to send words must hold them: in the pack that was handed to them, or that is made for them. So must \
        be the numbers of those who act with them or approve, and where the key of a channel is.
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
            ]),
        Example(
            Phrase("How to get at the channel is in no pack of whoever sends by it"),
            [
                "packs.md": """
                ---
                kind: packs
                packs:
                  ⟦binder⟧:
                    title: Binder
                    for: [role:press]
                    include: [cover, checklists, messages]
                ---
                """,
                "channels.md": ExamplePlan.changing(
                    "channels.md",
                    """
                    mail: {title: E-mail, type: email, depends-on: [mail-server], operated-by: press, two-way: true, access: key in the safe}
                    text-message: {title: Text message, type: sms, depends-on: [sms-gateway], operated-by: press, sender: LIBRARY, access: key in the safe}
                    site: {title: Website, type: web, depends-on: [website], operated-by: press, access: key in the safe}
                    """),
            ]),
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

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        // What a pack holds, and for whom it is, was not all understood.
        let unread = context.plan.unread
        if unread.kinds.contains(.pack)
            || context.plan.packs.contains(where: { unread.contains($0, ["for", "include", "copies"]) })
        {
            return
        }
        for role in context.plan.roles {
            guard let hands = Hands(role, context.plan), let first = hands.packs.first else { continue }
            let needs = needs(of: role, hands, context)
            func tell(_ things: Found, _ message: (_ things: Phrase) -> Phrase, _ help: Phrase) {
                guard let place = things.first else { return }
                report(
                    finding(
                        at: first.nameSpan, message(Phrase.few(things.map(\.name))),
                        labels: [Label(place.span, Phrase("needed here"))], help: [help]))
            }
            tell(
                needs.texts,
                {
                    Phrase(
                        "{role} has to send {things}, and no pack that this role holds has the text",
                        ["role": role.quoted, "things": $0])
                },
                Phrase("include 'messages' in a pack of this role, or give it a copy of one that has them"))
            tell(
                needs.accesses,
                {
                    Phrase(
                        "{role} has to send by {things}, and no pack that this role holds says how to get access",
                        ["role": role.quoted, "things": $0])
                },
                Phrase("include 'channels' in a pack of this role, or give it a copy of one that has them"))
            tell(
                needs.numbers,
                {
                    Phrase(
                        "{role} has to call {things}, and no pack that this role holds has a number",
                        ["role": role.quoted, "things": $0])
                },
                Phrase(
                    """
                    include 'contacts' in a pack of this role; where 'private' keeps the numbers out of its copy, give a number \
                    that everybody may know
                    """))
        }
    }

    private typealias Found = [(name: Phrase, span: Span)]

    /// What a role needs for its steps and has in none of its packs; of a text that it has not, nothing more.
    private static func needs(
        of role: Role, _ hands: Hands, _ context: RuleContext
    ) -> (texts: Found, accesses: Found, numbers: Found) {
        let plan = context.plan
        var found: (texts: Found, accesses: Found, numbers: Found) = ([], [], [])
        func add(_ thing: any Entity, _ span: Span, to list: inout Found) {
            if !list.contains(where: { $0.name == thing.quoted }) { list.append((thing.quoted, span)) }
        }
        func number(_ id: String?, _ span: Span, among section: PackSection, in scenario: String) {
            guard let id, id != role.id, let other = plan.roles[id] else { return }
            if !hands.hasNumber(of: other, among: section, in: scenario) { add(other, span, to: &found.numbers) }
        }
        for judged in context.scenarios {
            let scenario = judged.scenario.id
            for entry in judged.timeline.entries
            where entry.phase == .during && entry.roles.contains(where: { $0.id == role.id }) {
                for other in entry.roles { number(other.id, entry.step.span, among: .checklists, in: scenario) }
                for sent in entry.messages {
                    guard let message = plan.messages[sent], message.scenarios.contains(scenario) else { continue }
                    guard hands.hasText(of: message, in: scenario) else {
                        add(message, sent.span, to: &found.texts)
                        continue
                    }
                    for approver in message.approvers + (message.legalReview.map { [$0] } ?? []) {
                        number(approver.id, sent.span, among: .messages, in: scenario)
                    }
                    for route in judged.reach(sending: message).routes(of: message) {
                        guard let channel = route.channel.flatMap({ plan.channels[$0] }),
                            !channel.access.isEmpty, !hands.includes(.channels, in: scenario)
                        else { continue }
                        add(channel, sent.span, to: &found.accesses)
                    }
                }
            }
        }
        return found
    }

    /// What a role has in its hands.
    private struct Hands {
        private let plan: Plan
        /// The packs of which it has a copy; if there are none, those that are made for it.
        let packs: [Pack]
        /// Of each, the copies that it has.
        private let copies: [[Pack.Copy]]
        /// Of each, the messages whose text is in it as the role holds it.
        private let texts: [Set<String>]

        init?(_ role: Role, _ plan: Plan) {
            let inside = plan.packs.filter { !$0.isForAudience }
            let held = inside.filter { pack in pack.copies.contains { $0.to?.id == role.id } }
            packs =
                !held.isEmpty
                ? held
                : inside.filter { pack in
                    pack.copies.isEmpty && pack.for.contains { $0.target.kind == .role && $0.target.id == role.id }
                }
            if packs.isEmpty { return nil }
            self.plan = plan
            copies = packs.map { pack in pack.copies.filter { $0.to?.id == role.id } }
            texts = zip(packs, copies).map { pack, copies in
                let all = Set(plan.messages(in: pack).map(\.id))
                if copies.isEmpty { return all }
                return copies.reduce(into: []) { texts, copy in
                    texts.formUnion(all.subtracting(plan.messagesLeftOut(of: copy, in: pack).map(\.id)))
                }
            }
        }

        func hasText(of message: Message, in scenario: String) -> Bool {
            zip(packs, texts).contains { $0.isOf(scenario) && $1.contains(message.id) }
        }

        func includes(_ section: PackSection, in scenario: String) -> Bool {
            packs.contains { $0.isOf(scenario) && $0.includes(section) }
        }

        /// Whether a number of a role is printed: with the contacts, on a role's own sheet, or among what needs it.
        func hasNumber(of role: Role, among section: PackSection, in scenario: String) -> Bool {
            let people = role.people.compactMap { plan.people[$0] }.filter { !$0.reach.isEmpty }
            // Who has no number at all is told elsewhere.
            if people.isEmpty { return true }
            let isOpen = people.contains { person in person.reach.contains { !person.isPrivate($0.channel.id) } }
            return zip(packs, copies).contains { pack, copies in
                guard pack.isOf(scenario),
                    [.contacts, .callTree, .roleSheets, section].contains(where: pack.includes)
                else { return false }
                return isOpen || copies.isEmpty || copies.contains { plan.share(of: $0, in: pack).showsPrivate }
            }
        }
    }
}
