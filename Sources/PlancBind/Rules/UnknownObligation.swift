import PlancDiagnostics
import PlancMarkup
import PlancSchema
import PlancSource

enum UnknownObligation: UnknownThing {
    static let kind = EntityKind.obligation
    static let name = "unknown-obligation"
    static let summary = Phrase(
        "a reference to an obligation or one of its stages that is not in the plan")
    static let why = Phrase(
        "A legal deadline that is mistyped is not watched.")
    static let unknown = Phrase("unknown obligation")
    static let declaredIn = Phrase(

        """
        obligations are declared in a file of the kind 'obligations', or taken from the library by 'uses' \
        in plan.md
        """
    )
    static let proposalHelp = Phrase(
        "it is a proposal, not law yet, and may still change: planc does not judge by it")

    /// `uses:` with the name of something that is not law yet.
    static func finding(proposal name: Located<String>) -> Finding {
        finding(
            at:
                name.span,
            Phrase("'{value}' is not in force", ["value": name.value]),
            help: [proposalHelp])
    }

    /// `uses:` with the name of something that is no longer law.
    static func finding(replaced name: Located<String>, by successors: [String]) -> Finding {
        finding(
            at: name.span,
            Phrase("'{value}' is no longer law", ["value": name.value]),
            caption: successors.first.map(Say.didYouMean),
            help: [Phrase("{ids} took its place", ["ids": Phrase.list(successors)])],
            fixes: successors.count == 1 ? [Say.replace(name.span, by: successors[0])] : [])
    }

    /// What a scenario lists, or a message satisfies, and `uses` does not have: told once, where it is first asked for.
    static func finding(notUsed name: Located<String>) -> Finding {
        finding(name.value, at: name.span, nearest: nil, help: helpFromLibrary(name.value))
    }

    static func helpFromLibrary(_ id: String) -> Phrase {
        Phrase("planc's library has it: add '{id}' to 'uses' in plan.md", ["id": id])
    }

    static func finding(notInLibrary name: Located<String>, nearest: String?, known: [String]) -> Finding {
        finding(
            at:
                name.span,
            Phrase(
                "the library has no obligation '{value}'", ["value": name.value]),
            caption: nearest.map(Say.didYouMean),
            help: [
                nearest == nil
                    ? Phrase("it has {stages}", ["stages": Phrase.list(known, .none)])
                    : nil
            ],
            fixes: nearest.map { [Say.replace(name.span, by: $0)] } ?? [])
    }

    static func finding(stage: Located<String>, of obligation: String, known: [String], nearest: String?) -> Finding {
        finding(
            at:
                stage.span,
            Phrase(
                "'{obligation}' has no stage '{stage}'", ["obligation": obligation, "stage": stage.value]),
            caption: nearest.map(Say.didYouMean),
            help: [
                known.isEmpty ? nil : Phrase("its stages are {stages}", ["stages": Phrase.list(known, .none)])
            ],
            fixes: nearest.map { [Say.replace(stage.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = [
        Example(
            Phrase(
                "an obligation that was not taken from the library"),
            [
                "messages/extra.md": """
                ---
                kind: message
                title: Extra
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                satisfies: ⟦eu-gdpr-33⟧
                ---

                Hello. Questions: {{ phone }}.

                """
            ]),
        Example(
            Phrase("a stage that is not there"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "uses: [eu-gdpr-33]"),
                "messages/extra.md": """
                ---
                kind: message
                title: Extra
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                satisfies: eu-gdpr-33/⟦notice⟧
                ---

                Hello. Questions: {{ phone }}.

                """,
            ]),
        Example(
            Phrase("a name the library does not have"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "uses: [⟦eu-gdpr-3⟧]")
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("an obligation taken by 'uses'"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "uses: [eu-gdpr-33]"),
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    ico: {title: ICO, type: authorities, channels: [mail], authority: data-protection, jurisdiction: UK}
                    """),
                "messages/extra.md": """
                ---
                kind: message
                title: Extra
                audiences: ico
                scenarios: flood
                phase: during
                channels: [mail]
                owner: director
                satisfies: eu-gdpr-33/notification
                ---

                Hello. Questions: {{ phone }}.

                """,
            ])
    ]
}
