import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

extension System {
    static let declaration = Kind<System, System>(
        noun: Phrase("a system"), name: Phrase("system"),
        summary: Phrase("what channels and activities rest on"),
        inRegistry: true,
        make: { System(id: $0, title: LocalizedText(), nameSpan: $1, span: $2) },
        keys: Keys {
            Key.title(\.title)
            Key.dependsOn(\.dependsOn)
            Key(
                "supplier", \.supplier, .localizedText, summary: "who provides it", example: "Northtel"
            )
            Key(
                "site", \.site, .localizedText, summary: "where it stands", example: "Lyon")
            Key(
                "note", \.note, .localizedText, summary: "a remark",
                example: "Autre hébergeur, sans compte d'entreprise")
            Key(
                "rto", \.rto, .duration, summary: "how fast it is to be back",
                example: "4h"
            )
            Key(
                "rpo", \.rpo, .duration, summary: "how much data may be lost",
                example: "1h")
        })
}
