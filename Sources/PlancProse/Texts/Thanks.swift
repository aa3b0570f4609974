import PlancLanguages

/// Whether a text that is folded thanks, in any language.
func thanks(_ text: String) -> Bool { wordsOfThanks.contains { text.hasWords($0) } }

private let wordsOfThanks = LanguageRules.all.flatMap(\.messages.thanks)
