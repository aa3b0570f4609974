import PlancDocument
import PlancModel
import PlancText
import Testing

@testable import PlancLowering

/// The form of a notice: what it must tell, and which text tells it.
@Suite struct NoticeFormTests {
    private static let plan = SamplePlan.bound(
        SamplePlan.laid.merging([
            "duty.md": """
            ---
            kind: obligations
            obligations:
              leak:
                title: Tell the river authority
                authority: River authority
                stages: [{name: notice, deadline: 24h, from: awareness, contents: [indicators-of-compromise, facts]}]
                source: River by-laws
                verified: 2026-01-05
            ---
            """,
            "messages/leak.md": """
            ---
            kind: message
            title: The leak
            audiences: readers
            scenarios: flood
            phase: during
            channels: [mail]
            owner: director
            subject: Leak
            satisfies: leak/notice
            ---

            Water came in. The traces are attached.

            <!-- planc: covers indicators-of-compromise -->
            """,
        ]) { $1 })

    @Test func anItemNamesTheTextThatTellsIt() {
        let page = String(
            decoding: emitText(obligationDocument("leak", in: Self.plan, locale: Locale("en"))), as: UTF8.self)
        let lines = page.split(separator: "\n").map(String.init)
        #expect(lines.contains { $0.contains("ndicators of compromise – in the text of The leak") }, "\(page)")
        #expect(lines.contains { $0.contains("[ ] what happened") && !$0.contains("in the text of") }, "\(page)")
    }
}
