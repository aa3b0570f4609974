import PlancDiagnostics
import PlancSource
import Testing

@testable import PlancRules

/// What the examples of the rules do not show: several messages, snippets, languages, values.
@Suite struct MessageRulesTests {
    private func message(_ body: String, _ keys: String = "", audiences: String = "staff", channels: String = "mail")
        -> String
    {
        """
        ---
        kind: message
        title: Message
        audiences: \(audiences)
        scenarios: flood
        phase: during
        channels: \(channels)
        owner: director
        subject: Message
        \(keys)
        ---

        \(body)
        """
    }

    private func found(_ rule: any Rule.Type, _ files: [String: String]) -> [String] {
        let plan = SmallPlan(files)
        return plan.findings([rule]).map { "\(plan.sources[$0.span.file].path): \(plan.sources.text($0.span))" }
    }

    @Test func secretsAreFoundWhereverTheyStand() {
        let token = "AKIAABCDEFGHIJKLMNOP"
        for length in 0..<24 {
            let before = String(repeating: "a", count: length)
            for after in ["", " end", ".", " password: \(token)"] {
                let text = "\(before).\(token)\(after)"
                let found = secrets(in: Array(text.utf8)).map(\.range)
                #expect(found.first == length + 1..<length + 1 + token.utf8.count)
                #expect(found.count == (after.contains(token) ? 2 : 1))
            }
            #expect(secrets(in: Array("\(before)a\(token) or field-16".utf8)).isEmpty)
            #expect(
                secrets(in: Array("\(before) secret= s3same7 \(before)".utf8)).map(\.range) == [
                    length + 9..<length + 16
                ])
        }
    }

    @Test func aSnippetIsToldOnceWhereItStands() {
        let snippet = "---\nkind: snippet\ntitle: Calm\n---\n\nIt is a minor incident.\n"
        let files = [
            "snippets/calm.md": snippet, "messages/one.md": message("{{> calm }}"),
            "messages/two.md": message("News. {{> calm }} More news."),
        ]
        #expect(found(MinimisingWords.self, files) == ["snippets/calm.md: minor incident"])
    }

    @Test func aSnippetIsAsCertainAsTheLeastConfirmedOfItsMessages() {
        let snippet = "---\nkind: snippet\ntitle: Data\n---\n\nNo data was stolen.\n"
        let confirmed = "confirmed:\n  - {claim: no data was stolen, by: director, at: 2026-01-05 14:00}"
        let one = ["snippets/data.md": snippet, "messages/one.md": message("{{> data }}", confirmed)]
        #expect(found(CertainTooEarly.self, one) == [])
        #expect(found(PromisingWords.self, one) == [])
        let both = one.merging(["messages/two.md": message("{{> data }}")]) { $1 }
        #expect(found(CertainTooEarly.self, both) == ["snippets/data.md: No data was stolen"])
    }

    @Test func aSnippetInsideASnippetLendsItsElements() {
        let files = [
            "snippets/inner.md":
                "---\nkind: snippet\ntitle: Inner\ncovers: [unknowns, measures, advice]\n---\n\nWe do not know.\n",
            "snippets/outer.md": "---\nkind: snippet\ntitle: Outer\n---\n\n{{> inner }}\n",
            "messages/one.md": message("The river has come. {{> outer }} {{ phone }} {{ next-time }}"),
        ]
        #expect(found(MissingElement.self, files) == [])
    }

    @Test func anUpdateTellsWhatHasChanged() {
        let body = "News. {{ phone }} {{ next-time }}\n\n<!-- planc: covers unknowns advice measures -->"
        let first = SmallPlan(["messages/one.md": message(body, audiences: "readers", channels: "site")])
        #expect(Set(missing(first)) == ["impact", "empathy", "authenticity"])
        let update = SmallPlan([
            "messages/one.md": message(body, "send: {every: 4h}", audiences: "readers", channels: "site")
        ])
        #expect(missing(update) == ["changed"])
    }

    private func missing(_ plan: SmallPlan) -> [String] {
        plan.findings([MissingElement.self]).compactMap { finding in
            finding.help.last?.english.split(separator: " ").dropLast().last.map(String.init)
        }
    }

    @Test func anObligationAddsWhatItsLawAsks() {
        let files = [
            "obligations.md": """
            ---
            kind: obligations
            obligations:
              notice:
                title: Notice to readers
                authority: The county
                source: https://county.example/notice
                verified: 2026-01-05
                stages:
                  - {name: first, deadline: 24h, from: awareness, contents: [data]}
                  - {name: second, deadline: 72h, from: awareness, contents: [consequences]}
            ---
            """,
            "messages/one.md": message(
                "News. {{ phone }} {{ next-time }}\n\n<!-- planc: covers unknowns measures advice -->",
                "satisfies: notice/first"
            ),
        ]
        #expect(missing(SmallPlan(files)) == ["data"])
    }

    @Test func lengthsAreJudgedWithTheLongestValue() {
        func fields(_ longest: String) -> String {
            "---\nkind: fields\nfields:\n  next-time: {title: T, type: text, example: soon, longest: soon}\n"
                + "  phone: {title: P, type: text, example: \"1\", longest: \"\(longest)\"}\n---\n"
        }
        let text = String(repeating: "a", count: 150) + " {{ phone }}"
        let file = ["messages/one.md": message(text, channels: "text-message")]
        #expect(found(LongSms.self, file.merging(["fields.md": fields("123456789")]) { $1 }) == [])
        #expect(found(LongSms.self, file.merging(["fields.md": fields("1234567890")]) { $1 }).count == 1)
    }

    @Test func aLongTextForAPageIsNoTextMessage() {
        let long = String(repeating: "The river has come into the library. ", count: 8)
        let both = ["messages/one.md": message(long, channels: "[mail, text-message]")]
        #expect(found(ChannelWithoutText.self, both) == ["messages/one.md: text-message"])
        #expect(found(LongSms.self, both) == [])
        let alone = ["messages/one.md": message(long, channels: "[text-message]")]
        #expect(found(ChannelWithoutText.self, alone) == [])
        #expect(found(LongSms.self, alone).count == 1)
    }

    @Test func wordsForAuthoritiesAreTheirOwn() {
        let files = [
            "audiences.md": """
            ---
            kind: audiences
            audiences:
              readers: {title: Readers, type: customers, channels: [mail]}
              staff: {title: Staff, type: employees, channels: [mail]}
              county: {title: County, type: authorities, channels: [mail]}
            ---
            """,
            "messages/one.md": message("Indicators of compromise: none.", audiences: "county"),
        ]
        #expect(found(Jargon.self, files) == [])
    }

    @Test func wordsThatOverlapAreOneFinding() {
        let text = "We have found no sign that data was copied. Questions: {{ phone }}."
        #expect(found(CertainTooEarly.self, ["messages/one.md": message(text)]).count == 1)
    }

    @Test func aSentenceTellsWhatIsUnknown() {
        for (text, isTold) in [("More we do not know yet.", true), ("We know the house.", false)] {
            let plan = SmallPlan(["messages/one.md": message("The river is in. \(text)")])
            let isMissing = plan.findings([MissingElement.self]).contains { finding in
                finding.help.contains { $0.english.contains("unknowns") }
            }
            #expect(isMissing != isTold, "\(text)")
        }
    }

    @Test func datesAreFieldsAndHoursAreHours() {
        let dates = [
            "Closed on 2026-03-14.", "Closed on March 14.", "Closed at 18:30.", "News by 6.30 pm.",
        ]
        for text in dates {
            #expect(found(LiteralDate.self, ["messages/one.md": message(text)]).count == 1, "\(text)")
        }
        let others = [
            "Open 8 am - 6 pm.", "Call from 8:00 to 20:00.", "Within 24 h.", "You may call 30 times.", "Room 18 h",
            "“on 14 March”", "We write every day at 17:00.", "Visiting hours end at 7 pm.",
            "Nous écrivons tous les jours à 17 h.", "Die Besuchszeit endet um 19 Uhr.",
            "Version 1.10 of 3 books.",
        ]
        for text in others {
            #expect(found(LiteralDate.self, ["messages/one.md": message(text)]) == [], "\(text)")
        }
    }
}
