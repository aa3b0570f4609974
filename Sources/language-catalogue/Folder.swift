import PlancPhrases
import PlancSource

/// The files of one language.
struct Folder {
    var language: String
    var files: [(path: String, text: String)] = []

    /// What becomes part of the program of them.
    var packed: [(name: String, packing: Packing)] {
        var packed: [(String, Packing)] = []
        let translations = files.filter { $0.path.hasSuffix(".po") }
        if !translations.isEmpty { packed.append(("catalogue", POFiles(translations.map(\.text)).packing)) }
        for file in files where !file.path.hasSuffix(".po") {
            guard file.path.hasSuffix("/phrases.txt") else {
                fail("\(file.path): error: no file of a language is called so", status: 1)
            }
            packed += phrases(file.text, at: file.path)
        }
        return packed
    }

    private func phrases(_ text: String, at path: String) -> [(String, Packing)] {
        let book = PhraseBook(language: language, text: text)
        if let fault = book.faults.first {
            fail("\(path):\(fault.line): error: cannot read '\(fault.text)'", status: 1)
        }
        return [
            ("phrases", PhraseCompiler.pack(book.except(.reply))),
            ("replies", PhraseCompiler.pack(book.only(.reply))),
        ]
    }
}
