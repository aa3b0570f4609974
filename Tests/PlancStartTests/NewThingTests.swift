import PlancDiagnostics
import PlancDriver
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancStarters
import Testing

/// `planc new`: what it makes binds, and the rest stays as it is.
@Suite struct NewThingTests {
    static let today = StarterPlanTests.today
    static let kinds = EntityKind.allCases.filter(\.hasID)

    static func bytes(_ files: [String: String]) -> [String: [UInt8]] { files.mapValues { Array($0.utf8) } }

    static func make(_ thing: NewThing, in files: [String: [UInt8]]) throws -> NewThing.Made {
        let world = MemoryWorld(files, today: today)
        let loaded = load(["."], in: world)
        let folder = try #require(loaded.plans.first)
        return try thing.make(in: folder, of: try #require(folder.plan), sources: loaded.sources, world: world)
    }

    /// What reading and binding says of the plan with what was made.
    static func bound(_ made: NewThing.Made, in files: [String: [UInt8]]) -> (plan: Plan?, findings: [String]) {
        var files = files
        files[made.path] = made.bytes
        let loaded = load(["."], in: MemoryWorld(files, today: today))
        return (
            loaded.plans.first?.plan,
            loaded.findings.map { "\(loaded.sources[$0.span.file].path): \($0.rule): \($0.message.english)" }
        )
    }

    @Test(arguments: kinds, ["fr", "en"]) func everyKindBinds(_ kind: EntityKind, _ language: String) throws {
        let starter = StarterPlan(name: "A", locales: [Locale(language)], trade: .office, today: Self.today)
        let files = Dictionary(starter.files.map { ($0.path, $0.bytes) }) { first, _ in first }
        let made = try Self.make(NewThing(kind: kind, id: "brand-new", title: nil, today: Self.today), in: files)
        let (plan, findings) = Self.bound(made, in: files)
        // What only the author knows is blank, and told.
        #expect(findings.allSatisfy { $0.contains("'TODO'") }, "\(findings)")
        let entity = try #require(plan?.entities(of: kind).first { $0.id == "brand-new" })
        #expect(entity.title.text(Locale(language)) == (kind == .person ? "Brand New" : "Brand new"))
    }

    @Test(arguments: kinds) func theFirstOfItsKindMakesItsFile(_ kind: EntityKind) throws {
        var files = Self.bytes(ExamplePlan.files)
        let isUsed = [.person, .role, .channel, .system, .audience, .scenario, .field].contains(kind)
        if !isUsed {
            files = files.filter { !($0.key.hasPrefix(kind.registryKey + "/") || $0.key == kind.registryKey + ".md") }
            if kind == .message { files = files.filter { !$0.key.hasPrefix("checklists/") } }
        }
        let made = try Self.make(NewThing(kind: kind, id: "brand-new", title: "New", today: Self.today), in: files)
        #expect(made.isAppended == isUsed)
        let (plan, findings) = Self.bound(made, in: files)
        #expect(findings.allSatisfy { $0.contains("'TODO'") }, "\(findings)")
        #expect(plan?.entities(of: kind).contains { $0.id == "brand-new" } == true)
    }

    @Test func aTitleOfAnyKindIsOneText() throws {
        let files = Self.bytes(ExamplePlan.files)
        for title in ["a\"b\\c", "x\n---\nkind: plan", "{a: b}", "# no comment"] {
            for kind in [EntityKind.system, .message] {
                let made = try Self.make(
                    NewThing(kind: kind, id: "new-one", title: title, today: Self.today), in: files)
                let (plan, findings) = Self.bound(made, in: files)
                #expect(findings == [])
                #expect(
                    plan?.entities(of: kind).first { $0.id == "new-one" }?.title.text(Locale("en")) == oneLine(title))
            }
        }
    }

    @Test func aRegistryKeepsEveryByte() throws {
        let registry =
            "---\r\nsystems:\r\n    # the first\r\n    alpha: {title: Alpha}   \r\n\r\n    beta:\r\n        title: Beta\r\n# the end\r\nkind: systems\r\n---\r\n\r\nIntroduction.\r\n"
        var files = Self.bytes(ExamplePlan.files)
        files["more.md"] = Array(registry.utf8)
        files["systems.md"] = nil
        let made = try Self.make(NewThing(kind: .system, id: "gamma", title: nil, today: Self.today), in: files)
        let added = "    gamma:\r\n      title: \"Gamma\"\r\n"
        let text = String(decoding: made.bytes, as: UTF8.self)
        #expect(text == registry.replacing("Beta\r\n", with: "Beta\r\n" + added))
    }

    /// The translation of what a registry begins with is no registry, though it stands before it by its name.
    @Test func aTranslatedIntroductionTakesNoEntries() throws {
        var files = Self.bytes(ExamplePlan.files)
        files["plan.md"] = Array(ExamplePlan.changing("plan.md", "locales: [en, fr]").utf8)
        files["systems.md"]? += Array("\nWhat we run.\n".utf8)
        files["systems.fr.md"] = Array("---\nkind: systems\n---\n\nCe que nous exploitons.\n".utf8)
        let made = try Self.make(NewThing(kind: .system, id: "gamma", title: nil, today: Self.today), in: files)
        #expect(made.path.hasSuffix("systems.md"))
    }

    @Test(arguments: ["Upper", "a--b", "-a", "a-", "", "a b", "é", "a/b", "../x"]) func aMalformedIDIsRefused(
        _ id: String
    ) {
        #expect {
            try Self.make(
                NewThing(kind: .role, id: id, title: nil, today: Self.today), in: Self.bytes(ExamplePlan.files))
        } throws: { error in
            if case .malformedID? = error as? NewThing.Fault { true } else { false }
        }
    }

    @Test func aTitleForAnIDIsOfferedAsOne() {
        #expect(throws: NewThing.Fault.malformedID(likely: "leiter-technik")) {
            try Self.make(
                NewThing(kind: .role, id: "Leiter Technik", title: nil, today: Self.today),
                in: Self.bytes(ExamplePlan.files))
        }
    }

    @Test func whatIsThereIsRefused() {
        let files = Self.bytes(ExamplePlan.files)
        #expect(throws: NewThing.Fault.taken("roles.md")) {
            try Self.make(NewThing(kind: .role, id: "press", title: nil, today: Self.today), in: files)
        }
        var occupied = files
        occupied["messages/notes.md"] = Array("Notes without front matter.".utf8)
        #expect(throws: NewThing.Fault.occupied("messages/notes.md")) {
            try Self.make(NewThing(kind: .message, id: "notes", title: nil, today: Self.today), in: occupied)
        }
        var braces = files
        braces["systems.md"] = Array("---\nkind: systems\nsystems: {mail-server: {title: Mail}}\n---\n".utf8)
        #expect(throws: NewThing.Fault.cannotAppend("systems.md")) {
            try Self.make(NewThing(kind: .system, id: "other", title: nil, today: Self.today), in: braces)
        }
    }

    /// What `check` says at a new thing: a blank for what nobody has said yet.
    @Test(arguments: [
        EntityKind.person, .field, .obligation, .checklist, .message, .snippet, .drill, .scenario, .activity,
    ])
    func whatOnlyTheAuthorKnowsIsABlank(_ kind: EntityKind) throws {
        let starter = StarterPlan(name: "A", locales: [Locale("de")], trade: .shop, today: Self.today)
        var files = Dictionary(starter.files.map { ($0.path, $0.bytes) }) { first, _ in first }
        let made = try Self.make(NewThing(kind: kind, id: "brand-new", title: nil, today: Self.today), in: files)
        files[made.path] = made.bytes
        let report = check(load(["."], in: MemoryWorld(files, today: Self.today)), asOf: Self.today)
        #expect(
            report.findings.contains {
                report.sources[$0.span.file].path == made.path && $0.message.english.contains("'TODO")
            })
        #expect(!report.findings.contains { $0.rule == "missing-element" })
        let text = String(decoding: made.bytes, as: UTF8.self)
        for claim in ["CNIL", "72h", "Ransomware", "messagerie", "rssi", "Everything", "2027"] {
            #expect(made.before != nil || !text.contains(claim), "\(claim)")
        }
    }

    @Test func titlesAreTheWordsOfTheID() throws {
        let files = Self.bytes(ExamplePlan.files)
        for (kind, id, title) in [
            (EntityKind.system, "a-b", "A b"), (.person, "jean-noel-d-arc", "Jean Noel D Arc"),
        ] {
            let made = try Self.make(NewThing(kind: kind, id: id, title: nil, today: Self.today), in: files)
            #expect(String(decoding: made.bytes, as: UTF8.self).contains("\"\(title)\""))
        }
    }

    @Test func aNewChannelNeedsASystem() throws {
        let made = try Self.make(
            NewThing(kind: .channel, id: "radio", title: nil, today: Self.today), in: Self.bytes(ExamplePlan.files))
        #expect(String(decoding: made.bytes, as: UTF8.self).contains("depends-on: [mail-server]"))
    }

    /// A registry that is begun takes its first entry, however it says that it has none.
    @Test(arguments: [
        ("people:   # our people\n", "people:   # our people\n"), ("people:\n", "people:\n"),
        ("people: {}\n", "people:\n"), ("people: ~  # none\n", "people:  # none\n"), ("", "people:\n"),
        ("people:\n  # ada\n", "people:\n  # ada\n"),
    ])
    func aRegistryTakesItsFirstEntry(_ begun: String, _ kept: String) throws {
        var files = Self.bytes(ExamplePlan.files)
        files["people.md"] = Array("---\nkind: people\n\(begun)---\n\nText.\n".utf8)
        let made = try Self.make(NewThing(kind: .person, id: "jo", title: nil, today: Self.today), in: files)
        let text = String(decoding: made.bytes, as: UTF8.self)
        #expect(text.hasPrefix("---\nkind: people\n\(kept)  jo:\n    name: \"Jo\"\n"))
        #expect(text.hasSuffix("---\n\nText.\n"))
    }

    @Test func namesOfOtherFilesAreRefused() {
        let files = Self.bytes(ExamplePlan.files)
        let reserved: [(EntityKind, String, ReservedName)] = [
            (.message, "plan", .plan), (.checklist, "plan", .plan), (.snippet, "plan", .plan),
            (.scenario, "all", .contactSheet), (.pack, "con", .device), (.checklist, "nul", .device),
        ]
        for (kind, id, name) in reserved {
            #expect(throws: NewThing.Fault.reserved(name)) {
                try Self.make(NewThing(kind: kind, id: id, title: nil, today: Self.today), in: files)
            }
        }
    }

    @Test func aPlanWithoutWhatItNeedsSaysSo() {
        var files = Self.bytes(ExamplePlan.files)
        files["audiences.md"] = nil
        #expect(throws: NewThing.Fault.needs(.audience)) {
            try Self.make(NewThing(kind: .message, id: "other", title: nil, today: Self.today), in: files)
        }
    }
}
