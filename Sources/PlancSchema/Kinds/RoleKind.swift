import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

extension Role {
    static let declaration = Kind<Role, Role>(
        noun: Phrase("a role"), name: Phrase("role"),
        summary: Phrase("who does what in the crisis, and who stands in"),
        inRegistry: true,
        standsAlone: true,
        make: { Role(id: $0, title: LocalizedText(), nameSpan: $1, span: $2) },
        body: .prose(\.body) { $0.body = $1 },
        keys: Keys {
            Key.title(\.title, { $0.title = $1 }, example: Phrase("Head of communication"))
            Key(
                "holder", \.holder, { $0.holder = $1 }, .id(of: .person), required: true, called: "holder",
                summary: "who holds the role",
                example: "anne-le-goff")
            Key(
                "deputies", \.deputies, { $0.deputies = $1 }, .list(.id(of: .person)), called: "deputies",
                summary: "who stands in, in order",
                example: "[paul-martin]")
            Key(
                "team", \.team, { $0.team = $1 }, .choice { $0.phrase }, called: "team",
                summary: "the team it belongs to",
                example: "communication")
            Key(
                "hours", \.hours, { $0.hours = $1 }, .choice(), called: "hours", summary: "when the role is on duty",
                example: "24/7")
            Key(
                "duties", \.duties, { $0.duties = $1 }, .filledText, called: "duties",
                summary: "what it does, in one line",
                example: "Valide tout message externe")
        })
}
