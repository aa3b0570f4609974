import PlancCompose
import PlancMarkup
import PlancModel
import PlancSource
import PlancWords

extension Plan {
    /// A message's words as they are sent in a locale: snippets in place, names known, fields filled in.
    func rendering(_ locale: Locale, _ values: FieldValues, of message: Message? = nil) -> Rendering {
        Composer(plan: self, locale: locale).rendering(values, scenarios: message?.scenarios)
    }

    /// The length of a message's text on a channel, with titles and the longest values.
    func length(of blocks: [Block], _ message: Message, _ locale: Locale, on channel: Channel) -> MessageLength? {
        Composer(plan: self, locale: locale).length(of: blocks, on: channel, scenarios: message.scenarios)
    }
}

/// What a reader gets on a channel: the blocks, and where a finding about their length stands.
struct SentText {
    var blocks: [Block]
    var place: Span
    var isVariant: Bool
}

extension Message.Version {
    /// The variant at its heading, or the common text at its first line.
    func sentText(on channel: Channel) -> SentText? {
        if let variant = variant(for: channel) {
            return SentText(blocks: variant.blocks, place: variant.name.span, isVariant: true)
        }
        for block in common {
            if case .directive = block.content { continue }
            return SentText(blocks: common, place: block.firstLine, isVariant: false)
        }
        return nil
    }
}

extension Block {
    /// The words of the first line.
    var firstLine: Span {
        let inlines: [Inline]
        switch content {
        case .paragraph(let line), .heading(_, let line): inlines = line
        default: return span
        }
        var found: Span?
        for inline in inlines {
            if case .softBreak = inline.content { break }
            if case .lineBreak = inline.content { break }
            found = found?.union(inline.span) ?? inline.span
        }
        return found ?? span
    }
}
