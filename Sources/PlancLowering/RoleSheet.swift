import PlancAnalysis
import PlancDocument
import PlancMarkup
import PlancModel

extension ScenarioContext {
    /// The roles that have something to do in the scenario: steps, messages to send or to approve.
    var rolesWithASheet: [Role] {
        plan.roles.filter { !steps(of: $0).isEmpty || !messages(of: $0).isEmpty }
    }

    /// One person's own sheet: what this role does, and nothing else.
    func roleSheet(_ role: Role) -> Document {
        let name = edition.title(of: role)
        return edition.document(
            "checklists-\(id)--\(role.id)", title: "\(name) – \(title)",
            purpose: [.text(words.sheetOf(name) + " ", .strong)] + runs(duties: role),
            blocks: roleBlocks(role, level: 1))
    }

    /// Whether a role has something to do in one of the phases.
    func hasSheet(_ role: Role, _ phases: [Phase]) -> Bool {
        steps(of: role).contains { phases.contains($0.phase) }
            || messages(of: role).contains { phases.contains(phase(of: $0)) }
    }

    func roleBlocks(_ role: Role, level: Int, phases: [Phase] = Self.phases) -> [Block] {
        var blocks: [Block] = [
            .facts(danger + people(role) + [Fact(words.activation, blankMoment)] + end)
        ]
        blocks += firstCall(by: role)
        // A sheet is handed out alone: what must not be used is on each.
        blocks += outages()
        let body = role.body.body(edition.locale)?.blocks ?? []
        if !body.isEmpty {
            blocks.append(
                .callout(
                    Callout(
                        .remark, title: [.text(words.duties)],
                        blocks: self.blocks(body, anchors: anchor("duties", role.id), level: 4))))
        }
        return blocks + ownBlocks(role, level: level, phases: phases)
    }

    /// The steps and messages of a role.
    func ownBlocks(_ role: Role, level: Int, phases: [Phase]) -> [Block] {
        var blocks: [Block] = []
        for phase in phases {
            let entries = steps(of: role).filter { $0.phase == phase }
            if entries.isEmpty { continue }
            let heading = words.phase(phase)
            blocks.append(.heading(level: level, [.text(heading)], anchor: anchor("own", role.id, phase.rawValue)))
            let lists = checklists(phase).filter { list in entries.contains { $0.checklist == list.id } }
            if lists.contains(where: { hasTexts($0, for: entries) }) {
                let sections = sections(entries, of: lists, own: role)
                blocks += self.blocks(sections, level: level + 1, anchors: "own", role.id, phase.rawValue, "stage")
            } else {
                blocks += self.lists(entries.map { row($0, own: role) }, title: heading)
            }
        }
        blocks += messageTable(role, level: level, phases)
        if !holds(.contacts) { blocks += numbersNeeded(role, level: level, suffix: suffix(phases)) }
        blocks.append(.end([.text(words.endOfSheet(edition.title(of: role)))]))
        return blocks
    }

    /// Whether a list has texts that belong to some of its steps: what introduces their stages, stages without steps, or a heading
    /// that says when its steps are done.
    private func hasTexts(_ list: Checklist, for entries: [PlannedStep]) -> Bool {
        let stages = list.version(edition.locale)?.printed ?? []
        let places = entries.filter { $0.checklist == list.id && stages.indices.contains($0.stage) }.map(\.stage)
        return stages.enumerated().contains { number, stage in
            stage.steps.isEmpty
                || (!stage.introduction.isEmpty || stage.isConditional)
                    && places.contains { $0 == number || $0 > number && stages[$0].level > stage.level }
        }
    }

    /// The steps of a role, wherever they stand; a sub-step of one of its own steps stands there.
    func steps(of role: Role) -> [PlannedStep] {
        let own = (timeline?.entries ?? []).filter { entry in entry.roles.contains { $0.id == role.id } }
        var taken = Set<[String]>()
        func key(_ entry: PlannedStep, _ length: Int) -> [String] {
            [entry.checklist, "\(entry.stage)"] + entry.path.prefix(length).map(String.init)
        }
        for entry in own { taken.insert(key(entry, entry.path.count)) }
        return own.filter { entry in !(1..<max(entry.path.count, 1)).contains { taken.contains(key(entry, $0)) } }
    }

    /// The messages of the scenario that a role sends, reads again or approves.
    func messages(of role: Role) -> [Message] {
        messagesInOrder.filter { message in
            message.owner?.id == role.id || message.legalReview?.id == role.id
                || senders(of: message).contains { $0.id == role.id }
                || message.approvers.contains { $0.id == role.id }
        }
    }

    /// Whether a role sends a message: by a step, or because no step does and it answers for the text.
    private func sends(_ role: Role, _ message: Message) -> Bool {
        let senders = senders(of: message)
        return senders.isEmpty ? message.owner?.id == role.id : senders.contains { $0.id == role.id }
    }

    /// The others who send a message, each with the hours of their own steps; empty when nobody but the role does. Who sends it alone
    /// does so at the hours that stand beside it.
    private func otherSenders(of message: Message, than role: Role) -> String {
        let senders = senders(of: message)
        let others = senders.filter { $0.id != role.id }.compactMap { other -> String? in
            let times = sendingTimes(message, by: other, without: role)
            if senders.count == 1 { return edition.title(of: other) }
            return times.isEmpty ? nil : "\(edition.title(of: other)) (\(times.joined(separator: ", ")))"
        }
        return words.list(others)
    }

    private func people(_ role: Role) -> [Fact] {
        inOrderOfCall(role).enumerated().map { place, person in
            Fact(office(of: person, in: role), nameAndNumber(person, place == 0 ? .strong : []))
        }
    }

    func runs(duties role: Role) -> [Run] {
        let text = edition.text(role.duties)
        return text.isEmpty ? [] : lowered(composer.text(role.duties))
    }

    /// What parts anchors of one role's sheets for some phases from those of another.
    private func suffix(_ phases: [Phase]) -> String {
        phases.count == Self.phases.count ? "" : "-" + phases.map(\.rawValue).joined(separator: "-")
    }

    private func messageTable(_ role: Role, level: Int, _ phases: [Phase]) -> [Block] {
        let messages = messages(of: role).filter { phases.contains(phase(of: $0)) }
        if messages.isEmpty { return [] }
        let rows = messages.map { message -> Table.Row in
            var tasks: [String] = []
            if sends(role, message) { tasks.append(words.sends) }
            if message.owner?.id == role.id, !sends(role, message) { tasks.append(words.answersFor) }
            if message.legalReview?.id == role.id { tasks.append(words.reviewsLaw) }
            if message.approvers.contains(where: { $0.id == role.id }) { tasks.append(words.approves) }
            // Its own hours; those of others stand with their names.
            let own = sendingTimes(message, by: role)
            let times = own.isEmpty ? sendingTimes(message) : own
            let others = otherSenders(of: message, than: role)
            return .init(runs: [
                [.text(times.joined(separator: ", "), .time)],
                [.text(edition.title(.message, message.id), link: destination(of: .init(.message, message.id)))],
                [.text(tasks.joined(separator: ", "))]
                    + (others.isEmpty ? [] : [Run(.lineBreak), .text(words.sender + words.colon + others, .small)]),
            ])
        }
        return [
            .heading(
                level: level, [.text(words.yourMessages)], anchor: anchor("own", role.id, "messages" + suffix(phases))),
            .table(
                Table(
                    summary: words.yourMessages,
                    columns: [
                        .init([.text(words.when)], weight: 0), .init([.text(words.message)], weight: 3),
                        .init([.text(words.whatYouDo)], weight: 2),
                    ], rows: rows, hasRowHeaders: false)),
        ]
    }

    /// Whom the role has to call: those who approve its messages, those it works with, those who work its channels.
    private func numbersNeeded(_ role: Role, level: Int, suffix: String) -> [Block] {
        var ids: [String] = []
        func add(_ id: String?) {
            if let id, id != role.id, !ids.contains(id), plan.roles[id] != nil { ids.append(id) }
        }
        add(dutyRole?.id)
        for entry in steps(of: role) {
            for role in entry.roles { add(role.id) }
            entry.step.text.forEachDeep { if case .roleMention(let id) = $0.content { add(id) } }
            entry.step.detail.forEachInline { if case .roleMention(let id) = $0.content { add(id) } }
        }
        for message in messages(of: role) {
            add(message.owner?.id)
            for approver in message.approvers { add(approver.id) }
            add(message.legalReview?.id)
            if sends(role, message) {
                for route in reach(for: message).routes(of: message) {
                    add(route.channel.flatMap { plan.channels[$0]?.operatedBy?.id })
                }
            }
        }
        if ids.isEmpty { return [] }
        return [
            .heading(level: level, [.text(words.numbersYouNeed)], anchor: anchor("own", role.id, "numbers" + suffix)),
            roleTable(ids.compactMap { plan.roles[$0] }, summary: words.numbersYouNeed, isAnchored: false),
        ]
    }
}
