import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancProse
import PlancSource

enum UnlistedAddress: Rule {
    static let name = "unlisted-address"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        "a telephone number in a text that the plan does not know, or that is somebody else's")
    static let why = Phrase(

        """
        A number that is written only into a text is on no contact sheet, nobody tries it, nobody answers \
        for it, and nothing says when it is out of order. Make it the `address` of a channel, or of a \
        person, and write `{{ channel.ID.address }}` in the text: then one change is enough, and planc \
        checks that it works in each scenario. The number of one person beside the name of another rings with the wrong one.
        """)
    static let rejects = [
        Example(
            Phrase("A number that is nowhere else"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is closed. Please stay at home and call ⟦+44 1632 960177⟧ for news at {{ next-time }}.
                        """)
            ]),
        Example(
            Phrase("The number of one person beside the name of another"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is closed. Please stay at home and call Ben Okoro on ⟦+44 7700 900001⟧. News at {{ next-time }}.
                        """)
            ]),
        Example(
            Phrase("In a subject"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", "subject: \"Closed: call ⟦+44 1632 960177⟧\"")
            ]),
        Example(
            Phrase(
                "As people of the plan's country write it, in a step"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [en]
                owner: director
                timezone: Europe/London
                review: {every: 6mo, last: 2026-01-05}
                approved: {by: director, on: 2026-01-05}
                ---
                """,
                "checklists/flood.md": ExamplePlan.changing(
                    "checklists/flood.md",
                    text: """
                        - [ ] T0 @caretaker Call the insurer: ⟦01632 960188⟧
                        - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
                        - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
                        """),
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(
                "The number of a channel, of a person, and a service for all"),
            [
                "desk.md": """
                ---
                kind: channels
                channels:
                  desk:
                    title: Reading desk
                    type: voice
                    depends-on: [landline]
                    operated-by: press
                    address: "+44 1632 960177"
                ---
                """,
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is closed. Please stay at home and call +44 1632 960177 or +44 7700 900001; in danger 999. News at {{ next-time }}.
                        """),
            ]),
        Example(
            Phrase("The number of an account, and of a customer"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "timezone: Europe/Berlin"),
                "checklists/flood.md": ExamplePlan.changing(
                    "checklists/flood.md",
                    text: """
                        - [ ] T0 @caretaker Have the account DE89 3704 0044 0532 0130 00 blocked; customer number 0172 445588
                        - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
                        - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
                        """),
            ]),
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        if plan.unread.kinds.contains(.channel) || plan.unread.kinds.contains(.person) { return }
        let reader = context.pointers
        var bodies: [Body] = []
        for message in plan.messages { bodies += message.versions.map(\.body) }
        for snippet in plan.snippets { bodies += snippet.versions.map(\.body) }
        for list in plan.checklists { bodies += list.versions.map(\.body) }
        for scenario in plan.scenarios { bodies += scenario.body.bodies }
        var found: [(number: String, words: String, span: Span)] = []
        let names = Lazily { PersonNames(plan) }
        for body in bodies {
            let numbers = reader.numbers(in: body.blocks)
            found += numbers
            let owned = numbers.filter {
                reader.peopleByAddress[$0.number] != nil && reader.channelsByAddress[$0.number] == nil
            }
            if !owned.isEmpty { checkOwners(of: owned, in: body, names.value, reader, report) }
        }
        for message in plan.messages { found += message.subject.versions.flatMap { reader.numbers(in: $0.text) } }
        for (number, words, span) in found where !reader.known.contains(number) {
            report(
                finding(
                    at: span,
                    Phrase("the plan does not know the number {quoted}", ["quoted": Phrase.quoting(words)]),
                    help: [Phrase("make it the address of a channel and write {{ channel.ID.address }}")]))
        }
    }

    /// Numbers of people beside the name of somebody else, in the same sentence.
    private static func checkOwners(
        of numbers: [(number: String, words: String, span: Span)], in body: Body, _ names: PersonNames,
        _ reader: PointerReader, _ report: (Finding) -> Void
    ) {
        let numbers = numbers.sorted { ($0.span.file, $0.span.lower) < ($1.span.file, $1.span.lower) }
        body.blocks.forEachLine { inlines, _ in
            guard let first = inlines.first, let last = inlines.last else { return }
            let line = first.span.union(last.span)
            let start = numbers.partitioningIndex {
                ($0.span.file, $0.span.lower) < (line.file, line.lower)
            }
            let inLine = numbers[start...].prefix { $0.span.file == line.file && $0.span.upper <= line.upper }
            if inLine.isEmpty { return }
            let text = inlines.plainText
            var sentences = names.alone(in: text)[...]
            var rest = text[...]
            for number in inLine {
                guard let place = rest.firstRange(of: number.words) else { return }
                rest = rest[place.upperBound...]
                sentences = sentences.drop { $0.sentence.upperBound <= place.lowerBound }
                guard let (sentence, named) = sentences.first, sentence.contains(place.lowerBound) else { continue }
                let owners = (reader.peopleByAddress[number.number] ?? []).map(\.person)
                guard !owners.contains(named.id), let owner = owners.first.flatMap({ names.people[$0] }) else {
                    continue
                }
                report(finding(of: owner, beside: named, number.words, at: number.span, reader))
            }
        }
    }

    private static func finding(
        of owner: Person, beside named: Person, _ words: String, at span: Span, _ reader: PointerReader
    ) -> Finding {
        let channels = Set(owner.reach.filter { reader.key($0.value.value) == reader.key(words) }.map(\.channel.id))
        let open = named.reach.filter { !named.isPrivate($0.channel.id) }
        let right = (open.first { channels.contains($0.channel.id) })?.value.value
        return finding(
            at: span,
            Phrase(
                "this is the number of {owner}, and stands beside the name of {name}",
                ["owner": owner.quoted, "name": named.quoted]),
            help: [
                right.map {
                    Phrase("the number of {name} is {number}", ["name": named.quoted, "number": Phrase(verbatim: $0)])
                } ?? Phrase("write the number of {name}, or the other name", ["name": named.quoted])
            ],
            fixes: right.map {
                [Fix(Phrase("write '{text}'", ["text": $0]), [Fix.Edit(span, $0)], isSafe: false)]
            } ?? [])
    }
}
