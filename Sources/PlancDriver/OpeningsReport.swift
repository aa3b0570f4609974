import PlancLanguages

/// What a build says of the openings of its packs.
public struct OpeningsReport {
    private let openings: [PackOpenings]

    public init(_ openings: [PackOpenings]) { self.openings = openings }

    private var all: [(path: String, opening: Opening)] {
        openings.flatMap { pack in (pack.cold + pack.steps).map { (pack.path, $0) } }
    }

    /// The most openings for each kind of need, over all packs; nil when none was counted.
    public var figures: Phrase? {
        let all = all.map(\.opening)
        let worst = Opening.Need.allCases.compactMap { need in
            all.filter { $0.need == need }.max { ($0.openings ?? .max) < ($1.openings ?? .max) }
        }
        if worst.isEmpty { return nil }
        let figures = worst.map { one in
            Phrase(
                "{need} {openings}", ["need": one.need.phrase, "openings": one.openings.map { String($0) } ?? "–"])
        }
        return Phrase(
            "openings at most: {figures}", ["figures": Phrase(joining: figures, separator: Phrase(verbatim: ", "))])
    }

    /// What is further away than a reader under stress can take: the worst of each kind in each pack.
    public var warnings: [Phrase] {
        all.filter(\.opening.isTooFar).map { path, one in
            Phrase(
                "warning[too-far-to-turn]: {path}: {what}", ["path": path, "what": one.told])
        }
    }
}

extension Opening.Need {
    var phrase: Phrase {
        switch self {
        case .firstNumber: Phrase("first number")
        case .doNotUse: Phrase("what must not be used")
        case .firstActions: Phrase("first actions")
        case .staffText: Phrase("text for staff")
        case .number: Phrase("a number in a step")
        case .text: Phrase("a text in a step")
        case .access: Phrase("access to a channel")
        case .value: Phrase("a value to fill in")
        case .form: Phrase("a form")
        }
    }
}

extension Opening {
    fileprivate var told: Phrase {
        let context = [sought, step, scenario].compactMap(\.self).map { Phrase("'{words}'", ["words": $0]) }
        let place = Phrase(joining: [need.phrase] + context, separator: Phrase(verbatim: ", "))
        guard let openings else {
            return Phrase("{place} is in none of the packs at that place", ["place": place])
        }
        let way = pages.map(String.init).joined(separator: " → ")
        return Phrase(
            "{place} takes {openings, plural, one {# opening} other {# openings}} (pages {way}); {goal} at most",
            ["place": place, "openings": openings, "way": way, "goal": goal])
    }
}
