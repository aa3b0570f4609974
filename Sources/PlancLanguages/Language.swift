import PlancSource

/// A language that planc speaks: one folder of `Languages`, named by its tag (BCP 47, the language alone: `fr`).
///
/// English is written beside the code that says it; the folder of every other language holds its translation. Nothing of a
/// folder is read before something is said in its language.
public struct Language: Sendable {
    let home: LanguageHome

    /// The language of a tag with or without a region (`fr`, `fr-CA`); nil where there is no folder for it.
    public init?(_ tag: some StringProtocol) {
        let language = tag.prefix { $0 != "-" && $0 != "_" && $0 != "." }
        guard let home = LanguageHome.all.first(where: { $0.tag == language }) else { return nil }
        self.home = home
    }

    init(home: LanguageHome) { self.home = home }

    public var tag: String { home.tag }

    /// What planc knows of it besides its phrases.
    public var rules: LanguageRules { home.rules.value }

    /// What the build packed of its folder; nil where it has nothing of that name.
    package func packed(_ name: String) -> Packed? { Packed(home.files, name) }

    public static let english = Language("en")!
    public static let french = Language("fr")!

    /// All languages: English first, then by tag.
    public static let all: [Language] = LanguageHome.all.map { Language(home: $0) }

    /// What the language calls itself: `English`, `français`.
    public var name: String { Phrase("English", context: "name of this language").text(self) }
}

extension Language: Hashable {
    public static func == (a: Language, b: Language) -> Bool { a.home === b.home }
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(home)) }
}

extension Language: CaseIterable {
    public static var allCases: [Language] { all }
}

extension Language: RawRepresentable {
    public init?(rawValue: String) { self.init(rawValue) }
    public var rawValue: String { tag }
}

extension Packed {
    fileprivate init?(_ files: [(name: String, text: StaticString)], _ name: String) {
        func part(_ part: String) -> StaticString? { files.first { $0.name == name + part }?.text }
        guard let numbers = part(".numbers"), let text = part(".text") else { return nil }
        self.init(embedded: (numbers, text))
    }

    /// What the build wrote into the program.
    init(embedded: (numbers: StaticString, text: StaticString)) {
        func bytes(_ text: StaticString) -> UnsafeBufferPointer<UInt8> {
            UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        }
        self.init(numbers: bytes(embedded.numbers), text: bytes(embedded.text))
    }
}

/// What one folder of `Languages` holds, read when it is first asked for.
final class LanguageHome: Sendable {
    let tag: String
    /// What the build packed of the folder, by name and part: `catalogue.numbers`, `catalogue.text`.
    let files: [(name: String, text: StaticString)]
    let catalogue: Catalogue
    let rules: Lazily<LanguageRules>

    init(
        tag: String, files: [(name: String, text: StaticString)] = [], catalogue: Packed? = nil,
        rules: @escaping @Sendable () -> LanguageRules = { LanguageRules() }
    ) {
        self.tag = tag
        self.files = files
        self.rules = Lazily(rules)
        self.catalogue = Catalogue(catalogue ?? Packed(files, "catalogue"))
    }

    /// English first, then by tag.
    static let all: [LanguageHome] = {
        var tags = ["en"]
        for tag in embeddedFiles.map({ $0.language.description }).sorted() where !tags.contains(tag) {
            tags.append(tag)
        }
        return tags.map { tag in
            let files = embeddedFiles.filter { $0.language.description == tag }
            let rules = embeddedRules.first { $0.language.description == tag }?.rules
            return LanguageHome(
                tag: tag, files: files.map { ($0.name.description, $0.text) }, rules: rules ?? { LanguageRules() })
        }
    }()
}
