import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

/// The text of one thing, read when its keys have been.
struct ItemTexts: BodyReading {
    let binding: Binder
    let item: Item

    func bodies() -> [Body] { binding.bodies(of: item) }
    func stages(of body: Body) -> [Checklist.Stage] {
        let stages = StepReader(binding: binding).stages(body.blocks)
        let isUnread = binding.outlined[item.source].parsed.findings.contains { $0.severity == .error }
        // Of a translation without steps its comparison with the source says more.
        let isSource = body.file == binding.outlined[item.source].parsed.file
        if isSource, !isUnread, stages.allSatisfy(\.steps.isEmpty) {
            binding.report(MalformedStep.none(at: body.nameSpan))
        }
        return stages
    }
    func version(of body: Body) -> Message.Version { binding.version(body) }
}

/// Bodies in their languages.
extension Binder {
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
                    stamp: translation.word("translates")))
        }
        return bodies
    }

    /// The blocks of a source with what was meant in place of what almost is something, which is reported.
    private func suspected(_ blocks: [Block], in source: Source) -> [Block] {
        var blocks = NearTexts(binding: self, source: source).recovered(blocks)
        switch source.kind.entity {
        case .checklist: blocks = NearSteps(binding: self).recovered(blocks)
        case .message:
            checkSubjectLine(blocks)
            blocks = labelledVariants(nearVariants(blocks))
        default: break
        }
        // What was done in a drill may be written down as steps.
        if source.kind.entity != .checklist, source.kind.entity != .drill {
            StepsElsewhere(binding: self).check(blocks, isSent: source.kind.entity == .message)
        }
        return blocks
    }

    /// The text of a source, every link, mention, field and snippet in it followed.
    func body(
        of source: Source, owner: EntityReference?, locale: Locale, stamp: Located<String>? = nil
    ) -> Body {
        let before = unmendedCount
        let blocks = suspected(follow(source, owner: owner), in: source)
        let isUnread = unmendedCount > before || source.parsed.findings.contains { $0.severity == .error }
        if isUnread, let owner { noteUnread("body", of: owner) }
        return Body(
            locale: locale, file: source.parsed.file, blocks: blocks,
            span: source.parsed.bodySpan, nameSpan: source.nameSpan, translates: stamp,
            written: Body.Written(
                title: source.text("title", locale), subject: source.text("subject", locale),
                source: sources[source.parsed.file]))
    }
}
