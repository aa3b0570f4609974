import PlancSource

/// A link that lacks a bracket, or has one too many: `[text] (path.md)`, `[text](path.md`, `[text]path.md)`.
struct NearLink {
    let range: Range<Int>
    let text: String
    let path: String
    /// Whether `](` is there: hardly anything but a link has it.
    let hasJoint: Bool

    /// A title between the quotation marks of a word processor, which make none: `(path.md “now”)`.
    private let title: Substring?

    /// As it should be written: words in a title would be on no page.
    func written(path: String) -> String { "[\(text)](\(path))" + (title.map { " " + $0.drop { $0 == " " } } ?? "") }

    private static func title(_ rest: Substring) -> Substring? {
        guard let match = rest.prefixMatch(of: #/[ \u{A0}]+[“”„«‹‘][^\n()]{1,80}[”“»›’"]/#),
            rest[match.range.upperBound...].hasPrefix(")")
        else { return nil }
        return rest[match.range]
    }

    /// The first in a text; nil when there is none.
    init?(_ whole: String) {
        let joint = whole.firstRange(of: "](")
        // A path ends in `.md`; what is before it is read backwards up to a blank or bracket.
        guard let ending = whole.firstRange(of: ".md") else {
            guard let joint else { return nil }
            let open = whole[..<joint.lowerBound].lastIndex(of: "[") ?? joint.lowerBound
            let close = whole[joint.upperBound...].firstIndex { $0 == ")" || $0 == "\n" }
            var end = close ?? whole.endIndex
            title = nil
            text = open < joint.lowerBound ? String(whole[whole.index(after: open)..<joint.lowerBound]) : ""
            path = String(whole[joint.upperBound..<end])
            if close.map({ whole[$0] == ")" }) ?? false { end = whole.index(after: end) }
            range = Self.offsets(open..<end, in: whole)
            hasJoint = true
            return
        }
        var start = ending.lowerBound
        while start > whole.startIndex {
            let before = whole.index(before: start)
            if whole[before].isWhitespace || "[](){}<>｛［\"':".contains(whole[before]) { break }
            start = before
        }
        path = String(whole[start..<ending.upperBound])
        // Brackets and blanks around the path belong to the link, and the words in brackets before it.
        var end = ending.upperBound
        title = Self.title(whole[end...])
        if let title { end = title.endIndex }
        while end < whole.endIndex, ")]>".contains(whole[end]) { end = whole.index(after: end) }
        var lower = start
        while lower > whole.startIndex {
            let before = whole.index(before: lower)
            guard "(<[: ".contains(whole[before]) || whole[before] == "\n" else { break }
            lower = before
        }
        var words = ""
        if lower > whole.startIndex {
            let before = whole.index(before: lower)
            if "])］".contains(whole[before]),
                let open = whole[..<before].lastIndex(where: { "[(［".contains($0) })
            {
                words = String(whole[whole.index(after: open)..<before])
                lower = open
                if lower > whole.startIndex, whole[whole.index(before: lower)] == "[" {
                    lower = whole.index(before: lower)
                }
            } else {
                lower = start
                while lower > whole.startIndex, "(<[".contains(whole[whole.index(before: lower)]) {
                    lower = whole.index(before: lower)
                }
            }
        }
        text = words
        range = Self.offsets(lower..<end, in: whole)
        hasJoint = joint != nil
    }

    private static func offsets(_ range: Range<String.Index>, in text: String) -> Range<Int> {
        let lower = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return lower..<lower + text.utf8.distance(from: range.lowerBound, to: range.upperBound)
    }
}

/// A name between signs of another kind than `{{ … }}`: `{name}`, `${name}`, `[[name]]`, `%name%`, `$name$`.
struct NearPlaceholder {
    let range: Range<Int>
    let name: String
    /// `>` or `<` comes before the name.
    let isSnippet: Bool
    /// One pair of brackets that texts use for other things too.
    let isWeak: Bool
    /// Square brackets.
    let isSquare: Bool
    /// `{{`, which is read before.
    let isDoubleBrace: Bool
    /// `«…»`: a quotation, or a field of a word processor.
    let isQuotation: Bool

    /// All in a text, in order.
    static func all(in text: String) -> [NearPlaceholder] {
        guard text.utf8.contains(where: { "{[<%$#@(｛«".utf8.contains($0) }) else { return [] }
        var found: [NearPlaceholder] = []
        let scalars = Array(text.unicodeScalars)
        var offset = 0
        var i = 0
        while i < scalars.count {
            if isOpen(scalars, i), i == 0 || !isOpen(scalars, i - 1), let near = NearPlaceholder(scalars, i, offset) {
                found.append(near)
            }
            offset += UTF8.width(scalars[i])
            i += 1
        }
        return found
    }

    private init?(_ scalars: [Unicode.Scalar], _ start: Int, _ offset: Int) {
        var i = start
        while i < scalars.count, i < start + 4, Self.isOpen(scalars, i) { i += 1 }
        let signs = scalars[start..<i]
        // `{ { name } }`
        let isParted = signs.elementsEqual(["{"]) && i + 1 < scalars.count && scalars[i] == " " && scalars[i + 1] == "{"
        if isParted { i += 2 }
        func skipSpaces() { while i < scalars.count, i < start + 60, NearTime.isSpace(scalars[i]) { i += 1 } }
        skipSpaces()
        var isSnippet = false
        while i < scalars.count, scalars[i] == ">" || scalars[i] == "›" || scalars[i] == "/" {
            isSnippet = true
            i += 1
            skipSpaces()
        }
        let first = i
        while i < scalars.count, i < first + 60, Self.isName(scalars[i]) { i += 1 }
        var end = i
        while end > first, NearTime.isSpace(scalars[end - 1]) { end -= 1 }
        guard end > first, scalars[first].properties.isAlphabetic else { return nil }
        skipSpaces()
        let closeStart = i
        while i < scalars.count, i < closeStart + 4, Self.isClose(scalars[i]) { i += 1 }
        guard i > closeStart else { return nil }
        if isParted, i + 1 < scalars.count, scalars[i] == " ", scalars[i + 1] == "}" { i += 2 }
        name = scalars[first..<end].text
        self.isSnippet = isSnippet
        let isCurly = signs.contains { $0 == "{" || $0 == "｛" || $0 == "$" }
        isWeak = !isCurly
        isDoubleBrace = signs.count >= 2 && signs.allSatisfy { $0 == "{" }
        isSquare = signs.allSatisfy { $0 == "[" }
        isQuotation = signs.first == "«"
        if isQuotation, scalars[closeStart] != "»" { return nil }
        // `$name$`, `#name#`: the same sign on both sides.
        let isPair = signs.count == 1 && signs.first == scalars[closeStart] && i == closeStart + 1
        let needsPair =
            Self.isMark(scalars[closeStart]) || scalars[closeStart] == "$"
            || signs.count == 1 && Self.isMark(scalars[start])
        if needsPair, !isPair { return nil }
        // `(name)` is a remark.
        if signs.count == 1, signs.first == "(" { return nil }
        range = offset..<offset + scalars[start..<i].reduce(0) { $0 + UTF8.width($1) }
    }

    private static func isOpen(_ scalars: [Unicode.Scalar], _ i: Int) -> Bool {
        "{[<%$(｛«".unicodeScalars.contains(scalars[i])
            || isMark(scalars[i]) && i + 1 < scalars.count
                && (scalars[i + 1].properties.isAlphabetic || scalars[i + 1] == "{")
    }
    /// What also begins a tag or names a role: a name, or a brace, must follow.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool { scalar == "#" || scalar == "@" }
    private static func isClose(_ scalar: Unicode.Scalar) -> Bool { "}]>%$#@)｝»".unicodeScalars.contains(scalar) }

    private static func isName(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_. '’,".unicodeScalars.contains(scalar)
    }
}

/// `@Role`, `@ role`, `＠role`: a mention that was read as words.
struct NearMention {
    let range: Range<Int>
    let name: String
    let written: String

    static func all(in text: String) -> [NearMention] {
        guard text.utf8.contains(UInt8(ascii: "@")) || text.utf8.contains(0xEF) else { return [] }
        var found: [NearMention] = []
        let scalars = Array(text.unicodeScalars)
        var offset = 0
        for i in scalars.indices {
            if scalars[i] == "@" || scalars[i] == "＠",
                i == 0
                    || !(scalars[i - 1].properties.isAlphabetic || ("0"..."9").contains(scalars[i - 1])
                        || scalars[i - 1] == "@")
            {
                var k = i + 1
                while k < scalars.count, scalars[k] == "@" { k += 1 }
                if k < scalars.count, NearTime.isSpace(scalars[k]) { k += 1 }
                let first = k
                while k < scalars.count, k < first + 60,
                    scalars[k].properties.isAlphabetic || ("0"..."9").contains(scalars[k]) || scalars[k] == "-"
                        || scalars[k] == "_"
                { k += 1 }
                // An address goes on with a point or another sign.
                let isAddress =
                    k + 1 < scalars.count && (scalars[k] == "." || scalars[k] == "@")
                    && scalars[k + 1].properties.isAlphabetic
                if k > first, !isAddress {
                    let name = scalars[first..<k].text
                    // A sign on both sides.
                    while k < scalars.count, scalars[k] == "@" { k += 1 }
                    let written = scalars[i..<k].text
                    found.append(NearMention(range: offset..<offset + written.utf8.count, name: name, written: written))
                }
            }
            offset += UTF8.width(scalars[i])
        }
        return found
    }
}
