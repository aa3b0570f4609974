import PlancSource

/// Words from a plan or a path, made harmless for a terminal: control characters and hidden ones are shown as `␛`-like
/// pictures or by their number, so that no source can move the cursor, colour the screen or forge a line.
public func visible(_ text: some StringProtocol) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x09: out += "    "
        case 0..<0x20: out.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
        case 0x7F: out += "␡"
        default:
            switch scalar.properties.generalCategory {
            case .format where scalar == "\u{200D}": out.unicodeScalars.append(scalar)
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
                out += "<U+\(hexadecimal(scalar.value))>"
            default: out.unicodeScalars.append(scalar)
            }
        }
    }
    return out
}

private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
