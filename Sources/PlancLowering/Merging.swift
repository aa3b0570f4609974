import PlancAnalysis
import PlancDocument
import PlancMarkup
import PlancModel

/// The steps of all lists of a scenario under one row of headings.
extension ScenarioContext {
    /// What stands under one heading.
    struct Section {
        var heading: [Run]
        var introduction: [Block] = []
        var rows: [StepRow] = []
    }

    /// The lists of a phase that are part of the scenario, by id.
    func checklists(_ phase: Phase) -> [Checklist] {
        plan.checklists.filter { $0.phase.value == phase && $0.scenarios.contains(id) }.sorted { $0.id < $1.id }
    }

    /// The top steps of a phase by time, and the texts of the lists that have no steps; `without`: steps that stand elsewhere.
    func sections(_ phase: Phase, without steps: [PlannedStep] = []) -> [Section] {
        let entries = (timeline?.entries ?? []).filter { entry in
            entry.phase == phase && entry.path.count == 1
                && !steps.contains { ($0.checklist, $0.stage, $0.path) == (entry.checklist, entry.stage, entry.path) }
        }
        return sections(entries, of: checklists(phase))
    }

    /// Steps under the headings of the list with the most stages; the steps of the other lists stand among its steps by
    /// their time, and each of them says which list it is from, unless a heading of its own list is the last above it.
    ///
    /// What introduces a stage stands before the first of its steps, under the heading of the stage, whichever list that step
    /// is from. Stages without steps stand before the stage that follows them in their list, or at the end.
    /// - Parameter own: on the sheet of one role.
    func sections(_ entries: [PlannedStep], of lists: [Checklist], own: Role? = nil) -> [Section] {
        let spine = spine(of: entries)
        let names = (spine.map(stages) ?? []).map { $0.heading?.plainText.lowercased() ?? "" }
        var told = Told()
        var sections: [Section] = []
        // The stage that the last section has; else the last heading of another list, and the one that opened the section.
        var (current, guest, opener) = (-1, "", "")
        // Whether the last step is done only in the case that its heading says.
        var isInCase = false
        // The lists of whose steps some stand in the last section.
        var inside: Set<String> = []
        for entry in entries {
            let isSpine = entry.checklist == spine
            let isConditional = !cases(of: entry.stage, in: entry.checklist).isEmpty
            let known = isSpine ? entry.stage : place(of: entry, among: names)
            let before = passed(before: entry.stage, of: entry.checklist, &told)
            sections += before.map { section($0.number, $0.stage, of: entry.checklist, isNamed: !isSpine) }
            var text = told.add(entry.checklist, entry.stage) ? introduction(entry) : []
            var opens = sections.isEmpty || !before.isEmpty
            var row = row(entry, own: own)
            if let known {
                // What introduces the stage of another list stands with that of the stage, above all steps of both.
                if !isSpine, !text.isEmpty {
                    let title = edition.title(.checklist, entry.checklist)
                    text.insert(.paragraph([.text(words.from(title))], .small), at: 0)
                    opens = opens || inside.contains(entry.checklist)
                }
                if opens || known != current {
                    if let spine, !isSpine {
                        let opened = opened(known, of: spine, &told)
                        sections += opened.before
                        text = opened.text + text
                    }
                    sections.append(opening(entry, again: sections))
                    inside = []
                }
                sections[sections.count - 1].introduction += text
                if !isSpine { row.note(from: edition.title(.checklist, entry.checklist), words) }
                current = known
                guest = ""
            } else {
                // What introduces a stage needs a heading of its own. So does a step that is done in another case than the last.
                let source = namedHeading(of: stage(entry), entry.stage, in: entry.checklist)
                opens = opens || !text.isEmpty || source.plainText != guest && (isConditional || isInCase)
                if opens {
                    sections.append(Section(heading: source, introduction: text))
                    inside = []
                    current = -1
                    opener = source.plainText
                } else if current >= 0 || source.plainText != opener {
                    // The heading of its stage is said once for a row of steps, its list with each.
                    let isAgain = source.plainText == guest
                    row.note(from: isAgain ? edition.title(.checklist, entry.checklist) : source.plainText, words)
                }
                guest = source.plainText
            }
            isInCase = isConditional
            inside.insert(entry.checklist)
            sections[sections.count - 1].rows.append(row)
        }
        return sections + untold(lists, spine, &told)
    }

    /// The stage among those of another list, small, that has the heading of a step's own.
    private func place(of entry: PlannedStep, among headings: [String]) -> Int? {
        guard let heading = stage(entry)?.heading?.plainText.lowercased(), !heading.isEmpty else { return nil }
        return headings.firstIndex(of: heading)
    }

    /// Stages without steps that stand before none that has some.
    private func untold(_ lists: [Checklist], _ spine: String?, _ told: inout Told) -> [Section] {
        lists.flatMap { list in
            stages(list.id).enumerated().filter { $0.element.steps.isEmpty && told.add(list.id, $0.offset) }
                .map { section($0.offset, $0.element, of: list.id, isNamed: list.id != spine) }
        }
    }

    /// What stands before a stage of a list that a step of another list opens: the stages passed, and what introduces it.
    private func opened(_ place: Int, of list: String, _ told: inout Told) -> (before: [Section], text: [Block]) {
        let before = passed(before: place, of: list, &told).map { section($0.number, $0.stage, of: list) }
        guard told.add(list, place) else { return (before, []) }
        return (before, introduction(place, stages(list)[place], of: list))
    }

    /// Stages whose texts have been printed.
    private struct Told {
        private var stages: [String: Set<Int>] = [:]

        /// Whether it had not been told before.
        mutating func add(_ list: String, _ stage: Int) -> Bool {
            stages[list, default: []].insert(stage).inserted
        }
    }

    /// The stages before one whose texts belong before it and have not been told: those without steps, and those that it is a
    /// part of.
    private func passed(
        before place: Int, of list: String, _ told: inout Told
    ) -> [(number: Int, stage: Checklist.Stage)] {
        let stages = stages(list)
        guard stages.indices.contains(place) else { return [] }
        var level = stages[place].level
        var found: [(number: Int, stage: Checklist.Stage)] = []
        for number in (0..<place).reversed() {
            let stage = stages[number]
            let isAround = stage.heading != nil && stage.level < level
            if isAround { level = stage.level }
            let isTold = !stage.introduction.isEmpty || stage.isConditional
            if stage.steps.isEmpty || isAround && isTold, told.add(list, number) {
                found.append((number, stage))
            }
        }
        return found.reversed()
    }

    /// The stages of a list as the reader's locale has them.
    func stages(_ list: String) -> [Checklist.Stage] {
        plan.checklists[list]?.version(edition.locale)?.printed ?? []
    }

    /// The text of a stage under its heading.
    private func section(
        _ number: Int, _ stage: Checklist.Stage, of list: String, isNamed: Bool = false
    ) -> Section {
        var heading = namedHeading(of: stage, number, in: list)
        if !isNamed {
            let words = headingRuns(of: stage, number, in: list)
            if !words.isEmpty { heading = words }
        }
        return Section(heading: heading, introduction: introduction(number, stage, of: list))
    }

    /// The title of a list with the heading of one of its stages, as the reader's pages have both.
    private func namedHeading(of stage: Checklist.Stage?, _ number: Int, in list: String) -> [Run] {
        let title = Run.text(edition.title(.checklist, list))
        let words = stage.map { headingRuns(of: $0, number, in: list) } ?? []
        return words.isEmpty ? [title] : [title, .text(" · ")] + headings(above: number, in: list) + words
    }

    /// The heading of a stage, as it is read when the stage begins.
    func headingRuns(of stage: Checklist.Stage, _ number: Int, in list: String) -> [Run] {
        stage.heading.map { atBeginning(of: number, in: list).runs($0) } ?? []
    }

    /// The list with the most stages; of equals the first in the order of time.
    private func spine(of entries: [PlannedStep]) -> String? {
        var stages: [(list: String, places: Set<Int>)] = []
        for entry in entries {
            if let place = stages.firstIndex(where: { $0.list == entry.checklist }) {
                stages[place].places.insert(entry.stage)
            } else {
                stages.append((entry.checklist, [entry.stage]))
            }
        }
        return stages.enumerated().max { a, b in
            (a.element.places.count, -a.offset) < (b.element.places.count, -b.offset)
        }?.element.list
    }

    private func opening(_ entry: PlannedStep, again sections: [Section]) -> Section {
        let heading = stage(entry).map { headingRuns(of: $0, entry.stage, in: entry.checklist) } ?? []
        let title = heading.isEmpty ? [.text(edition.title(.checklist, entry.checklist))] : heading
        let isAgain = sections.contains { $0.heading.plainText == title.plainText && !$0.rows.isEmpty }
        guard isAgain else { return Section(heading: title) }
        let above = heading.isEmpty ? [] : headings(above: entry.stage, in: entry.checklist)
        return Section(heading: above + title + [.text(" (\(words.continued))")])
    }

    private func introduction(_ entry: PlannedStep) -> [Block] {
        stage(entry).map { introduction(entry.stage, $0, of: entry.checklist) } ?? []
    }

    /// - Parameter place: where it is printed, for what links lead to: a sheet may have it in two places.
    func introduction(
        _ number: Int, _ stage: Checklist.Stage, of list: String, anchor place: String = "stage"
    ) -> [Block] {
        figures(stage.heading ?? [])
            + atBeginning(of: number, in: list).blocks(
                stage.introduction, anchors: anchor(place, list, "\(number)"), level: 4)
    }
}

extension StepRow {
    /// Says which list it is from.
    fileprivate mutating func note(from list: String, _ words: Words) {
        note([.paragraph([.text(words.from(list))], .small)])
    }
}
