import PlancDiagnostics
import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSource

enum SameTitle: Rule {
    static let name = "same-title"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase("two things of one kind with the same title")
    static let why = Phrase(
        """
        Pages call a thing by its title: its id is for authors alone. Of two roles, channels, fields or scenarios with one title nobody can \
        tell on paper which is meant; mostly one was copied, and its title was forgotten. So it is with the names of people, and of the levels of \
        activation. Messages are compared within a scenario, \
        checklists within a scenario and a phase: those of different ones are on different pages.
        """)
    static let rejects = [
        Example(
            Phrase("A role that was copied"),
            [
                "roles.md": ExamplePlan.changing(
                    "roles.md", "guide: {title: ⟦press officer⟧, holder: ben, deputies: [ada]}")
            ]),
        Example(
            Phrase("Two messages of one scenario"),
            [
                "messages/staff-home.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    """
                    title: ⟦"Staff: the library is closed"⟧
                    audiences: staff
                    scenarios: flood
                    """, text: "Please stay at home. News at {{ next-time }}, questions: {{ phone }}.")
            ]),
        Example(
            Phrase("A holder and a deputy of one name"),
            [
                "people.md": ExamplePlan.changing(
                    "people.md",
                    """
                    dan:
                      name: ⟦Ada Marsh⟧
                      reach: {mobile: "+44 7700 900009", mail: dan@library.example}
                      verified: 2026-01-05
                    """),
                "roles.md": ExamplePlan.changing("roles.md", "guide: {title: Guide, holder: ada, deputies: [dan]}"),
            ]),
        Example(
            Phrase("A level that is there twice"),
            [
                "plan.md": ExamplePlan.changing(
                    "plan.md",
                    "levels: [{name: Watch, when: One service is hit, decides: director}, {name: ⟦Watch⟧, when: Two are, decides: director}]"
                )
            ]),
        Example(
            Phrase("A short title that was copied"),
            [
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    flood: {title: Flood, short: Water, disables: [mail-server], affects: [readers, staff], activated-by: director}
                    burst: {title: Burst pipe, short: ⟦Water⟧, disables: [mail-server], affects: [readers, staff], activated-by: director}
                    """),
                "checklists/flood.md": ExamplePlan.changing("checklists/flood.md", "scenarios: [flood, burst]"),
            ]),
        Example(
            Phrase("Levels in the wrong order"),
            [
                "plan.md": ExamplePlan.changing(
                    "plan.md",
                    "levels: [{name: 2 – crisis, when: Two services are hit, decides: director}, {name: ⟦1 – watch⟧, when: One is, decides: director}]"
                )
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("Checklists of two phases"),
            [
                "checklists/flood-after.md": """
                ---
                kind: checklist
                title: Flood
                scenarios: flood
                phase: after
                ---

                - [ ] T+7d @director Thank everybody
                """
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        compare(plan.roles, context, report)
        compare(plan.channels, context, report)
        compare(plan.audiences, context, report)
        compare(plan.systems, context, report)
        compare(plan.scenarios, context, report)
        compareShort(plan, report)
        compare(plan.fields, context, report)
        compare(plan.packs, context, report)
        comparePeople(plan, report)
        compareLevels(plan, report)
        compare(plan.messages, context, report) { ("", $0.scenarios) }
        compare(plan.checklists, context, report) { ($0.phase.value.rawValue, $0.scenarios) }
    }

    /// Scenarios by what edges, legends and the front leaf call them: two whole titles are compared with each other beside this.
    private static func compareShort(_ plan: Plan, _ report: (Finding) -> Void) {
        if plan.scenarios.count < 2 { return }
        var isTold: Set<String> = []
        for locale in plan.locales {
            var first: [String: (scenario: Scenario, name: Located<String>, isShort: Bool)] = [:]
            for scenario in plan.scenarios {
                let short = scenario.short.version(locale)?.text
                guard let name = short ?? scenario.title.version(locale)?.text, !name.value.isEmpty else { continue }
                guard let other = first[folded(name.value)] else {
                    first[folded(name.value)] = (scenario, name, short != nil)
                    continue
                }
                guard short != nil || other.isShort, isTold.insert(scenario.id).inserted else { continue }
                report(
                    finding(
                        at: name.span,
                        Phrase(
                            "pages call scenario '{id}' '{name}', and '{other}' too: they do not tell them apart",
                            ["id": scenario.id, "name": name.value.onOneLine, "other": other.scenario.id]),
                        labels: [Label(other.name.span, Phrase("the same name"))],
                        help: [Phrase("give each a 'short' that says which it is")]))
            }
        }
    }

    private static func folded(_ name: String) -> String {
        let small = name.lowercased()
        return small.unicodeScalars.split { $0.properties.isWhitespace }.map(Substring.init).joined(separator: " ")
    }

    /// People of one name: whoever calls one of them does not know which.
    private static func comparePeople(_ plan: Plan, _ report: (Finding) -> Void) {
        var first: [String: (id: String, span: Span)] = [:]
        for person in plan.people {
            // Somebody who is still to be found has no name yet, and is told as such.
            guard let name = person.title.versions.first?.text, !Placeholders.isAll(ofPerson: name.value) else {
                continue
            }
            guard let other = first[folded(name.value)] else {
                first[folded(name.value)] = (person.id, name.span)
                continue
            }
            report(
                finding(
                    at: name.span,
                    Phrase(
                        "person '{id}' has the name of '{other}': pages do not tell them apart",
                        ["id": person.id, "other": other.id]),
                    labels: [Label(other.span, Phrase("the same name"))],
                    help: [Phrase("write each name so that it says who it is, or leave one of the two entries out")]))
        }
    }

    /// Levels of one name, and levels that begin with a number smaller than the one before.
    private static func compareLevels(_ plan: Plan, _ report: (Finding) -> Void) {
        var first: [String: Span] = [:]
        var last: (number: Int, span: Span)?
        for level in plan.info.levels {
            guard let name = level.name.version(plan.sourceLocale)?.text else { continue }
            if let other = first[folded(name.value)] {
                report(
                    finding(
                        at: name.span,
                        Phrase("two levels of activation are called '{name}'", ["name": name.value.onOneLine]),
                        labels: [Label(other, Phrase("the same name"))],
                        help: [Phrase("give each a name that says which it is, or take one away")]))
                continue
            }
            first[folded(name.value)] = name.span
            guard let number = Int(name.value.prefix { $0.isASCII && $0.isNumber }) else { continue }
            if let last, last.number > number {
                report(
                    finding(
                        at: name.span,
                        Phrase("level {number} stands behind level {other}", ["number": number, "other": last.number]),
                        labels: [Label(last.span, Phrase("the level before"))],
                        help: [Phrase("write the lowest level first: so they are printed")]))
            }
            last = (number, name.span)
        }
    }

    /// - Parameter page: what two of them have in common that may be on one page: a word, and a scenario; nil of what may be on any.
    private static func compare<Thing: Entity>(
        _ things: Entities<Thing>, _ context: RuleContext, _ report: (Finding) -> Void,
        page: (Thing) -> (word: String, scenarios: ScenarioSelection)? = { _ in nil }
    ) {
        if things.count < 2 { return }
        var isTold: Set<Int> = []
        for locale in context.plan.locales {
            var titles: [String: Places] = [:]
            for (place, thing) in things.enumerated() {
                guard let title = thing.title.version(locale) else { continue }
                let key = folded(title.text.value)
                if key.isEmpty { continue }
                let page = page(thing)
                guard
                    let first = titles[key + "\n" + (page?.word ?? ""), default: Places()].add(place, page?.scenarios),
                    !isCopy(thing, of: things[first], context), isTold.insert(place).inserted,
                    let other = things[first].title.version(locale)
                else { continue }
                report(
                    finding(
                        at: title.text.span,
                        Phrase(
                            "{thing} '{id}' has the title of '{other}': pages do not tell them apart",
                            ["thing": Thing.kind.nounWithArticle, "id": thing.id, "other": things[first].id]),
                        labels: [Label(other.text.span, Phrase("the same title"))],
                        help: [Phrase("give each a title that says which it is")]))
            }
        }
    }

    /// A file that is the same to the byte is reported as a copy.
    private static func isCopy(_ thing: some Entity, of other: some Entity, _ context: RuleContext) -> Bool {
        guard thing.nameSpan.file != other.nameSpan.file, !context.sources.files.isEmpty else { return false }
        return context.sources[thing.nameSpan.file].bytes == context.sources[other.nameSpan.file].bytes
    }
}

/// Where one title stands first: anywhere, for all scenarios, and for each of them.
private struct Places {
    private var anywhere: Int?
    private var forAll: Int?
    private var byScenario: [String: Int] = [:]

    /// Adds a thing of the title.
    ///
    /// - Parameter scenarios: nil of what is for none in particular.
    /// - Returns: the first one before that it may be on one page with.
    mutating func add(_ place: Int, _ scenarios: ScenarioSelection?) -> Int? {
        defer { anywhere = anywhere ?? place }
        guard case .some(let references)? = scenarios else {
            defer { forAll = forAll ?? place }
            return anywhere
        }
        var first = forAll
        for reference in references {
            if let before = byScenario[reference.id] {
                // One scenario named twice is no other thing.
                if before != place { first = min(first ?? before, before) }
            } else {
                byScenario[reference.id] = place
            }
        }
        return first
    }
}
