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
            Key.title(\.title, example: Phrase("Our mail server"))
            Key.dependsOn(\.dependsOn)
            Key(
                "supplier", \.supplier, .localizedText, called: "supplier", summary: "who provides it",
                example: "Northtel"
            )
            Key(
                "site", \.site, .localizedText, called: "site", summary: "where it stands", example: "Lyon")
            Key(
                "note", \.note, .localizedText, called: "note", summary: "a remark",
                example: "Autre hébergeur, sans compte d'entreprise")
            Key(
                "rto", \.rto, .duration, called: "time to restore", summary: "how fast it is to be back",
                example: "4h"
            )
            Key(
                "rpo", \.rpo, .duration, called: "tolerable loss of data", summary: "how much data may be lost",
                example: "1h")
            Key(
                "contact", \.contact, .reference([.person, .role], bare: .person),
                called: "whom to call", summary: "whom to call when it fails: a person, or role:id",
                example: "jean-roux")
            Key(
                "backup", \.backup, .record(System.Backup.keys, { System.Backup(span: $0) }, span: { $0.span }),
                called: "backup", summary: "where the copy of its data lies, and when restoring it was last tried",
                example: "{at: Coffre de Lyon, restored: 2026-10-02}")
        })
}

extension System.Backup {
    static let keys = Keys<System.Backup> {
        Key(
            "at", \.at, .localizedText, called: "place", summary: "where the copy lies, apart from the network",
            example: "Coffre de Lyon")
        Key(
            "restored", \.restored, .confirmation, called: "last restored",
            summary: "when restoring it was last tried, and by whom",
            example: "{on: 2026-10-02, by: rssi}")
    }
}
