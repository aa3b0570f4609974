import PlancDiagnostics
import PlancDocument
import PlancModel
import PlancSource
import Testing

@testable import PlancLowering

/// The laws *near miss* and *truth at the time*, for checklists in two languages: when a step of one text is deleted, added, split,
/// moved or put at another time, a finding tells it; and on paper each step keeps its own time, role and words together.
@Suite struct TranslatedStepsLaw {
    struct Subject: CustomTestStringConvertible, Sendable {
        var list: TranslatedList
        var testDescription: String
    }

    static let subjects = LawSize.sample(
        TranslatedList.whole.enumerated().flatMap { number, list in
            TranslatedList.Slip.allCases.flatMap { slip in
                [true, false].flatMap { inSource in
                    list.source.indices.compactMap { place in
                        list.with(slip, at: place, inSource: inSource).map {
                            Subject(
                                list: $0,
                                testDescription:
                                    "list \(number), step \(place) \(slip) in the \(inSource ? "source" : "translation")"
                            )
                        }
                    }
                }
            }
        }, 30)

    private static func plan(_ list: TranslatedList) -> SubjectPlan {
        func file(_ head: String, _ entries: [TranslatedList.Entry]) -> String {
            "---\nkind: checklist\n\(head)\n---\n\n" + entries.map(\.written).joined(separator: "\n") + "\n"
        }
        var files = ExamplePlan.files
        files["plan.md"] = files["plan.md"]?.replacing("locales: [en]", with: "locales: [en, fr]")
        files["checklists/flood.md"] = file("title: Flood\nscenarios: flood\nphase: during", list.source)
        files["checklists/flood.fr.md"] = file("title: Inondation", list.translation)
        return SubjectPlan(name: "translated", files: files.mapValues { Array($0.utf8) })
    }

    private static func told(_ list: TranslatedList) -> [String] {
        plan(list).check().findings.filter { $0.rule == "uneven-checklist" }.map(\.message.english)
    }

    @Test(arguments: TranslatedList.whole) func aWholeTranslationIsEven(_ list: TranslatedList) throws {
        #expect(Self.told(list) == [])
        let rows = try printed(list)
        #expect(rows.map { id(of: $0, list) } == list.source.map(\.id))
        for (row, entry) in zip(rows, list.translation) { #expect(has(row, entry)) }
    }

    @Test(arguments: subjects) func aSlipIsTold(_ subject: Subject) { #expect(Self.told(subject.list) != []) }

    @Test(arguments: subjects) func aPrintedStepIsOneStep(_ subject: Subject) throws {
        let plan = try #require(Self.plan(subject.list).bound)
        let words = Words(Locale("fr"))
        let rows = try printed(subject.list)
        for row in rows {
            let id = id(of: row, subject.list)
            let isOwn = subject.list.source.contains { entry in
                entry.id == id && Offset(notation: entry.time).map(words.offset) == row.time
                    && row.who.plainText.contains(plan.roles[entry.role]?.title.text(Locale("fr")) ?? "?")
            }
            #expect(isOwn, "\(row.time) \(row.who.plainText): \(row.text.plainText)")
            let own = (subject.list.source + subject.list.translation).filter { $0.id == id }.flatMap(\.substeps)
            for part in row.substeps {
                #expect(own.contains { letters($0) == letters(part.text.plainText) }, "\(part.text.plainText)")
            }
        }
        #expect(rows.map { id(of: $0, subject.list) ?? -1 }.sorted() == subject.list.source.map(\.id).sorted())
    }

    private func printed(_ list: TranslatedList) throws -> [StepRow] {
        let plan = try #require(Self.plan(list).bound)
        var options = LoweringOptions()
        options.locales = [Locale("fr")]
        options.sections = [.checklists]
        let document = try #require(lower(plan, options).first { $0.path == "fr/checklists/flood" }).document
        var rows: [StepRow] = []
        var isDuring = true
        func walk(_ blocks: [Block]) {
            for block in blocks {
                switch block {
                case .heading(_, let runs, _):
                    if [Phase.before, .after].map(Words(Locale("fr")).phase).contains(runs.plainText) {
                        isDuring = false
                    }
                case .together(let inner): walk(inner)
                case .steps(let list): if isDuring { rows += list.steps }
                default: break
                }
            }
        }
        walk(document.blocks)
        return rows
    }

    /// Whose words a row has; nil for nobody's.
    private func id(of row: StepRow, _ list: TranslatedList) -> Int? {
        (list.source + list.translation).filter { has(row, $0) }.max { $0.words.count < $1.words.count }?.id
    }

    private func has(_ row: StepRow, _ entry: TranslatedList.Entry) -> Bool {
        letters(row.text.plainText).hasPrefix(letters(entry.words))
    }

    private func letters(_ text: String) -> String { text.filter(\.isLetter) }
}
