import PlancCompose
import PlancModel
import PlancSource

/// Where private values are written in the sources of a plan, other than where they belong: under `reach` of a person, in a
/// comment that is printed nowhere.
public func typedPrivateValues(
    of plan: Plan, _ values: [PrivateValue], in sources: SourceSet
) -> [(value: PrivateValue, span: Span)] {
    let search = PrivateSearch(values)
    if search.isEmpty { return [] }
    var known: [FileID: [Span]] = [:]
    for person in plan.people {
        for address in person.reach { known[address.value.span.file, default: []].append(address.value.span) }
    }
    var found: [(value: PrivateValue, span: Span)] = []
    for file in plan.files where Int(file.index) < sources.files.count {
        let bytes = sources[file].bytes
        let hits = search.hits(decoding: bytes)
        if hits.isEmpty { continue }
        let comments = comments(in: bytes)
        for hit in hits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            let span = Span(file, hit.range.lowerBound, hit.range.upperBound)
            if known[file]?.contains(where: { $0.lower <= span.upper && span.lower <= $0.upper }) ?? false { continue }
            if comments.contains(where: { $0.contains(hit.range.lowerBound) }) { continue }
            found.append((values[hit.value], span))
        }
    }
    return found
}

/// The private values that stand in the names of a plan's files, and in those of its folders.
func privateValuesInNames(
    of plan: Plan, _ values: [PrivateValue], _ sources: SourceSet
) -> [(value: PrivateValue, file: FileID)] {
    let search = PrivateSearch(values)
    if search.isEmpty { return [] }
    let folder = plan.folder == "." ? "" : plan.folder + "/"
    return plan.files.compactMap { file in
        guard Int(file.index) < sources.files.count else { return nil }
        let path = sources[file].path
        // Where the plan lies is not the plan's.
        let name = path.hasPrefix(folder) ? path.dropFirst(folder.count) : path[...]
        return search.hits(decoding: Array(name.utf8)).first.map { (values[$0.value], file) }
    }
}

/// The place after the front matter, 0 where there is none.
func bodyStart(in bytes: [UInt8]) -> Int {
    var lines = 0
    var start = 0
    for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
        let line = bytes[start..<place]
        let isFence = line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x0D }
        if lines == 0, !isFence { return 0 }
        if lines > 0, isFence { return place + 1 }
        lines += 1
        start = place + 1
    }
    return 0
}

/// HTML comments of the body, and comment lines of the front matter.
private func comments(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    let body = bodyStart(in: bytes)
    var start = 0
    while start < body, let end = bytes[start..<body].firstIndex(of: UInt8(ascii: "\n")) {
        if bytes[start..<end].first(where: { $0 != 0x20 }) == UInt8(ascii: "#") { ranges.append(start..<end) }
        start = end + 1
    }
    let (opening, closing) = (Array("<!--".utf8), Array("-->".utf8))
    var place = body
    while let lower = bytes[place...].firstRange(of: opening)?.lowerBound {
        let end = bytes[(lower + opening.count)...].firstRange(of: closing)?.upperBound ?? bytes.count
        ranges.append(lower..<end)
        place = end
    }
    return ranges
}
