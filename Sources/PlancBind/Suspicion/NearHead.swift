import PlancMarkup
import PlancSource

/// The beginning of a line that may have been meant as a step: marks of a list and a box, then a time or a role.
struct NearHead {
    /// A box, or what stands for one: `[]`, `[x ]`, `☐`.
    private(set) var hasBox = false
    /// A bracket of a box alone.
    private var hasHalfBox = false
    /// A box of round or curly brackets, which may be anything.
    private var hasOtherBox = false
    private(set) var hasTime = false
    private(set) var hasRole = false
    /// Whether a role is named on the line, further on.
    private var mentionsRole = false
    /// Numbers, letters and signs of a word processor before a time and a role: `a) T+2h @lead`, `Step 3: T+2h @lead`.
    private var hasNumbering = false
    /// Whether a box in bold, or as code, is the first of the line, before the texts.
    private var hasMarkedBox = false
    /// Bytes of the texts at the start that are marks.
    private var length = 0
    private let first: Span

    /// nil for a line that does not begin with words or a role.
    init?(_ whole: [Inline]) {
        guard let start = whole.first else { return nil }
        first = start.span
        hasMarkedBox = whole.count > 1 && Self.isMarkedBox(start)
        hasBox = hasMarkedBox
        let line = Array(whole.dropFirst(hasMarkedBox ? 1 : 0))
        var text = ""
        var next: Inline?
        for inline in line {
            guard case .text(let words) = inline.content else {
                next = inline
                break
            }
            // A sign that was escaped was meant as such; the brackets of a box are escaped by other programs.
            let isEscaped = words.utf8.count == 1 && inline.span.range.count == 2 && !"[]()".contains(words)
            let isDash = words == "-" && text.allSatisfy(\.isWhitespace)
            text += isEscaped ? isDash ? Self.escapedDash : "\u{1}" : words
            if text.utf8.count > 200 { break }
        }
        mentionsRole = line.prefix(4).contains { if case .roleMention = $0.content { true } else { false } }
        let isBeforeRole = if case .roleMention? = next?.content { true } else { false }
        length = readMarks(text, isBeforeRole: isBeforeRole)
        var rest = String(Substring(text.utf8.dropFirst(length)))
        if let numbering = Numbering(rest), numbering.isBeforeStep(line, from: length, rest) {
            hasNumbering = true
            length += numbering.length
            rest = String(Substring(text.utf8.dropFirst(length)))
        }
        hasTime = NearTime(rest) != nil
        if rest.allSatisfy(\.isWhitespace), isBeforeRole { hasRole = true }
        if let sign = rest.unicodeScalars.first, sign == "@" || sign == "＠" { hasRole = true }
        if rest.isEmpty, !hasRole {
            guard let next else { return nil }
            // `**T+10min** …`, `- [ ] ` before a link.
            switch next.content {
            case .strong(let children), .emphasis(let children): hasTime = NearTime(children.plainText) != nil
            case .link, .placeholder, .code, .image: break
            default: return nil
            }
        }
    }

    /// Whether the line can hardly be anything but a step.
    ///
    /// - Parameters:
    ///   - isItem: whether it is an item of a list, whose mark has been read.
    ///   - depth: how many lists hold it.
    func isStep(isItem: Bool, depth: Int) -> Bool {
        if hasBox || hasNumbering { return true }
        let hasHead = hasTime || hasRole
        if (hasHalfBox || hasOtherBox) && hasHead { return true }
        if depth > 0 { return hasTime && (hasRole || mentionsRole) }
        return hasTime || hasRole && (isItem || length > 0)
    }

    /// The marks of a line as they stand in the source, from a place on.
    func marks(of line: [Inline], from start: Span) -> Span {
        let upper = words(of: line).first?.span.lower ?? first.lower
        return Span(start.file, Int(start.lower), Int(max(start.lower, upper)))
    }

    /// The line without its marks.
    func words(of line: [Inline]) -> [Inline] {
        var rest = length
        var words: [Inline] = []
        let line = Array(line.dropFirst(hasMarkedBox ? 1 : 0))
        for (index, inline) in line.enumerated() {
            guard rest > 0, case .text(let text) = inline.content else { return words + line[index...] }
            let count = text.utf8.count
            if count > rest {
                let kept = String(Substring(text.utf8.dropFirst(rest)))
                words.append(Inline(.text(kept), inline.span.dropping(text, keeping: kept)))
            }
            rest = max(0, rest - count)
        }
        return words
    }

    // MARK: Marks

    /// A hyphen that was escaped, at the beginning of a line.
    private static let escapedDash = "\u{2}"

    /// `**[ ]**`, `` `[ ]` ``
    private static func isMarkedBox(_ inline: Inline) -> Bool {
        let text: String
        switch inline.content {
        case .strong(let children), .emphasis(let children): text = children.plainText
        case .code(let words): text = words
        default: return false
        }
        guard text.utf8.count <= 8 else { return false }
        let scalars = Array(text.unicodeScalars.drop { NearTime.isSpace($0) || isBullet($0) })
        if scalars.first == "[" { return endOfBox(scalars, 0) == scalars.count }
        return scalars.count == 1 && boxes.contains(scalars[0])
    }

    /// Reads the marks at the start of a text; gives their bytes.
    ///
    /// - Parameter isBeforeRole: whether a role stands behind the text.
    private mutating func readMarks(_ text: String, isBeforeRole: Bool) -> Int {
        let scalars = Array(text.unicodeScalars.prefix(24))
        var i = Self.strayLetters(scalars)
        loop: while i < scalars.count, i < 20 {
            let scalar = scalars[i]
            if NearTime.isSpace(scalar) || Self.isBullet(scalar) || Self.isEscapedDash(scalars, i) {
                i += 1
                continue
            }
            if Self.boxes.contains(scalar) {
                hasBox = true
                i += 1
                if i < scalars.count, scalars[i].value == 0xFE0F { i += 1 }
                continue
            }
            // `- x[ ] T0 …`: a sign too many before the box.
            if let box = Self.boxBehind(scalars, i),
                scalars[i] == "[" || scalars[i] == "#" || scalars[i].isLetterOrDigit
            {
                hasHalfBox = true
                i = box + 3
                continue
            }
            switch scalar {
            case "[", "［", "(", "{":
                if let end = Self.endOfBox(scalars, i) {
                    if scalar == "(" || scalar == "{" { hasOtherBox = true } else { hasBox = true }
                    i = end
                } else if let end = Self.endOfWord(scalars, i, isBeforeRole: isBeforeRole && text.utf8.count < 24) {
                    hasBox = true
                    i = end
                } else if scalar == "[", i + 1 < scalars.count, NearTime.isSpace(scalars[i + 1]) {
                    hasHalfBox = true
                    i += 1
                } else {
                    break loop
                }
            case "]", "］":
                hasHalfBox = true
                i += 1
            case ".", ":", ";", ",":
                guard i > 0, hasBox || hasHalfBox else { break loop }
                i += 1
            case "/":
                // `// - [ ] T0 …`: taken out of the way as programmers do it.
                guard i < 2 else { break loop }
                i += 1
            case "o", "O":
                // A bullet of a typewriter.
                guard i == 0, i + 1 < scalars.count, NearTime.isSpace(scalars[i + 1]) else { break loop }
                i += 1
            case "0"..."9":
                var k = i
                while k < scalars.count, k < i + 3, ("0"..."9").contains(scalars[k]) { k += 1 }
                guard k + 1 < scalars.count, scalars[k] == "." || scalars[k] == ")", NearTime.isSpace(scalars[k + 1])
                else { break loop }
                i = k + 1
            default: break loop
            }
        }
        return scalars[..<i].utf8Count
    }

    /// `\- \[ \]`, as programs write what they take for text.
    private static func isEscapedDash(_ scalars: [Unicode.Scalar], _ i: Int) -> Bool {
        guard scalars[i] == "\u{2}" else { return false }
        return scalars[(i + 1)...].first { !NearTime.isSpace($0) } == "["
    }

    /// `x- [ ]`: how many letters stand before the mark of a step, at most two.
    private static func strayLetters(_ scalars: [Unicode.Scalar]) -> Int {
        for count in 1...2 where scalars.count > count + 2 {
            let isStray = scalars[..<count].allSatisfy {
                $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "#"
            }
            if isStray, "-*+".unicodeScalars.contains(scalars[count]), scalars[count + 1] == " ",
                scalars[count + 2] == "["
            {
                return count
            }
        }
        return 0
    }

    /// Where an empty box begins behind one sign, with or without a space between them.
    private static func boxBehind(_ scalars: [Unicode.Scalar], _ sign: Int) -> Int? {
        var i = sign + 1
        if i < scalars.count, NearTime.isSpace(scalars[i]) { i += 1 }
        guard i + 2 < scalars.count, scalars[i] == "[", NearTime.isSpace(scalars[i + 1]), scalars[i + 2] == "]" else {
            return nil
        }
        return i
    }

    /// The place after a box of brackets with at most one character, or a tick, in it.
    private static func endOfBox(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
        var i = start + 1
        var inside = ""
        while i < scalars.count, i <= start + 5 {
            if "])}］".unicodeScalars.contains(scalars[i]) {
                // `[a](b)` is a link that was read, or nearly one.
                if i + 1 < scalars.count, scalars[i + 1] == "(" { return nil }
                return inside.isEmpty || ticks.contains(inside) ? i + 1 : nil
            }
            if !NearTime.isSpace(scalars[i]) { inside.unicodeScalars.append(scalars[i]) }
            i += 1
        }
        return nil
    }

    /// The place after a box with a word in it before a time or a role: `[done] T+4h @lead`.
    private static func endOfWord(_ scalars: [Unicode.Scalar], _ start: Int, isBeforeRole: Bool) -> Int? {
        var i = start + 1
        while i < scalars.count, i <= start + 12, scalars[i].properties.isAlphabetic { i += 1 }
        guard scalars[start] == "[", i > start + 1, i + 1 < scalars.count, scalars[i] == "]",
            NearTime.isSpace(scalars[i + 1])
        else {
            return nil
        }
        let rest = scalars[(i + 1)...].drop(while: NearTime.isSpace)
        return rest.isEmpty ? isBeforeRole ? i + 1 : nil : NearTime(rest.text) != nil ? i + 1 : nil
    }

    /// How many bytes at the start of a line are a word in brackets that stands for the box of a step; 0 where there is none.
    static func lengthOfWord(_ line: [Inline]) -> Int {
        guard line.count > 1, case .text(let text)? = line.first?.content, text.utf8.first == UInt8(ascii: "[") else {
            return 0
        }
        let scalars = Array(text.unicodeScalars.prefix(24))
        return endOfWord(scalars, 0, isBeforeRole: line[1].isMention).map { scalars[..<$0].utf8Count } ?? 0
    }

    private static let ticks: Set<String> = [
        "x", "X", "х", "Х", "-", "_", ".", "o", "O", "0", "v", "V", "*", "✓", "✔", "√", "ok", "OK", "\u{200B}", "#",
    ]

    private static let boxes: Set<Unicode.Scalar> = [
        "☐", "☑", "☒", "□", "▢", "◻", "◽", "⬜", "❏", "❑", "❒", "✓", "✔", "✅", "🔲", "🔳",
    ]

    private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
        "-–—−‑‐*+•·◦‣▪●○▸►_>\\".unicodeScalars.contains(scalar)
    }
}

extension Unicode.Scalar {
    fileprivate var isLetterOrDigit: Bool { properties.isAlphabetic || ("0"..."9").contains(self) }
}
