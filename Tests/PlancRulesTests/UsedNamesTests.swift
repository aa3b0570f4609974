import PlancDiagnostics
import Testing

@testable import PlancRules

/// Texts that tell their reader to use, or to call, what is out by its name or its number: the care records, the desk, Cleo Hart.
@Suite struct UsedNamesTests {
    private static let titles = [
        "en": ("Care records", "Reading desk"), "fr": ("Dossiers de soins", "Numéro vert"),
        "de": ("Pflegeakten", "Auskunft"),
    ]

    private func plan(_ locale: String, _ path: String, _ text: String) -> SmallPlan {
        let (records, desk) = Self.titles[locale]!
        return SmallPlan([
            "plan.md": ExamplePlan.changing("plan.md", "locales: [\(locale)]"),
            "more-systems.md": "---\nkind: systems\nsystems:\n  records: {title: \(records), rto: 8h}\n---\n",
            "desk.md":
                "---\nkind: channels\nchannels:\n  desk: {title: \(desk), type: hotline, depends-on: [records], "
                + "operated-by: press, address: \"+44 1632 960177\"}\n---\n",
            "scenarios.md": """
            ---
            kind: scenarios
            scenarios:
              flood:
                title: Flood
                disables: [mail-server, landline, records, person:cleo]
                affects: [readers, staff]
                activated-by: director
            ---
            """,
            path: ExamplePlan.changing(path, text: text),
        ])
    }

    private func told(_ locale: String, step words: String) -> [String] {
        let plan = plan(locale, "checklists/flood.md", "- [ ] T+10min @director \(words)")
        return plan.findings([UnusableContact.self]).map { plan.sources.text($0.span) }
    }

    private func told(_ locale: String, message words: String) -> [String] {
        let plan = plan(locale, "messages/staff-closed.md", words + " {{ next-time }}")
        return plan.findings([UnusableContact.self]).map { plan.sources.text($0.span) }
    }

    @Test(arguments: [
        ("en", "Look up the allergies in the care records", "care records"),
        ("en", "Call the reading desk", "reading desk"), ("en", "Please use the care records", "care records"),
        ("en", "Tell the families over the reading desk", "reading desk"), ("en", "Call Cleo Hart", "Cleo Hart"),
        ("fr", "Lire les allergies dans les dossiers de soins", "dossiers de soins"),
        ("fr", "Appeler le numéro vert", "numéro vert"), ("fr", "Joindre les étages par le numéro vert", "numéro vert"),
        ("fr", "Prévenir Cleo Hart", "Cleo Hart"), ("fr", "Fermer, puis demander à Cleo Hart", "Cleo Hart"),
        ("de", "Die Allergien in den Pflegeakten nachsehen", "Pflegeakten"), ("de", "Die Auskunft anrufen", "Auskunft"),
        ("de", "Cleo Hart informieren", "Cleo Hart"),
        // Their numbers.
        ("en", "Call the doctor on +44 7700 900003", "+44 7700 900003"),
        ("en", "Call the director on +44 1632 960001", "+44 1632 960001"),
        ("en", "Call Cleo Hart on +44 7700 900003", "+44 7700 900003"),
    ]) func aStepAsksForWhatIsOut(_ locale: String, _ words: String, _ name: String) {
        #expect(told(locale, step: words) == [name])
    }

    @Test(arguments: [
        ("en", "Please stay at home. Call the reading desk.", "reading desk"),
        ("fr", "Restez chez vous. Appelez le numéro vert des lecteurs.", "numéro vert"),
        ("de", "Bleiben Sie zu Hause. Rufen Sie die Auskunft an.", "Auskunft"),
    ]) func aMessageAsksForWhatIsOut(_ locale: String, _ words: String, _ name: String) {
        #expect(told(locale, message: words) == [name])
    }

    @Test(arguments: [
        ("en", "Do not call the reading desk"), ("en", "The reading desk is down"), ("en", "Restart the care records"),
        ("en", "Call the supplier of the care records"), ("en", "Call the reading desk or the director"),
        ("en", "Write on paper what belongs in the care records"), ("en", "Work without the care records"),
        ("en", "Ask who has seen Cleo Hart"), ("en", "Use paper until the care records are back"),
        ("fr", "N’utilisez pas les dossiers de soins"), ("fr", "Le numéro vert ne répond plus"),
        ("fr", "Appeler le fournisseur des dossiers de soins"), ("fr", "Relancer les dossiers de soins"),
        ("fr", "Nous appelons le numéro vert"), ("fr", "Travailler sans les dossiers de soins"),
        ("de", "Die Auskunft nicht anrufen"), ("de", "Die Pflegeakten wiederherstellen"),
        ("de", "Den Leiter der Auskunft anrufen"), ("de", "Ohne die Pflegeakten arbeiten"),
    ]) func aNameAloneAsksForNothing(_ locale: String, _ words: String) {
        #expect(told(locale, step: words) == [])
    }

    /// What is said of a scenario, and before the steps of a stage, is read as they are.
    @Test func byMailBeforeTheSteps() {
        let plan = plan(
            "en", "checklists/flood.md", "## Now\n\nSend an e-mail to everybody.\n\n- [ ] T0 @director Close")
        #expect(plan.findings([UnusableContact.self]).map { plan.sources.text($0.span) } == ["Send an e-mail"])
    }
}

/// Numbers of people beside the names of others.
@Suite struct WrongNumberTests {
    private func told(_ locale: String, _ words: String) -> [String] {
        let plan = SmallPlan([
            "plan.md": ExamplePlan.changing("plan.md", "locales: [\(locale)]"),
            "checklists/flood.md": ExamplePlan.changing(
                "checklists/flood.md", text: "- [ ] T+10min @director \(words)"),
        ])
        return plan.findings([UnlistedAddress.self]).flatMap { finding in
            [plan.sources.text(finding.span)] + finding.fixes.flatMap(\.edits).map(\.replacement)
        }
    }

    @Test(arguments: [
        ("en", "Call Ben Okoro on +44 7700 900001"), ("fr", "Appeler Ben Okoro au +44 7700 900001, puis attendre"),
        ("de", "Fragen? Ben Okoro, +44 7700 900001"),
    ]) func isToldWithTheRightOne(_ locale: String, _ words: String) {
        #expect(told(locale, words) == ["+44 7700 900001", "+44 7700 900002"])
    }

    @Test(arguments: [
        "Call Ada Marsh on +44 7700 900001", "Call +44 7700 900001", "Call Ben Okoro. In danger, +44 7700 900001",
        "Call Ada Marsh (+44 7700 900001) or Ben Okoro (+44 7700 900002)",
    ]) func isLeftAlone(_ words: String) { #expect(told("en", words) == []) }
}

/// What else `check` says nothing false of and did not say: beside the examples of the rules.
@Suite struct FoundInStepsTests {
    @Test(arguments: [
        ("en", "The press officer tells the council", "press"), ("en", "Ben Okoro calls the council", "press"),
        ("en", "Call the council (press officer)", "press"), ("de", "Die Pressestelle ruft an", "presse"),
        ("fr", "La direction de crise parle aux secours", "crise"),
    ]) func aStepWithoutARoleOffersWhomItNames(_ locale: String, _ words: String, _ role: String) {
        let plan = SmallPlan([
            "plan.md": ExamplePlan.changing("plan.md", "locales: [\(locale)]"),
            "more-roles.md":
                "---\nkind: roles\nroles:\n  presse: {title: Pressestelle, holder: ada}\n"
                + "  crise: {title: Direction de crise, holder: ada}\n---\n",
            "checklists/flood.md": ExamplePlan.changing("checklists/flood.md", text: "- [ ] T+10min \(words)"),
        ])
        let found = plan.findings([StepWithoutRole.self])
        #expect(found.count == 1)
        let help = found.first?.help.map { $0.text(.english) } ?? []
        #expect(help == ["if '@\(role)' does it, write that before the words"])
    }

    @Test(arguments: [
        ("en", "The staff have been informed."), ("fr", "Le personnel est prévenu."),
        ("de", "Die Mitarbeitenden wurden informiert."),
    ]) func aClaimOnPeopleOfThePlanIsComparedWithItsStep(_ locale: String, _ words: String) {
        func told(_ hour: String) -> [String] {
            let plan = SmallPlan([
                "plan.md": ExamplePlan.changing("plan.md", "locales: [\(locale)]"),
                "messages/readers-closed.md": ExamplePlan.changing(
                    "messages/readers-closed.md", text: words + " {{ next-time }}"),
                "checklists/flood.md": ExamplePlan.changing(
                    "checklists/flood.md",
                    text: """
                        - [ ] T0 @caretaker Close
                        - [ ] T+1h @press [](../messages/readers-closed.md)
                        - [ ] \(hour) @director [](../messages/staff-closed.md)
                        """),
            ])
            return plan.findings([ClaimBeforeStep.self]).map(\.rule)
        }
        #expect(told("T+2h") == ["claim-before-step"])
        #expect(told("T+1h") == [])
    }

    @Test func twoEqualStepsOfATranslationAlone() {
        func told(_ second: String) -> [String] {
            let plan = SmallPlan([
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"),
                "checklists/flood.md": ExamplePlan.changing(
                    "checklists/flood.md",
                    text:
                        "- [ ] T0 @caretaker Count everyone at the gate\n- [ ] T+10min @director Speak with the fire service"
                ),
                "checklists/flood.fr.md":
                    "---\nkind: checklist\ntitle: Crue\n---\n\n- [ ] T0 @caretaker \(second)\n"
                    + "- [ ] T+10min @director Parler aux pompiers\n",
            ])
            return plan.findings([UnevenChecklist.self]).map(\.rule)
        }
        #expect(told("Parler aux pompiers") == ["uneven-checklist"])
        #expect(told("Compter tout le monde") == [])
    }
}
