import PlancDiagnostics
import PlancDriver
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax
import Testing

/// The law *absence*: for every optional thing that a profile of a plan asks for, take it away, and a finding says so.
@Suite struct AbsenceLaw {
    /// Something taken out of a plan, and the item that has to miss it.
    struct Case: Sendable, CustomTestStringConvertible {
        var plan: SubjectPlan
        var item: String
        var taken: String
        var changed: SubjectPlan

        var testDescription: String { "\(plan.name): \(item) without \(taken)" }
    }

    static let cases = LawSize.sample(SubjectPlan.examples.flatMap { keys($0) + marks($0) + parts($0) }, 30)

    @Test(arguments: cases) func whatIsTakenAwayIsMissed(_ one: Case) {
        let report = one.changed.check()
        let rule = Profiles.builtIn[one.item]?.rule
        // A plan that cannot be read any more says so, and is not asked.
        let isMissed = report.findings.contains {
            $0.item == one.item || (rule != nil && $0.rule == rule)
                || (isRuleOfReading($0.rule) && $0.severity == .error)
        }
        #expect(isMissed, "\(report.findings.map { "\($0.item ?? $0.rule): \($0.message.english)" })")
    }

    @Test func theLawHasSomethingToTake() {
        #expect(SubjectPlan.examples.allSatisfy { Self.keys($0).count > 5 && !Self.marks($0).isEmpty })
    }

    private static func items(_ plan: SubjectPlan) -> [Profiles.Item] {
        let names = plan.check().plans.first?.info.profiles?.map(\.value) ?? []
        return Profiles.builtIn.items(of: names)
    }

    // MARK: Keys

    /// The keys that a demand looks at in the things it is asked of, taken from all of these.
    private static func keys(_ plan: SubjectPlan) -> [Case] {
        var cases: [Case] = []
        for item in items(plan) {
            for ask in item.asks {
                guard ask.subject.count == 1, let kind = kind(of: ask.subject[0]) else { continue }
                let optional = Set(Schema.keys(of: kind).filter { !$0.isRequired }.map(\.name))
                let wanted = names(ask.demand).filter(optional.contains)
                // What the filter looks at as well would take away the question with the answer.
                let asked = Set(ask.filter.map(names) ?? [])
                guard !wanted.isEmpty, asked.isDisjoint(with: wanted), wanted.count == names(ask.demand).count else {
                    continue
                }
                let changed = plan.without(wanted, of: kind)
                if changed.files != plan.files {
                    cases.append(
                        Case(plan: plan, item: item.id, taken: wanted.joined(separator: ", "), changed: changed))
                }
            }
        }
        return cases
    }

    private static func kind(of path: AskedPath) -> EntityKind? {
        guard path.parts.count == 1 else { return nil }
        if path.parts[0].name == "plan" { return .plan }
        return EntityKind.all.first { $0.registryKey == path.parts[0].name }
    }

    /// The names with which the paths of a condition begin.
    private static func names(_ condition: AskedCondition) -> [String] {
        switch condition {
        case .has(let path), .isOne(let path, _), .time(let path, _, _), .count(let path, _, _), .past(let path),
            .within(let path, _), .isAmong(let path, _):
            path.parts.prefix(1).map(\.name)
        case .not(let inner): names(inner)
        case .all(let all), .any(let all): all.flatMap(names)
        }
    }

    // MARK: Marks of steps

    private static func marks(_ plan: SubjectPlan) -> [Case] {
        items(plan).flatMap { item -> [Case] in
            let written = item.asks.map(\.demandWritten).joined(separator: " ")
            return StepMeaning.allCases.compactMap { meaning -> Case? in
                guard
                    written.contains("means is \(meaning.rawValue)]")
                        || written.contains("means is \(meaning.rawValue) ")
                else { return nil }
                var changed = plan
                for path in plan.sources where path.hasPrefix("checklists/") {
                    let without = plan.text(path).replacing(" #\(meaning.rawValue)", with: "")
                    changed = changed.with(path, without)
                }
                if changed.files == plan.files { return nil }
                return Case(plan: plan, item: item.id, taken: "#\(meaning.rawValue)", changed: changed)
            }
        }
    }

    // MARK: Whole parts

    /// Registries, and members of lists, that were found to be missed by nobody.
    private static func parts(_ plan: SubjectPlan) -> [Case] {
        guard plan.name == "valmereau" else { return [] }
        var cases: [Case] = []
        func take(_ item: String, _ taken: String, _ changed: SubjectPlan) {
            cases.append(Case(plan: plan, item: item, taken: taken, changed: changed))
        }
        func drop(_ word: String, from key: String, _ path: String) -> SubjectPlan {
            let lines = plan.text(path).split(separator: "\n", omittingEmptySubsequences: false).map { line in
                guard line.hasPrefix(key + ":") else { return String(line) }
                let (front, list) = (line.prefix { $0 != "[" }, line.drop { $0 != "[" }.dropFirst().dropLast())
                let words = list.split(separator: ",").map { $0.drop { $0 == " " } }.filter { $0 != Substring(word) }
                return front + "[" + words.joined(separator: ", ") + "]"
            }
            return plan.with(path, lines.joined(separator: "\n"))
        }
        var withoutPacks = plan
        withoutPacks.files["dossiers.md"] = nil
        take("offline-copies", "all packs", withoutPacks)
        let attack = "scenarios/rancongiciel.md"
        take(
            "affected-are-listed", "private customers in affects", drop("clients-particuliers", from: "affects", attack)
        )
        take("affected-are-listed", "suppliers in affects", drop("fournisseurs", from: "affects", attack))
        take("affected-are-listed", "employees in affects", drop("salaries", from: "affects", attack))
        take("art33-carried", "GDPR 33 in the ransomware scenario", drop("eu-gdpr-33", from: "obligations", attack))
        take(
            "art34-carried", "GDPR 34 in the data leak", drop("eu-gdpr-34", from: "obligations", "scenarios/fuite.md"))
        take("nis2-in-scenarios", "NIS2 in the overload", drop("eu-nis2-23", from: "obligations", "scenarios/ddos.md"))
        let list = plan.text("checklists/nis2.md").split(separator: "\n", omittingEmptySubsequences: false)
        take(
            "nis2-notification", "the step of the notification",
            plan.with("checklists/nis2.md", list.filter { !$0.hasPrefix("- [ ] T+48h") }.joined(separator: "\n")))
        return cases
    }
}

extension SubjectPlan {
    /// The plan without some keys of all things of a kind, wherever they are written.
    fileprivate func without(_ names: [String], of kind: EntityKind) -> SubjectPlan {
        var changed = self
        for path in sources {
            let bytes = files[path] ?? []
            let parsed = parse(SourceFile(path: path, bytes: bytes), id: FileID(0))
            guard let front = parsed.frontMatter, let written = front["kind"]?.scalar?.value else { continue }
            let maps: [[YAMLNode.Entry]]
            if written == kind.rawValue {
                maps = [front.entries ?? []]
            } else if written == kind.registryKey {
                maps = (front[kind.registryKey]?.entries ?? []).map { $0.value.entries ?? [] }
            } else {
                continue
            }
            let extents = maps.flatMap { $0 }.filter { names.contains($0.key.value) }.map {
                PlanEdits.extent($0, in: bytes)
            }
            var rest = bytes
            for range in extents.sorted(by: { $0.lowerBound > $1.lowerBound }) { rest.removeSubrange(range) }
            changed.files[path] = rest
        }
        return changed
    }
}
