import PlancLanguages
import PlancMarkup
import PlancWordLists

extension [Inline] {
    /// Whether a sentence says that something is not known yet: "More we do not know yet".
    var sayWhatIsUnknown: Bool {
        contains { inline in
            guard case .text(let words) = inline.content, mayHoldUnknown(words) else { return false }
            let folded = [UInt8](words.folded.utf8)
            return sentences.contains { folded.hasWords([UInt8]($0)) }
        }
    }
}

private let sentences = WordsByFirst(.unknowns)
private let marks = WordsByFirst(.unknownMarks)

private func mayHoldUnknown(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
        bytes.indices.contains { place in
            marks[bytes[place] | 0x20].contains { word in
                bytes[place...].prefix(word.count).elementsEqual(word) { $0 | 0x20 == $1 }
            }
        }
    }
}
