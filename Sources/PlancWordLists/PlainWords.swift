import PlancSource

/// Words in small letters without accents, with single spaces and nothing around them: what is the same in whatever way it is typed.
package enum PlainWords {
    /// nil of what is no words.
    package static func of(_ words: Substring) -> String? {
        if words.utf8.allSatisfy({ $0 < 0x80 }) { return ofASCII(words) }
        var result = ""
        var isGap = false
        for scalar in words.lowercased().unicodeScalars {
            let letter = PlainLetters.plain(scalar) ?? (isLetter(scalar) ? String(scalar) : nil)
            if let letter {
                if isGap, !result.isEmpty { result += " " }
                isGap = false
                result += letter
            } else if !"\u{300}\u{301}\u{302}\u{308}\u{327}".unicodeScalars.contains(scalar) {
                isGap = true
            }
        }
        return result.isEmpty ? nil : result
    }

    private static func ofASCII(_ words: Substring) -> String? {
        var result: [UInt8] = []
        result.reserveCapacity(words.utf8.count)
        var isGap = false
        for byte in words.utf8 {
            let small = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            guard (0x61...0x7A).contains(small) || (0x30...0x39).contains(small) else {
                isGap = true
                continue
            }
            if isGap, !result.isEmpty { result.append(UInt8(ascii: " ")) }
            isGap = false
            result.append(small)
        }
        return result.isEmpty ? nil : String(decoding: result, as: UTF8.self)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }
}
