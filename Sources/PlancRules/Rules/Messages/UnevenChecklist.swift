import PlancDiagnostics
import PlancLanguages
import PlancMarkup
import PlancModel
import PlancProse
import PlancSource

enum UnevenChecklist: Rule {
    static let name = "uneven-checklist"
    static let group = RuleGroup.messages
    static let severity = Severity.error
    static let comparesTranslations = true
    static let summary = Phrase("two languages of a checklist with different steps")
    static let why = Phrase(
        """
        Whoever works from the translation does what it says, at the time that it says. A step that is in one \
        language only is done by some and not by others; it is printed in the words of the source, or nowhere. \
        Another time, role, rhythm, mark, branch, link or number sends people elsewhere. Steps that are the same \
        are compared: they are found by their times, roles, links, marks, numbers and length. A translation may \
        leave times and roles to the source altogether. Two steps that are the same in the translation alone stand for \
        one that is lost.
        """)
    private static let source = ExamplePlan.changing(
        "checklists/flood.md",
        text: """
            ## First hour

            - [ ] T0 @caretaker Switch off the power in the basement
            - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
            - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
            - [ ] T+2h @director ? Can the 72 volunteers come in?
              - yes: call them
              - no: say when you will call
            """)

    private static func translated(_ steps: String) -> [String: String?] {
        [
            "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"), "checklists/flood.md": source,
            "checklists/flood.fr.md":
                "---\nkind: checklist\ntitle: Inondation\n---\n\n## Première heure\n\n" + steps + "\n",
        ]
    }

    static let rejects = [
        Example(
            Phrase("A step is missing"),
            translated(
                """
                - [ ] ⟦T0 @caretaker Coupez le courant au sous-sol⟧
                - [ ] T+1h @press Informez les lecteurs : [](../messages/readers-closed.md)
                - [ ] T+2h @director ? Les 72 bénévoles peuvent-ils venir ?
                  - oui : appelez-les
                  - non : dites quand vous appellerez
                """)),
        Example(
            Phrase("A step more, another time and another number"),
            translated(
                """
                - [ ] T0 @caretaker Coupez le courant au sous-sol
                - [ ] ⟦T+3min⟧ @director Informez le personnel : [](../messages/staff-closed.md)
                - [ ] ⟦T+45min @caretaker Ouvrez les fenêtres⟧
                - [ ] T+1h @press Informez les lecteurs : [](../messages/readers-closed.md)
                - [ ] T+2h @director ? Les ⟦7⟧ bénévoles peuvent-ils venir ?
                  - oui : appelez-les
                  - non : dites quand vous appellerez
                """)),
        Example(
            Phrase("A branch is missing, another role, another message"),
            translated(
                """
                - [ ] T0 ⟦@press⟧ Coupez le courant au sous-sol
                - [ ] T+30min @director Informez le personnel : ⟦[](../messages/readers-closed.md)⟧
                - [ ] T+1h @press Informez les lecteurs : [](../messages/readers-closed.md)
                - [ ] ⟦T+2h @director ? Les 72 bénévoles peuvent-ils venir ?⟧
                  - oui : appelez-les
                """)),
        Example(
            Phrase("Two steps changed places"),
            translated(
                """
                - [ ] T+30min @director Informez le personnel : [](../messages/staff-closed.md)
                - [ ] ⟦T0 @caretaker Coupez le courant au sous-sol⟧
                - [ ] T+1h @press Informez les lecteurs : [](../messages/readers-closed.md)
                - [ ] T+2h @director ? Les 72 bénévoles peuvent-ils venir ?
                  - oui : appelez-les
                  - non : dites quand vous appellerez
                """)),
        Example(
            Phrase("No stands for yes"),
            translated(
                """
                - [ ] T0 @caretaker Coupez le courant au sous-sol
                - [ ] T+30min @director Informez le personnel : [](../messages/staff-closed.md)
                - [ ] T+1h @press Informez les lecteurs : [](../messages/readers-closed.md)
                - [ ] T+2h @director ? Les 72 bénévoles peuvent-ils venir ?
                  - ⟦non : appelez-les⟧
                  - ⟦oui : dites quand vous appellerez⟧
                """)),
    ]
    static let accepts = [
        Example(
            Phrase("The same steps, with small numbers in words"),
            translated(
                """
                - [ ] T0 @caretaker Coupez le courant au sous-sol
                - [ ] T+30min @director Informez le personnel : [](../messages/staff-closed.md)
                - [ ] T+1h @press Informez les lecteurs : [](../messages/readers-closed.md)
                - [ ] T+2h @director ? Les 72 bénévoles peuvent-ils venir ?
                  - oui : appelez-les
                  - non : dites quand vous appellerez
                """)),
        Example(
            Phrase("Times and roles are left to the source"),
            translated(
                """
                - [ ] Coupez le courant au sous-sol
                - [ ] Informez le personnel : [](../messages/staff-closed.md)
                - [ ] Informez les lecteurs : [](../messages/readers-closed.md)
                - [ ] ? Les 72 bénévoles peuvent-ils venir ?
                  - oui : appelez-les
                  - non : dites quand vous appellerez
                """)),
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let isTold = StepsToldWithoutTime(context.plan)
        for checklist in context.plan.checklists {
            guard let source = checklist.versions.first, !context.brokenFiles.contains(source.body.file) else {
                continue
            }
            for version in checklist.versions.dropFirst()
            // One that is empty is reported as a missing translation.
            where version.body.isPrinted && !context.brokenFiles.contains(version.body.file) {
                ChecklistComparison(checklist.quoted, source, version, context.plan.links, isTold)
                    .report { difference in report(finding(difference)) }
            }
        }
    }

    private static func finding(_ difference: ChecklistComparison.Difference) -> Finding {
        var found = finding(
            at: difference.place,
            Phrase(
                "the translation of {name} differs: {told}", ["name": difference.name, "told": difference.told]),
            caption: difference.caption,
            labels: difference.source.map {
                [Label($0, Phrase("here in {language}", ["language": difference.language]))]
            } ?? [])
        if difference.isMinor { found.severity = .warning }
        return found
    }
}
