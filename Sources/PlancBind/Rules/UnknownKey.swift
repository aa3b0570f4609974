import PlancDiagnostics
import PlancMarkup
import PlancSchema
import PlancSource
import PlancSyntax

enum UnknownKey: FormRule {
    static let name = "unknown-key"
    static let summary = Phrase(
        "a key that is not known where it stands")
    static let why = Phrase(
        "What stands under a key that nobody knows is not read: a deputy under 'deputys' is no deputy."
    )

    /// - Parameters:
    ///   - elsewhere: where a key of that name does stand, and what it is called there.
    ///   - isMended: whether the nearest key in its place is all that there is to mend.
    static func finding(
        _ key: Located<String>, nearest: String?, known: [String], elsewhere: (key: String, kinds: [Phrase])? = nil,
        isMended: Bool = true
    ) -> Finding {
        finding(
            at:
                key.span, Phrase("unknown key '{key}'", ["key": key.value]),
            caption: nearest.map(Say.didYouMean),
            help: [
                nearest == nil && !known.isEmpty
                    ? Phrase("the keys here are: {keys}", ["keys": Phrase.list(known, .none)])
                    : nil,
                elsewhere.map { key, kinds in
                    Phrase("'{key}' is a key of {things}", ["key": key, "things": Phrase.list(kinds, .or)])
                },
            ],
            fixes: isMended ? nearest.map { [Say.replace(key.span, by: $0)] } ?? [] : [])
    }

    /// A key and its value without the colon between them.
    static func finding(noColon written: Located<String>, key: String, end: Span) -> Finding {
        let better = key + ":" + written.value.dropFirst(key.count)
        return finding(
            at: written.span, Phrase("a colon is missing after '{key}'", ["key": key]), caption: Say.didYouMean(better),
            fixes: [Fix(Phrase("write '{text}'", ["text": better]), [Fix.Edit(end, ":")], isSafe: false)])
    }

    /// What is behind a comma in a value in braces.
    ///
    /// - Parameter form: what belongs there; nil where that is not known.
    static func finding(
        cut entry: YAMLNode.Entry, by rest: [YAMLNode.Entry], _ form: ValueForm?, _ sources: SourceSet
    ) -> Finding {
        let value = entry.value.span
        let whole = Span(value.file, Int(value.lower), Int(rest.last.map { $0.key.span.upper } ?? value.upper))
        let words = sources.text(whole)
        let better: String?
        if case .list(let element)? = form, element.takesWords {
            better = "[" + words + "]"
        } else if form?.takesWords ?? false {
            // One name belongs there, and nobody knows which of them.
            better = nil
        } else {
            better = "\"" + words.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }
        return finding(
            at: rest.first?.key.span ?? value,
            Phrase(
                "the comma ends the value of '{key}': '{rest}' is read as a key",
                ["key": entry.key.value, "rest": rest.first?.key.value ?? ""]),
            labels: [Label(value, Phrase("the value ends here"))],
            help: [Phrase("a value with a comma goes between quotation marks")],
            fixes: better.map { [Say.replace(whole, by: $0)] } ?? [])
    }

    /// An entry of a registry with the indentation of another's keys.
    static func finding(indented key: Located<String>) -> Finding {
        finding(
            at: key.span, Phrase("'{key}' is indented too far to be an entry of its own", ["key": key.value]),
            help: [Phrase("give it the indentation of the entry above, and its keys that of the keys above")])
    }

    /// A key of an entry that stands beside it, as an entry of its own would.
    static func finding(
        beside key: Located<String>, entry: Located<String>, keys first: YAMLNode.Entry?, _ sources: SourceSet
    ) -> Finding {
        func column(_ span: Span) -> Int {
            let bytes = sources[span.file].bytes[..<Int(span.lower)]
            return bytes.count - (bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)
        }
        let (own, wanted) = (column(key.span), first.map { column($0.key.span) } ?? 0)
        let start = Int(key.span.lower) - own
        let spaces = String(repeating: " ", count: wanted)
        return finding(
            at: key.span,
            Phrase(
                "'{key}' is not indented far enough to belong to '{entry}'", ["key": key.value, "entry": entry.value]),
            labels: [Label(entry.span, Phrase("the entry above"))],
            help: [Phrase("give it the indentation of the keys above")],
            fixes: wanted > own
                ? [
                    Fix(
                        Phrase(
                            "indent this line by {count, plural, one {one space} other {# spaces}}", ["count": wanted]),
                        [Fix.Edit(Span(key.span.file, start, Int(key.span.lower)), spaces)], isSafe: false)
                ] : [])
    }

    /// A translation that repeats what its source says.
    static func finding(inTranslation key: Located<String>, source: Span?) -> Finding {
        finding(
            at:
                key.span,
            Phrase(
                "'{key}' belongs in the source file", ["key": key.value]),
            caption: Phrase("remove it here"),
            labels: source.map { [Label($0, Phrase("the source file"))] } ?? [],
            help: [
                Phrase(
                    "a translation has 'kind', 'id', 'title', 'subject' and 'translates' only"
                )
            ])
    }

    /// `authority` of people who are none.
    static func finding(authority key: Located<String>, type: Located<String>) -> Finding {
        finding(
            at: key.span, Phrase("'authority' stands with 'type: {type}', which is no authority", ["type": type.value]),
            labels: [Label(type.span, Phrase("what they are"))],
            help: [Phrase("write 'type: authorities', or take 'authority' away")])
    }

    static func finding(stamp key: Located<String>) -> Finding {
        finding(
            at:
                key.span,
            Phrase(
                "'translates' is in a source, which translates nothing"),
            help: [
                Phrase(
                    "name a translation after its language, as in 'message.en.md'")
            ])
    }

    static func finding(rule: Located<String>, nearest: String?) -> Finding {
        finding(
            at:
                rule.span, Phrase("unknown rule '{rule}'", ["rule": rule.value]),
            caption: nearest.map(Say.didYouMean),
            help: [Phrase("'planc rules' lists them")],
            fixes: nearest.map { [Say.replace(rule.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = [
        Example(
            Phrase("a key that nearly exists"),
            [
                "roles.md": ExamplePlan.changing("roles.md", "guide: {title: Guide, holder: ada, ⟦deputys⟧: [ben]}")
            ]),
        Example(
            Phrase("a key of another kind"),
            [
                "channels.md": ExamplePlan.changing(
                    "channels.md",
                    "site: {title: Website, type: web, depends-on: [website], operated-by: press, ⟦provider⟧: Northtel}"
                )
            ]),
        Example(
            Phrase("a value with a comma, in braces"),
            [
                "roles.md": ExamplePlan.changing(
                    "roles.md", "guide: {title: Doors, ⟦keys and lights⟧, holder: ada, deputies: [ben]}")
            ]),
        Example(
            Phrase("an entry among the keys of another"),
            [
                "roles.md": ExamplePlan.changing(
                    "roles.md",
                    "guide:\n  title: Guide\n  holder: ada\n  deputies: [ben]\n  ⟦porter⟧:\n    title: Porter\n    holder: ben"
                )
            ]),
        Example(
            Phrase("a key beside the entry that it belongs to"),
            [
                "roles.md": ExamplePlan.changing(
                    "roles.md", "guide:\n  title: Guide\n  holder: ada\n  deputies: [ben]\n⟦team⟧: business")
            ]),
        Example(
            Phrase("a translation that repeats its source"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [en, fr]
                owner: director
                timezone: Europe/London
                classification: TLP:AMBER
                review: {every: 6mo, last: 2026-01-05}
                approved: {by: director, on: 2026-01-05}

                ---

                """,
                "messages/ready.fr.md": """
                ---
                kind: message
                title: Où nous trouver
                subject: Nos nouvelles
                ⟦owner⟧: press
                ---

                Regardez notre site.

                """,
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("the keys of the language"),
            [
                "roles.md": ExamplePlan.changing("roles.md", "guide: {title: Guide, holder: ada, deputies: [ben]}")
            ])
    ]
}
