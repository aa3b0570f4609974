import PlancScan
import PlancSource

/// What a pass over the characters of a file finds: whether it is UTF-8, and what nobody can see.
struct CharacterScan {
    /// Equal hidden characters in a row.
    struct HiddenRun {
        var scalar: Unicode.Scalar
        var range: Range<Int>
    }

    /// A letter that an encoding turned into others.
    struct GarbledRun {
        var signs: String
        /// What was written; nil where it is lost.
        var meant: String?
        var range: Range<Int>
    }

    /// The first of each line.
    private(set) var garbled: [GarbledRun] = []
    /// The first byte that is no UTF-8.
    private(set) var invalidByte: Int?
    private(set) var hidden: [HiddenRun] = []
    /// Whether a character is among the hidden that libyaml or cmark would refuse or change.
    private(set) var needsCleaning = false
    /// Carriage returns that end a line without a line feed: how old Macs, and some exports, end every line.
    private(set) var loneReturns: [Int] = []

    /// A byte-order mark at the very start is no character of the text.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var i = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let end = bytes.count
        let start = i
        while i < end {
            let byte = bytes[i]
            if isPlain(byte) {
                i = endOfPlain(bytes, i + 1)
                continue
            }
            if byte < 0x80 {
                let isLineEnd = byte == .carriageReturn && i + 1 < end && bytes[i + 1] == .lineFeed
                if byte == .carriageReturn, !isLineEnd {
                    loneReturns.append(i)
                } else if byte != .tab, !isLineEnd {
                    note(Unicode.Scalar(byte), i..<i + 1)
                }
                i += 1
                continue
            }
            guard let (scalar, length) = decodeScalar(bytes, i, end) else {
                invalidByte = i
                return
            }
            if isHidden(scalar), !isPartOfEmoji(scalar, bytes, start, i, i + length),
                !isJoinerOfWriting(scalar, bytes, start, i)
            {
                note(scalar, i..<i + length)
            }
            if Self.mayBeGarbled(scalar), let run = garbledRun(scalar, bytes, start, i, i + length, end) {
                let isSameLine = garbled.last.map { !bytes[$0.range.upperBound..<i].contains(.lineFeed) } ?? false
                if !isSameLine { garbled.append(run) }
                i = run.range.upperBound
                continue
            }
            i += length
        }
    }

    private static func mayBeGarbled(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xC2, 0xC3, 0xC5, 0xE2, 0xFFFD: true
        default: false
        }
    }

    private mutating func note(_ scalar: Unicode.Scalar, _ range: Range<Int>) {
        if scalar.value < 0xA0 || scalar.value >= 0xFEFF || (scalar.value & ~1) == 0x2028 { needsCleaning = true }
        if let last = hidden.last, last.scalar == scalar, last.range.upperBound == range.lowerBound {
            hidden[hidden.count - 1].range = last.range.lowerBound..<range.upperBound
        } else {
            hidden.append(HiddenRun(scalar: scalar, range: range))
        }
    }

    /// The bytes with a space for every byte of what is hidden: every offset stays what it was.
    func cleaned(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var copy = Array(bytes)
        for run in hidden { for i in run.range { copy[i] = .space } }
        return copy
    }
}

/// The bytes of a character of UTF-8 read one by one as Windows-1252: `Ã©`, `â€™`.
private func garbledRun(
    _ scalar: Unicode.Scalar, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ lower: Int, _ next: Int, _ end: Int
) -> CharacterScan.GarbledRun? {
    if scalar.value == 0xFFFD { return .init(signs: "\u{FFFD}", meant: nil, range: lower..<next) }
    var read = [UInt8(truncatingIfNeeded: scalar.value)]
    var upper = next
    // Spaces, quotation marks and dashes may follow the last letter of a word.
    var (isSpaced, isQuoted) = (false, scalar.value == 0xC5)
    while read.count < (scalar.value == 0xE2 ? 3 : 2) {
        guard let (sign, length) = decodeScalar(bytes, upper, end), let byte = windowsByte(sign), byte & 0xC0 == 0x80
        else {
            return nil
        }
        switch sign.value {
        case 0xA0, 0xAB, 0xBB: isSpaced = true
        case 0x2013...0x2026: isQuoted = true
        default: break
        }
        read.append(byte)
        upper += length
    }
    // `AMANHÃ»` ends a quotation, `Å“` is a letter and its end in the languages of the North: only inside a word, or alone, are
    // they garbled.
    if read.count == 2, isSpaced || isQuoted {
        guard let (before, _) = scalarBefore(bytes, lower, from: start) else { return nil }
        if !before.properties.isLowercase, isQuoted || !before.properties.isWhitespace { return nil }
    }
    let meant = String(decoding: read, as: UTF8.self)
    return .init(
        signs: String(decoding: bytes[lower..<upper], as: UTF8.self), meant: meant, range: lower..<upper)
}

/// The byte that Windows-1252 shows as a character; nil of others.
private func windowsByte(_ scalar: Unicode.Scalar) -> UInt8? {
    if (0x80...0xBF).contains(scalar.value) { return UInt8(scalar.value) }
    let signs: [UInt32] = [
        0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0, 0,
        0x2018,
        0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178,
    ]
    return signs.firstIndex(of: scalar.value).map { UInt8(0x80 + $0) }
}

/// Whether a byte is printing ASCII or a line feed: most texts are little else.
private func isPlain(_ byte: UInt8) -> Bool { (byte >= 0x20 && byte < 0x7F) || byte == .lineFeed }

/// From `start` past plain bytes.
private func endOfPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var i = start
    while i + 16 <= bytes.count {
        let sixteen = bytes.sixteen(at: i)
        let isOther =
            ((sixteen .< SixteenBytes(repeating: 0x20)) .& (sixteen .!= SixteenBytes(repeating: .lineFeed)))
            .| (sixteen .>= SixteenBytes(repeating: 0x7F))
        let plain = isOther.first
        i += plain
        if plain < 16 { return i }
    }
    while i < bytes.count, isPlain(bytes[i]) { i += 1 }
    return i
}

/// The scalar that begins at `i` and the number of its bytes; nil when they are not UTF-8 (Unicode, table 3-7).
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int) -> (Unicode.Scalar, Int)? {
    let first = bytes[i]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return nil
    }
    guard i + length <= end else { return nil }
    var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for k in 1..<length {
        guard bytes[i + k] & 0xC0 == 0x80 else { return nil }
        value = value << 6 | UInt32(bytes[i + k] & 0x3F)
    }
    // Overlong forms of three and four bytes; surrogates and what is beyond Unicode have no scalar.
    if (length == 3 && value < 0x800) || (length == 4 && value < 0x10000) { return nil }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
}

/// The scalar that ends before `i`, in bytes known to be UTF-8.
func scalarBefore(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, from start: Int) -> (Unicode.Scalar, Int)? {
    var k = i - 1
    while k > start, bytes[k] & 0xC0 == 0x80 { k -= 1 }
    guard k >= start, let (scalar, _) = decodeScalar(bytes, k, i) else { return nil }
    return (scalar, k)
}

/// Whether a character beyond ASCII shows nothing on paper and means something to a machine, or to nobody.
public func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD: return true
    case 0xA0...0x24F, 0x2010...0x2027, 0x202F...0x205F: return false
    // Signs that stand over the numbers after them: of the class "format", yet seen.
    case 0x600...0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD: return false
    // Blank by definition, whatever their class: joiners of graphemes, fillers, variation selectors of Mongolian.
    case 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x3164, 0xFFA0, 0xFFFC: return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return scalar.properties.isNoncharacterCodePoint
    }
}

/// A joiner or non-joiner after a letter of a writing that needs them: Persian, Urdu, Hindi, Bengali, Sinhala and their like.
private func isJoinerOfWriting(
    _ scalar: Unicode.Scalar, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ lower: Int
) -> Bool {
    guard scalar.value == 0x200C || scalar.value == 0x200D, let (before, _) = scalarBefore(bytes, lower, from: start)
    else { return false }
    switch before.value {
    // Arabic to Mandaic; the writings of India, Sri Lanka, Tibet and Burma; Khmer; Mongolian; forms of Arabic letters.
    case 0x600...0x85F, 0x8A0...0x8FF, 0x900...0xDFF, 0xF00...0x109F, 0x1780...0x18AF, 0xFB50...0xFDFF, 0xFE70...0xFEFC:
        return true
    default: return false
    }
}

/// A joiner between two emoji, or the tags of a flag (England, Scotland, Wales).
private func isPartOfEmoji(
    _ scalar: Unicode.Scalar, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ lower: Int, _ upper: Int
) -> Bool {
    guard scalar.value == 0x200D || (scalar.value >= 0xE0020 && scalar.value <= 0xE007F) else { return false }
    var at = lower
    var base: Unicode.Scalar?
    while let (before, offset) = scalarBefore(bytes, at, from: start) {
        at = offset
        let isModifier = before.value == 0xFE0F || (before.value >= 0x1F3FB && before.value <= 0x1F3FF)
        let isTag = scalar.value != 0x200D && before.value >= 0xE0020 && before.value <= 0xE007F && upper - at <= 32
        if isModifier || isTag { continue }
        base = before
        break
    }
    guard let base else { return false }
    if scalar.value != 0x200D { return base.value == 0x1F3F4 }
    guard base.properties.isEmoji, base.value > 0x7F, upper < bytes.count,
        let (next, _) = decodeScalar(bytes, upper, bytes.count)
    else { return false }
    return next.properties.isEmoji && next.value > 0x7F
}
