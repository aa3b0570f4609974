/// Inputs made of others by lot, where there is no libFuzzer (toolchains of macOS, debug builds). The same number gives the same input.
struct RandomInputs {
    let seeds: [[UInt8]]

    private static let pieces: [[UInt8]] =
        [
            "*", "_", "`", "```\n", "> ", "- ", "- [ ] ", "# ", "\n", "\n\n", "    ", "\t", "|", "\\", "| a |\n| - |\n",
            "---\n", "&amp;", "&#0;", "<!--", "-->",
            "<!-- planc: allow a: b -->", "[a](b)", "[", "](", "{{ ", " }}", "{{> ", "@", "T+1h ", "T-9mo ",
            "every 5min ", "?", ": ", ":", "\"", "'", "[]", "{}",
            "key: value\n", "- item\n", "&a ", "*a ", "!!str ", ">-\n", "\r\n", "\r", "\0", "é", "\u{202E}", "\u{200B}",
            "\u{FEFF}", "😀", "99999999999999999999",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x80], [0xF0, 0x9F]]

    func input(_ number: UInt64) -> [UInt8] {
        var lot = Lot(state: number)
        var bytes = seeds.isEmpty ? [] : seeds[lot.below(seeds.count)]
        for _ in 0...lot.below(6) {
            let place = lot.below(bytes.count + 1)
            let end = min(bytes.count, place + lot.below(lot.below(20) == 0 ? 200 : 8))
            switch lot.below(6) {
            case 0: bytes.removeSubrange(place..<end)
            case 1: bytes.insert(contentsOf: bytes[place..<end], at: lot.below(bytes.count + 1))
            case 2 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: lot.below(256))
            case 3 where !seeds.isEmpty:
                let other = seeds[lot.below(seeds.count)]
                bytes = Array(bytes[..<place] + other.suffix(lot.below(other.count + 1)))
            default: bytes.insert(contentsOf: Self.pieces[lot.below(Self.pieces.count)], at: place)
            }
        }
        return Array(bytes.prefix(2000))
    }

    /// SplitMix64 (Steele, Lea and Flood, 2014).
    private struct Lot {
        var state: UInt64

        mutating func below(_ limit: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, limit)))
        }
    }
}
