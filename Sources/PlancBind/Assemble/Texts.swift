import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

/// Things that are texts: checklists, messages, snippets.
extension Binding {
    func checklist(_ item: Item, _ reading: Reading) -> Checklist {
        var checklist = Checklist(
            id: item.reference.id, title: title(of: item, reading), scenarios: reading.scenarios("scenarios"),
            phase: reading.choice("phase") ?? Located(.during, item.nameSpan), nameSpan: item.nameSpan, span: item.span)
        checklist.versions = bodies(of: item).map { body in
            Checklist.Version(body: body, stages: StepReader(binding: self).stages(body.blocks))
        }
        return checklist
    }

    func message(_ item: Item, _ reading: Reading) -> Message {
        var send = Message.Sending()
        if let node = reading.node("send") {
            let inner = reading.inner(node)
            send.within = inner.duration("within")
            send.every = inner.duration("every")
            send.until = inner.localized("until")
        }
        let subject = translated("subject", item, reading)
        checkSubjectFields(subject, owner: item.reference)
        let satisfies: [Message.Satisfaction] = reading.list("satisfies").compactMap { node in
            guard let text = node.scalar else { return nil }
            let (whole, stage) = splitStage(text)
            guard let obligation = reading.reference(whole, .obligation) else { return nil }
            if let stage, !stageNames(obligation.id).contains(stage.value) { return nil }
            return Message.Satisfaction(obligation: obligation, stage: stage)
        }
        let confirmed = reading.list("confirmed").map { node in
            let inner = reading.inner(node)
            var confirmation = Message.Confirmation()
            confirmation.claim = inner.localized("claim")
            confirmation.by = inner.reference("by", .role)
            confirmation.at = inner.text("at")
            return confirmation
        }
        return Message(
            id: item.reference.id, title: title(of: item, reading),
            audiences: reading.references("audiences", .audience),
            scenarios: reading.scenarios("scenarios"),
            phase: reading.choice("phase") ?? Located(.during, item.nameSpan),
            channels: reading.references("channels", .channel), owner: reading.reference("owner", .role),
            approvers: reading.references("approver", .role), approveWithin: reading.duration("approve-within"),
            legalReview: reading.reference("legal-review", .role), send: send, subject: subject, satisfies: satisfies,
            after: reading.references("after", .message), inReplyTo: reading.text("in-reply-to"),
            replyWithin: reading.duration("reply-within"), classification: reading.classification("classification"),
            confirmed: confirmed,
            glossary: (reading.node("glossary")?.entries ?? []).map { ($0.key, reading.localized($0.value)) },
            maxWords: reading.integer("max-words"), versions: bodies(of: item).map(version), nameSpan: item.nameSpan,
            span: item.span)
    }

    func snippet(_ item: Item, _ reading: Reading) -> Snippet {
        var snippet = Snippet(
            id: item.reference.id, title: title(of: item, reading), nameSpan: item.nameSpan, span: item.span)
        snippet.covers = reading.choices("covers")
        snippet.versions = bodies(of: item).map { Snippet.Version(body: $0) }
        return snippet
    }

    // MARK: Languages

    /// The title of a thing, with those of its translations.
    func title(of item: Item, _ reading: Reading) -> LocalizedText { translated("title", item, reading) }

    private func translated(_ key: String, _ item: Item, _ reading: Reading) -> LocalizedText {
        var text = reading.localized(key)
        guard !item.isRegistryEntry else { return text }
        for index in translations[item.reference] ?? [] {
            guard let locale = outlined[index].suffix, let scalar = outlined[index][key]?.scalar, !scalar.value.isEmpty
            else {
                continue
            }
            text.versions.removeAll { $0.locale == locale }
            text.versions.append(LocalizedText.Version(locale: locale, text: scalar))
        }
        return text
    }

    /// The bodies of a thing in a file of its own, the source first, then its translations in the order of the plan's
    /// locales.
    func bodies(of item: Item) -> [Body] {
        guard !item.isRegistryEntry else { return [] }
        let source = outlined[item.source]
        var bodies = [body(of: source, owner: item.reference, locale: source.suffix ?? sourceLocale)]
        let order = (translations[item.reference] ?? []).sorted { a, b in
            let (first, second) = (
                outlined[a].suffix.flatMap(planLocales.firstIndex), outlined[b].suffix.flatMap(planLocales.firstIndex)
            )
            return (first ?? .max, a) < (second ?? .max, b)
        }
        for index in order {
            let translation = outlined[index]
            bodies.append(
                body(
                    of: translation, owner: item.reference, locale: translation.suffix ?? sourceLocale,
                    stamp: Reading(self, translation.entries).text("translates")))
        }
        return bodies
    }

    /// The text of a source, every link, mention, field and snippet in it followed.
    func body(
        of source: Source, owner: EntityReference?, locale: Locale, stamp: Located<String>? = nil
    ) -> Body {
        let reading = Reading(self, source.entries)
        let before = unmendedCount
        let blocks = follow(source, owner: owner)
        let isUnread = unmendedCount > before || source.parsed.findings.contains { $0.severity == .error }
        if isUnread, let owner { unreadKeys[owner, default: []].insert("body") }
        return Body(
            locale: locale, file: source.parsed.file, blocks: blocks,
            span: source.parsed.bodySpan, nameSpan: source.nameSpan, translates: stamp,
            written: Body.Written(
                title: reading.localized("title").text(locale), subject: reading.localized("subject").text(locale),
                source: sources[source.parsed.file]))
    }
}
