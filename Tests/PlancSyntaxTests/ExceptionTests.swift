import PlancSource
import Testing

@testable import PlancSyntax

/// What `planc: allow` covers, in bodies and front matters.
@Suite struct ExceptionTests {
    private func covered(_ reading: Reading) -> [String] { reading.file.exceptions.map { reading.text($0.covers) } }

    @Test func inABodyItCoversTheBlockThatFollows() {
        let allow = "<!-- planc: allow hard-to-read: cité -->"
        #expect(covered(Reading(body: "\(allow)\n\nUn.\nDeux.\n\nTrois.\n")) == ["Un.\nDeux."])
        #expect(covered(Reading(body: "\(allow)\n\n# Titre\n\nTexte\n")) == ["# Titre"])
        #expect(covered(Reading(body: "\(allow)\n\n- a\n- b\n")) == ["- a\n- b"])
        #expect(covered(Reading(body: "\(allow)\n- a\n- b\n")) == ["- a"])
        #expect(covered(Reading(body: "- a\n\n  \(allow)\n\n- b\n  - c\n- d\n")) == ["- b\n  - c"])
        #expect(covered(Reading(body: "- \(allow)\n\n  a\n- b\n")) == ["a"])
        #expect(covered(Reading(body: "> \(allow)\n\nb\n")) == ["b"])
        #expect(covered(Reading(body: "a\n\n\(allow)\n")) == [""])
    }

    @Test func inAParagraphItCoversTheRest() {
        let allow = "<!-- planc: allow hard-to-read: cité -->"
        #expect(covered(Reading(body: "Un. \(allow) Deux.\nTrois.\n\nQuatre.\n")) == [" Deux.\nTrois."])
        #expect(covered(Reading(body: "Un.\nDeux. \(allow)\n")) == ["Deux. "])
        #expect(covered(Reading(body: "# Titre \(allow)\n")) == ["# Titre \(allow)"])
        #expect(covered(Reading(body: "| a |\n|---|\n| b \(allow) |\n")) == ["| b \(allow) |"])
    }

    @Test func itIsReadWithItsRuleAndReason() throws {
        let reading = Reading(body: "<!--planc:  allow  hard-to-read :  cité : tel quel  -->\n\nx\n")
        let exception = try #require(reading.file.exceptions.first)
        #expect(exception.rule.value == "hard-to-read" && reading.text(exception.rule.span) == "hard-to-read")
        #expect(exception.reason == "cité : tel quel")
        #expect(reading.text(exception.span).hasPrefix("<!--") && reading.text(exception.span).hasSuffix("-->"))
    }

    @Test func withoutAReasonItAllowsNothing() {
        for comment in ["planc: allow", "planc: allow x", "planc: allow x:", "planc: allow x y: z"] {
            let reading = Reading(body: "<!-- \(comment) -->\n\nx\n")
            #expect(
                reading.file.exceptions.isEmpty && reading.places(ExceptionWithoutReason.self).count == 1, "\(comment)")
        }
    }

    @Test func inAFrontMatterItCoversTheEntryBelowOrItsLine() {
        let text = """
            ---
            kind: roles
            roles:
              # planc: allow role-without-deputy: bénévoles
              # une autre remarque
              accueil:
                title: Accueil
                holder: ana
              # planc: allow x: y
              salle: {title: Salle, holder: ben} # planc: allow same-people: petite équipe
            # planc: allow z: rien ne suit
            ---
            """
        let reading = Reading(text)
        #expect(
            covered(reading) == [
                "accueil:\n    title: Accueil\n    holder: ana",
                "salle: {title: Salle, holder: ben}",
                "salle: {title: Salle, holder: ben} # planc: allow same-people: petite équipe", "",
            ])
        #expect(reading.file.exceptions.map(\.rule.value) == ["role-without-deputy", "x", "same-people", "z"])
    }

    @Test func whatLooksLikeACommentInsideAValueIsNone() {
        let text = """
            ---
            a: "x # planc: allow a: b"
            b: 'x
              # planc: allow a: b'
            c: |
              # planc: allow a: b
            d: >-
              x
              # planc: allow a: b
            e: x#planc: allow
            ---
            """
        #expect(Reading(text).file.exceptions.isEmpty)
    }
}
