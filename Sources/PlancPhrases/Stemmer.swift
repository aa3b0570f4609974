import CStemmer
import PlancSource

/// Cuts a word to its stem, as Snowball does for a language (M. F. Porter, https://snowballstem.org).
///
/// Words are given without accents and in small letters (`Folding`), those of a text and those of a phrase alike, so that a text
/// message without accents has the same stems. A language that Snowball does not know keeps whole words.
final class Stemmer: Sendable {
    private let handle: Mutex<OpaquePointer?>

    init(language: some StringProtocol) {
        handle = Mutex(sb_stemmer_new(String(language), "UTF_8"))
    }

    deinit { handle.withLock { sb_stemmer_delete($0) } }

    /// The stem of a folded word; of a word of fewer than four letters, or with a digit, the word itself.
    func stem(_ word: String) -> String {
        guard word.utf8.count >= 4, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return word }
        var bytes = Array(word.utf8)
        return handle.withLock { handle in
            guard let handle, let stem = sb_stemmer_stem(handle, &bytes, CInt(bytes.count)) else { return word }
            let count = Int(sb_stemmer_length(handle))
            return String(decoding: UnsafeBufferPointer(start: stem, count: count), as: UTF8.self)
        }
    }
}
