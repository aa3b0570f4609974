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
        body: .prose(\.body),
        keys: Keys {
            Key.title(\.title, example: Phrase("Head of communication"))
            Key(
                "holder", \.holder, .id(of: .person), required: true, called: "holder", summary: "who holds the role",
                example: "anne-le-goff")
            Key(
                "deputies", \.deputies, .list(.id(of: .person)), called: "deputies", summary: "who stands in, in order",
                example: "[paul-martin]")
            Key(
                "team", \.team, .choice { $0.phrase }, called: "team", summary: "the team it belongs to",
                example: "communication")
            Key(
                "hours", \.hours, .choice(), called: "hours", summary: "when the role is on duty",
                example: "24/7")
            Key(
                "duties", \.duties, .localizedText, called: "duties", summary: "what it does, in one line",
                example: "Valide tout message externe")
        })
}
