extension Phrase {
    /// What stands for the parts in a text that says this phrase in English; nil where the text says something else.
    ///
    /// For what a library says by itself: `Phrase("Unknown option '{option}'").parts(in: "Unknown option '--x'")`.
    public func parts(in english: String) -> [(name: String, value: String)]? {
        guard case .template(let template, _, _) = content else { return nil }
        var rest = english[...]
        var parts: [(name: String, value: String)] = []
        var pieces = template.split(separator: "{", omittingEmptySubsequences: false)[...]
        guard let first = pieces.popFirst(), rest.hasPrefix(first) else { return nil }
        rest = rest.dropFirst(first.count)
        while let piece = pieces.popFirst() {
            guard let end = piece.firstIndex(of: "}") else { return nil }
            let fixed = piece[piece.index(after: end)...]
            let value: Range<Substring.Index>
            if pieces.isEmpty {
                guard rest.hasSuffix(fixed) else { return nil }
                value = rest.startIndex..<rest.index(rest.endIndex, offsetBy: -fixed.count)
                parts.append((String(piece[..<end]), String(rest[value])))
                return parts
            }
            guard let next = rest.firstRange(of: fixed) else { return nil }
            value = rest.startIndex..<next.lowerBound
            parts.append((String(piece[..<end]), String(rest[value])))
            rest = rest[next.upperBound...]
        }
        return rest.isEmpty ? parts : nil
    }

    /// The same phrase with these parts.
    public func with(_ parts: [(name: String, value: any PhrasePart)]) -> Phrase {
        guard case .template(let template, let context, _) = content else { return self }
        return Phrase(
            content: .template(
                template, context: context, parts: parts.map { Named(name: $0.name, part: $0.value.part) }))
    }
}
