import PlancSource
import Testing

struct TextSearchTests {
    @Test func wordsAreFoundByteByByte() {
        #expect("voir plan.md".contains(".md") && "..md".contains(".md") && "été".contains("té"))
        #expect(!"plan.m".contains(".md") && !"".contains("a") && "a".contains(""))
        // What stands behind a mark may combine with it: the mark is there all the same.
        #expect("](\u{301}x".contains("]("))
    }

    @Test func everyPlaceIsFoundOnce() {
        let text = "ananas é ananas"
        #expect(text.ranges(of: "ana").map { String(text[..<$0.lowerBound]) } == ["", "ananas é "])
        #expect(text.firstRange(of: "é").map { text[$0.upperBound...] } == " ananas")
        #expect(text.dropFirst(3).firstRange(of: "ana").map { text[..<$0.lowerBound] } == "ananas é ")
        #expect(text.firstRange(of: "ananas é ananas!") == nil && "".ranges(of: "a").isEmpty)
    }

    @Test(arguments: [
        ("a\u{A0}b\u{A0}", "\u{A0}", " ", "a b "), ("aaaa", "aa", "a", "aa"), ("abc", "abc", "", ""),
        ("abc", "", "x", "abc"), ("été", "é", "e", "ete"), ("abc", "d", "x", "abc"),
    ])
    func wordsAreReplaced(_ text: String, _ words: String, _ others: String, _ result: String) {
        #expect(text.replacing(words, with: others) == result)
        #expect(Substring(text).replacing(words, with: others) == result)
    }
}
