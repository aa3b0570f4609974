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

/// Words from a plan or a path, escaped for Markdown as forges show it: no mark of it, no `@mention`, no formula, no `<tag>` and
/// no cell or list item of their own comes of them.
public func escapedMarkdown(_ text: some StringProtocol) -> String {
    var out = ""
    var isStart = true
    for scalar in visible(text).unicodeScalars {
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "(", ")", "#", "|", "~", "!", "$":
            out += "\\"
            out.unicodeScalars.append(scalar)
        case "-", "+", ".":
            // At the start, alone or after digits, they would begin a list.
            if isStart { out += "\\" }
            out.unicodeScalars.append(scalar)
        case "<": out += "&lt;"
        case ">": out += "&gt;"
        case "&": out += "&amp;"
        // An at sign with a joiner after it names nobody.
        case "@": out += "@\u{2060}"
        default: out.unicodeScalars.append(scalar)
        }
        isStart = isStart && (scalar == " " || ("0"..."9").contains(scalar))
    }
    return out
}

private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
