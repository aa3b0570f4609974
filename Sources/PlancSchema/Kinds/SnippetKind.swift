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
        body: .texts(\.versions),
        keys: Keys {
            Key(
                "title", \.title, .localizedText, called: "title", summary: "what authors call it",
                example: "Comment vérifier")
            Key(
                "covers", \.covers, .list(.choice { $0.phrase }), called: "what readers learn from it",
                summary: "what it tells the reader",
                example: "authenticity")
        })
}
