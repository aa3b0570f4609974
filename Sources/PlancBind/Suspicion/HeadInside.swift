import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSource

/// A time and a role behind it, inside a line: `Then T+5h @lead Call the press`. Beside words before them they are no head of a
/// step.
struct HeadInside {
    /// Of the line: the text that the time stands in, and where it begins in it, in bytes.
    let index: Int
    let offset: Int
    /// Words before it, without a time, a role and signs.
    let words: [String]
    /// Whether a time or a role stands before them: the line is a step already.
    let isBehindHead: Bool
    /// From the time to the end of the role.
    let span: Span

    /// The first one of a line from an inline on; nil where there is none, or a sentence that says a time: `call again at T+4h`.
    init?(_ line: [Inline], from start: Int = 0) {
        var before = ""
        var hasRole = false
        for index in line.indices.dropFirst(start) {
            guard case .text(let text) = line[index].content else {
                if line[index].isMention { hasRole = true } else { before += [line[index]].plainText }
                before += " "
                continue
            }
            if index + 1 < line.count, line[index + 1].isMention, line[index].span.range.count == text.utf8.count,
                let time = Self.lastTime(text, isFirst: before.allSatisfy(\.isWhitespace))
            {
                let all = before + String(Substring(text.utf8.prefix(time)))
                let tokens = all.split(whereSeparator: \.isWhitespace)
                let words = tokens.filter {
                    $0.contains(where: \.isLetter) && NearTime($0) == nil && !Self.isAmount($0)
                }
                let isTimed = tokens.contains { NearTime($0) != nil }
                let last = tokens.last.map { $0.lowercased() } ?? ""
                if !words.isEmpty || !tokens.isEmpty && !isTimed && !hasRole, !StepHead.isTimeLead(last),
                    !isTimed || !last.hasSuffix("-") && !last.hasSuffix("–"), !Self.ways.contains(last)
                {
                    self.index = index
                    offset = time
                    self.words = words.map(String.init)
                    isBehindHead = isTimed || hasRole
                    let lower = Int(line[index].span.lower) + time
                    span = Span(line[index].span.file, lower, Int(line[index + 1].span.upper))
                    return
                }
            }
            before += text
        }
        return nil
    }

    /// Words between which and a role a time is part of the head: `every`.
    private static let ways: Set<String> = ["every", "?"]

    private static func isAmount(_ word: Substring) -> Bool {
        word.first.map { $0.isNumber } ?? false || word == "every"
    }

    /// Where the time that a text ends with begins, in bytes; nil for a text that ends with something else, or is nothing else.
    ///
    /// - Parameter isFirst: whether nothing stands before the text.
    private static func lastTime(_ text: String, isFirst: Bool) -> Int? {
        let bytes = Array(text.utf8)
        var end = bytes.count
        while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        guard end < bytes.count || bytes.isEmpty, end > 1 else { return nil }
        var place = end - 1
        while place >= 0, end - place <= 16 {
            if bytes[place] == UInt8(ascii: "T"), place == 0 || bytes[place - 1] == UInt8(ascii: " ") {
                // Most lines begin with their time.
                if isFirst, bytes[..<place].allSatisfy({ $0 == UInt8(ascii: " ") }) { return nil }
                let time = String(decoding: bytes[place..<end], as: UTF8.self)
                if let near = NearTime(time), near.range.upperBound == time.utf8.count { return place }
            }
            place -= 1
        }
        return nil
    }
}
