import PlancMarkup
import PlancModel
import PlancSource

/// Plans written as values, one line a thing; every span is its own, in the order things are made.
struct PlanBuilder {
    var plan: Plan
    private var place = 0

    init() {
        let origin = Span(FileID(0), 0, 1)
        plan = Plan(
            folder: "plan", name: "plan", info: PlanInfo(version: Located("1", origin), nameSpan: origin, span: origin))
        plan.info.locales = [Located(Locale("en"), origin)]
    }

    mutating func span() -> Span {
        place += 1
        return Span(FileID(0), place, place + 1)
    }

    func title(_ text: String) -> LocalizedText {
        LocalizedText([.init(locale: nil, text: Located(text, Span(FileID(0), 0, 1)))])
    }

    mutating func reference(_ id: String) -> Reference { Reference(id, span()) }
    mutating func references(_ ids: [String]) -> [Reference] { ids.map { Reference($0, span()) } }

    /// `["a", "b|c"]`: a, and one of b and c.
    mutating func needs(_ members: [String]) -> [Dependency] {
        members.map { member in
            let ids = member.split(separator: "|").map(String.init)
            return ids.count == 1 ? .system(reference(ids[0])) : .anyOf(references(ids), span())
        }
    }

    mutating func system(_ id: String, needs: [String] = [], rto: Int? = nil) {
        let place = span()
        var system = System(id: id, title: title(id), nameSpan: place, span: place)
        system.dependsOn = self.needs(needs)
        system.rto = rto.map { Located(TimeAmount(minutes: $0), place) }
        plan.systems = Entities(plan.systems + [system])
    }

    mutating func channel(_ id: String, needs: [String] = [], operatedBy role: String? = nil) {
        let place = span()
        var channel = Channel(
            id: id, title: title(id), type: Located(.email, place), nameSpan: place, span: place)
        channel.dependsOn = self.needs(needs)
        channel.operatedBy = role.map { Reference($0, place) }
        plan.channels = Entities(plan.channels + [channel])
    }

    mutating func person(_ id: String, on channels: [String]) {
        let place = span()
        var person = Person(id: id, title: title(id), nameSpan: place, span: place)
        person.reach = channels.map { .init(channel: reference($0), value: Located($0 + "-" + id, place)) }
        plan.people = Entities(plan.people + [person])
    }

    mutating func role(_ id: String, _ people: String...) {
        let place = span()
        var role = Role(id: id, title: title(id), nameSpan: place, span: place)
        role.holder = people.first.map { reference($0) }
        role.deputies = references(Array(people.dropFirst()))
        plan.roles = Entities(plan.roles + [role])
    }

    mutating func audience(
        _ id: String, on channels: [String], informWithin: Int? = nil, updateEvery: Int? = nil,
        type: AudienceType = .customers
    ) {
        let place = span()
        var audience = Audience(id: id, title: title(id), type: Located(type, place), nameSpan: place, span: place)
        audience.channels = references(channels)
        audience.informWithin = informWithin.map { Located(TimeAmount(minutes: $0), place) }
        audience.updateEvery = updateEvery.map { Located(TimeAmount(minutes: $0), place) }
        plan.audiences = Entities(plan.audiences + [audience])
    }

    mutating func scenario(
        _ id: String, disables: [EntityReference] = [], distrusts: [EntityReference] = [], affects: [String] = [],
        obligations: [String] = [], restores: [(EntityReference, Int)] = [],
        starts: [ClockStart: Int] = [:]
    ) {
        let place = span()
        var scenario = Scenario(id: id, title: title(id), nameSpan: place, span: place)
        scenario.disables = disables.map { TypedReference($0, span()) }
        scenario.distrusts = distrusts.map { TypedReference($0, span()) }
        scenario.restores = restores.map { thing, minutes in
            .init(thing: TypedReference(thing, span()), after: Located(TimeAmount(minutes: minutes), place))
        }
        scenario.affects = references(affects)
        scenario.obligations = references(obligations)
        scenario.starts = starts.map {
            AssumedStart(start: Located($0, place), at: Located(Offset(TimeAmount(minutes: $1)), place))
        }
        plan.scenarios = Entities(plan.scenarios + [scenario])
    }

    mutating func message(
        _ id: String, to audiences: [String], on channels: [String], phase: Phase = .during, every: Int? = nil,
        satisfies: [(String, String?)] = [], inReplyTo report: String? = nil, approvers: [String] = []
    ) {
        let place = span()
        var send = Message.Sending()
        send.every = every.map { Located(TimeAmount(minutes: $0), place) }
        let satisfied: [Message.Satisfaction] = satisfies.map { obligation, stage in
            .init(obligation: reference(obligation), stage: stage.map { Located($0, place) })
        }
        var message = Message.Content(
            id: id, scenarios: .all(place), phase: Located(phase, place), nameSpan: place, span: place)
        message.title = title(id)
        message.audiences = references(audiences)
        message.channels = references(channels)
        message.send = send
        message.approvers = references(approvers)
        message.inReplyTo = report.map { Located($0, place) }
        message.satisfies = satisfied
        plan.messages = Entities(plan.messages + [Message(message)])
    }

    mutating func obligation(
        _ id: String, to audience: String? = nil, _ stages: [(String, TimeAmount?, Obligation.Stage.Start)]
    ) {
        let place = span()
        var obligation = Obligation(id: id, title: title(id), nameSpan: place, span: place)
        obligation.audience = audience.map { reference($0) }
        obligation.stages = stages.map { name, deadline, start in
            var stage = Obligation.Stage(name: Located(name, place), span: place)
            stage.deadline = deadline.map { Located($0, place) }
            stage.from = Located(start, place)
            return stage
        }
        plan.obligations = Entities(plan.obligations + [obligation])
    }

    mutating func checklist(_ id: String, phase: Phase = .during, scenarios: [String]? = nil, _ steps: [Step]) {
        let place = span()
        var checklist = Checklist(
            id: id, title: title(id), scenarios: scenarios.map { .some(references($0)) } ?? .all(place),
            phase: Located(phase, place), nameSpan: place, span: place)
        let stage = Checklist.Stage(heading: nil, level: 0, headingSpan: nil, steps: steps)
        checklist.versions = [
            .init(
                body: Body(locale: Locale("en"), file: FileID(0), blocks: [], span: place, nameSpan: place),
                stages: [stage])
        ]
        plan.checklists = Entities(plan.checklists + [checklist])
    }

    /// A step that links to the targets; `at` in minutes.
    mutating func step(
        _ at: Int?, _ roles: [String] = [], every: Int? = nil, links: [EntityReference] = [],
        answers: [[EntityReference]] = [],
        substeps: [Step] = []
    ) -> Step {
        step(
            offset: at.map { Offset(TimeAmount(minutes: $0)) }, roles, every: every, links: links, answers: answers,
            substeps: substeps)
    }

    mutating func step(
        offset: Offset?, _ roles: [String] = [], every: Int? = nil, links: [EntityReference] = [],
        answers: [[EntityReference]] = [], substeps: [Step] = []
    ) -> Step {
        let place = span()
        return Step(
            offset: offset.map { Located($0, place) },
            rhythm: every.map { Located(TimeAmount(minutes: $0), place) }, roles: references(roles),
            isDecision: !answers.isEmpty, text: [],
            parts: substeps.map { .substep($0) }
                + answers.enumerated().map { number, answer in
                    .branch(
                        .init(
                            label: "answer \(number + 1)", text: [], detail: [],
                            links: answer.map { TypedReference($0, self.span()) }, span: place))
                },
            links: links.map { TypedReference($0, place) }, span: place)
    }
}

extension EntityReference {
    static func system(_ id: String) -> EntityReference { EntityReference(.system, id) }
    static func channel(_ id: String) -> EntityReference { EntityReference(.channel, id) }
    static func person(_ id: String) -> EntityReference { EntityReference(.person, id) }
    static func message(_ id: String) -> EntityReference { EntityReference(.message, id) }
    static func checklist(_ id: String) -> EntityReference { EntityReference(.checklist, id) }
    static func duty(_ id: String, _ stage: String? = nil) -> EntityReference {
        EntityReference(.obligation, id, stage: stage)
    }
}
