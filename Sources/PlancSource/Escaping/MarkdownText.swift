/// Words in Markdown for a forge's comment: nothing in them is a mark, a link, an HTML tag, or what a forge makes of words by itself – a
/// mention, a reference to an issue, an address, a picture (GitHub: "Autolinked references", "Emojis"; GitLab: "GitLab-specific
/// references").
///
/// A forge looks for these after Markdown has taken its backslashes away: a word joiner inside them, which nobody sees, keeps them words.
public func escapedMarkdown(_ text: some StringProtocol) -> String {
    let scalars = Array(visible(text).unicodeScalars)
    var out = String.UnicodeScalarView()
    var isStart = true
    for (place, scalar) in scalars.enumerated() {
        // Four blanks before it make words a program.
        if scalar == " ", out.isEmpty { continue }
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "(", ")", "#", "|", "~", "!", "$", "{", "}":
            out.append("\\")
            out.append(scalar)
        case "-", "+", ".", "=", ":":
            // At the start, alone or after digits, they would begin a list, a rule or a heading's underline.
            if isStart { out.append("\\") }
            out.append(scalar)
        case "<": out.append(contentsOf: "&lt;".unicodeScalars)
        case ">": out.append(contentsOf: "&gt;".unicodeScalars)
        case "&": out.append(contentsOf: "&amp;".unicodeScalars)
        default: out.append(scalar)
        }
        if isRead(scalar, from: scalars[...place], before: scalars[(place + 1)...]) { out.append(wordJoiner) }
        isStart = isStart && (scalar == " " || ("0"..."9").contains(scalar))
    }
    return String(out)
}

private let wordJoiner: Unicode.Scalar = "\u{2060}"

/// Whether a forge would read a character with those behind it as something else than words.
private func isRead(
    _ scalar: Unicode.Scalar, from before: ArraySlice<Unicode.Scalar>, before after: ArraySlice<Unicode.Scalar>
) -> Bool {
    switch scalar {
    case "@": true
    // Issues, merge requests, snippets, milestones, labels, epics and alerts: `#5`, `!5`, `$5`, `%5`, `~bug`, `&5`, `^alert#5`.
    case "#", "!", "$", "%", "~", "&", "^": after.first.map { isOfName($0) || $0 == "\"" } ?? false
    case ":": after.starts(with: ["/", "/"]) || isPicture(after)
    case ".": isBehind("www", before)
    case "-": isBehind("gh", before) && after.first.map(isDigit) ?? false
    default: false
    }
}

/// Whether `:` is followed by the name of a picture and its end: `tada:`, `+1:`.
private func isPicture(_ after: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = after.prefix { isOfName($0) || $0 == "+" || $0 == "-" }
    return !name.isEmpty && name.endIndex < after.endIndex && after[name.endIndex] == ":"
}

/// Whether the letters right before the last character are these and no others.
private func isBehind(_ word: String, _ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let letters = scalars.dropLast().suffix(word.unicodeScalars.count)
    guard letters.elementsEqual(word.unicodeScalars, by: { $0.properties.lowercaseMapping == String($1) }) else {
        return false
    }
    return letters.startIndex == scalars.startIndex || !isOfName(scalars[letters.startIndex - 1])
}

private func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
