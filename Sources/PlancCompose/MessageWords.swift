import PlancMarkup
import PlancModel
import PlancSource
import PlancWords

/// What a message says on one channel, in one locale, with its fields still to fill in.
public struct MessageWords: Sendable {
    /// Empty for channels that have none.
    public var subject: [Inline]
    public var blocks: [Block]
    public var locale: Locale
    /// A telephone reads it or a screen shows it in one piece.
    public var isShort: Bool
    /// Where its links lead.
    public var links: LinkTargets

    /// The fields in the order of their first use, each once.
    public var fields: [String] {
        var ids: [String] = []
        func visit(_ inline: Inline) {
            if case .placeholder(let placeholder) = inline.content, !ids.contains(placeholder.name) {
                ids.append(placeholder.name)
            }
        }
        subject.forEachDeep(visit)
        blocks.forEachInline(visit)
        return ids
    }

    /// The words alone; `field` gives what stands for a field, by default its name in braces.
    public func plainText(field: @escaping @Sendable (String) -> String = { "{{ \($0) }}" }) -> String {
        PlancWords.plainText(blocks, Rendering(links: links, value: { field($0.name) }))
    }

    /// The subject on one line, empty when there is none.
    public func plainSubject(field: @escaping @Sendable (String) -> String = { "{{ \($0) }}" }) -> String {
        guard let span = subject.first?.span else { return "" }
        return PlancWords.plainText(
            [Block(.paragraph(subject), span)], Rendering(links: links, value: { field($0.name) }))
    }
}

extension Composer {
    /// nil when the message has no text for the channel. A locale without a translation takes the source's text.
    public func words(of message: Message, on channel: Channel) -> MessageWords? {
        guard let version = message.version(locale), let source = version.blocks(for: channel) else { return nil }
        var inLocale = self
        if version.body.locale != locale {
            inLocale = Composer(plan: plan, locale: version.body.locale, scenario: scenario, exercise: exercise)
        }
        var blocks = inLocale.blocks(source)
        var subject = channel.type.value == .email ? inLocale.text(message.subject) : []
        if let exercise {
            let span = version.nameSpan
            if !subject.isEmpty { subject.insert(Inline(.text("[\(exercise)] "), span), at: 0) }
            if case .paragraph(let words)? = blocks.first?.content {
                blocks[0].content = .paragraph([Inline(.text("\(exercise). "), span)] + words)
            } else {
                blocks.insert(Block(.paragraph([Inline(.strong([Inline(.text(exercise), span)]), span)]), span), at: 0)
            }
        }
        return MessageWords(
            subject: subject, blocks: blocks, locale: version.body.locale, isShort: channel.type.value.isShort,
            links: plan.links)
    }
}
