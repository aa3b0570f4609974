import PlancLanguages
import PlancModel

/// The section headings that tell an element, in every language that planc knows. A heading tells it when it has the words,
/// whole, in any capitals: "Ce que nous savons ce matin" tells facts.
enum ElementHeadings {
    /// The elements that a heading tells; the heading is folded.
    static func elements(toldBy heading: [UInt8]) -> ElementSet {
        var told = ElementSet()
        for start in heading.indices where start == 0 || !heading[start - 1].isWordByte {
            for entry in byFirst[Int(heading[start])] where heading.hasWords(entry.words, at: start) {
                told.insert(entry.element)
            }
        }
        return told
    }

    /// All words, by their first byte.
    private static let byFirst: [[(words: [UInt8], element: Element)]] = {
        var table = [[(words: [UInt8], element: Element)]](repeating: [], count: 256)
        for element in Element.allCases {
            for text in LanguageRules.all.flatMap({ $0.messages.headings[element.rawValue] ?? [] }) {
                let bytes = Array(text.utf8)
                if let first = bytes.first { table[Int(first)].append((bytes, element)) }
            }
        }
        return table
    }()
}
