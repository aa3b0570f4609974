import PlancDiagnostics
import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSource
import PlancWordLists

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
                let variant = variant(
                    inlines, block, isFirst: variants.isEmpty, isBehindText: common.contains { !$0.isDirective })
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
    private func variant(
        _ inlines: [Inline], _ block: Block, isFirst: Bool, isBehindText: Bool
    ) -> Message.Variant? {
        let written = inlines.plainText.trimmingSpaces
        guard let first = inlines.first, let last = inlines.last else { return nil }
        let span = first.span.union(last.span)
        if declared[.channel, written] != nil || ChannelType(rawValue: written) != nil {
            return Message.Variant(name: Located(written, span), headingSpan: block.span, blocks: [])
        }
        let named =
            AliasedNames.value(written, among: facts.channelNames.value)
            ?? facts.namedThings.value.id(written, .channel) ?? channel(namedIn: written)
        let near = named ?? suggestions.nearest(to: written, among: facts.channelNames.value)
        // Before any other text it is a title; an element's heading is a part of the text.
        if isFirst, near == nil, !isBehindText || tellsElement(written) { return nil }
        // A channel that is not known because its file could not be read.
        if declared.incomplete.contains(.channel), Form.isID(written) {
            return Message.Variant(name: Located(written, span), headingSpan: block.span, blocks: [])
        }
        let isLikely = named != nil || !Self.isTitle(written)
        report(UnknownChannel.finding(heading: written, at: span, nearest: near, isLikely: isLikely))
        return Message.Variant(name: Located(near ?? written, span), headingSpan: block.span, blocks: [])
    }

    /// `Suite`: one word with a capital, as titles have it. Only its letters are like those of a channel: what follows would be
    /// sent elsewhere, or by nobody, if it was no slip.
    private static func isTitle(_ words: String) -> Bool {
        words.first?.isUppercase ?? false && words.dropFirst().allSatisfy { $0.isLetter && $0.isLowercase }
    }

    /// The channel of a few words that name it among others: "SMS text", "Telephone script", "For the website".
    private func channel(namedIn words: String) -> String? {
        let parts = words.split(whereSeparator: \.isWhitespace).map(String.init)
        guard parts.count <= 4 else { return nil }
        return parts.lazy.compactMap { self.channel(called: $0) }.first
    }

    /// The channel, or the type of one, that a word means in some language.
    func channel(called word: String) -> String? {
        let letters = word.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" }
        guard letters.count > 1 else { return nil }
        if letters.split(separator: "-").contains("sms") { return ChannelType.sms.rawValue }
        return AliasedNames.value(letters, among: facts.channelNames.value)
    }

    /// Whether a heading begins as one that tells an element does, in any language or in the plan's own vocabulary.
    private func tellsElement(_ heading: String) -> Bool {
        let words = heading.lowercased().replacing("’", with: "'")
        let first = words.utf8.first ?? 0
        return Self.elementHeadings[first].contains { words.utf8.starts(with: $0) }
            || facts.ownHeadings.value.contains { words.hasPrefix($0) }
    }

    private static let elementHeadings = WordsByFirst(.headings)
}

extension Block {
    fileprivate var isDirective: Bool { if case .directive = content { true } else { false } }
}
