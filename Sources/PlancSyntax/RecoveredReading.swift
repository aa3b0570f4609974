import PlancDiagnostics
import PlancSource

/// A front matter as it was most likely meant. Of a slip of YAML that the lines show, as a missing space or quote, the cure is tried:
/// where libyaml reads on with it, planc does so too, so that one slip is one finding, and only what works is offered as a fix.
struct RecoveredReading {
    private static let readLimit = 24

    private(set) var root: YAMLNode?
    private(set) var isWhole: Bool
    private(set) var findings: FindingList
    private(set) var longScalars: [Range<Int>]

    private let bytes: UnsafeBufferPointer<UInt8>
    private let content: Range<Int>
    private let id: FileID
    /// What was found before the front matter is read.
    private let before: FindingList
    private var changes: [MendedText.Change] = []
    private var cures: [Finding] = []
    private var reads = 1

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>, _ id: FileID, _ findings: FindingList) {
        self.bytes = bytes
        self.content = content
        self.id = id
        before = findings
        var reading = YAMLReading(MendedText(bytes, content), bytes, content, id, findings)
        (root, isWhole, self.findings, longScalars) = (nil, false, findings, [])
        var hasProblem = reading.problem != nil
        while reads < Self.readLimit, let next = readOn(from: reading) { reading = next }
        (root, isWhole, self.findings, longScalars) = (
            reading.root, reading.isWhole, reading.findings, reading.longScalars
        )
        for cure in cures { self.findings.add(cure) }
        hasProblem = hasProblem || reading.problem != nil
        if let problem = reading.problem {
            self.findings.add(YAMLSyntax.finding(problem, YAMLPlaces(problem, bytes, content), in: id))
        }
        // What was read with a cure may still be something else than was meant.
        if hasProblem { isWhole = false }
    }

    /// The reading with one more cure; nil where nothing is to be cured, or no cure helps.
    private mutating func readOn(from reading: YAMLReading) -> YAMLReading? {
        if !reading.tightColons.isEmpty {
            return reading.problem == nil || !isTried(reading.tightColons) ? readTight(reading) ?? cured(reading) : cured(reading)
        }
        return cured(reading)
    }

    private func isTried(_ places: [Int]) -> Bool {
        places.allSatisfy { place in changes.contains { $0.range.lowerBound == place } }
    }

    /// With a space behind each colon in braces that lacks it; one finding a line.
    private mutating func readTight(_ reading: YAMLReading) -> YAMLReading? {
        let spaces = reading.tightColons.map { MendedText.Change(at: $0, " ") }
        guard let next = read(with: spaces) else { return nil }
        changes = next.changes
        let places = reading.tightColons
        var first = 0
        while first < places.count {
            let lineEnd = bytes.first(.lineFeed, from: places[first])
            let last = places[first...].firstIndex { $0 > lineEnd } ?? places.count
            addTight(Array(places[first..<last]))
            first = last
        }
        return next.reading
    }

    /// The finding for the colons of a line; one that tells of the line already takes them too.
    private mutating func addTight(_ places: [Int]) {
        var line = places[0]
        while line > content.lowerBound, bytes[line - 1] != .lineFeed { line -= 1 }
        let edits = places.map { Fix.Edit(Span(id, $0, $0), " ") }
        let known = cures.firstIndex {
            Int($0.span.lower) >= line && Int($0.span.lower) < places[0]
                && $0.message == YAMLMistake.noSpaceAfterColon.message && !$0.fixes.isEmpty
        }
        if let known {
            cures[known].fixes[0].edits += edits
        } else {
            cures.append(YAMLSyntax.tight(places, bytes, content, in: id))
        }
    }

    private mutating func cured(_ reading: YAMLReading) -> YAMLReading? {
        guard let problem = reading.problem else { return nil }
        let places = YAMLPlaces(problem, bytes, content)
        for cure in places.cures(problem, in: id) {
            guard reads < Self.readLimit, let next = read(with: cure.changes) else { continue }
            // It helps where libyaml comes further than the lines that it changes, and than before.
            if let left = next.reading.problem {
                let reached = places.line(of: left.mark)
                let needed = cure.isOpen ? cure.changes[0].range.lowerBound : max(problem.mark, cure.changes[0].range.lowerBound)
                if reached <= places.line(of: needed) { continue }
            }
            changes = next.changes
            cures.append(cure.finding)
            return next.reading
        }
        return nil
    }

    /// The front matter with more changes; nil where they touch one that is made already.
    private mutating func read(with more: [MendedText.Change]) -> (reading: YAMLReading, changes: [MendedText.Change])? {
        let all = (changes + more).sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
        for (one, next) in zip(all, all.dropFirst())
        where one.range.upperBound > next.range.lowerBound || one.range == next.range { return nil }
        reads += 1
        return (YAMLReading(MendedText(bytes, content, all), bytes, content, id, before), all)
    }
}
