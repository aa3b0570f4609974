import PlancBind
import PlancCompose
import PlancMarkup
import PlancModel
import Testing

/// What a few lines of snippets may stand for is bounded.
@Suite struct ExpansionTests {
    private func snippet(_ body: String) -> String { "---\nkind: snippet\ntitle: S\n---\n\n\(body)\n" }

    private func message(_ body: String) -> String {
        "---\nkind: message\ntitle: Long\naudiences: staff\nscenarios: flood\nphase: during\nchannels: phone\nowner: director\n---\n\n\(body)\n"
    }

    /// Thirty-one snippets that each contain the next one twice.
    @Test func textsThatDoubleEnd() throws {
        var files = ["messages/long.md": message("{{> s0 }}"), "snippets/s30.md": snippet("The gate stays closed.")]
        for number in 0..<30 {
            files["snippets/s\(number).md"] = snippet("{{> s\(number + 1) }}\n\n{{> s\(number + 1) }}")
        }
        let bound = BoundTexts(files)
        #expect(bound.told.contains { $0.hasPrefix("snippet-too-large") })
        // One cause is reported where it comes about, not in every text above it.
        #expect(bound.told.count { $0.hasPrefix("snippet-too-large") } <= 3)
        let plan = try #require(bound.plan)
        let body = try #require(plan.messages["long"]?.versions.first?.body)
        let composed = Composer(plan: plan, locale: .english).blocks(body.blocks)
        #expect(composed.count < 10_000)
    }

    /// Every snippet contains every other: rings are reported, and nobody goes round.
    @Test func textsThatAllContainEachOtherEnd() throws {
        var files = ["messages/long.md": message("{{> s0 }}")]
        for number in 0..<12 {
            files["snippets/s\(number).md"] = snippet((0..<12).map { "{{> s\($0) }}" }.joined(separator: "\n\n"))
        }
        let bound = BoundTexts(files)
        #expect(bound.told.count { $0.hasPrefix("snippet-cycle") } == 1)
        let plan = try #require(bound.plan)
        let body = try #require(plan.messages["long"]?.versions.first?.body)
        #expect(Composer(plan: plan, locale: .english).blocks(body.blocks).count < 100)
    }

    @Test func aChainIsFollowedSoFar() {
        func told(_ count: Int) -> [String] {
            var files = ["messages/long.md": message("{{> s1 }}"), "snippets/s\(count).md": snippet("The end.")]
            for number in 1..<count { files["snippets/s\(number).md"] = snippet("{{> s\(number + 1) }}") }
            return BoundTexts(files).told.filter { $0.hasPrefix("snippet-too-large") }
        }
        #expect(told(31) == [])
        #expect(told(40).count == 1)
    }

    @Test func aTranslationThatDoesNotSayItsKindIsOfItsSource() {
        let bound = BoundTexts([
            "plan.md": """
            ---
            kind: plan
            title: {en: Plan, fr: Plan de crise}
            organisation: Riverside Library
            version: 1.10
            locales: [en, fr]
            owner: director
            review: {every: 6mo, last: 2026-01-05}
            ---
            """,
            "messages/ready.fr.md":
                "---\ntitle: Où nous trouver\nsubject: Notre site\n---\n\nRegardez notre site. {{ phone }}\n",
        ])
        #expect(bound.told.count == 1 && bound.told[0].hasPrefix("missing-kind"))
        #expect(bound.plan?.messages["ready"]?.versions.map(\.body.locale.tag) == ["en", "fr"])
    }
}
