import PlancSource

/// The given name and the family name, as far as they can be told: the first word, and the others.
public func nameParts(_ name: String) -> (given: String, family: String) {
    guard let space = name.firstIndex(of: " ") else { return ("", name) }
    return (String(name[..<space]), String(name[name.index(after: space)...]))
}

/// What an alphabetical list goes by: the family name first, accents and case aside.
public func sortKey(_ name: String) -> String {
    let (given, family) = nameParts(name)
    return PlainLetters.folded(family + " " + given)
}
