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

/// Letters of each of the sentences: most texts have none of them.
private let letters = ["yet", "know", "encore", "savons", "noch", "wissen"].map { Array($0.utf8) }

private func mayHoldUnknown(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
        letters.contains { letters in
            guard bytes.count >= letters.count else { return false }
            return (0...bytes.count - letters.count).contains { place in
                bytes[place] == letters[0] && letters.indices.allSatisfy { bytes[place + $0] == letters[$0] }
            }
        }
    }
}
