import PlancSource

/// Looks for all values of a list at once, in every spelling in which people and programs write them.
///
/// Numbers are found by their digits, in any script, whatever separates them (spaces of all kinds, dots, dashes, brackets, line ends,
/// comments and tags), with or without calling code; other values with letters small or capital. Between words only: a number inside a
/// longer one is another.
public struct PrivateSearch: Sendable {
    /// A place of the text that says one of the values.
    public struct Hit: Sendable, Hashable {
        /// The place of the value in the list.
        public var value: Int
        /// The bytes, the calling code and its sign included.
        public var range: Range<Int>

        public init(value: Int, range: Range<Int>) { (self.value, self.range) = (value, range) }
    }

    private let spellings: [PrivateValue.Spelling]
    /// Values by the last six of their digits.
    private var numbers: [UInt32: [Int]] = [:]
    /// Values by their first four bytes.
    private var texts: [UInt32: [Int]] = [:]
    /// A bit for each hash of a key: most places of a text are passed over by it.
    private var numberBits = [Bool](repeating: false, count: 4096)
    private var textBits = [Bool](repeating: false, count: 65_536)

    public init(_ values: [PrivateValue]) { self.init(values.map(\.spelling)) }

    /// Texts of six bytes and more, as they are but for small and capital letters.
    public init(texts: [String]) { self.init(texts.map { .text(Array($0.utf8).map(lowered)) }) }

    private init(_ spellings: [PrivateValue.Spelling]) {
        self.spellings = spellings
        for (place, spelling) in spellings.enumerated() {
            switch spelling {
            case .number(let digits, _):
                let key = digits.suffix(6).reduce(0) { $0 * 10 + UInt32($1 - 0x30) }
                numbers[key, default: []].append(place)
                numberBits[Int(key & 4095)] = true
            case .text(let bytes):
                guard bytes.count >= 4 else { continue }
                let key = bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
                texts[key, default: []].append(place)
                textBits[Self.hash(key)] = true
            }
        }
    }

    public var isEmpty: Bool { spellings.isEmpty }

    private static func hash(_ key: UInt32) -> Int { Int((key &* 2_654_435_761) >> 16) }

    /// Every place where a value is. `isGlued`: a text without its spaces, where words have no ends.
    public func hits(in bytes: [UInt8], isGlued: Bool = false) -> [Hit] {
        if isEmpty { return [] }
        return bytes.withUnsafeBufferPointer { text in
            var hits: [Hit] = []
            if !numbers.isEmpty, !isGlued { findNumbers(in: text, &hits) }
            if !texts.isEmpty { findTexts(in: text, isGlued: isGlued, &hits) }
            return hits
        }
    }

    /// The same, and where the spellings of formats stand for one: `%20`, `&nbsp;`.
    public func hits(decoding bytes: [UInt8]) -> [Hit] {
        var hits = hits(in: bytes)
        guard !isEmpty, let decoded = DecodedText(bytes) else { return hits }
        for hit in self.hits(in: decoded.bytes) {
            let range = decoded.range(hit.range)
            if !hits.contains(where: { $0.value == hit.value && $0.range.overlaps(range) }) {
                hits.append(Hit(value: hit.value, range: range))
            }
        }
        return hits
    }

    // MARK: Texts

    private func findTexts(in text: UnsafeBufferPointer<UInt8>, isGlued: Bool, _ hits: inout [Hit]) {
        guard text.count >= 4 else { return }
        textBits.withUnsafeBufferPointer { bits in
            var window: UInt32 = 0
            for end in text.indices {
                window = window << 8 | UInt32(lowered(text[end]))
                guard end >= 3, bits[Self.hash(window)], let places = texts[window] else { continue }
                for place in places {
                    guard case .text(let bytes) = spellings[place] else { continue }
                    let range = end - 3..<end - 3 + bytes.count
                    guard range.upperBound <= text.count,
                        bytes.indices.allSatisfy({ lowered(text[range.lowerBound + $0]) == bytes[$0] }),
                        isGlued || isWhole(range, in: text, bytes)
                    else { continue }
                    hits.append(Hit(value: place, range: range))
                }
            }
        }
    }

    private func isWhole(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>, _ bytes: [UInt8]) -> Bool {
        func goesOn(_ inner: UInt8, _ outer: Int) -> Bool {
            text.indices.contains(outer) && isWordByte(inner) && isLetterOrDigit(text[outer])
        }
        return !goesOn(bytes[0], range.lowerBound - 1) && !goesOn(bytes[bytes.count - 1], range.upperBound)
    }

    /// In ASCII alone: « and the spaces of French are no part of a word.
    private func isLetterOrDigit(_ byte: UInt8) -> Bool { byte < 0x80 && isWordByte(byte) }

    // MARK: Numbers

    /// A digit of a number, and whether something separates it from the one before.
    private struct Digit {
        /// In ASCII.
        var byte: UInt8
        /// Its bytes in the text.
        var range: Range<Int>
        var isApart: Bool
    }

    /// Digits further apart than this are not of one number.
    private static let widestGap = 48

    private func findNumbers(in text: UnsafeBufferPointer<UInt8>, _ hits: inout [Hit]) {
        var run: [Digit] = []
        var place = 0
        var gap = 0
        while place < text.count {
            if let (value, length) = digit(at: place, in: text) {
                run.append(Digit(byte: 0x30 + value, range: place..<place + length, isApart: gap > 0))
                gap = 0
                place += length
                continue
            }
            if !run.isEmpty {
                if let length = markup(at: place, in: text) {
                    gap = max(gap, 1)
                    place += length
                    continue
                }
                let length = separator(at: place, in: text)
                if length > 0, gap + length <= Self.widestGap {
                    gap += length
                    place += length
                    continue
                }
                if run.count >= 6 { find(in: run, text, &hits) }
                run.removeAll(keepingCapacity: true)
                gap = 0
            }
            place += 1
        }
        if run.count >= 6 { find(in: run, text, &hits) }
    }

    private func find(in run: [Digit], _ text: UnsafeBufferPointer<UInt8>, _ hits: inout [Hit]) {
        var key: UInt32 = 0
        for end in run.indices {
            key = (key * 10 + UInt32(run[end].byte - 0x30)) % 1_000_000
            guard end >= 5, numberBits[Int(key & 4095)], let places = numbers[key] else { continue }
            // A number that goes on is another one.
            if end + 1 < run.count, !run[end + 1].isApart { continue }
            for place in places {
                guard case .number(let digits, let prefixes) = spellings[place] else { continue }
                let start = end + 1 - digits.count
                guard start >= 0, digits.indices.allSatisfy({ run[start + $0].byte == digits[$0] }),
                    let first = beginning(of: start, in: run, prefixes)
                else { continue }
                var lower = run[first].range.lowerBound
                while lower > 0, text[lower - 1] == UInt8(ascii: "+") || text[lower - 1] == UInt8(ascii: "(") {
                    lower -= 1
                }
                hits.append(Hit(value: place, range: lower..<run[end].range.upperBound))
            }
        }
    }

    /// The place of a number's first digit with what comes before it; nil when the number begins in the middle of another.
    private func beginning(of start: Int, in run: [Digit], _ prefixes: [[UInt8]]) -> Int? {
        func ends(before place: Int, _ prefix: [UInt8]) -> Bool {
            place >= prefix.count && prefix.indices.allSatisfy { run[place - prefix.count + $0].byte == prefix[$0] }
        }
        func begins(_ place: Int) -> Bool { place == 0 || run[place].isApart }
        var first: Int?
        for prefix in prefixes + [[]] where ends(before: start, prefix) {
            let place = start - prefix.count
            // 0033…: what dials abroad comes before the calling code.
            if ends(before: place, [0x30, 0x30]), begins(place - 2) {
                first = min(first ?? place, place - 2)
            } else if begins(place) {
                first = min(first ?? place, place)
            }
        }
        return first
    }

    /// With which decimal digits beyond ASCII begin in UTF-8: most characters need not be looked up.
    private static let firstBytesOfDigits: [UInt8] = [0xD9, 0xDB, 0xDF, 0xE0, 0xE1, 0xEA, 0xEF, 0xF0]

    /// The value and the length of a decimal digit: of ASCII, full-width, Arabic, Persian, of Indian scripts and of those for
    /// formulas.
    private func digit(at place: Int, in text: UnsafeBufferPointer<UInt8>) -> (value: UInt8, length: Int)? {
        let byte = text[place]
        if (0x30...0x39).contains(byte) { return (byte - 0x30, 1) }
        guard Self.firstBytesOfDigits.contains(byte), let scalar = scalar(at: place, in: text),
            let value = scalar.properties.numericValue,
            scalar.properties.numericType == .decimal
        else { return nil }
        return (UInt8(value), UTF8.width(scalar))
    }

    /// The scalar whose bytes begin at a place; nil where none does.
    private func scalar(at place: Int, in text: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
        var bytes = text[place..<min(text.count, place + 4)].makeIterator()
        var decoder = UTF8()
        guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return nil }
        return scalar
    }

    /// A tag or a comment no longer than this is looked past.
    private static let longestMarkup = 200

    /// The length of a comment or a tag, which parts a number where it is written and not where it is read; nil of anything else.
    private func markup(at place: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard text[place] == UInt8(ascii: "<"), place + 1 < text.count else { return nil }
        let rest = text[place..<min(text.count, place + Self.longestMarkup)]
        if rest.starts(with: "<!--".utf8) {
            return rest.firstRange(of: "-->".utf8).map { $0.upperBound - place }
        }
        let next = text[place + 1] | 0x20
        guard (0x61...0x7A).contains(next) || text[place + 1] == UInt8(ascii: "/") else { return nil }
        return rest.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 - place }
    }

    /// The length of what may be between two digits of a number: a space of any kind, a dash, a dot, a bracket, a line's end,
    /// the signs of Markdown; 0 for anything else.
    private func separator(at place: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        func follows(_ offset: Int) -> UInt8 { place + offset < text.count ? text[place + offset] : 0 }
        switch text[place] {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "\\"), UInt8(ascii: "`"),
            UInt8(ascii: "~"):
            return 1
        // No-break space, soft hyphen, middle dot.
        case 0xC2: return [0xA0, 0xAD, 0xB7].contains(follows(1)) ? 2 : 0
        // U+2000 to U+2015, U+2022, U+2024 to U+202F, U+205F to U+206F, U+2212: spaces, dashes, dots, invisible signs.
        case 0xE2:
            switch (follows(1), follows(2)) {
            case (0x80, 0x80...0x95), (0x80, 0xA2), (0x80, 0xA4...0xAF), (0x81, 0x9F...0xAF), (0x88, 0x92): return 3
            default: return 0
            }
        case 0xE3: return follows(1) == 0x80 && follows(2) == 0x80 ? 3 : 0
        // An invisible space, and the full-width forms of brackets, dashes, dots, slashes.
        case 0xEF:
            let isFullWidth = follows(1) == 0xBC && [0x88, 0x89, 0x8D, 0x8E, 0x8F].contains(follows(2))
            return isFullWidth || follows(1) == 0xBB && follows(2) == 0xBF ? 3 : 0
        default: return 0
        }
    }
}
