import PlancLanguages
import PlancModel
import PlancWords

extension MappedText {
    /// Whether a request is denied in its own clause: "do not write", "instead of an e-mail". What the other clauses of its sentence say
    /// of other things denies nothing: "the telephone is down: send us an e-mail".
    func isDenied(_ request: Range<Int>, _ locale: Locale) -> Bool {
        guard let words = Language(locale.language)?.rules.messages else { return false }
        let last = words.deniesBehind ? bytes[request.upperBound...].firstIndex(where: endsClause) : nil
        let end = words.deniesBehind ? last ?? bytes.count : request.upperBound
        // Of ", send us …" the sign ends the clause before.
        let first = bytes[request].firstIndex { !endsClause($0) && $0 != 0x20 } ?? request.lowerBound
        let start = bytes[..<first].lastIndex(where: endsClause).map { $0 + 1 } ?? 0
        let clause = " " + text(start..<end).lowercased()
        if words.invitations.contains(where: { clause.contains($0) }) { return false }
        return words.warnings.contains { clause.contains(" \($0)") }
            || clause.split(whereSeparator: { !$0.isLetter }).contains { words.headingDenials.contains(String($0)) }
    }
}

/// Whether a clause ends with a sign of a text.
private func endsClause(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ";"),
        UInt8(ascii: ","), UInt8(ascii: "("), 0x0A:
        true
    default: false
    }
}
