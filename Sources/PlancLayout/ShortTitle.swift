/// Titles that are repeated at the top of a page. They are not part of what is listened to, so they must read as titles:
/// what reads as a sentence would be taken for text that listeners miss.
enum ShortTitle {
    /// As many words of a title as do not read as a sentence with `after` behind them; an ellipsis for the others.
    static func fitting(_ title: String, after: String = "") -> String {
        if !readsAsSentence(title + " " + after) { return title }
        var words = title.split(separator: " ")
        while words.count > 1,
            readsAsSentence(words.joined(separator: " ") + " " + after) || isSign(words[words.count - 1])
        {
            words.removeLast()
        }
        return words.joined(separator: " ") + "…"
    }

    /// Eight words or more, half of them without a capital.
    static func readsAsSentence(_ text: String) -> Bool {
        let words = text.split { !$0.isLetter && !$0.isNumber }
        return words.count >= 8 && words.count { $0.first?.isLowercase ?? false } >= 4
    }

    private static func isSign(_ word: Substring) -> Bool { word.allSatisfy { !$0.isLetter && !$0.isNumber } }
}
