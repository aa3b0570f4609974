import Foundation
import PlancDiagnostics
import PlancRules
import PlancSource
import PlancWords
import Testing

/// Ten texts that a communication director would send back, with what must be found in each (`# expect:` in the file): a rule and
/// the words it underlines, a rule, or an element that is missing.
@Suite struct BadMessagesTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/bad-messages")
    static let names = [
        "B01-minimise", "B02-promesse", "B03-accuse", "B04-jargon", "B05-juridique", "B06-sms", "B07-support", "B08-en",
        "B09-incomplet", "B10-x",
    ]

    @Test(arguments: names)
    func everythingExpectedIsFound(name: String) throws {
        let text = try String(contentsOf: Self.folder.appendingPathComponent(name + ".md"), encoding: .utf8)
        let isEnglish = name.hasSuffix("-en")
        let plan = SmallPlan([
            "plan.md": Self.plan(isEnglish ? "en" : "fr"), "channels.md": Self.channels,
            "messages/staff-closed.md": nil,
            "messages/readers-closed.md": nil, "messages/ready.md": nil, "messages/reopened.md": nil,
            "checklists/flood.md": nil, "checklists/before.md": nil, "checklists/after.md": nil,
            "messages/bad.md": text,
        ])
        #expect(plan.readingFindings.map(\.message.english) == [])
        let findings = plan.findings(ofGroup: .messages)
        let expected = try #require(text.split(separator: "\n").first { $0.hasPrefix("# expect:") })
            .dropFirst("# expect:".count).split(separator: ",").map { $0.drop { $0 == " " } }
        #expect(!expected.isEmpty)
        for wanted in expected {
            if wanted.hasPrefix("missing ") {
                let element = String(wanted.dropFirst("missing ".count))
                #expect(
                    findings.contains {
                        $0.rule == "missing-element" && $0.help.contains { $0.english.contains("covers \(element)") }
                    }, "\(wanted)")
            } else if let sign = wanted.firstRange(of: ": ") {
                let (rule, words) = (wanted[..<sign.lowerBound], wanted[sign.upperBound...])
                let place = try #require(text.ranges(of: words).last, "\(words)")
                let start = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
                let isFound = findings.contains { finding in
                    finding.rule == rule && plan.sources[finding.span.file].path == "messages/bad.md"
                        && Int(finding.span.lower) < start + words.utf8.count && start < Int(finding.span.upper)
                }
                #expect(isFound, "\(wanted)")
            } else {
                #expect(findings.contains { $0.rule == wanted }, "\(wanted)")
            }
        }
    }

    @Test func whatOthersSaidIsTheirs() {
        let plan = SmallPlan([
            "plan.md": Self.plan("fr"),
            "messages/staff-closed.md": """
            ---
            kind: message
            title: "Personnel : ce que nous changeons"
            audiences: staff
            scenarios: flood
            phase: during
            channels: mail
            owner: director
            subject: Ce que nous changeons
            ---

            Vous avez lu "Merci, mais ce n’était rien." ou « vous auriez dû vérifier le header SPF ». Vous avez aussi lu “comme nous
            l'avons déjà dit, lisez la procédure”. Ces réponses étaient sèches.

            > Votre signalement est infondé. Il suffisait de lire le guide. Merci de consulter la PSSI.

            Le code `ransomware` reste dans nos outils. Merci d'avoir signalé !
            """,
        ])
        let words: Set = [
            "minimising-words", "blaming-words", "promising-words", "defensive-words", "jargon", "vague-time",
            "certain-too-early", "apology-unreviewed",
        ]
        let found = plan.findings(ofGroup: .messages).filter {
            words.contains($0.rule) && plan.sources[$0.span.file].path == "messages/staff-closed.md"
        }
        #expect(found.map { plan.sources.text($0.span) } == [])
    }

    private static func plan(_ locale: String) -> String {
        """
        ---
        kind: plan
        title: Library continuity plan
        organisation: Riverside Library
        version: 1.0
        locales: [\(locale)]
        owner: director
        ---
        """
    }

    private static let channels = """
        ---
        kind: channels
        channels:
          mobile: {title: Mobile phone, type: voice, depends-on: [mobile-network], operated-by: director, limit: 90}
          home: {title: Home phone, type: voice, depends-on: [landline], operated-by: director, limit: 90}
          mail: {title: E-mail, type: email, depends-on: [mail-server], operated-by: press, two-way: true}
          text-message: {title: Text message, type: sms, depends-on: [sms-gateway], operated-by: press, sender: LIBRARY}
          site: {title: Website, type: web, depends-on: [website], operated-by: press}
          x: {title: X, type: social, operated-by: press}
        ---
        """
}
