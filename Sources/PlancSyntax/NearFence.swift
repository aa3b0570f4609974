import PlancMarkup
import PlancSource

/// The beginning of a file that almost opens a front matter. Only a file whose first lines read like one counts: a README may
/// begin with a rule, a comment or an empty line.
struct NearFence {
    let opening: Range<Int>
    /// The start of the first line of the front matter.
    let content: Int
    var slips: [FrontMatterFence.Slip] = []

    /// How far a first line may be from the start of the file, in bytes.
    private static let reach = 4_096
    /// How many lines of a front matter are looked at.
    private static let lineLimit = 60

    init?(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        let limit = min(bytes.count, start + Self.reach)
        var line = start
        var isBlank = true
        // Blank lines and comments before the first line that says something.
        while line < limit {
            let next = nextLine(bytes, line)
            var first = line
            while first < next, bytes[first].isWhitespace { first += 1 }
            if first == next {
                line = next
            } else if first == line,
                bytes[first] == UInt8(ascii: "#") || continues(bytes, first, next, "```")
            {
                // A comment of YAML, a title, a fence of code.
                isBlank = false
                line = next
            } else if continues(bytes, first, bytes.count, "<!--") {
                guard let end = Self.endOfComment(bytes, first) else { return nil }
                isBlank = false
                line = nextLine(bytes, end)
            } else {
                break
            }
        }
        guard line < limit else { return nil }
        let next = nextLine(bytes, line)
        let words = line..<bytes.trimmedEnd(of: line..<next)
        let isExact = FrontMatterFence.afterFence(bytes, line) != nil
        let before = start..<line
        if isExact || Self.isAlmostFence(bytes, words) || Self.isIndentedFence(bytes, words) {
            guard Self.isFrontMatter(bytes, from: next) else { return nil }
            opening = words
            content = next
            if !before.isEmpty { slips.append(.before(before, isBlank: isBlank)) }
            if !isExact, !Self.isFenceButForHidden(bytes, words) { slips.append(.opening(words)) }
        } else if continues(bytes, line, words.upperBound, "---"), words.count > 3,
            case let key = line + 3, case let isKey = Self.key(bytes, key..<words.upperBound) != nil,
            Self.isFrontMatter(bytes, from: isKey ? key : next)
        {
            opening = isKey ? line..<key : words
            if !before.isEmpty { slips.append(.before(before, isBlank: isBlank)) }
            content = isKey ? key : next
            slips.append(isKey ? .keyOnFence(key) : .opening(words))
        } else if Self.key(bytes, words) != nil, Self.isFrontMatter(bytes, from: line, isOpen: false) {
            opening = line..<line
            content = line
            slips.append(.noOpening(before))
        } else if let below = Self.fenceBelow(bytes, from: line, limit) {
            opening = below..<below + 3
            content = nextLine(bytes, below)
            slips.append(.before(start..<below, isBlank: false))
        } else {
            return nil
        }
    }

    /// Where a front matter that says its kind is opened below some text: a date, a note to oneself. Not in a block of code.
    private static func fenceBelow(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ limit: Int) -> Int? {
        var isCode = false
        var line = start
        while line < limit {
            let next = nextLine(bytes, line)
            if continues(bytes, line, next, "```") || continues(bytes, line, next, "~~~") { isCode.toggle() }
            if !isCode, FrontMatterFence.afterFence(bytes, line) != nil {
                let words = next..<bytes.trimmedEnd(of: next..<nextLine(bytes, next))
                if key(bytes, words) == "kind", isKindName(bytes, words) { return line }
            }
            line = next
        }
        return nil
    }

    // MARK: Lines

    private static func endOfComment(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        var i = start + 4
        while i + 2 < bytes.count {
            if continues(bytes, i, bytes.count, "-->") { return i + 3 }
            i += 1
        }
        return nil
    }

    /// The characters of a line, without those that cannot be seen; nil of a long one.
    private static func scalars(_ bytes: UnsafeBufferPointer<UInt8>, _ words: Range<Int>) -> [Unicode.Scalar]? {
        guard (1...24).contains(words.count) else { return nil }
        return String(decoding: bytes[words], as: UTF8.self).unicodeScalars.filter { scalar in
            !(scalar.value < 0x20 || scalar.value == 0x7F || scalar.value > 0x7F && isHidden(scalar))
        }
    }

    /// Whether a line is `---` but for what cannot be seen, which is reported by itself.
    static func isFenceButForHidden(_ bytes: UnsafeBufferPointer<UInt8>, _ words: Range<Int>) -> Bool {
        scalars(bytes, words) == ["-", "-", "-"]
    }

    /// Whether a line that begins at the margin is a row of dashes and their like, or one character away from `---`.
    static func isAlmostFence(_ bytes: UnsafeBufferPointer<UInt8>, _ words: Range<Int>) -> Bool {
        guard words.count <= 200, let first = words.first.map({ bytes[$0] }), !first.isBlank else { return false }
        // Most lines are text: a letter among the first two is enough to tell, unless the line is very short.
        if words.count > 24 { return bytes[words].allSatisfy { $0 == .dash } }
        guard words.count <= 5 || !first.isAlphanumeric, let line = scalars(bytes, words) else { return false }
        if line == ["-", "-", "-"] { return true }
        let isRow = line.allSatisfy { $0 == " " || isDash($0) }
        if isRow, line.count(where: isDash) >= 2 || line == ["—"] || line == ["–"] { return true }
        return (2...4).contains(line.count) && line.count(where: isDash) >= 2
            && editDistance(line, ["-", "-", "-"], atMost: 1) <= 1
    }

    /// `  ---`
    static func isIndentedFence(_ bytes: UnsafeBufferPointer<UInt8>, _ words: Range<Int>) -> Bool {
        var lower = words.lowerBound
        while lower < words.upperBound, bytes[lower].isBlank { lower += 1 }
        return lower > words.lowerBound && isFenceButForHidden(bytes, lower..<words.upperBound)
    }

    private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x2A, 0x2B, 0x3D, 0x5F, 0x7E, 0x2E, 0xAD, 0xAF, 0x2010...0x2015, 0x2043, 0x2212, 0x2500, 0x2501,
            0xFE58,
            0xFE63, 0xFF0D:
            true
        default: false
        }
    }

    // MARK: What a front matter looks like

    /// The key of a line `key: value`, in small letters; nil for another line.
    static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ words: Range<Int>) -> String? {
        var i = words.lowerBound
        while i < words.upperBound, i < words.lowerBound + 3, bytes[i] == .space { i += 1 }
        let lower = i
        while i < words.upperBound, bytes[i].isAlphanumeric || bytes[i] == .dash || bytes[i] == UInt8(ascii: "_") {
            i += 1
        }
        guard i > lower, i - lower <= 24, bytes[lower].isLetter else { return nil }
        let upper = i
        if i < words.upperBound, bytes[i] == .space { i += 1 }
        guard i < words.upperBound, bytes[i] == .colon || bytes[i] == UInt8(ascii: "=") else { return nil }
        guard i + 1 >= words.upperBound || bytes[i + 1].isWhitespace || bytes[i + 1] >= 0x80 else { return nil }
        return String(decoding: bytes[lower..<upper], as: UTF8.self).lowercased()
    }

    /// Whether the lines from `start` on read like a front matter: one says what kind of file it is, or they are keys and
    /// nothing else up to a line `---`.
    private static func isFrontMatter(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isOpen: Bool = true
    ) -> Bool {
        var line = start
        var keys = 0
        var isPlain = true
        for _ in 0..<lineLimit where line < bytes.count {
            if FrontMatterFence.afterFence(bytes, line) != nil, line > start {
                return isPlain && keys >= (isOpen ? 2 : 3)
            }
            let next = nextLine(bytes, line)
            var words = line..<bytes.trimmedEnd(of: line..<next)
            // `--` and `-kind: …`: the third hyphen has gone to the next line.
            if line == start, words.count > 1, bytes[line] == .dash, bytes[line + 1].isLetter {
                words = line + 1..<words.upperBound
            }
            if let key = key(bytes, words) {
                keys += 1
                if isKind(key), isKindName(bytes, words) { return true }
            } else if let first = words.first.map({ bytes[$0] }) {
                // A heading, a sentence: text has begun.
                let belongs = first.isBlank || first == .dash || first == UInt8(ascii: "#")
                if !belongs { isPlain = false }
                if !belongs, keys == 0 { return false }
            }
            line = next
        }
        return false
    }

    /// The keys of a second front matter, right below the first: nothing but keys between two fences, or several keys
    /// above one.
    static func secondKeys(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
        var line = start
        while line < bytes.count, bytes[line..<nextLine(bytes, line)].allSatisfy(\.isWhitespace) {
            line = nextLine(bytes, line)
        }
        let inner = FrontMatterFence.afterFence(bytes, line)
        let first = inner ?? line
        line = first
        var keys = 0
        for _ in 0..<lineLimit where line < bytes.count {
            if FrontMatterFence.afterFence(bytes, line) != nil {
                return keys >= (inner == nil ? 2 : 1) ? first..<bytes.trimmedEnd(of: first..<line) : nil
            }
            let next = nextLine(bytes, line)
            let words = line..<bytes.trimmedEnd(of: line..<next)
            if key(bytes, words) != nil {
                keys += 1
            } else {
                guard keys > 0, let byte = words.first.map({ bytes[$0] }), byte.isBlank || byte == .dash else {
                    return nil
                }
            }
            line = next
        }
        return nil
    }

    /// Whether one of the first lines is `kind: …` with the name of a kind.
    static func saysItsKind(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var line = 0
        for _ in 0..<lineLimit where line < bytes.count {
            let next = nextLine(bytes, line)
            if continues(bytes, line, next, "kind:") {
                return kindNames.contains(bytes[line + 5..<next].trimmedText)
            }
            line = next
        }
        return false
    }

    private static func isKind(_ key: String) -> Bool {
        key == "kind"
            || key.utf8.count <= 5
                && editDistance(Array(key.unicodeScalars), Array("kind".unicodeScalars), atMost: 1) <= 1
    }

    /// Whether the value of a line `kind: …` is the name of a kind, or nearly.
    private static func isKindName(_ bytes: UnsafeBufferPointer<UInt8>, _ words: Range<Int>) -> Bool {
        guard words.count <= 80 else { return false }
        let text = String(decoding: bytes[words], as: UTF8.self)
        guard let mark = text.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return false }
        let value = text[text.index(after: mark)...].lowercased().filter { $0.isLetter || $0 == "-" }
        return kindNames.contains(value) || nearestName(to: value, among: kindNames) != nil
    }

    private static let kindNames = EntityKind.allCases.flatMap { [$0.rawValue, $0.registryKey] }
}
