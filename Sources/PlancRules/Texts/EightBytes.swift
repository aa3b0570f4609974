/// Eight bytes of a text, looked at in one go: most of a text can be passed over like this.
struct EightBytes {
    private let bytes: UInt64

    /// From a place on; `text` must have eight bytes there.
    @inline(__always)
    init(_ text: UnsafeBufferPointer<UInt8>, at place: Int) {
        bytes = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: place, as: UInt64.self)
    }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool { Self.hasZero(bytes ^ (Self.ones &* UInt64(byte))) }

    /// Whether one of them may be a digit: it is one of U+0030–003F.
    @inline(__always)
    var mayHaveDigit: Bool { Self.hasZero((bytes ^ (Self.ones &* 0x30)) & (Self.ones &* 0xF0)) }

    private static var ones: UInt64 { 0x0101_0101_0101_0101 }

    @inline(__always)
    private static func hasZero(_ bytes: UInt64) -> Bool { (bytes &- ones) & ~bytes & (ones &* 0x80) != 0 }
}
