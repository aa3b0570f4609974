/// Text in which nothing can be read as a command by the machine that runs a workflow: no line begins with `::` and no `##name[` stands
/// anywhere. A blank is put in between: GitHub's runner compares as the culture does, and passes over characters that are not seen.
///
/// `bytes` are whole lines of UTF-8.
public func withoutRunnerCommands(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var isLineStart = true
    for (place, byte) in bytes.enumerated() {
        out.append(byte)
        switch byte {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): isLineStart = true
        case UInt8(ascii: ":") where isLineStart:
            if firstSeen(in: bytes[(place + 1)...]) == byte { out.append(UInt8(ascii: " ")) }
            isLineStart = false
        case UInt8(ascii: "#"):
            if beginsCommand(bytes[(place + 1)...]) { out.append(UInt8(ascii: " ")) }
            isLineStart = false
        case UInt8(ascii: " "): break
        default: if !mayBePassedOver(byte) { isLineStart = false }
        }
    }
    return out
}

/// Controls, and the bytes of everything beyond ASCII: blanks, joiners, soft hyphens. To take others for them does no harm.
private func mayBePassedOver(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r")) || byte >= 0x7F
}

private func firstSeen(in rest: ArraySlice<UInt8>) -> UInt8? { rest.first { !mayBePassedOver($0) } }

/// A second `#`, letters, then an opening bracket.
private func beginsCommand(_ rest: ArraySlice<UInt8>) -> Bool {
    let rest = rest.drop(while: mayBePassedOver)
    guard rest.first == UInt8(ascii: "#") else { return false }
    let name = rest.dropFirst().prefix(96).prefix {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 || $0 == UInt8(ascii: "-") || mayBePassedOver($0)
    }
    return rest.dropFirst(name.count + 1).first == UInt8(ascii: "[")
}
