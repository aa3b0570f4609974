import PlancDiagnostics
import PlancDriver
import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSource
import Testing

@testable import PlancRules
@testable import PlancSchema

/// planc's list of what a plan may not leave out: every line of it means something, and leads somewhere.
@Suite struct ProfileListTests {
    private let profiles = Profiles.builtIn

    @Test func everyLineIsUnderstood() {
        #expect(Profiles.faults(in: String(decoding: PackageResources.profiles_txt, as: UTF8.self)) == [])
        #expect(profiles.items.count == 142)
        #expect(profiles.profiles.map(\.name) == ProfileName.allCases)
    }

    @Test func itemsAndProfilesLeadToEachOther() {
        let ids = profiles.items.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(Set(ids).isDisjoint(with: allRules.map { $0.name }), "an exception may name either")
        for profile in profiles.profiles {
            #expect(Set(profile.items).count == profile.items.count)
            for id in profile.items {
                let item = profiles[id]
                #expect(item != nil, "\(profile.name): \(id)")
                #expect(
                    item?.sources.contains { $0.profile == profile.name } ?? false,
                    "\(id) has no source of \(profile.name)")
            }
        }
        let used = Set(profiles.profiles.flatMap(\.items))
        #expect(used == Set(ids))
    }

    @Test func everyItemHasAReasonASourceAndAWayToBeJudged() {
        let documents = Set(profiles.documents.map(\.id))
        let rules = Set(allRules.map { $0.name })
        #expect(profiles.items.count > 50)
        for item in profiles.items {
            #expect(!item.sources.isEmpty && item.sources.allSatisfy { documents.contains($0.document) }, "\(item.id)")
            #expect(item.isByHand == (item.asks.isEmpty && item.rule == nil), "\(item.id)")
            if let rule = item.rule { #expect(rules.contains(rule), "\(item.id): \(rule)") }
            for language in Language.all where language != .english {
                #expect(item.says.text(language) != item.says.english, "\(language.tag): \(item.id)")
                #expect(item.why.text(language) != item.why.english, "\(language.tag): \(item.id)")
            }
        }
    }

    /// A name that is misspelt would find nothing, and so ask for the impossible or for nothing at all.
    @Test func everyNameInAnAskIsKnown() {
        #expect(profiles.items.flatMap(\.asks).count > 50)
        for item in profiles.items {
            for ask in item.asks {
                var check = NameCheck()
                check.read(ask)
                #expect(check.unknown.isEmpty, "\(item.id): \(ask.written): \(check.unknown)")
            }
        }
    }

    @Test func conditionsBindAsTheyAreWritten() throws {
        let ask = try #require(Ask("plan where not a is x|y or b and (c or d <= 2h): count e[f] >= 2"))
        guard case .any(let either)? = ask.filter, case .not(.isOne(_, let words)) = either[0],
            case .all(let both) = either[1], case .any = both[1],
            case .count(let path, .atLeast, .number(2)) = ask.demand
        else {
            Issue.record("\(ask)")
            return
        }
        #expect(words == ["x", "y"])
        #expect(path.parts.count == 1 && path.parts[0].filter != nil)
        for wrong in [
            "plan", "plan: a b", "plan: a[b", "plan: (a", "plan where : a", "plan: a is", "plan: d <= soon", ": a",
        ] {
            #expect(Ask(wrong) == nil, "\(wrong)")
        }
    }
}

/// Follows the names of an ask without a plan.
private struct NameCheck {
    private enum Node: Hashable {
        case thing(EntityKind)
        case step, sending, word
        case record(String)
    }

    private(set) var unknown: [String] = []
    private var records: [String: [KeySchema]] = [:]

    mutating func read(_ ask: Ask) {
        var nodes: Set<Node> = [.thing(.plan)]
        for path in ask.subject { nodes = follow(path, from: nodes) }
        if let filter = ask.filter { read(filter, nodes) }
        read(ask.demand, nodes)
        if let at = ask.at { _ = follow(at, from: nodes) }
    }

    private mutating func read(_ condition: AskedCondition, _ nodes: Set<Node>) {
        switch condition {
        case .has(let path), .isOne(let path, _), .time(let path, _, _), .past(let path), .within(let path, _):
            _ = follow(path, from: nodes)
        case .isAmong(let path, let other):
            _ = follow(path, from: nodes)
            _ = follow(other, from: nodes)
        case .count(let path, _, let measure):
            _ = follow(path, from: nodes)
            if case .count(let other) = measure { _ = follow(other, from: nodes) }
        case .not(let inner): read(inner, nodes)
        case .all(let all), .any(let all): for one in all { read(one, nodes) }
        }
    }

    private mutating func follow(_ path: AskedPath, from nodes: Set<Node>) -> Set<Node> {
        var nodes = nodes
        for part in path.parts {
            var next: Set<Node> = []
            for node in nodes { next.formUnion(lead(node, part.name)) }
            if next.isEmpty { unknown.append("\(part.name) of \(nodes)") }
            nodes = next
            if let filter = part.filter { read(filter, nodes) }
        }
        return nodes
    }

    private mutating func lead(_ node: Node, _ name: String) -> Set<Node> {
        if name == "plan" { return [.thing(.plan)] }
        if name == "scenario" { return [.thing(.scenario)] }
        let kind: AskedKind
        switch node {
        case .thing(let entity): kind = .thing(entity)
        case .step: kind = .step
        case .sending: kind = .sending
        case .word: return []
        case .record(let id):
            guard let keys = records[id], let place = keys.place(of: name) else { return [] }
            return nodes(keys[place].form)
        }
        if let derived = DerivedName.places[kind]?[name] {
            switch DerivedName.all[derived].leadsTo {
            case .thing(let entity): return [.thing(entity)]
            case .step: return [.step]
            case .sending: return [.sending]
            case .word, .record: return [.word]
            }
        }
        guard case .thing(let entity) = kind else { return [] }
        let keys = Schema.keys(of: entity)
        return keys.place(of: name).map { nodes(keys[$0].form) } ?? []
    }

    private mutating func nodes(_ form: ValueForm) -> Set<Node> {
        switch form.element {
        case .reference(let kinds, _): return Set(kinds.map(Node.thing))
        case .obligationStage: return record(AskedThings.satisfactionKeys)
        case .record(let keys), .textOrRecord(let keys): return record(keys)
        case .dateOrRecord(let keys): return record(keys).union([.word])
        default: return [.word]
        }
    }

    private mutating func record(_ keys: [KeySchema]) -> Set<Node> {
        let id = keys.map(\.name).joined(separator: ",")
        records[id] = keys
        return [.record(id)]
    }
}

/// How a plan is judged by the profiles that it chooses, or that somebody asks for.
@Suite struct ProfileChoiceTests {
    private func report(
        profiles line: String?, _ more: [String: String] = [:], asking: [ProfileName]? = nil
    ) -> Report {
        var files = ExamplePlan.files.mapValues { Array($0.utf8) }
        let plan = ExamplePlan.files["plan.md"] ?? ""
        files["plan.md"] = Array(plan.replacingLine("profiles: []", by: line).utf8)
        for (path, text) in more { files[path] = Array(text.utf8) }
        let day = CalendarDate(iso: ExamplePlan.today)!
        let world = MemoryWorld(
            Dictionary(uniqueKeysWithValues: files.map { ("example/\($0.key)", $0.value) }), today: day)
        return check(load(["example"], in: world), asOf: day, profiles: asking)
    }

    @Test func aPlanThatDoesNotChooseIsToldOnce() throws {
        let report = report(profiles: nil)
        let finding = try #require(report.findings.first)
        #expect(report.findings.count == 1)
        #expect(finding.rule == "missing-from-profile" && finding.severity == .note)
        #expect(report.scope.profiles == ["trust"])
    }

    @Test func aPlanThatChoosesNoneIsNotAsked() {
        #expect(report(profiles: "profiles: []").findings.isEmpty)
        #expect(report(profiles: "profiles: []").scope.profiles == [])
    }

    @Test func eachItemSpeaksAtItsPlaceWithItsSeverity() throws {
        let findings = report(profiles: "profiles: small").findings
        #expect(findings.allSatisfy { $0.rule == "missing-from-profile" })
        #expect(Set(findings.compactMap(\.item)) == ["offline-copies", "outside-help", "backups-tried"])
        #expect(findings.first { $0.item == "offline-copies" }?.severity == .error)
        #expect(findings.first { $0.item == "outside-help" }?.severity == .warning)
    }

    @Test func whatIsAskedForInTheCommandWins() {
        let findings = report(profiles: "profiles: []", asking: [.small]).findings
        #expect(findings.count == 3)
        #expect(report(profiles: "profiles: trust", asking: []).findings.isEmpty)
    }

    @Test func anUnknownProfileHasANearestName() throws {
        let finding = try #require(report(profiles: "profiles: trst").findings.first)
        #expect(finding.rule == "unknown-value")
        #expect(finding.fixes.first?.edits.first?.replacement == "trust")
    }

    @Test func anExceptionMayNameOneItem() {
        let findings = report(profiles: "# planc: allow offline-copies: it depends on the wall\nprofiles: small")
            .findings
        // The comment covers the line below it, not the title at which the finding stands.
        #expect(findings.contains { $0.rule == "unused-exception" })
        // Of an item that is not asked now the other's finding may be the reason.
        let other = report(profiles: "# planc: allow hotline: nobody calls us\nprofiles: small").findings
        #expect(!other.contains { $0.rule == "unused-exception" })
        let allowed = report(
            profiles: "profiles: small",
            [
                "plan.md": (ExamplePlan.files["plan.md"] ?? "").replacingLine("profiles: []", by: "profiles: small")
                    .replacingLine(
                        "title: Library continuity plan",
                        by: "# planc: allow offline-copies: it depends on the wall\ntitle: Library continuity plan")
            ])
        #expect(Set(allowed.findings.compactMap(\.item)) == ["outside-help", "backups-tried"])
        #expect(allowed.scope.allowed == 1)
        #expect(!allowed.findings.contains { $0.rule == "unused-exception" })
    }

    @Test(arguments: [
        ("profiles: nis2\nsubject-to: [not-nis2]", 1),
        ("profiles: []\nsubject-to: [not-nis2]\nfacts: {nis2-essential-or-important: true}", 1),
        ("profiles: []\nsubject-to: [nis2-important]\nfacts: {nis2-essential-or-important: false}", 1),
        ("profiles: []\nsubject-to: [nis2-important]\nfacts: {nis2-essential-or-important: true}", 0),
        ("profiles: nis2\nsubject-to: [nis2-essential]", 0), ("profiles: nis2", 0),
    ]) func whatCannotBothBeTrueIsTold(_ lines: String, _ count: Int) {
        #expect(report(profiles: lines).findings.count { $0.rule == "contradiction" } == count)
    }

    /// The authority that has a number of its own is no outside help without one.
    @Test func anAuthoritysOwnNumberIsOne() {
        func isMissed(_ reach: String) -> Bool {
            let audiences = """
                ---
                kind: audiences
                audiences:
                  office: {title: Food office, type: authorities, channels: [line]\(reach)}
                ---
                """
            let channels = """
                ---
                kind: channels
                channels:
                  line: {title: Telephone, type: voice, operated-by: press}
                ---
                """
            let report = report(
                profiles: "profiles: small", ["more-audiences.md": audiences, "more-channels.md": channels])
            return report.findings.contains { $0.item == "outside-help" && $0.message.english.contains("Food office") }
        }
        #expect(isMissed(""))
        #expect(!isMissed(", reach: {line: \"+44 1632 960240\"}"))
    }

    /// A restoration that is still to come is none.
    @Test func aDayToComeIsNoTry() {
        func isMissed(_ day: String) -> Bool {
            let systems = (ExamplePlan.files["systems.md"] ?? "").replacing(
                "rto: 8h}", with: "rto: 8h, backup: {at: the safe, restored: \(day)}}")
            let findings = report(profiles: "profiles: small", ["systems.md": systems]).findings
            return findings.contains { $0.item == "backups-tried" || $0.rule == "future-day" }
        }
        #expect(!isMissed("2026-01-02"))
        #expect(isMissed("2027-01-02"))
    }

    /// What is missing from a plan that was read in part may be in the other part.
    @Test func aPlanThatWasReadInPartIsNotAsked() {
        let report = report(profiles: "profiles: small", ["roles.md": "---\nkind: roles\nroles: [\n---\n"])
        #expect(!report.findings.contains { $0.rule == "missing-from-profile" })
        #expect(report.scope.profiles == [])
    }

    @Test func aMarkSaysWhatAStepIsForInAnyLanguage() throws {
        let list = (ExamplePlan.files["checklists/flood.md"] ?? "").replacingLine(
            "- [ ] T0 @caretaker Switch off the power in the basement",
            by: "- [ ] T0 @caretaker #log #clock Die Uhrzeit aufschreiben")
        let report = report(profiles: "profiles: []", ["checklists/flood.md": list])
        #expect(report.findings.isEmpty)
        let step = try #require(report.plans.first?.checklists["flood"]?.stages.first?.steps.first)
        #expect(step.meanings.map(\.value) == [.log, .clock])
        #expect(step.text.plainText == "Die Uhrzeit aufschreiben")
    }

    @Test func aMarkThatIsAlmostOneIsReadAndTold() throws {
        let list = (ExamplePlan.files["checklists/flood.md"] ?? "").replacingLine(
            "- [ ] T0 @caretaker Switch off the power in the basement",
            by: "- [ ] T0 @caretaker #isolte Switch off the power")
        let report = report(profiles: "profiles: []", ["checklists/flood.md": list])
        #expect(report.findings.map(\.rule) == ["unknown-value"])
        let step = try #require(report.plans.first?.checklists["flood"]?.stages.first?.steps.first)
        #expect(step.meanings.map(\.value) == [.isolate])
    }

    @Test(arguments: [
        ("#Log Switch off", [StepMeaning.log]), ("# log Switch off", [.log]),
        ("#log,#clock Switch off", [.log, .clock]),
        ("*#log* Switch off", [.log]), ("**#Clock** Switch off", [.clock]), ("#journal Switch off", [.log]),
        ("#Übergabe Switch off", [.handOver]), ("Switch off #log", [.log]), ("Switch off #log #clock", [.log, .clock]),
    ]) func aMarkThatIsWrittenOtherwiseIsReadAndTold(_ written: String, _ meant: [StepMeaning]) throws {
        let before = "- [ ] T0 @caretaker Switch off the power in the basement"
        func list(_ line: String) -> [String: String] {
            ["checklists/flood.md": (ExamplePlan.files["checklists/flood.md"] ?? "").replacingLine(before, by: line)]
        }
        let report = report(profiles: "profiles: []", list("- [ ] T0 @caretaker \(written)"))
        let finding = try #require(report.findings.first)
        #expect(report.findings.count == 1)
        let step = try #require(report.plans.first?.checklists["flood"]?.stages.first?.steps.first)
        #expect(step.meanings.map(\.value) == meant)
        #expect(step.text.plainText == "Switch off")
        let marks = meant.map { "#" + $0.rawValue }.joined(separator: " ")
        let written = finding.fixes.flatMap(\.edits).map(\.replacement)
        #expect(written.contains(marks) || written.contains(marks + " "))
    }

    @Test(arguments: ["Switch off #3", "#3 switch off", "Switch off # 3", "Post it with \\#log", "#12,#13 are broken"])
    func whatIsNoMarkIsText(_ written: String) {
        let list = (ExamplePlan.files["checklists/flood.md"] ?? "").replacingLine(
            "- [ ] T0 @caretaker Switch off the power in the basement", by: "- [ ] T0 @caretaker \(written)")
        let report = report(profiles: "profiles: []", ["checklists/flood.md": list])
        #expect(report.findings.isEmpty)
        #expect(report.plans.first?.checklists["flood"]?.stages.first?.steps.first?.meanings.isEmpty ?? false)
    }
}

extension String {
    /// With one line replaced, or taken away.
    fileprivate func replacingLine(_ line: String, by other: String?) -> String {
        split(separator: "\n", omittingEmptySubsequences: false).compactMap { one -> String? in
            one == Substring(line) ? other : String(one)
        }.joined(separator: "\n")
    }
}
