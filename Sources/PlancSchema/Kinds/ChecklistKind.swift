import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

extension Checklist {
    static let declaration = Kind<Checklist, Checklist>(
        noun: Phrase("a checklist"), name: Phrase("checklist"),
        summary: Phrase("steps, who does them and when"),
        standsAlone: true,
        make: {
            Checklist(
                id: $0, title: LocalizedText(), scenarios: .some([]), phase: Located(.during, $1), nameSpan: $1,
                span: $2)
        },
        body: .steps(\.versions) { $0.versions = $1 },
        keys: Keys {
            Key.title(\.title, { $0.title = $1 }, example: Phrase("The first hour"))
            Key.scenarios(\.scenarios, { $0.scenarios = $1 })
            Key.phase(\.phase, { $0.phase = $1 })
        })
}
