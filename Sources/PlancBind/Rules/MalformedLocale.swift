import PlancDiagnostics
import PlancSource

enum MalformedLocale: FormRule {
    static let name = "malformed-locale"
    static let summary = Phrase(
        en: "a language of the wrong form",
        fr: "une langue mal écrite")
    static let why = Phrase(
        en: "The language decides which text people get; one that is not known gives them none.",
        fr: "La langue décide du texte que les gens reçoivent\u{A0}; une langue inconnue ne leur en donne aucun.")

    static func finding(_ value: Located<String>, likely: String?) -> Finding {
        finding(
            at:
                value.span,
            Phrase(
                en: "'\(Say.quoted(value.value))' is not a language",
                fr: "«\u{A0}\(Say.quoted(value.value))\u{A0}» n'est pas une langue"),
            caption: likely.map(Say.didYouMean),
            help: [
                Phrase(
                    en: "two letters, and the country if it matters: 'fr', 'en', 'pt-BR'",
                    fr:
                        "deux lettres, et le pays s'il importe\u{A0}: «\u{A0}fr\u{A0}», «\u{A0}en\u{A0}», "
                        + "«\u{A0}pt-BR\u{A0}»"
                )
            ],
            fixes: likely.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = [
        Example(
            Phrase(en: "a language by its name", fr: "une langue par son nom"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [en, ⟦french⟧]
                owner: director
                timezone: Europe/London
                classification: TLP:AMBER
                review: {every: 6mo, last: 2026-01-05}
                approved: {by: director, on: 2026-01-05}

                ---

                """
            ]),
        Example(
            Phrase(en: "an underscore", fr: "un tiret bas"),
            [
                "audiences.md": """
                ---
                kind: audiences
                audiences:
                  readers: {title: Readers, type: customers, channels: [mail, text-message, site], locales: [⟦en_GB⟧]}
                  staff: {title: Staff, type: employees, channels: [text-message, mail], inform-within: 1h}
                ---

                """
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(en: "two letters, and the country if it matters", fr: "deux lettres, et le pays s'il importe"),
            [
                "audiences.md": """
                ---
                kind: audiences
                audiences:
                  readers: {title: Readers, type: customers, channels: [mail, text-message, site], locales: [en-GB, fr]}
                  staff: {title: Staff, type: employees, channels: [text-message, mail], inform-within: 1h}
                ---

                """
            ])
    ]
}
