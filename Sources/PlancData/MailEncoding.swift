import PlancSource

/// RFC 2045, section 6.7: lines of at most 76 characters, CRLF between them. `text` has line feeds at its line ends.
func quotedPrintable(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    let bytes = Array(text.utf8)
    var used = 0
    for (place, byte) in bytes.enumerated() {
        if byte == 0x0A {
            out.append(contentsOf: [0x0D, 0x0A])
            used = 0
            continue
        }
        let isLast = place + 1 == bytes.count || bytes[place + 1] == 0x0A
        let isPlain = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=") || byte == 0x20 && !isLast
        let piece = isPlain ? [byte] : Array("=\(hexadecimal(byte, digits: 2))".utf8)
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
