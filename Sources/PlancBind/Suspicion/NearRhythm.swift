import PlancSource

/// A rhythm as people write it when they do not write it as planc reads it: `Every 30min`, `evry 30min`, `every30min`,
/// `every 30 min`.
struct NearRhythm {
    /// How many bytes of the text it takes.
    let length: Int
    /// Well formed: `30min`.
    let amount: String

    /// The rhythm at the start of a text; nil when it starts with something else.
    init?(_ text: String) {
        let scalars = Array(text.unicodeScalars.prefix(40))
        var i = 0
        func skip(while condition: (Unicode.Scalar) -> Bool) -> String {
            let start = i
            while i < scalars.count, condition(scalars[i]) { i += 1 }
            return scalars[start..<i].text
        }
        let word = skip { $0.properties.isAlphabetic }
        guard (4...6).contains(word.unicodeScalars.count),
            editDistance(Array(word.lowercased().unicodeScalars), Array("every".unicodeScalars), atMost: 1) <= 1
        else { return nil }
        _ = skip(while: NearTime.isSpace)
        let count = skip { ("0"..."9").contains($0) }
        guard !count.isEmpty else { return nil }
        _ = skip(while: NearTime.isSpace)
        let unit = skip { $0.properties.isAlphabetic }
        guard !unit.isEmpty, let amount = Corrections.duration(count + unit) else { return nil }
        self.amount = amount
        length = scalars[..<i].utf8Count
    }
}
