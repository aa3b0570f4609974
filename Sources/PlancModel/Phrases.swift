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

extension Locale {
    /// The language as it is called in the language of who reads: "English (GB)"; as it calls itself where planc has no word for it.
    public var title: Phrase {
        let name = Language.name(of: language)
        let region = tag.dropFirst(language.count + 1)
        if region.isEmpty { return name }
        return Phrase("{language} ({region})", ["language": name, "region": region])
    }
}

extension CalendarDate: PhrasePart {
    /// Said as people say it, written as authors write it.
    public var part: Phrase.Part { .written(description, said: phrase) }
}

extension Locale: PhrasePart {
    public var part: Phrase.Part { .text(tag) }
}
