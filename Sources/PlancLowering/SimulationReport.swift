import PlancAnalysis
import PlancDocument
import PlancLanguages
import PlancMarkup
import PlancModel

/// What a simulation found, for a person: who can be reached and by what, what is out and why, which messages leave, which
/// steps have nobody, how the deadlines stand, and what more would silence somebody.
///
/// - Parameters:
///   - locale: the language of the plan's own words.
///   - speech: that of planc's; nil: the same.
///   - errors: how many errors the plan has.
public func simulationDocument(
    _ simulation: Simulation, locale: Locale, speech: Locale? = nil, errors: Int = 0,
    options: LoweringOptions = LoweringOptions()
) -> Document {
    let plan = simulation.reach.plan
    let edition = Edition(plan: plan, locale: locale, speech: speech, options: options)
    let scenario = simulation.reach.situation.scenario.flatMap { plan.scenarios[$0] }
    let everyday = Reach(simulation.reach.network, Situation())
    let context = ScenarioContext(
        edition, scenario: scenario, reach: simulation.reach, everyday: everyday, timeline: simulation.timeline)
    let report = SimulationReport(simulation: simulation, context: context, errors: errors)
    return edition.document(
        "simulation-\(context.id)", title: report.title, purpose: report.purpose, blocks: report.blocks)
}

struct SimulationReport {
    let simulation: Simulation
    let context: ScenarioContext
    /// How many errors the plan has: of a plan that is not understood whole nobody knows whether it holds.
    var errors = 0

    var plan: Plan { context.plan }
    var edition: Edition { context.edition }
    var words: Words { context.words }

    func say(
        _ english: Phrase.Template, _ parts: KeyValuePairs<String, any PhrasePart> = [:],
        context: Phrase.Template = ""
    ) -> String { words.say(english, parts, context: context) }

    var title: String {
        context.scenario == nil
            ? say("Simulation – an ordinary day")
            : say("Simulation – {title}", ["title": context.title])
    }

    var purpose: [Run] {
        let situation = simulation.reach.situation
        var parts = [activation].compactMap(\.self)
        let lost = situation.without.sorted().map(name(ofLost:))
        if !lost.isEmpty {
            parts.append(say("Also lost: {lost}.", ["lost": words.list(lost)]))
        }
        let absent = situation.absent.sorted().map { edition.title(.person, $0) }
        if !absent.isEmpty {
            parts.append(say("Not there: {absent}.", ["absent": words.list(absent)]))
        }
        return parts.isEmpty ? [] : [.text(parts.joined(separator: " "))]
    }

    private func name(ofLost id: String) -> String {
        let parts = id.split(separator: ":", maxSplits: 1).map(String.init)
        if parts.count == 2, let kind = EntityKind(rawValue: parts[0]) { return edition.title(kind, parts[1]) }
        return plan.systems[id] != nil ? edition.title(.system, id) : edition.title(.channel, id)
    }

    var blocks: [Block] {
        var blocks = summary + cutOff
        blocks += ReachMap(self).drawings.map { .drawing($0) }
        func add(_ anchor: String, _ heading: String, _ content: [Block]) {
            if content.isEmpty { return }
            blocks.append(.heading(level: 1, [.text(heading)], anchor: anchor))
            blocks += content
        }
        add("first", say("What to do first"), first)
        add("out", say("What is out, and why"), out)
        add("audiences", say("Who can be told, and by what"), audiences)
        add("roles", say("Who can act"), roles)
        add("messages", say("Which messages leave"), messages)
        add("nobody", say("Steps that have nobody"), steps(simulation.unstaffed.filter { !$0.isPreparation }))
        add("before", say("To have ready before"), preparation)
        add("deadlines", say("Deadlines and margins"), deadlines)
        add("timeline", say("Timeline"), context.timelineBlocks())
        add("cuts", say("What more would silence somebody"), cuts)
        return blocks
    }

    private var summary: [Block] {
        let concerned = simulation.concerned
        let silent = concerned.filter { !$0.isReachable }
        let messages = Set(simulation.messages.map(\.message)).count
        let lost = Set(simulation.messages.filter { !$0.undelivered.isEmpty }.map(\.message))
        let taken = simulation.stepsTaken
        let (reached, nobody) = (concerned.count - silent.count, taken.count { !$0.isStaffed })
        var lines = [
            silent.isEmpty
                ? say(
                    """
                    {count, plural, one {The only audience concerned} \
                    other {All # audiences concerned}} can be told at T0.
                    """, ["count": concerned.count])
                : say(
                    "{reached} of {count} audiences concerned can be told at T0.",
                    ["reached": reached, "count": concerned.count]),
            lost.isEmpty
                ? say(
                    """
                    {count, plural, one {The only message reaches everyone it is for when it leaves.} \
                    other {All # messages reach everyone they are for when they leave.}}
                    """,
                    ["count": messages])
                : say(
                    """
                    {count, plural, one {# of {messagesCount} messages cannot reach all it is for when it leaves.} \
                    other {# of {messagesCount} messages cannot reach all they are for when they leave.}}
                    """,
                    ["count": lost.count, "messagesCount": messages]),
            nobody == 0
                ? say("All {count} steps have somebody to do them at their hour.", ["count": taken.count])
                : say(
                    """
                    {nobody, plural, one {# of {count} steps has nobody to do it at its hour.} \
                    other {# of {count} steps have nobody to do them at their hour.}}
                    """,
                    ["nobody": nobody, "count": taken.count]),
        ]
        if !silent.isEmpty {
            let names = words.list(silent.map { edition.title(.audience, $0.id) })
            lines.insert(say("Cannot be told: {names}.", ["names": names]), at: 1)
        }
        let unmet = simulation.unmet
        if !unmet.isEmpty {
            let names = unmet.map { edition.title(of: $0) }
            lines.append(say("Duties that are not met in time: {names}.", ["names": words.list(names)]))
        }
        lines += metIfAnswered
        if let doubt = words.errors(errors) { lines.insert(doubt, at: 0) }
        let judgement =
            !simulation.holds
            ? say("The plan fails here")
            : errors > 0 ? say("Whether the plan holds is not known") : say("The plan holds")
        return [
            .callout(
                Callout(
                    simulation.holds && errors == 0 ? .remark : .warning, title: [.text(judgement)],
                    blocks: [.list(List(blocks: lines.map { [.paragraph([.text($0)], .body)] }))]))
        ]
    }

    private var out: [Block] {
        let losses =
            simulation.systemsOut.map { (title: edition.title(.system, $0.id), loss: $0) }
            + simulation.channelsOut.map { (title: edition.title(.channel, $0.id), loss: $0) }
        if losses.isEmpty { return [.paragraph([.text(say("Everything works."))], .body)] }
        let rows = losses.map { title, loss -> Table.Row in
            .init(
                runs: [
                    [.text(title, .strong)], [.text(words.state(loss.outage))],
                    [.text(words.list(causes(loss.outage)))],
                ] + Simulation.hours.dropFirst().map { [.text(stillOut(loss.outage, at: $0))] })
        }
        return [
            table(
                say("What is out"),
                [(say("What"), 3), (words.offset(minutes: 0), 3), (say("Because of"), 3)]
                    + Simulation.hours.dropFirst().map { (words.offset(minutes: $0), 2) }, rows)
        ]
    }

    /// What it comes from directly: each row has its own cause, and the rows above tell how that came about.
    private func causes(_ outage: Outage) -> [String] {
        var causes: [String] = []
        for cause in [outage.cause, outage.secondCause] {
            let said: [String] =
                switch cause {
                case nil: []
                case .asked: [say("left out of this simulation")]
                case .scenario: [say("by the scenario")]
                case .needs(let members): members.map { edition.title(.system, $0) }
                }
            causes += said.filter { !causes.contains($0) }
        }
        return causes + outage.holders.map { edition.title(.system, $0) }.filter { !causes.contains($0) }
    }

    private func stillOut(_ outage: Outage, at minutes: Int) -> String {
        if let until = outage.until, until <= minutes { return words.onceBack(outage.manner) }
        return outage.manner.isDistrusted ? say("do not use") : say("still out")
    }

    /// Who cannot be told, or acts for nobody, at T0: when that ends, and what is up all the same.
    private var cutOff: [Block] {
        let audiences = simulation.concerned.filter { !$0.isReachable }
        let missing = Set(simulation.stepsTaken.flatMap(\.missing))
        let roles = simulation.roles.filter { !$0.isReachable && missing.contains($0.id) }
        if audiences.isEmpty && roles.isEmpty { return [] }
        var lines = audiences.map { reached -> String in
            let name = edition.title(.audience, reached.id)
            let later = Simulation.hours.dropFirst().lazy.map(simulation.reach.at).first {
                $0.isReachable(audience: reached.id)
            }
            guard let later, let way = later.ways(audience: reached.id).first else {
                return say("{name}: nothing works.", ["name": name])
            }
            return say(
                "{name}: nothing works until {time}; then {channel}.",
                ["name": name, "time": words.offset(minutes: later.minutes), "channel": self.way(way, later)])
        }
        lines += roles.map { context.nobodyReachable($0.id, simulation.reach) }
        let up = simulation.stillUp.map { edition.title(.channel, $0) }
        lines.append(
            up.isEmpty
                ? say("No channel is up and worked by somebody.")
                : say("Still up, with somebody to work them: {channels}.", ["channels": words.list(up)]))
        return [
            .callout(
                Callout(
                    .warning, title: [.text(say("Cut off at T0, and what is still up"))],
                    blocks: [.list(List(blocks: lines.map { [.paragraph([.text($0)], .body)] }))]))
        ]
    }

    /// How many steps are told as the first ones.
    private static let mostFirst = 6

    /// The first steps, with who takes them; a step that nobody can take says so in its place.
    private var first: [Block] {
        let timeline = simulation.timeline
        let taken = simulation.steps.filter { step in
            let entry = timeline.entries[step.entry]
            return entry.phase == .during && entry.path.count == 1
        }.prefix(Self.mostFirst)
        let rows = taken.map { step -> Table.Row in
            let entry = timeline.entries[step.entry]
            let there = context.at(entry)
            var who: [Run] = []
            for role in edition.roles(entry.roles) where !step.missing.contains(role.id) {
                if !who.isEmpty { who.append(Run(.lineBreak)) }
                who.append(.text(edition.title(of: role), .strong))
                if let person = there.acting(role) { who += [.text(" – ")] + there.nameAndNumber(person) }
            }
            if !step.isStaffed { who = [.text(context.nobodyReachable(step.missing), .strong)] }
            return .init(runs: [
                [.text(entry.at.map(words.offset) ?? "", .time)], who,
                [.text(there.composer.inlines(there.localized(entry).text).plainText)],
            ])
        }
        if rows.isEmpty { return [] }
        return [
            table(
                say("What to do first"),
                [(words.furniture.when, 0), (words.furniture.who, 2), (words.furniture.what, 4)], Array(rows))
        ]
    }

    /// What the scenario's lists want done on an ordinary day: too late when it has begun.
    private var preparation: [Block] {
        let taken = simulation.steps.filter(\.isPreparation)
        if taken.isEmpty { return [] }
        let missing = taken.filter { !$0.isStaffed }
        return [
            .paragraph(
                [
                    .text(
                        say(
                            """
                            {count, plural, one {# step of preparation, done on an ordinary day; it is not counted above.} \
                            other {# steps of preparation, done on an ordinary day; they are not counted above.}}
                            """,
                            ["count": taken.count]))
                ], .note)
        ] + steps(missing)
    }

    private var audiences: [Block] {
        let rows = simulation.audiences.map { reached -> Table.Row in
            var name: [Run] = [.text(edition.title(.audience, reached.id), .strong)]
            if simulation.affected.contains(reached.id) {
                name += [Run(.lineBreak), .text(say("affected"), .small)]
            }
            let all = plan.audiences[reached.id]?.channels ?? []
            let up = Set(reached.channels)
            let gone = all.map(\.id).filter { !up.contains($0) }.map { lost($0, of: reached.id) }
            return .init(
                runs: [
                    name,
                    reached.channels.isEmpty
                        ? [.text(words.nothingWorks, .strong)]
                        : [.text(reached.channels.map { edition.title(.channel, $0) }.joined(separator: ", "))],
                ] + Simulation.hours.dropFirst().map { later(reached.id, reached.channels, at: $0) } + [
                    [.text(gone.joined(separator: ", "))]
                ])
        }
        if rows.isEmpty { return [] }
        return [
            table(
                words.audiences,
                [(words.toWhom, 2), (say("By, at T0"), 3)]
                    + Simulation.hours.dropFirst().map { (words.offset(minutes: $0), 2) } + [(say("Lost at T0"), 3)],
                rows)
        ]
    }

    /// What is different at a later hour from what held at T0.
    private func later(_ audience: String, _ before: [String], at minutes: Int) -> [Run] {
        let reach = simulation.reach.at(minutes)
        let added = reach.ways(audience: audience).filter { !before.contains($0) }.map { way($0, reach) }
        if !added.isEmpty { return [.text("+ " + added.joined(separator: ", "))] }
        return before.isEmpty ? [.text(words.nothingWorks, .strong)] : [.text(say("as at T0"))]
    }

    /// A channel that carries at an hour, and that it was out before.
    func way(_ channel: String, _ reach: Reach) -> String {
        let title = edition.title(.channel, channel)
        guard case .back(let back) = reach.availability(channel: channel) else { return title }
        return "\(title) (\(words.onceBack(back.was)))"
    }

    /// A channel by which nobody can be told at T0, and why.
    private func lost(_ channel: String, of audience: String) -> String {
        let title = edition.title(.channel, channel)
        let state = words.state(simulation.reach.availability(channel: channel))
        if !state.isEmpty { return "\(title) (\(state))" }
        if let audience = plan.audiences[audience], let found = plan.channels[channel], !audience.hasAddress(on: found)
        {
            return "\(title) (\(say("no address")))"
        }
        guard let role = plan.channels[channel]?.operatedBy else { return title }
        return "\(title) (\(context.nobodyReachable(role.id, simulation.reach)))"
    }

    private var roles: [Block] {
        let rows = simulation.roles.map { reached -> Table.Row in
            let people = reached.people.compactMap { plan.people[$0]?.name }
            let all = (plan.roles[reached.id]?.people ?? []).map(\.id)
            let gone = all.filter { !reached.people.contains($0) }.compactMap { plan.people[$0]?.name }
            return .init(runs: [
                [.text(edition.title(.role, reached.id), .strong)],
                people.isEmpty ? [.text(words.nobody, .strong)] : [.text(people.joined(separator: ", "))],
                [.text(gone.joined(separator: ", "))],
            ])
        }
        if rows.isEmpty { return [] }
        return [
            table(
                words.roles,
                [
                    (say("Role"), 2), (say("Acts, in order"), 3),
                    (say("Cannot be reached"), 3),
                ], rows)
        ]
    }

    func table(_ summary: String, _ columns: [(String, Double)], _ rows: [Table.Row]) -> Block {
        .table(Table(summary: summary, columns: columns.map { .init([.text($0.0)], weight: $0.1) }, rows: rows))
    }
}
