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

    /// What no reader sees makes no translation old; stamps made of every byte go on to fit.
    @Test func whatIsNotReadMakesNoTranslationOld() throws {
        let source = "---\nkind: snippet\ntitle: A\n---\n\nSome words.\n\nMore of them.\n"
        func body(_ text: String) throws -> Body {
            try #require(BoundTexts(["s.md": text]).plan?.snippets["s"]?.versions.first?.body)
        }
        let first = try body(source)
        #expect(first.contentHash == first.writtenHash)
        for (old, new) in [
            ("words.\n\n", "words.\n\n\n"), ("words.\n", "words. \n"), ("words.\n\n", "words.\n\n<!-- checked -->\n\n"),
            ("them.\n", "them. <!-- and\nchecked -->\n"), ("title: A", "title: \"A \""), ("them.\n", "them."),
        ] {
            let changed = try body(source.replacing(old, with: new))
            #expect(changed.isSource(ofStamp: first.contentHash), "\(new)")
        }
        for (old, new) in [
            ("words.\n\n", "words.\n"), ("words.\n\n", "words.  \nSo. "), ("Some words.", "`<!-- some -->` words."),
            ("words.\n\nMore", "words.\n<!-- a -->More"),
        ] {
            let changed = try body(source.replacing(old, with: new))
            #expect(!changed.isSource(ofStamp: first.contentHash), "\(new)")
        }
        let code = "---\nkind: snippet\ntitle: A\n---\n\n```\nx\n\n\ny <!-- z -->\n```\n"
        #expect(try body(code).contentHash == body(code).writtenHash)
        let remarked = try body(source.replacing("them.", with: "them. <!-- a -->"))
        #expect(remarked.contentHash != remarked.writtenHash)
        #expect(remarked.isSource(ofStamp: remarked.writtenHash))
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
}
