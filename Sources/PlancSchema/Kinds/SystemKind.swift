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
            Key.title(\.title, { $0.title = $1 }, example: Phrase("Our mail server"))
            Key.dependsOn(\.dependsOn, { $0.dependsOn = $1 })
            Key(
                "supplier", \.supplier, { $0.supplier = $1 }, .localizedText, called: "supplier",
                summary: "who provides it",
                example: "Northtel"
            )
            Key(
                "site", \.site, { $0.site = $1 }, .localizedText, called: "site", summary: "where it stands",
                example: "Lyon")
            Key(
                "note", \.note, { $0.note = $1 }, .sentence, called: "note", summary: "a remark",
                example: "Another host, without a company account",
                told: Phrase("Another host, without a company account"))
            Key(
                "rto", \.rto, { $0.rto = $1 }, .duration, called: "time to restore",
                summary: "how fast it is to be back",
                example: "4h"
            )
            Key(
                "rpo", \.rpo, { $0.rpo = $1 }, .duration, called: "tolerable loss of data",
                summary: "how much data may be lost",
                example: "1h")
            Key(
                "contact", \.contact, { $0.contact = $1 }, .reference([.person, .role], bare: .person),
                called: "whom to call", summary: "whom to call when it fails: a person, or role:id",
                example: "jean-roux")
            Key(
                "backup", \.backup, { $0.backup = $1 },
                .record(System.Backup.keys, { System.Backup(span: $0) }, span: { $0.span }),
                called: "backup", summary: "where the copy of its data lies, and when restoring it was last tried",
                example: "{at: Safe in Lyon, restored: 2026-10-02}",
                told: Phrase("{at: Safe in Lyon, restored: 2026-10-02}"))
        })
}

extension System.Backup {
    static let keys = Keys<System.Backup> {
        Key(
            "at", \.at, { $0.at = $1 }, .localizedText, called: "place",
            summary: "where the copy lies, apart from the network",
            example: "Safe in Lyon", told: Phrase("Safe in Lyon"))
        Key(
            "restored", \.restored, { $0.restored = $1 }, .confirmation, called: "last restored",
            summary: "when restoring it was last tried, and by whom",
            example: "{on: 2026-10-02, by: rssi}")
    }
}
