import Testing

@testable import PlancSource

/// What the build packs is read as it was.
@Suite struct PackedTests {
    @Test func numbersOfEverySizeAreReadAsTheyWere() {
        var packing = Packing()
        let numbers = (0..<24).flatMap { [1 << $0 - 1, 1 << $0, 1 << $0 + 1] }.filter { $0 <= Packing.largestNumber }
        for number in numbers + [Packing.largestNumber] { packing.add(number) }
        let packed = Packed(packing)
        #expect(packing.numbers.indices.map { packed[$0] } == numbers + [Packing.largestNumber])
        // They stand in a literal of Swift.
        #expect(packing.numbersAsText.allSatisfy { (0x30...0x6F).contains($0) })
    }

    @Test(arguments: [0, 1, 2, 3, 100, 5000]) func anIndexFindsItsWordsAndNoOthers(_ count: Int) {
        var packing = Packing()
        packing.add(7)
        let words = (0..<count).map { "mot n°\($0)\n" }
        let place = packing.add(index: words.enumerated().map { ($1, $0 * 2) })
        let packed = Packed(packing)
        #expect(words.map { packed.value(of: $0, inIndexAt: place) } == (0..<count).map { $0 * 2 })
        for other in ["", "mot", "mot n°", "mot n°-1\n", "mot n°\(count)\n"] {
            #expect(packed.value(of: other, inIndexAt: place) == nil)
        }
    }

    @Test func theEmptyWordIsAWord() {
        var packing = Packing()
        let place = packing.add(index: [("", 3), ("a", 4)])
        #expect(Packed(packing).value(of: "", inIndexAt: place) == 3)
        #expect(Packed(packing).value(of: "b", inIndexAt: place) == nil)
    }

    @Test func theSameIsPackedToTheSameBytes() {
        func packing() -> Packing {
            POFiles([#"msgid "a"\#nmsgstr "b"\#n\#nmsgctxt "x"\#nmsgid "a"\#nmsgstr "c"\#n"#]).packing
        }
        #expect(Packed(packing()).holds(packing()))
        #expect(packing().text == packing().text)
    }

    /// Keys are known by their hashes: each word has its number, and no other word one.
    @Test(arguments: [0, 1, 3, 200]) func keysAreFound(count: Int) {
        let words = (0..<count).map { "phrase \($0) é" }
        var packing = Packing()
        packing.add(7)
        let place = packing.add(keys: words.enumerated().map { ($1, $0 + 1) })
        let packed = Packed(packing)
        #expect(words.map { packed.value(of: $0, inKeysAt: place) } == (1..<count + 1).map { $0 })
        for other in ["", "phrase", "phrase 0", "Phrase 0 é", "phrase \(count) é"] {
            #expect(packed.value(of: other, inKeysAt: place) == nil)
        }
    }
}
