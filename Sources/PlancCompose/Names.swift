import PlancLanguages
import PlancSource

/// A name in its parts, as far as they can be told: the titles and forms of address before it (`Dr. med.`, `Frau`), the first word
/// after them, and the others. Of one word alone it is the family name; of a name with a comma, what stands before it.
public func nameParts(_ name: String) -> (title: String, given: String, family: String) {
    if let parts = partsAroundComma(name) { return parts }
    let words = name.split(separator: " ")
    // What is left over is a name, whatever it looks like.
    var titles = 0
    while titles + 1 < words.count, isTitle(words[titles], isBehindTitle: titles > 0) { titles += 1 }
    let title = words[..<titles].joined(separator: " ")
    guard words.count > titles + 1 else { return (title, "", words.last.map(String.init) ?? name) }
    return (title, String(words[titles]), words[(titles + 1)...].joined(separator: " "))
}

/// `van der Berg, Jan` as a list has it: the family name first. nil where nothing but letters behind a name follow (`Smith, MBA`).
private func partsAroundComma(_ name: String) -> (title: String, given: String, family: String)? {
    let halves = name.split(separator: ",", omittingEmptySubsequences: false).map { $0.split(separator: " ") }
    guard halves.count == 2, let first = halves[1].first, !halves[0].isEmpty, !isBehindName(first) else { return nil }
    var titles: [Substring] = []
    var rest = halves.map { half in
        let count = half.indices.prefix { isTitle(half[$0], isBehindTitle: $0 > 0) }.count
        titles += half.prefix(count)
        return half.dropFirst(count).joined(separator: " ")
    }
    // What is left over is a name, whatever it looks like.
    if rest[0].isEmpty { rest[0] = halves[0].joined(separator: " ") }
    return (titles.joined(separator: " "), rest[1], rest[0])
}

/// Whether a word behind a comma is a degree or an order (`PhD`, `MBA`, `LL.M.`), not a name: it has a capital behind its first letter.
private func isBehindName(_ word: Substring) -> Bool {
    word.count < 6 && word.dropFirst().contains(where: \.isUppercase)
}

/// What an alphabetical list goes by: the family name first, accents, case and titles aside.
public func sortKey(_ name: String) -> String {
    let (_, given, family) = nameParts(name)
    return PlainLetters.folded(family + " " + given)
}

/// - Parameter isBehindTitle: whether the word before is one: then so are `med.` and `h.`.
private func isTitle(_ word: Substring, isBehindTitle: Bool) -> Bool {
    let isSmall = word.first?.isLowercase ?? false
    let word = word.lowercased()
    guard word.contains(".") else { return titles.contains(word) }
    // `Dr.-Ing.`, `Univ.-Prof.`, `Prof.Dr.`; a single letter is one alone.
    let start = String(word.prefix { $0 != "." && $0 != "-" })
    let isWhole = start.count > 1 || word == start + "."
    return isWhole && (titles.contains(start) || titles.contains(start + ".")) || isBehindTitle && isSmall
}

private let titles = Set(LanguageRules.all.flatMap(\.nameTitles))
