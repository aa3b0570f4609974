import CSodium
import PlancSource

/// The key that signs (Ed25519). Whoever has it can sign in its owner's name.
///
/// Its file is minisign's: a comment, and base 64 of `Ed`, the letters of the way the password became a key (`Sc` for scrypt,
/// two zero bytes for a key that is not encrypted), `B2` for the checksum, salt (32 bytes), work and memory (8 bytes each, the
/// lowest first), and, encrypted, the key's name (8), the secret key (64) and the BLAKE2b of it all (32).
public struct SecretKey: Sendable {
    public let publicKey: PublicKey
    /// What the key's file says of it; nothing vouches for it.
    public let comment: String
    let secret: [UInt8]

    /// The work and memory that guessing one password costs.
    public struct Cost: Sendable {
        var operations: UInt64
        /// In bytes.
        var memory: UInt64

        /// As minisign has it: a gibibyte, some seconds.
        public static let usual = Cost(operations: 33_554_432, memory: 1_073_741_824)
        /// As little as libsodium allows, for tests.
        public static let least = Cost(operations: 32_768, memory: 16_777_216)
    }

    /// A new pair, drawn by lot; `comment` makes the comment of its file from its name.
    public static func generate(comment: (KeyID) -> String) throws(SigningError) -> SecretKey {
        guard libraryIsReady else { throw .noLibrary }
        var key = [UInt8](repeating: 0, count: Int(crypto_sign_PUBLICKEYBYTES))
        var secret = [UInt8](repeating: 0, count: Int(crypto_sign_SECRETKEYBYTES))
        crypto_sign_keypair(&key, &secret)
        let id = KeyID(bytes: randomBytes(8))
        return SecretKey(
            publicKey: PublicKey(id: id, key: key), comment: try checked(comment: comment(id)), secret: secret)
    }

    private init(publicKey: PublicKey, comment: String, secret: [UInt8]) {
        (self.publicKey, self.comment, self.secret) = (publicKey, comment, secret)
    }

    // MARK: The file

    /// The file of the key; without a password whoever can read it can sign.
    public func fileText(password: [UInt8]?, cost: Cost = .usual) throws(SigningError) -> String {
        var inner = publicKey.id.bytes + secret
        defer { wipe(&inner) }
        guard let password else {
            inner += Self.noChecksum
            let head = Array("Ed".utf8) + [0, 0] + Array("B2".utf8) + [UInt8](repeating: 0, count: 48)
            return "untrusted comment: \(comment)\n\(base64(head + inner))\n"
        }
        inner += Self.checksum(publicKey.id, secret)
        let salt = randomBytes(32)
        // What minisign does where there is not enough memory: half of it, down to the least.
        var cost = cost
        while true {
            do {
                try Self.mix(&inner, password, salt, cost)
                break
            } catch {
                guard error == .notEnoughMemory, cost.memory > Cost.least.memory else { throw error }
                cost = Cost(operations: cost.operations / 2, memory: cost.memory / 2)
            }
        }
        let head =
            Array("EdScB2".utf8) + salt + Self.littleEndian(cost.operations) + Self.littleEndian(cost.memory)
        return "untrusted comment: \(comment)\n\(base64(head + inner))\n"
    }

    /// Reads the file of a key. `password` is asked for one only when the key is encrypted.
    public init(reading text: String, password: () throws -> [UInt8]?) throws {
        guard libraryIsReady else { throw SigningError.noLibrary }
        let all = lines(of: text)
        guard let first = all.first, first.hasPrefix("untrusted comment:") else {
            throw SigningError.malformed(line: 1)
        }
        guard all.count > 1, var bytes = bytes(base64: all[1], count: 158) else {
            throw SigningError.malformed(line: 2)
        }
        defer { wipe(&bytes) }
        func letters(_ place: Int) -> String { String(decoding: bytes[place..<place + 2], as: UTF8.self) }
        guard letters(0) == "Ed" else { throw SigningError.unknownAlgorithm(letters(0)) }
        guard letters(4) == "B2" else { throw SigningError.unknownAlgorithm(letters(4)) }
        var inner = Array(bytes[54...])
        defer { wipe(&inner) }
        switch letters(2) {
        case "\0\0": break
        case "Sc":
            guard var password = try password() else { throw SigningError.passwordNeeded }
            defer { wipe(&password) }
            let cost = Cost(
                operations: Self.number(bytes[38..<46]), memory: Self.number(bytes[46..<54]))
            // A file that asks for more than four times minisign's own memory was made to bring a machine down.
            guard cost.memory <= 4 * Cost.usual.memory, cost.operations <= 16 * Cost.usual.operations else {
                throw SigningError.notEnoughMemory
            }
            try Self.mix(&inner, password, Array(bytes[6..<38]), cost)
        default: throw SigningError.unknownAlgorithm(letters(2))
        }
        let id = KeyID(bytes: Array(inner[0..<8]))
        let secret = Array(inner[8..<72])
        let checksum = Array(inner[72...])
        let isOpen = letters(2) == "\0\0" && checksum == Self.noChecksum
        guard isOpen || checksum == Self.checksum(id, secret), Self.isPair(secret) else {
            throw SigningError.wrongPassword
        }
        comment = String(first.dropFirst("untrusted comment:".count).drop { $0 == " " })
        self.secret = secret
        publicKey = PublicKey(id: id, key: Array(secret[32...]))
    }

    /// What minisign writes for a key that is not encrypted.
    private static let noChecksum = [UInt8](repeating: 0, count: 32)

    /// Whether the public half is the secret half's: signing with another would give the secret away.
    private static func isPair(_ secret: [UInt8]) -> Bool {
        var key = [UInt8](repeating: 0, count: Int(crypto_sign_PUBLICKEYBYTES))
        var again = [UInt8](repeating: 0, count: Int(crypto_sign_SECRETKEYBYTES))
        defer { wipe(&again) }
        return crypto_sign_seed_keypair(&key, &again, secret) == 0 && again == secret
    }

    private static func checksum(_ id: KeyID, _ secret: [UInt8]) -> [UInt8] {
        blake2b(Array("Ed".utf8) + id.bytes + secret, count: 32)
    }

    /// Encrypts or decrypts: the bytes and a stream that scrypt makes of the password, one xor the other.
    private static func mix(
        _ bytes: inout [UInt8], _ password: [UInt8], _ salt: [UInt8], _ cost: Cost
    ) throws(SigningError) {
        var stream = [UInt8](repeating: 0, count: bytes.count)
        defer { wipe(&stream) }
        let status = password.withUnsafeBytes { raw in
            crypto_pwhash_scryptsalsa208sha256(
                &stream, UInt64(stream.count), raw.baseAddress?.assumingMemoryBound(to: CChar.self) ?? emptyText,
                UInt64(raw.count), salt, cost.operations, Int(cost.memory))
        }
        guard status == 0 else { throw .notEnoughMemory }
        for place in bytes.indices { bytes[place] ^= stream[place] }
    }

    private static func littleEndian(_ value: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}

nonisolated(unsafe) private let emptyText: UnsafePointer<CChar> = {
    let text = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    text.initialize(to: 0)
    return UnsafePointer(text)
}()

/// A comment as minisign reads it: one line of at most 1,000 bytes, without control characters.
func checked(comment: String) throws(SigningError) -> String {
    guard comment.utf8.count <= 1000, !comment.isEmpty,
        comment.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
    else { throw .badComment }
    return comment
}
