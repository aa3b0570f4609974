import PlancSyntax

/// A text as one line that people can see: control characters and line ends are blanks, what nobody sees is left out.
public func oneLine(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        let isBlank = scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
        if isBlank {
            if let last = scalars.last, last != " " { scalars.append(" ") }
        } else if !isHidden(scalar) {
            scalars.append(scalar)
        }
    }
    if scalars.last == " " { scalars.removeLast() }
    return String(scalars)
}

/// A text of any origin as one YAML scalar in double quotes: what it says can never become a key, a comment or an end.
package func yamlText(_ text: String) -> String {
    var out = "\""
    for character in oneLine(text).unicodeScalars {
        if character == "\"" || character == "\\" { out += "\\" }
        out.unicodeScalars.append(character)
    }
    return out + "\""
}
