import PlancSource

/// What a finding says, wherever it stands.
private struct Told: Hashable {
    private let rule: String
    private let severity: Severity
    private let message: Phrase
    private let caption: Phrase?
    private let labels: [Label]

    init(_ finding: Finding) {
        rule = finding.rule
        severity = finding.severity
        message = finding.message
        caption = finding.caption
        labels = finding.labels
    }
}

extension [Finding] {
    /// What some rules say with the same words of several files, and what leads to the same places, as one finding: a step that
    /// changed in the source differs from each translation. It stands at the first of them, in the order given.
    ///
    /// - Parameter rules: their names.
    public func withSameTogether(of rules: Set<String>) -> [Finding] {
        var files: [Told: Set<FileID>] = [:]
        var places: [Told: Int] = [:]
        var all: [Finding] = []
        for finding in self {
            guard rules.contains(finding.rule), !finding.labels.isEmpty, finding.fixes.isEmpty else {
                all.append(finding)
                continue
            }
            let told = Told(finding)
            let isElsewhere = files[told, default: []].insert(finding.span.file).inserted
            if let place = places[told], isElsewhere {
                all[place].add(finding)
            } else {
                places[told] = all.count
                all.append(finding)
            }
        }
        return all
    }
}

extension Finding {
    /// Another finding that says the same elsewhere.
    fileprivate mutating func add(_ other: Finding) {
        if counted.isEmpty { counted = [self] }
        counted.append(other)
        labels.append(Label(other.span, Phrase("here, too")))
    }
}
