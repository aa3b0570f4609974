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

/// The prose of a plan's messages, and the words in it that cost trust.
struct PlanTexts: Sendable {
    let written: [WrittenText]
    let words: [FoundWord]

    init(_ plan: Plan) {
        let written = Self.written(plan)
        self.written = written
        words = findWords(plan, written)
    }

    private static func written(_ plan: Plan) -> [WrittenText] {
        let rendering = Rendering(value: { $0.name }, snippet: { _ in nil })
        var texts: [WrittenText] = []
        for (number, message) in plan.messages.enumerated() {
            for version in message.subject.versions {
                texts.append(
                    WrittenText(
                        part: .subject, locale: version.locale ?? plan.sourceLocale, text: subjectText(version.text),
                        messages: [number]))
            }
            for version in message.versions {
                let locale = version.body.locale
                if !version.common.isEmpty {
                    texts.append(
                        WrittenText(part: .common, locale: locale, text: rendering(version.common), messages: [number]))
                }
                for variant in version.variants {
                    texts.append(
                        WrittenText(part: .variant, locale: locale, text: rendering(variant.blocks), messages: [number]))
                }
            }
        }
        let users = snippetUsers(plan)
        for snippet in plan.snippets {
            for version in snippet.versions {
                texts.append(
                    WrittenText(
                        part: .snippet, locale: version.body.locale, text: rendering(version.body.blocks),
                        messages: users[snippet.id] ?? []))
            }
        }
        return texts
    }

    /// A value of the front matter: quotation marks around it are no part of the words.
    private static func subjectText(_ subject: Located<String>) -> MappedText {
        var span = subject.span
        if Int(span.upper - span.lower) == subject.value.utf8.count + 2 {
            span = Span(span.file, Int(span.lower) + 1, Int(span.upper) - 1)
        }
        return MappedText(subject.value, at: span)
    }

    /// The messages that say each snippet, snippets inside snippets included.
    private static func snippetUsers(_ plan: Plan) -> [String: [Int]] {
        var users: [String: [Int]] = [:]
        for (number, message) in plan.messages.enumerated() {
            for id in snippets(of: message, in: plan) { users[id, default: []].append(number) }
        }
        return users
    }
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

extension Judgement {
    var texts: PlanTexts { lazyTexts.value }
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
