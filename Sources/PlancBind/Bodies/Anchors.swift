import PlancMarkup
import PlancSource

/// The names that forges give to headings: small letters, spaces as hyphens, punctuation gone, doubles numbered.
struct Anchors {
    private(set) var names: [String] = []
    private(set) var set: Set<String> = []

    /// The heading that is written, percent-encoded or not.
    func name(of written: String) -> String? {
        [written, percentDecoded(written.utf8)].compactMap { $0 }.first { set.contains($0) }
    }

    init(of blocks: [Block]) {
        var anchors: [String] = []
        var counts: [String: Int] = [:]
        blocks.forEachDeep { block in
            guard case .heading(_, let inlines) = block.content else { return }
            var slug = ""
            for scalar in inlines.plainText.lowercased().unicodeScalars {
                if scalar == " " || scalar == "-" {
                    slug += "-"
                } else if scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    || scalar.properties.canonicalCombiningClass != .notReordered
                {
                    slug.unicodeScalars.append(scalar)
                }
            }
            let count = counts[slug, default: 0]
            counts[slug] = count + 1
            anchors.append(count == 0 ? slug : "\(slug)-\(count)")
        }
        names = anchors
        set = Set(anchors)
    }
}
