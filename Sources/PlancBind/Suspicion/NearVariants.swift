import PlancDiagnostics
import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSource

extension Binder {
    /// The blocks of a message with a heading in place of what almost opens the text for a channel: `## sms`, `**sms**`, `sms:`
    /// on a line of its own.
    func nearVariants(_ blocks: [Block]) -> [Block] {
        blocks.enumerated().map { place, block in
            guard let (words, span) = variantName(block) else { return block }
            let name = words.unicodeScalars.drop { "#＃*:_ ".unicodeScalars.contains($0) || NearTime.isSpace($0) }
            let bare = name.text.trimmingVariantSigns
            let isAlone = Self.isLabel(block) && Self.isText(blocks, place + 1)
            guard let channel = channelNamed(bare) ?? (isAlone ? channelLabelled(bare) : nil) else { return block }
            report(MalformedHeading.variant(channel, at: span, replacing: fromMargin(span)))
            mendedCount += 1
            return Block(.heading(level: 1, [Inline(.text(channel), span)]), block.span)
        }
    }

    /// A span with the blanks before it on its line: a heading begins at the margin.
    private func fromMargin(_ span: Span) -> Span {
        let bytes = sources[span.file].bytes
        var lower = min(Int(span.lower), bytes.count)
        while lower > 0, bytes[lower - 1] == UInt8(ascii: " ") || bytes[lower - 1] == UInt8(ascii: "\t") { lower -= 1 }
        return Span(span.file, lower, Int(span.upper))
    }

    /// The words of a short line that may have been meant as the name of a channel.
    private func variantName(_ block: Block) -> (String, Span)? {
        switch block.content {
        case .heading(let level, let inlines) where level > 1:
            // Of a lower level it must be the very name, or an abbreviation: "## Press" may be a part of a text.
            let words = inlines.plainText
            let isAbbreviation = words.utf8.count <= 4 && words == words.uppercased()
            return Form.isID(words) || isAbbreviation ? (words, block.span) : nil
        case .heading(1, let inlines):
            // A heading that is right but for its words is a variant's business, unless it is the channel's title or a link.
            guard case .link? = inlines.first?.content, inlines.count == 1 else { return nil }
            return (inlines.plainText, block.span)
        case .paragraph(let inlines):
            guard inlines.count <= 3,
                !inlines.contains(where: { if case .softBreak = $0.content { true } else { false } })
            else { return nil }
            let words = inlines.plainText
            return words.utf8.count <= 60 ? (words, block.span) : nil
        case .code(let language, let text) where language.isEmpty:
            let lines = text.split(separator: "\n")
            return lines.count == 1 && lines[0].hasPrefix("#") ? (String(lines[0]), block.span) : nil
        case .quote(let inner):
            guard inner.count == 1, case .heading(1, let inlines) = inner[0].content else { return nil }
            return (inlines.plainText, block.span)
        default: return nil
        }
    }

    /// A channel by its id, or a type of one by its name, in any spelling of the letters.
    func channelNamed(_ words: String) -> String? {
        guard words.utf8.count <= 40, let id = Form.id(from: words), words.unicodeScalars.allSatisfy(Self.isNameScalar)
        else {
            return nil
        }
        if declared[.channel, id] != nil || ChannelType(rawValue: id) != nil { return id }
        return nil
    }

    /// `E-mail:`, `**Email version**`: bold words, or words before a colon, that may head a text.
    private static func isLabel(_ block: Block) -> Bool {
        guard case .paragraph(let inlines) = block.content else { return false }
        if inlines.count == 1, case .strong = inlines[0].content { return true }
        return inlines.plainText.trimmingPrefix("**").last(where: { !$0.isWhitespace && $0 != "*" }) == ":"
    }

    /// Whether a paragraph of words follows, not a number or an address alone.
    private static func isText(_ blocks: [Block], _ place: Int) -> Bool {
        guard place < blocks.count, case .paragraph(let inlines) = blocks[place].content else { return false }
        return inlines.plainText.split(whereSeparator: \.isWhitespace).count { $0.contains(where: \.isLetter) } >= 4
    }

    /// The channel of a few words that say nothing else: "E-mail", "Email version", "for the website".
    private func channelLabelled(_ words: String) -> String? {
        let parts = words.split(whereSeparator: \.isWhitespace).map(String.init)
        guard parts.count <= 4 else { return nil }
        var named: String?
        for part in parts {
            if let channel = channel(called: part), named == nil {
                named = channel
            } else if !Self.fillers.contains(part.lowercased()) {
                return nil
            }
        }
        return named
    }

    private static let fillers = Set(LanguageRules.all.flatMap(\.variantFillers))

    private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-" || scalar == " "
            || scalar == "_"
    }
}

extension String {
    fileprivate var trimmingVariantSigns: String {
        var text = self
        while let last = text.unicodeScalars.last, ":*_# ".unicodeScalars.contains(last) || NearTime.isSpace(last) {
            text.unicodeScalars.removeLast()
        }
        return text
    }
}
