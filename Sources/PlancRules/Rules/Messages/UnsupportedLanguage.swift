import PlancDiagnostics
import PlancLanguages
import PlancModel
import PlancSource

/// Once for each language: its texts are printed as they are, and what else planc does with texts it cannot do.
enum UnsupportedLanguage: Rule {
    static let name = "unsupported-language"
    static let group = RuleGroup.messages
    static let severity = Severity.note
    static let summary = Phrase("a language that planc does not know")
    static let why = Phrase(
        """
        planc prints texts in any language. In one that it does not know it cannot judge them: flagged words, reading \
        level, apologies, dates, warnings and the headings that tell what a message says are not recognised. Its own words \
        on the pages – headings, table columns, times – are in English. Name the headings under `headings` and words to \
        avoid under `avoid` in a vocabulary; let somebody who reads the language look at every message.
        """)
    static let rejects = [
        Example(
            Phrase("A plan in Spanish"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [⟦es⟧]")
            ])
    ]
    static let accepts = [
        Example(
            Phrase("A region of a language that planc knows"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en-GB, de-AT]")
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        var seen: Set<Substring> = []
        func check(_ locale: Locale, at span: Span) {
            guard Language(locale.language) == nil, seen.insert(locale.language).inserted else { return }
            let name = Language.ownName(of: locale.language) ?? locale.tag
            // Its code is that of a country elsewhere: Ukrainian, and the United Kingdom.
            let british = locale.tag == "uk" ? "en-GB" : nil
            report(
                finding(
                    at: span,
                    Phrase(
                        "planc does not know this language ({name}): its texts are not judged, and planc's own words on the pages are in English",
                        ["name": name]),
                    caption: Phrase("flagged words, reading level, headings and dates are not recognised"),
                    help: [
                        british.map { Phrase("for the English of the United Kingdom write '{tag}'", ["tag": $0]) },
                        Phrase("let somebody who reads it look at every message"),
                        Phrase("planc knows {languages}", ["languages": Phrase.list(Language.all.map(\.name))]),
                    ],
                    fixes: british.map {
                        [Fix(Phrase("write '{text}'", ["text": $0]), [Fix.Edit(span, $0)], isSafe: false)]
                    } ?? []))
        }
        for locale in plan.info.locales { check(locale.value, at: locale.span) }
        for message in plan.messages {
            for version in message.versions { check(version.body.locale, at: version.nameSpan) }
        }
    }
}
