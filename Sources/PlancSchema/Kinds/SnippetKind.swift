import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

extension Snippet {
    static let declaration = Kind<Snippet, Snippet>(
        noun: Phrase("a snippet"), name: Phrase("snippet"),
        summary: Phrase("a piece of text that messages share"),
        standsAlone: true,
        make: { Snippet(id: $0, title: LocalizedText(), nameSpan: $1, span: $2) },
        body: .texts(\.versions) { $0.versions = $1 },
        keys: Keys {
            Key(
                "title", \.title, { $0.title = $1 }, .localizedText, called: "title", summary: "what authors call it",
                example: "How to check", told: Phrase("How to check"))
            Key(
                "covers", \.covers, { $0.covers = $1 }, .list(.choice { $0.phrase }),
                called: "what readers learn from it",
                summary: "what it tells the reader",
                example: "authenticity")
        })
}
