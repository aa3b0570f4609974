/// Eight bytes of a text looked at together, as one number: most of a text can be passed over like this.
public struct EightBytes {
    @usableFromInline let bytes: UInt64

    /// From a place on; there must be eight bytes there.
    @inlinable @inline(__always)
    public init(_ text: UnsafeBufferPointer<UInt8>, at place: Int) {
        bytes = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: place, as: UInt64.self)
    }

    /// Whether one of the eight bytes is this one.
    @inlinable @inline(__always)
    public func contains(_ byte: UInt8) -> Bool { Self.hasZero(bytes ^ Self.all(byte)) }

    /// Whether one of them may be a digit: it is one of U+0030–003F.
    @inlinable @inline(__always)
    public var mayHaveDigit: Bool { Self.hasZero((bytes ^ Self.all(0x30)) & Self.all(0xF0)) }

    /// Whether one of them is less than a byte of ASCII.
    @inlinable @inline(__always)
    public func haveLess(than byte: UInt8) -> Bool { (bytes &- Self.all(byte)) & ~bytes & Self.all(0x80) != 0 }

    /// The byte, eight times.
    @inlinable @inline(__always)
    public static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// Taking 1 from a byte that is 0 borrows into its high bit.
    @inlinable @inline(__always)
    public static func hasZero(_ bytes: UInt64) -> Bool { (bytes &- all(0x01)) & ~bytes & all(0x80) != 0 }
}
