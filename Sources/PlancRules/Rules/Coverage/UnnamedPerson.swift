import PlancDiagnostics
import PlancLanguages
import PlancModel
import PlancSource
import PlancWords

enum UnnamedPerson: Rule {
    static let name = "unnamed-person"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase("a person whose name is still to be found, or says that nobody comes")
    static let why = Phrase(
        """
        "To be named", "???" and "N.N." are printed on the call list as they are. A role that such a person holds counts \
        as held, so nothing else reports that nobody will come. Write a name, or remove the person, and the role is \
        reported as it is. "(on leave until 10 January)" behind a name is printed, too, and whoever is called first is still called first.
        """)

    private static func people(_ name: String) -> [String: String?] {
        [
            "people.md": ExamplePlan.changing(
                "people.md",
                """
                cleo:
                  name: \(name)
                  reach: {mobile: "+44 7700 900003", mail: cleo@library.example}
                  verified: 2026-01-05
                """)
        ]
    }

    static let rejects = [
        Example(Phrase("Still to be named"), people("⟦to be named⟧")),
        Example(Phrase("Question marks"), people("⟦\"???\"⟧")),
        Example(Phrase("On leave"), people("⟦Nina Nowak (on leave until 10 January)⟧")),
    ]
    static let accepts = [
        Example(Phrase("A name"), people("Nina Nowak")),
        Example(
            Phrase("A name with what else is to be known"),
            people("Nina Nowak (née Absalom, cover for a maternity leave)")),
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for person in context.plan.people {
            guard let name = person.title.versions.first?.text else { continue }
            if Absences.areSaid(behind: name.value) {
                report(
                    finding(
                        at: name.span, Phrase("'{name}' does not come for now", ["name": name.value.onOneLine]),
                        help: [
                            Phrase(
                                "until they are back, let another one hold the role, or stand first among its deputies")
                        ]))
            }
            guard isPlaceholder(name.value) else { continue }
            report(
                finding(
                    at: name.span, Phrase("'{name}' is not the name of a person", ["name": name.value.onOneLine]),
                    help: [Phrase("write the name of somebody who will come, or remove the person")]))
        }
    }

    private static func isPlaceholder(_ name: String) -> Bool {
        // Of nothing but signs nobody is called.
        if !name.contains(where: \.isLetter) || Placeholders.isAll(ofPerson: name) { return true }
        // What blanks in texts are, and nothing beside them.
        return unfilledBlanks(in: Array(name.utf8)).contains { $0.count == name.utf8.count }
    }
}
