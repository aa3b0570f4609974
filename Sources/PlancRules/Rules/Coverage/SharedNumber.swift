import PlancDiagnostics
import PlancModel
import PlancProse
import PlancSource

enum SharedNumber: Rule {
    static let name = "shared-number"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        "one telephone number in two places: of two people, of a person and a channel, or twice of one person"
    )
    static let why = Phrase(
        """
        Entries are made by copying the one above, and the number is what is forgotten: on the night, two names lead to one telephone, and somebody \
        cannot be called at all. A person's number that stands under two channels that ring is no second way: who tries the other because the \
        first is down, or must not be used, rings the same telephone again. (A call and a text message are two.) Numbers are compared however \
        they are written. A line that is plainly shared is left alone: of one organisation that has it for several contacts, or of a channel \
        with this address when people are reached by that very channel or answer it. For any other, say so: \
        `# planc: allow shared-number: the desk in the hall`.
        """)
    static let rejects = [
        Example(
            Phrase("Copied from the entry above"),
            [
                "people.md": people(
                    ben: "{mobile: ⟦\"+44 (0)7700 900001\"⟧, mail: ben@library.example}", desk: "")
            ]),
        Example(
            Phrase("The number that the public calls"),
            [
                "people.md": people(ben: "{mobile: ⟦\"+44 1632 960100\"⟧}", desk: ""),
                "desk.md": desk,
            ]),
        Example(
            Phrase("A second way that is the first one again"),
            [
                "people.md": people(ben: "{mobile: \"+44 7700 900002\", home: ⟦\"+44 (0)7700 900002\"⟧}", desk: "")
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("The desk of a supplier, and a line that is a channel"),
            [
                "people.md": people(
                    ben: "{mobile: \"+44 7700 900002\", desk: \"+44 1632 960100\"}",
                    desk: """

                          fay: {name: Fay Lund, organisation: Northtel, reach: {mobile: "+44 1632 960155"}, verified: 2026-01-05}
                          gus: {name: Gus Orr, organisation: Northtel, reach: {mobile: "+44 1632 960155"}, verified: 2026-01-05}
                        """),
                "desk.md": desk,
            ])
    ]

    private static let desk = """
        ---
        kind: channels
        channels:
          desk:
            title: Reading desk
            type: voice
            depends-on: [landline]
            operated-by: caretaker
            address: "+44 1632 960100"
        ---
        """

    private static func people(ben: String, desk: String) -> String {
        """
        ---
        kind: people
        people:
          ada: {name: Ada Marsh, reach: {mobile: "+44 7700 900001"}, verified: 2026-01-05}
          ben: {name: Ben Okoro, reach: \(ben), verified: 2026-01-05}
          cleo: {name: Cleo Hart, reach: {mobile: "+44 7700 900003"}, verified: 2026-01-05}\(desk)
        ---
        """
    }

    /// Where a number was first seen.
    private struct Holder {
        var person: Person
        var span: Span
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        if plan.unread.kinds.contains(.channel) || plan.unread.kinds.contains(.person) { return }
        let reader = context.pointers
        var holders: [String: Holder] = [:]
        for person in plan.people {
            // One finding for a number, however often the person has it.
            var own: Set<String> = []
            reportTwice(person.reach, context, report)
            for way in person.reach where isTelephone(way.value.value) {
                let number = reader.key(way.value.value)
                guard own.insert(number).inserted else { continue }
                if let channels = reader.channelsByAddress[number] {
                    if person.reach.contains(where: { channels.contains($0.channel.id) }) { continue }
                    let others = channels.compactMap { plan.channels[$0] }.filter { !isOperated($0, by: person, plan) }
                    if let channel = others.first, person.organisation.isEmpty {
                        report(finding(person, way, channel))
                    }
                    continue
                }
                guard let first = holders[number] else {
                    holders[number] = Holder(person: person, span: way.value.span)
                    continue
                }
                if !isShared(first.person, person, plan.sourceLocale) { report(finding(person, way, first)) }
            }
        }
    }

    /// One number under two channels of one person, where both ring.
    private static func reportTwice(_ ways: [Person.Address], _ context: RuleContext, _ report: (Finding) -> Void) {
        var first: [String: (way: Person.Address, channel: Channel)] = [:]
        for way in ways where isTelephone(way.value.value) {
            guard let channel = context.plan.channels[way.channel.id] else { continue }
            let number = context.pointers.key(way.value.value)
            guard let before = first[number] else {
                first[number] = (way, channel)
                continue
            }
            if !isSameWay(before.channel, channel) { continue }
            report(
                finding(
                    at: way.value.span,
                    Phrase(
                        "the number for channel {channel} is that for {other}: it is no second way",
                        ["channel": channel.quoted, "other": before.channel.quoted]),
                    labels: [Label(before.way.value.span, Phrase("the same number"))],
                    help: [Phrase("write another number that reaches them there, or leave this channel out")]))
        }
    }

    /// Whether a number is reached in the same manner by both: a call and a text message are two.
    private static func isSameWay(_ one: Channel, _ other: Channel) -> Bool {
        one.type.value == other.type.value || rings(one) && rings(other)
    }

    private static func rings(_ channel: Channel) -> Bool {
        [.voice, .hotline, .satellite].contains(channel.type.value)
    }

    private static func isTelephone(_ value: String) -> Bool {
        !value.contains("@") && value.utf8.count { (0x30...0x39).contains($0) } >= 6
    }

    /// Whether it is the telephone of whoever answers the channel.
    private static func isOperated(_ channel: Channel, by person: Person, _ plan: Plan) -> Bool {
        guard let operation = channel.operatedBy, let role = plan.roles[operation] else { return false }
        return role.holder?.id == person.id || role.deputies.contains { $0.id == person.id }
    }

    /// Whether two contacts are of one organisation that is not the plan's own.
    private static func isShared(_ one: Person, _ other: Person, _ locale: Locale) -> Bool {
        !one.organisation.isEmpty && one.organisation.text(locale) == other.organisation.text(locale)
    }

    private static func finding(_ person: Person, _ way: Person.Address, _ first: Holder) -> Finding {
        finding(
            at: way.value.span,
            Phrase(
                "{name} has the same number as {other}",
                ["name": Phrase.quoting(person.name), "other": Phrase.quoting(first.person.name)]),
            labels: [Label(first.span, Phrase("the same number"))],
            help: [Phrase("write the number of each; if they share a line, say so with an exception and its reason")])
    }

    private static func finding(_ person: Person, _ way: Person.Address, _ channel: Channel) -> Finding {
        finding(
            at: way.value.span,
            Phrase(
                "{name} has the number of channel {other}",
                ["name": Phrase.quoting(person.name), "other": channel.quoted]),
            labels: [Label(channel.address?.span ?? channel.nameSpan, Phrase("the same number"))],
            help: [
                Phrase("write the person's own number, or reach them by '{channel}'", ["channel": channel.id])
            ])
    }
}
