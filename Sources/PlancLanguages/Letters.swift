/// Letters as one byte each, small: Latin-1, and 0x9C for œ. What syllables are counted on.
package enum Letters {
    /// The small letters of a word, other characters as they are when ASCII, and 0 beyond Latin-1.
    package static func of(_ utf8: ArraySlice<UInt8>) -> [UInt8] {
        var letters: [UInt8] = []
        letters.reserveCapacity(utf8.count)
        var i = utf8.startIndex
        while i < utf8.endIndex {
            let byte = utf8[i]
            i += 1
            if byte < 0x80 {
                letters.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
                continue
            }
            let next = i < utf8.endIndex ? utf8[i] & 0x3F : 0
            switch byte {
            case 0xC2: letters.append(0)
            case 0xC3:
                let letter = 0xC0 | next
                letters.append((0xC0...0xDE).contains(letter) && letter != 0xD7 ? letter | 0x20 : letter)
            case 0xC5 where next == 0x12 || next == 0x13: letters.append(0x9C)
            // The curly apostrophe and the hyphens of print are their plain twins.
            case 0xE2 where i + 1 < utf8.endIndex && utf8[i] == 0x80 && utf8[i + 1] == 0x99: letters.append(0x27)
            case 0xE2 where i + 1 < utf8.endIndex && utf8[i] == 0x80 && (utf8[i + 1] == 0x90 || utf8[i + 1] == 0x91):
                letters.append(0x2D)
            default: letters.append(0)
            }
            while i < utf8.endIndex, utf8[i] & 0xC0 == 0x80 { i += 1 }
        }
        return letters
    }

    /// Whether a byte of Latin-1, small, is a letter.
    package static func isLetter(_ letter: UInt8) -> Bool {
        (0x61...0x7A).contains(letter) || letter == 0x9C || letter >= 0xDF && letter != 0xF7
    }

    /// Without its accent.
    static func plain(_ letter: UInt8) -> UInt8 {
        switch letter {
        case 0xE0...0xE5, 0xE6: UInt8(ascii: "a")
        case 0xE7: UInt8(ascii: "c")
        case 0xE8...0xEB: UInt8(ascii: "e")
        case 0xEC...0xEF: UInt8(ascii: "i")
        case 0xF2...0xF6, 0x9C: UInt8(ascii: "o")
        case 0xF9...0xFC: UInt8(ascii: "u")
        case 0xF1: UInt8(ascii: "n")
        case 0xFD, 0xFF: UInt8(ascii: "y")
        default: letter
        }
    }

    static func isVowel(_ plain: UInt8) -> Bool {
        switch plain {
        case "a", "e", "i", "o", "u", "y": true
        default: false
        }
    }

    static func isOne(of letters: StaticString, _ letter: UInt8) -> Bool {
        letters.withUTF8Buffer { $0.contains(letter) }
    }

    /// Words as sets are asked for them.
    package static func set(_ words: [String]) -> Set<[UInt8]> { Set(words.map { of(Array($0.utf8)[...]) }) }
}

extension [UInt8] {
    func hasEnding(_ ending: StaticString) -> Bool {
        ending.withUTF8Buffer { count >= $0.count && self[(count - $0.count)...].elementsEqual($0) }
    }

    /// Whether a word begins so.
    package func hasStart(_ start: StaticString) -> Bool {
        start.withUTF8Buffer { count >= $0.count && self[..<$0.count].elementsEqual($0) }
    }
}

/// So that letters can be compared with letters; `"é"` is Latin-1's.
func == (letter: UInt8, scalar: Unicode.Scalar) -> Bool { UInt32(letter) == scalar.value }
func != (letter: UInt8, scalar: Unicode.Scalar) -> Bool { UInt32(letter) != scalar.value }
func ~= (scalar: Unicode.Scalar, letter: UInt8) -> Bool { UInt32(letter) == scalar.value }
