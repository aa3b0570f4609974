/// RFC 4648, with padding.
func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let group = bytes[start..<min(start + 3, bytes.count)]
        var bits = 0
        for byte in group { bits = bits << 8 | Int(byte) }
        bits <<= 8 * (3 - group.count)
        for place in 0..<4 {
            out.append(place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
        }
    }
    return String(decoding: out, as: UTF8.self)
}

/// RFC 2045, section 6.7: lines of at most 76 characters, CRLF between them.
func quotedPrintable(_ text: String) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    let bytes = Array(text.replacing("\r\n", with: "\n").utf8)
    var used = 0
    for (place, byte) in bytes.enumerated() {
        if byte == 0x0A || byte == 0x0D {
            out.append(contentsOf: [0x0D, 0x0A])
            used = 0
            continue
        }
        let isLast = place + 1 == bytes.count || bytes[place + 1] == 0x0A || bytes[place + 1] == 0x0D
        let isPlain = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=") || byte == 0x20 && !isLast
        let piece = isPlain ? [byte] : [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        if used + piece.count > 75 {
            out.append(contentsOf: [UInt8(ascii: "="), 0x0D, 0x0A])
            used = 0
        }
        // A full stop alone on a line ends a message on its way.
        if used == 0, byte == UInt8(ascii: ".") {
            out.append(contentsOf: "=2E".utf8)
            used = 3
            continue
        }
        out.append(contentsOf: piece)
        used += piece.count
    }
    return out
}
