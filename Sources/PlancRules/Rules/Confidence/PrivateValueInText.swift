import PlancCompose
import PlancDiagnostics
import PlancModel
import PlancSource

enum PrivateValueInText: Rule {
    static let name = "private-value-in-text"
    static let group = RuleGroup.confidence
    static let severity = Severity.error
    static let summary = Phrase(
        en: "a private number or address written out in a text",
        fr: "un numéro ou une adresse privés écrits dans un texte")
    static let why = Phrase(
        en: """
            planc keeps an address under `private` out of everything that is for others: the copies without private numbers, the packs for an \
            audience. It cannot do that for a number that is typed into a step, a message or a title: whoever gets the text gets the number. Write \
            the role instead: those who may call find the number in their contact sheet. If everybody may know the number, it is not private.
            """,
        fr: """
            planc tient une adresse notée sous `private` hors de tout ce qui est destiné à d’autres : les exemplaires sans numéros privés, les \
            dossiers pour un public. Il ne le peut pas pour un numéro tapé dans une étape, un message ou un titre : qui reçoit le texte reçoit le \
            numéro. Écrivez plutôt le rôle : ceux qui peuvent appeler trouvent le numéro dans leur fiche de contacts. Si tout le monde peut \
            connaître le numéro, il n’est pas privé.
            """)
    static let rejects = [
        Example(
            Phrase(en: "Ada's home number in a step", fr: "Le numéro du domicile d’Ada dans une étape"),
            [
                "checklists/power.md": """
                ---
                kind: checklist
                title: Power
                scenarios: flood
                phase: during
                ---

                - [ ] T+15min @caretaker Call the director at home: ⟦01632 960 001⟧
                """
            ]),
        Example(
            Phrase(
                en: "In a title, and as a link to dial", fr: "Dans un titre, et comme lien à composer"),
            [
                "checklists/power.md": """
                ---
                kind: checklist
                title: Power (Ada ⟦+44 (0)1632-960001⟧)
                scenarios: flood
                phase: during
                ---

                - [ ] T+15min @caretaker Call [the director](tel:⟦+441632960001⟧)
                """
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(en: "The role, and a note that nobody prints", fr: "Le rôle, et une note que personne n’imprime"),
            [
                "checklists/power.md": """
                ---
                kind: checklist
                title: Power
                scenarios: flood
                phase: during
                ---

                - [ ] T+15min @caretaker Call @director

                <!-- Not 01632 960001 at night. -->
                """
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let plan = judgement.plan
        for (value, span) in typedPrivateValues(of: plan, plan.privateValues, in: judgement.sources) {
            report(finding(value, at: span, plan, judgement.sources))
        }
    }

    private static func finding(_ value: PrivateValue, at span: Span, _ plan: Plan, _ sources: SourceSet) -> Finding {
        let name = plan.people[value.person]?.quoted ?? Phrase(verbatim: value.person)
        // The number that the holder of a role is known by, where there is one.
        let role = plan.roles.first { role in
            role.holder?.id == value.person
                && Composer(plan: plan, locale: plan.sourceLocale).value(of: "role.\(role.id).phone") != nil
        }
        let placeholder = role.map { "{{ role.\($0.id).phone }}" }
        var fixes: [Fix] = []
        if let placeholder, mayHavePlaceholder(span, sources[span.file].bytes) {
            fixes.append(
                Fix(
                    Phrase(en: "write '\(placeholder)'", fr: "écrivez « \(placeholder) »"), [.init(span, placeholder)],
                    isSafe: false))
        }
        return finding(
            at: span,
            Phrase(
                en: "a private address of \(name.english) is written out here",
                fr: "une adresse privée de \(name.french) est écrite ici"),
            caption: Phrase(en: "in every copy of this text", fr: "dans chaque exemplaire de ce texte"),
            labels: [Label(value.privateSpan, Phrase(en: "private", fr: "privé"))],
            help: [
                placeholder.map {
                    Phrase(
                        en: "name the role, or write '\($0)': the number that others may know",
                        fr: "nommez le rôle, ou écrivez « \($0) » : le numéro que d’autres peuvent connaître")
                }
                    ?? Phrase(
                        en: "name the role: those who may call find the number in their contact sheet",
                        fr: "nommez le rôle : ceux qui peuvent appeler trouvent le numéro dans leur fiche de contacts"),
                Phrase(
                    en: "if everybody may know it, remove '\(value.channel)' from 'private'",
                    fr: "si tout le monde peut la connaître, retirez « \(value.channel) » de « private »"),
            ],
            fixes: fixes)
    }

    /// In a body, and not inside an address or a link.
    private static func mayHavePlaceholder(_ span: Span, _ bytes: [UInt8]) -> Bool {
        let lower = Int(span.lower)
        guard lower > 0, lower >= bodyStart(in: bytes) else { return false }
        return bytes[lower - 1] != UInt8(ascii: ":") && bytes[lower - 1] != UInt8(ascii: "/")
    }
}
