extension Sequence<Unicode.Scalar> {
    /// The text that they make. (Scalar by scalar: the standard library's way takes any sequence, and is slow to begin.)
    package var text: String {
        var text = ""
        for scalar in self { text.unicodeScalars.append(scalar) }
        return text
    }

    /// The bytes that they take in UTF-8.
    package var utf8Count: Int { reduce(0) { $0 + UTF8.width($1) } }
}
