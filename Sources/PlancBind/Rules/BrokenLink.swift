import PlancDiagnostics
import PlancSource

enum BrokenLink: BindingRule {
    static let name = "broken-link"
    static let summary = Phrase(
        en: "a link or an image that leads to nothing",
        fr: "un lien ou une image qui ne mène à rien")
    static let why = Phrase(
        en: "On the day nobody has time to look for the page that was meant.",
        fr: "Le jour venu, personne n'a le temps de chercher la page visée.")

    static func finding(_ destination: String, at span: Span, nearest: String?) -> Finding {
        finding(
            at:
                span,
            destination.isEmpty
                ? Phrase(en: "a link that leads nowhere", fr: "un lien qui ne mène nulle part")
                : Phrase(
                    en: "'\(Say.quoted(destination))' is not there",
                    fr: "«\u{A0}\(Say.quoted(destination))\u{A0}» n'existe pas"),
            caption: nearest.map(Say.didYouMean),
            help: [
                nearest == nil
                    ? Phrase(
                        en: "a path from this file, as in '../messages/first.md', or 'kind:id', as in 'channel:sms'",
                        fr:
                            "un chemin depuis ce fichier, comme «\u{A0}../messages/premier.md\u{A0}», ou "
                            + "«\u{A0}kind:id\u{A0}», comme «\u{A0}channel:sms\u{A0}»"
                    )
                    : nil
            ],
            fixes: nearest.map { [Say.replace(span, by: $0)] } ?? [])
    }

    static func finding(thing kind: Phrase, _ id: String, at span: Span, nearest: String?) -> Finding {
        finding(
            at:
                span,
            Phrase(
                en: "there is no \(kind.english) '\(id)'", fr: "«\u{A0}\(id)\u{A0}»\u{A0}: \(kind.french) introuvable"),
            caption: nearest.map(Say.didYouMean), fixes: nearest.map { [Say.replace(span, by: $0)] } ?? [])
    }

    /// - Parameter file: the other file that the link leads to; nil for its own.
    static func finding(anchor: String, in file: String?, at span: Span, nearest: String?) -> Finding {
        finding(
            at:
                span,
            Phrase(
                en: "no heading '#\(anchor)' in \(file.map { "'\($0)'" } ?? "this file")",
                fr:
                    "aucun intertitre «\u{A0}#\(anchor)\u{A0}» dans \(file.map { "«\u{A0}\($0)\u{A0}»" } ?? "ce fichier")"
            ),
            caption: nearest.map { Say.didYouMean("#" + $0) },
            fixes: nearest.map { [Say.replace(span, by: "\(file ?? "")#" + $0)] } ?? [])
    }

    static func finding(scheme: String, at span: Span) -> Finding {
        finding(
            at:
                span,
            Phrase(
                en: "a link may not begin with '\(scheme):'",
                fr: "un lien ne peut pas commencer par «\u{A0}\(scheme):\u{A0}»"),
            help: [
                Phrase(
                    en: "link to a page (https:), an address (mailto:), a number (tel:) or a thing of the plan",
                    fr: "renvoyez à une page (https:), une adresse (mailto:), un numéro (tel:) ou une chose du plan")
            ])
    }

    static let rejects: [Example] = [
        Example(
            Phrase(en: "a path that leads nowhere", fr: "un chemin qui ne mène nulle part"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @director Send [the message](⟦../mesages/ready.md⟧)

                """
            ]),
        Example(
            Phrase(en: "a heading that is not there", fr: "un intertitre qui n'existe pas"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                ## First hour

                - [ ] T0 @director Go to [the next part](⟦#second-hour⟧)

                """
            ]),
        Example(
            Phrase(en: "a heading that is not in the other file", fr: "un intertitre absent de l'autre fichier"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @director Do [the first hour](flood.md#first-hour) and [the second](⟦flood.md#second-hour⟧)

                """
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(
                en: "files, things, headings and pages", fr: "des fichiers, des choses, des intertitres et des pages"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                ## First hour

                - [ ] T0 @director Send [the message](../messages/ready.md) by [](channel:mail), see [above](#first-hour) and [the river](https://river.example)

                """
            ])
    ]
}
