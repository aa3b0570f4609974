import Testing

@testable import PlancSigning

@Suite struct SignatureTests {
    static let key = try! SecretKey.generate { "Sophie Lantier, secret key \($0)" }
    static let bytes = Array("{\"files\": []}\n".utf8)

    @Test func whatIsSignedIsValid() throws {
        let signature = try Signature(
            of: Self.bytes, with: Self.key,
            trustedComment: Signature.comment(seconds: 1_795_000_000, file: "manifest.json", by: "Sophie\tLantier\n"))
        #expect(signature.isValid(for: Self.bytes, Self.key.publicKey))
        #expect(signature.said("by") == "Sophie Lantier ")
        #expect(signature.said("timestamp") == "1795000000")
        let read = try Signature(reading: signature.text)
        #expect(read == signature)
        #expect(read.isValid(for: Self.bytes, Self.key.publicKey))
    }

    @Test func nothingElseIsValid() throws {
        let signature = try Signature(of: Self.bytes, with: Self.key, trustedComment: "timestamp:1")
        #expect(!signature.isValid(for: Self.bytes + [0], Self.key.publicKey))
        #expect(!signature.isValid(for: [], Self.key.publicKey))
        let other = try SecretKey.generate { "\($0)" }
        #expect(!signature.isValid(for: Self.bytes, other.publicKey))
        // Another key under the same name.
        let forged = PublicKey(id: Self.key.publicKey.id, key: other.publicKey.key)
        #expect(!signature.isValid(for: Self.bytes, forged))
        let changed = try Signature(reading: signature.text.replacing("timestamp:1", with: "timestamp:2"))
        #expect(!changed.isValid(for: Self.bytes, Self.key.publicKey))
    }

    @Test(arguments: [nil, "quatre mots tirés au sort"]) func aKeyIsReadFromItsFile(password: String?) throws {
        let text = try Self.key.fileText(password: password.map { Array($0.utf8) }, cost: .least)
        let read = try SecretKey(reading: text) { password.map { Array($0.utf8) } }
        #expect(read.publicKey == Self.key.publicKey)
        #expect(read.secret == Self.key.secret)
        #expect(read.comment == "Sophie Lantier, secret key \(Self.key.publicKey.id)")
        #expect(text.contains("RWRTY0Iy") == (password != nil), "the letters of minisign's encrypted keys")
    }

    @Test func aWrongPasswordOpensNothing() throws {
        let text = try Self.key.fileText(password: Array("a".utf8), cost: .least)
        #expect(throws: SigningError.wrongPassword) { try SecretKey(reading: text) { Array("b".utf8) } }
        #expect(throws: SigningError.passwordNeeded) { try SecretKey(reading: text) { nil } }
    }

    @Test func thePublicKeyIsReadFromItsFileAndFromItsLine() throws {
        let key = Self.key.publicKey
        #expect(key.text.utf8.count == 56 && key.text.hasPrefix("RW"))
        #expect(try PublicKey(reading: key.text) == key)
        #expect(try PublicKey(reading: key.fileText(comment: "c")) == key)
        #expect(try PublicKey(reading: key.fileText(comment: "c").replacing("\n", with: "\r\n")) == key)
    }

    @Test(arguments: [
        "", "RW", "untrusted comment: x\n", "untrusted comment: x\nRWQ", "é", "untrusted comment: x\n\n\n",
    ])
    func whatIsNoKeyIsRefused(_ text: String) {
        #expect(throws: SigningError.self) { try PublicKey(reading: text) }
        #expect(throws: SigningError.self) { try SecretKey(reading: text) { nil } }
        #expect(throws: SigningError.self) { try Signature(reading: text) }
    }
}
