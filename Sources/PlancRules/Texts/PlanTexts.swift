import PlancCompose
import PlancMarkup
import PlancModel
import PlancSource
import PlancWords

/// A piece of prose as its author wrote it: a subject, a text, a variant, a snippet. Snippets are left out where they are
/// called, so that what is wrong in one is found once; a field is one word, its name.
struct WrittenText: Sendable {
    enum Part: Sendable { case subject, common, variant, snippet }

    var part: Part
    var locale: Locale
    var text: MappedText
    /// The messages that say it, in the order of the plan.
    var messages: [Int]
}

/// The prose of a plan's messages and snippets, and the words in it that cost trust.
struct PlanTexts: Sendable {
    var written: [WrittenText] = []
    var words: [FoundWord] = []
    /// The first apology in a text: the text by its number in `written`.
    var apologies: [(text: Int, span: Span)] = []

    /// Takes in what comes after it.
    mutating func append(_ next: PlanTexts) {
        let before = written.count
        written += next.written
        for var word in next.words {
            word.text += before
            words.append(word)
        }
        for (text, span) in next.apologies { apologies.append((before + text, span)) }
    }
}

extension Message {
    /// Its subjects, texts and variants.
    func written(number: Int, sourceLocale: Locale) -> [WrittenText] {
        var texts: [WrittenText] = []
        for version in subject.versions {
            texts.append(
                WrittenText(
                    part: .subject, locale: version.locale ?? sourceLocale, text: subjectText(version.text), messages: [number]))
        }
        for version in versions {
            let locale = version.body.locale
            if !version.common.isEmpty {
                texts.append(WrittenText(part: .common, locale: locale, text: asWritten(version.common), messages: [number]))
            }
            for variant in version.variants {
                texts.append(WrittenText(part: .variant, locale: locale, text: asWritten(variant.blocks), messages: [number]))
            }
        }
        return texts
    }
}

extension Plan {
    /// The texts of the snippets, each with the messages that say it, through other snippets too.
    func writtenSnippets() -> [WrittenText] {
        if snippets.isEmpty { return [] }
        var users: [String: [Int]] = [:]
        for (number, message) in messages.enumerated() {
            for id in PlancRules.snippets(of: message, in: self) { users[id, default: []].append(number) }
        }
        return snippets.flatMap { snippet in
            snippet.versions.map { version in
                WrittenText(
                    part: .snippet, locale: version.body.locale, text: asWritten(version.body.blocks),
                    messages: users[snippet.id] ?? [])
            }
        }
    }
}

/// Text as its author wrote it: fields are their names, snippets are left out.
private let asWritten = Rendering(value: { $0.name }, snippet: { _ in nil })

/// A value of the front matter: quotation marks around it are no part of the words.
private func subjectText(_ subject: Located<String>) -> MappedText {
    var span = subject.span
    if Int(span.upper - span.lower) == subject.value.utf8.count + 2 {
        span = Span(span.file, Int(span.lower) + 1, Int(span.upper) - 1)
    }
    return MappedText(subject.value, at: span)
}

/// The snippets a message says, each once, in the order they are met, those inside snippets too.
func snippets(of message: Message, in plan: Plan) -> [String] {
    var found: [String] = []
    func visit(_ blocks: [Block]) {
        blocks.forEachInline { inline in
            guard case .snippet(let id) = inline.content, !found.contains(id.value) else { return }
            found.append(id.value)
            for version in plan.snippets[id.value]?.versions ?? [] { visit(version.body.blocks) }
        }
    }
    for version in message.versions { visit(version.body.blocks) }
    return found
}

/// Which values stand in the fields of a text that is measured.
enum FieldValues { case examples, longest }

extension Plan {
    /// A message's words as they are sent in a locale: snippets in place, names known, fields filled in.
    func rendering(_ locale: Locale, _ values: FieldValues, form: Rendering.Form = .text) -> Rendering {
        let composer = Composer(plan: self, locale: locale)
        let plan = self
        return Rendering(
            form: form,
            value: { placeholder in
                if placeholder.isComputed { return composer.value(of: placeholder.name) ?? placeholder.name }
                guard let field = plan.fields[placeholder.name] else { return placeholder.name }
                let longest = field.longest.text(locale)
                return values == .longest && !longest.isEmpty ? longest : field.example.text(locale)
            },
            snippet: { plan.snippets[$0]?.version(locale)?.body.blocks },
            title: { composer.title(of: $0) })
    }
}
