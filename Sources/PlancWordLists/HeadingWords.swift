import PlancSource

/// The words of headings and labels that tell an element of a message, of all languages together.
package enum HeadingWords {
    /// Runs of letters and digits; an apostrophe and a hyphen part words.
    package static func parts(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var words: [ArraySlice<UInt8>] = []
        var start = text.startIndex
        func end(at place: Int) {
            if place > start { words.append(text[start..<place]) }
            start = place + 1
        }
        for place in text.indices where !text[place].isWordByte { end(at: place) }
        end(at: text.endIndex)
        return words
    }

    /// Packs them by their first words.
    ///
    /// - Returns: the place of an index; for a first word it has the place of all that begin with it: how many there are, and for each
    ///   its element, whether words may follow it, how many words it has, and these.
    static func add(_ languages: [WordsFile], to packing: inout Packing) -> Int {
        var byFirst: [String: [Entry]] = [:]
        let headings = languages.map(\.headings)
        for element in Set(headings.flatMap(\.keys)).sorted() {
            for ofLanguage in headings {
                for text in (ofLanguage[element] ?? []).flatMap(spellings) {
                    guard let entry = Entry(text, element), let first = entry.words.first else { continue }
                    if byFirst[first]?.contains(entry) ?? false { continue }
                    byFirst[first, default: []].append(entry)
                }
            }
        }
        let index = byFirst.keys.sorted().map { first -> (word: String, value: Int) in
            let place = packing.numbers.count
            packing.add(byFirst[first]!.count)
            for entry in byFirst[first]! { entry.add(to: &packing) }
            return (first, place)
        }
        return packing.add(index: index)
    }

    private struct Entry: Equatable {
        var element: String
        var words: [String]
        var mayGoOn: Bool

        init?(_ text: String, _ element: String) {
            self.element = element
            let isOpen = text.hasSuffix("…")
            words = HeadingWords.parts(of: Array((isOpen ? text.dropLast() : text[...]).utf8)[...]).map {
                String(decoding: $0, as: UTF8.self)
            }
            mayGoOn = isOpen || words.count > 2
        }

        func add(to packing: inout Packing) {
            packing.add(element)
            packing.add(mayGoOn ? 1 : 0)
            packing.add(words.count)
            for word in words { packing.add(word) }
        }
    }

    /// Words as they are listed, as Switzerland writes them (`Massnahmen`), and as those write them whose keyboard has
    /// no umlauts.
    private static func spellings(of words: String) -> [String] {
        guard words.utf8.contains(0xC3) else { return [words] }
        let swiss = words.replacing("ß", with: "ss")
        let plain = swiss.replacing("ä", with: "ae").replacing("ö", with: "oe").replacing("ü", with: "ue")
        return Set([words, swiss, plain]).sorted()
    }
}

extension UInt8 {
    /// Of folded words: a small letter, a digit, or a part of a letter outside ASCII.
    package var isWordByte: Bool { self >= 0x80 || (0x61...0x7A).contains(self) || (0x30...0x39).contains(self) }
}
