import Testing

@testable import PlancDiff

@Suite struct PrintedLinesTests {
    /// Every space of Unicode, and no other letter: which words are on a page does not depend on how they are parted.
    @Test func spacesOfAnyKindPartWords() {
        for value in UInt32(1)...0x3100 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "\(scalar)é\(scalar) \(scalar)b\(scalar)"
            let expected = scalar.properties.isWhitespace ? "é b" : "\(scalar)é\(scalar) \(scalar)b\(scalar)"
            #expect(Array(text.withSingleSpaces.unicodeScalars) == Array(expected.unicodeScalars))
        }
    }
}
