import PlancSource
import PlancWordLists

/// The tables of the words of all languages, as they were packed when planc was built.
package let wordTables = Packed(embedded: embeddedWords)

/// A list of words by the bytes that they begin with, in UTF-8; valid as long as the program runs.
package struct WordsByFirst: @unchecked Sendable {
    @usableFromInline let byFirst: [[UnsafeBufferPointer<UInt8>]]

    package init(_ list: WordList) {
        var byFirst = [[UnsafeBufferPointer<UInt8>]](repeating: [], count: 256)
        let table = wordTables[WordTablePacking.lists + list.rawValue]
        for entry in stride(from: table + 1, to: table + 1 + wordTables[table], by: 2) {
            let words = wordTables[entry + 1]
            byFirst[wordTables[entry]] = (0..<wordTables[words]).map { wordTables.bytes(at: words + 1 + 2 * $0) }
        }
        self.byFirst = byFirst
    }

    /// Whether something is true of one of the words.
    package func contains(where test: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        byFirst.contains { $0.contains(where: test) }
    }

    /// Whether a word begins with a byte.
    @inlinable package func begins(with byte: UInt8) -> Bool { !byFirst[Int(byte)].isEmpty }

    /// The words that begin with a byte, in their order.
    @inlinable package subscript(byte: UInt8) -> [UnsafeBufferPointer<UInt8>] { byFirst[Int(byte)] }
}

extension WordIndex {
    private var place: Int { wordTables[WordTablePacking.indices + rawValue] }

    /// Whether a word is one of them.
    package func contains(_ word: String) -> Bool { wordTables.value(of: word, inIndexAt: place) != nil }

    /// What a word has there; nil for others.
    package func value(of word: UnsafeBufferPointer<UInt8>) -> Int? { wordTables.value(of: word, inIndexAt: place) }
}

/// Words of a heading that tell an element.
package struct HeadingEntry: Sendable {
    /// By its name in the plan language.
    package let element: String
    /// How many words it has.
    package let count: Int
    /// Whether other words may follow.
    package let mayGoOn: Bool

    /// The entries that words begin with, from a place of theirs on.
    package static func beginning(_ words: ArraySlice<ArraySlice<UInt8>>) -> [HeadingEntry] {
        guard let first = words.first,
            let place = first.withUnsafeBufferPointer({
                wordTables.value(of: $0, inIndexAt: wordTables[WordTablePacking.headings])
            })
        else { return [] }
        var found: [HeadingEntry] = []
        var entry = place + 1
        for _ in 0..<wordTables[place] {
            let (element, mayGoOn, count) = (entry, wordTables[entry + 2] == 1, wordTables[entry + 3])
            entry += 4
            defer { entry += 2 * count }
            guard count <= words.count,
                zip(words, 0...).prefix(count).allSatisfy({ word, place in
                    wordTables.bytes(at: entry + 2 * place).elementsEqual(word)
                })
            else { continue }
            found.append(HeadingEntry(element: wordTables.word(at: element), count: count, mayGoOn: mayGoOn))
        }
        return found
    }
}
