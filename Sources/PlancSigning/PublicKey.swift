import PlancSource

/// What names a pair of keys: eight bytes that were drawn by lot with it.
public struct KeyID: Hashable, Sendable, CustomStringConvertible {
    let bytes: [UInt8]

    /// 16 hexadecimal digits, as minisign writes them: the last byte first.
    public var description: String {
        hexadecimal(bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }, digits: 16)
    }
}

/// The key that a signature is checked with (Ed25519). Anybody may have it.
///
/// In minisign's format (https://jedisct1.github.io/minisign/#public-key-format): base 64 of the letters `Ed`, 8 bytes of
/// the key's name and 32 bytes of the key: 56 characters.
public struct PublicKey: Hashable, Sendable {
    public let id: KeyID
    let key: [UInt8]

    init(id: KeyID, key: [UInt8]) {
        self.id = id
        self.key = key
    }

    /// The key on one line: what is printed, read out and compared.
    public var text: String { base64(Array("Ed".utf8) + id.bytes + key) }

    /// The file of the key: a comment that nothing vouches for, and the key.
    public func fileText(comment: String) -> String { "untrusted comment: \(comment)\n\(text)\n" }

    /// From a file of minisign or planc, or from the 56 characters alone.
    public init(reading text: String) throws(SigningError) {
        let all = lines(of: text)
        let hasComment = all.first?.hasPrefix("untrusted comment:") ?? false
        let number = hasComment ? 1 : 0
        guard number < all.count else { throw .malformed(line: number + 1) }
        let line = all[number].drop { $0 == " " }
        let end = line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex
        guard let bytes = bytes(base64: line[..<end], count: 42),
            all.dropFirst(number + 1).allSatisfy({ $0.allSatisfy(\.isWhitespace) })
        else { throw .malformed(line: number + 1) }
        let algorithm = bytes.prefix(2)
        guard algorithm.elementsEqual("Ed".utf8) else {
            throw .unknownAlgorithm(String(decoding: algorithm, as: UTF8.self))
        }
        self.init(id: KeyID(bytes: Array(bytes[2..<10])), key: Array(bytes[10...]))
    }
}
