import PlancDiagnostics
import PlancDriver
import PlancModel
import Testing

@testable import PlancDiff

/// What a reviewer must see is not lost among what is alike: like findings are counted, what moved is told once, what is gone by its
/// heading; and nothing is said of a place that is not known.
@Suite struct NoiseTests {
    private func diff(
        _ edits: [Edit], from base: [Edit] = [], adding files: [String: String] = [:], isWhole: Bool = true
    ) throws -> PlanDiff {
        PlanDiff(
            from: try examplePlan(base, adding: files),
            to: try examplePlan(base + edits, adding: files, isWhole: isWhole), isReading: isRuleOfReading)
    }

    private func entries(_ diff: PlanDiff, _ section: String, _ language: Language = .english) -> [String] {
        diff.sections(language).first { $0.name == section }?.entries.map { $0.text.text(language) } ?? []
    }

    // MARK: Packs

    private static let pack = [
        "packs.md":
            "---\nkind: packs\npacks:\n  box: {title: The box, for: [role:press], include: [contacts], printed: 2026-01-05, copies: [{to: press, at: Desk}]}\n---\n"
    ]

    /// A later day of printing in the same change may be older than what changes.
    @Test func aPackRecordedAsPrintedIsNotSilent() throws {
        let printed = Edit("packs.md", "printed: 2026-01-05", "printed: 2026-01-14")
        let diff = try diff([printed, Edit("people.md", "name: Ben Okoro", "name: Ben Ode")], adding: Self.pack)
        #expect(diff.changes(in: .packs).isEmpty)
        #expect(
            entries(diff, "printed") == [
                "'The box': recorded as printed on 14\u{A0}January 2026, so not counted as stale, though these sections differ: Contacts; Copies and their holders"
            ])
        #expect(entries(try self.diff([printed], adding: Self.pack), "printed") == [])
    }

    @Test func whoHoldsCopiesOfAPackThatIsGoneIsTold() throws {
        let gone = PlanDiff(from: try examplePlan(adding: Self.pack), to: try examplePlan())
        #expect(
            told(gone).contains(
                "plan removed: removed pack 'The box'; copies are still out with: Press officer (Desk)"),
            "\(told(gone))")
    }

    // MARK: Places

    private func causes(_ diff: PlanDiff, _ words: String) -> Set<String?> {
        Set(
            diff.pages.filter { $0.new?.contains(words) ?? false }
                .map { change in change.cause.map { "\($0.path):\($0.line)" } })
    }

    /// A number that pages print with its thousands parted is the one of the source; other changed lines have no part in it.
    @Test func aNumberIsFoundWhereItIsWritten() throws {
        let size = [Edit("audiences.md", "type: customers,", "type: customers, size: 180000,")]
        let diff = try diff(
            [
                Edit("audiences.md", "180000", "190000"),
                Edit("drills.md", "The basement key was missing", "The key of the readers was missing"),
            ], from: size)
        #expect(causes(diff, "190,000") == ["example/audiences.md:4"], "\(diff.pages)")
        #expect(causes(diff, "of the readers") == ["example/drills.md:4"])
    }

    /// What follows from a change and has none of its words is linked to no other line.
    @Test func aPlaceIsNotGuessed() throws {
        let diff = try diff([
            Edit("checklists/flood.md", "T+1h @press", "T+2h @press"),
            Edit("messages/readers-closed.md", "approve-within: 15min", "approve-within: 35min"),
        ])
        #expect(causes(diff, "35\u{A0}min").union(causes(diff, "35 min")) == ["example/messages/readers-closed.md:10"])
    }

    // MARK: Columns and counters

    /// The column of days comes with the first of them; the other rows have nothing in it.
    @Test func anEmptyCellMoreIsNoOtherRow() throws {
        let untried = Edit("people.md", "    verified: 2026-01-05\n", "")
        let diff = try diff([Edit("people.md", "home]\n", "home]\n    verified: 2026-01-10\n")], from: [untried])
        #expect(entries(diff, "pages").filter { $0.contains("Okoro") } == [])
        #expect(entries(diff, "pages").contains { $0.contains("10 January 2026") }, "\(entries(diff, "pages"))")
    }

    @Test func aCardMoreNumbersTheOthersWithoutAWord() throws {
        let cards = [
            "packs.md":
                "---\nkind: packs\npacks:\n  cards: {title: Cards, for: [role:press], include: [wallet-cards]}\n---\n"
        ]
        let outside = Edit(
            "systems.md", "supplier: Northtel}",
            "supplier: Northtel, outside: {organisation: Northtel, phone: \"+44 7700 900009\"}}")
        let diff = try diff([outside], adding: cards, isWhole: false)
        #expect(entries(diff, "pages").filter { $0.contains("card ") } == [], "\(entries(diff, "pages"))")
    }

    // MARK: Languages

    private static let inFrench = [
        "messages/ready.fr.md": "---\nkind: message\ntitle: Prêts\n---\n\nBonjour.\n",
        "checklists/flood.fr.md":
            "---\nkind: checklist\ntitle: Inondation\n---\n\n## Première heure\n\n- [ ] T0 @caretaker Couper le courant au sous-sol\n- [ ] T+30min @director Prévenir le personnel : [](../messages/staff-closed.md)\n- [ ] T+1h @press Prévenir les lecteurs : [](../messages/readers-closed.md)\n",
    ]
    private static let french = Edit("plan.md", "locales: [en]", "locales: [en, fr]")

    /// Whoever printed the pages in English holds what a build makes now.
    @Test func aLanguageThatComesIsOneLineAndMakesNothingStale() throws {
        let diff = PlanDiff(
            from: try examplePlan(adding: Self.pack),
            to: try examplePlan([Self.french], adding: Self.pack.merging(Self.inFrench) { $1 }))
        #expect(diff.changes(in: .packs).isEmpty)
        let pages = entries(diff, "pages")
        #expect(pages.filter { $0.hasPrefix("new page") } == [])
        #expect(pages.contains { $0.hasSuffix("pages in French are new") }, "\(pages)")
        #expect(told(diff).contains("steps changed: Flood: now in French"), "\(told(diff))")
    }

    @Test func aLanguageThatGoesIsOneLineOfEachThing() throws {
        let diff = PlanDiff(
            from: try examplePlan([Self.french], adding: Self.inFrench), to: try examplePlan([Self.french]))
        #expect(
            told(diff).filter { !$0.contains("missing") } == [
                "steps changed !: Flood: no longer in French",
                "messages changed !: Where our news will be: no longer in French",
            ], "\(told(diff))")
    }

    /// Only the title went: what else is said in French, and said otherwise, is told.
    @Test func whatIsStillInALanguageIsToldThoughItsTitleWent() throws {
        let access = Edit(
            "channels.md", "title: Website, type: web",
            "title: {en: Website, fr: Site}, type: web, access: {en: With the key, fr: Avec la clé}")
        let diff = try diff(
            [
                Edit("channels.md", "{en: Website, fr: Site}", "Website"),
                Edit("channels.md", "Avec la clé", "Avec le code"),
            ],
            from: [Self.french, access], isWhole: true)
        let said = told(diff).joined(separator: "\n")
        #expect(said.contains("Avec le code") && !said.contains("no longer in French"), "\(said)")
    }

    @Test func aStepThatGoesWithItsTranslationIsToldOnceInTheReadersLanguage() throws {
        let diff = PlanDiff(
            from: try examplePlan([Self.french], adding: Self.inFrench),
            to: try examplePlan(
                [
                    Self.french,
                    Edit("checklists/flood.md", "- [ ] T0 @caretaker Switch off the power in the basement\n", ""),
                    Edit("checklists/flood.fr.md", "- [ ] T0 @caretaker Couper le courant au sous-sol\n", ""),
                ], adding: Self.inFrench))
        #expect(diff.changes(in: .steps).count == 1, "\(told(diff))")
        #expect(told(diff).contains("steps removed: Flood: removed: T0 Switch off the power in the basement"))
        #expect(
            told(diff, .french).contains { $0.hasSuffix("T0 Couper le courant au sous-sol") }, "\(told(diff, .french))")
    }

    // MARK: Like findings and things

    @Test func findingsOfOneRuleAreCounted() throws {
        let diff = try diff([Edit("people.md", "verified: 2026-01-05", "verified: 2024-01-05")])
        #expect(diff.appeared.count { $0.rule == "stale-contact" } == 3)
        let people = entries(diff, "people")
        #expect(people.count == 3 || people.count == 1, "\(people)")
        var many = diff
        let one = try #require(diff.appeared.first { $0.rule == "stale-contact" })
        many.appeared = Array(repeating: one, count: 34)
        #expect(entries(many, "appeared").suffix(1) == ["… and 32 more like it: stale-contact"])
        let comment = PlanDiff.markdown([("p", many)], language: .english)
        #expect(comment.contains("### New findings (34)"))
        // "… and 32 more like it" is above the fold: below it are no 32 others.
        #expect(comment.contains("one by one, what is counted above: New findings (32)"), "\(comment)")
        #expect(!comment.contains(" more: New findings"))
        #expect(
            comment.split(separator: "\n").count { $0.contains("[stale-contact") || $0.contains("\\[stale-contact") }
                == 34)
        #expect(
            many.text(plan: "p", language: .english).split(separator: "\n").count { $0.contains("[stale-contact]") }
                == 34)
        let short = many.text(plan: "p", language: .english, isWhole: false)
        #expect(short.contains("… and 32 more like it: stale-contact"))
        #expect(short.contains("'planc diff --all' shows each"))
        #expect(!short.contains("32 more:"))
    }

    @Test func thingsToWhichTheSameHappensAreOneLine() throws {
        let more = Edit(
            "people.md", "  cleo:",
            "  dora:\n    name: Dora Ives\n    reach: {mail: dora@library.example}\n    verified: 2026-01-05\n  cleo:")
        let diff = try diff([Edit("people.md", "verified: 2026-01-05", "verified: 2026-01-14")], from: [more])
        #expect(
            entries(diff, "people") == [
                "4 people: numbers tried (verified): 5\u{A0}January 2026 → 14\u{A0}January 2026"
            ])
        #expect(
            entries(diff, "people", .french) == [
                "4 personnes\u{A0}: numéros essayés (verified)\u{A0}: 5\u{A0}janvier 2026 → 14\u{A0}janvier 2026"
            ])
    }

    // MARK: What moved and what is gone

    private func lines(_ texts: [String]) -> [PrintedLine] {
        var section = ""
        return texts.map { text in
            let isHeading = text.hasPrefix("# ")
            if isHeading { section = String(text.dropFirst(2)) }
            return PrintedLine(
                section: section, text: isHeading ? section : text, form: isHeading ? "heading 1" : "")
        }
    }

    private func said(_ old: [String], _ new: [String]) -> [String] {
        differences(lines(old), lines(new)).map {
            wordChange($0.old, $0.new, isMoved: $0.isMoved, isBlock: $0.isBlock).english
        }
    }

    /// A message that leaves an hour later: the heading differs, the rest is the same, and another message ends alike.
    @Test func whatMovedIsToldOnce() {
        let one = ["# M1 – T+2 h – Press reply", "To: Press", "We know it.", "Call us."]
        let late = ["# M1 – T+3 h – Press reply"] + one.dropFirst()
        let other = ["# M2 – T+2 h – Staff", "To: Staff", "Stay at home.", "Come on Monday.", "Call us."]
        let end = ["# The end"]
        #expect(
            said(one + other + end, other + late + end) == [
                "moved, with what belongs to it: 'M1 – T+3 h – Press reply'",
                "'M1 – T+2 h – Press …' → 'M1 – T+3 h – Press …'",
            ])
    }

    /// Of what passes each other the shorter has moved.
    @Test func whatStandsWhereItStoodHasNotMoved() {
        let block = ["# One", "a b c", "Pause", "d e f", "g h i", "j k l"]
        #expect(said(block, ["# One", "a b c", "d e f", "g h i", "Pause", "j k l"]) == ["in another order: 'Pause'"])
    }

    @Test func aRowThatMovedWithAnotherTimeIsOneChange() {
        let row = "T+2 h · 5 | M20 · Press: holding reply on the telephone | Press"
        let late = "T+3 h · 5 | M20 · Press: holding reply on the telephone | Press"
        let old = ["# Order", row, "T+2 h · 6 | M21 · Staff | Staff", "T+2 h · 7 | M22 · Bank | Bank"]
        #expect(said(old, [old[0], old[2], old[3], late]) == ["'T+2 h · 5 …' → 'T+3 h · 5 …'"])
    }

    @Test func aPartThatIsGoneIsToldByItsHeading() {
        let kept = ["# One", "a b c"]
        let gone = ["# Activities", "d e f", "g h i", "j k l"]
        let found = differences(lines(kept + gone + ["# Two", "m n o"]), lines(kept + ["# Two", "m n o"]))
        #expect(found == [LineDifference(section: "Activities", old: "Activities", new: nil, chapterLines: 4)])
        // A short one as it was.
        #expect(said(kept + gone.prefix(2), kept) == ["gone: 'Activities'", "gone: 'd e f'"])
    }

    /// A value alone says nothing of what it is.
    @Test func aRowIsNamedByItsFirstCell() {
        #expect(
            wordChange(
                "Ada Marsh | Head of all | 06 12 | 12 May", "Ada Marsh | Head of all | 06 12 | 13 May", isMoved: false
            )
            .english == "Ada Marsh: '… 06 12 | 12 May' → '… 06 12 | 13 May'")
        let lines = [
            (old: "To: Customers (180,000) by mail", new: "To: Customers (190,000) by mail"),
            (old: "Customers (180,000) by text", new: "Customers (190,000) by text"),
        ]
        let cut = commonExcerpt(lines)
        #expect(cut?.old == "… Customers (180,000) by …" && cut?.new == "… Customers (190,000) by …")
    }

    // MARK: Files that are gone

    /// A file that was taken away on purpose has no part in an error elsewhere.
    @Test func aFileThatIsGoneIsAnErrorOnlyWhereItIsMissed() throws {
        let more = [
            "checklists/night.md": (ExamplePlan.files["checklists/after.md"] ?? "").replacing(
                "Afterwards", with: "Night")
        ]
        let wrong = [Edit("roles.md", "holder: cleo", "holder: clio")]
        let base = try examplePlan(adding: more)
        let planned = PlanDiff(
            from: base, to: try examplePlan(wrong, isWhole: false), isReading: isRuleOfReading)
        #expect(planned.isPartial && !planned.changes.contains(where: \.isOfFile), "\(told(planned))")
        let linked = [Edit("plan.md", "comes in.", "comes in: [](checklists/night.md).")]
        let missed = PlanDiff(
            from: try examplePlan(linked, adding: more), to: try examplePlan(linked, isWhole: false),
            isReading: isRuleOfReading)
        #expect(missed.changes.contains(where: \.isOfFile) || !missed.isPartial)
    }
}
