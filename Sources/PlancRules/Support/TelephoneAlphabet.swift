import PlancDiagnostics
import PlancWords

extension SMSMeasure {
    /// How many segments the text would take without the characters outside the telephone alphabet, each replaced by its
    /// plain twin; nil where all of it is inside.
    fileprivate func plainSegments(of text: String) -> Int? {
        if offenders.isEmpty { return nil }
        var plain = ""
        var rest = text.utf8[...]
        for offender in offenders {
            let place = text.utf8.index(text.utf8.startIndex, offsetBy: offender.offset)
            plain += String(decoding: rest[..<place], as: UTF8.self) + (offender.twin ?? "?")
            rest = rest[place...].dropFirst(offender.character.utf8.count)
        }
        return smsMeasure(plain + String(decoding: rest, as: UTF8.self)).segments
    }
}

/// Which characters of a text message switch it to the costly coding, and what that costs; nil where none does.
func alphabetCause(of text: String) -> [Phrase] {
    let measure = smsMeasure(text)
    guard let plain = measure.plainSegments(of: text) else { return [] }
    var seen = Set<Character>()
    let distinct = measure.offenders.filter { seen.insert($0.character).inserted }
    let named = distinct.prefix(3).map {
        $0.character.isWhitespace ? Phrase("a special space") : .quoting(String($0.character))
    }
    let characters = Phrase.list(distinct.count > named.count ? named + [Phrase(verbatim: "…")] : Array(named))
    let cause = Phrase(
        """
        {characters} {count, plural, one {is} other {are}} not in the telephone alphabet: this text takes \
        {segments, plural, one {# segment} other {# segments}}, and {plain} without
        """,
        ["characters": characters, "count": distinct.count, "segments": measure.segments, "plain": plain])
    guard distinct.count == 1, let twin = distinct[0].twin else { return [cause] }
    return [cause, Phrase("write {plain}", ["plain": twin == " " ? Phrase("a plain space") : .quoting(twin)])]
}
