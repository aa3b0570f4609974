import PlancSource
import Testing

@Suite struct LineIndexTests {
    private func index(_ text: String) -> LineIndex { LineIndex(SourceFile(path: "a.md", bytes: Array(text.utf8))) }

    @Test func positionsCountLinesAndCharactersFromOne() {
        let text = "é\tà\r\n👩‍🚒 b\n\ne\u{301}x"
        let lines = index(text)
        let expected: [(String, Int, Int)] = [("é", 1, 1), ("à", 1, 3), ("👩‍🚒", 2, 1), ("b", 2, 3), ("x", 4, 2)]
        for (character, line, column) in expected {
            let offset = text.utf8.distance(from: text.startIndex, to: text.range(character))
            let position = lines.position(at: offset)
            #expect(position.line == line && position.column == column, "\(character)")
        }
    }

    @Test func offsetsOutsideTheFileAreItsEnds() {
        let lines = index("ab\nc")
        #expect(lines.position(at: -5) == (1, 1))
        #expect(lines.position(at: 99) == (2, 2))
        #expect(index("").position(at: 0) == (1, 1))
        #expect(index("a\n").position(at: 2) == (2, 1))
    }

    @Test func linesComeWithoutTheirEndings() {
        let lines = index("un\r\ndeux\n\r\n\nfin")
        #expect(lines.starts == [0, 4, 9, 11, 12])
        #expect((0..<5).map { lines.text(line: $0) } == ["un", "deux", "", "", "fin"])
        #expect([0, 3, 4, 8, 9, 12, 15].map { lines.line(at: $0) } == [0, 0, 1, 1, 2, 4, 4])
    }

    /// In a long line columns are counted from places that are remembered: they are the same as those counted from its start.
    @Test(arguments: ["a", "é ", "e\u{301} ", "👩‍👧 x", "名", "a\r b"]) func columnsOfALongLine(piece: String) {
        let line = String(repeating: piece, count: 9_000 / piece.utf8.count)
        let text = "short\n" + line + "\n" + line + " end"
        let index = LineIndex(SourceFile(path: "a.md", bytes: Array(text.utf8)))
        let bytes = Array(text.utf8)
        for offset in stride(from: 0, through: bytes.count, by: 97) {
            let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            let column = String(decoding: bytes[start..<offset], as: UTF8.self).count + 1
            #expect(index.position(at: offset).column == column)
        }
    }

    @Test func whatIsNoTextIsReplaced() {
        let file = SourceFile(path: "a.md", bytes: [0x61, 0xFF, 0x62])
        #expect(file.text(0..<3) == "a\u{FFFD}b")
        #expect(file.text(2..<90) == "b")
    }
}

extension String {
    /// The start of the first occurrence of a text, by scalars.
    fileprivate func range(_ text: String) -> String.Index {
        indices.first { self[$0...].hasPrefix(text) } ?? endIndex
    }
}
