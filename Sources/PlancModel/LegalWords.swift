import PlancSource

/// A sort of authority: what an audience says that it is, and what a stage of an obligation is sent to.
public enum AuthorityKind: String, CaseIterable, Sendable {
    case dataProtection = "data-protection"
    case csirt, enisa, cyber, telecom
    case financialSupervisor = "financial-supervisor"
    case market, health, device
    case foodSafety = "food-safety"
    case environment, consumer
    case stateAttorneyGeneral = "state-attorney-general"
    case lawEnforcement = "law-enforcement"
    case trustSupervisor = "trust-supervisor"
    case criticalInfrastructure = "critical-infrastructure"
    case nisCompetent = "nis-competent"
    case interiorMinistry = "interior-ministry"
    case otherCompetent = "other-competent"
}

/// Whom a stage of an obligation tells.
public struct Recipient: Hashable, Sendable {
    /// Who is told.
    public enum Kind: String, CaseIterable, Sendable {
        case authority
        case peopleConcerned = "people-concerned"
        case users, customers, controller, insurer, media
        /// Investors and the public.
        case market
        case `public`
        case creditBureaus = "credit-bureaus"
        case organisations
        /// Nobody: a decision that the law times.
        case `internal`
    }

    public var kind: Kind
    /// Of an authority, which: one notice for all of them (`csirt+enisa`), or to whichever is competent (`…-or-…`).
    public var authorities: [AuthorityKind] = []
    public var isEither = false

    public init(_ kind: Kind, _ authorities: [AuthorityKind] = [], isEither: Bool = false) {
        self.kind = kind
        self.authorities = authorities
        self.isEither = isEither
    }

    /// From `people-concerned`, `authority:csirt`, `authority:csirt+enisa`, `authority:data-protection-or-telecom`.
    public init?(notation text: some StringProtocol) {
        guard text.hasPrefix("authority:") else {
            guard let kind = Kind(rawValue: String(text)), kind != .authority else { return nil }
            self.init(kind)
            return
        }
        let rest = String(text.dropFirst("authority:".count))
        if let one = AuthorityKind(rawValue: rest) {
            self.init(.authority, [one])
            return
        }
        let isEither = rest.contains("-or-")
        let names =
            isEither ? rest.split(separator: "-or-").map(String.init) : rest.split(separator: "+").map(String.init)
        let kinds = names.compactMap { AuthorityKind(rawValue: $0) }
        guard !kinds.isEmpty, kinds.count == names.count else { return nil }
        self.init(.authority, kinds, isEither: isEither)
    }

    public var notation: String {
        guard kind == .authority else { return kind.rawValue }
        return "authority:" + authorities.map(\.rawValue).joined(separator: isEither ? "-or-" : "+")
    }

    /// The types of audience that it may be; empty for what is no audience.
    public var audienceTypes: Set<AudienceType> {
        switch kind {
        case .authority: [.authorities]
        case .peopleConcerned: [.customers, .employees, .partners, .investors, .public]
        case .users: [.customers, .partners, .public, .employees]
        case .customers: [.customers]
        case .controller: [.partners, .customers]
        case .insurer, .creditBureaus, .organisations: [.partners]
        case .media: [.press]
        case .market: [.investors, .public, .press]
        case .public: [.public, .press]
        case .internal: []
        }
    }
}

/// What a plan states of a fact: that it is so or not, how many, how long.
public enum FactValue: Hashable, Sendable {
    case isTrue(Bool)
    case number(Int)
    case duration(TimeAmount)

    public init?(notation text: String) {
        switch text {
        case "true": self = .isTrue(true)
        case "false": self = .isTrue(false)
        default:
            if text.count <= 12, text.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(text) {
                self = .number(number)
            } else if let amount = TimeAmount(notation: text) {
                self = .duration(amount)
            } else {
                return nil
            }
        }
    }

    public var notation: String {
        switch self {
        case .isTrue(let isTrue): isTrue ? "true" : "false"
        case .number(let number): String(number)
        case .duration(let amount): amount.notation
        }
    }

    /// What a threshold compares: a count, or minutes.
    var quantity: Int? {
        switch self {
        case .isTrue: nil
        case .number(let number): number
        case .duration(let amount): amount.leastMinutes
        }
    }
}

/// A fact on which a duty depends.
public indirect enum Condition: Hashable, Sendable {
    /// How a number of the situation compares with the law's.
    public enum Comparison: String, CaseIterable, Sendable {
        case atLeast = "at-least"
        case moreThan = "more-than"
        case lessThan = "less-than"
    }

    case fact(String)
    case not(Condition)
    case anyOf([Condition])
    /// `per`: counted in one of these (`us-state`) and not in all.
    case number(String, Comparison, FactValue, per: String?)

    /// The names of the facts that it needs, in the order written.
    public var facts: [String] {
        switch self {
        case .fact(let name): [name]
        case .not(let condition): condition.facts
        case .anyOf(let conditions): conditions.flatMap(\.facts)
        case .number(let name, _, _, let per): [Self.name(name, per: per)]
        }
    }

    /// In one line: `not incident-ongoing`, `people-affected more-than 500 per us-state`.
    public var notation: String {
        switch self {
        case .fact(let name): name
        case .not(let condition): "not " + condition.notation
        case .anyOf(let conditions): "any-of " + conditions.map(\.notation).joined(separator: ", ")
        case .number(let name, let comparison, let limit, let per):
            "\(name) \(comparison.rawValue) \(limit.notation)" + (per.map { " per \($0)" } ?? "")
        }
    }

    /// What a number counted in one of several is called where it is stated: `people-affected-per-us-state`.
    public static func name(_ fact: String, per: String?) -> String { per.map { "\(fact)-per-\($0)" } ?? fact }
}

/// What is known of the facts of a situation: those of the organisation, and those of the scenario, which win.
public struct FactSheet: Sendable {
    public private(set) var values: [String: FactValue]

    public init(_ values: [String: FactValue] = [:]) { self.values = values }

    /// What is known of a fact; nil when nobody has stated it.
    public subscript(name: String) -> FactValue? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// Whether the organisation is an essential or important entity; nil: not known.
    public var isSubjectToNIS2: Bool? { holds(.fact(Subjection.fact)) }

    /// nil: not known.
    public func holds(_ condition: Condition) -> Bool? {
        switch condition {
        case .fact("always"): true
        case .fact("never"): false
        case .fact(let name):
            switch values[name] {
            case nil: nil
            case .isTrue(let isTrue): isTrue
            case .some(let value): value.quantity.map { $0 > 0 }
            }
        case .not(let condition): holds(condition).map { !$0 }
        case .anyOf(let conditions):
            conditions.contains { holds($0) == true }
                ? true : conditions.contains { holds($0) == nil } ? nil : false
        case .number(let name, let comparison, let limit, let per): compares(name, comparison, limit, per)
        }
    }

    private func compares(
        _ name: String, _ comparison: Condition.Comparison, _ limit: FactValue, _ per: String?
    ) -> Bool? {
        guard let limit = limit.quantity else { return nil }
        func compare(_ value: Int) -> Bool {
            switch comparison {
            case .atLeast: value >= limit
            case .moreThan: value > limit
            case .lessThan: value < limit
            }
        }
        if let value = values[Condition.name(name, per: per)]?.quantity { return compare(value) }
        // In one part there are at most as many as in all.
        guard per != nil, let total = values[name]?.quantity else { return nil }
        let atMost = compare(total)
        return comparison == .lessThan ? (atMost ? true : nil) : (atMost ? nil : false)
    }

    /// Whether all conditions hold and none of the others does; nil where that depends on facts that are not known.
    public func holds(_ when: [Condition], unless: [Condition]) -> Bool? {
        let all = when.map(holds) + unless.map { holds($0).map { !$0 } }
        if all.contains(false) { return false }
        return all.contains(nil) ? nil : true
    }
}

/// How sure the wording of an obligation is; what was read at its source is the greatest.
public enum Confidence: String, CaseIterable, Comparable, Sendable {
    /// The provision itself was read.
    case officialText = "official-text"
    /// Its wording, as quoted by somebody.
    case quotedText = "quoted-text"
    /// Only a page about it.
    case page
    /// Not read.
    case knowledge

    public static func < (a: Confidence, b: Confidence) -> Bool {
        allCases.firstIndex(of: a)! > allCases.firstIndex(of: b)!
    }

    /// Whether a plan may rest on it without reading again.
    public var isWeak: Bool { self < .quotedText }
}

/// How binding a time limit is.
public enum Strength: String, CaseIterable, Sendable {
    case limit
    /// Late is lawful, with reasons.
    case whereFeasible = "where-feasible"
    /// "If possible": told, and no error.
    case target
}
