import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

extension Drill {
    static let declaration = Kind<Drill, Drill>(
        noun: Phrase("a drill"), name: Phrase("drill"),
        summary: Phrase("exercises and what they found"),
        inRegistry: true,
        make: { Drill(id: $0, title: LocalizedText(), nameSpan: $1, span: $2) },
        keys: Keys {
            Key(
                "title", \.title, .localizedText, summary: "what it was called",
                example: "Exercice d'automne")
            Key(
                "date", \.date, .date, required: true, summary: "the day of the drill",
                example: "2026-10-10")
            Key(
                "scenario", \.scenario, .id(of: .scenario), required: true, summary: "the scenario that was played",
                example: "rancongiciel")
            Key(
                "kind", \.drillKind, .choice(), summary: "how far it went", example: "tabletop")
            Key(
                "found", \.found, .localizedText, summary: "what it showed",
                example: "La clé du local manquait")
            Key(
                "actions", \.actions, .list(.action),
                summary:
                    "what was decided because of it; a map says also who does it, until when, and when it was done",
                example: "[{what: Une clé dans chaque mallette, by: dircom, until: 2026-12-01}]")
            Key(
                "by", \.by, .reference([.role, .person], bare: .role), summary: "the role, or person:id, that ran it",
                example: "dircom")
            Key(
                "of", \.of, .text, summary: "a stamp of the checklists that were played; 'planc confirm' writes it",
                example: "3f2a9c0b17de")
        })
}

extension Drill.Action {
    static let keys = Keys<Drill.Action> {
        Key(
            "what", \.what, .localizedText, required: true, summary: "what is to be done",
            example: "Une clé dans chaque mallette")
        Key(
            "by", \.by, .reference([.role, .person], bare: .role), summary: "the role, or person:id, that does it",
            example: "dircom")
        Key(
            "until", \.until, .date, summary: "the day by which it is to be done", example: "2026-12-01")
        Key(
            "done", \.done, .date, summary: "the day it was done", example: "2026-11-20")
    }
}
