import PlancSource

/// Words that texts are searched for byte by byte, of all languages together, as they are written. A table of them is made when planc
/// is built (`language-catalogue`).
package enum WordList: Int, CaseIterable, Sendable {
    /// What people write where something is still to be written; those of them that nobody says to whoever fills in a form:
    /// `Bitte ausfüllen` and `HH:MM` may be what a list needs.
    case blanks, blanksOnPaper
    /// The same as a sentence of their own: within one they are words like any others.
    case blankSentences
    /// What an office program leaves where it found nothing.
    case officeLeftovers
    /// Words that cannot be the last of a phrase: behind `Call` or `at` an ellipsis stands for a name or an hour.
    case blankLeads
    /// Labels of notes for those who write the text, in any capitals, and in capitals alone.
    case noteLabels, noteCapitals
    case noteTitles, noteOpenings, noteSigns, exerciseSigns, reservations, frames, choiceWords
    /// `Page # of #`.
    case pageNumbers
    /// What a sentence says that tells what is not known yet; and the longest word of each in letters of ASCII: most texts have none.
    case unknowns, unknownMarks
    /// With what the heading of an element begins.
    case headings

    func words(of languages: [WordsFile]) -> [String] {
        func all(_ source: WordSource) -> [String] { languages.flatMap { $0[source] } }
        // Also as they are typed without accents.
        func withPlain(_ source: WordSource) -> [String] {
            all(source).flatMap { words -> [String] in
                let plain = PlainLetters.plain(words)
                return plain == words ? [words] : [words, plain]
            }
        }
        return switch self {
        case .blanks: Self.everywhere + all(.blanks)
        case .blanksOnPaper:
            Self.everywhere
                + all(.blanks).filter { words in
                    words.hasPrefix("(") || words == words.uppercased() && !words.contains { ".:/-".contains($0) }
                }
        case .blankSentences: Self.spellings(withPlain(.blankSentences))
        case .officeLeftovers: all(.officeLeftovers)
        case .blankLeads: all(.blankLeads)
        case .noteLabels: Self.spellings(withPlain(.noteLabels))
        case .noteCapitals: withPlain(.noteLabels).map { $0.uppercased() }
        case .noteTitles: Self.spellings(withPlain(.noteTitles))
        case .noteOpenings: Self.spellings(withPlain(.noteOpenings))
        case .noteSigns: withPlain(.noteSigns)
        case .exerciseSigns: withPlain(.exerciseSigns)
        case .reservations: Self.spellings(withPlain(.reservations))
        case .frames: withPlain(.frames)
        case .choiceWords: withPlain(.choiceWords)
        case .pageNumbers: withPlain(.pageNumbers)
        case .unknowns: all(.unknowns)
        case .unknownMarks: all(.unknowns).map(Self.mark)
        case .headings:
            languages.flatMap { $0.headings.sorted { $0.key < $1.key }.flatMap(\.value) }.map {
                $0.replacing("…", with: "")
            }
        }
    }

    private static let everywhere = [
        "TODO", "TBD", "TBC", "TBA", "tbd", "tbc", "tba", "FIXME", "Lorem ipsum", "lorem ipsum",
    ]

    /// Words in small letters, with a capital, and in capitals.
    private static func spellings(_ words: [String]) -> [String] {
        words.flatMap { [$0, $0.prefix(1).uppercased() + $0.dropFirst(), $0.uppercased()] }
    }

    private static func mark(_ sentence: String) -> String {
        sentence.lowercased().split(separator: " ").filter { $0.allSatisfy { $0.isASCII && $0.isLetter } }
            .max { $0.utf8.count < $1.utf8.count }.map(String.init) ?? String(sentence.lowercased().prefix(1))
    }
}

extension WordList {
    /// The list as a table: by the byte that they begin with, the words in their order.
    ///
    /// - Returns: its place: how many bytes begin one, and for each of these the byte and the place of its words.
    func add(_ languages: [WordsFile], to packing: inout Packing) -> Int {
        var byFirst: [UInt8: [String]] = [:]
        var seen = Set<String>()
        for word in words(of: languages) where seen.insert(word).inserted {
            byFirst[word.utf8.first!, default: []].append(word)
        }
        let places = byFirst.keys.sorted().map { first -> (UInt8, Int) in
            let place = packing.numbers.count
            packing.add(byFirst[first]!.count)
            for word in byFirst[first]! { packing.add(word) }
            return (first, place)
        }
        return packing.add(list: places.flatMap { [Int($0.0), $0.1] })
    }
}
