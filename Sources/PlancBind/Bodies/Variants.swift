import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// The texts of a message: the common one, and one for each channel or type of channel that has its own.
extension Binder {
    func version(_ body: Body) -> Message.Version {
        let isDivided = body.blocks.contains { if case .heading(1, _) = $0.content { true } else { false } }
        guard isDivided else { return Message.Version(body: body, common: body.blocks, variants: []) }
        var common: [Block] = []
        var variants: [Message.Variant] = []
        var firsts: [String: Span] = [:]
        for block in body.blocks {
            if case .heading(1, let inlines) = block.content,
                let variant = variant(inlines, block, isFirst: variants.isEmpty)
            {
                if let first = firsts[variant.name.value] {
                    report(DuplicateID.finding(variant: variant.name.value, at: variant.name.span, first: first))
                } else {
                    firsts[variant.name.value] = variant.name.span
                }
                variants.append(variant)
            } else if variants.isEmpty {
                common.append(block)
            } else {
                variants[variants.count - 1].blocks.append(block)
            }
        }
        return Message.Version(body: body, common: common, variants: variants)
    }

    /// The variant that a heading of level 1 opens; nil for a heading like any other.
    ///
    /// A heading that only nearly names a channel is reported and read as that channel, so that the channel is not
    /// reported as having no text.
    private func variant(_ inlines: [Inline], _ block: Block, isFirst: Bool) -> Message.Variant? {
        let written = inlines.plainText.trimmingSpaces
        guard let first = inlines.first, let last = inlines.last else { return nil }
        let span = first.span.union(last.span)
        if declared[.channel, written] != nil || ChannelType(rawValue: written) != nil {
            return Message.Variant(name: Located(written, span), headingSpan: block.span, blocks: [])
        }
        let near =
            AliasedNames.value(written, among: facts.channelNames.value) ?? channel(namedIn: written)
            ?? suggestions.nearest(to: written, among: facts.channelNames.value)
        if isFirst, near == nil { return nil }
        // A channel that is not known because its file could not be read.
        if near == nil, declared.incomplete.contains(.channel), Form.isID(written) {
            return Message.Variant(name: Located(written, span), headingSpan: block.span, blocks: [])
        }
        report(UnknownChannel.finding(heading: written, at: span, nearest: near))
        return Message.Variant(name: Located(near ?? written, span), headingSpan: block.span, blocks: [])
    }

    /// The channel of a few words that contain its abbreviation, which is no word of any language: "SMS text", "Version SMS".
    private func channel(namedIn words: String) -> String? {
        let parts = words.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard parts.count <= 3, parts.contains("sms") else { return nil }
        return ChannelType.sms.rawValue
    }
}
