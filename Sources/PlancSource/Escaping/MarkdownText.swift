/// Words from a plan or a path, escaped for Markdown as forges show it: no mark of it, no `@mention`, no formula, no `<tag>` and
/// no cell or list item of their own comes of them.
public func escapedMarkdown(_ text: some StringProtocol) -> String {
    var out = ""
    var isStart = true
    for scalar in visible(text).unicodeScalars {
        // Four blanks before it make words a program.
        if scalar == " ", out.isEmpty { continue }
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "(", ")", "#", "|", "~", "!", "$", "{", "}":
            out.unicodeScalars.append("\\")
            out.unicodeScalars.append(scalar)
        case "-", "+", ".", "=", ":":
            // At the start, alone or after digits, they would begin a list, a rule or a heading's underline.
            if isStart { out.unicodeScalars.append("\\") }
            out.unicodeScalars.append(scalar)
        case "<": out += "&lt;"
        case ">": out += "&gt;"
        case "&": out += "&amp;"
        // An at sign with a joiner after it names nobody.
        case "@": out.unicodeScalars.append(contentsOf: "@\u{2060}".unicodeScalars)
        default: out.unicodeScalars.append(scalar)
        }
        isStart = isStart && (scalar == " " || ("0"..."9").contains(scalar))
    }
    return out
}
