/// Names of languages: those that planc speaks say their own, of some others planc knows it.
extension Language {
    /// What the language of a tag calls itself, as a title: `Français`, `Italiano`; nil of one that planc does not know.
    public static func ownName(of tag: some StringProtocol) -> String? {
        let name = Language(tag)?.name ?? others[String(tag)]
        return name.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    }

    /// What the language of a tag is called, in each language that planc speaks: `German`, `allemand`, `Deutsch`; as it calls itself
    /// where there is no word for it.
    public static func name(of tag: some StringProtocol) -> Phrase {
        Phrase(
            versions: all.map { language in
                // `français` rather than `francais`.
                let names = language.rules.aliases().languages.filter { $0.value == tag }.keys
                    .sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }
                let name = names.first ?? ownName(of: tag) ?? String(tag)
                let isTitle = language.name.first?.isUppercase ?? false
                return (language.tag, isTitle ? name.prefix(1).uppercased() + name.dropFirst() : name)
            })
    }

    /// The tag of the language that a name means, in whatever language: `German`, `allemand`, `Deutsch`.
    public static func tag(named name: String) -> String? { tags[name.lowercased()] }

    private static let others = [
        "es": "español", "it": "italiano", "nl": "nederlands", "pt": "português", "br": "brezhoneg",
    ]

    private static let tags: [String: String] = {
        var tags: [String: String] = [:]
        for (tag, name) in others { tags[name] = tag }
        for language in all {
            tags[language.name.lowercased()] = language.tag
            tags.merge(language.rules.aliases().languages) { first, _ in first }
        }
        return tags
    }()
}
