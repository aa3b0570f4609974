/// Eight bytes of a text as one number, the first the lowest, and marks at those that are meant: the high bit of each. Only
/// the first mark is sure: a borrow may set marks after it.
public struct ByteMarks {
    @usableFromInline let bits: UInt64

    @inlinable @inline(__always)
    init(bits: UInt64) { self.bits = bits }

    @inlinable
    public var isEmpty: Bool { bits == 0 }

    /// How many bytes stand before the first mark.
    @inlinable @inline(__always)
    public var first: Int { bits.trailingZeroBitCount >> 3 }

    @inlinable @inline(__always)
    static var high: UInt64 { EightBytes.all(0x80) }

    /// There must be eight bytes from the place on.
    @inlinable @inline(__always)
    public static func load(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt64 {
        UInt64(littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }

    /// What may be a space: up to U+0020, and what a wider space begins with.
    @inlinable @inline(__always)
    public static func spaces(_ bytes: UInt64) -> ByteMarks {
        let plain = (bytes &- EightBytes.all(0x21)) & ~bytes & high
        if bytes & high == 0 { return ByteMarks(bits: plain) }
        return ByteMarks(bits: plain | equal(bytes, 0xC2) | equal(bytes & EightBytes.all(0xFE), 0xE2))
    }

    /// What may end a sentence: `.`, `!`, `?`, and what an ellipsis begins with.
    @inlinable @inline(__always)
    public static func stops(_ bytes: UInt64) -> ByteMarks {
        // Letters and spaces are most of a text: only what lies between U+0021 and U+003F is looked at closer.
        let from20 = (bytes ^ EightBytes.all(0x20)) & ~high
        let signs = (from20 &+ EightBytes.all(0x7F)) & ~(from20 &+ EightBytes.all(0x60)) | bytes
        if signs & high == 0 { return ByteMarks(bits: 0) }
        return ByteMarks(bits: equal(bytes, 0x2E) | equal(bytes, 0x21) | equal(bytes, 0x3F) | equal(bytes, 0xE2))
    }

    /// A bit in the lowest place of every byte that may be a space (exact, for counting).
    @inlinable @inline(__always)
    public static func spaceCounts(_ bytes: UInt64) -> UInt64 {
        let others = (bytes & ~high &+ EightBytes.all(0x5F)) | bytes
        var spaces = ~others & high
        if bytes & high != 0 { spaces |= exactlyEqual(bytes, 0xC2) | exactlyEqual(bytes & EightBytes.all(0xFE), 0xE2) }
        return spaces >> 7
    }

    @inlinable @inline(__always)
    static func equal(_ bytes: UInt64, _ byte: UInt8) -> UInt64 {
        let other = bytes ^ EightBytes.all(byte)
        return (other &- EightBytes.all(0x01)) & ~other & high
    }

    @inlinable @inline(__always)
    static func exactlyEqual(_ bytes: UInt64, _ byte: UInt8) -> UInt64 {
        let other = bytes ^ EightBytes.all(byte)
        return ~((other & ~high &+ ~high) | other) & high
    }
}
