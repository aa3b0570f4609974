import PlancDiagnostics
import PlancSource

public enum GarbledText: RuleDescription {
    public static let name = "garbled-text"
    public static let group = RuleGroup.reading
    public static let severity = Severity.warning
    public static let summary = Phrase(
        "letters that were garbled when a text was saved in one encoding and opened in another")
    public static let why = Phrase(
        """
        A text that was UTF-8 and was read as Windows-1252 shows two or three signs for each accent: "RÃ©unir" for \
        "Réunir". A character that could not be read at all is replaced by U+FFFD, and lost. Both are valid UTF-8, and are \
        printed as they are. Write the letter again; one finding is reported for each line.
        """)
    public static let rejects = [
        Example(
            Phrase("an accent read as two signs"),
            ["roles/guide.md": "---\nkind: role\ntitle: R⟦Ã©⟧ception\nholder: ada\n---\n"]),
        Example(
            Phrase("a character that was lost, an apostrophe and a dash"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: R⟦\u{FFFD}⟧ception\nholder: ada\n---\nIt⟦â€™⟧s open.\nNow ⟦â€“⟧ later.\n"
            ]),
    ]
    public static let accepts = [
        Example(
            Phrase("the same letters where they belong"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Réception\nholder: ada\n---\nSÃO PAULO, Âge, «AMANHÃ», Île d’Oléron.\n"
            ])
    ]

    static func finding(_ run: CharacterScan.GarbledRun, in id: FileID) -> Finding {
        let span = Span(id, run.range.lowerBound, run.range.upperBound)
        guard let meant = run.meant else {
            return finding(
                at: span, Phrase("a character was lost here, and U+FFFD stands in its place"),
                help: [Phrase("write the letter again")])
        }
        return finding(
            at: span,
            Phrase(
                "'{signs}' is '{letter}' saved in one encoding and opened in another",
                ["signs": run.signs, "letter": meant]),
            help: [Phrase("save the file as UTF-8, and write the letters again")],
            fixes: [Fix(Phrase("write '{letter}'", ["letter": meant]), [Fix.Edit(span, meant)], isSafe: false)])
    }
}
