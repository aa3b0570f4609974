import PlancDiagnostics
import PlancMarkup
import PlancSchema
import PlancSource

enum DuplicateID: BindingRule {
    static let name = "duplicate-id"
    static let summary = Phrase(
        "two things of one kind with one id")
    static let why = Phrase(
        "Whoever refers to the id means one of the two, and nobody knows which: the wrong person is called."
    )

    static func finding(_ thing: EntityReference, at span: Span, first: Span) -> Finding {
        finding(
            at:
                span,
            Phrase(
                "{thing} '{id}' is already there", ["thing": thing.kind.nounWithArticle, "id": thing.id]),
            labels: [Label(first, Phrase("the first one"))],
            help: [Phrase("give one of them another id")])
    }

    /// A file that says what another one says, under another name.
    static func finding(copyAt span: Span, path: String, first: Span) -> Finding {
        finding(
            at: span, Phrase("this file is a copy of '{path}': all of it is the same", ["path": path]),
            labels: [Label(first, Phrase("the first one", context: "DuplicateID"))],
            help: [Phrase("change it to what it is meant for, or delete it")])
    }

    /// A registry of which most entries are in another file already.
    static func finding(registryAt span: Span, count: Int, path: String, first: Span) -> Finding {
        finding(
            at: span, Phrase("{count} entries of this file are in '{path}' too", ["count": count, "path": path]),
            labels: [Label(first, Phrase("the first of them"))],
            help: [Phrase("delete this file if it is a copy, or leave each entry in one of the two")])
    }

    /// A copy of the plan's file in a folder of the plan.
    static func finding(planInside span: Span, folder: String, around: String, first: Span) -> Finding {
        finding(
            at: span,
            Phrase(
                "this plan.md makes '{folder}' a plan of its own, inside the plan '{around}'",
                ["folder": folder, "around": around]),
            labels: [Label(first, Phrase("the plan around it"))],
            help: [Phrase("delete it, give it another name, or move the folder out of the plan")])
    }

    /// A plan's file among the sources of another, whose folder has no people and roles to be a plan of its own.
    static func finding(planAmongSources span: Span, folder: String, first: Span) -> Finding {
        finding(
            at: span,
            Phrase(
                "this is a second plan.md: what lies in '{folder}' belongs to the plan around it", ["folder": folder]),
            labels: [Label(first, Phrase("the plan around it"))],
            help: [Phrase("delete it, or give it another name")])
    }

    static func finding(secondPlan span: Span, first: Span) -> Finding {
        finding(
            at:
                span, Phrase("a second plan in one folder"),
            labels: [Label(first, Phrase("the plan of this folder"))],
            help: [
                Phrase(
                    "a plan has one file of the kind 'plan', its plan.md")
            ])
    }

    static func finding(variant name: String, at span: Span, first: Span) -> Finding {
        finding(
            at:
                span, Phrase("a second text for '{name}'", ["name": name]),
            labels: [Label(first, Phrase("the first one", context: "DuplicateID"))],
            help: [Phrase("keep one of them")])
    }

    /// `[staff, staff]`: where another name was meant, it is missing.
    static func finding(twice name: Located<String>, first: Span, removing place: Span) -> Finding {
        var finding = found(
            name.span, Phrase("'{name}' is named twice", ["name": name.value]),
            labels: [Label(first, Phrase("the first one", context: "DuplicateID"))],
            help: [Phrase("write the name that is meant, or remove it")],
            fixes: [Fix(Phrase("remove '{text}'", ["text": name.value]), [Fix.Edit(place, "")], isSafe: false)])
        finding.severity = .warning
        return finding
    }

    static let rejects: [Example] = [
        Example(
            Phrase("two files with one id"),
            [
                "snippets/a/hours.md": """
                ---
                kind: snippet
                title: Opening hours
                ---

                From nine to five.

                """,
                "snippets/b/hours.md": """
                ---
                kind: snippet
                title: ⟦Hours of the desk⟧
                ---

                From ten to four.

                """,
            ]),
        Example(
            Phrase(
                "a role of its own, and the same in the registry"
            ),
            [
                "roles/press.md": """
                ---
                kind: role
                title: ⟦Press desk⟧
                holder: ada
                deputies: [ben]
                ---

                """
            ]),
        Example(
            Phrase("one name twice in a list"),
            [
                "messages/extra.md":
                    "---\nkind: message\ntitle: Extra\naudiences: staff\nscenarios: flood\nphase: after\n"
                    + "channels: [text-message, ⟦text-message⟧]\nowner: director\n---\n\nThank you all. Questions: {{ phone }}.\n"
            ]),
        Example(
            Phrase("a registry that was kept under another name"),
            [
                "systems-2025.md": """
                ---
                kind: ⟦systems⟧
                systems:
                  mail-server: {title: Mail server, rto: 8h}
                  website: {title: Website, rto: 4h}
                ---

                """
            ]),
        Example(
            Phrase("a copy in a folder of old files"),
            [
                "archive/hours.md":
                    "---\nkind: snippet\ntitle: ⟦Opening hours⟧\n---\n\nThe desk is open from nine to five.\n",
                "snippets/hours.md":
                    "---\nkind: snippet\ntitle: Opening hours\n---\n\nThe desk is open from nine to five.\n",
            ]),
        Example(
            Phrase("a copy under another name"),
            [
                "snippets/hours.md":
                    "---\nkind: snippet\ntitle: Opening hours\n---\n\nThe desk is open from nine to five.\n",
                "snippets/hours-copy.md":
                    "---\nkind: snippet\ntitle: ⟦Opening hours⟧\n---\n\nThe desk is open from nine to five.\n",
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("one id for things of two kinds"),
            [
                "snippets/press.md": """
                ---
                kind: snippet
                title: For the press
                ---

                Ask the press officer.

                """
            ])
    ]
}
