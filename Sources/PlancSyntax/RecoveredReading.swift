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
        // The sign in what is read otherwise has been told.
        if !changes.isEmpty {
            longScalars += changes.map(\.range).filter { !$0.isEmpty }
            longScalars.sort { $0.lowerBound < $1.lowerBound }
        }
        hasProblem = hasProblem || reading.problem != nil
        if let problem = reading.problem {
            self.findings.add(YAMLSyntax.finding(problem, YAMLPlaces(problem, bytes, content), in: id))
        }
        // What was read with a cure may still be something else than was meant.
        if hasProblem { isWhole = false }
    }

    /// The reading with one more cure; nil where nothing is to be cured, or no cure helps.
    private mutating func readOn(from reading: YAMLReading) -> YAMLReading? {
        let gaps = reading.gaps.filter { gap in !changes.contains { $0.range == gap.range } }
        if !gaps.isEmpty, let next = readFilled(gaps) { return next }
        guard let problem = reading.problem else { return nil }
        let places = YAMLPlaces(problem, bytes, content)
        let colons = places.colonsBeforeBrackets
        if !colons.isEmpty, let next = read(with: colons), isFurther(next.reading, than: problem.mark, places) {
            return accept(next, filling: colons)
        }
        return cured(problem, places)
    }

    /// With each colon and each space behind one that is missing; one finding a line.
    private mutating func readFilled(_ gaps: [MendedText.Change]) -> YAMLReading? {
        read(with: gaps).map { accept($0, filling: gaps) }
    }

    private mutating func accept(
        _ next: (reading: YAMLReading, changes: [MendedText.Change]), filling gaps: [MendedText.Change]
    ) -> YAMLReading {
        changes = next.changes
        var first = 0
        while first < gaps.count {
            let lineEnd = bytes.first(.lineFeed, from: gaps[first].range.lowerBound)
            let last = gaps[first...].firstIndex { $0.range.lowerBound > lineEnd } ?? gaps.count
            add(Array(gaps[first..<last]))
            first = last
        }
        return next.reading
    }

    /// The finding for what is missing in a line; one that tells of a missing space in the line already takes its fix too.
    private mutating func add(_ gaps: [MendedText.Change]) {
        let edits = gaps.map { Fix.Edit(Span(id, $0.range.lowerBound, $0.range.upperBound), $0.text) }
        let place = gaps[0].range.lowerBound
        if let known = cureOfLine(place) {
            cures[known].fixes[0].edits += edits
        } else {
            cures.append(YAMLSyntax.gap(gaps[0], edits, bytes, content, in: id))
        }
    }

    /// The finding for a missing space or colon in the line of a place.
    private func cureOfLine(_ place: Int) -> Int? {
        var line = place
        while line > content.lowerBound, bytes[line - 1] != .lineFeed { line -= 1 }
        let end = bytes.first(.lineFeed, from: place)
        let messages = [YAMLMistake.noSpaceAfterColon.message, YAMLMistake.noColon.message]
        return cures.firstIndex {
            line <= Int($0.span.lower) && Int($0.span.lower) < end && messages.contains($0.message) && !$0.fixes.isEmpty
        }
    }

    /// Whether libyaml comes further than the line of a place.
    private func isFurther(_ reading: YAMLReading, than place: Int, _ places: YAMLPlaces) -> Bool {
        reading.problem.map { places.line(of: $0.mark) > places.line(of: place) || $0.mark > place + 64 } ?? true
    }

    /// The first cure with which all is well, so that one slip is told as one; else the first that helps.
    private mutating func cured(_ problem: YAMLProblem, _ places: YAMLPlaces) -> YAMLReading? {
        typealias Cured = (reading: YAMLReading, changes: [MendedText.Change], finding: Finding)
        var (helping, well): (Cured?, Cured?) = (nil, nil)
        var least = Int.max
        for cure in places.cures(problem, in: id) {
            guard reads < Self.readLimit, let next = read(with: cure.changes) else { continue }
            // It helps where libyaml comes further than the lines that it changes, and than before.
            if let left = next.reading.problem {
                let changed = cure.changes[0].range.lowerBound
                let needed = cure.isOpen ? changed : max(problem.mark, changed)
                if places.line(of: left.mark) <= places.line(of: needed) { continue }
            }
            let isWell = next.reading.problem == nil && next.reading.findings.findings.count <= before.findings.count
            if helping == nil, !cure.isForAllOnly { helping = (next.reading, next.changes, cure.finding) }
            // Of several the one that moves least.
            let cost = 2 * cure.changes.count + (cure.isUnlikely ? 1 : 0)
            if isWell, cost < least { (well, least) = ((next.reading, next.changes, cure.finding), cost) }
            if least == 2 { break }
        }
        guard let (reading, changes, finding) = well ?? helping else { return nil }
        self.changes = changes
        cures.append(finding)
        return reading
    }

    /// The front matter with more changes; nil where they touch one that is made already.
    private mutating func read(
        with more: [MendedText.Change]
    ) -> (reading: YAMLReading, changes: [MendedText.Change])? {
        let all = (changes + more).sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
        for (one, next) in zip(all, all.dropFirst())
        where one.range.upperBound > next.range.lowerBound || one.range == next.range { return nil }
        reads += 1
        return (YAMLReading(MendedText(bytes, content, all), bytes, content, id, before), all)
    }
}
