/// What a thing of the plan is. The raw value is the `kind:` of a file that holds one; `registryKey` of one that lists many.
public enum EntityKind: String, CaseIterable, Sendable {
    case plan, person, role, channel, system, activity, audience, scenario, obligation, checklist, message, snippet
    case field, pack, drill, vocabulary

    /// The plural that names a registry and the key its entries stand under.
    public var registryKey: String {
        switch self {
        case .person: "people"
        case .activity: "activities"
        case .vocabulary: "vocabulary"
        default: rawValue + "s"
        }
    }

    /// Whether a file may hold one such thing, with its body (`kind: role`).
    public var standsAlone: Bool {
        switch self {
        case .plan, .role, .scenario, .obligation, .checklist, .message, .snippet, .vocabulary: true
        default: false
        }
    }

    /// Whether a file may list many (`kind: roles`).
    public var standsInRegistry: Bool {
        switch self {
        case .plan, .checklist, .message, .snippet, .vocabulary: false
        default: true
        }
    }
}

/// A thing that is referred to: its kind and its id, and for an obligation the stage.
public struct EntityReference: Hashable, Sendable {
    public var kind: EntityKind
    public var id: String
    /// Only for obligations: `eu-nis2-23/early-warning`.
    public var stage: String?

    public init(_ kind: EntityKind, _ id: String, stage: String? = nil) {
        self.kind = kind
        self.id = id
        self.stage = stage
    }
}
