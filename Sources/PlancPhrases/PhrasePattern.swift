/// What one token of a text must be for a phrase.
enum PhraseAtom: Hashable, Sendable {
    /// This word and no other form of it.
    case exact(String)
    /// Any form of the word that has this stem.
    case stem(String)
    /// These very letters: `AD` is not an ad.
    case cased(String)
    case prefix(String)
    case suffix(String)
    case anyWord
    /// A word, a number, a value.
    case anything
    case number
    /// What the plan or the sender puts in.
    case value
    case comma
    case percent
    /// An abbreviation in capitals that is not on the list `known`.
    case acronym
    case address
    /// The end of a sentence.
    case end
}

/// A phrase, over tokens.
///
/// The dialect: `word` any form of it; `=word` this form; `"AD"` these letters; `word~` and `~word` words that begin or end so;
/// `<name>` a list of the book, `<acronym>` an abbreviation that is not on its list `known`, `<value>` a placeholder; `( a | b )`; `?`, `*`, `+` after what is optional or repeated; `.` any word, `..` up to three words,
/// `...` up to seven words, numbers and commas; `#` a number; `%`; `,`; `@` an address on the web; `[ … ]` what is reported, else
/// all of it; `^` in front: only at the start of a sentence; `$` its end.
indirect enum PhrasePattern: Sendable {
    case atom(PhraseAtom)
    case sequence([PhrasePattern])
    case choice([PhrasePattern])
    /// At least and at most so many times; no limit when nil.
    case times(PhrasePattern, Int, Int?)
    /// What is reported.
    case marked(PhrasePattern)

    var hasMark: Bool {
        switch self {
        case .atom: false
        case .sequence(let parts), .choice(let parts): parts.contains(where: \.hasMark)
        case .times(let part, _, _): part.hasMark
        case .marked: true
        }
    }

    /// Whether it is any abbreviation, whichever.
    var isAcronym: Bool {
        if case .atom(.acronym) = self { return true }
        return false
    }

    /// Whether some of its letters must be capitals.
    var isCased: Bool {
        switch self {
        case .atom(.cased(let word)): word != word.lowercased()
        case .atom(.acronym): true
        case .atom: false
        case .sequence(let parts), .choice(let parts): parts.contains(where: \.isCased)
        case .times(let part, _, _), .marked(let part): part.isCased
        }
    }
}

/// A phrase with whether it may stand only at the start of a sentence.
struct Phrasing: Sendable {
    var pattern: PhrasePattern
    var isAtStart = false
}
