import PlancSource

extension WrittenForms {
    /// The telephone numbers of a text, in E.164, with their places: `+33 6 39 98 00 01`, and where the country is known
    /// `06 39 98 00 01`. Short numbers (`112`, `3949`) are services, not somebody's telephone.
    ///
    /// - Parameter isOther: whether digits behind these words are no telephone's, whatever they look like.
    public static func phones(
        in text: String, ownCode: String?, isOther: (_ before: Substring) -> Bool = { _ in false }
    ) -> [(number: String, range: Range<String.Index>)] {
        var found: [(number: String, range: Range<String.Index>)] = []
        guard mayHoldPhone(text) else { return [] }
        var place = text.startIndex
        var before: Character = " "
        while place < text.endIndex {
            let character = text[place]
            let opens = character == "+" || character == "0" || character.isNumber && ownCode == "1"
            guard opens, !before.isLetter, !before.isNumber, before != ".", before != ",", before != "/", before != "-"
            else {
                before = character
                place = text.index(after: place)
                continue
            }
            // As far as digits go, with single marks between them.
            var end = place
            var digits = 0
            var next = place
            var gap = 0
            var hasSlash = false
            while next < text.endIndex {
                let mark = text[next]
                if mark.isASCII, mark.isNumber {
                    digits += 1
                    gap = 0
                    end = text.index(after: next)
                } else if next == place || " \u{A0}\u{202F}.-()\u{2011}".contains(mark), gap < (hasSlash ? 3 : 2) {
                    gap += 1
                } else if mark == "/", !hasSlash, (2...6).contains(digits), gap < 2 {
                    // `030/23125001`: behind the code of a place.
                    hasSlash = true
                    gap += 1
                } else {
                    break
                }
                next = text.index(after: next)
            }
            let follows = end < text.endIndex ? text[end] : " "
            if (8...15).contains(digits), !follows.isLetter,
                let number = phone(String(text[place..<end]), ownCode: ownCode), !isOther(text[..<place])
            {
                found.append((number, place..<end))
                before = "0"
                place = end
            } else {
                before = character
                place = text.index(after: place)
            }
        }
        return found
    }

    /// Whether a text has digits enough for a telephone number: most have too few.
    public static func mayHoldPhone(_ text: String) -> Bool {
        let digits = text.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.reduce(0) { $0 + ($1 &- 0x30 < 10 ? 1 : 0) }
        }
        return (digits ?? text.utf8.count { $0 &- 0x30 < 10 }) >= 8
    }
}
