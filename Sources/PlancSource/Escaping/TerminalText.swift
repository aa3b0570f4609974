/// Words from a plan or a path on one line of a terminal: controls are shown as pictures (`␛`), other characters that cannot be
/// seen by their number (`<U+202E>`), so that no source can move the cursor, colour the screen or forge a line.
public func visible(_ text: some StringProtocol) -> String {
    // Most lines of most reports.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return String(text) }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x09: out.append(contentsOf: "    ".unicodeScalars)
        case 0..<0x20: out.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
        case 0x7F: out.append("␡")
        default:
            if scalar.isUnseen {
                out.append(contentsOf: "<U+\(hexadecimal(scalar.value, digits: 4))>".unicodeScalars)
            } else {
                out.append(scalar)
            }
        }
    }
    return String(out)
}

/// The same for a text of several lines: line feeds stay.
public func visibleLines(_ text: String) -> String {
    var out = ""
    for (place, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
        if place > 0 { out.unicodeScalars.append("\n") }
        out += visible(Substring(line))
    }
    return out
}

/// A word as a shell reads it back, in single quotes where it needs them.
package func shellWord(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "@%_+=:,./-".utf8.contains(byte)
        }
    }
    if isPlain, !text.isEmpty { return text }
    var out = "'"
    for scalar in visible(text).unicodeScalars {
        if scalar == "'" { out += "'\\''" } else { out.unicodeScalars.append(scalar) }
    }
    return out + "'"
}
