/// Numbers and words that were packed once, mostly when planc was built: they are read where they lie, and nothing is made of them
/// before somebody asks.
///
/// A number is four signs of six bits each, from `0` to `o`, so that what was packed can stand in a literal of Swift. Words are
/// UTF-8; a number says where a word begins, and the next one how long it is.
public struct Packed: @unchecked Sendable {
    @usableFromInline let numbers: UnsafePointer<UInt8>
    @usableFromInline let text: UnsafePointer<UInt8>
    /// Who keeps the memory; nil of what is part of the program.
    private let owner: AnyObject?

    /// Of the program's own data, which stay where they are.
    package init(numbers: UnsafeBufferPointer<UInt8>, text: UnsafeBufferPointer<UInt8>) {
        self.numbers = numbers.baseAddress!
        self.text = text.baseAddress!
        owner = nil
    }

    /// What has just been packed.
    package init(_ packing: Packing) {
        let room = Room(packing.numbersAsText + packing.text)
        owner = room
        numbers = UnsafePointer(room.bytes)
        text = UnsafePointer(room.bytes + packing.numbers.count * 4)
    }

    private final class Room {
        let bytes: UnsafeMutablePointer<UInt8>

        init(_ content: [UInt8]) {
            bytes = .allocate(capacity: content.count + 1)
            for (i, byte) in content.enumerated() { bytes[i] = byte }
        }

        deinit { bytes.deallocate() }
    }

    /// Whether it is what was packed, byte by byte: for tests of what the build made.
    package func holds(_ packing: Packing) -> Bool {
        UnsafeBufferPointer(start: numbers, count: packing.numbers.count * 4).elementsEqual(packing.numbersAsText)
            && UnsafeBufferPointer(start: text, count: packing.text.count).elementsEqual(packing.text)
    }

    /// The number at a place. (Part of the loops that read, as only what is public is made part of another module: there are many
    /// in a word.)
    @inlinable public subscript(place: Int) -> Int {
        @inline(__always) get {
            let four = UnsafeRawPointer(numbers).loadUnaligned(fromByteOffset: place * 4, as: UInt32.self)
            let sixes = UInt32(littleEndian: four) &- 0x3030_3030
            return Int(sixes & 0x3F | sixes >> 2 & 0xFC0 | sixes >> 4 & 0x3_F000 | sixes >> 6 & 0xFC_0000)
        }
    }

    /// The word whose place and length are the two numbers at a place, in UTF-8; valid as long as the program runs.
    @inlinable package func bytes(at place: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: text + self[place], count: self[place + 1])
    }

    /// The word at a place.
    package func word(at place: Int) -> String { String(decoding: bytes(at: place), as: UTF8.self) }

    /// What an index (`Packing.add(index:)`) has for a word; nil when it does not know it.
    package func value(of word: UnsafeBufferPointer<UInt8>, inIndexAt index: Int) -> Int? {
        let mask = self[index]
        var slot = Packing.hash(word) & mask
        while true {
            let place = index + 1 + slot * 3
            let length = self[place + 1]
            if length == 0 { return nil }
            if length - 1 == word.count,
                UnsafeBufferPointer(start: text + self[place], count: word.count).elementsEqual(word)
            {
                return self[place + 2]
            }
            slot = (slot + 1) & mask
        }
    }

    /// The same of a word that is a string.
    package func value(of word: String, inIndexAt index: Int) -> Int? {
        var word = word
        return word.withUTF8 { value(of: $0, inIndexAt: index) }
    }

    /// What an index of keys (`Packing.add(keys:)`) has for a word; nil when it does not know it.
    package func value(of word: String, inKeysAt index: Int) -> Int? {
        var word = word
        let key = word.withUTF8 { Packing.key(of: $0) }
        let mask = self[index]
        var slot = key.slot & mask
        while true {
            let place = index + 1 + slot * 3
            let value = self[place + 2]
            if value == 0 { return nil }
            if self[place] == key.first, self[place + 1] == key.second { return value }
            slot = (slot + 1) & mask
        }
    }
}

/// Packs numbers and words, the same ones always to the same bytes.
package struct Packing {
    /// What was packed, in order, each 0 to `largestNumber`: values, counts, places here and in `text`.
    package private(set) var numbers: [Int] = []
    /// The bytes of all words, in UTF-8, one after the other.
    package private(set) var text: [UInt8] = []
    private var places: [[UInt8]: Int] = [:]

    /// The largest number that can be packed: four signs of six bits.
    package static let largestNumber = 1 << 24 - 1

    package init() {}

    /// Adds a number, of 0 to `largestNumber`.
    package mutating func add(_ number: Int) {
        precondition((0...Self.largestNumber).contains(number), "\(number) cannot be packed")
        numbers.append(number)
    }

    /// Adds a word: its place in the text and its length. The same word is kept once.
    package mutating func add(_ word: String) {
        add(place(of: word))
        add(word.utf8.count)
    }

    /// Sets a number that was packed before what it speaks of.
    package mutating func set(_ place: Int, to number: Int) {
        precondition((0...Self.largestNumber).contains(number), "\(number) cannot be packed")
        numbers[place] = number
    }

    /// A list, with how many there are in front.
    ///
    /// - Returns: its place.
    package mutating func add(list: [Int]) -> Int {
        let place = numbers.count
        add(list.count)
        for number in list { add(number) }
        return place
    }

    /// An index of words, each with a number.
    ///
    /// - Returns: its place.
    package mutating func add(index: [(word: String, value: Int)]) -> Int {
        var mask = 3
        while mask < index.count * 2 { mask = mask << 1 | 1 }
        var slots = [Int](repeating: -1, count: mask + 1)
        for (number, entry) in index.enumerated() {
            var slot = Array(entry.word.utf8).withUnsafeBufferPointer(Self.hash) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = number
        }
        let place = numbers.count
        add(mask)
        for slot in slots {
            add(slot < 0 ? 0 : self.place(of: index[slot].word))
            add(slot < 0 ? 0 : index[slot].word.utf8.count + 1)
            add(slot < 0 ? 0 : index[slot].value)
        }
        return place
    }

    /// An index of words that nobody reads again, each with a number above 0: it holds 48 bits of their hashes in their place.
    /// No two of the words may have these in common.
    ///
    /// - Returns: its place.
    package mutating func add(keys: [(word: String, value: Int)]) -> Int {
        var mask = 3
        while mask < keys.count * 2 { mask = mask << 1 | 1 }
        var slots = [(first: Int, second: Int, value: Int)](repeating: (0, 0, 0), count: mask + 1)
        var seen: Set<[Int]> = []
        for (word, value) in keys {
            let key = Array(word.utf8).withUnsafeBufferPointer(Self.key)
            let isOnly = seen.insert([key.first, key.second]).inserted
            precondition(value > 0 && isOnly, "'\(word)' has the hash of another")
            var slot = key.slot & mask
            while slots[slot].value > 0 { slot = (slot + 1) & mask }
            slots[slot] = (key.first, key.second, value)
        }
        let place = numbers.count
        add(mask)
        for slot in slots {
            add(slot.first)
            add(slot.second)
            add(slot.value)
        }
        return place
    }

    private mutating func place(of word: String) -> Int {
        let bytes = Array(word.utf8)
        if let known = places[bytes] { return known }
        places[bytes] = text.count
        text += bytes
        return text.count - bytes.count
    }

    /// Four signs for each number.
    package var numbersAsText: [UInt8] {
        var signs: [UInt8] = []
        signs.reserveCapacity(numbers.count * 4)
        for number in numbers {
            for shift in [0, 6, 12, 18] { signs.append(UInt8(0x30 + number >> shift & 0x3F)) }
        }
        return signs
    }

    /// FNV-1a.
    private static func wholeHash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }

    fileprivate static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = wholeHash(word)
        return Int(truncatingIfNeeded: hash ^ hash >> 32)
    }

    /// Where a word is looked for first, and the two numbers that stand for it.
    fileprivate static func key(of word: UnsafeBufferPointer<UInt8>) -> (slot: Int, first: Int, second: Int) {
        let hash = wholeHash(word)
        return (
            Int(truncatingIfNeeded: hash & 0xFFFF_FFFF), Int(truncatingIfNeeded: hash >> 16 & 0xFF_FFFF),
            Int(truncatingIfNeeded: hash >> 40)
        )
    }
}
