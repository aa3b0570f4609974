import PlancDiagnostics
import PlancMarkup

enum UnknownChecklist: UnknownThing {
    static let kind = EntityKind.checklist
    static let name = "unknown-checklist"
    static let summary = Phrase(
        "a reference to a checklist that is not in the plan")
    static let why = Phrase(
        "People sent to a list that does not exist stand still.")
    static let unknown = Phrase("unknown checklist")
    static let declaredIn = Phrase(
        "a checklist is a file of the kind 'checklist'")

    static let rejects: [Example] = [
        Example(
            Phrase("a way to go on that is not there"),
            [
                "activities.md": """
                ---
                kind: activities
                activities:
                  loans: {title: Lending books, owner: director, mtpd: 5d, rto: 2d, workaround: ⟦loans-on-paper⟧}
                ---

                """
            ])
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("a checklist of the plan"),
            [
                "activities.md": """
                ---
                kind: activities
                activities:
                  loans: {title: Lending books, owner: director, mtpd: 5d, rto: 2d, workaround: flood}
                ---

                """
            ])
    ]
}
