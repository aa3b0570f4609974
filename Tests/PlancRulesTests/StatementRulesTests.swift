import PlancDiagnostics
import PlancModel
import PlancRules
import PlancSource
import Testing

@testable import PlancRules

/// What a text states is judged by the plan, in each language: when it began, when the next news comes, what has been done.
@Suite struct StatementRulesTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var locale: String
        var words: String
        /// What is underlined; nil: nothing.
        var found: String?

        init(_ locale: String, _ words: String, finds found: String?) {
            (self.locale, self.words, self.found) = (locale, words, found)
        }

        var testDescription: String { "\(locale): \(words)" }
    }

    // MARK: When it began

    static let starts = [
        Case("en", "Since {{ known }}, a cyber attack has affected our systems.", finds: "known"),
        Case("en", "Our systems have been down since {{ known }}.", finds: "known"),
        Case("en", "We discovered the attack on {{ begun }}.", finds: "begun"),
        Case("en", "For our shops, card payment has been unavailable since {{ known }}.", finds: "known"),
        Case("en", "Customers have not been able to log in since {{ known }}.", finds: "known"),
        Case("en", "Attackers have been in our network since {{ known }}.", finds: "known"),
        Case("en", "On {{ known }} our network was attacked.", finds: "known"),
        Case("en", "The breach came to our attention on {{ begun }}.", finds: "begun"),
        Case("en", "We have known about the attack since {{ begun }}.", finds: "begun"),
        Case("en", "We have known about the attack since {{ known }}.", finds: nil),
        Case("en", "Since we learned of it at {{ known }}, our systems have been off.", finds: nil),
        Case("en", "Our lines have been open since {{ known }}.", finds: nil),
        Case("en", "The website has been back since {{ known }}.", finds: nil),
        Case("en", "Since {{ known }} our crisis team has met every day.", finds: nil),
        Case("en", "Since {{ known }} we have been working on the attack.", finds: nil),
        Case("en", "Since {{ begun }}, a cyber attack has affected our systems.", finds: nil),
        Case("en", "On {{ known }} we discovered a cyber attack.", finds: nil),
        Case("en", "Since {{ other }}, a cyber attack has affected our systems.", finds: nil),
        Case("fr", "Depuis {{ known }}, une cyberattaque touche nos outils.", finds: "known"),
        Case("fr", "L'attaque a commencé {{ known }}.", finds: "known"),
        Case("fr", "Nous avons découvert {{ begun }} une cyberattaque.", finds: "begun"),
        Case("fr", "Notre site ne répond plus depuis {{ known }}.", finds: "known"),
        Case("fr", "Depuis {{ known }}, vous ne pouvez plus commander.", finds: "known"),
        Case("fr", "Le {{ known }}, notre réseau a été attaqué.", finds: "known"),
        Case("fr", "Nous avons été alertés de l'attaque à {{ begun }}.", finds: "begun"),
        Case("fr", "Nous le savons depuis {{ known }}.", finds: nil),
        Case("fr", "Le site est de nouveau accessible depuis {{ known }}.", finds: nil),
        Case("fr", "Depuis {{ known }}, nos services techniques réparent les serveurs.", finds: nil),
        Case("fr", "Depuis {{ known }}, nos équipes luttent contre l'attaque.", finds: nil),
        Case("fr", "Nous avons découvert {{ known }} une cyberattaque qui touche nos outils.", finds: nil),
        Case("de", "Seit {{ known }} beeinträchtigt ein Cyberangriff unsere Systeme.", finds: "known"),
        Case("de", "Der Angriff begann am {{ known }}.", finds: "known"),
        Case("de", "Am {{ begun }} haben wir einen Vorfall bemerkt.", finds: "begun"),
        Case("de", "Unsere Systeme sind seit {{ known }} gestört.", finds: "known"),
        Case("de", "Unsere Telefone funktionieren seit {{ known }} nicht.", finds: "known"),
        Case("de", "Seit {{ known }} können Sie nicht mehr bestellen.", finds: "known"),
        Case("de", "Am {{ known }} wurde unser Netzwerk angegriffen.", finds: "known"),
        Case("de", "Wir wissen seit {{ begun }} von dem Angriff.", finds: "begun"),
        Case("de", "Wir wissen seit {{ known }} von dem Angriff.", finds: nil),
        Case("de", "Unsere Systeme laufen seit {{ known }} wieder normal.", finds: nil),
        Case("de", "Unsere Hotline ist seit {{ known }} besetzt.", finds: nil),
        Case("de", "Seit {{ known }} untersuchen wir den Angriff.", finds: nil),
        Case("de", "Am {{ known }} haben wir einen Cyberangriff entdeckt.", finds: nil),
    ]

    /// Declared by the field, or told by its title in the language of the plan.
    @Test(arguments: starts, [true, false])
    func aTimeIsOfTheBeginningOrOfAwareness(_ example: Case, isDeclared: Bool) {
        let titles = [
            "en": ("When we learned of it", "Start of the attack"),
            "fr": ("Date et heure où nous l'avons su", "Début de l'attaque"),
            "de": ("Zeitpunkt der Kenntnisnahme", "Beginn des Angriffs"),
        ][example.locale]!
        func field(_ id: String, _ title: String, _ moment: String?) -> String {
            let key = moment.map { ", time-of: \($0)" } ?? ""
            return "  \(id): {title: \"\(isDeclared ? id : title)\", type: text, example: x\(key)}\n"
        }
        let fields =
            "---\nkind: fields\nfields:\n" + field("known", titles.0, isDeclared ? "awareness" : nil)
            + field("begun", titles.1, isDeclared ? "occurrence" : nil) + field("other", "Heure", nil) + "---\n"
        let plan = plan(example, ["fields.md": fields])
        #expect(underlined(by: MistakenStart.self, in: plan) == (example.found.map { [$0] } ?? []))
    }

    @Test func theFieldThatIsMeantIsOffered() throws {
        let fields = """
            ---
            kind: fields
            fields:
              known: {title: When, type: text, example: x, time-of: awareness}
              begun: {title: When, type: text, example: x, time-of: occurrence}
            ---
            """
        let plan = plan(
            Case("en", "Since {{ known }} an attack has affected our systems.", finds: "known"), ["fields.md": fields])
        let finding = try #require(plan.findings([MistakenStart.self]).first)
        #expect(finding.fixes.first?.edits.map(\.replacement) == ["{{ begun }}"])
    }

    // MARK: The next news

    static let promises = [
        Case("en", "Updates every 4 hours.", finds: "Updates every 4 hours"),
        Case("en", "We will call you back within 30 minutes.", finds: "We will call you back within 30 minutes"),
        Case("en", "Updates every two hours.", finds: "Updates every two hours"),
        Case("en", "We write to you twice a day.", finds: "We write to you twice a day"),
        Case("en", "We will report back in three days.", finds: "We will report back in three days"),
        Case("en", "Next update within forty-eight hours.", finds: "Next update within forty-eight hours"),
        Case("en", "Next update in eight days.", finds: nil),
        Case("en", "Weekly updates on this page.", finds: nil),
        Case("en", "Updates every two weeks.", finds: nil),
        Case("en", "Wash it every two hours.", finds: nil),
        Case("en", "We will inform the regulator within 72 hours.", finds: nil),
        Case("en", "Next update in 8 days.", finds: nil),
        Case("en", "Next update at 14:00.", finds: nil),
        Case("fr", "Un point toutes les 4 heures.", finds: "point toutes les 4 heures"),
        Case("fr", "Prochain point dans 2 heures.", finds: "Prochain point dans 2 heures"),
        Case("fr", "Un point toutes les deux heures.", finds: "point toutes les deux heures"),
        Case("fr", "Un point deux fois par jour.", finds: "point deux fois par jour"),
        Case("fr", "Prochain point dans l'heure.", finds: "Prochain point dans l'heure"),
        Case("fr", "Prochain point dans trois jours.", finds: "Prochain point dans trois jours"),
        Case("fr", "Prochain point dans dix jours.", finds: nil),
        Case("fr", "Un point toutes les deux semaines.", finds: nil),
        Case("fr", "Rincez toutes les deux heures.", finds: nil),
        Case("fr", "Prochain point à 14 h.", finds: nil),
        Case("de", "Wir informieren Sie alle 4 Stunden.", finds: "Wir informieren Sie alle 4 Stunden"),
        Case("de", "Nächste Meldung in 2 Stunden.", finds: "Nächste Meldung in 2 Stunden"),
        Case("de", "Wir informieren Sie alle zwei Stunden.", finds: "Wir informieren Sie alle zwei Stunden"),
        Case("de", "Neue Informationen zweimal täglich.", finds: "Informationen zweimal täglich"),
        Case("de", "Nächste Meldung in drei Tagen.", finds: "Nächste Meldung in drei Tagen"),
        Case("de", "Nächste Meldung in zehn Tagen.", finds: nil),
        Case("de", "Wir informieren Sie wöchentlich.", finds: nil),
        Case("de", "Spülen Sie alle zwei Stunden.", finds: nil),
        Case("de", "Nächste Meldung um 14 Uhr.", finds: nil),
    ]

    /// Nothing is sent to the staff after T+30min but the message of T+7d.
    @Test(arguments: promises) func newsIsPromisedAsStepsSendIt(_ example: Case) {
        #expect(underlined(by: UnkeptPromise.self, in: plan(example)) == (example.found.map { [$0] } ?? []))
    }

    @Test(arguments: promises) func aRhythmKeepsWhatIsPromised(_ example: Case) {
        let plan = plan(example, ["checklists/flood.md": Self.checklist("T+30min every 20min")])
        #expect(underlined(by: UnkeptPromise.self, in: plan) == [])
    }

    /// Whoever is told where to look hears what is published there.
    @Test func whatIsPublishedWhereTheMessagePointsKeepsIt() {
        let news = Self.message("en", "It is dry again.", audience: "readers", channels: "site")
        let files = [
            "checklists/flood.md": Self.checklist("T+30min")
                + "- [ ] T+4h @press Tell the readers: [](../messages/dry.md)\n", "messages/dry.md": news,
        ]
        let example = Case("en", "Updates every 4 hours.", finds: nil)
        #expect(underlined(by: UnkeptPromise.self, in: plan(example, files)).count == 1)
        let pointing = Case("en", "Updates every 4 hours on {{ channel.site.address }}.", finds: nil)
        #expect(underlined(by: UnkeptPromise.self, in: plan(pointing, files)) == [])
    }

    // MARK: What has been done

    static let claims = [
        Case("en", "We have informed the authorities.", finds: "We have informed the authorities"),
        Case("en", "We have reported the attack to the police.", finds: "We have reported the attack to the police"),
        Case("en", "A specialist firm is investigating with us.", finds: "specialist firm is investigating"),
        Case("en", "We have cut the links that were hit.", finds: nil),
        Case("en", "The police have been called in.", finds: "police have been called in"),
        Case("en", "We are working closely with the police.", finds: "We are working closely with the police"),
        Case("en", "Have you informed the police?", finds: nil),
        Case("en", "We are informing the authorities.", finds: nil),
        Case("en", "Once we have informed the authorities, we will tell you.", finds: nil),
        Case("fr", "Nous avons déposé plainte.", finds: "Nous avons déposé plainte"),
        Case("fr", "Les autorités ont été informées.", finds: "autorités ont été informées"),
        Case("fr", "Nous sommes en contact avec les autorités.", finds: "Nous sommes en contact avec les autorités"),
        Case("fr", "Avez-vous prévenu la police ?", finds: nil),
        Case("fr", "Nous prévenons les autorités.", finds: nil),
        Case("de", "Wir haben Anzeige erstattet.", finds: "Wir haben Anzeige erstattet"),
        Case("de", "Die Behörden wurden benachrichtigt.", finds: "Behörden wurden benachrichtigt"),
        Case("de", "Die Polizei ist eingeschaltet.", finds: "Polizei ist eingeschaltet"),
        Case("de", "Haben Sie die Polizei verständigt?", finds: nil),
        Case("de", "Wir informieren die Behörden.", finds: nil),
    ]

    private static let doings = [
        "en": "Call the police, the regulator and the incident response firm",
        "fr": "Déposer plainte à la police, prévenir l'autorité et les experts",
        "de": "Anzeige bei der Polizei erstatten, die Behörde und die Fachleute benachrichtigen",
    ]

    @Test(arguments: claims) func nothingIsDoneThatNoStepDoes(_ example: Case) {
        #expect(underlined(by: ClaimBeforeStep.self, in: plan(example)) == (example.found.map { [$0] } ?? []))
    }

    @Test(arguments: claims) func aStepBeforeMakesItTrueAndALaterOneDoesNot(_ example: Case) {
        let doing = Self.doings[example.locale] ?? ""
        for (hour, isDone) in [("T+10min", true), ("T+30min", true), ("T+31min", false)] {
            let plan = plan(
                example, ["checklists/flood.md": Self.checklist("T+30min") + "- [ ] \(hour) @press \(doing)\n"])
            let found = underlined(by: ClaimBeforeStep.self, in: plan)
            #expect(found == (isDone ? [] : example.found.map { [$0] } ?? []), "\(hour)")
        }
    }

    @Test func isolationIsDoneByItsMark() {
        let example = Case("en", "We have cut the links that were hit.", finds: nil)
        let early = Self.checklist("T+30min") + "- [ ] T+20min @caretaker #isolate Network off\n"
        let late = Self.checklist("T+30min") + "- [ ] T+40min @caretaker #isolate Network off\n"
        #expect(underlined(by: ClaimBeforeStep.self, in: plan(example, ["checklists/flood.md": early])) == [])
        #expect(underlined(by: ClaimBeforeStep.self, in: plan(example, ["checklists/flood.md": late])).count == 1)
    }

    @Test func whatSomebodyConfirmedIsReleased() {
        let text = Self.message(
            "en", "We have informed the authorities.",
            keys: "confirmed: [{claim: we have informed the authorities, by: director, at: 2026-01-05 14:00}]\n")
        let plan = plan(Case("en", "", finds: nil), ["messages/staff-closed.md": text])
        #expect(underlined(by: ClaimBeforeStep.self, in: plan) == [])
    }

    // MARK: Plans

    private static func message(
        _ locale: String, _ words: String, audience: String = "staff", channels: String = "text-message",
        keys: String = ""
    ) -> String {
        """
        ---
        kind: message
        title: "The library is closed"
        audiences: \(audience)
        scenarios: flood
        phase: during
        channels: [\(channels)]
        owner: director
        \(keys)---

        \(words)
        """
    }

    private static func checklist(_ time: String) -> String {
        """
        ---
        kind: checklist
        title: Flood
        scenarios: flood
        phase: during
        ---

        - [ ] T0 @caretaker Power off
        - [ ] \(time) @director [](../messages/staff-closed.md)

        """
    }

    private func plan(_ example: Case, _ files: [String: String] = [:]) -> SmallPlan {
        var all: [String: String?] = [
            "plan.md": """
            ---
            kind: plan
            title: Plan
            organisation: Riverside Library
            version: 1.0
            locales: [\(example.locale)]
            owner: director
            timezone: Europe/London
            ---
            """,
            "checklists/flood.md": Self.checklist("T+30min"),
            "messages/staff-closed.md": Self.message(example.locale, example.words),
        ]
        for (path, text) in files { all[path] = text }
        return SmallPlan(all)
    }

    private func underlined(by rule: any Rule.Type, in plan: SmallPlan) -> [String] {
        plan.findings([rule]).map { finding in
            let bytes = plan.sources[finding.span.file].bytes
            return String(decoding: bytes[finding.span.range], as: UTF8.self)
                .replacing("{{ ", with: "").replacing(" }}", with: "")
        }
    }
}
