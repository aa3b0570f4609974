import PlancLanguages

extension LocalizedText {
    /// Said in the version of whatever language is asked for.
    public var phrase: Phrase { Phrase(versions: versions.map { ($0.locale?.tag, $0.text.value) }) }
}

extension Locale {
    /// What a plan is written in that does not say.
    public static let english = Locale(Language.english.tag)

    /// The language of planc's own words beside texts in this one: English where planc does not speak it.
    public var spoken: Language { Language(language) ?? .english }
}

extension CalendarDate: PhrasePart {
    /// As authors write it, ISO 8601.
    public var part: Phrase.Part { .text(description) }
}

extension Locale: PhrasePart {
    public var part: Phrase.Part { .text(tag) }
}
