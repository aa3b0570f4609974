import PlancSource

/// What the file `words.txt` of a language's folder says: lists of words that texts are searched for.
///
/// A list begins with its name and a colon at the start of a line; what it holds is indented, with a bar or the end of a line between
/// one and the next. A line that begins with `#` says nothing.
package struct WordsFile {
    /// The words of each list, in their order.
    package private(set) var lists: [String: [String]] = [:]
    /// Lines that cannot be read, from 1: of no list, or naming one that planc does not know.
    package private(set) var faults: [(line: Int, text: String)] = []

    /// The beginning of the names of lists with the words that tell an element of a message: `heading facts`.
    static let heading = "heading "

    package init(_ text: String) {
        var list: String?
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { continue }
            if line.hasPrefix(" "), let list {
                let words = line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
                lists[list, default: []] += words.filter { !$0.isEmpty }
                continue
            }
            let name = String(line.dropLast())
            let isKnown = WordSource(rawValue: name) != nil || name.hasPrefix(Self.heading)
            guard line.hasSuffix(":"), isKnown, lists[name] == nil else {
                faults.append((number + 1, String(line)))
                continue
            }
            list = name
            lists[name] = []
        }
    }

    subscript(list: WordSource) -> [String] { lists[list.rawValue] ?? [] }

    /// The elements that it has words for, with these.
    package var headings: [String: [String]] {
        Dictionary(
            uniqueKeysWithValues: lists.filter { $0.key.hasPrefix(Self.heading) }.map {
                (String($0.key.dropFirst(Self.heading.count)), $0.value)
            })
    }
}

/// A list of `words.txt`, by its name there.
enum WordSource: String {
    /// Small words of every text, and of no text in another language, by which a language is recognised.
    case functionWords = "function words"
    /// What people write where the name of a person is still to be found, small.
    case unnamed = "unnamed people"
    /// What a sentence says that tells what is not known yet, folded.
    case unknowns
    /// What people write where something is still to be written.
    case blanks
    /// The same, where they are all of a sentence: small.
    case blankSentences = "blank sentences"
    /// The same, where they are all of a value of the front matter: small. In a sentence of its own they say something.
    case blankValues = "blank values"
    /// The same of a step.
    case blankSteps = "blank steps"
    /// What is to be written there, in parentheses: small.
    case blankNames = "blank names"
    /// Words that no phrase ends with, as they are written: an ellipsis behind one stands for what was to be written.
    case blankLeads = "blank leads"
    /// What an office program leaves where it found nothing.
    case officeLeftovers = "office leftovers"
    /// What begins a note that is for no reader outside, in parentheses or in capitals, before a colon: small.
    case noteLabels = "note labels"
    /// The same, with a colon at the beginning of a line: small.
    case noteTitles = "note titles"
    /// What begins a note in parentheses for those who write: small.
    case noteOpenings = "note openings"
    /// What says in capitals that a text is not to leave, where it is all of a sentence.
    case noteSigns = "note signs"
    /// What says that a text is an exercise, in capitals.
    case exerciseSigns = "exercise signs"
    /// What says that a text is not for readers outside: small.
    case reservations
    /// What programs put around a text, at the beginning of a line.
    case frames
    /// What numbers a page, with `#` for its numbers.
    case pageNumbers = "page numbers"
    /// What tells one of several texts to choose from, before a letter or a number and a colon.
    case choiceWords = "choice words"
}
