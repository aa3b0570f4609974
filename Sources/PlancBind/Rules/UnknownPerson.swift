import PlancDiagnostics
import PlancMarkup

enum UnknownPerson: UnknownThing {
    static let kind = EntityKind.person
    static let name = "unknown-person"
    static let summary = Phrase(
        "a reference to a person that is not in the plan")
    static let why = Phrase(
        "A role whose holder does not exist is held by nobody.")
    static let unknown = Phrase("unknown person")
    static let declaredIn = Phrase(
        "people are declared in a file of the kind 'people'")

    static let rejects: [Example] = [
        Example(
            Phrase("a holder who is not there"),
            [
                "roles.md": ExamplePlan.changing("roles.md", "guide: {title: Guide, holder: ⟦aida⟧, deputies: [ben]}")
            ]),
        Example(
            Phrase("a role in place of its holder"),
            [
                "roles.md": ExamplePlan.changing(
                    "roles.md", "guide: {title: Guide, holder: ⟦director⟧, deputies: [ben]}")
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("people of the plan"),
            [
                "roles.md": ExamplePlan.changing("roles.md", "guide: {title: Guide, holder: ada, deputies: [ben]}")
            ])
    ]
}
