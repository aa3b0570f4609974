import PlancSource

/// What a check did not judge, or does not report: "nothing to report" is only as good as this is empty.
public struct JudgedScope: Sendable, Hashable {
    /// Names of rules that a plan has turned off, in order.
    public var rulesOff: [String] = []
    /// How many findings these would have had.
    public var findingsOfRulesOff = 0
    /// How many findings exceptions allow.
    public var allowed = 0
    /// How many findings a baseline knows.
    public var inBaseline = 0
    /// How many findings were there at a revision already.
    public var unchanged = 0
    /// Files below a plan that may have been meant to be read, and are not: without front matter, hidden, linked from outside.
    public var filesLeftOut = 0
    /// Files that a plan leaves out by `exclude`.
    public var filesExcluded = 0

    /// The profiles that plans were judged by, in order: no part of what was not judged, but of what the judgement is worth.
    public var profiles: [String] = []

    public init() {}

    /// Whether everything was judged and reported.
    public var isWhole: Bool {
        rulesOff.isEmpty && allowed == 0 && inBaseline == 0 && unchanged == 0 && filesLeftOut == 0
            && filesExcluded == 0
    }

    /// Adds what was not judged of another plan.
    public mutating func add(_ other: JudgedScope) {
        rulesOff = Array(Set(rulesOff + other.rulesOff)).sorted()
        findingsOfRulesOff += other.findingsOfRulesOff
        allowed += other.allowed
        inBaseline += other.inBaseline
        unchanged += other.unchanged
        filesLeftOut += other.filesLeftOut
        filesExcluded += other.filesExcluded
        for profile in other.profiles where !profiles.contains(profile) { profiles.append(profile) }
    }

    /// One line for people; nil when everything was judged.
    public var words: Phrase? {
        if isWhole { return nil }
        var parts: [Phrase] = []
        if !rulesOff.isEmpty {
            parts.append(
                Phrase(
                    "rules turned off: {names} ({count, plural, one {# finding} other {# findings}})",
                    ["names": rulesOff.joined(separator: ", "), "count": findingsOfRulesOff]))
        }
        if allowed > 0 {
            parts.append(
                Phrase(
                    "{count, plural, one {# finding} other {# findings}} allowed by an exception", ["count": allowed]))
        }
        if inBaseline > 0 {
            parts.append(
                Phrase("{count, plural, one {# finding} other {# findings}} in the baseline", ["count": inBaseline]))
        }
        if unchanged > 0 {
            parts.append(
                Phrase(
                    "{count, plural, one {# finding that was} other {# findings that were}} there before",
                    ["count": unchanged]))
        }
        if filesLeftOut > 0 {
            parts.append(
                Phrase(
                    "{count, plural, one {# file} other {# files}} not read (planc list files)", ["count": filesLeftOut]
                ))
        }
        if filesExcluded > 0 {
            parts.append(
                Phrase(
                    "{count, plural, one {# file} other {# files}} left out by 'exclude'", ["count": filesExcluded]))
        }
        return Phrase("not judged: {parts}", ["parts": Phrase(joining: parts, separator: .semicolon)])
    }

    /// `{"rulesOff": [names], "findingsOfRulesOff", "allowed", "inBaseline", "unchanged", "filesLeftOut",
    /// "filesExcluded"}`
    public var json: JSON {
        .object([
            "rulesOff": .strings(rulesOff), "findingsOfRulesOff": .int(findingsOfRulesOff), "allowed": .int(allowed),
            "inBaseline": .int(inBaseline), "unchanged": .int(unchanged), "filesLeftOut": .int(filesLeftOut),
            "filesExcluded": .int(filesExcluded),
        ])
    }
}
