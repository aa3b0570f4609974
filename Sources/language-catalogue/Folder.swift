import PlancPhrases
import PlancSource
import PlancWordLists

/// The files of one language.
struct Folder {
    var language: String
    var files: [(path: String, text: String)] = []

    /// What becomes part of the program of them.
    var packed: [(name: String, packing: Packing)] {
        var packed: [(String, Packing)] = []
        let translations = files.filter { $0.path.hasSuffix(".po") }
        if !translations.isEmpty { packed.append(("catalogue", POFiles(translations.map(\.text)).packing)) }
        let books = files.filter { !$0.path.hasSuffix(".po") && !$0.path.hasSuffix(Self.words) }
        for file in books where !["phrases.txt", "statements.txt"].contains(where: { file.path.hasSuffix("/" + $0) }) {
            fail("\(file.path): error: no file of a language is called so", status: 1)
        }
        // By name, so that statements may use the lists of the phrases.
        if !books.isEmpty { packed += phrases(books.sorted { $0.path < $1.path }) }
        return packed
    }

    private static let words = "/words.txt"

    /// The lists of words that texts are searched for.
    var words: WordsFile {
        guard let file = files.first(where: { $0.path.hasSuffix(Self.words) }) else { return WordsFile("") }
        let words = WordsFile(file.text)
        if let fault = words.faults.first {
            fail("\(file.path):\(fault.line): error: cannot read '\(fault.text)'", status: 1)
        }
        return words
    }

    private func phrases(_ files: [(path: String, text: String)]) -> [(String, Packing)] {
        var book = PhraseBook(language: language, text: "")
        for file in files {
            book.add(file.text)
            if let fault = book.faults.first {
                fail("\(file.path):\(fault.line): error: cannot read '\(fault.text)'", status: 1)
            }
        }
        return book.tables.map { ($0.name, PhraseCompiler.pack($0.book)) }
    }
}
