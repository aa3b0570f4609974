import Testing

@testable import PlancRules

/// What tells an element in messages: headings, labels, in a translation the parts that it has; what confirmed claims release.
@Suite struct ElementTests {
    private func message(_ body: String) -> String {
        """
        ---
        kind: message
        title: Message
        audiences: staff
        scenarios: flood
        phase: during
        channels: mail
        owner: director
        subject: Message
        ---

        \(body)
        """
    }

    private func findings(_ rule: any Rule.Type, _ files: [String: String]) -> [String] {
        let plan = SmallPlan(files)
        return plan.findings([rule]).map {
            "\(plan.sources[$0.span.file].path): \(plan.sources.text($0.span)): \($0.message.english)"
        }
    }

    @Test func labelsInBoldAndInCapitals() {
        let body = """
            The river has come.

            **What we do not know yet:** when we open. **Measures**: pumps.

            UPDATES: every 30 minutes
            WHAT YOU CAN DO: stay at home.
            CONTACT: {{ phone }}

            - **What we are doing** – pumping.
            """
        #expect(findings(MissingElement.self, ["messages/one.md": message(body)]) == [])
        let sentences = body.replacing("UPDATES:", with: "Updates:")
            .replacing("WHAT YOU CAN DO:", with: "What you can do:")
        let found = findings(MissingElement.self, ["messages/one.md": message(sentences)])
        #expect(found.count == 2)
    }

    private static let source = """
        ## What has happened

        The river has come.

        ## What we do not know yet

        We do not know when we open.

        ## What we are doing

        We pump.

        ## What you can do

        Stay at home.

        ## Next update

        At {{ next-time }}. Questions: {{ phone }}.
        """

    private func translated(_ french: String) -> [String: String] {
        [
            "plan.md": """
            ---
            kind: plan
            title: Library continuity plan
            organisation: Riverside Library
            version: 1.0
            locales: [en, fr]
            owner: director
            ---
            """,
            "messages/one.md": message(Self.source),
            "messages/one.fr.md": "---\nkind: message\ntitle: Message un\n---\n\n\(french)\n",
        ]
    }

    private static let french = """
        ## Ce qui s'est passé

        La rivière est entrée.

        ## Ce que nous ne savons pas encore

        Nous ne savons pas quand nous rouvrirons.

        ## Ce que nous faisons

        Nous pompons.

        ## Ce que vous pouvez faire

        Restez chez vous.

        ## Prochain point

        À {{ next-time }}. Questions : {{ phone }}.
        """

    @Test func aWholeTranslationIsEven() {
        #expect(findings(UnevenTranslation.self, translated(Self.french)) == [])
        #expect(findings(MissingElement.self, translated(Self.french)).filter { $0.contains("one.fr") } == [])
    }

    @Test func aMissingSectionIsReportedAtItsPlaceAndItsElementIsMissing() {
        let gone = "## Ce que nous faisons\n\nNous pompons.\n\n"
        let files = translated(Self.french.replacing(gone, with: ""))
        #expect(
            findings(UnevenTranslation.self, files) == [
                "messages/one.fr.md: Nous ne savons pas quand nous rouvrirons.: "
                    + "the translation of 'Message' differs: the section 'What we are doing' is missing"
            ])
        #expect(
            findings(MissingElement.self, files).filter { $0.contains("one.fr") } == [
                "messages/one.fr.md: Message un: the French text of message 'Message' does not say what is being done "
                    + "(for 'Staff')"
            ])
    }

    @Test func headingsThatNobodyKnowsAreAlignedByWhatStandsUnderThem() {
        let source = "# One\n\nOf {{ phone }}.\n\n# Two\n\nOf 12 boats.\n\n# Three\n\nAt {{ next-time }}.\n"
        let other = "# Un\n\nDe {{ phone }}.\n\n# Trois\n\nÀ {{ next-time }}.\n"
        var files = translated(other)
        files["messages/one.md"] = message(source)
        let found = findings(UnevenTranslation.self, files)
        #expect(found.count == 1 && found[0].hasSuffix("the section 'Two' is missing"), "\(found)")
    }

    @Test func aLongTextIsAlignedToo() {
        let numbers = (1...300).map { "Paragraph \($0) of {{ phone }}." }
        var files = translated(numbers.filter { $0 != numbers[150] }.joined(separator: "\n\n"))
        files["messages/one.md"] = message(numbers.joined(separator: "\n\n"))
        #expect(
            findings(UnevenTranslation.self, files) == [
                "messages/one.fr.md: \(numbers[149]): the translation of 'Message' differs: a paragraph is missing"
            ])
    }

    // MARK: Confirmed claims

    private func claimed(_ claim: String, _ body: String) -> [String: String] {
        let confirmed = "confirmed:\n  - {claim: \(claim), by: director, at: 2026-01-05 14:00}\n---"
        let text = message(body).replacing("subject: Message\n---", with: "subject: Message\n\(confirmed)")
        return ["messages/one.md": text]
    }

    @Test func aConfirmedClaimReleasesItsSentenceAlone() {
        let body = "No customer data was stolen. The attack has been fully contained. Questions: {{ phone }}."
        let files = claimed("no customer data was stolen", body)
        #expect(
            findings(CertainTooEarly.self, files).map { $0.contains("fully contained") } == [true])
        #expect(findings(UnmatchedClaim.self, files) == [])
    }

    @Test func aClaimThatNoSentenceMakesIsReportedAndReleasesAll() {
        let body = "No customer data was stolen. The attack has been fully contained. Questions: {{ phone }}."
        let files = claimed("what we say here", body)
        #expect(findings(CertainTooEarly.self, files) == [])
        #expect(findings(UnmatchedClaim.self, files).count == 1)
    }
}
