/// Sixteen bytes of a text looked at together: most of a text can be passed over like this.
public typealias SixteenBytes = SIMD16<UInt8>

extension UnsafeBufferPointer<UInt8> {
    /// The bytes from a place on; there must be sixteen.
    @inlinable @inline(__always)
    public func sixteen(at place: Int) -> SixteenBytes {
        UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: place, as: SixteenBytes.self)
    }

    /// Whether no byte is beyond ASCII.
    @inlinable
    public var isASCII: Bool {
        var i = 0
        while i + 16 <= count {
            if (sixteen(at: i) .>= SixteenBytes(repeating: 0x80)).first < 16 { return false }
            i += 16
        }
        while i < count {
            if self[i] >= 0x80 { return false }
            i += 1
        }
        return true
    }
}

extension SIMDMask<SIMD16<Int8>> {
    /// The place of the first that holds, 16 where none does. A lane is all ones or all zeroes.
    @inlinable @inline(__always)
    public var first: Int {
        let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
        if halves[0] != 0 { return UInt64(littleEndian: halves[0]).trailingZeroBitCount / 8 }
        if halves[1] != 0 { return 8 + UInt64(littleEndian: halves[1]).trailingZeroBitCount / 8 }
        return 16
    }
}
