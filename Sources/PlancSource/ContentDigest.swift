import CSodium

/// A short stand-in for bytes that planc keeps to itself: BLAKE2b of 32 bytes, three times as fast as the SHA-256 that is shown
/// to people and to other programs.
package struct ContentDigest: Hashable, Sendable, BitwiseCopyable {
    private var parts: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    /// Of nothing that was looked at.
    package init() {}

    package init(of bytes: UnsafeRawBufferPointer) {
        withUnsafeMutableBytes(of: &parts) { digest in
            _ = crypto_generichash(
                digest.bindMemory(to: UInt8.self).baseAddress!, digest.count,
                bytes.bindMemory(to: UInt8.self).baseAddress, UInt64(bytes.count), nil, 0)
        }
    }

    package init(of bytes: [UInt8]) { self = bytes.withUnsafeBytes { Self(of: $0) } }

    /// The 32 bytes.
    package var bytes: [UInt8] { withUnsafeBytes(of: parts) { Array($0) } }

    package static func == (a: Self, b: Self) -> Bool { a.parts == b.parts }

    package func hash(into hasher: inout Hasher) { hasher.combine(parts.0) }
}
