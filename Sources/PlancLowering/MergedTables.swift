import PlancAnalysis
import PlancDocument
import PlancModel
import PlancSource

/// One table for all scenarios of a pack, a column each under its digit, where each used to have a page of its own.
extension ScenarioContext {
    /// Columns of scenarios side by side; more go into a second table.
    private static let mostColumns = 8

    /// A table for up to eight scenarios each; `leading` and `trailing` are repeated.
    private func merged(
        _ scenes: [ScenarioContext], summary: String, leading: [Table.Column], trailing: [Table.Column],
        rows: [(first: [[Run]], last: [[Run]], cells: (ScenarioContext) -> [Run])], hasRowHeaders: Bool = true
    ) -> [Block] {
        stride(from: 0, to: scenes.count, by: Self.mostColumns).map { start in
            let part = Array(scenes[start..<min(start + Self.mostColumns, scenes.count)])
            return .table(
                Table(
                    summary: summary,
                    columns: leading
                        + part.map {
                            Table.Column(
                                [.text($0.digit, .strong)], alignment: .center, weight: 0)
                        } + trailing,
                    rows: rows.map { row in .init(runs: row.first + part.map(row.cells) + row.last) },
                    hasRowHeaders: hasRowHeaders))
        }
    }

    /// Which digit stands for which scenario.
    func digitLegend(_ scenes: [ScenarioContext]) -> Block {
        .paragraph(
            scenes.enumerated().flatMap { place, context -> [Run] in
                [
                    .text(place > 0 ? "   " : ""), .text(context.digit + "\u{A0}", .strong),
                    .text(unbroken(context.shortTitle)),
                ]
            }, .body)
    }

    // MARK: Contacts

    /// The roles that are called in the scenario, in the order of their first steps, those that are part of others too: whoever
    /// activates it is the first.
    var callOrderRoles: [Role] {
        let acting = Set(steps.flatMap { $0.roles.map(\.id) })
        return rolesInOrder.filter { acting.contains($0.id) || $0.id == dutyRole?.id }
    }

    /// Every role once, with its holder, all who stand in, and its place in the order of call of each scenario.
    func contactTable(_ scenes: [ScenarioContext]) -> [Block] {
        let orders = scenes.map { $0.callOrderRoles.map(\.id) }
        func rank(_ role: Role, _ place: Int) -> Int? { orders[place].firstIndex(of: role.id).map { $0 + 1 } }
        func best(_ role: Role) -> Int { scenes.indices.compactMap { rank(role, $0) }.min() ?? .max }
        let roles = plan.roles.enumerated().sorted { (best($0.element), $0.offset) < (best($1.element), $1.offset) }
            .map(\.element)
        var places: [String: Int] = [:]
        for (place, context) in scenes.enumerated() { places[context.id] = place }
        let rows = roles.map { role -> (first: [[Run]], last: [[Run]], cells: (ScenarioContext) -> [Run]) in
            var who: [Run] = [.text(edition.title(of: role), .strong)]
            let people = inOrderOfCall(role)
            if let holder = people.first { who += [Run(.lineBreak)] + numbersOf(holder) }
            var deputies: [Run] = []
            for deputy in people.dropFirst() {
                deputies += (deputies.isEmpty ? [] : [Run(.lineBreak)]) + numbersOf(deputy)
            }
            return (
                [who, deputies.isEmpty ? [.text("–")] : deputies],
                [[Run(.tick), .text(" "), Run(.blank(label: "", width: 5))]],
                { context in
                    guard let rank = places[context.id].flatMap({ rank(role, $0) }) else { return [.text("·")] }
                    let isSilent = !context.reach.isReachable(role: role.id)
                    return [.text("\(rank)", rank == 1 ? .strong : [])] + (isSilent ? [.text("\u{A0}×", .strong)] : [])
                }
            )
        }
        return [.paragraph([.text(words.ranksNote)], .note), digitLegend(scenes)]
            + merged(
                scenes, summary: words.orderOfCall,
                leading: [
                    .init([.text(words.whoToCall)], weight: 3), .init([.text(words.noAnswer)], weight: 3),
                ], trailing: [.init([.text(words.reachedAt)], weight: 0)], rows: rows, hasRowHeaders: false)
    }

    /// Name and first number, and the second that is not the same.
    private func numbersOf(_ person: Person) -> [Run] {
        var runs: [Run] = [.text(unbroken(person.name) + " ")]
        let usable = ways(person).filter(\.isUp)
        guard !usable.isEmpty else { return runs + [firstNumber(person) ?? .text(noNumber(person), .small)] }
        for (place, way) in usable.prefix(2).enumerated() {
            if place > 0 { runs.append(Run(.lineBreak)) }
            // A number and an address of e-mail say themselves what they are; a call sign does not.
            let isPlain = way.channel.type.value.isTelephone || way.channel.type.value == .email
            if !isPlain { runs += self.runs(way, of: person) } else { runs.append(run(way, of: person)) }
            let state = isPlain ? way.state : ""
            let hours = place == 0 ? edition.hours(of: person) : ""
            runs += condition([state, hours].filter { !$0.isEmpty }.joined(separator: words.semicolon))
        }
        return runs + contract(person)
    }

    /// Roles in rows, scenarios in columns: how many steps each has in the list, and when the first is due.
    func whoDoesWhat(_ scenes: [ScenarioContext]) -> [Block] {
        let roles = plan.roles.filter { role in scenes.contains { !$0.steps(of: role).isEmpty } }
        if roles.isEmpty { return [] }
        let rows = roles.map { role -> (first: [[Run]], last: [[Run]], cells: (ScenarioContext) -> [Run]) in
            (
                [[.text(edition.title(of: role))]], [],
                { context in
                    let steps = context.steps(of: role).filter { $0.phase == .during }
                    guard let first = steps.first else { return [.text("·")] }
                    return [.text("\(steps.count)", .strong)]
                        + (first.at.map { [.text(" (\(words.offset($0)))")] } ?? [])
                }
            )
        }
        return [
            .heading(level: 2, [.text(words.whoDoesWhat)], anchor: anchor("who-does-what")),
            .paragraph([.text(words.whoDoesWhatNote)], .note),
        ]
            + merged(
                scenes, summary: words.whoDoesWhat, leading: [.init([.text(words.role)], weight: 1)], trailing: [],
                rows: rows)
    }

    // MARK: Channels

    /// Every channel once: what becomes of it in each scenario at T0, who works it, where its key is, and room to write down who
    /// gave it back.
    func channelTable(_ scenes: [ScenarioContext]) -> [Block] {
        func mark(_ channel: Channel, _ context: ScenarioContext) -> (sign: String, isOut: Bool) {
            if let outage = context.reach.outage(channel: channel.id) {
                return (outage.manner == .down ? "×" : "!", true)
            }
            return (context.reach.hasOperator(channel: channel.id) ? "·" : "?", false)
        }
        func isOut(_ channel: Channel) -> Bool { scenes.contains { mark(channel, $0).isOut } }
        let channels = plan.channels.filter(isOut) + plan.channels.filter { !isOut($0) }
        if channels.isEmpty { return [] }
        let rows = channels.map { channel -> (first: [[Run]], last: [[Run]], cells: (ScenarioContext) -> [Run]) in
            var name: [Run] = isOut(channel) ? [.text("☒\u{A0}")] : []
            name.append(.text(edition.title(.channel, channel.id), .strong))
            name += addressUnlessNamed(channel).isEmpty ? [] : [Run(.lineBreak)] + addressUnlessNamed(channel).suffix(1)
            var last: [Run] = []
            let access = edition.text(channel.access)
            if !access.isEmpty { last += [.text(access)].marked(.access(to: channel.id)) }
            if let role = channel.operatedBy.flatMap({ plan.roles[$0] }) {
                last +=
                    (last.isEmpty ? [] : [Run(.lineBreak)]) + [.text(edition.title(of: role) + " – ")]
                    + (acting(role).map { nameAndNumber($0) } ?? [])
            }
            if isOut(channel) {
                last +=
                    (last.isEmpty ? [] : [Run(.lineBreak)])
                    + [
                        .text(words.backInUse + " "), Run(.blank(label: words.timeBlank, width: 5)), .text(" "),
                        Run(.blank(label: words.saidBy, width: 9)),
                    ]
            }
            return (
                [name], [last],
                { context in
                    let mark = mark(channel, context)
                    return [.text(mark.sign, mark.isOut ? .strong : [])]
                }
            )
        }
        return [
            .paragraph([.text(words.channelSigns)], .note), digitLegend(scenes),
        ]
            + merged(
                scenes, summary: words.section(.channels), leading: [.init([.text(words.channel)], weight: 3)],
                trailing: [.init([.text(words.accessAndOperator)], weight: 4)], rows: rows)
    }

    // MARK: When each audience is told

    /// The first message of the crisis that can be delivered to an audience and is sent whatever is decided; where none is, the first.
    private func firstDelivery(to audience: Audience) -> Sending? {
        let told = (timeline?.clock(of: audience.id)?.sendings ?? []).lazy.filter { sending in
            guard let message = plan.messages[sending.message], message.phase.value == .during else { return false }
            return at(.hour(sending.hour)).reach.route(of: message, for: audience.id).channel != nil
        }
        return told.first { $0.answer == nil } ?? told.first
    }

    /// When an audience first hears of the crisis.
    private enum FirstNews {
        /// Minutes from T0; on which answer it depends, where each message to it does.
        case minutes(Int, condition: String?)
        /// Messages are sent to it, and none can be delivered.
        case cutOff
    }

    private func told(_ sending: Sending?) -> FirstNews {
        guard let sending, let minutes = sending.minutes else { return .cutOff }
        return .minutes(minutes, condition: condition(sending))
    }

    /// By the audience's id; of those that a scenario has something to say to.
    private func firstNews() -> [String: FirstNews] {
        var news: [String: FirstNews] = [:]
        for audience in plan.audiences where timeline?.clock(of: audience.id)?.first != nil {
            news[audience.id] = told(firstDelivery(to: audience))
        }
        return news
    }

    /// Audiences in rows: when the first message of each scenario reaches them, beside the time that the plan allows.
    func audienceTable(_ scenes: [ScenarioContext]) -> [Block] {
        let news = Dictionary(uniqueKeysWithValues: scenes.map { ($0.id, $0.firstNews()) })
        let told = plan.audiences.filter { audience in news.values.contains { $0[audience.id] != nil } }
        if told.isEmpty { return [] }
        let rows = told.map { audience -> (first: [[Run]], last: [[Run]], cells: (ScenarioContext) -> [Run]) in
            (
                [[.text(edition.title(.audience, audience.id))]],
                [[.text(audience.informWithin.map { words.limit($0.value) } ?? "")]],
                { context in
                    switch news[context.id]?[audience.id] {
                    case nil: return [.text("·")]
                    case .cutOff: return [.text("×", .strong)]
                    case .minutes(let minutes, let condition):
                        let isLate = audience.informWithin.map { minutes > $0.value.boundedMinutes } ?? false
                        return [.text(words.offset(minutes: minutes), isLate ? [.time, .strong] : .time)]
                            + (isLate ? [.text(" " + words.late, .strong)] : [])
                            + (condition.map { [Run(.lineBreak), .text($0, .small)] } ?? [])
                    }
                }
            )
        }
        let isCutOff = news.values.contains { $0.values.contains { if case .cutOff = $0 { true } else { false } } }
        return [
            .heading(level: 2, [.text(words.firstMessages)], anchor: anchor("audiences")), digitLegend(scenes),
        ] + (isCutOff ? [.paragraph([.text(words.notDelivered)], .note)] : [])
            + merged(
                scenes, summary: words.firstMessages, leading: [.init([.text(words.audiences)], weight: 3)],
                trailing: [.init([.text(words.limit)], weight: 0)], rows: rows)
    }
}

extension Words {
    fileprivate var whoToCall: String { say("Whom to call") }
    fileprivate var ranksNote: String {
        say(
            "Under the digit of each scenario: the place in its order of call. A dot: not called there; “×”: nobody can be reached there."
        )
    }
    fileprivate var whoDoesWhat: String { say("Who does what") }
    fileprivate var whoDoesWhatNote: String {
        say("How many steps of each scenario’s list, and when the first is due. A dot: none.")
    }
    fileprivate var channelSigns: String {
        say(
            """
            At T0 of each scenario: “×” out of order; “!” runs, but the attacker may read or forge it, so never use it; “?” nobody \
            to work it; a dot: can be used.
            """)
    }
    fileprivate var backInUse: String { say("Back in use at") }
    fileprivate var accessAndOperator: String { say("Access, worked by") }
    fileprivate var firstMessages: String { say("When each audience is first told") }
    fileprivate var notDelivered: String { say("“×”: no message of the plan can reach them there.") }
    fileprivate var late: String { say("late") }
}
