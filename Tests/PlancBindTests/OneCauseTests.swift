import PlancDiagnostics
import PlancMarkup
import PlancModel
import Testing

/// One slip gives one finding, where it is, and the plan goes on with what was meant: the smallest cases of the laws.
@Suite struct OneCauseTests {
    private static let roles = """
        ---
        kind: roles
        roles:
          director: {title: Director, holder: ada, deputies: [ben], team: executive}
          press: {title: Press officer, holder: ben, deputies: [cleo], team: communication}
          caretaker: {title: Caretaker, holder: cleo, deputies: [ada], team: technical}
        ---

        """

    private func plan(_ line: String) -> [String: String?] {
        [
            "plan.md": """
            ---
            kind: plan
            title: Library continuity plan
            organisation: Riverside Library
            version: 1.0
            locales: [en]
            owner: director
            \(line)
            ---

            """
        ]
    }

    private func list(_ body: String) -> [String: String?] {
        ["checklists/x.md": "---\nkind: checklist\ntitle: X\nscenarios: flood\nphase: during\n---\n\n" + body + "\n"]
    }

    /// What the library has and the plan asks for many times is told once.
    @Test(arguments: ["uses: [eu-gdpr33]", "use: [eu-gdpr-33]", "owner2: x"])
    func anObligationThatIsNotUsedAsItIsCalled(line: String) {
        var files = plan(line)
        files["scenarios.md"] = """
            ---
            kind: scenarios
            scenarios:
              flood: {title: Flood, affects: [staff], activated-by: director, obligations: [eu-gdpr-33]}
              fire: {title: Fire, affects: [staff], activated-by: director, obligations: [eu-gdpr-33]}
            ---

            """
        let told = BoundTexts(files).told.filter { !$0.hasSuffix(":owner2") }
        #expect(told.count == 1, "\(told)")
        #expect(BoundTexts(files).plan?.obligations["eu-gdpr-33"] != nil)
    }

    @Test(arguments: [("fr", "FR"), ("France", "FR"), ("us_ny", "US-NY"), ("eu", "EU")])
    func aJurisdictionThatIsNearlyOne(written: String, meant: String) {
        let bound = BoundTexts([
            "audiences.md": """
            ---
            kind: audiences
            audiences:
              readers: {title: Readers, type: customers, channels: [mail, text-message, site]}
              staff: {title: Staff, type: employees, channels: [text-message, mail]}
              cnil: {title: CNIL, type: authorities, channels: [mail], authority: data-protection, jurisdiction: \(written)}
            ---

            """
        ])
        #expect(bound.told == ["unknown-value audiences.md:\(written)"])
        #expect(bound.findings.first?.fixes.first?.edits.first?.replacement == meant)
        #expect(bound.plan?.audiences["cnil"]?.jurisdiction?.value == meant)
    }

    @Test func anIDThatWasChangedAtItsDeclaration() throws {
        let bound = BoundTexts(["roles.md": Self.roles.replacing("director:", with: "directr:")])
        #expect(bound.told == ["unknown-role roles.md:directr"])
        let edit = try #require(bound.findings.first?.fixes.first?.edits.first)
        #expect(edit.replacement == "director")
        #expect(bound.plan?.info.owner?.id == "directr")
    }

    @Test func textsInALanguageThatThePlanDoesNotHave() {
        let systems = "{a: {title: {en: A, fr: A}}, b: {title: {en: B, fr: B}}, c: {title: {en: C, fr: C}}}"
        let bound = BoundTexts(["more.md": "---\nkind: systems\nsystems: \(systems)\n---\n"])
        #expect(bound.told == ["unknown-value plan.md:[en]"])
    }

    /// The only language named is that of the translations: the other is read from their sources.
    @Test func thePlanLacksTheLanguageOfItsFiles() {
        var files = plan("timezone: Europe/London").mapValues { $0?.replacing("[en]", with: "[fr]") }
        for name in ["hours", "doors"] {
            files["snippets/\(name).md"] =
                "---\nkind: snippet\ntitle: \(name)\n---\n\nThe desk and the doors of the house are open from nine to five.\n"
            files["snippets/\(name).fr.md"] =
                "---\nkind: snippet\ntitle: \(name) fr\n---\n\nLe guichet et les portes sont ouverts de neuf à cinq heures.\n"
        }
        let bound = BoundTexts(files)
        #expect(bound.told == ["malformed-locale plan.md:[fr]"])
        #expect(bound.findings.first?.fixes.first?.edits.first?.replacement == "[en, fr]")
        #expect(bound.plan?.locales.map(\.tag) == ["en", "fr"])
        #expect(bound.plan?.snippets["hours"]?.versions.count == 2)
    }

    /// An audience in place of a role would open a pack to outsiders.
    @Test func aRoleIsNoAudience() {
        let bound = BoundTexts([
            "packs.md": "---\nkind: packs\npacks: {x: {title: X, for: [role:readers], include: cover}}\n---\n"
        ])
        #expect(bound.told == ["unknown-role packs.md:role:readers"])
        #expect(bound.findings.allSatisfy { $0.fixes.isEmpty })
        let near = BoundTexts([
            "packs.md": "---\nkind: packs\npacks: {x: {title: X, for: [role:directr], include: cover}}\n---\n"
        ])
        #expect(near.findings.first?.fixes.first?.edits.first?.replacement == "role:director")
    }

    /// A file of the same words in a folder that comes first by name: the copy is blamed.
    @Test(arguments: ["archive/hours.md", "a/b/hours.md", "2025/hours.md"])
    func aCopyIsBlamed(path: String) {
        func text(_ words: String) -> String { "---\nkind: snippet\ntitle: Hours\n---\n\nThe desk is open \(words).\n" }
        let same = BoundTexts([path: text("all day long"), "snippets/hours.md": text("all day long")])
        #expect(same.told == ["duplicate-id \(path):Hours"])
        let changed = BoundTexts([path: text("in the morning"), "snippets/hours.md": text("all day long")])
        #expect(changed.told == ["duplicate-id \(path):Hours"])
    }

    @Test func aReferenceThatWasMistypedThreeTimes() {
        // Others name the role as it is: each of the three is a slip of its own.
        let bound = BoundTexts(list("- [ ] T0 @directr A\n- [ ] T+1h @directr B\n- [ ] T+2h @directr C"))
        #expect(bound.told.count == 3)
    }

    @Test func aGapInAnID() {
        let bound = BoundTexts(["roles.md": Self.roles.replacing("caretaker:", with: "care taker:")])
        #expect(bound.told == ["malformed-id roles.md:care taker"])
        #expect(bound.findings.first?.fixes.first?.edits.first?.replacement == "caretaker")
        #expect(bound.plan?.roles["caretaker"] != nil)
    }

    @Test(arguments: ["Rollen", "rôles", "role", "Rolle", "Roles"]) func aKindInAnotherLanguage(_ kind: String) {
        let bound = BoundTexts(["roles.md": Self.roles.replacing("kind: roles", with: "kind: \(kind)")])
        #expect(bound.told == ["unknown-kind roles.md:\(kind)"])
        #expect(bound.findings.first?.fixes.first?.edits.first?.replacement == "roles")
        #expect(bound.plan?.roles.count == 3)
    }

    @Test func aKindWhoseFileIsNotOneOffersNoFix() {
        let bound = BoundTexts(["notes.md": "---\nkind: mesage\ntitle: Extra\n---\n\nHello.\n"])
        #expect(bound.told == ["unknown-kind notes.md:mesage"])
        #expect(bound.findings.first?.fixes.isEmpty == true)
    }

    @Test(arguments: [("Europe/Londo", "Europe/London"), ("europe/paris", "Europe/Paris"), ("Mars/Olympus", nil)])
    func aTimeZone(_ zone: String, _ meant: String?) {
        let bound = BoundTexts(plan("timezone: \(zone)"))
        #expect(bound.told == ["unknown-value plan.md:\(zone)"])
        #expect(bound.findings.first?.fixes.first?.edits.first?.replacement == meant)
    }

    @Test func aLanguageThatThePlanDoesNotHave() {
        let bound = BoundTexts([
            "audiences.md": """
            ---
            kind: audiences
            audiences:
              readers: {title: Readers, type: customers, channels: [mail, text-message, site], locales: [ne]}
              staff: {title: Staff, type: employees, channels: [text-message, mail], locales: [en-GB]}
            ---

            """
        ])
        #expect(bound.told == ["unknown-value audiences.md:ne"])
    }

    @Test func fieldsOfAnEntryWithoutItsID() {
        let bound = BoundTexts([
            "more.md": "---\nkind: systems\nsystems:\n    title: Pump\n    supplier: Northtel\n    rto: 4h\n---\n"
        ])
        #expect(bound.told.count { $0.hasPrefix("wrong-type") } == 1)
    }

    @Test(arguments: ["x- [ ] ", "x* [ ] ", "2- [ ] ", "#- [ ] ", "ab- [ ] "])
    func aLetterBeforeTheMarkOfAStep(_ mark: String) {
        let bound = BoundTexts(list("\(mark)T0 @director Call the mayor"))
        #expect(bound.told == ["malformed-step checklists/x.md:\(mark)"])
        #expect(bound.plan?.checklists["x"]?.stages.flatMap(\.steps).first?.roles.map(\.id) == ["director"])
    }

    @Test(arguments: ["Every 30min", "evry 30min", "every30min", "every 30 min", "every 30 minutes", "every 30mn"])
    func aRhythm(_ written: String) {
        let bound = BoundTexts(list("- [ ] T0 \(written) @director Call the mayor"))
        #expect(bound.told == ["malformed-step checklists/x.md:\(written)"])
        #expect(bound.findings.first?.fixes.first?.edits.first?.replacement == "every 30min")
        let step = bound.plan?.checklists["x"]?.stages.flatMap(\.steps).first
        #expect(step?.rhythm?.value.notation == "30min" && step?.roles.count == 1)
    }

    @Test func wordsThatAreNoRhythm() {
        let list = list("- [ ] T0 @director Every morning, call\n- [ ] T+1h @director Every 3 doors, look\n")
        #expect(BoundTexts(list).told == [])
    }

    @Test func aHeadingWithASecondSign() {
        let bound = BoundTexts(list("# # First hour\n\n- [ ] T0 @director Call the mayor"))
        #expect(bound.told == ["malformed-heading checklists/x.md:# # "])
        #expect(bound.findings.first?.fixes.first?.edits.first?.replacement == "## ")
    }

    @Test(arguments: [
        ("<!-- plan: covers advice -->", "<!-- planc: covers advice -->"),
        ("<!-- planc covers advice -->", "<!-- planc: covers advice -->"),
        ("<!-- PLANC : cover advice -->", "<!-- planc: covers advice -->"),
        ("<!-- plnac: allows step-without-role: later -->", "<!-- planc: allow step-without-role: later -->"),
        ("<!--- planc: covers advice --->", "<!-- planc: covers advice -->"),
        ("<!– planc: covers advice –>", "<!-- planc: covers advice -->"),
        ("<!- planc: covers advice ->", "<!-- planc: covers advice -->"),
    ]) func aCommentToPlanc(_ written: String, _ meant: String) {
        let bound = BoundTexts(list("- [ ] T0 @director Call the mayor\n\n\(written)"))
        #expect(bound.told == ["malformed-directive checklists/x.md:\(written)"])
        #expect(bound.findings.first?.fixes.first?.edits.first?.replacement == meant)
    }

    @Test(arguments: [
        "# plan: allow unused-role: later", "#planc allow unused-role: later", "# planc: allows unused-role: later",
    ])
    func aCommentToPlancInFrontMatter(_ written: String) {
        let bound = BoundTexts(["roles.md": Self.roles.replacing("  caretaker", with: "  \(written)\n  caretaker")])
        #expect(bound.told == ["malformed-directive roles.md:\(written)"])
        #expect(bound.findings.first?.fixes.first?.edits.first?.replacement == "# planc: allow unused-role: later")
        #expect(bound.plan?.exceptions.count == 1)
    }

    @Test(arguments: ["<!-- plan of the house -->", "<!-- covers the week -->", "<!-- plans: see below -->"])
    func aNoteToAuthors(_ written: String) {
        #expect(BoundTexts(list("- [ ] T0 @director Call the mayor\n\n\(written)")).told == [])
    }

    @Test func aRoleWithTheSignOnBothSides() {
        let bound = BoundTexts(list("- [ ] T0 @director@ Call the mayor"))
        #expect(bound.told == ["unknown-role checklists/x.md:@director@"])
        #expect(bound.findings.first?.fixes.first?.edits.first?.replacement == "@director")
    }

    /// A thing whose id has a space goes by the words of it that others call it by.
    @Test func anIDOfTwoWords() {
        let told = BoundTexts(["roles.md": Self.roles.replacing("  director:", with: "  the director:")]).told
        #expect(told.count == 1, "\(told)")
    }

    /// A key that is near, with a value that it cannot have, is told once, and nothing is written in its place.
    @Test func aKeyWithAValueOfAnother() {
        let bound = BoundTexts(plan("approved by: director"))
        #expect(bound.told.count == 1, "\(bound.told)")
    }

    /// Stages are known by their names under a key, and by a name, that are nearly right.
    @Test(arguments: ["stage: [{name: notice, ", "stages: [{title: notice, "])
    func stagesUnderAnotherName(beginning: String) {
        let told = BoundTexts([
            "obligations.md": """
            ---
            kind: obligations
            obligations:
              council:
                title: Council
                authority: Riverside Council
                source: https://council.example
                verified: 2026-01-05
                \(beginning)deadline: 24h, from: awareness}]
            ---

            """,
            "checklists/x.md":
                "---\nkind: checklist\ntitle: X\nscenarios: flood\nphase: during\n---\n\n"
                + "- [ ] T0 @director [Tell the council](obligation:council/notice)\n",
        ]).told
        #expect(told.count == 1, "\(told)")
    }

    /// Of a number with a word, or a sign, the number is meant; of nothing at all nothing can come.
    @Test(arguments: ["90 seconds", "-90", "90s", "0"])
    func aNumberWithMore(written: String) {
        let told = BoundTexts([
            "channels.md": ExamplePlan.changing("channels.md", "horn: {title: Horn, type: voice, limit: \(written)}")
        ]).told
        #expect(told.count == 1, "\(told)")
    }

    /// The kind of report that a message answers is one of those that planc knows, or a word of the plan's own.
    @Test(arguments: [
        ("Clicked", "clicked"), ("cliqué", "clicked"), ("false alarm", "false-alarm"), ("lost-badge", "lost-badge"),
    ])
    func aReportThatIsNearlyKnown(written: String, meant: String) {
        let bound = BoundTexts([
            "messages/ready.md": ExamplePlan.changing("messages/ready.md", "in-reply-to: \(written)")
        ])
        #expect(bound.plan?.messages["ready"]?.inReplyTo?.value == meant)
    }

    /// However a registry says that it holds nothing, what refers to its entries is judged as where there are none.
    @Test(arguments: ["", " ~", " null", " \"\"", " []", "   # our people", "\n#  ada: {}"])
    func anEmptyRegistryHidesNothing(_ written: String) {
        func told(_ text: String) -> [String] {
            BoundTexts(["people.md": "---\nkind: people\npeople:\(text)\n---\n"]).told
        }
        let none = told(" {}")
        #expect(none.count > 3 && none.allSatisfy { $0.hasPrefix("unknown-person") })
        #expect(told(written).sorted() == (none + ["missing-key people.md:people"]).sorted())
    }

    /// What was meant as the entries, at the wrong margin, is told alone.
    @Test func entriesAtTheMarginAreOneMistake() {
        let told = BoundTexts(["people.md": "---\nkind: people\npeople:\nada:\n  name: Ada\n---\n"]).told
        #expect(told == ["unknown-key people.md:ada"])
    }

    @Test(arguments: [("24 hours", "24h"), ("60 min", "60min"), ("14 Tage", "14d"), ("1h30", "90min")])
    func aDurationKeepsItsUnit(written: String, meant: String) {
        let bound = BoundTexts([
            "systems.md": ExamplePlan.changing("systems.md", "website: {title: Website, rto: \(written)}")
        ])
        #expect(bound.findings.flatMap(\.fixes).flatMap(\.edits).map(\.replacement) == [meant])
    }

    /// Nothing near is declared: one finding, with the other places under it.
    @Test func aDeclarationThatIsGone() {
        let bound = BoundTexts([
            "roles.md": Self.roles.replacing("director:", with: "managing-board:")
        ])
        #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("unknown-role ") }, "\(bound.told)")
        #expect(bound.findings.first?.labels.isEmpty == false)
    }

    /// The title of a role, where its id is meant: with the sign, and with a colon.
    @Test(arguments: ["@Press officer Tell", "Press officer: Tell", "press: Tell"])
    func theTitleOfARoleIsToldOnce(words: String) {
        var files = list("- [ ] T0 \(words) the readers")
        files["roles.md"] = Self.roles
        let bound = BoundTexts(files)
        #expect(bound.told.count == 1, "\(bound.told)")
        #expect(bound.plan?.checklists["x"]?.stages.first?.steps.first?.roles.map(\.id) == ["press"])
    }
}
