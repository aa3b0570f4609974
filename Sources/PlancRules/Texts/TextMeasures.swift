import PlancMarkup
import PlancModel
import PlancWords

/// What is counted in a message's text in one language, with the examples of its fields.
struct TextMeasures: Sendable {
    /// Of French and English texts.
    var readability: Readability?
    /// How often the running text speaks of the sender, and to the reader.
    var we = 0
    var you = 0
}

extension Judgement {
    /// By message and version, in the order of the plan: the common texts.
    var measures: [[TextMeasures]] { lazyMeasures.value }

    static func measures(of plan: Plan) -> [[TextMeasures]] {
        var renderings: [Locale: Rendering] = [:]
        return plan.messages.map { message in
            message.versions.map { version in
                let locale = version.body.locale
                let rendering = renderings[locale] ?? plan.rendering(locale, .examples)
                renderings[locale] = rendering
                return TextMeasures(rendering(version.common), locale)
            }
        }
    }
}

extension TextMeasures {
    init(_ text: MappedText, _ locale: Locale) {
        if locale.isFrench || locale.language == "en" { readability = PlancWords.readability(of: text, language: locale.language) }
        let persons = locale.isFrench ? Persons.french : Persons.english
        for passage in text.passages where passage.form == .paragraph || passage.form == .item {
            persons.count(text.bytes, passage.range, &we, &you)
        }
    }
}

/// The words of a language that speak of the sender and to the reader; a French imperative in -ez speaks to the reader.
private struct Persons: Sendable {
    var sender: Set<UInt64>
    var reader: Set<UInt64>
    /// Words in -ez that are no imperatives.
    var notImperative: Set<UInt64>?

    init(sender: [StaticString], reader: [StaticString], notImperative: [StaticString]? = nil) {
        self.sender = Set(sender.map(Self.packed))
        self.reader = Set(reader.map(Self.packed))
        self.notImperative = notImperative.map { Set($0.map(Self.packed)) }
    }

    static let french = Persons(
        sender: ["nous", "notre", "nos"], reader: ["vous", "votre", "vos"], notImperative: ["chez", "assez", "nez"])
    static let english = Persons(sender: ["we", "our", "us", "ours"], reader: ["you", "your", "yours", "please"])

    /// A word of at most eight bytes as one number.
    private static func packed(_ word: StaticString) -> UInt64 {
        word.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt64($1) } }
    }

    func count(_ bytes: [UInt8], _ range: Range<Int>, _ we: inout Int, _ you: inout Int) {
        var (word, length) = (UInt64(0), 0)
        var i = range.lowerBound
        while i <= range.upperBound {
            let byte = i < range.upperBound ? bytes[i] : 0x20
            let width = i < range.upperBound ? Self.letterWidth(bytes, i, range.upperBound) : 0
            i += max(width, 1)
            if width > 0 {
                // A letter outside ASCII is in none of the words; its last byte tells it from them.
                word = word << 8 | UInt64(width > 1 ? 0xFF : byte | 0x20)
                length += 1
                continue
            }
            if length > 0 {
                let isShort = length <= 8
                if isShort, sender.contains(word) {
                    we += 1
                } else if isShort, reader.contains(word) {
                    you += 1
                } else if let notImperative, word & 0xFFFF == 0x657A, !(isShort && notImperative.contains(word)) {
                    you += 1
                }
            }
            (word, length) = (0, 0)
        }
    }

    /// The bytes of the letter at a place; 0 when there is none.
    private static func letterWidth(_ bytes: [UInt8], _ i: Int, _ end: Int) -> Int {
        let byte = bytes[i]
        switch byte {
        case ..<0x80: return (0x61...0x7A).contains(byte | 0x20) ? 1 : 0
        // Signs of Latin-1, general punctuation and symbols, and what follows them, part words.
        case 0x80...0xC2, 0xE2, 0xF0...: return 0
        case 0xE3 where i + 1 < end && bytes[i + 1] == 0x80: return 0
        case ..<0xE0: return min(2, end - i)
        default: return min(3, end - i)
        }
    }
}
