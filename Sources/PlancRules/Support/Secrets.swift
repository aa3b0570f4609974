import PlancScan
import PlancSource

/// Something in a text that opens a door.
struct Secret {
    enum Kind { case privateKey, token, password }

    var kind: Kind
    /// The bytes that are secret.
    var range: Range<Int>
}

/// The secrets in a text: what stands after colons and equals signs, and long words.
func secrets(in bytes: [UInt8]) -> [Secret] {
    let found = byteRoles.withUnsafeBufferPointer { roles in
        bytes.withUnsafeBufferPointer { text in
            var found: [Secret] = []
            // A value may follow these signs.
            for sign in [UInt8(ascii: ":"), UInt8(ascii: "=")] {
                forEachPlace(of: sign, in: text) { place in
                    if let range = password(around: place, in: text, roles) {
                        found.append(Secret(kind: .password, range: range))
                    }
                }
            }
            forEachTokenWord(in: text, roles) { look(at: $0, in: text, roles, &found) }
            return found
        }
    }
    if found.isEmpty { return [] }
    // A token after its name is one secret.
    var end = 0
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }.filter { secret in
        defer { end = max(end, secret.range.upperBound) }
        return secret.range.lowerBound >= end
    }
}

/// Every word that may be a token, or open a key: a long one whose first byte may be a token's, and a shorter one that begins
/// as keys and web tokens do.
@inline(__always)
private func forEachTokenWord(
    in text: UnsafeBufferPointer<UInt8>, _ roles: UnsafeBufferPointer<UInt8>, _ visit: (Range<Int>) -> Void
) {
    func isWord(_ i: Int) -> Bool { roles[Int(text[i])] & ByteRole.word != 0 }
    func end(from place: Int) -> Int {
        var end = place
        while end < text.count, isWord(end) { end += 1 }
        return end
    }
    // A long word fills one of the looks at eight bytes, and most looks have a space or a comma.
    var i = 0
    while i + 8 <= text.count {
        let next = i + 8
        guard !EightBytes(text, at: i).haveLess(than: UInt8(ascii: "-")), (i..<next).allSatisfy(isWord) else {
            i = next
            continue
        }
        let end = end(from: next)
        var start = i
        while start > 0, isWord(start - 1) { start -= 1 }
        if end - start >= leastOfToken, roles[Int(text[start])] & ByteRole.opensToken != 0 { visit(start..<end) }
        i = max(next, end & ~7)
    }
    for opening in [keyOpening, webTokenOpening] {
        forEachPlace(of: opening[opening.count - 1], in: text) { place in
            let start = place - (opening.count - 1)
            guard start >= 0, start == 0 || !isWord(start - 1), starts(with: opening, at: start, in: text) else {
                return
            }
            let end = end(from: place)
            if (10..<leastOfToken).contains(end - start) { visit(start..<end) }
        }
    }
}

/// What a byte may be, one bit each.
private enum ByteRole {
    /// Letters, digits, `-` and `_`.
    static let word: UInt8 = 1
    /// The first of a key or token.
    static let opensToken: UInt8 = 2
    /// The last of a secret's name, small or capital.
    static let endsName: UInt8 = 4
}

private let byteRoles: [UInt8] = {
    var roles = [UInt8](repeating: 0, count: 256)
    for range in [0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D...0x2D, 0x5F...0x5F] {
        for byte in range { roles[byte] |= ByteRole.word }
    }
    for opening in tokenForms.map(\.prefix) + [keyOpening, webTokenOpening] {
        if let first = opening.first { roles[Int(first)] |= ByteRole.opensToken }
    }
    for name in secretNames {
        guard let last = name.last else { continue }
        roles[Int(last)] |= ByteRole.endsName
        if (0x61...0x7A).contains(last) { roles[Int(last & ~0x20)] |= ByteRole.endsName }
    }
    return roles
}()

/// How tokens of well-known services begin, and how many characters follow at least.
private let tokenForms: [(prefix: [UInt8], rest: Int)] = [
    ("AKIA", 16), ("ASIA", 16), ("ghp_", 36), ("gho_", 36), ("ghu_", 36), ("ghs_", 36), ("ghr_", 36),
    ("github_pat_", 22), ("glpat-", 20), ("xoxb-", 10), ("xoxp-", 10), ("xoxa-", 10), ("xoxr-", 10), ("xoxs-", 10),
    ("sk_live_", 16), ("rk_live_", 16), ("AIza", 35), ("npm_", 36), ("sk-", 32),
].map { (Array($0.0.utf8), $0.1) }

/// What a token of a service has at least: enough to fill eight bytes that begin at any multiple of eight.
private let leastOfToken = 15

private let keyOpening = Array("-----BEGIN".utf8)
private let webTokenOpening = Array("eyJ".utf8)

private func look(
    at word: Range<Int>, in text: UnsafeBufferPointer<UInt8>, _ roles: UnsafeBufferPointer<UInt8>,
    _ found: inout [Secret]
) {
    if starts(with: keyOpening, at: word.lowerBound, in: text) {
        let end = endOfLine(from: word.lowerBound, in: text)
        let line = String(decoding: text[word.lowerBound..<end], as: UTF8.self)
        if line.hasSuffix("PRIVATE KEY-----") || line.contains("PRIVATE KEY BLOCK-----") {
            found.append(Secret(kind: .privateKey, range: word.lowerBound..<end))
        }
        return
    }
    for form in tokenForms where word.count >= form.prefix.count + form.rest {
        if starts(with: form.prefix, at: word.lowerBound, in: text) {
            found.append(Secret(kind: .token, range: word))
            return
        }
    }
    // A JSON web token: two parts that begin like `{"` in base 64, and a signature.
    if starts(with: webTokenOpening, at: word.lowerBound, in: text), word.upperBound < text.count,
        text[word.upperBound] == UInt8(ascii: "."), starts(with: webTokenOpening, at: word.upperBound + 1, in: text)
    {
        var end = word.upperBound
        while end < text.count, roles[Int(text[end])] & ByteRole.word != 0 || text[end] == UInt8(ascii: ".") {
            end += 1
        }
        found.append(Secret(kind: .token, range: word.lowerBound..<end))
    }
}

private func starts(with prefix: [UInt8], at place: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard place + prefix.count <= text.count else { return false }
    return prefix.indices.allSatisfy { text[place + $0] == prefix[$0] }
}

private func endOfLine(from place: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var end = place
    while end < text.count, text[end] != UInt8(ascii: "\n"), text[end] != UInt8(ascii: "\r") { end += 1 }
    return end
}

/// Names that a secret follows, in small letters.
private let secretNames: [[UInt8]] = [
    "password", "passwd", "passphrase", "mot de passe", "mdp", "secret", "token", "jeton", "api key", "api-key",
    "api_key",
    "apikey", "clé api", "clef api",
].map { Array($0.utf8) }

private let secretNamesByEnd: [[[UInt8]]] = (0..<256).map { byte in secretNames.filter { $0.last == UInt8(byte) } }

/// The secret after `name:` or `name =` when the sign stands at `place`: a word of six characters or more with letters and
/// digits, or with signs that words do not have.
private func password(
    around place: Int, in text: UnsafeBufferPointer<UInt8>, _ roles: UnsafeBufferPointer<UInt8>
) -> Range<Int>? {
    var end = place
    while end > 0, isPadding(text[end - 1]) { end -= 1 }
    guard end > 0, roles[Int(text[end - 1])] & ByteRole.endsName != 0,
        secretNamesByEnd[Int(text[end - 1] | 0x20)].contains(where: { endsWithName($0, at: end, in: text) })
    else { return nil }
    var start = place + 1
    while start < text.count, isPadding(text[start]) { start += 1 }
    var stop = start
    while stop < text.count, !isStop(text[stop]) { stop += 1 }
    // The full stop of a sentence is not part of it.
    while stop > start, text[stop - 1] == UInt8(ascii: ".") || text[stop - 1] == UInt8(ascii: ";") { stop -= 1 }
    guard stop - start >= 6, looksSecret(text[start..<stop]) else { return nil }
    return start..<stop
}

/// Spaces (also without break), quotes and the stars of strong words.
private func isPadding(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0xC2, 0xA0, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "*"): true
    default: false
    }
}

private func isStop(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
        || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
        || byte == UInt8(ascii: ")")
}

private func endsWithName(_ name: [UInt8], at end: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard end >= name.count else { return false }
    let start = end - name.count
    for i in name.indices {
        let byte = text[start + i]
        let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        if lower != name[i] { return false }
    }
    guard start > 0 else { return true }
    let before = text[start - 1]
    return !(before | 0x20 >= UInt8(ascii: "a") && before | 0x20 <= UInt8(ascii: "z")) && before < 0x80
}

private func looksSecret(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = word.first, first != UInt8(ascii: "{"), first != UInt8(ascii: "["), first != UInt8(ascii: "<")
    else {
        return false
    }
    var hasLetter = false
    var hasDigit = false
    var hasSign = false
    for byte in word {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): hasLetter = true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "^"),
            UInt8(ascii: "&"),
            UInt8(ascii: "+"), UInt8(ascii: "?"):
            hasSign = true
        // An address or a path is where a secret is, not the secret.
        case UInt8(ascii: "/"), UInt8(ascii: "@"): return false
        default: break
        }
    }
    return hasLetter && (hasDigit || hasSign)
}
