import PlancDiagnostics
import PlancMarkup
import PlancModel

/// What changed in meaning between two states of a plan, grouped for a reviewer. What did not change is not said.
public struct PlanDiff: Sendable {
    /// In the order a reviewer reads them.
    public enum Group: String, CaseIterable, Sendable {
        case reach, people, steps, deadlines, messages, plan, packs

        public var title: Phrase {
            switch self {
            case .reach: Phrase(en: "Channels and reach", fr: "Canaux et joignabilité")
            case .people: Phrase(en: "People and roles", fr: "Personnes et rôles")
            case .steps: Phrase(en: "Steps", fr: "Étapes")
            case .deadlines: Phrase(en: "Deadlines and margins", fr: "Délais et marges")
            case .messages: Phrase(en: "Messages", fr: "Messages")
            case .plan: Phrase(en: "The plan itself", fr: "Le plan lui-même")
            case .packs: Phrase(en: "Printed packs now stale", fr: "Dossiers imprimés désormais périmés")
            }
        }
    }

    public struct Change: Sendable, Hashable {
        public enum Kind: String, Sendable { case added, removed, renamed, changed }

        public var group: Group
        public var kind: Kind
        /// Worth a reviewer's alarm: somebody can no longer be reached, a deadline is missed.
        public var isAlarm: Bool
        /// What changed: its kind and its id as the new state knows it (the old id of what is gone).
        public var subject: EntityReference
        public var text: Phrase
        /// Sections of packs that hold it.
        public var sections: Set<PackSection>
        /// The scenarios it belongs to; nil for all.
        public var scenarios: Set<String>?

        public init(
            _ group: Group, _ kind: Kind, _ subject: EntityReference, _ text: Phrase, isAlarm: Bool = false,
            sections: Set<PackSection> = [], scenarios: Set<String>? = nil
        ) {
            self.group = group
            self.kind = kind
            self.isAlarm = isAlarm
            self.subject = subject
            self.text = text
            self.sections = sections
            self.scenarios = scenarios
        }
    }

    public var changes: [Change]

    public var isEmpty: Bool { changes.isEmpty }

    /// The difference of a plan that is new.
    public init(added plan: Plan) {
        changes = [Self.whole(plan, .added, Phrase(en: "a new plan", fr: "un nouveau plan"))]
    }

    /// The difference of a plan that is gone.
    public init(removed plan: Plan) {
        changes = [
            Self.whole(plan, .removed, Phrase(en: "the plan was removed", fr: "le plan a été retiré"), isAlarm: true)
        ]
    }

    private static func whole(_ plan: Plan, _ kind: Change.Kind, _ text: Phrase, isAlarm: Bool = false) -> Change {
        Change(.plan, kind, EntityReference(.plan, plan.name), text, isAlarm: isAlarm)
    }

    public func changes(in group: Group) -> [Change] {
        changes.filter { $0.group == group }.sorted { $0.isAlarm && !$1.isAlarm }
    }

    /// Compares two states. `showsPrivateNumbers`: addresses that are `private` are written out instead of masked.
    public init(from base: Plan, to head: Plan, showsPrivateNumbers: Bool = false) {
        let pairing = Pairing(base, head)
        let comparison = Comparison(base: base, head: head, pairing: pairing, showsPrivateNumbers: showsPrivateNumbers)
        changes = reachChanges(comparison)
        changes += peopleChanges(comparison)
        changes += stepChanges(comparison)
        changes += deadlineChanges(comparison)
        changes += messageChanges(comparison)
        changes += otherChanges(comparison)
        changes += packChanges(comparison, after: changes)
    }
}

/// The two states and who is who in them.
struct Comparison {
    var base: Plan
    var head: Plan
    var pairing: Pairing
    var showsPrivateNumbers: Bool

    /// The title of a thing as the newer state has it, in each of planc's languages.
    func title(_ kind: EntityKind, _ id: String, in plan: Plan? = nil) -> Phrase {
        let plan = plan ?? head
        guard let title = plan.title(of: kind, id), !title.isEmpty else { return Phrase(verbatim: id) }
        return Phrase(en: title.text(Locale("en")), fr: title.text(Locale("fr")))
    }
}

extension Plan {
    /// The title of the thing with this id, nil when there is none.
    func title(of kind: EntityKind, _ id: String) -> LocalizedText? {
        switch kind {
        case .person: people[id]?.title
        case .role: roles[id]?.title
        case .channel: channels[id]?.title
        case .system: systems[id]?.title
        case .activity: activities[id]?.title
        case .audience: audiences[id]?.title
        case .scenario: scenarios[id]?.title
        case .obligation: obligations[id]?.title
        case .checklist: checklists[id]?.title
        case .message: messages[id]?.title
        case .snippet: snippets[id]?.title
        case .field: fields[id]?.title
        case .pack: packs[id]?.title
        case .drill: drills[id]?.title
        case .plan: info.title
        case .vocabulary: nil
        }
    }
}

extension Phrase {
    /// Both languages at once from a function of each.
    init(each make: (Language) -> String) { self.init(en: make(.english), fr: make(.french)) }

    /// In the quotation marks of each language.
    var quoted: Phrase { Phrase(en: "'\(english)'", fr: "« \(french) »") }
}

/// A list as it is said: "a, b and c".
func list(_ phrases: [Phrase]) -> Phrase {
    func join(_ words: [String], _ and: String) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(and) " + last
    }
    return Phrase(en: join(phrases.map(\.english), "and"), fr: join(phrases.map(\.french), "et"))
}
