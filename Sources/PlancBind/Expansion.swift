import PlancDiagnostics
import PlancModel
import PlancSource

/// A snippet that a text contains: the file of the text, the snippet that the file is a version of, if any, and what it names.
struct SnippetUse: Sendable {
    var file: FileID
    var owner: String?
    var snippet: Reference
}

/// How large texts become with their snippets in place.
///
/// Thirty snippets that each contain the next one twice are a thousand million texts: what makes a text larger than
/// `Limits.expandedBytes`, or nests deeper than `Limits.snippetDepth`, is reported and left out, so that whoever puts snippets
/// in place ends. So is what closes a ring, which is reported as one.
struct Expansion {
    private(set) var findings: [Finding] = []
    /// Where the snippets that are left out are named.
    private(set) var leftOut: Set<Span> = []

    /// A snippet, or the size of a text, with everything in it.
    private struct Size {
        var bytes: Int
        var depth = 0
        /// Whether something in it was left out: what contains it is too large for the same cause.
        var isCut = false
    }

    /// - Parameters:
    ///   - uses: of every text of the plan, in any order.
    ///   - sources: with the bytes of the files that contain them.
    init(of uses: [SnippetUse], snippets: Entities<Snippet>, sources: SourceSet) {
        let places = Dictionary(snippets.ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let texts = Dictionary(grouping: uses, by: \.file).mapValues { $0.sorted { $0.snippet.span < $1.snippet.span } }
        // The versions of a snippet, and what is in any of them.
        var files = snippets.map { snippet in snippet.versions.map(\.body.span.file) }
        var contained = [[Int]](repeating: [], count: files.count)
        for (file, uses) in texts {
            guard let owner = uses[0].owner.flatMap({ places[$0] }) else { continue }
            if !files[owner].contains(file) { files[owner].append(file) }
            contained[owner] += uses.compactMap { places[$0.snippet.id] }
        }
        let components = stronglyConnectedComponents(contained)
        var sizes = [Size](repeating: Size(bytes: 0), count: files.count)
        // Components come in the order in which nothing comes before what it contains.
        for snippet in files.indices.sorted(by: { components[$0] < components[$1] }) {
            for file in files[snippet] {
                let size = expand(texts[file] ?? [], sources[file].bytes.count) { id in
                    guard let place = places[id] else { return nil }
                    return components[place] == components[snippet] ? nil : sizes[place]
                } isRing: { id in
                    places[id].map { components[$0] == components[snippet] } ?? false
                }
                sizes[snippet].bytes = max(sizes[snippet].bytes, size.bytes)
                sizes[snippet].depth = max(sizes[snippet].depth, size.depth)
                sizes[snippet].isCut = sizes[snippet].isCut || size.isCut
            }
        }
        for (file, uses) in texts.sorted(by: { $0.key < $1.key }) where uses[0].owner == nil {
            _ = expand(uses, sources[file].bytes.count) { id in
                places[id].map { sizes[$0] }
            } isRing: { _ in
                false
            }
        }
    }

    /// The size of a text of `bytes` with its snippets in place, without those that do not fit.
    private mutating func expand(
        _ uses: [SnippetUse], _ bytes: Int, size: (String) -> Size?, isRing: (String) -> Bool
    ) -> Size {
        var whole = Size(bytes: bytes, depth: 1)
        for use in uses {
            if isRing(use.snippet.id) { leftOut.insert(use.snippet.span) }
            guard let size = size(use.snippet.id) else { continue }
            if size.depth < Limits.snippetDepth, whole.bytes + size.bytes <= max(Limits.expandedBytes, bytes) {
                whole.bytes += size.bytes
                whole.depth = max(whole.depth, size.depth + 1)
                whole.isCut = whole.isCut || size.isCut
                continue
            }
            leftOut.insert(use.snippet.span)
            if whole.isCut || size.isCut { continue }
            whole.isCut = true
            findings.append(
                size.depth < Limits.snippetDepth
                    ? SnippetTooLarge.finding(use.snippet, bytes: whole.bytes + size.bytes)
                    : SnippetTooLarge.finding(use.snippet, depth: size.depth + 1))
        }
        return whole
    }
}
