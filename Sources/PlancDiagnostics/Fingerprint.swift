import PlancSource

/// A name for a finding that survives lines moving above it: of its rule, its file, the words it points at and the words of
/// its message, with a number for what is told more than once.
///
/// 64 bits of FNV-1a, hexadecimal: no secret rests on it.
public func fingerprints(_ findings: [Finding], sources: SourceSet) -> [String] {
    var seen: [UInt64: UInt64] = [:]
    return findings.map { finding in
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func mix(_ text: some Sequence<UInt8>) {
            for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01b3
        }
        mix(finding.rule.utf8)
        mix(sources[finding.span.file].path.utf8)
        mix(
            sources[finding.span.file].bytes[finding.span.range.clamped(to: 0..<sources[finding.span.file].bytes.count)]
        )
        mix(finding.message.english.utf8)
        let repeats = seen[hash, default: 0]
        seen[hash] = repeats + 1
        if repeats > 0 { mix(String(repeats).utf8) }
        return hexadecimal(hash, digits: 16, isUppercase: false)
    }
}
