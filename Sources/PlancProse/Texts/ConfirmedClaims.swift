import PlancModel
import PlancPhrases
import PlancSource
import PlancWords

/// Which claims of messages somebody has confirmed, and whether the texts make them.
///
/// A claim names its sentence by its words: most of them are in the sentence that makes it.
public struct ConfirmedClaims: Sendable {
    /// What was confirmed, in the words of one language.
    public struct Claim: Sendable {
        public let text: Located<String>
        /// Whether it was written for the language of the text that it is looked for in.
        public let isOfLanguage: Bool
        fileprivate let words: Set<String>

        /// Whether a sentence makes the claim.
        func isMade(by sentence: Set<String>) -> Bool {
            !words.isEmpty && 5 * words.intersection(sentence).count >= 3 * words.count
        }
    }

    private let plan: Plan
    private let locale: Locale
    private let content: ContentWords
    /// By message: its claims, and whether its text in this locale makes every one of them.
    private var known: [Int: (claims: [Claim], areMade: Bool)] = [:]

    public init(_ plan: Plan, _ locale: Locale) {
        (self.plan, self.locale) = (plan, locale)
        content = ContentWords(language: locale.language)
    }

    /// The claims of a message that its text in this locale does not make.
    public func unmade(in message: Message) -> [Claim] {
        let sentences = sentences(of: message)
        return claims(of: message).filter { claim in !sentences.contains { claim.isMade(by: $0) } }
    }

    /// Whether a message has confirmed words of a sentence. A claim that no sentence of the message makes names none: it releases
    /// every one, and is reported.
    mutating func release(
        _ words: Range<Int>, of text: MappedText, _ sentences: inout TextSentences, in message: Int
    ) -> Bool {
        if plan.messages[message].confirmed.isEmpty { return false }
        let known = known[message] ?? look(at: message)
        guard known.areMade else { return true }
        let sentence = content.stems(of: text.text(sentences.around(words)))
        let found = content.stems(of: text.text(words))
        return known.claims.contains { $0.isMade(by: sentence) && !$0.words.isDisjoint(with: found) }
    }

    private mutating func look(at message: Int) -> (claims: [Claim], areMade: Bool) {
        let found = plan.messages[message]
        let result = (claims: claims(of: found), areMade: unmade(in: found).isEmpty)
        known[message] = result
        return result
    }

    private func claims(of message: Message) -> [Claim] {
        message.confirmed.compactMap { confirmation in
            confirmation.claim.version(locale).map { version in
                let language = version.locale?.language ?? plan.sourceLocale.language
                return Claim(
                    text: version.text, isOfLanguage: language == locale.language,
                    words: content.stems(of: version.text.value))
            }
        }
    }

    /// The content words of each sentence of a message in this locale, with its snippets in place.
    private func sentences(of message: Message) -> [Set<String>] {
        var found: [Set<String>] = []
        var text = MappedText()
        func read() {
            for sentence in TextSentences(text).all { found.append(content.stems(of: text.text(sentence))) }
        }
        let asWritten = asWritten(plan.links)
        for version in message.content.subject.versions where (version.locale ?? plan.sourceLocale) == locale {
            text.become(version.text.value, at: version.text.span)
            read()
        }
        for version in message.versions where version.body.locale == locale {
            asWritten.write(version.body.blocks, into: &text)
            read()
        }
        for id in PlancProse.snippets(of: message, in: plan) {
            for version in plan.snippets[id]?.versions ?? [] where version.body.locale == locale {
                asWritten.write(version.body.blocks, into: &text)
                read()
            }
        }
        return found
    }
}
