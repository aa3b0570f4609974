import PlancMarkup

extension [Inline] {
    /// The words that stand as a label before what they announce, at the start of a line: in bold (`**Next update:** 6 pm`) or in
    /// capitals before a colon (`UPDATES: every 30 minutes`).
    var labels: [String] {
        var found: [String] = []
        var startsLine = true
        for (place, inline) in enumerated() {
            switch inline.content {
            case .softBreak, .lineBreak:
                startsLine = true
                continue
            case .strong(let children) where startsLine:
                let words = children.plainText
                if words.hasSuffix(":") || words.hasSuffix(".") || isAnnounced(after: place) { found.append(words) }
            case .text(let words) where startsLine:
                if let label = words.capitalLabel { found.append(label) }
            default: break
            }
            startsLine = false
        }
        return found
    }

    /// Whether a colon, a dash or nothing follows on the line.
    private func isAnnounced(after place: Int) -> Bool {
        guard place + 1 < count else { return true }
        switch self[place + 1].content {
        case .softBreak, .lineBreak: return true
        case .text(let words): return words.first { !$0.isWhitespace }.map { ":–—".contains($0) } ?? false
        default: return false
        }
    }
}

extension String {
    /// The words before the first colon when they are in capitals; nil of others.
    fileprivate var capitalLabel: String? {
        guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        var letters = 0
        for scalar in self[..<colon].unicodeScalars {
            // Most lines are none by their second letter.
            if scalar.isASCII {
                if ("a"..."z").contains(scalar) { return nil }
                if ("A"..."Z").contains(scalar) { letters += 1 }
            } else if scalar.properties.isAlphabetic {
                if scalar.properties.isLowercase { return nil }
                letters += 1
            }
        }
        return letters > 1 ? String(self[..<colon]) : nil
    }
}
