import PlancMarkup
import PlancModel

extension Confirmation {
    /// What `planc confirm` records under a key of its own: the day, who did it, and a stamp of what was confirmed. A bare date
    /// is a confirmation without a stamp.
    static let keys = Keys<Confirmation> {
        Key(
            "on", \.on, { $0.on = $1 }, .date(.done), required: true, called: "date", summary: "the day it was done",
            example: "2026-02-02")
        Key(
            "by", \.by, { $0.by = $1 }, .reference([.role, .person], bare: .role), called: "done by",
            summary: "the role, or person:id, that did it",
            example: "dircom")
        Key.stamp(\.of, { $0.of = $1 })
    }
}
