import PlancDiagnostics
import PlancMarkup
import PlancModel

/// "holder: Ada → Ben"; "none" where there is nothing.
func fromTo(_ what: Phrase, _ old: Phrase?, _ new: Phrase?) -> Phrase {
    let none = Phrase("nothing")
    return Phrase(
        "{what}: {before} → {after}", ["what": what, "before": old ?? none, "after": new ?? none])
}

/// Words that differ, with a few around them.
///
/// - Parameters:
///   - isMoved: whether the same words are at another place; otherwise they are set in another way.
///   - isBlock: whether the lines around them moved with them.
func wordChange(_ old: String?, _ new: String?, isMoved: Bool, isBlock: Bool = false) -> Phrase {
    if let old, let new, let change = spaceChange(old, new) { return change }
    if let old, old == new {
        if isMoved, isBlock { return Phrase("moved, with what belongs to it: '{old}'", ["old": shortened(old)]) }
        return isMoved
            ? Phrase("in another order: '{old}'", ["old": shortened(old)])
            : Phrase("set in another way: '{old}'", ["old": shortened(old)])
    }
    return switch excerpts(old, new) {
    case (let before?, let after?): labelled([(nil, label(old, new, shown: before), before, after)])
    case (let old?, nil): Phrase("gone: '{old}'", ["old": old])
    case (nil, let new?): Phrase("new: '{new}'", ["new": new])
    case (nil, nil): Phrase(verbatim: "")
    }
}

/// Words and those in their place, in each language; of rows of a table with what stands first in them.
func labelled(_ versions: [(tag: String?, label: String?, old: String, new: String)]) -> Phrase {
    let words = Phrase(
        "'{old}' → '{new}'",
        [
            "old": Phrase(versions: versions.map { ($0.tag, $0.old) }),
            "new": Phrase(versions: versions.map { ($0.tag, $0.new) }),
        ])
    if versions.contains(where: { $0.label == nil }) { return words }
    return Phrase(
        "{name}: {words}",
        ["name": Phrase(versions: versions.map { ($0.tag, shortened($0.label ?? "")) }), "words": words])
}

/// Of a row of a table what stands first in it, where the words that are shown leave it out.
func label(_ old: String?, _ new: String?, shown: String?) -> String? {
    guard let old, let new, let shown, shown.hasPrefix("…"), let row = old.firstCell,
        row == new.firstCell
    else { return nil }
    return row
}

/// How the spaces between words differ, where the words themselves do not.
func spaceChange(_ old: String, _ new: String) -> Phrase? {
    if old == new || old.withSingleSpaces != new.withSingleSpaces { return nil }
    let (before, after) = (old.spacesBetweenWords, new.spacesBetweenWords)
    let place = zip(before, after).prefix { $0 == $1 }.count
    guard before.indices.contains(place), after.indices.contains(place) else { return nil }
    let words = new.withSingleSpaces.split(separator: " ")
    let (start, end) = (max(0, place - 2), min(words.count, place + 4))
    let shown =
        (start > 0 ? "… " : "") + words[start..<end].joined(separator: " ") + (end < words.count ? " …" : "")
    func isBreak(_ spaces: Substring) -> Bool { spaces.contains(where: \.isNewline) }
    func isUnbroken(_ spaces: Substring) -> Bool { spaces.contains("\u{A0}") || spaces.contains("\u{202F}") }
    switch (before[place], after[place]) {
    case (let was, let now) where !isBreak(was) && isBreak(now):
        return Phrase("a line break in '{shown}'", ["shown": shown])
    case (let was, let now) where isBreak(was) && !isBreak(now):
        return Phrase("no line break any more in '{shown}'", ["shown": shown])
    case (let was, let now) where !isUnbroken(was) && isUnbroken(now):
        return Phrase("a no-break space in '{shown}'", ["shown": shown])
    case (let was, let now) where isUnbroken(was) && !isUnbroken(now):
        return Phrase("no no-break space any more in '{shown}'", ["shown": shown])
    default: return Phrase("other spaces in '{shown}'", ["shown": shown])
    }
}

extension String {
    /// What stands between each word and the next.
    fileprivate var spacesBetweenWords: [Substring] {
        var spaces: [Substring] = []
        var rest = self[...].drop(while: \.isWhitespace)
        while !rest.isEmpty {
            rest = rest.drop { !$0.isWhitespace }
            let space = rest.prefix(while: \.isWhitespace)
            rest = rest[space.endIndex...]
            if !rest.isEmpty { spaces.append(space) }
        }
        return spaces
    }
}

extension String {
    /// What stands first in a row of a table; nil of what is none.
    var firstCell: String? {
        guard let end = firstRange(of: " | ") else { return nil }
        let cell = self[..<end.lowerBound]
        return cell.contains { $0.isLetter } ? String(cell) : nil
    }
}

/// The words that differ, with a few around them: what both lines begin and end with says nothing.
func excerpts(_ old: String?, _ new: String?) -> (String?, String?) {
    guard let old, let new, old != new else { return (old.map(shortened), new.map(shortened)) }
    let (before, after) = (old.split(separator: " "), new.split(separator: " "))
    var start = 0
    while start < before.count, start < after.count, before[start] == after[start] { start += 1 }
    var end = 0
    while end < before.count - start, end < after.count - start,
        before[before.count - 1 - end] == after[after.count - 1 - end]
    {
        end += 1
    }
    // Signs alone say nothing of where they stand.
    func isSigns(_ words: [Substring]) -> Bool {
        !words[start..<max(start, words.count - end)].contains { $0.contains { $0.isLetter || $0.isNumber } }
    }
    let context = isSigns(before) && isSigns(after) ? 8 : 3
    func cut(_ words: [Substring]) -> String {
        let from = max(0, start - context)
        let to = min(words.count, words.count - end + context)
        let middle = words[from..<max(from, to)].joined(separator: " ")
        return shortened((from > 0 ? "… " : "") + middle + (to < words.count ? " …" : ""))
    }
    return (cut(before), cut(after))
}

/// The same words that differ in several lines, with as many around them as all of these have; nil where not all have some, or where other
/// words differ.
func commonExcerpt(_ lines: [(old: String, new: String)]) -> (old: String, new: String)? {
    let most = 3
    var common: (lead: [Substring], old: [Substring], new: [Substring], tail: [Substring])?
    for line in lines {
        let (before, after) = (line.old.split(separator: " "), line.new.split(separator: " "))
        let start = zip(before, after).prefix { $0 == $1 }.count
        let end = zip(before[start...].reversed(), after[start...].reversed()).prefix { $0 == $1 }.count
        let (lead, tail) = (before[..<start].suffix(most), before.suffix(end).prefix(most))
        let (was, now) = (before[start..<before.count - end], after[start..<after.count - end])
        guard let known = common else {
            common = (Array(lead), Array(was), Array(now), Array(tail))
            continue
        }
        guard known.old == Array(was), known.new == Array(now) else { return nil }
        let leading = zip(known.lead.reversed(), lead.reversed()).prefix { $0 == $1 }.count
        let trailing = zip(known.tail, tail).prefix { $0 == $1 }.count
        common = (known.lead.suffix(leading), known.old, known.new, Array(known.tail.prefix(trailing)))
    }
    guard let common, (common.lead + common.tail).contains(where: { $0.contains(where: \.isLetter) }) else {
        return nil
    }
    func shown(_ words: [Substring]) -> String {
        shortened("… " + (common.lead + words + common.tail).joined(separator: " ") + " …")
    }
    return (shown(common.old), shown(common.new))
}

private func shortened(_ text: String) -> String {
    text.count <= 160 ? text : String(text.prefix(157)) + " …"
}

/// Minutes from T0 as people write them: `T+1 h 30`.
func clock(_ minutes: Int?) -> Phrase {
    guard let minutes else { return Phrase("no time") }
    return Offset(TimeAmount(minutes: minutes)).phrase
}
