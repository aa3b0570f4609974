/// One thing to say, in whatever language it is asked for.
///
/// A phrase is its English, written beside the code that says it, with named parts in braces:
/// `Phrase("role {role} has no deputy", ["role": role.quoted])`. The English is the key of its translation in
/// `Languages/<tag>`; where a language has none, the English is said. Where one English text needs two translations, `context`
/// tells them apart.
///
/// A part may choose among words, as in ICU's message format:
/// `{count, plural, =0 {nobody} one {one person} other {# people}}`, `{kind, select, added {new} other {removed}}`.
/// Braces around anything but the name of a part are braces.
public struct Phrase: Hashable, Sendable {
    /// Text that is in the source as it is: no value can slip into it unnamed.
    public struct Template: ExpressibleByStringLiteral, Hashable, Sendable {
        let text: String
        public init(stringLiteral text: String) { self.text = text }
    }

    struct Named: Hashable, Sendable {
        var name: String
        var part: Part
    }

    indirect enum Content: Hashable, Sendable {
        case verbatim(String)
        case template(String, context: String, parts: [Named])
        /// One after the other; the separator is a phrase of its own.
        case joined([Phrase], separator: Phrase?)
        /// Of more than `most` items all but one are counted.
        case list([Phrase], ListWord, most: Int = .max)
        /// What an author wrote in several languages: tag (nil: for all) and text.
        case versions([Version])
    }

    struct Version: Hashable, Sendable {
        var tag: String?
        var text: String
    }

    let content: Content

    init(content: Content) { self.content = content }

    public init(
        _ english: Template, _ parts: KeyValuePairs<String, any PhrasePart> = [:], context: Template = ""
    ) {
        content = .template(
            english.text, context: context.text, parts: parts.map { Named(name: $0.key, part: $0.value.part) })
    }

    /// A word of a known list that a value gives: said in translation where the list's `context` has one.
    public init(term: String, _ parts: KeyValuePairs<String, any PhrasePart> = [:], context: Template) {
        content = .template(
            term, context: context.text, parts: parts.map { Named(name: $0.key, part: $0.value.part) })
    }

    /// A text that is the same in every language: a name, a path, a piece of source.
    public init(verbatim text: String) { content = .verbatim(text) }

    /// A text that an author wrote in several languages, each with its tag; one without a tag is for all the others. The first
    /// one written is said where none fits.
    public init(versions: [(tag: String?, text: String)]) {
        content =
            versions.count == 1
            ? .verbatim(versions[0].text) : .versions(versions.map { Version(tag: $0.tag, text: $0.text) })
    }

    /// Phrases one after the other.
    public init(joining phrases: [Phrase], separator: Phrase? = nil) {
        content = .joined(phrases, separator: separator)
    }

    public static func + (a: Phrase, b: Phrase) -> Phrase { Phrase(joining: [a, b]) }

    public var english: String { text(.english) }
    public var french: String { text(.french) }
}

/// A value that a phrase may name.
public protocol PhrasePart {
    var part: Phrase.Part { get }
}

extension Phrase {
    /// What stands for a name in braces.
    public enum Part: Hashable, Sendable {
        case text(String)
        /// Written with the language's digits and separators; what `plural` chooses by.
        case number(Int)
        case phrase(Phrase)
        /// What is said otherwise than it is written, and is known by how it is written: a day.
        case written(String, said: Phrase)
    }
}

extension Phrase.Part: PhrasePart {
    public var part: Phrase.Part { self }
}
extension Phrase: PhrasePart {
    public var part: Part { .phrase(self) }
}
extension String: PhrasePart {
    public var part: Phrase.Part { .text(self) }
}
extension Substring: PhrasePart {
    public var part: Phrase.Part { .text(String(self)) }
}
extension Character: PhrasePart {
    public var part: Phrase.Part { .text(String(self)) }
}
extension Int: PhrasePart {
    public var part: Phrase.Part { .number(self) }
}
extension Int32: PhrasePart {
    public var part: Phrase.Part { .number(Int(self)) }
}
/// What `select` chooses by: `{isNew, select, true {…} other {…}}`.
extension Bool: PhrasePart {
    public var part: Phrase.Part { .text(self ? "true" : "false") }
}

extension Phrase {
    /// The same with every text that is a value changed, wherever it stands; planc's own words stay.
    public func mappingValues(_ change: (String) -> String) -> Phrase {
        switch content {
        case .verbatim(let text): Phrase(verbatim: change(text))
        case .template(let english, let context, let parts):
            Phrase(
                content: .template(
                    english, context: context,
                    parts: parts.map { Named(name: $0.name, part: $0.part.mapping(change)) }))
        case .joined(let phrases, let separator):
            Phrase(joining: phrases.map { $0.mappingValues(change) }, separator: separator)
        case .list(let items, let word, let most):
            Phrase(content: .list(items.map { $0.mappingValues(change) }, word, most: most))
        case .versions(let versions):
            Phrase(content: .versions(versions.map { Version(tag: $0.tag, text: change($0.text)) }))
        }
    }
}

extension Phrase {
    /// The same with 0 for every number that is a value: what days and counts change by themselves is not in it.
    public var withoutNumbers: Phrase {
        switch content {
        case .verbatim, .versions: self
        case .template(let english, let context, let parts):
            Phrase(
                content: .template(
                    english, context: context,
                    parts: parts.map { Named(name: $0.name, part: $0.part.withoutNumbers) }))
        case .joined(let phrases, let separator):
            Phrase(joining: phrases.map(\.withoutNumbers), separator: separator)
        case .list(let items, let word, let most):
            Phrase(content: .list(items.map(\.withoutNumbers), word, most: most))
        }
    }
}

extension Phrase.Part {
    /// The phrase that stands there; nil of a text or a number.
    var said: Phrase? {
        if case .phrase(let phrase) = self { return phrase }
        return nil
    }

    fileprivate var withoutNumbers: Phrase.Part {
        switch self {
        case .text: self
        case .number: .number(0)
        case .phrase(let phrase): .phrase(phrase.withoutNumbers)
        case .written(let text, said: _): .text(text)
        }
    }

    func mapping(_ change: (String) -> String) -> Phrase.Part {
        switch self {
        case .text(let text): .text(change(text))
        case .number: self
        case .phrase(let phrase): .phrase(phrase.mappingValues(change))
        case .written(let text, let said): .written(text, said: said.mappingValues(change))
        }
    }
}
