/// A value of type TEXT in a vCard (RFC 2426) or a calendar (RFC 5545): what would end it, or its line, is escaped; line ends of any
/// kind become `\n`, tabs a blank; controls and what turns the writing direction are left out.
package func contentLineText(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in plainWords(text, keepsLines: true).unicodeScalars {
        switch scalar {
        case "\\", ";", ",":
            out.append("\\")
            out.append(scalar)
        case "\n": out.append(contentsOf: "\\n".unicodeScalars)
        default: out.append(scalar)
        }
    }
    return String(out)
}
