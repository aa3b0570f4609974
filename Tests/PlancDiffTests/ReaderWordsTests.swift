import PlancDiagnostics
import PlancDriver
import PlancModel
import Testing

@testable import PlancDiff

/// The report in the words of who reads it: those of the pages, in the reader's language, each difference once.
@Suite struct ReaderWordsTests {
    private static let german = Language("de")!
    private static let bilingual = Edit("plan.md", "locales: [en]", "locales: [en, fr]")

    private func diff(_ edits: [Edit], from base: [Edit] = [], adding files: [String: String] = [:]) throws -> PlanDiff
    {
        PlanDiff(from: try examplePlan(base, adding: files), to: try examplePlan(base + edits, adding: files))
    }

    /// What a reviewer reads of the pages, a line a difference, without the place in the sources.
    private func pages(_ diff: PlanDiff, _ language: Language = .english) -> [String] {
        diff.sections(language).filter { $0.name == "pages" }.flatMap(\.entries).map { $0.text.text(language) }
    }

    // MARK: Values

    @Test func wordsOfFixedListsAreThoseOfPages() throws {
        let edits = [
            Edit("channels.md", "title: Website, type: web", "title: Website, type: status-page"),
            Edit("roles.md", "team: technical", "team: support"),
        ]
        let english = try told(edits)
        #expect(english.contains { $0.hasSuffix("(type): website → status page") }, "\(english)")
        #expect(english.contains { $0.hasSuffix("team: Technical team → Support") })
        let french = try told(edits, .french)
        #expect(french.contains { $0.hasSuffix("(type)\u{A0}: site web → page d’état") }, "\(french)")
        #expect(french.contains { $0.hasSuffix("(team)\u{A0}: Équipe technique → Soutien") }, "\(french)")
        let german = try told(edits, Self.german)
        #expect(german.contains { $0.hasSuffix("(type): Website → Statusseite") }, "\(german)")
        let moved = [Edit("messages/reopened.md", "phase: after", "phase: during")]
        #expect(try told(moved).contains { $0.hasSuffix("phase: Afterwards → During the crisis") })
    }

    @Test func aWordThatNoPageHasIsTheAuthors() throws {
        let edits = [Edit("audiences.md", "title: Staff, type: employees", "title: Staff, type: partners")]
        #expect(try told(edits, .french).contains { $0.hasSuffix("(type)\u{A0}: employees → partners") })
    }

    @Test func theWeightOfARuleIsSaidAsInFindings() throws {
        let edits = [Edit("plan.md", "profiles: []", "profiles: []\nrules: {hard-to-read: error}")]
        #expect(try told(edits, .french).contains { $0.contains("erreur") })
    }

    @Test func stagesAreNamedAsOnPages() throws {
        var files = CouncilDuty.files()
        files["obligations.md"] = files["obligations.md"]?.replacing("name: first", with: "name: early-warning")
        let called = CouncilDuty.called
        let base = [
            CouncilDuty.carried,
            Edit(called.path, called.old, called.new.replacing("council/first", with: "council/early-warning")),
        ]
        let later = Edit("checklists/flood.md", "T+30min @director Call", "T+1h @director Call")
        let french = told(try diff([later], from: base, adding: files), .french)
        #expect(
            french.contains { $0.contains("Tell the council – alerte précoce\u{A0}: marge") }, "\(french)")
        #expect(!french.contains { $0.contains("early-warning") })
    }

    @Test func stagesAreNamedByTheirTitles() throws {
        var files = CouncilDuty.files()
        files["obligations.md"] = files["obligations.md"]?.replacing(
            "name: first,", with: "name: first, title: the clerk's desk,")
        let later = [
            Edit("checklists/flood.md", "T+30min @director Call", "T+1h @director Call"),
            Edit("obligations.md", "deadline: 2h", "deadline: 3h"),
        ]
        let french = told(try diff(later, from: [CouncilDuty.carried, CouncilDuty.called], adding: files), .french)
        #expect(french.contains { $0.contains("Tell the council – the clerk's desk") }, "\(french)")
        #expect(french.contains { $0.contains("the clerk's desk") && $0.contains("3\u{A0}h") }, "\(french)")
        #expect(!french.contains { $0.contains("first") }, "\(french)")
    }

    @Test func theTermsOfALawAreInWords() throws {
        var files = CouncilDuty.files()
        files["obligations.md"] = files["obligations.md"]?.replacing(
            "deadline: 2h, from: detection}",
            with: """
                due: {no-number: immediately, after: detection}},
                        {name: notification, due: {within: 1d, after: detection}}, {name: update, due: {with: first}}
                """)
        let edits = [
            Edit("obligations.md", "no-number: immediately", "no-number: as-soon-as-possible"),
            Edit("obligations.md", "with: first", "with: notification"),
        ]
        let french = told(try diff(edits, from: [CouncilDuty.carried, CouncilDuty.called], adding: files), .french)
        #expect(french.contains { $0.contains(": immédiatement → dès que possible") }, "\(french)")
        #expect(
            french.contains { $0.contains("dû avec l’échéance (stages › due › with)\u{A0}: first → notification") },
            "\(french)")
    }

    @Test func allSectionsOfAPackAreInWords() throws {
        let pack = """
            ---
            kind: packs
            packs:
              binder: {title: Binder, for: [role:director], include: [cover, contacts]}
            ---
            """
        let german = told(
            try diff(
                [Edit("packs.md", "[cover, contacts]", "[everything]")], adding: ["packs.md": pack]), Self.german)
        #expect(german.contains { $0.contains("Alles") }, "\(german)")
    }

    @Test func theLanguageOfATextIsNamed() throws {
        let base = [
            Self.bilingual, Edit("roles.md", "title: Press officer", "title: {en: Press officer, fr: Presse}"),
        ]
        let edits = [Edit("roles.md", "fr: Presse", "fr: Porte-parole")]
        let diff = try diff(edits, from: base)
        #expect(
            told(diff).contains("people changed: Press officer: title, in French: Presse → Porte-parole"),
            "\(told(diff))")
        #expect(
            told(diff, .french).contains(
                "people changed: Porte-parole\u{A0}: titre, en français (title)\u{A0}: Presse → Porte-parole"),
            "\(told(diff, .french))")
        #expect(
            told(diff, Self.german).contains {
                $0.hasSuffix("Titel, auf Französisch (title): Presse → Porte-parole")
            }, "\(told(diff, Self.german))")
    }

    @Test func aTextThatCameIsSaidLanguageByLanguage() throws {
        let edits = [
            Edit("roles.md", "title: Press officer,", "title: Press officer, duties: {en: Speaks, fr: Parle},")
        ]
        let said = told(try diff(edits, from: [Self.bilingual]))
        #expect(said.contains { $0.hasSuffix("nothing → English: Speaks; French: Parle") }, "\(said)")
    }

    // MARK: Numbers

    @Test func spacesInANumberAreNoChange() throws {
        let edits = [Edit("people.md", "+44 7700 900002", "+447700900002")]
        let diff = try diff(edits)
        #expect(diff.isEmpty, "\(diff.text(plan: "p", language: .english))")
        #expect(try !self.diff([Edit("people.md", "+44 7700 900002", "+447700900003")]).isEmpty)
    }

    // MARK: Pages

    @Test func pagesAreNamedByTheirTitles() throws {
        let said = pages(try diff([Edit("checklists/flood.md", "Switch off the power", "Turn off the power")]))
        #expect(said.count == 1)
        #expect(said.first?.contains(" – Checklist – Flood (During the crisis › First hour), and ") ?? false, "\(said)")
        #expect(!said.contains { $0.contains("en/checklists") })
    }

    @Test func pagesOfOneTitleAreToldApartByTheirPaths() {
        let change = PageChange(
            old: "one", new: "two", places: [.init(document: "en/checklists/flood--press", section: "")])
        let entries = PageEntries(titles: [
            "en/checklists/flood--press": "Director – Flood", "en/checklists/flood--director": "Director – Flood",
        ]).entries([change])
        #expect(entries.map(\.text.english) == ["'one' → 'two' – Director – Flood [en/checklists/flood--press]"])
    }

    @Test func aPageThatCameIsNamedOnceInTheReadersLanguage() throws {
        let files = [
            "scenarios/fire.md": """
            ---
            kind: scenario
            title: {en: Fire, fr: Incendie}
            affects: [staff]
            activated-by: director
            ---

            Smoke in the building.
            """
        ]
        let base = try examplePlan([Self.bilingual])
        let head = try examplePlan([Self.bilingual], adding: files)
        let said = pages(PlanDiff(from: base, to: head), .french).filter { $0.hasPrefix("nouvelle page") }
        #expect(said.contains("nouvelle page\u{A0}: Contacts – Incendie"), "\(said)")
        #expect(!said.contains { $0.contains("Fire") })
    }

    @Test func aNumberThatIsTheSameInAllLanguagesIsOneLine() throws {
        let edits = [Edit("people.md", "+44 7700 900002", "+44 7700 900222")]
        let diff = try diff(edits, from: [Self.bilingual])
        #expect(diff.pages.contains { $0.places.contains { $0.document.hasPrefix("fr/") } })
        let said = pages(diff).filter { !$0.contains("code to scan") }
        #expect(said.count == 1, "\(said.joined(separator: "\n"))")
        #expect(said.first?.hasPrefix("'07700 900002' → '07700 900222' – ") ?? false, "\(said)")
    }

    @Test func aTimeThatIsTheSameInAllLanguagesIsSaidInTheReaders() throws {
        let edits = [Edit("checklists/flood.md", "T+1h @press", "T+2h @press")]
        let diff = try diff(edits, from: [Self.bilingual])
        let (english, french) = (pages(diff), pages(diff, .french))
        #expect(!french.contains { $0.contains("Checklist – ") }, "\(french.joined(separator: "\n"))")
        #expect(!english.contains { $0.contains("Liste") }, "\(english.joined(separator: "\n"))")
        #expect(Set(english).count == english.count)
    }

    /// What follows from a name in words that planc has in each language: told in the reader's alone.
    @Test func whatFollowsFromANameIsToldInTheReadersLanguage() throws {
        let edits = [Edit("roles.md", "holder: cleo, deputies: [ada]", "holder: ada, deputies: [cleo]")]
        let diff = try diff(edits, from: [Self.bilingual])
        let (english, french) = (pages(diff), pages(diff, .french))
        #expect(english.contains { $0.contains("Holder") } && !english.contains { $0.contains("Titulaire") })
        #expect(french.contains { $0.contains("Titulaire") } && !french.contains { $0.contains("Holder") })
        #expect(diff.pages.contains { $0.new?.contains("Holder") ?? false } && english.count == french.count)
    }

    @Test func textsOfTwoLanguagesStayTwo() throws {
        let base = [
            Self.bilingual,
            Edit("roles.md", "title: Press officer,", "title: Press officer, duties: {en: Speaks, fr: Parle},"),
        ]
        let edits = [Edit("roles.md", "{en: Speaks, fr: Parle}", "{en: Talks to everybody, fr: Répond à la presse}")]
        let diff = try diff(edits, from: base)
        for (language, own) in [(Language.english, "Talks to everybody"), (.french, "Répond à la presse")] {
            let said = pages(diff, language)
            #expect(said.contains { $0.contains("Talks to everybody") })
            #expect(said.contains { $0.contains("Répond à la presse") }, "\(said)")
            #expect(said.first?.contains(own) ?? false, "pages that the reader can read come first: \(said)")
        }
    }

    // MARK: Numbered lists

    private static let list = Edit(
        "plan.md", "How the library goes on when the river comes in.", "1. Look.\n2. Listen.\n3. Speak.")

    @Test func anItemThatIsGoneIsToldAndNotTheNumbersOfTheOthers() throws {
        let diff = try diff(
            [Edit("plan.md", "1. Look.\n2. Listen.\n3. Speak.", "1. Listen.\n2. Speak.")], from: [Self.list])
        #expect(diff.pages.map(\.old) == ["Look."], "\(diff.pages)")
        #expect(
            told(diff) == ["plan changed: Library continuity plan: text in English: gone: 'Look.'"], "\(told(diff))")
    }

    @Test func numbersAreToldWhereNothingElseTellsThem() throws {
        let diff = try diff(
            [Edit("plan.md", "1. Look.\n2. Listen.\n3. Speak.", "4. Look.\n5. Listen.\n6. Speak.")], from: [Self.list])
        #expect(diff.pages.map(\.new) == ["4. Look.", "5. Listen.", "6. Speak."], "\(diff.pages)")
    }

    @Test func itemsThatChangePlacesAreOneLine() throws {
        let diff = try diff(
            [Edit("plan.md", "1. Look.\n2. Listen.\n3. Speak.", "1. Listen.\n2. Look.\n3. Speak.")], from: [Self.list])
        #expect(diff.pages.count == 1 && diff.pages.allSatisfy(\.isMoved), "\(diff.pages)")
    }

    @Test(arguments: [
        ("1. Look.", "Look."), ("1. Look.", "- Look."),
    ]) func aNumberThatCameOrWentIsToldAlone(_ old: String, _ new: String) throws {
        let diff = try diff(
            [Edit("plan.md", old, new)],
            from: [Edit("plan.md", "How the library goes on when the river comes in.", old)])
        #expect(!diff.isEmpty && !diff.pages.isEmpty)
    }

    @Test func theWordsThatDifferOfTwoLines() {
        #expect(
            wordDifferences("Ada 07700 900 002, at night", "Ada 07700 900 222, at night")
                == [WordDifference(old: "07700 900 002", new: "07700 900 222")])
        #expect(
            wordDifferences("Ada, then Ben", "Ben, then Ada")
                == [WordDifference(old: "Ada", new: "Ben"), WordDifference(old: "Ben", new: "Ada")])
        #expect(wordDifferences("Look.", "Look!") == [WordDifference(old: "Look.", new: "Look!")])
    }
}
