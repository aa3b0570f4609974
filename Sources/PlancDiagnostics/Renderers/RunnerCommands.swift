/// Text in which nothing can be read as a command by the machine that runs a workflow: no line begins with `::` (spaces before it
/// count for nothing) and no `##name[` stands anywhere. A joiner that cannot be seen (U+2060) is put in between.
///
/// `bytes` are whole lines of UTF-8.
public func withoutRunnerCommands(_ bytes: [UInt8]) -> [UInt8] {
    let joiner = Array("\u{2060}".utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var isLineStart = true
    var index = 0
    while index < bytes.count {
        let byte = bytes[index]
        if isLineStart, byte == UInt8(ascii: ":"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ":") {
            out += joiner
        }
        out.append(byte)
        switch byte {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): isLineStart = true
        case UInt8(ascii: " "), UInt8(ascii: "\t"): break
        // The bytes of spaces beyond ASCII: U+00A0, U+1680, U+2000…U+205F, U+3000. To take others for them does no harm.
        case 0x80...: break
        default: isLineStart = false
        }
        if byte == UInt8(ascii: "#"), index > 0, bytes[index - 1] == byte, beginsBracket(bytes[(index + 1)...]) {
            out += joiner
        }
        index += 1
    }
    return out
}

/// Letters, then an opening bracket.
private func beginsBracket(_ rest: ArraySlice<UInt8>) -> Bool {
    let name = rest.prefix(32).prefix { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 || $0 == UInt8(ascii: "-") }
    return rest.dropFirst(name.count).first == UInt8(ascii: "[")
}
