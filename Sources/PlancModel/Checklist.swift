import PlancMarkup
import PlancSource

/// A list of steps for a phase of a crisis, by the clock.
public struct Checklist: Entity {
    public static let kind = EntityKind.checklist
    public static var place: EntityPlace<Checklist> { EntityPlace(get: { $0.checklists }, set: { $0.checklists = $1 }) }
    public var id: String
    public var title: LocalizedText
    public var scenarios: ScenarioSelection
    public var phase: Located<Phase>
    /// One a locale, the source first.
    public var versions: [Version] = []
    public var nameSpan: Span
    public var span: Span

    public init(
        id: String, title: LocalizedText, scenarios: ScenarioSelection, phase: Located<Phase>, nameSpan: Span,
        span: Span
    ) {
        self.id = id
        self.title = title
        self.scenarios = scenarios
        self.phase = phase
        self.nameSpan = nameSpan
        self.span = span
    }

    /// A checklist's text in one locale.
    public struct Version: Sendable {
        public var body: Body
        public var stages: [Stage]
        /// The stages of the source, step by step, in the words of this text where it has the same step: what is printed.
        public var printed: [Stage]

        /// - Parameter source: the stages of the source; nil of the source itself.
        public init(body: Body, stages: [Stage], of source: [Stage]? = nil) {
            self.body = body
            self.stages = stages
            printed = source?.told(by: stages) ?? stages
        }
    }

    /// The text in a locale, or else in that of the source.
    public func version(_ locale: Locale) -> Version? { versions.first { $0.body.locale == locale } ?? versions.first }

    /// The stages as the source tells them: what analysis reads.
    public var stages: [Stage] { versions.first?.stages ?? [] }

    /// What stands between two headings.
    public struct Stage: Sendable {
        /// nil before the first heading.
        public var heading: [Inline]?
        /// Of the heading: 1 for `#`.
        public var level: Int
        public var headingSpan: Span?
        /// Paragraphs and lists that are no steps, before the first step.
        public var introduction: [Block]
        public var steps: [Step]

        public init(heading: [Inline]?, level: Int, headingSpan: Span?, introduction: [Block] = [], steps: [Step] = [])
        {
            self.heading = heading
            self.level = level
            self.headingSpan = headingSpan
            self.introduction = introduction
            self.steps = steps
        }
    }
}

/// `scenarios:` of a checklist or message.
public enum ScenarioSelection: Sendable {
    case all(Span)
    case some([Reference])

    /// Whether a scenario, by id, is among them.
    public func contains(_ scenario: String) -> Bool {
        switch self {
        case .all: true
        case .some(let references): references.contains { $0.id == scenario }
        }
    }

    public var isAll: Bool { if case .all = self { true } else { false } }
}

/// One task of a checklist. (A class only to spare its copies.)
public final class Step: Sendable {
    /// As written; sub-steps without one inherit (see `Analysis`).
    public let offset: Located<Offset>?
    /// `every 30min`
    public let rhythm: Located<TimeAmount>?
    public let roles: [Reference]
    /// Whether a time or a role stands there that could not be understood: it has been told, and is not missing as well.
    public let hasUnreadTime: Bool
    public let hasUnreadRole: Bool
    /// Marked `?`.
    public let isDecision: Bool
    /// `#log`: what it is for.
    public let meanings: [Located<StepMeaning>]
    /// The words, without offset, roles and mark.
    public let text: [Inline]
    /// Whether its box is ticked in the source.
    public let isTicked: Bool
    /// What stands below it, in the order written.
    public let parts: [Part]
    /// The sub-steps among the parts.
    public let substeps: [Step]
    /// Of a decision, in the order written.
    public let branches: [Branch]
    /// What the words of the step link to (not its detail), with the links' places: the messages among them it sends, the
    /// obligation stages among them it fulfils.
    public let links: [TypedReference]
    /// The same for the branches of a decision, which act at the decision's time, where it is answered so.
    public var branchLinks: [TypedReference] { branches.flatMap(\.links) }
    /// Whether one of its links leads nowhere (and was reported).
    public let hasBrokenLink: Bool
    /// The first line of the item, from after the box to the end of the text.
    public let span: Span

    public init(
        offset: Located<Offset>?, rhythm: Located<TimeAmount>?, roles: [Reference], hasUnreadTime: Bool = false,
        hasUnreadRole: Bool = false, isDecision: Bool, meanings: [Located<StepMeaning>] = [], isTicked: Bool = false,
        text: [Inline], parts: [Part] = [],
        links: [TypedReference] = [], hasBrokenLink: Bool = false, span: Span
    ) {
        self.offset = offset
        self.rhythm = rhythm
        self.roles = roles
        self.hasUnreadTime = hasUnreadTime
        self.hasUnreadRole = hasUnreadRole
        self.isDecision = isDecision
        self.meanings = meanings
        self.isTicked = isTicked
        self.text = text
        self.parts = parts
        var substeps: [Step] = []
        var branches: [Branch] = []
        for part in parts {
            switch part {
            case .detail: break
            case .substep(let step): substeps.append(step)
            case .branch(let branch): branches.append(branch)
            }
        }
        self.substeps = substeps
        self.branches = branches
        self.links = links
        self.hasBrokenLink = hasBrokenLink
        self.span = span
    }

    /// A part of what stands below a step.
    public enum Part: Sendable {
        /// A paragraph, a list that is no task, a table.
        case detail(Block)
        case substep(Step)
        case branch(Branch)
    }

    /// The paragraphs, lists and tables below it, without its sub-steps and branches.
    public var detail: [Block] {
        parts.compactMap { if case .detail(let block) = $0 { block } else { nil } }
    }

    /// `oui: …` below a decision.
    public struct Branch: Sendable {
        public var label: String
        public var text: [Inline]
        public var detail: [Block]
        /// What its words link to.
        public var links: [TypedReference]
        public var span: Span

        public init(
            label: String, text: [Inline], detail: [Block], links: [TypedReference] = [], span: Span
        ) {
            self.label = label
            self.text = text
            self.detail = detail
            self.links = links
            self.span = span
        }
    }
}
