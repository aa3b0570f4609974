import PlancAnalysis
import PlancDocument
import PlancMarkup
import PlancModel

/// The steps of all lists of a scenario under one row of headings.
extension Scene {
    /// What stands under one heading.
    struct Section {
        var heading: [Run]
        var introduction: [Block] = []
        var rows: [StepRow] = []
    }

    /// The top steps of a phase by time. The headings are those of the list with the most stages; the steps of the other
    /// lists stand among its steps by their time, and the first of each row of them says where it comes from.
    func sections(_ phase: Phase) -> [Section] {
        let entries = (timeline?.entries ?? []).filter { $0.phase == phase && $0.path.count == 1 }
        guard let spine = spine(of: entries) else { return [] }
        let names = headings(of: spine)
        var sections: [Section] = []
        var current = -1
        var guest = ""
        for entry in entries {
            let heading = stage(entry)?.heading?.plainText ?? ""
            let isSpine = entry.checklist == spine
            let known =
                isSpine
                ? entry.stage : names.firstIndex(of: heading.lowercased()).flatMap { heading.isEmpty ? nil : $0 }
            let changes = known.map { $0 != current } ?? sections.isEmpty
            if changes {
                current = known ?? -1
                sections.append(opening(entry, named: known != nil, again: sections))
                guest = ""
            }
            var row = row(entry)
            if known == nil {
                let source = edition.title(.checklist, entry.checklist) + (heading.isEmpty ? "" : " · " + heading)
                if source != guest {
                    row.detail = (entry.path == [0] ? introduction(entry) : []) + row.detail
                    row.detail.append(.paragraph([.text(words.from(source))], .small))
                }
                guest = source
            } else {
                guest = ""
                if !isSpine, entry.path == [0] { row.detail = introduction(entry) + row.detail }
            }
            sections[sections.count - 1].rows.append(row)
        }
        return sections
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

    private func headings(of checklist: String) -> [String] {
        plan.checklists[checklist]?.version(edition.locale)?.stages.map { $0.heading?.plainText.lowercased() ?? "" }
            ?? []
    }

    private func opening(_ entry: PlannedStep, named: Bool, again sections: [Section]) -> Section {
        let heading: [Run] = (named ? stage(entry)?.heading : nil).map { runs($0) } ?? []
        let title = heading.isEmpty ? [.text(edition.title(.checklist, entry.checklist))] : heading
        let isAgain = sections.contains { $0.heading.plainText == title.plainText }
        return Section(
            heading: isAgain ? title + [.text(" (\(words.continued))")] : title,
            introduction: named && !isAgain ? introduction(entry) : [])
    }

    private func introduction(_ entry: PlannedStep) -> [Block] {
        stage(entry).map {
            blocks($0.introduction, anchors: anchor("stage", entry.checklist, "\(entry.stage)"), level: 4)
        } ?? []
    }
}
