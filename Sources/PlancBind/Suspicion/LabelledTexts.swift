import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSource

// Labels at the beginning of paragraphs of a message that say what the text is for: `**SMS:** Stay at home.`, `Subject: Closed`.

extension Binder {
    /// The blocks of a message with a heading in place of each label that opens the text for a channel on the same line.
    func labelledVariants(_ blocks: [Block]) -> [Block] {
        // Of a part that follows, nobody knows whose it is; and one text of a channel is enough.
        let lastPart = blocks.lastIndex { if case .heading(2..., _) = $0.content { true } else { false } } ?? -1
        let there = Set(
            blocks.compactMap { block in
                if case .heading(1, let words) = block.content { words.plainText } else { nil }
            })
        return blocks.enumerated().flatMap { place, block -> [Block] in
            guard case .paragraph(let inlines) = block.content, let label = TextLabel(inlines),
                let channel = channelNamed(label.words) ?? channel(called: label.words), isWritten(channel),
                label.isBeforeText, let first = inlines.first, let next = label.rest.first
            else { return [block] }
            let span = Span(first.span.file, Int(first.span.lower), Int(next.span.lower))
            let isMended = place > lastPart && !there.contains(channel)
            report(MalformedHeading.labelled(channel, at: label.span, replacing: isMended ? span : nil))
            mendedCount += 1
            if !isMended { return [block] }
            return [
                Block(.heading(level: 1, [Inline(.text(channel), first.span)]), first.span),
                Block(.paragraph(label.rest), next.span.union(block.span)),
            ]
        }
    }

    /// Reports a subject as the first line of a message.
    func checkSubjectLine(_ blocks: [Block]) {
        for block in blocks {
            if case .directive = block.content { continue }
            guard case .paragraph(let inlines) = block.content, let label = TextLabel(inlines),
                Self.subjects.contains(label.words.lowercased())
            else { return }
            return report(MalformedHeading.subject(at: label.span))
        }
    }

    /// Whether the text of a channel is short and sent as it stands: beside the name of another it may say how that works.
    private func isWritten(_ channel: String) -> Bool {
        let type = ChannelType(rawValue: channel) ?? facts.channelTypes[channel]
        return type == .sms || type == .push || type == .social || type == .display
    }

    private static let subjects = Set(LanguageRules.all.flatMap(\.messages.subjects))
}

/// The words before the first colon of a paragraph, where they are its label, and what follows on its line.
private struct TextLabel {
    let words: String
    let span: Span
    let rest: [Inline]

    init?(_ inlines: [Inline]) {
        guard let first = inlines.first else { return nil }
        var rest = Array(inlines.dropFirst())
        var label: String
        var end = Int(first.span.upper)
        switch first.content {
        case .strong(let children):
            label = children.plainText.trimmingAllSpaces
            if label.last == ":" {
                label.removeLast()
            } else {
                guard case .text(let behind)? = rest.first?.content,
                    let sign = behind.firstIndex(where: { !$0.isWhitespace }), behind[sign] == ":"
                else { return nil }
                rest[0] = Self.cut(rest[0], behind, behind.index(after: sign))
                end = Int(rest[0].span.lower)
            }
        case .text(let text):
            // A label is short: no more of a text is read.
            guard first.span.range.count == text.utf8.count,
                let colon = text.utf8.prefix(13).firstIndex(of: UInt8(ascii: ":")),
                text[text.index(after: colon)...].first.map({ $0.isWhitespace }) ?? true
            else { return nil }
            label = String(text[..<colon])
            rest = [Self.cut(first, text, text.index(after: colon))] + rest
            end = Int(rest[0].span.lower)
        default: return nil
        }
        if case .text(let behind)? = rest.first?.content {
            rest[0] = Self.cut(rest[0], behind, behind.firstIndex { !$0.isWhitespace } ?? behind.endIndex)
        }
        words = label.trimmingAllSpaces
        span = Span(first.span.file, Int(first.span.lower), end)
        self.rest = rest
    }

    /// Whether words follow that say something, and no address or number alone.
    var isBeforeText: Bool {
        let words = rest.plainText
        return words.split(whereSeparator: \.isWhitespace).count { $0.contains(where: \.isLetter) } >= 4
            && !words.contains("@") && !WrittenForms.mayHoldPhone(words)
    }

    private static func cut(_ inline: Inline, _ text: String, _ start: String.Index) -> Inline {
        let length = text.utf8.distance(from: text.startIndex, to: start)
        let span = inline.span
        let lower = min(Int(span.lower) + length, Int(span.upper))
        return Inline(.text(String(text[start...])), Span(span.file, lower, Int(span.upper)))
    }
}

extension String {
    /// Without spaces of any width around it.
    fileprivate var trimmingAllSpaces: String {
        var text = self[...]
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text.drop { $0.isWhitespace })
    }
}
