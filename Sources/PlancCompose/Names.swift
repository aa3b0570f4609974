/// The given name and the family name, as far as they can be told: the first word, and the others.
public func nameParts(_ name: String) -> (given: String, family: String) {
    guard let space = name.firstIndex(of: " ") else { return ("", name) }
    return (String(name[..<space]), String(name[name.index(after: space)...]))
}

/// What an alphabetical list goes by: the family name first, accents and case aside.
public func sortKey(_ name: String) -> String {
    let (given, family) = nameParts(name)
    return folded(family + " " + given)
}

/// Lower case without accents, for the letters of the languages of Western Europe.
public func folded(_ text: String) -> String {
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
        switch scalar {
        case "à", "á", "â", "ã", "ä", "å": result += "a"
        case "ç": result += "c"
        case "è", "é", "ê", "ë": result += "e"
        case "ì", "í", "î", "ï": result += "i"
        case "ñ": result += "n"
        case "ò", "ó", "ô", "õ", "ö", "ø": result += "o"
        case "ù", "ú", "û", "ü": result += "u"
        case "ý", "ÿ": result += "y"
        case "œ": result += "oe"
        case "æ": result += "ae"
        case "ß": result += "ss"
        default:
            // A combining mark after its letter.
            if !(0x300...0x36F).contains(scalar.value) { result.unicodeScalars.append(scalar) }
        }
    }
    return result
}
