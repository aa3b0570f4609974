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
/// - Parameter isMoved: whether the same words are at another place; otherwise they are set in another way.
func wordChange(_ old: String?, _ new: String?, isMoved: Bool) -> Phrase {
    if let old, let new, let change = spaceChange(old, new) { return change }
    if let old, old == new {
        return isMoved
            ? Phrase("in another order: '{old}'", ["old": shortened(old)])
            : Phrase("set in another way: '{old}'", ["old": shortened(old)])
    }
    return switch excerpts(old, new) {
    case (let old?, let new?): Phrase("'{old}' → '{new}'", ["old": old, "new": new])
    case (let old?, nil): Phrase("gone: '{old}'", ["old": old])
    case (nil, let new?): Phrase("new: '{new}'", ["new": new])
    case (nil, nil): Phrase(verbatim: "")
    }
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

private func shortened(_ text: String) -> String {
    text.count <= 160 ? text : String(text.prefix(157)) + " …"
}

/// Minutes from T0 as people write them: `T+1 h 30`.
func clock(_ minutes: Int?) -> Phrase {
    guard let minutes else { return Phrase("no time") }
    return Offset(TimeAmount(minutes: minutes)).phrase
}

extension Locale {
    /// The language as it is called in the language of who reads: "English (GB)"; as it calls itself where planc has no word for it.
    var title: Phrase {
        let name = Language.name(of: language)
        let region = tag.dropFirst(language.count + 1)
        if region.isEmpty { return name }
        return Phrase("{language} ({region})", ["language": name, "region": region])
    }
}
