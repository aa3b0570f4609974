/// What a thing of the plan is. The raw value is the `kind:` of a file that holds one; `registryKey` of one that lists many.
/// (What else there is to say of a kind is in its declaration, in `PlancSchema/Kinds`.)
public enum EntityKind: String, CaseIterable, Sendable {
    case plan, person, role, channel, system, activity, audience, scenario, obligation, checklist, message, snippet
    case field, pack, drill, vocabulary

    /// The plural: the `kind:` of a file that lists many, and the key its entries are under.
    public var registryKey: String {
        switch self {
        case .person: "people"
        case .activity: "activities"
        case .vocabulary: "vocabulary"
        default: rawValue + "s"
        }
    }

    /// Every kind, made once.
    public static let all = allCases

    /// Its place among all kinds.
    public var place: Int {
        var place = 0
        for kind in Self.all {
            if kind == self { return place }
            place += 1
        }
        return place
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
