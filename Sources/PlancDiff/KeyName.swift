import PlancDiagnostics
import PlancModel
import PlancSchema
import PlancSource

/// What a key is called in a report: first in the reader's words, then as authors write it, for those who will edit it:
/// "time for approval (approve-within)", "addresses › Mobile (reach)". Where both are the same word, it is said once. What the parts of a
/// map say by themselves is not said before them: "stage 'first notice' › time limit (stages › due › within)".
struct KeyName {
    private struct Part {
        var words: Phrase
        var isSaidByParts = false
        /// What an element is called, of a list.
        var element: Phrase?

        init(_ words: Phrase) { self.words = words }

        init(_ key: KeySchema) {
            words = key.title
            isSaidByParts = key.isSaidByParts
            element = key.elementTitle
        }
    }

    private var parts: [Part]
    private var keys: [(words: Phrase, notation: String)]

    init(_ key: KeySchema) {
        parts = [Part(key)]
        keys = [(key.title, key.name)]
    }

    /// The name of the key alone, as authors write it.
    var notation: String { keys.map(\.notation).joined(separator: " › ") }

    /// A key of the map that the key holds.
    func inside(_ key: KeySchema) -> KeyName {
        var name = self
        name.parts.append(Part(key))
        name.keys.append((key.title, key.name))
        return name
    }

    /// What the author has named in a map of one's own: a channel, a term.
    func inside(_ part: Phrase) -> KeyName {
        var name = self
        name.parts.append(Part(part))
        return name
    }

    /// What the author has said in one language.
    func inside(_ locale: Locale) -> KeyName {
        var name = self
        name.parts[parts.count - 1] = Part(
            Phrase("{key}, in {locale}", ["key": parts[parts.count - 1].words, "locale": locale.title]))
        return name
    }

    /// One of the elements of the list, from 1.
    func numbered(_ number: Int) -> KeyName { element(Phrase(verbatim: "\(number)")) }

    /// The element of a name.
    func named(_ element: Phrase) -> KeyName { self.element(element.quoted) }

    private func element(_ which: Phrase) -> KeyName {
        var name = self
        let list = parts[parts.count - 1]
        name.parts[parts.count - 1] = Part((list.element ?? list.words) + Phrase(verbatim: " ") + which)
        return name
    }

    var phrase: Phrase {
        let shown = parts.dropLast().filter { !$0.isSaidByParts } + parts.suffix(1)
        let said = Phrase(joining: shown.map(\.words), separator: Phrase(verbatim: " › "))
        return Phrase(versions: Language.all.map { (tag: $0.rawValue, text: text(said, $0)) })
    }

    private func text(_ said: Phrase, _ language: Language) -> String {
        func isSame(_ key: (words: Phrase, notation: String)) -> Bool {
            key.words.text(language).lowercased() == key.notation.replacing("-", with: " ")
        }
        let words = said.text(language)
        return keys.allSatisfy(isSame) ? words : "\(words) (\(notation))"
    }
}
