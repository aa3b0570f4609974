import PlancDiagnostics
import PlancModel
import PlancProse
import PlancSource

public enum UnfilledBlank: Rule {
    public static let name = "unfilled-blank"
    public static let group = RuleGroup.messages
    public static let severity = Severity.warning
    public static let summary = Phrase(
        "a message holds `[name]`, `XX`, `____` or `TODO` where something should have been written")
    public static let why = Phrase(

        """
        On the day, a message is filled in from its fields: `planc message` asks for each, and the printed \
        page has a line to write on. A blank that is only typed is asked for by nobody, and leaves as it \
        stands: customers read "call [number]". Write what is known today, and make a field of what is only \
        known on the day, as in `{{ next-time }}`.
        """)

    private static func message(_ text: String) -> [String: String?] {
        [
            "messages/staff-closed.md":
                "---\nkind: message\ntitle: \"Staff: the library is closed\"\naudiences: staff\nscenarios: flood\n"
                + "phase: during\nchannels: [text-message]\nowner: director\n---\n\n" + text
                + "\n\n<!-- planc: covers facts unknowns advice -->\n"
        ]
    }

    public static let rejects = [
        Example(
            Phrase("a name in brackets"),
            message("Stay at home. Questions to ⟦[name of the duty officer]⟧, {{ phone }}. News at {{ next-time }}.")),
        Example(
            Phrase("letters that stand for a number"),
            message("⟦XX⟧ rooms are flooded. ⟦TODO⟧: {{ phone }}. News at {{ next-time }}.")),
        Example(
            Phrase("an ellipsis where a name belongs"),
            message("Stay at home. Ask for Mr ⟦…⟧ at {{ phone }}. Meeting place: ⟦??⟧\n\nNews at {{ next-time }}.")),
    ]
    public static let accepts = [
        Example(
            Phrase("fields, and the number of a note"),
            message("Stay at home [1]. Questions: {{ phone }}. News at {{ next-time }}.")),
        Example(
            Phrase("an ellipsis that ends a sentence"),
            message("We are pumping… Can you stay at home? Questions: {{ phone }}. News at {{ next-time }}.")),
    ]

    public static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for blank in context.texts.blanks {
            let words = Phrase.quoting(blank.words.onOneLine)
            report(
                finding(
                    at: blank.span,
                    Phrase(
                        "{words} was never filled in, and would be sent as it stands", ["words": words]),
                    help: [
                        Phrase(
                            "write what belongs there, or a field such as '{{ next-time }}' for what is known only on the day"
                        )
                    ]))
        }
    }
}
