import PlancDiagnostics

/// What a character that cannot be seen is called.
func hiddenName(of scalar: Unicode.Scalar) -> Phrase {
    switch scalar.value {
    case 0x00: return Phrase(en: "null character", fr: "caractère nul")
    case 0x07: return Phrase(en: "bell", fr: "sonnerie")
    case 0x08: return Phrase(en: "backspace", fr: "retour arrière")
    case 0x0B: return Phrase(en: "vertical tab", fr: "tabulation verticale")
    case 0x0C: return Phrase(en: "form feed", fr: "saut de page")
    case 0x0D: return Phrase(en: "carriage return without line feed", fr: "retour chariot sans saut de ligne")
    case 0x1B: return Phrase(en: "escape", fr: "échappement")
    case 0x7F: return Phrase(en: "delete", fr: "effacement")
    case 0x85: return Phrase(en: "next line", fr: "ligne suivante")
    case 0x00...0x9F: return Phrase(en: "control character", fr: "caractère de commande")
    case 0xAD: return Phrase(en: "soft hyphen", fr: "trait d'union conditionnel")
    case 0x61C, 0x200E, 0x200F: return Phrase(en: "direction mark", fr: "marque de sens d'écriture")
    case 0x200B: return Phrase(en: "zero-width space", fr: "espace sans chasse")
    case 0x200C: return Phrase(en: "zero-width non-joiner", fr: "antiliant sans chasse")
    case 0x200D: return Phrase(en: "zero-width joiner", fr: "liant sans chasse")
    case 0x2028: return Phrase(en: "line separator", fr: "séparateur de lignes")
    case 0x2029: return Phrase(en: "paragraph separator", fr: "séparateur de paragraphes")
    case 0x202A...0x202E: return Phrase(en: "change of writing direction", fr: "changement de sens d'écriture")
    case 0x2060: return Phrase(en: "word joiner", fr: "gluon de mots")
    case 0x2066...0x2069: return Phrase(en: "isolation of writing direction", fr: "isolat de sens d'écriture")
    case 0xFEFF:
        return Phrase(en: "byte-order mark inside the text", fr: "indicateur d'ordre des octets au milieu du texte")
    case 0xFFFC: return Phrase(en: "object replacement character", fr: "caractère de remplacement d'objet")
    case 0xE0000...0xE007F: return Phrase(en: "tag character", fr: "caractère d'étiquette")
    default:
        let name = scalar.properties.name?.lowercased() ?? scalar.properties.nameAlias?.lowercased()
        return name.map { Phrase(verbatim: $0) }
            ?? Phrase(en: "no character of any writing", fr: "caractère d'aucune écriture")
    }
}
