import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancProse
import PlancSchema
import PlancSource

enum UnevenTranslation: Rule {
    static let name = "uneven-translation"
    static let group = RuleGroup.messages
    static let severity = Severity.error
    static let comparesTranslations = true
    static let summary = Phrase(
        "two languages of a text with different fields, links, parts or numbers")
    static let why = Phrase(

        """
        A section, a field, a link or a list that is in one language only is a fact that some readers do not get; \
        another number is a wrong one for some of them. Blocks that say the same are compared: they are found by \
        their kind, by what their headings tell, and by their fields, links, numbers and length. A sentence that is \
        missing is recognised by the length of the others. Numbers may be written out, and hours counted otherwise. Messages, snippets, introductions of registries and the texts of the plan, \
        scenarios, roles and obligations are compared; for checklists see `uneven-checklist`. Of values that the front matter \
        has in several languages, the numbers and the fields are.
        """)
    static let rejects = [
        Example(
            Phrase(
                "The French text has no number for questions"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "The library is closed. Questions: {{ phone }}."),
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                ---

                ⟦La bibliothèque est fermée.⟧
                """,
            ]),
        Example(
            Phrase("The French subject does not say when"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", "subject: \"Closed, news at {{ next-time }}\"",
                    text: "The library is closed. Questions: {{ phone }}."),
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                subject: ⟦"Fermé, nous vous tiendrons au courant"⟧
                ---

                La bibliothèque est fermée. Vos questions : {{ phone }}.
                """,
            ]),
        Example(
            Phrase("A sentence is missing in the French text"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: "The library is closed. We will tell you tomorrow where to work. Questions: {{ phone }}."),
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                ---

                ⟦La bibliothèque est fermée. Questions : {{ phone }}.⟧
                """,
            ]),
        Example(
            Phrase(
                "Another field is in the French text"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "The library is closed. Questions: {{ phone }}."),
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                ---

                La bibliothèque est fermée. Vos questions : ⟦{{ next-time }}⟧.
                """,
            ]),
        Example(
            Phrase("The French text denies nothing"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "The library is closed. Do not come in."),
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                ---

                ⟦La bibliothèque est fermée. Entrez.⟧
                """,
            ]),
        Example(
            Phrase("The English text has a list"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        Please:

                        - stay at home
                        - call {{ phone }}
                        """),
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                ---

                Restez chez vous :

                ⟦Appelez le {{ phone }}.⟧
                """,
            ]),
        Example(
            Phrase("A section is missing in the middle"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is closed.

                        ## What you can do

                        Stay at home.

                        ## Your questions

                        Call {{ phone }}.
                        """),
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                ---

                ⟦La bibliothèque est fermée.⟧

                ## Vos questions

                Appelez le {{ phone }}.
                """,
            ]),
        Example(
            Phrase("A heading that says something else"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "## What you can do\n\nStay at home."),
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                ---

                ⟦## Ce que nous savons⟧

                Restez chez vous.
                """,
            ]),
        Example(
            Phrase("Another number in the French text of the plan"),
            [
                "plan.md": ExamplePlan.changing(
                    "plan.md", "locales: [en, fr]", text: "The library has 12 rooms, two of them below the river."),
                "plan.fr.md": """
                ---
                kind: plan
                ---

                La bibliothèque a ⟦21⟧ salles, dont 2 plus basses que la rivière.
                """,
            ]),
        Example(
            Phrase("Another envelope in French"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"),
                "channels.md": ExamplePlan.changing(
                    "channels.md",
                    """
                    site: {title: Website, type: web, depends-on: [website], operated-by: press, access: {en: Envelope 9 in the safe, fr: Enveloppe ⟦3⟧ dans le coffre}}
                    """),
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("The same parts in the same order"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "The library is closed. Questions: {{ phone }}."),
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                ---

                La bibliothèque est fermée. Vos questions : {{ phone }}.
                """,
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for message in context.plan.messages {
            guard let source = message.versions.first else { continue }
            for version in message.versions.dropFirst() where version.body.isPrinted {
                compare(
                    source.body, version.body, context.plan.links, name: message.quoted, place: version.nameSpan,
                    report)
            }
        }
        for snippet in context.plan.snippets {
            guard let source = snippet.versions.first else { continue }
            for version in snippet.versions.dropFirst() where version.body.isPrinted {
                compare(
                    source.body, version.body, context.plan.links, name: snippet.quoted,
                    place: version.body.span.start,
                    report)
            }
        }
        for text in context.plan.translatedTexts
        where text.isIntroduction || ![.message, .snippet, .checklist].contains(text.reference.kind) {
            guard let source = text.bodies.first, !context.brokenFiles.contains(source.file) else { continue }
            for body in text.bodies.dropFirst() where body.isPrinted && !context.brokenFiles.contains(body.file) {
                compare(
                    source, body, context.plan.links, name: text.quoted, place: body.nameSpan, isSent: false, report)
            }
        }
        compareValues(context, report)
    }

    // MARK: Values

    private static func compareValues(_ context: RuleContext, _ report: (Finding) -> Void) {
        let plan = context.plan
        if plan.locales.count < 2 { return }
        // Words to look for are other words in each language.
        for kind in EntityKind.all where kind != .vocabulary {
            let keys = Schema.keys(of: kind)
            for thing in Schema.declaration(of: kind).written(in: plan) {
                let isFromLibrary = kind == .obligation && plan.obligations[thing.reference.id]?.isBuiltIn ?? false
                if isFromLibrary { continue }
                for field in thing.fields {
                    // An example is any value, and the longest one depends on the language.
                    let isMadeUp = kind == .field && ["example", "longest"].contains(keys[field.place].name)
                    if isMadeUp { continue }
                    // A closure would copy the plan each time.
                    for text in field.value.texts { compare(text, of: thing, in: plan, report) }
                }
            }
        }
    }

    private static func compare(
        _ text: LocalizedText, of thing: WrittenThing, in plan: Plan, _ report: (Finding) -> Void
    ) {
        // The subject of a file is in the first language of the plan.
        guard let source = text.versions.first, let locale = source.locale ?? plan.locales.first,
            text.versions.count > 1
        else { return }
        func differs(_ told: Phrase, at place: Span, _ span: Span) -> Finding {
            let title = plan.title(of: thing.reference.kind, thing.reference.id)
            let name: Phrase = title?.phrase.quoted ?? .quoting(thing.reference.id)
            return finding(
                at: place, Phrase("the translation of {name} differs: {told}", ["name": name, "told": told]),
                labels: [Label(span, Phrase("here in {language}", ["language": locale.title]))])
        }
        let hasNumbers = text.versions.contains { $0.text.value.utf8.contains { (0x30...0x39).contains($0) } }
        for version in text.versions.dropFirst() {
            guard let other = version.locale else { continue }
            if let told = fieldsApart(source.text.value, version.text.value) {
                report(differs(told, at: version.text.span, source.text.span))
            } else if hasNumbers, let difference = numbersApart(source, version, [locale, other]) {
                var found = differs(
                    difference.told, at: difference.translation ?? version.text.span,
                    difference.source ?? source.text.span)
                found.severity = .warning
                report(found)
            }
        }
    }

    /// What one of two values fills in and the other does not, as in a subject; nil where they fill in the same.
    private static func fieldsApart(_ source: String, _ translation: String) -> Phrase? {
        guard source.contains("{{") || translation.contains("{{") else { return nil }
        func fields(_ text: String) -> Set<String> {
            Set(
                text.split(separator: "{{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
                    part.firstRange(of: "}}").map { end in
                        "{{ \(part[..<end.lowerBound].filter { !$0.isWhitespace }) }}"
                    }
                })
        }
        let (a, b) = (fields(source), fields(translation))
        return apart(a.subtracting(b).sorted(), b.subtracting(a).sorted())
    }

    private static func compare(
        _ source: Body, _ other: Body, _ links: LinkTargets, name: Phrase, place: Span, isSent: Bool = true,
        _ report: (Finding) -> Void
    ) {
        let context = TranslationContext(links, [source.locale, other.locale])
        for difference in differences(between: source.blocks, and: other.blocks, context) {
            let told = difference.told
            let language = source.locale.title
            let labels = difference.source.map {
                Label($0, Phrase("here in {language}", ["language": language]))
            }
            var found = finding(
                at: difference.translation ?? place,
                Phrase(
                    "the translation of {name} differs: {told}", ["name": name, "told": told]),
                caption: difference.translation == nil ? nil : difference.caption,
                labels: labels.map { [$0] } ?? [])
            if difference.isNumber || difference.isNegation || !isSent { found.severity = .warning }
            report(found)
        }
    }
}

extension FormValue {
    /// The texts in it, those of lists and maps too.
    fileprivate var texts: [LocalizedText] {
        switch self {
        case .word, .reference, .stage: []
        case .text(let text): [text]
        case .list(let values): values.flatMap(\.texts)
        case .map(let pairs): pairs.flatMap(\.value.texts)
        case .record(let fields, _): fields.flatMap(\.value.texts)
        }
    }
}
