import PlancDiagnostics
import PlancSchema
import PlancSource
import PlancSyntax

enum MissingKey: FormRule {
    static let name = "missing-key"
    static let summary = Phrase(
        "a key that must be there and is not, or that is there and says nothing")
    static let why = Phrase(
        "The plan cannot be used without it: a role without a holder is a step that nobody does. A key with nothing behind it says less than its author thinks: what it once said is on no page any more."
    )

    static func finding(_ key: KeySchema, of owner: String?, at span: Span, isEmpty: Bool = false) -> Finding {
        let of = owner.map { Phrase(" of '{name}'", ["name": $0]) } ?? Phrase(verbatim: "")
        return finding(
            at:
                span,
            isEmpty
                ? Phrase("'{key}'", ["key": key.name]) + of
                    + Phrase(" is empty")
                : Phrase("'{key}'", ["key": key.name]) + of
                    + Phrase(" is missing"),
            caption: isEmpty ? nil : Phrase("add '{key}'", ["key": key.name]),
            help: [key.summary + .semicolon + Say.example(key)])
    }

    /// A key that may be missing, and says nothing where it stands.
    static func finding(empty key: KeySchema, of owner: String?, at span: Span, removing place: Span?) -> Finding {
        var finding = finding(key, of: owner, at: span, isEmpty: true)
        finding.severity = .warning
        finding.fixes =
            place.map { [Fix(Phrase("take '{key}' away", ["key": key.name]), [Fix.Edit($0, "")], isSafe: false)] } ?? []
        return finding
    }

    /// A record that may say when alone, and says less without who it was.
    static func finding(unsigned key: KeySchema, of owner: String, at span: Span) -> Finding {
        var finding = finding(key, of: owner, at: span)
        finding.severity = .warning
        return finding
    }

    /// A registry that holds nothing, not even a map without entries: what it once held is gone, and no page shows it.
    static func finding(emptyRegistry entry: YAMLNode.Entry, _ sources: SourceSet) -> Finding {
        let name = entry.key.value
        let bytes = sources[entry.key.span.file].bytes
        var edit: Fix.Edit?
        if !entry.value.isAbsent {
            edit = Fix.Edit(entry.value.span, "{}")
        } else if let colon = bytes[Int(entry.key.span.upper)...].firstIndex(of: UInt8(ascii: ":")) {
            edit = Fix.Edit(Span(entry.key.span.file, colon + 1, colon + 1), " {}")
        }
        var finding = finding(
            at: entry.key.span, Phrase("'{name}' is empty", ["name": name]),
            help: [Phrase("write the entries below it, or '{text}' where there are none", ["text": "\(name): {}"])],
            fixes: edit.map { [Fix(Phrase("write '{text}'", ["text": "\(name): {}"]), [$0], isSafe: false)] } ?? [])
        finding.severity = .warning
        return finding
    }

    static func choices(at span: Span) -> Finding {
        finding(
            at:
                span,
            Phrase(
                "a field to choose from has no 'choices'"),
            caption: Phrase("add 'choices'"),
            help: [
                Phrase(
                    "for example 'choices: [Lyon, Nantes]'"
                )
            ])
    }

    /// A time limit that is said in no way, or in several.
    static func finding(due: YAMLNode, ways: [String]) -> Finding {
        finding(
            at: due.span,
            ways.isEmpty
                ? Phrase("this time limit says no time")
                : Phrase(
                    "this time limit says two things: {ways}", ["ways": Phrase.list(ways.map { Phrase(verbatim: $0) })]),
            help: [
                Phrase(
                    "as in 'due: {within: 72h, after: awareness}', or with 'earliest', 'latest', 'no-number', 'with', 'on-request'"
                )
            ])
    }

    /// The long form beside the short one.
    static func finding(due: YAMLNode, besides short: YAMLNode) -> Finding {
        finding(
            at: short.span, Phrase("this stage says its time twice"),
            labels: [Label(due.span, Phrase("'due' says it too"))],
            help: [Phrase("keep 'due', and take 'deadline' and 'from' away")])
    }

    static let rejects: [Example] = [
        Example(
            Phrase("a role that nobody holds"),
            [
                "roles.md": ExamplePlan.changing("roles.md", "⟦guide⟧: {title: Guide, deputies: [ben]}")
            ]),
        Example(
            Phrase("a checklist without its phase"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: ⟦Extra⟧
                scenarios: flood
                ---

                - [ ] T0 @director Call

                """
            ]),
        Example(
            Phrase("a key with nothing after it"),
            [
                "roles.md": ExamplePlan.changing(
                    "roles.md",
                    """
                    guide:
                      title: Guide
                      ⟦holder⟧:
                    """)
            ]),
        Example(
            Phrase("a list that must name something, and is empty"),
            [
                "packs.md":
                    "---\nkind: packs\npacks:\n  binder: {title: Binder, for: [role:director], ⟦include⟧: []}\n---\n"
            ]),
        Example(
            Phrase("an approval by nobody"),
            ["plan.md": ExamplePlan.changing("plan.md", "⟦approved⟧: {on: 2026-01-05}")]),
        Example(
            Phrase("a registry without an entry"),
            ["drills.md": "---\nkind: drills\n⟦drills⟧: # none yet\n---\n"]),
        Example(
            Phrase("a key that may be missing, with nothing after it"),
            [
                "roles.md": ExamplePlan.changing(
                    "roles.md", "guide: {title: Guide, holder: ben, deputies: [ada], ⟦team⟧: }")
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("a list that says there is none"),
            ["plan.md": ExamplePlan.changing("plan.md", "holidays: []")]),
        Example(
            Phrase("a registry that says there is none"),
            ["drills.md": "---\nkind: drills\ndrills: {}\n---\n"]),
        Example(
            Phrase("all that must be there"),
            [
                "roles.md": ExamplePlan.changing("roles.md", "guide: {title: Guide, holder: ada, deputies: [ben]}")
            ]),
    ]
}
