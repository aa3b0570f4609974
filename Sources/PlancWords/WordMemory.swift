/// Remembers what was found out about short words: a table with open addressing, keyed by the bytes themselves.
///
/// The same words come again and again in a plan's texts. What is longer than a key holds is found out each time; a table
/// that has grown large is begun again, so that no text makes it grow without end.
struct WordMemory<Value: Sendable>: Sendable {
    private var keys = [WordKey](repeating: WordKey(), count: 1024)
    private var values: [Value]
    private var count = 0
    private let none: Value

    private static var mostPlaces: Int { 65_536 }

    /// - Parameter none: any value, for places without a word.
    init(none: Value) {
        self.none = none
        values = [Value](repeating: none, count: 1024)
    }

    /// What is known about a word, or what `make` finds out.
    @inline(__always)
    mutating func value(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, make: () -> Value) -> Value {
        guard range.count <= WordKey.length, !range.isEmpty else { return make() }
        let key = WordKey(bytes, range)
        var place = key.hash & (keys.count - 1)
        while true {
            if keys[place] == key { return values[place] }
            if keys[place].isEmpty { break }
            place = (place + 1) & (keys.count - 1)
        }
        let value = make()
        add(key, value)
        return value
    }

    private mutating func add(_ key: WordKey, _ value: Value) {
        if (count + 1) * 2 > keys.count { grow() }
        count += 1
        put(key, value)
    }

    private mutating func put(_ key: WordKey, _ value: Value) {
        var place = key.hash & (keys.count - 1)
        while !keys[place].isEmpty { place = (place + 1) & (keys.count - 1) }
        keys[place] = key
        values[place] = value
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        let isFull = keys.count >= Self.mostPlaces
        let places = isFull ? 1024 : keys.count * 2
        keys = [WordKey](repeating: WordKey(), count: places)
        values = [Value](repeating: none, count: places)
        if isFull {
            count = 0
            return
        }
        for (key, value) in zip(oldKeys, oldValues) where !key.isEmpty { put(key, value) }
    }
}

/// Up to 24 bytes, the rest zero: no word has a zero byte.
private struct WordKey: Equatable, Sendable {
    var a: UInt64 = 0
    var b: UInt64 = 0
    var c: UInt64 = 0

    static let length = 24

    var isEmpty: Bool { a == 0 }

    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        let count = range.count
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

    /// Multiplied by odd numbers without a pattern, folded.
    var hash: Int {
        let mixed = (a &* 0x9E37_79B9_7F4A_7C15) ^ (b &* 0xC2B2_AE3D_27D4_EB4F) ^ (c &* 0x1656_67B1_9E37_79F9)
        return Int(truncatingIfNeeded: (mixed ^ mixed >> 32) &* 0x9E37_79B9_7F4A_7C15 >> 20)
    }
}
