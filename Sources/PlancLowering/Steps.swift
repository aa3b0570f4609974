import PlancAnalysis
import PlancDocument
import PlancMarkup
import PlancModel

/// Steps as rows to tick.
extension ScenarioContext {
    /// A step as the reader's locale tells it; in the words of the source where the translation has no such step.
    func localized(_ planned: PlannedStep) -> Step { localized(planned, at: planned.path) }

    /// The same for what stands at a path of the step's stage.
    private func localized(_ planned: PlannedStep, at path: [Int]) -> Step {
        guard let checklist = plan.checklists[planned.checklist] else { return planned.step }
        return step(at: path, planned.stage, in: checklist.version(edition.locale)?.printed ?? [])
            ?? step(at: path, planned.stage, in: checklist.stages) ?? planned.step
    }

    private func step(at path: [Int], _ stage: Int, in stages: [Checklist.Stage]) -> Step? {
        guard stages.indices.contains(stage) else { return nil }
        var steps = stages[stage].steps
        var found: Step?
        for place in path {
            guard steps.indices.contains(place) else { return nil }
            found = steps[place]
            steps = steps[place].substeps
        }
        return found
    }

    /// The stage that a step stands in, in the reader's locale.
    func stage(_ planned: PlannedStep) -> Checklist.Stage? {
        guard let stages = plan.checklists[planned.checklist]?.version(edition.locale)?.printed,
            stages.indices.contains(planned.stage)
        else { return nil }
        return stages[planned.stage]
    }

    /// `own`: on the sheet of one role, who need not be told to do it.
    func row(_ planned: PlannedStep, own: Role? = nil) -> StepRow {
        let there = at(planned)
        var row = there.row(
            localized(planned), at: planned.at, rhythm: planned.rhythm, roles: planned.roles, within: nil, own: own)
        if let landmark = landmark(of: planned) { row.text = row.text.marked(landmark) }
        // A sub-step that stands by itself says what it is a part of.
        if planned.path.count > 1 {
            let parent = localized(planned, at: planned.path.dropLast())
            row.note([.paragraph([.text(words.partOf + " ", .small)] + runs(parent.text, .small), .small)])
        }
        return row
    }

    private func row(
        _ step: Step, at offset: Offset?, rhythm: TimeAmount?, roles: [Reference], within parent: Offset?, own: Role?,
        told: [Route] = []
    ) -> StepRow {
        let doers = edition.roles(roles)
        let sent = step.messagesSent
        let ways = sent.flatMap { message, answers in routes(message, answers) }
        let figures = figures(step.text)
        let shown: [StepRow.Part] = figures.isEmpty ? [] : [.detail(figures)]
        let parts = step.parts.map { part -> StepRow.Part in
            switch part {
            case .detail(let block): return .detail(blocks([block], anchors: "detail", level: 4))
            case .branch(let branch):
                return .branch(
                    .init(
                        label: branch.label, text: runs(branch.text),
                        detail: self.figures(branch.text) + blocks(branch.detail, anchors: "detail", level: 4)))
            case .substep(let substep):
                return .step(
                    at(substep).row(
                        substep, at: substep.offset?.value ?? offset, rhythm: substep.rhythm?.value,
                        roles: substep.roles, within: offset, own: substep.roles.isEmpty ? nil : own, told: ways))
            }
        }
        var result = StepRow(
            time: offset == parent ? "" : offset.map(words.offset) ?? "",
            rhythm: offset == parent && parent != nil ? nil : kept(rhythm, sent.map(\.message)).map { words.every($0) },
            who: who(doers, own: own), text: runs(step.text), isDecision: step.isDecision, isTicked: step.isTicked,
            parts: shown + parts, warnings: warnings(doers, sent.map(\.message)))
        // Sub-steps that leave by the same ways as the step itself do not say so again.
        let untold = ways.filter { way in !told.contains { $0 == way } }
        result.note(
            untold.map { way in
                note(way, isOneOfSeveral: untold.count { $0.channel == way.channel && $0.answers == way.answers } > 1)
            })
        return result
    }

    /// How often a step comes again: what it sends more often brings it back as often.
    private func kept(_ rhythm: TimeAmount?, _ sent: [String]) -> TimeAmount? {
        rhythm.map {
            sent.compactMap { plan.messages[$0]?.send.every?.value }.reduce($0) { Sending.shorter($0, $1) ?? $0 }
        }
    }

    private func who(_ roles: [Role], own: Role?) -> [Run] {
        var runs: [Run] = []
        for role in roles where role.id != own?.id {
            if !runs.isEmpty { runs += [Run(.lineBreak), Run(.lineBreak)] }
            if own != nil { runs.append(.text(words.with + " ")) }
            runs.append(.text(edition.title(of: role), .strong))
            guard let person = acting(role) else { continue }
            runs.append(Run(.lineBreak))
            runs.append(.text(unbroken(person.name)))
            if let holder = role.holder, holder.id != person.id {
                runs.append(.text(" (\(words.standsIn(for: edition.title(.person, holder.id))))", .small))
            }
            if let number = firstNumber(person) { runs += [Run(.lineBreak), number] + firstNumberCondition(person) }
            runs += contract(person)
        }
        return runs
    }

    private func warnings(_ roles: [Role], _ messages: [String]) -> [[Run]] {
        guard scenario != nil else { return [] }
        var warnings: [[Run]] = []
        for role in roles where !reach.isReachable(role: role.id) {
            warnings.append([.text(nobodyReachable(role.id, reach))])
        }
        for message in Set(messages).sorted().compactMap({ plan.messages[$0] }) {
            warnings += undelivered(message, reach(for: message)).map { [.text($0)] }
        }
        return warnings
    }

    /// A step below another, at its own hour where it has one.
    private func at(_ substep: Step) -> ScenarioContext {
        guard case .hour = moment, let offset = substep.offset else { return self }
        return at(.hour(offset.value.amount.boundedMinutes))
    }

    private struct Route: Equatable {
        var channel: String
        /// Of a channel that was out: from when it is counted on again, and what is used while it is not.
        var back: Return?
        var fallback: String?
        var audiences: [String]
        /// Of a decision: it is taken only where that is answered so.
        var answers: [String]
    }

    /// By which channel a message leaves here, for whom.
    private func routes(_ id: String, _ answers: [String]) -> [Route] {
        guard scenario != nil, let message = plan.messages[id] else { return [] }
        var result: [Route] = []
        for route in reach(for: message).routes(of: message) {
            guard let channel = route.channel else { continue }
            if let place = result.firstIndex(where: { $0.channel == channel && $0.fallback == route.fallback }) {
                result[place].audiences.append(route.audience)
            } else {
                result.append(
                    Route(
                        channel: channel, back: route.back, fallback: route.fallback,
                        audiences: [route.audience], answers: answers))
            }
        }
        return result
    }

    private func answered(_ answers: [String]) -> String { words.ifAnswered(answers.joined(separator: " / ")) }

    /// - Parameter isOneOfSeveral: whether others are told by the same channel, on another condition.
    private func note(_ route: Route, isOneOfSeveral: Bool) -> Block {
        let condition = route.back.map {
            words.condition($0, else: route.fallback.map { edition.title(.channel, $0) })
        }
        let addresses = route.audiences.flatMap { address(of: $0, on: route.channel) }
        var runs: [Run] = [
            .text("→ " + (route.answers.isEmpty ? "" : answered(route.answers) + words.colon) + words.by + " "),
            .text(edition.title(.channel, route.channel), .strong),
            .text(condition.map { " (\($0))" } ?? ""),
        ]
        // To whom it goes is said above its text, which is in the same pack; here, where a number belongs to the name.
        if !isComposed || !holds(.messages) || !addresses.isEmpty || isOneOfSeveral {
            runs.append(.text(" " + words.to(words.list(route.audiences.map { edition.title(.audience, $0) }))))
        }
        return .paragraph(runs + addresses, .note)
    }
}
