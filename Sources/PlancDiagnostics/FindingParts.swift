/// Findings taken apart: one that counts several things, or lists them, into what it says of each. Of a list that is longer or
/// shorter now, only what came or went is new or settled.
public struct FindingParts {
    private let whole: [Finding]
    public private(set) var all: [Finding] = []
    /// For each part the finding that it is of.
    private var owners: [Int] = []

    public init(_ findings: [Finding]) {
        whole = findings
        for (place, finding) in findings.enumerated() {
            let parts = finding.parts
            all += parts
            owners += Array(repeating: place, count: parts.count)
        }
    }

    /// Of each finding what stands at these places: all of it where they are all its parts.
    public func together(_ places: [Int]) -> [Finding] {
        var sizes: [Int: Int] = [:]
        for owner in owners { sizes[owner, default: 0] += 1 }
        let counts = Dictionary(places.map { (owners[$0], 1) }, uniquingKeysWith: +)
        var told: Set<Int> = []
        return places.compactMap { place in
            let owner = owners[place]
            if counts[owner] != sizes[owner] { return all[place] }
            return told.insert(owner).inserted ? whole[owner] : nil
        }
    }
}

extension Finding {
    /// What is said of each thing that the finding counts or lists.
    public var parts: [Finding] {
        if !counted.isEmpty { return counted }
        let messages = message.eachListed
        if messages.count < 2 { return [self] }
        return messages.map { message in
            var part = self
            part.message = message
            return part
        }
    }
}
