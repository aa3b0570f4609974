import PlancSource

/// What a translation is stamped with: the first 12 hexadecimal digits of the SHA-256 of title, subject and body, each
/// ended by a NUL byte, line endings as LF. Neither keys nor other files have a part in it.
func contentHash(title: String, subject: String, body: ArraySlice<UInt8>) -> String {
    var hash = SHA256()
    hash.add(title.utf8)
    hash.add([0])
    hash.add(subject.utf8)
    hash.add([0])
    if body.contains(UInt8(ascii: "\r")) {
        var lines: [UInt8] = []
        lines.reserveCapacity(body.count)
        for (index, byte) in zip(body.indices, body) {
            if byte == UInt8(ascii: "\r"), index + 1 < body.endIndex, body[index + 1] == UInt8(ascii: "\n") {
                continue
            }
            lines.append(byte)
        }
        hash.add(lines)
    } else {
        hash.add(body)
    }
    hash.add([0])
    return String(hash.hexadecimal().prefix(12))
}
