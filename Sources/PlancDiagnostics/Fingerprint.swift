import PlancSource

/// A name for a finding that survives lines moving above it, days going by and things being called otherwise: of its rule, its
/// severity, its file, the words it points at and the words of its message without numbers, things by their ids, with a number
/// for what is told more than once.
///
/// 64 bits of FNV-1a, hexadecimal: no secret rests on it.
public func fingerprints(
    _ findings: [Finding], sources: SourceSet, names: ThingNames = ThingNames()
) -> [String] {
    var seen: [FindingMark.Lasting: Int] = [:]
    return findings.map { finding in
        let mark = FindingMark(finding, sources, names).lasting
        let repeats = seen[mark, default: 0]
        seen[mark] = repeats + 1
        var hash = Hash64()
        hash.mix(hexadecimal(mark.said, digits: 16, isUppercase: false).utf8)
        hash.mix(hexadecimal(mark.words, digits: 16, isUppercase: false).utf8)
        hash.mix(mark.path.utf8)
        if repeats > 0 { hash.mix(String(repeats).utf8) }
        return hexadecimal(hash.value, digits: 16, isUppercase: false)
    }
}

/// 64 bits of FNV-1a: the same for the same bytes, on every machine.
struct Hash64 {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Adds bytes, and that they end.
    mutating func mix(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        value = (value ^ 0xFF) &* 0x100_0000_01b3
    }
}
