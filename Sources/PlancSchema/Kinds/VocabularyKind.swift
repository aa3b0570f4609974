import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

extension Vocabulary {
    static let declaration = Kind<Vocabulary, Vocabulary>(
        .vocabulary, noun: Phrase("a vocabulary"), name: Phrase("vocabulary"),
        summary: Phrase("words to avoid, and headings of one's own"),
        make: { _, _, _ in Vocabulary() },
        put: { plan, vocabularies in for vocabulary in vocabularies { plan.vocabulary.add(vocabulary) } },
        all: { ("", $0.info.nameSpan, $0.info.nameSpan, $0.vocabulary) },
        keys: Keys {
            Key(
                "avoid", \.avoid, { $0.avoid = $1 },
                .list(
                    .record(
                        Vocabulary.Avoided.keys, { Vocabulary.Avoided(term: Located("", $0)) },
                        isKept: { !$0.term.value.isEmpty })), called: "words to avoid", each: "word to avoid",
                summary: "words that messages must not use",
                example: "[{term: EDR, prefer: antivirus}]")
            Key(
                "headings", \.headings, { $0.headings = $1 },
                .map(.choice { $0.phrase }, .list(.text), { ($0, $1) }, { ($0.element, $0.words) }),
                called: "own headings", summary: "headings of your own that stand for an element",
                example: "{advice: [Nos conseils]}")
            Key(
                "allow", \.allow, { $0.allow = $1 }, .list(.text), called: "words allowed",
                summary: "words that are fine here",
                example: "[RSSI]")
        })
}

extension Vocabulary.Avoided {
    static let keys = Keys<Vocabulary.Avoided> {
        Key(
            "term", \.term, { $0.term = $1 }, .text, required: true, called: "wording",
            summary: "the word or words to avoid",
            example: "EDR")
        Key(
            "locale", \.locale, { $0.locale = $1 }, .locale, called: "language",
            summary: "the language it belongs to; every one when left out", example: "fr")
        Key(
            "because", \.because, { $0.because = $1 }, .localizedText, called: "reason", summary: "why",
            example: "Nobody knows it", told: Phrase("Nobody knows it"))
        Key(
            "prefer", \.prefer, { $0.prefer = $1 }, .localizedText, called: "write instead",
            summary: "what to write instead",
            example: "antivirus")
        Key(
            "as", \.category, { $0.category = $1 }, .choice(), called: "kind of word",
            summary: "the kind of word; jargon when left out",
            example: "minimising")
    }
}
