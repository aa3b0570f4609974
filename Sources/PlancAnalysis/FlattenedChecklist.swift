import PlancMarkup
import PlancModel
import PlancSource

/// One step, or sub-step, of a checklist, with the time and the roles that are its own or come from the step above it.
///
/// Shared by all timelines that it is part of.
public final class PlannedStep: Sendable {
    public let checklist: String
    public let phase: Phase
    /// The place of its stage in the checklist.
    public let stage: Int
    /// Its place among the steps of the stage, then among the sub-steps of each step on the way down.
    public let path: [Int]
    public let step: Step
    /// When it is due; nil when nobody said.
    public let at: Offset?
    /// Where the time is written: in this step, or the one it comes from.
    public let timeSpan: Span?
    public let roles: [Reference]
    /// How often it comes again, told with the time that it has.
    public let rhythm: TimeAmount?
    /// The messages that the step sends, also those of its branches (see `answer(at:)`).
    public let messages: [Reference]
    /// The obligations that the step fulfils by a link (`obligation:id`, `obligation:id/stage`).
    public let fulfils: [TypedReference]

    init(
        checklist: String, phase: Phase, stage: Int, path: [Int], step: Step, at: Offset?,
        timeSpan: Span?, roles: [Reference], rhythm: TimeAmount?, messages: [Reference], fulfils: [TypedReference]
    ) {
        self.checklist = checklist
        self.phase = phase
        self.stage = stage
        self.path = path
        self.step = step
        self.at = at
        self.timeSpan = timeSpan
        self.roles = roles
        self.rhythm = rhythm
        self.messages = messages
        self.fulfils = fulfils
    }

    /// Minutes from T0.
    public var minutes: Int? { at?.amount.boundedMinutes }

    /// The answer that a link of the step belongs to; nil of what is done however it is answered.
    func answer(at link: Span) -> Answer? {
        guard let place = step.branches.firstIndex(where: { $0.links.contains { $0.span == link } }) else { return nil }
        return Answer(place: place, count: step.branches.count)
    }
}

/// One of the answers to a decision: what it links to is done only where the decision is answered so.
public struct Answer: Hashable, Sendable {
    /// Its place among the branches of the step.
    public var place: Int
    /// How many answers there are.
    public var count: Int

    /// Whether something that is done at one step is done whatever is answered: outside the answers, or under each of them.
    static func areAll(_ answers: [Answer?]) -> Bool {
        answers.contains(nil) || answers.first.map { Set(answers).count == max(2, $0?.count ?? 0) } ?? false
    }
}

/// The steps of one checklist in the order written, each before its sub-steps.
public struct FlattenedChecklist: Sendable {
    public let checklist: String
    public let scenarios: ScenarioSelection
    public let steps: [PlannedStep]

    public init(_ checklist: Checklist) {
        var steps: [PlannedStep] = []
        for (place, stage) in checklist.stages.enumerated() {
            Self.collect(stage.steps, [], place, checklist, nil, into: &steps)
        }
        self.checklist = checklist.id
        self.scenarios = checklist.scenarios
        self.steps = steps
    }

    // Steps lie in each other no deeper than lists in a source may.
    private static func collect(
        _ steps: [Step], _ path: [Int], _ stage: Int, _ checklist: Checklist, _ parent: PlannedStep?,
        into planned: inout [PlannedStep]
    ) {
        for number in steps.indices {
            let path = path + [number]
            let step = plan(steps[number], path, stage, checklist, parent)
            planned.append(step)
            if !steps[number].substeps.isEmpty {
                collect(steps[number].substeps, path, stage, checklist, step, into: &planned)
            }
        }
    }

    private static func plan(
        _ step: Step, _ path: [Int], _ stage: Int, _ checklist: Checklist, _ parent: PlannedStep?
    ) -> PlannedStep {
        var messages: [Reference] = []
        var fulfils: [TypedReference] = []
        func note(_ links: [TypedReference]) {
            for link in links {
                switch link.target.kind {
                case .message: messages.append(Reference(link.target.id, link.span))
                case .obligation: fulfils.append(link)
                default: break
                }
            }
        }
        note(step.links)
        if !step.branches.isEmpty { note(step.branchLinks) }
        return PlannedStep(
            checklist: checklist.id, phase: checklist.phase.value, stage: stage, path: path, step: step,
            at: step.offset?.value ?? parent?.at, timeSpan: step.offset?.span ?? parent?.timeSpan,
            roles: step.roles.isEmpty ? parent?.roles ?? [] : step.roles,
            rhythm: step.rhythm?.value ?? (step.offset == nil ? parent?.rhythm : nil), messages: messages,
            fulfils: fulfils)
    }
}
