import PlancDiagnostics
import PlancLanguages
import PlancMarkup
import PlancModel
import PlancProse
import PlancSource
import PlancWords

public enum UnfilledBlank: Rule {
    public static let name = "unfilled-blank"
    public static let group = RuleGroup.messages
    public static let severity = Severity.warning
    public static let summary = Phrase(
        "`[name]`, `XX`, `____` or `TODO` where something should have been written, or a note for those who write")
    public static let why = Phrase(

        """
        On the day, a message is filled in from its fields: `planc message` asks for each, and the printed \
        page has a line to write on. A blank that is only typed is asked for by nobody, and leaves as it \
        stands: customers read "call [number]". Write what is known today, and make a field of what is only \
        known on the day, as in `{{ next-time }}`. The same holds for what the front matter prints, where all of a value is such a \
        blank: a level that is called "when: to be defined" is called by nobody. On paper, brackets and lines are there to be \
        filled in by hand, but a step that says "TBD" is done by nobody.

        What was written for colleagues – `(internal: …)`, `DO NOT SEND`, another version of the text – or put \
        there by a program leaves \
        with the message, too. A comment, `<!-- … -->`, is sent to nobody.
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
        Example(
            Phrase("notes for those who write, and what programs leave"),
            [
                "messages/readers-closed.md":
                    "---\nkind: message\ntitle: \"Readers: the library is closed\"\naudiences: readers\nscenarios: flood\n"
                    + "phase: during\nchannels: [text-message]\nowner: director\n---\n\n⟦DO NOT SEND⟧\n\n"
                    + "Stay at home ⟦(internal: do not name ben)⟧. Questions: {{ phone }}. News at {{ next-time }}.\n\n"
                    + "⟦// shorter?⟧\n\n⟦Page 1 of 2⟧\n\n<!-- planc: covers facts unknowns advice -->\n"
            ]),
        Example(
            Phrase("a step that is still to be written, and what an office program leaves"),
            [
                "checklists/extra.md":
                    "---\nkind: checklist\ntitle: Extra\nscenarios: flood\nphase: during\n---\n\n- [ ] T+1h @director ⟦TBD⟧\n"
                    + "- [ ] T+2h @director Call ⟦TODO⟧\n- [ ] T+3h @director Read page Error! ⟦Bookmark not defined⟧.\n"
            ]),
        Example(
            Phrase("a value that is still to be written"),
            [
                "roles.md": ExamplePlan.changing(
                    "roles.md", "guide: {title: ⟦to be defined⟧, holder: ben, deputies: [ada], duties: ⟦TODO⟧}")
            ]),
        Example(
            Phrase("brackets around what belongs there"),
            ["plan.md": ExamplePlan.changing("plan.md", "organisation: ⟦\"[name of the company]\"⟧")]),
    ]
    public static let accepts = [
        Example(
            Phrase("a value that speaks of what is open"),
            [
                "roles.md": ExamplePlan.changing(
                    "roles.md",
                    "guide: {title: Guide, holder: ben, deputies: [ada], duties: \"Asks what is to be confirmed, and by whom\"}"
                )
            ]),
        Example(
            Phrase("lines to write on, and a step that says so"),
            [
                "checklists/extra.md":
                    "---\nkind: checklist\ntitle: Extra\nscenarios: flood\nphase: during\n---\n\n"
                    + "- [ ] T+1h @director Fill in the number of rooms: ____\n- [ ] T+2h @director Note the hour (HH:MM)\n"
            ]),
        Example(
            Phrase("a message of the house that says so, keys, and an address that machines do not read"),
            message(
                "For internal use only. Press [Ctrl]+[Alt]+[Del], write to desk[at]library.example, or call {{ phone }}. News "
                    + "at {{ next-time }}.")),
        Example(
            Phrase("fields, and the number of a note"),
            message("Stay at home [1]. Questions: {{ phone }}. News at {{ next-time }}.")),
        Example(
            Phrase("an ellipsis that ends a sentence"),
            message("We are pumping… Can you stay at home? Questions: {{ phone }}. News at {{ next-time }}.")),
    ]

    public static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let help =
            context.plan.fieldOfTime.map {
                Phrase(
                    "write what belongs there, or a field such as '{field}' for what is known only on the day",
                    ["field": $0.placeholder])
            } ?? Phrase("write what belongs there, or a field for what is known only on the day")
        for blank in context.texts.blanks {
            let words = Phrase.quoting(blank.words.onOneLine)
            report(
                finding(
                    at: blank.span,
                    Phrase(
                        "{words} was never filled in, and would be sent as it stands", ["words": words]),
                    help: [help]))
        }
        for note in context.texts.notes { report(finding(note: note)) }
        // A thing that somebody has only begun is told once, with its text.
        let begun = begun(context)
        var places: [Written: Int] = [:]
        for (place, (thing, _)) in begun.enumerated() where thing.owner != nil {
            let written = Written(file: thing.file, word: thing.word)
            places[written] = places[written] ?? place
        }
        var inTexts = [[Span]](repeating: [], count: begun.count)
        BlanksOnPaper(context.plan).report { words, span, isStep in
            if !isStep, let place = places[Written(file: span.file, word: words)] {
                inTexts[place].append(span)
                return
            }
            report(
                finding(
                    at: span,
                    Phrase(
                        "{words} was never filled in, and would be printed as it stands",
                        ["words": Phrase.quoting(words)]),
                    help: [
                        isStep
                            ? Phrase("write what is to be done, or take the step out")
                            : Phrase("write what belongs there, or take it out")
                    ]))
        }
        for ((_, values), texts) in zip(begun, inTexts) { report(finding(values.map(\.text), texts)) }
    }

    private struct Written: Hashable {
        var file: FileID
        var word: String
    }

    /// The values that were never filled in, those that are told together each time, in the order of their first.
    private static func begun(_ context: RuleContext) -> [(thing: Begun, values: [UnfilledValue])] {
        let unfilled = context.plan.unfilledValues
        if unfilled.isEmpty { return [] }
        let told = Set(context.texts.blanks.map { Span($0.span.file, Int($0.span.lower), Int($0.span.lower)) })
        let people = Set(context.plan.people.flatMap { $0.title.versions.map(\.text.span) })
        let open = unfilled.filter { value in
            let span = value.text.span
            // A subject is a text that is read as well, and a person without a name has a rule of its own.
            let starts = [0, 1].map { Span(span.file, Int(span.lower) + $0, Int(span.lower) + $0) }
            return !people.contains(span) && !starts.contains(where: told.contains)
        }
        let grouped = Dictionary(grouping: open.indices, by: { Begun(open[$0], place: $0) })
        return grouped.sorted { $0.value[0] < $1.value[0] }.map { thing, places in (thing, places.map { open[$0] }) }
    }

    /// What is told in one finding: one word for the blanks of one thing in one file.
    private struct Begun: Hashable {
        var owner: EntityReference?
        var file: FileID
        var word: String
        /// Of what belongs to no thing: each by itself.
        var place: Int?

        init(_ value: UnfilledValue, place: Int) {
            owner = value.owner
            file = value.text.span.file
            word = value.text.value
            self.place = value.owner == nil ? place : nil
        }
    }

    private static func finding(_ values: [Located<String>], _ texts: [Span]) -> Finding {
        let words = Phrase.quoting(values[0].value.onOneLine)
        return finding(
            at: values[0].span,
            values.count == 1
                ? Phrase("{words} was never filled in, and would be printed as it stands", ["words": words])
                : Phrase(
                    "{words} stands for {count} values that were never filled in, and would be printed as it stands",
                    ["words": words, "count": values.count]),
            labels: (values.dropFirst().map(\.span) + texts).map { Label($0, Phrase("here as well")) },
            help: [Phrase("write what belongs there, or take the key away where it may be missing")])
    }

    /// What was for those who write, or was put there by a program.
    private static func finding(note: FoundPassage) -> Finding {
        let words = note.words.onOneLine
        let shown = words.count > 60 ? words.prefix(60) + "…" : words[...]
        let isNote = "(/".contains(words.first ?? " ") || words.contains(": ") || words.contains("\u{A0}: ")
        let lower = Span(note.span.file, Int(note.span.lower), Int(note.span.lower))
        let upper = Span(note.span.file, Int(note.span.upper), Int(note.span.upper))
        let mayBeComment = isNote && note.words == words && !words.contains("--")
        return finding(
            at: note.span,
            Phrase(
                "{words} is not for those who receive the message, and would be sent as it stands",
                ["words": Phrase.quoting(String(shown))]),
            help: [Phrase("take it out, or make it a comment: <!-- … -->")],
            fixes: mayBeComment
                ? [
                    Fix(
                        Phrase("make it a comment"), [Fix.Edit(lower, "<!-- "), Fix.Edit(upper, " -->")],
                        isSafe: false)
                ] : [])
    }
}
