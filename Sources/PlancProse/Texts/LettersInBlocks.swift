import PlancMarkup
import PlancSource

/// Letters that words which are looked for have in common, each of two bytes or more: asked of a text before its words are read,
/// which takes longer.
struct LetterStems: Sendable {
    private let stems: [[UInt8]]
    /// Whether one of them may begin with two bytes, by the low six bits of each.
    private let mayBegin: [Bool]

    init(_ stems: [String]) {
        self.stems = stems.map { Array($0.utf8) }
        var mayBegin = [Bool](repeating: false, count: 1 << 12)
        for stem in self.stems { mayBegin[Self.place(stem[0], stem[1])] = true }
        self.mayBegin = mayBegin
    }

    /// Whether a text has one of them as it stands.
    func areIn(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable(areIn) ?? Array(text.utf8).withUnsafeBufferPointer(areIn)
    }

    private func areIn(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if bytes.count < 2 { return false }
        for start in 0..<bytes.count - 1 where mayBegin[Self.place(bytes[start], bytes[start + 1])] {
            if stems.contains(where: { bytes[start...].starts(with: $0) }) { return true }
        }
        return false
    }

    private static func place(_ first: UInt8, _ second: UInt8) -> Int {
        Int(first & 0x3F) << 6 | Int(second & 0x3F)
    }
}

extension [Block] {
    /// Whether their words have some of these letters.
    func haveLetters(of stems: LetterStems) -> Bool {
        var have = false
        forEachInline { inline in
            guard !have, case .text(let text) = inline.content else { return }
            have = stems.areIn(text)
        }
        return have
    }
}
