import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancProse
import PlancSource

enum MissingTranslation: Rule {
    static let name = "missing-translation"
    static let group = RuleGroup.messages
    static let severity = Severity.error
    static let summary = Phrase("a text that is missing in a language in which it is read or printed")
    static let why = Phrase(

        """
        Whoever cannot read the message is not told. On the day nobody has the time to translate, and what \
        a machine makes of it in a hurry is nobody's word. Write every message in every language of its \
        audience now. The same holds for what is printed in each language of the plan: a checklist without a text in one \
        of them is printed in the words of another, between steps that its reader understands (a warning). A translation \
        that is empty prints nothing at all.
        """)
    static let rejects = [
        Example(
            Phrase("Staff read English and French"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]", text: ""), "checklists/flood.md": nil,
                "checklists/before.md": nil, "checklists/after.md": nil,
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    staff: {title: Staff, type: employees, channels: [text-message, mail], inform-within: 1h, locales: [en, fr]}
                    """),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    """
                    title: ⟦"Staff: the library is closed"⟧
                    """, text: "The library is closed."),
                "messages/ready.md": ExamplePlan.changing(
                    "messages/ready.md",
                    """
                    audiences: readers
                    scenarios: flood
                    owner: director
                    subject: News
                    """, text: "Look at our website."),
                "messages/reopened.md": ExamplePlan.changing(
                    "messages/reopened.md",
                    """
                    title: Open again
                    audiences: readers
                    scenarios: flood
                    owner: director
                    subject: News
                    """, text: "Open again."),
            ]),
        Example(
            Phrase("One checklist of two is translated"),
            bodies([
                "checklists/flood.md": flood.replacing("First hour at the desk", with: "⟦First hour at the desk⟧"),
                "checklists/loans.md": loans, "checklists/loans.fr.md": loansInFrench,
            ])),
        Example(
            Phrase("A translation without a text"),
            bodies([
                "checklists/flood.md": flood,
                "checklists/flood.fr.md": "---\nkind: checklist\ntitle: ⟦Première heure au guichet⟧\n---\n",
            ])),
        Example(
            Phrase("What the channels begin with is in English only"),
            bodies([
                "channels.md": ExamplePlan.changing("channels.md", text: "The red telephones work without the network.")
                    .replacing("kind: channels", with: "kind: ⟦channels⟧")
            ]).merging(["checklists/flood.md": nil]) { $1 }),
        Example(
            Phrase("What the channels begin with is in French only"),
            bodies([
                "channels.fr.md":
                    "---\nkind: ⟦channels⟧\n---\n\nLes téléphones rouges fonctionnent sans le réseau.\n"
            ]).merging(["checklists/flood.md": nil]) { $1 }),
        Example(
            Phrase("No checklist is translated"),
            bodies(["checklists/flood.md": flood, "checklists/loans.md": loans], locales: "[en, ⟦fr⟧]")),
    ]

    private static func bodies(_ files: [String: String], locales: String = "[en, fr]") -> [String: String?] {
        let plan: [String: String?] = [
            "plan.md": ExamplePlan.changing("plan.md", "locales: " + locales, text: ""), "checklists/before.md": nil,
            "checklists/after.md": nil,
        ]
        return plan.merging(files) { $1 }
    }

    private static let flood = """
        ---
        kind: checklist
        title: First hour at the desk
        scenarios: flood
        phase: during
        ---

        - [ ] T0 @caretaker Switch off the power in the basement
        - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
        - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
        """
    private static let loans = """
        ---
        kind: checklist
        title: Loans by hand
        scenarios: flood
        phase: during
        ---

        - [ ] T+2h @press Write down every loan
        """
    private static let loansInFrench = """
        ---
        kind: checklist
        title: Prêts à la main
        ---

        - [ ] Noter chaque prêt
        """

    static let accepts = [
        Example(
            Phrase("Every checklist is translated"),
            bodies([
                "checklists/flood.md": flood, "checklists/loans.md": loans,
                "checklists/flood.fr.md": """
                ---
                kind: checklist
                title: Première heure au guichet
                ---

                - [ ] Couper le courant au sous-sol
                - [ ] Prévenir le personnel : [](../messages/staff-closed.md)
                - [ ] Prévenir les lecteurs : [](../messages/readers-closed.md)
                """,
                "checklists/loans.fr.md": loansInFrench,
            ])),
        Example(
            Phrase("A file for each language"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]", text: ""), "checklists/flood.md": nil,
                "checklists/before.md": nil, "checklists/after.md": nil,
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    staff: {title: Staff, type: employees, channels: [text-message, mail], inform-within: 1h, locales: [en, fr]}
                    """),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "The library is closed."),
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                ---

                La bibliothèque est fermée.
                """,
                "messages/ready.md": ExamplePlan.changing(
                    "messages/ready.md",
                    """
                    audiences: readers
                    scenarios: flood
                    owner: director
                    subject: News
                    """, text: "Look at our website."),
                "messages/reopened.md": ExamplePlan.changing(
                    "messages/reopened.md",
                    """
                    title: Open again
                    audiences: readers
                    scenarios: flood
                    owner: director
                    subject: News
                    """, text: "Open again."),
            ]),
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        // Which languages the plan has was not understood, and has been reported.
        if plan.unread.keys.contains(where: { $0.key.kind == .plan && $0.value.contains("locales") }) { return }
        for message in plan.messages where !message.versions.isEmpty {
            var told = Set<Substring>()
            let written = message.versions.map(\.body.locale)
            for reference in message.audiences {
                guard let place = plan.audiences.index(of: reference.id) else { continue }
                // Most audiences read what the message is written in.
                let locales = plan.audiences[place].locales
                if locales.isEmpty
                    ? written.contains(plan.sourceLocale) : locales.allSatisfy({ written.contains($0.value) })
                {
                    continue
                }
                let audience = plan.audiences[place]
                let wanted =
                    audience.locales.isEmpty ? [Located(plan.sourceLocale, audience.nameSpan)] : audience.locales
                for locale in wanted
                where plan.locales.contains(where: { $0.language == locale.value.language })
                    && !written.contains(where: { $0.language == locale.value.language })
                {
                    guard told.insert(locale.value.language).inserted,
                        !isUnread(message.versions[0].body, in: locale.value, context)
                    else { continue }
                    report(finding(message, locale, for: audience))
                }
            }
            reportSnippets(of: message, context, report)
        }
        for text in plan.translatedTexts {
            reportEmpty(text, context, report)
            reportUnsourced(text, context, report)
        }
        for locale in plan.info.locales.dropFirst() where locale.value.language != plan.sourceLocale.language {
            reportPrinted(locale, context, report)
        }
    }

    /// A translation without a word in it.
    private static func reportEmpty(_ text: TranslatedText, _ context: RuleContext, _ report: (Finding) -> Void) {
        guard let source = text.bodies.first, source.isPrinted else { return }
        for body in text.bodies.dropFirst() where !body.isPrinted && !context.brokenFiles.contains(body.file) {
            report(
                finding(
                    at: body.nameSpan,
                    Phrase("this translation of {name} is empty", ["name": text.quoted]),
                    labels: [
                        Label(source.nameSpan, Phrase("the text in {language}", ["language": source.locale.title]))
                    ],
                    help: [Phrase("write the text, or delete the file")]))
        }
    }

    /// What a registry begins with in translations alone; of other things the file says itself that it is a translation.
    private static func reportUnsourced(_ text: TranslatedText, _ context: RuleContext, _ report: (Finding) -> Void) {
        guard text.isIntroduction, let body = text.bodies.first(where: \.isPrinted),
            let locale = context.plan.info.locales.first,
            !text.bodies.contains(where: { $0.isPrinted && $0.locale.language == locale.value.language }),
            !isUnread(body, in: locale.value, context)
        else { return }
        var found = finding(text, locale)
        found.span = body.nameSpan
        found.help = [Phrase("write it under the front matter of '{name}.md'", ["name": text.reference.id])]
        report(found)
    }

    // MARK: What is printed

    /// What the pages of a language print in the words of another, because it has no text in theirs.
    ///
    /// Where nothing of a kind is translated, that is one finding, at the language.
    private static func reportPrinted(
        _ locale: Located<Locale>, _ context: RuleContext, _ report: (Finding) -> Void
    ) {
        let plan = context.plan
        func has(_ text: TranslatedText) -> Bool {
            text.bodies.contains { $0.locale.language == locale.value.language }
        }
        let texts = plan.translatedTexts.filter { isPrinted($0, in: plan) }
        // Of no kind: what registries begin with.
        let kinds: [EntityKind?] = [.plan, .scenario, .role, .checklist, .obligation, nil]
        func kind(of text: TranslatedText) -> EntityKind? { text.isIntroduction ? nil : text.reference.kind }
        let printed = texts.filter { kinds.contains(kind(of: $0)) }
        let missing = printed.filter { !has($0) && !isUnread($0.bodies[0], in: locale.value, context) }
        if missing.isEmpty { return }
        // Where most of a plan is not translated, all of it is said at once.
        let isMost = missing.count > 3 && missing.count * 2 >= printed.count
        var untranslated: [(kind: EntityKind?, count: Int)] = []
        for one in kinds {
            let ofKind = missing.filter { kind(of: $0) == one }
            if ofKind.isEmpty { continue }
            let isWhole = ofKind.count > 1 && ofKind.count == printed.count { kind(of: $0) == one }
            if isMost || isWhole {
                untranslated.append((one, ofKind.count))
            } else {
                for text in ofKind { report(finding(text, locale)) }
            }
        }
        if untranslated.isEmpty { return }
        var found = finding(
            at: locale.span,
            Phrase(
                "the pages in {language} print {things} in {source}: none of them is translated",
                [
                    "language": locale.value.title, "source": plan.sourceLocale.title,
                    "things": Phrase.list(untranslated.map { counted($0.kind, $0.count) }, .and),
                ]),
            help: [
                Phrase(
                    "write each in a file beside the first, named '{example}.{tag}.md'",
                    ["example": "…", "tag": locale.value.tag])
            ])
        found.severity = .warning
        report(found)
    }

    /// A text of what the pages of every language print. What belongs to no scenario is on no page.
    private static func isPrinted(_ text: TranslatedText, in plan: Plan) -> Bool {
        guard let source = text.bodies.first, source.locale == plan.sourceLocale, source.isPrinted
        else { return false }
        if text.isIntroduction { return true }
        switch text.reference.kind {
        case .checklist: return !plan.scenarios.isEmpty
        case .obligation: return plan.obligations[text.reference.id].map { !$0.isBuiltIn } ?? false
        default: return true
        }
    }

    /// Whether its translation is there and could not be read, which is reported.
    private static func isUnread(_ source: Body, in locale: Locale, _ context: RuleContext) -> Bool {
        if context.brokenFiles.contains(source.file) { return true }
        if context.brokenFiles.isEmpty { return false }
        let path = context.sources[source.file].path
        let stem = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
        return context.brokenFiles.contains { context.sources[$0].path.hasPrefix(stem + "." + locale.tag) }
    }

    private static func counted(_ kind: EntityKind?, _ count: Int) -> Phrase {
        switch kind {
        case nil:
            Phrase("the introduction of {count, plural, one {# registry} other {# registries}}", ["count": count])
        case .plan: Phrase("the text of the plan")
        case .scenario: Phrase("{count, plural, one {# scenario} other {# scenarios}}", ["count": count])
        case .role: Phrase("the duties of {count, plural, one {# role} other {# roles}}", ["count": count])
        case .obligation: Phrase("{count, plural, one {# obligation} other {# obligations}}", ["count": count])
        default: Phrase("{count, plural, one {# checklist} other {# checklists}}", ["count": count])
        }
    }

    private static func finding(_ text: TranslatedText, _ locale: Located<Locale>) -> Finding {
        let (name, tag) = (text.quoted, locale.value.tag)
        var found = finding(
            at: text.bodies[0].nameSpan,
            Phrase(
                "{name} has no text in {language}: the pages in {language} print it in {source}",
                ["name": name, "language": locale.value.title, "source": text.bodies[0].locale.title]),
            labels: [Label(locale.span, Phrase("a language of the plan"))],
            help: [
                Phrase(
                    "write it in a file beside this one, named '{id}.{tag}.md'",
                    ["id": text.reference.kind == .plan ? "plan" : text.reference.id, "tag": tag])
            ])
        found.severity = .warning
        return found
    }

    private static func finding(_ message: Message, _ locale: Located<Locale>, for audience: Audience) -> Finding {
        let (name, reader, tag) = (message.quoted, audience.quoted, locale.value.tag)
        return finding(
            at: message.nameSpan,
            Phrase(
                "message {name} has no text in {language}, which {reader} read",
                ["name": name, "language": locale.value.title, "reader": reader]),
            labels: [Label(locale.span, Phrase("reads {language}", ["language": locale.value.title]))],
            help: [
                Phrase(
                    "write it in a file beside this one, named '{id}.{tag}.md'", ["id": message.id, "tag": tag])
            ])
    }

    /// A snippet must be there in every language of the messages that call it.
    private static func reportSnippets(of message: Message, _ context: RuleContext, _ report: (Finding) -> Void) {
        let plan = context.plan
        if plan.snippets.isEmpty { return }
        for id in snippets(of: message, in: plan) {
            guard let snippet = plan.snippets[id] else { continue }
            let written = snippet.versions.map(\.body.locale)
            for version in message.versions
            where !written.contains(where: { $0.language == version.body.locale.language }) {
                // Told at the first message that calls it.
                let first = plan.messages.first { other in
                    other.versions.contains { $0.body.locale.language == version.body.locale.language }
                        && snippets(of: other, in: plan).contains(id)
                }
                guard first?.id == message.id, let source = snippet.versions.first?.body,
                    !isUnread(source, in: version.body.locale, context)
                else { continue }
                let (name, caller, language) = (snippet.quoted, message.quoted, version.body.locale.title)
                report(
                    finding(
                        at: snippet.nameSpan,
                        Phrase(
                            "snippet {name} has no text in {language}, in which message {caller} uses it",
                            ["name": name, "language": language, "caller": caller]
                        ),
                        labels: [Label(version.nameSpan, Phrase("uses it"))]))
            }
        }
    }
}
