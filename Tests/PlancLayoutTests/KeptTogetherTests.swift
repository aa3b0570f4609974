import PlancDocument
import TestSupport
import Testing

@testable import PlancLayout

/// What is kept on one page, wherever on it the page ends.
@Suite struct KeptTogetherTests {
    /// The title of a frame stands above the first of its words, also where the frame ends with the page and the line that says that
    /// something goes on would have needed the room.
    @Test func aTitleStaysWithWhatFitsBelowIt() throws {
        let callout = Block.callout(
            Callout(
                .remark, title: [.text("Recognise it")], blocks: [.paragraph([.text("Open the plan at once.")], .body)])
        )
        for lines in 40..<56 {
            let above = (0..<lines).map { _ in Block.paragraph([.text("What stands above")], .small) }
            let (pages, structure, typesetter) = try FootnoteTests.pages(above + [callout])
            func page(_ words: String) -> Int? {
                pages.first { page in
                    FootnoteTests.texts(page, structure, typesetter).contains { $0.words.contains(words) }
                }?.number
            }
            #expect(page("Recognise") != nil && page("Recognise") == page("Open"), "\(lines) lines above")
        }
    }
}
