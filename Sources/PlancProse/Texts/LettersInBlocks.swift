import PlancMarkup
import PlancSource

extension [Block] {
    /// Whether their words have some of these letters as they stand: asked before words are read, which takes longer.
    func haveLetters(of stems: [String]) -> Bool {
        var have = false
        forEachInline { inline in
            guard !have, case .text(let text) = inline.content else { return }
            have = stems.contains { text.contains($0) }
        }
        return have
    }
}
