import PlancModel
import Testing

@Suite struct TranslationTests {
    private static let plan = """
        ---
        kind: plan
        title: {en: Plan, fr: Plan de crise}
        organisation: Riverside Library
        version: 1.10
        locales: [en, fr]
        owner: director
        review: {every: 6mo, last: 2026-01-05}
        ---
        """
    private static func translation(_ extra: String = "") -> String {
        "---\nkind: message\ntitle: Où nous trouver\nsubject: Notre site\n\(extra)---\n\nRegardez notre site. {{ "
            + "phone }}\n"
    }

    @Test func oneMessageInTwoLanguages() throws {
        let bound = BoundTexts(["plan.md": Self.plan, "messages/ready.fr.md": Self.translation()])
        #expect(bound.told == [])
        let message = try #require(bound.plan?.messages["ready"])
        #expect(bound.plan?.info.version.value == "1.10")
        #expect(message.versions.map(\.body.locale.tag) == ["en", "fr"])
        #expect(message.title.text(Locale("fr")) == "Où nous trouver")
        #expect(message.title.text(Locale("en")) == "Where our news will be")
        #expect(message.subject.text(Locale("fr")) == "Notre site")
        #expect(message.versions[0].contentHash.count == 12)
        #expect(message.versions[0].translates == nil)
    }

    @Test func theHashFollowsTheTextAlone() throws {
        let source = "---\nkind: snippet\ntitle: A\n---\n\nWords.\n"
        func hash(_ text: String) throws -> String {
            let bound = BoundTexts(["s.md": text])
            return try #require(bound.plan?.snippets["s"]?.versions.first?.contentHash)
        }
        let first = try hash(source)
        #expect(try hash(source.replacing("\n", with: "\r\n")) == first)
        #expect(try hash(source.replacing("title: A", with: "title: A\ncovers: advice")) == first)
        #expect(try hash(source.replacing("Words", with: "Other words")) != first)
        #expect(try hash(source.replacing("title: A", with: "title: B")) != first)
    }

    private func snippet(_ text: String) throws -> Body {
        try #require(BoundTexts(["s.md": text]).plan?.snippets["s"]?.versions.first?.body)
    }

    private static let source = """
        ---
        kind: snippet
        title: A
        ---

        Some words, and
        [the form](messages/form.md) for {{ role.press.name }}.

        - one
        - two, by @press
        [site](https://example.org/a)

        """

    /// What no reader sees makes no translation old, nor what things of the plan are called by its files.
    @Test(arguments: [
        ("two,", "two, "), ("- one", "<!-- checked -->\n\n- one"), ("one\n", "one <!-- and\nchecked -->\n"),
        ("title: A", "title: \"A \""), ("\n\n- one", "\n\n\n- one"), ("words, and\n", "words,\nand "),
        ("- one\n- two", "* one\n* two"), ("messages/form.md", "messages/more/leaflet.md"),
        ("role.press.name", "role.media.name"), ("@press", "@media"), ("- one\n", "- one\n\n"),
        ("by @press\n", "by\n  @press\n"),
    ])
    func whatIsNotReadMakesNoTranslationOld(_ old: String, _ new: String) throws {
        let changed = try snippet(Self.source.replacing(old, with: new))
        #expect(changed.writtenHash != (try snippet(Self.source)).writtenHash)
        #expect(changed.isSource(ofStamp: try snippet(Self.source).contentHash))
    }

    @Test(arguments: [
        ("Some", "Same"), ("words, and\n", "words, and  \n"), ("and\n", "and\n\n"),
        ("- one\n- two", "- two\n- one"),
        ("- one\n- two", "1. one\n2. two"), ("example.org/a", "example.org/b"), ("the form", "a form"),
        ("role.press.name", "role.press.phone"), ("Some words", "**Some** words"), ("Some words", "`Some  words`!"),
    ])
    func whatIsReadMakesTranslationsOld(_ old: String, _ new: String) throws {
        let changed = try snippet(Self.source.replacing(old, with: new))
        #expect(!changed.isSource(ofStamp: try snippet(Self.source).contentHash))
    }

    /// Stamps of older versions, which were made of the lines, go on to fit.
    @Test func olderStampsFit() throws {
        // Of every byte, of the lines with comments, and without: as these versions wrote them for this text.
        let text = "---\nkind: snippet\ntitle: A\n---\n\nSome words. \n\n\nMore of them. <!-- a -->\n"
        let body = try snippet(text)
        for stamp in [body.writtenHash, "191eb7eeedaa", "61eb26b87f56"] {
            #expect(body.isSource(ofStamp: stamp), "\(stamp)")
        }
        #expect(!body.isSource(ofStamp: "d5fc0f997e02"))
    }

    @Test func whatATranslationMayNotHave() {
        let bound = BoundTexts([
            "plan.md": Self.plan, "messages/ready.fr.md": Self.translation("phase: before\ntitel: x\n"),
        ])
        #expect(bound.told == ["unknown-key messages/ready.fr.md:phase", "unknown-key messages/ready.fr.md:titel"])
    }

    @Test func aTranslationOfNothing() {
        let bound = BoundTexts(["plan.md": Self.plan, "messages/gone.fr.md": Self.translation()])
        #expect(bound.told == ["unknown-message messages/gone.fr.md:message"])
    }

    @Test func aLanguageThePlanDoesNotHave() {
        let bound = BoundTexts(["messages/ready.fr.md": Self.translation()])
        #expect(bound.told == ["unknown-value messages/ready.fr.md:message"])
    }

    @Test func aMessageInTheSecondLanguageOnly() throws {
        let own =
            "---\nkind: message\ntitle: Fermé\naudiences: staff\nscenarios: flood\nphase: during\nchannels: "
            + "mail\nowner: press\n---\n\nFermé. {{ phone }}\n"
        let bound = BoundTexts(["plan.md": Self.plan, "messages/ferme.fr.md": own])
        #expect(bound.told == [])
        #expect(bound.plan?.messages["ferme"]?.versions.map(\.body.locale.tag) == ["fr"])
    }

    /// A title that was copied, and not translated.
    @Test(arguments: [("Le site", true), ("Site fermé", true), ("Site internet", false), ("Le Monde", true)])
    func aCopiedTitle(_ title: String, _ isTold: Bool) {
        let french = Self.plan.replacing("[en, fr]", with: "[fr, en]")
        let bound = BoundTexts([
            "plan.md": french, "s.md": "---\nkind: snippet\ntitle: \(title)\n---\n\nNous sommes là.\n",
            "s.en.md": "---\nkind: snippet\ntitle: \(title)\n---\n\nWe are here.\n",
        ])
        #expect(bound.told.contains("untranslated-value s.en.md:\(title)") == isTold, "\(bound.told)")
        let other = BoundTexts([
            "plan.md": french, "s.md": "---\nkind: snippet\ntitle: Notre page\n---\n\nNous sommes là.\n",
            "s.en.md": "---\nkind: snippet\ntitle: \(title)\n---\n\nWe are here.\n",
        ])
        #expect(!other.told.contains("untranslated-value s.en.md:\(title)"), "\(other.told)")
    }
}
