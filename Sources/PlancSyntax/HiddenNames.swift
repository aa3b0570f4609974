import PlancDiagnostics

/// What a character that cannot be seen is called.
func hiddenName(of scalar: Unicode.Scalar) -> Phrase {
    switch scalar.value {
    case 0x00: return Phrase("null character")
    case 0x07: return Phrase("bell")
    case 0x08: return Phrase("backspace")
    case 0x0B: return Phrase("vertical tab")
    case 0x0C: return Phrase("form feed")
    case 0x0D: return Phrase("carriage return without line feed")
    case 0x1B: return Phrase("escape")
    case 0x7F: return Phrase("delete")
    case 0x85: return Phrase("next line")
    case 0x00...0x9F: return Phrase("control character")
    case 0xAD: return Phrase("soft hyphen")
    case 0x61C, 0x200E, 0x200F: return Phrase("direction mark")
    case 0x200B: return Phrase("zero-width space")
    case 0x200C: return Phrase("zero-width non-joiner")
    case 0x200D: return Phrase("zero-width joiner")
    case 0x2028: return Phrase("line separator")
    case 0x2029: return Phrase("paragraph separator")
    case 0x202A...0x202E: return Phrase("change of writing direction")
    case 0x2060: return Phrase("word joiner")
    case 0x2066...0x2069: return Phrase("isolation of writing direction")
    case 0xFEFF:
        return Phrase("byte-order mark inside the text")
    case 0xFFFC: return Phrase("object replacement character")
    case 0xE0000...0xE007F: return Phrase("tag character")
    default:
        let name = scalar.properties.name?.lowercased() ?? scalar.properties.nameAlias?.lowercased()
        return name.map { Phrase(verbatim: $0) }
            ?? Phrase("no character of any writing")
    }
}
