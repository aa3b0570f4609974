import PlancSource

/// How words are compared: in small letters, without accents, with one kind of apostrophe.
enum Folding {
    /// A word in ASCII where its letters allow it: `Sécurité` → `securite`.
    ///
    /// - Parameter umlauts: whether `ä` is `ae`, as people write it who have no such key; else it is `a`.
    static func fold(_ word: some StringProtocol, umlauts: Bool) -> String {
        if word.utf8.allSatisfy({ $0 < 0x80 && !(0x41...0x5A).contains($0) && $0 != 0x60 }) { return String(word) }
        var folded = ""
        for scalar in word.lowercased().unicodeScalars {
            switch scalar {
            case "\u{2018}", "\u{2019}", "\u{201B}", "\u{2BC}", "\u{2032}", "\u{FF07}", "\u{B4}", "`": folded += "'"
            case "\u{308}" where umlauts && "aou".unicodeScalars.contains(folded.unicodeScalars.last ?? " "):
                folded += "e"
            case "\u{300}"..."\u{36F}", "\u{AD}", "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}",
                "\u{2060}"..."\u{2064}",
                "\u{FEFF}":
                break
            case "ä" where umlauts: folded += "ae"
            case "ö" where umlauts: folded += "oe"
            case "ü" where umlauts: folded += "ue"
            default:
                if let plain = PlainLetters.plain(scalar) {
                    folded += plain
                } else {
                    folded.unicodeScalars.append(scalar)
                }
            }
        }
        return folded
    }
}
