import PlancMarkup
import PlancSource

/// What a word processor, or a person, puts before the items of a list: `a)`, `5.1`, `Nr. 5:`, `Step 3:`, `=>`, `■`.
///
/// By itself it says nothing: a step it is only before a time and a role.
struct Numbering {
    /// In bytes.
    let length: Int

    /// The numbering at the start of a text, up to a time or a role; nil where there is none, or words.
    init?(_ text: String) {
        let scalars = Array(text.unicodeScalars.prefix(24))
        var i = 0
        while i < scalars.count, i <= 16 {
            if i > 0, !NearTime.isSpace(scalars[i]),
                NearTime(scalars[i...].text) != nil || scalars[i] == "@"
            {
                break
            }
            guard let next = Self.afterPart(scalars, i) else { return nil }
            i = next
        }
        guard i > 0, i <= 16, !scalars[..<i].allSatisfy(NearTime.isSpace) else { return nil }
        length = scalars[..<i].utf8Count
    }

    /// Whether a time and a role follow, in either order and at once.
    ///
    /// - Parameters:
    ///   - start: how many bytes of the line's first texts come before `text`.
    ///   - text: the first texts of the line from there on.
    func isBeforeStep(_ line: [Inline], from start: Int, _ text: String) -> Bool {
        var place = 0
        var count = 0
        while place < line.count, case .text(let words) = line[place].content {
            count += words.utf8.count
            place += 1
            if count >= start + text.utf8.count { break }
        }
        let rest = String(Substring(text.utf8.dropFirst(length)))
        let next = place < line.count ? line[place].content : nil
        if let time = NearTime(rest) {
            let after = Substring(rest.utf8.dropFirst(time.range.upperBound))
            if after.first(where: { !$0.isWhitespace }) == "@" { return true }
            guard after.allSatisfy(\.isWhitespace), case .roleMention? = next else { return false }
            return true
        }
        guard rest.allSatisfy(\.isWhitespace) else { return false }
        switch next {
        case .roleMention?:
            guard place + 1 < line.count, case .text(let words) = line[place + 1].content else { return false }
            return NearTime(words.drop(while: \.isWhitespace)) != nil
        case .strong(let children)?, .emphasis(let children)?:
            return NearTime(children.plainText) != nil
                && (children + line[(place + 1)...].prefix(2)).contains {
                    if case .roleMention = $0.content { true } else { false }
                }
        default: return false
        }
    }

    /// The place after one part of a numbering: a sign, a number, a letter or a word with what makes it a number.
    private static func afterPart(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
        let first = scalars[start]
        func at(_ i: Int) -> Unicode.Scalar? { i < scalars.count ? scalars[i] : nil }
        if ("0"..."9").contains(first) {
            var i = start
            while let digit = at(i), ("0"..."9").contains(digit) { i += 1 }
            // `15h30`, `10min`; `1er` and `2nd` are words of a sentence.
            if i > start + 3 || at(i)?.properties.isAlphabetic ?? false { return nil }
            return i
        }
        guard first.properties.isAlphabetic, first != "º", first != "ª" else {
            return "\"'“”„«»‹›‘’\u{1}\u{2}@{}<`".unicodeScalars.contains(first) ? nil : start + 1
        }
        var end = start
        while let letter = at(end), letter.properties.isAlphabetic, letter != "º" { end += 1 }
        let isSingle = end == start + 1
        // Signs of Wingdings, as other fonts show them: `Ø `, `ü `, `v `.
        if isSingle, "Øøüûvqnlo".unicodeScalars.contains(first), at(end).map(NearTime.isSpace) ?? false { return end }
        let isRoman = scalars[start..<end].allSatisfy { "ivxIVX".unicodeScalars.contains($0) }
        if isSingle || isRoman, end - start <= 4, let sign = at(end), ").:-–°º".unicodeScalars.contains(sign) {
            return end + 1
        }
        // `Step 3`, `Nr. 5`, `Étape n° 2`: the number makes a numbering of the word.
        guard end - start <= 10 else { return nil }
        var next = end
        if at(next) == "." || at(next) == "°" || at(next) == "º" { next += 1 }
        while let space = at(next), NearTime.isSpace(space) { next += 1 }
        if let sign = at(next), sign == "n" || sign == "N", let degree = at(next + 1),
            "°ºor".unicodeScalars.contains(degree)
        {
            next += 2
            if at(next) == "." { next += 1 }
            while let space = at(next), NearTime.isSpace(space) { next += 1 }
        }
        guard let digit = at(next), ("0"..."9").contains(digit) else { return nil }
        return next
    }
}
