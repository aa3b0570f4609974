import PlancDiagnostics
import PlancDriver
import PlancModel
import PlancStarters
import Testing

/// `planc confirm`: what is recorded is all that changes, and what changes afterwards is noticed.
@Suite struct ConfirmingTests {
    static let today = CalendarDate(iso: "2026-11-21")!

    static func files(_ trade: Trade = .office) -> [String: [UInt8]] {
        let plan = StarterPlan(name: "A", locales: [Locale("fr"), Locale("en")], trade: trade, today: today)
        return Dictionary(plan.files.map { ($0.path, $0.bytes) }) { first, _ in first }
    }

    static func report(_ files: [String: [UInt8]]) -> Report {
        check(load(["."], in: MemoryWorld(files, today: today)), asOf: today)
    }

    /// Confirms in the plan of these files, and gives them back as they are then.
    static func confirm(
        _ files: [String: [UInt8]], by: String = "direction", on: CalendarDate = today,
        _ act: (inout Confirming, Plan, MemoryWorld) throws -> Void
    ) throws -> [String: [UInt8]] {
        let world = MemoryWorld(files, today: today)
        let loaded = load(["."], in: world)
        let folder = try #require(loaded.plans.first)
        let plan = try #require(folder.plan)
        var confirming = try Confirming(
            folder, of: plan, sources: loaded.sources, record: ConfirmationRecord(by: by, on: on), today: today)
        try act(&confirming, plan, world)
        var after = files
        for file in confirming.files { after[file.path] = file.bytes }
        return after
    }

    static func all(_ files: [String: [UInt8]]) throws -> [String: [UInt8]] {
        try confirm(files) { confirming, plan, world in
            for person in plan.people { try confirming.numbers(of: person.id) }
            for scenario in plan.scenarios {
                try confirming.drill(scenario.id, HeldDrill(kind: "tabletop", found: "clé : perdue"), world: world)
            }
            for system in plan.systems where system.backup != nil { try confirming.backup(of: system.id) }
            try confirming.review()
            try confirming.approval()
        }
    }

    @Test(arguments: Trade.allCases) func aConfirmedPlanIsClean(_ trade: Trade) throws {
        let files = try Self.all(Self.files(trade))
        let report = Self.report(files)
        #expect(report.findings.map { "\($0.rule): \($0.message.english)" } == [])
        let plan = try #require(report.plans.first)
        let states = evidence(of: plan, sources: report.sources, asOf: Self.today)
        #expect(states.allSatisfy { $0.state == .current } && states.count > 6)
        // Again on the same day, nothing changes but the drills, of which there is one more each.
        let again = try Self.confirm(files) { confirming, plan, _ in
            for person in plan.people { try confirming.numbers(of: person.id) }
            try confirming.review()
            try confirming.approval()
        }
        #expect(again == files)
    }

    /// Whatever the line ends and however entries are written, a source without what was added is the source before.
    @Test(arguments: [
        "people:\n  a:\n    name: A\n    reach: {mobile: \"+33 6 39 98 00 01\"}\n  b: {name: B, reach: {mobile: \"+33639980002\"}}\n",
        "people:\n    a:   # first\n        name: A   # one\n        # a remark\n        reach:\n            mobile: '+33 6 39 98 00 01'\n\n    b:\n        name: B\n        reach: {}\n",
        "people: {a: {name: A, reach: {mobile: \"+33 6 39 98 00 01\"} }, b: {name: B, reach: {mobile: \"+33639980002\"}}}\n",
        "people:\n  a:\n    name: >\n      A\n      B\n    reach:\n      mobile: |\n        +33 6 39 98 00 01\n  b:\n    reach: {mobile: \"+33639980002\"}\n    name: B\n    verified:\n",
        "people:\n  a:\n    verified: 2026-01-01 # long ago\n    name: A\n    reach: {mobile: \"+33 6 39 98 00 01\"}\n  b:\n    name: B\n    reach: {mobile: \"+33639980002\"}\n    verified:\n",
    ])
    func onlyTheRecordIsWritten(_ people: String) throws {
        for lineEnd in ["\n", "\r\n"] {
            var files = Self.files()
            let path = "personnes.md"
            #expect(files[path] != nil)
            let text = "---\nkind: people\n\(people)---\n\nCorps : é.\n"
            files[path] = Array(
                text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd).utf8)
            let after = try Self.confirm(files) { confirming, _, _ in
                for id in ["a", "b"] { try confirming.numbers(of: id) }
            }
            let report = Self.report(after)
            let plan = try #require(report.plans.first)
            for id in ["a", "b"] {
                let person = try #require(plan.people[id])
                #expect(person.verified?.value == Self.today)
                #expect(person.verified?.of?.value == person.numbersStamp)
                #expect(person.verified?.by?.target.id == "direction")
            }
            var rest = String(decoding: try #require(after[path]), as: UTF8.self)
            for person in plan.people {
                let stamp = try #require(person.verified?.of?.value)
                for quoted in [stamp, "\"\(stamp)\""] {
                    rest = rest.replacing("{on: \(Self.today), by: direction, of: \(quoted)}", with: "…")
                }
            }
            #expect(rest.filter { $0 == "…" }.count == 2)
            #expect(!rest.contains("2026-11-21"))
            #expect(rest.hasSuffix("Corps : é.\(lineEnd)"))
        }
    }

    @Test func whatChangedSinceIsReported() throws {
        let files = try Self.all(Self.files())
        func rules(_ path: String, _ old: String, _ new: String) throws -> [String] {
            var changed = files
            let text = String(decoding: try #require(files[path]), as: UTF8.self)
            #expect(text.contains(old))
            changed[path] = Array(text.replacing(old, with: new).utf8)
            return Self.report(changed).findings.map { "\($0.rule) \($0.message.english.prefix(12))" }
        }
        // A number: it is no longer the one that was tried, nor the plan the one that was approved.
        #expect(
            try rules("personnes.md", "+33 1 99 00 00 01", "+33 1 99 00 00 91").sorted()
                == ["stale-confirmation the name or ", "stale-confirmation the plan cha"])
        // Spaces in a number, and the order of keys, are no change of it.
        #expect(try !rules("personnes.md", "+33 1 99 00 00 01", "+33199000001").contains { $0.contains("the name or") })
        #expect(try rules("roles.md", "Décide, et valide", "Décide et valide") == ["stale-confirmation the plan cha"])
    }

    @Test func confirmationsDoNotUndoEachOther() throws {
        let approved = try Self.confirm(Self.files()) { confirming, _, _ in try confirming.approval() }
        let later = try Self.confirm(approved, by: "person:sasha-bernard") { confirming, plan, world in
            for person in plan.people { try confirming.numbers(of: person.id) }
            for scenario in plan.scenarios {
                try confirming.drill(scenario.id, HeldDrill(kind: nil, found: nil), world: world)
            }
            for system in plan.systems where system.backup != nil { try confirming.backup(of: system.id) }
            try confirming.review()
        }
        #expect(Self.report(later).findings.map(\.rule) == [])
    }

    @Test func whatCannotBeTrueIsRefused() throws {
        let tomorrow = CalendarDate(iso: "2026-11-22")!
        #expect(throws: ConfirmationFault.inFuture(tomorrow)) {
            try Self.confirm(Self.files(), on: tomorrow) { confirming, _, _ in try confirming.review() }
        }
        #expect(throws: ConfirmationFault.unknownConfirmer("directio", near: "direction")) {
            try Self.confirm(Self.files(), by: "directio") { confirming, _, _ in try confirming.review() }
        }
        #expect(throws: ConfirmationFault.approverIsNotRole("person:noa-petit")) {
            try Self.confirm(Self.files(), by: "person:noa-petit") { confirming, _, _ in try confirming.approval() }
        }
        #expect(throws: ConfirmationFault.unknown(.numbers, "noa", near: nil)) {
            try Self.confirm(Self.files()) { confirming, _, _ in try confirming.numbers(of: "noa") }
        }
    }

    /// A map that is there keeps its form, and what stands beside its values.
    @Test func aMapThatIsThereIsFilledInWhereItStands() throws {
        let people =
            "people:\n  a:\n    name: A\n    reach: {mobile: \"+33639980001\"}\n    verified:   # c0\n      on: 2026-01-01 # c1\n"
            + "      # c2\n      by: technique\n      # c3\n"
        var files = Self.files()
        let path = "personnes.md"
        #expect(files[path] != nil)
        files[path] = Array("---\nkind: people\n\(people)---\n".utf8)
        let after = try Self.confirm(files) { confirming, _, _ in try confirming.numbers(of: "a") }
        let text = String(decoding: try #require(after[path]), as: UTF8.self)
        let stamp = try #require(Self.report(after).plans.first?.people["a"]?.numbersStamp)
        #expect(
            text.contains(
                "verified:   # c0\n      on: 2026-11-21 # c1\n      # c2\n      by: direction\n      of: \(stamp)\n      # c3\n"
            )
                || text.contains("of: \"\(stamp)\""))
    }

    @Test func anOlderDayReplacesNoLaterOne() throws {
        let files = try Self.confirm(Self.files()) { confirming, _, _ in
            try confirming.review()
            try confirming.numbers(of: "noa-petit")
        }
        let before = CalendarDate(iso: "2026-11-20")!
        #expect(throws: ConfirmationFault.laterIsRecorded(nil, Self.today)) {
            try Self.confirm(files, on: before) { confirming, _, _ in try confirming.review() }
        }
        #expect(throws: ConfirmationFault.laterIsRecorded("noa-petit", Self.today)) {
            try Self.confirm(files, on: before) { confirming, _, _ in try confirming.numbers(of: "noa-petit") }
        }
    }

    @Test func aDrillOfOneDayIsRecordedOnce() throws {
        func hold(_ files: [String: [UInt8]], found: String?) throws -> [String: [UInt8]] {
            try Self.confirm(files) { confirming, _, world in
                try confirming.drill("lieu-ferme", HeldDrill(kind: nil, found: found), world: world)
            }
        }
        let once = try hold(Self.files(), found: nil)
        let fault = ConfirmationFault.drillIsRecorded("lieu-ferme-2026-11-21", path: "drills.md")
        #expect(throws: fault) { try hold(once, found: nil) }
        let found = try hold(once, found: "La clé manquait")
        let drill = try #require(Self.report(found).plans.first?.drills["lieu-ferme-2026-11-21"])
        #expect(drill.found.text(Locale("fr")) == "La clé manquait")
        #expect(throws: fault) { try hold(found, found: "Autre chose") }
    }

    /// Answers are written one by one: each file is as the answer before has left it.
    @Test func whatIsTakenIsNotHandedOverAgain() throws {
        let files = Self.files()
        let loaded = load(["."], in: MemoryWorld(files, today: Self.today))
        let folder = try #require(loaded.plans.first)
        var confirming = try Confirming(
            folder, of: try #require(folder.plan), sources: loaded.sources,
            record: ConfirmationRecord(by: "direction", on: Self.today), today: Self.today)
        try confirming.numbers(of: "noa-petit")
        let first = confirming.takeFiles()
        #expect(first.count == 1 && first[0].before == files["personnes.md"])
        #expect(confirming.takeFiles().isEmpty)
        try confirming.numbers(of: "sasha-bernard")
        let second = confirming.takeFiles()
        #expect(second.count == 1 && second[0].before == first[0].bytes)
    }

    /// What no page shows is no change; what stands between quotation marks, in a block of text or in a list is one.
    @Test func onlyWhatIsReadChangesAnApproval() throws {
        let approved = try Self.confirm(Self.files()) { confirming, _, _ in try confirming.approval() }
        func isStale(_ path: String, _ old: String, _ new: String) throws -> Bool {
            var files = approved
            let text = String(decoding: try #require(files[path]), as: UTF8.self)
            #expect(text.contains(old), "\(old)")
            files[path] = Array(text.replacing(old, with: new).utf8)
            return Self.report(files).findings.contains { $0.rule == "stale-confirmation" }
        }
        #expect(try !isStale("plan.md", "kind: plan\n", "kind: plan  \n# une note\n\n"))
        #expect(try !isStale("personnes.md", "kind: people\n", "kind: people # tous\n"))
        #expect(try !isStale("personnes.md", "inventés.\n", "inventés.  \n\n\n<!-- à voir -->\n"))
        #expect(try isStale("personnes.md", "inventés.\n", "inventés !\n"))
        #expect(try isStale("roles.md", "Décide, et valide", "Décide # et valide"))
        #expect(try isStale("plan.md", "version: 0.1", "version: 0.2"))
    }

    /// A stamp that an older version of planc wrote, over every byte, fits as long as these stay as they were.
    @Test func olderStampsStayValid() {
        func isStale(_ remark: String) -> Bool {
            let plan =
                "---\nkind: plan\ntitle: Plan\norganisation: Library   # \(remark)\nversion: 1.0\nlocales: [en]\nowner: director\n"
                + "approved: {by: director, on: 2026-11-21, of: 66e78e324475}\n---\n\nRead it.  \n"
            let files = [
                "plan.md": plan,
                "roles.md": "---\nkind: roles\nroles:\n  director: {title: Director, holder: ada}\n---\n",
                "people.md": "---\nkind: people\npeople:\n  ada: {name: Ada, reach: {}}\n---\n",
            ]
            return Self.report(files.mapValues { Array($0.utf8) }).findings.contains { $0.rule == "stale-confirmation" }
        }
        #expect(!isStale("ours"))
        #expect(isStale("theirs"))
    }
}
