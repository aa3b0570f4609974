import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

enum UnknownValue: FormRule {
    static let name = "unknown-value"
    static let summary = Phrase(
        "a word that is not among those that may stand there")
    static let why = Phrase(
        "planc acts on these words: a phase or a type that it does not know cannot be judged or printed.")

    static func finding(_ value: Located<String>, known: [String], nearest: String?) -> Finding {
        finding(
            at:
                value.span,
            Phrase(
                "unknown value '{value}'", ["value": Say.quoted(value.value)]),
            caption: nearest.map(Say.didYouMean),
            help: [
                Phrase("one of: {values}", ["values": Phrase.list(known, .none)])
            ],
            fixes: nearest.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    static func finding(timezone zone: Located<String>, nearest: String?) -> Finding {
        finding(
            at: zone.span,
            Phrase("unknown value '{value}'", ["value": Say.quoted(zone.value)]),
            caption: nearest.map(Say.didYouMean),
            help: [Phrase("the name of a time zone has a continent and a city, as in 'Europe/Paris'")],
            fixes: nearest.map { [Say.replace(zone.span, by: $0)] } ?? [])
    }

    static func finding(jurisdiction code: Located<String>, nearest: String?) -> Finding {
        finding(
            at: code.span,
            Phrase("unknown value '{value}'", ["value": Say.quoted(code.value)]),
            caption: nearest.map(Say.didYouMean),
            help: [
                Phrase(
                    "a country by its two letters, as in 'FR', a state as in 'US-NY', 'EU' for the Union, or 'contract'"
                )
            ],
            fixes: nearest.map { [Say.replace(code.span, by: $0)] } ?? [])
    }

    /// A text or a file in a language that the plan does not have.
    static func finding(fileLocale locale: Locale, of known: [Locale], at span: Span) -> Finding {
        let list = known.map(\.tag).joined(separator: ", ")
        return finding(
            at:
                span,
            Phrase(
                "this file is in '{locale}', which is not a language of the plan", ["locale": locale]),
            help: [
                Phrase(
                    "the plan has {list}: add '{locale}' to 'locales' in plan.md, or rename the file",
                    ["list": list, "locale": locale]
                )
            ])
    }

    static func finding(locale: Located<String>, of known: [Locale]) -> Finding {
        let list = known.map(\.tag).joined(separator: ", ")
        let near = known.first { $0.language == Locale(checking: locale.value)?.language }?.tag
        return finding(
            at:
                locale.span,
            Phrase(
                "'{locale}' is not a language of the plan", ["locale": locale.value]),
            caption: near.map(Say.didYouMean),
            help: [Phrase("the plan has {list}", ["list": list])],
            fixes: near.map { [Say.replace(locale.span, by: $0)] } ?? [])
    }

    /// Many texts and files in one language that the plan does not have.
    static func finding(foreign tag: String, count: Int, at span: Span, examples: [Span]) -> Finding {
        finding(
            at: span,
            Phrase(
                "{count} texts and files are in '{locale}', which is not a language of the plan",
                ["count": count, "locale": tag]),
            labels: examples.map { Label($0, Phrase("in '{locale}'", ["locale": tag])) },
            help: [Phrase("add '{locale}' to 'locales', or remove the texts and files", ["locale": tag])])
    }

    /// The language that a finding of one text or file is about.
    static func foreignLocale(of finding: Finding) -> String? {
        let message = finding.message.english
        guard message.hasSuffix("is not a language of the plan") else { return nil }
        let parts = message.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 ? String(parts[1]) : nil
    }

    static func finding(fixedRule rule: Located<String>) -> Finding {
        finding(
            at:
                rule.span,
            Phrase(
                "the severity of '{rule}' cannot be changed", ["rule": rule.value]),
            help: [
                Phrase(
                    "a plan compiled despite it would be wrong")
            ])
    }

    static let rejects: [Example] = [
        Example(
            Phrase("a phase in French"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: ⟦pendant⟧
                ---

                - [ ] T0 @director Call

                """
            ]),
        Example(
            Phrase("a pack in a language that the plan does not have"),
            [
                "packs.md": """
                ---
                kind: packs
                packs:
                  desk: {title: The pack of the desk, for: role:press, include: cover, locales: [⟦de⟧, ⟦en-GB⟧]}
                ---

                """
            ]),
        Example(
            Phrase("an element that is none"),
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
                ---

                Stay at home. Questions: {{ phone }}.

                <!-- planc: covers ⟦advise⟧ -->

                """
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("words that planc knows"),
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
                ---

                Stay at home. Questions: {{ phone }}.

                <!-- planc: covers advice -->

                """
            ])
    ]
}
