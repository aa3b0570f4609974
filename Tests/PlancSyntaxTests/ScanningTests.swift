import PlancMarkup
import PlancSource
import Testing

@testable import PlancSyntax

/// What is looked at sixteen bytes at a time or gathered in one pile: it is found wherever it stands, and kept in order.
@Suite struct ScanningTests {
    @Test(arguments: 0..<40) func marksAreFoundAnywhere(_ count: Int) {
        let words = String(repeating: "x", count: count)
        for (mark, shape) in [
            ("@dircom", "@(dircom)"), ("{{ heure }}", "{heure}"), ("\\*", "*"), ("&amp;", "&"),
            ("é @dircom", "é @(dircom)"),
        ] {
            let body = "\(words) \(mark) \(words)y\n"
            let start = count == 0 ? "" : "\(words) "
            #expect(Shape.of(Reading(body: body).file.blocks) == "p(\(start)\(shape) \(words)y)")
            #expect(SpanCheck(body: body).problem == nil)
        }
    }

    @Test(arguments: 0..<40) func hiddenCharactersAreFoundAnywhere(_ count: Int) {
        let words = String(repeating: "x", count: count)
        for hidden in ["\u{200B}", "\u{7F}", "\u{0}", "\u{1F}"] {
            let reading = Reading(body: words + hidden + words + "\n")
            #expect(reading.places(HiddenCharacter.self) == [hidden])
        }
        for shown in ["\n", "\t", "\r\n", "~", "é", "\u{A0}"] {
            #expect(Reading(body: words + shown + words + "\n").places(HiddenCharacter.self).isEmpty)
        }
    }

    @Test(arguments: 0..<40) func charactersBeyondASCIIAreFoundAnywhere(_ count: Int) {
        let words = Array(String(repeating: "x", count: count).utf8)
        #expect(words.withUnsafeBufferPointer { $0.isASCII })
        #expect(!(words + [0xC3] + words).withUnsafeBufferPointer { $0.isASCII })
    }

    /// Texts that lie in the source as they are, and texts that do not.
    @Test(arguments: [
        "a @b\n@c\n", "a @b\r\n@c\r\n", "> a @b\n> @c\n", "> a @b\n@c\n", "- a @b\n  @c\n", "-\ta @b\n\t@c\n",
        "- | a | @b |\n  | --- | --- |\n  | x\\|y `z\\|` | @c |\n", "> t\n> | a | @b |\n> | - | - |\n> | \\\\ | @c |\n",
        "| a | @b |\r\n| - | - |\r\n| *d* | @c |\r\n",
    ])
    func rolesStandWhereTheyAreWritten(_ body: String) {
        let reading = Reading(body: body)
        let roles = reading.inlines.compactMap { inline -> String? in
            if case .roleMention(let id) = inline.content { id + reading.text(inline.span) } else { nil }
        }
        #expect(roles == ["b@b", "c@c"])
        #expect(SpanCheck(body: body).problem == nil)
    }

    @Test func aPileGivesWhatLiesOnTopInOrder() {
        var pile = StackBuffer<String>()
        for number in 0..<100 { pile.append("number \(number)") }
        var taken = [pile.array(from: 100), pile.popLast().map { [$0] } ?? []]
        for count in 1..<6 { taken.append(pile.array(from: pile.count - count)) }
        taken.append(pile.array(from: 0))
        let expected = [100..<100, 99..<100, 98..<99, 96..<98, 93..<96, 89..<93, 84..<89, 0..<84]
        #expect(taken == expected.map { $0.map { "number \($0)" } })
        let last = pile.popLast()
        #expect(last == nil)
    }
}
