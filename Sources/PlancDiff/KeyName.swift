import PlancDiagnostics
import PlancModel
import PlancSchema
import PlancSource

/// What a key is called in a report: first in the reader's words, then as authors write it, for those who will edit it:
/// "time for approval (approve-within)", "addresses › Mobile (reach)". Where both are the same word, it is said once.
struct KeyName {
    private var words: [Phrase]
    private var keys: [(words: Phrase, notation: String)]

    init(_ key: KeySchema) {
        words = [key.title]
        keys = [(key.title, key.name)]
    }

    /// The name of the key alone, as authors write it.
    var notation: String { keys.map(\.notation).joined(separator: " › ") }

    /// A key of the map that the key holds.
    func inside(_ key: KeySchema) -> KeyName {
        var name = self
        name.words.append(key.title)
        name.keys.append((key.title, key.name))
        return name
    }

    /// What the author has named in a map of one's own: a channel, a term.
    func inside(_ part: Phrase) -> KeyName {
        var name = self
        name.words.append(part)
        return name
    }

    /// What the author has said in one language.
    func inside(_ locale: Locale) -> KeyName {
        var name = self
        name.words[name.words.count - 1] = Phrase(
            "{key}, in {locale}", ["key": name.words[name.words.count - 1], "locale": locale.title])
        return name
    }

    /// One of the elements of the list, from 1.
    func numbered(_ number: Int) -> KeyName {
        var name = self
        name.words[name.words.count - 1] =
            notation == "copies"
            ? Phrase("copy {number}", ["number": number])
            : name.words[name.words.count - 1] + Phrase(verbatim: " \(number)")
        return name
    }

    var phrase: Phrase {
        let said = Phrase(joining: words, separator: Phrase(verbatim: " › "))
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
