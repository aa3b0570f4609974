import PlancLanguages
import PlancMarkup

extension [Inline] {
    /// Whether a sentence says that something is not known yet: "More we do not know yet".
    var sayWhatIsUnknown: Bool {
        contains { inline in
            guard case .text(let words) = inline.content, mayHoldUnknown(words) else { return false }
            let folded = words.folded
            return sentences.contains { folded.hasWords($0) }
        }
    }
}

private let sentences = LanguageRules.all.flatMap { $0.messages.unknowns.map(\.folded) }

/// The longest word of each sentence in letters of ASCII, by its first letter: most texts have none of them.
private let marks: [[[UInt8]]] = {
    var byFirst = [[[UInt8]]](repeating: [], count: 256)
    let words = LanguageRules.all.flatMap(\.messages.unknowns).map { sentence in
        sentence.lowercased().split(separator: " ").filter { $0.allSatisfy { $0.isASCII && $0.isLetter } }
            .max { $0.utf8.count < $1.utf8.count }.map { Array($0.utf8) } ?? Array(sentence.lowercased().utf8.prefix(1))
    }
    for word in Set(words) { byFirst[Int(word[0])].append(word) }
    return byFirst
}()

private func mayHoldUnknown(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
        bytes.indices.contains { place in
            marks[Int(bytes[place] | 0x20)].contains { word in
                bytes[place...].prefix(word.count).elementsEqual(word) { $0 | 0x20 == $1 }
            }
        }
    }
}
