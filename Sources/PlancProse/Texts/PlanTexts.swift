import PlancMarkup
import PlancModel
import PlancSource
import PlancWords

/// A piece of prose as its author wrote it: a subject, a text, a variant, a snippet. Snippets are left out where they are
/// called, so that what is wrong in one is found once; a field is one word, its name.
public struct WrittenText: Sendable {
    /// Where in a message it stands.
    public enum Part: Sendable { case subject, common, variant, snippet }

    public var part: Part
    public var locale: Locale
    /// The messages that say it, in the order of the plan.
    public var messages: [Int]
}

/// Words of a text, at the place they were written.
public struct FoundPassage: Sendable {
    public var words: String
    public var span: Span
}

/// The prose of a plan's messages and snippets, and what was found in it; texts are told by their numbers in `written`.
public struct PlanTexts: Sendable {
    public var written: [WrittenText] = []
    /// The words that cost trust.
    public var words: [FoundWord] = []
    /// The first apology in a text.
    public var apologies: [(text: Int, span: Span)] = []
    /// Sentences that have more words than a reader under stress takes; not those of subjects.
    public var longSentences: [(words: Int, span: Span)] = []
    public var dates: [FoundPassage] = []
    /// What was never filled in.
    public var blanks: [FoundPassage] = []
    /// What was for those who write.
    public var notes: [FoundPassage] = []
    /// Addresses and numbers that lead nowhere as they are typed, and what is meant.
    public var mistypedAddresses: [(passage: FoundPassage, better: String)] = []
    /// What the plan has to bear out.
    public var statements: [Statement] = []
    /// The texts of replies that thank.
    public var thanks: Set<Int> = []

    /// Takes in what comes after it.
    mutating func append(_ next: PlanTexts) {
        let before = written.count
        written += next.written
        for var word in next.words {
            word.text += before
            words.append(word)
        }
        for (text, span) in next.apologies { apologies.append((before + text, span)) }
        longSentences += next.longSentences
        dates += next.dates
        blanks += next.blanks
        notes += next.notes
        mistypedAddresses += next.mistypedAddresses
        statements += next.statements
        for text in next.thanks { thanks.insert(before + text) }
    }
}

extension Message {
    /// Its subjects, texts and variants in some locales, each in the room of `text`.
    func forEachText(
        number: Int, in plan: Plan, where isAsked: (Locale) -> Bool, into text: inout MappedText,
        _ visit: (WrittenText, MappedText) -> Void
    ) {
        let asWritten = asWritten(plan.links)
        for version in content.subject.versions {
            let locale = version.locale ?? plan.sourceLocale
            guard isAsked(locale) else { continue }
            text.become(version.text.value, at: version.text.wordSpan)
            visit(WrittenText(part: .subject, locale: locale, messages: [number]), text)
        }
        for version in content.versions {
            let locale = version.body.locale
            guard isAsked(locale) else { continue }
            if !version.common.isEmpty {
                asWritten.write(version.common, into: &text)
                visit(WrittenText(part: .common, locale: locale, messages: [number]), text)
            }
            for variant in version.variants {
                asWritten.write(variant.blocks, into: &text)
                visit(WrittenText(part: .variant, locale: locale, messages: [number]), text)
            }
        }
    }
}

extension Plan {
    /// The languages of messages, the plan's own first.
    var languagesOfMessages: [Substring] {
        var found = [sourceLocale.language]
        func add(_ language: Substring) { if !found.contains(language) { found.append(language) } }
        for message in messages {
            for version in message.content.subject.versions { if let locale = version.locale { add(locale.language) } }
            for version in message.content.versions { add(version.body.locale.language) }
        }
        return found
    }

    /// The texts of the snippets, each with the messages that say it, through other snippets too.
    func forEachSnippetText(in text: inout MappedText, _ visit: (WrittenText, MappedText) -> Void) {
        if snippets.isEmpty { return }
        var users: [String: [Int]] = [:]
        for (number, message) in messages.enumerated() {
            for id in PlancProse.snippets(of: message, in: self) { users[id, default: []].append(number) }
        }
        let asWritten = asWritten(links)
        for snippet in snippets {
            for version in snippet.versions {
                asWritten.write(version.body.blocks, into: &text)
                visit(
                    WrittenText(part: .snippet, locale: version.body.locale, messages: users[snippet.id] ?? []), text)
            }
        }
    }
}

/// Text as its author wrote it: fields are their names, snippets are left out.
public func asWritten(_ links: LinkTargets) -> Rendering {
    Rendering(links: links, value: { $0.name }, snippet: { _ in nil })
}

extension Located<String> {
    /// The place of a value of the front matter: quotation marks around it are no part of the words.
    var wordSpan: Span {
        guard Int(span.upper - span.lower) == value.utf8.count + 2 else { return span }
        return Span(span.file, Int(span.lower) + 1, Int(span.upper) - 1)
    }
}

/// The snippets a message says, each once, in the order they are met, those inside snippets too.
public func snippets(of message: Message, in plan: Plan) -> [String] {
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
