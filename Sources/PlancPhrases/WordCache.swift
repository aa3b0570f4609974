/// Remembers what was found out about short words: a table with open addressing, keyed by the bytes themselves.
///
/// The same words come again and again in a plan's texts. What is longer than a key holds is found out each time; a table
/// that has grown large is begun again, so that no text makes it grow without end.
package struct WordCache<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        var key: WordKey
        var value: Value
    }

    private var entries: [Entry]
    private var count = 0
    private let none: Value

    private static var mostPlaces: Int { 65_536 }

    /// - Parameter none: any value, for places without a word.
    package init(none: Value) {
        self.none = none
        entries = Self.places(1024, none)
    }

    private static func places(_ count: Int, _ none: Value) -> [Entry] {
        [Entry](repeating: Entry(key: WordKey(), value: none), count: count)
    }

    /// What is known about a word.
    @inline(__always)
    package func known(_ key: WordKey) -> Value? {
        var place = key.hash & (entries.count - 1)
        while true {
            if entries[place].key == key { return entries[place].value }
            if entries[place].key.isEmpty { return nil }
            place = (place + 1) & (entries.count - 1)
        }
    }

    /// Takes in what was found out about a word that was not known.
    package mutating func remember(_ key: WordKey, _ value: Value) {
        if (count + 1) * 2 > entries.count { grow() }
        count += 1
        put(Entry(key: key, value: value))
    }

    private mutating func put(_ entry: Entry) {
        var place = entry.key.hash & (entries.count - 1)
        while !entries[place].key.isEmpty { place = (place + 1) & (entries.count - 1) }
        entries[place] = entry
    }

    private mutating func grow() {
        let old = entries
        if old.count >= Self.mostPlaces {
            entries = Self.places(1024, none)
            count = 0
            return
        }
        entries = Self.places(old.count * 2, none)
        for entry in old where !entry.key.isEmpty { put(entry) }
    }
}

/// Up to 24 bytes, the rest zero: no word has a zero byte.
package struct WordKey: Equatable, Sendable {
    private var a: UInt64 = 0
    private var b: UInt64 = 0
    private var c: UInt64 = 0

    private static let length = 24

    fileprivate var isEmpty: Bool { a == 0 }

    /// Nil of a word that is too long.
    @inline(__always)
    package init?(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        let count = range.count
        if count > Self.length { return nil }
        if range.lowerBound + Self.length <= bytes.count {
            let raw = UnsafeRawBufferPointer(bytes)
            a = Self.part(raw, range.lowerBound, count)
            if count > 8 { b = Self.part(raw, range.lowerBound + 8, count - 8) }
            if count > 16 { c = Self.part(raw, range.lowerBound + 16, count - 16) }
        } else {
            for i in range.reversed() {
                let place = i - range.lowerBound
                switch place >> 3 {
                case 0: a = a << 8 | UInt64(bytes[i])
                case 1: b = b << 8 | UInt64(bytes[i])
                default: c = c << 8 | UInt64(bytes[i])
                }
            }
        }
    }

    init() {}

    /// Eight bytes, of which the first `count` are the word's.
    @inline(__always)
    private static func part(_ raw: UnsafeRawBufferPointer, _ place: Int, _ count: Int) -> UInt64 {
        let all = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        return count >= 8 ? all : all & ~(~0 << UInt64(truncatingIfNeeded: count << 3))
    }

    /// Turned against each other, multiplied by an odd number without a pattern, folded.
    @inline(__always)
    fileprivate var hash: Int {
        let mixed = (a ^ (b << 29 | b >> 35) ^ (c << 47 | c >> 17)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: (mixed ^ mixed >> 29) >> 20)
    }
}
