/// Titles that are repeated at the top of a page. They are not part of what is listened to, so they must read as titles:
/// what reads as a sentence would be taken for text that listeners miss.
enum ShortTitle {
    /// A title, or the longest beginning of it that ends where its writer paused, such that it does not read as a sentence with
    /// `after` behind it. Nothing is cut within a phrase: empty where it has no pause.
    static func fitting(_ title: String, after: String = "") -> String {
        if !readsAsSentence(title + " " + after) { return title }
        return beginnings(title).first { !readsAsSentence($0 + " " + after) } ?? ""
    }

    /// What a title begins with, up to where its writer paused; the longest first.
    static func beginnings(_ title: String) -> [String] {
        let pauses = title.indices.filter { place in
            guard place > title.startIndex else { return false }
            let before = title[title.index(before: place)]
            switch title[place] {
            case "–", "—", "(", "·": return before.isWhitespace
            case ":", ";", ",": return true
            default: return false
            }
        }
        return pauses.reversed().compactMap { place in
            var short = title[..<place]
            while let last = short.last, last.isWhitespace { short.removeLast() }
            return short.isEmpty ? nil : String(short)
        }
    }

    /// Eight words or more, half of them without a capital.
    static func readsAsSentence(_ text: String) -> Bool {
        let words = text.split { !$0.isLetter && !$0.isNumber }
        return words.count >= 8 && words.count { $0.first?.isLowercase ?? false } >= 4
    }
}
