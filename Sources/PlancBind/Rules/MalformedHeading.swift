import PlancDiagnostics
import PlancSource

/// A line that almost is a heading: what it should divide runs on.
enum MalformedHeading: FormRule {
    static let name = "malformed-heading"
    static let summary = Phrase(
        "a line that is almost, but not quite, written as a heading")
    static let why = Phrase(

        """
        A heading is one or more '#' at the beginning of a line, an ordinary space, and its words. \
        Otherwise the line is printed as text with its signs, a stage of a checklist goes on under the \
        heading before it, and the text for one channel is sent on all of them. \
        A label before the words ('SMS: …', 'Subject: …') is sent with them.
        """)

    static func finding(at span: Span, better: String) -> Finding {
        found(
            span,
            Phrase(
                "this looks like a heading, and is not written as one"),
            help: [
                Phrase(
                    "write '{better}' at the beginning of the line, with an ordinary space after it", ["better": better]
                )
            ],
            fixes: [Say.replace(span, by: better)])
    }

    /// `    ## Then`: four spaces make a sample of code of it.
    static func asCode(at span: Span, replacing place: Span, by better: String) -> Finding {
        found(
            span, Phrase("this looks like a heading, and the spaces before it make it a piece of code"),
            help: [Phrase("remove the spaces")],
            fixes: [Fix(Phrase("remove the spaces"), [Fix.Edit(place, better)], isSafe: false)])
    }

    /// `  ## Then` below an item of a list.
    static func indented(at span: Span, removing blanks: Span) -> Finding {
        found(
            span, Phrase("the spaces before this heading make it a part of the item above"),
            help: [Phrase("remove the spaces")],
            fixes: [Fix(Phrase("remove the spaces"), [Fix.Edit(blanks, "")], isSafe: false)])
    }

    /// `> ## Then`
    static func quoted(at span: Span, removing mark: Span?) -> Finding {
        found(
            span, Phrase("the '>' before this heading makes it a part of a quotation"),
            help: [Phrase("remove the '>'")],
            fixes: mark.map { [Fix(Phrase("remove the mark"), [Fix.Edit($0, "")], isSafe: false)] } ?? [])
    }

    /// The name of a channel where its text should begin, as a heading of another level or no heading at all.
    static func variant(_ channel: String, at span: Span, replacing line: Span) -> Finding {
        found(
            span,
            Phrase(
                "this looks like the beginning of the text for '{channel}', and is not written as one",
                ["channel": channel]),
            caption: Say.didYouMean("# \(channel)"),
            help: [
                Phrase(
                    "the text for one channel begins with a line '# {channel}'", ["channel": channel])
            ],
            fixes: [Say.replace(line, by: "# \(channel)")])
    }

    /// `**SMS:** Stay at home`: the same before the text, on its line.
    static func labelled(_ channel: String, at span: Span, replacing label: Span?) -> Finding {
        found(
            span,
            Phrase(
                "this looks like the beginning of the text for '{channel}', and is not written as one",
                ["channel": channel]),
            caption: label.map { _ in Say.didYouMean("# \(channel)") },
            help: [
                Phrase(
                    "the text for one channel begins with a line '# {channel}'", ["channel": channel])
            ],
            fixes: label.map { label in
                [
                    Fix(
                        Phrase("write '{text}'", ["text": "# \(channel)"]), [Fix.Edit(label, "# \(channel)\n\n")],
                        isSafe: false)
                ]
            } ?? [])
    }

    /// `Subject: Closed`
    static func subject(at span: Span) -> Finding {
        found(
            span, Phrase("this looks like the subject, and is sent as a line of the text"),
            help: [Phrase("write it under 'subject' in the front matter, and remove it here")])
    }

    private static func message(_ text: String) -> [String: String?] {
        [
            "messages/extra.md":
                "---\nkind: message\ntitle: Extra\naudiences: staff\nscenarios: flood\nphase: after\n"
                + "channels: [text-message]\nowner: director\n---\n\n" + text
        ]
    }

    static let rejects = [
        Example(
            Phrase("no space after the signs"),
            message("⟦##⟧What you can do\n\nStay at home. Questions: {{ phone }}.\n")),
        Example(
            Phrase(
                "a channel’s text under a lower heading"),
            message("Thank you all. Questions: {{ phone }}.\n\n⟦## sms⟧\n\nThank you. Questions: {{ phone }}\n")),
        Example(
            Phrase("a channel’s name before its text"),
            message("Thank you all. Questions: {{ phone }}.\n\n⟦**SMS:**⟧ Thank you for your help, all of you.\n")),
        Example(
            Phrase("a subject in the text"),
            message("⟦Subject:⟧ Thank you\n\nThank you all. Questions: {{ phone }}.\n")),
        Example(
            Phrase("four spaces before a heading"),
            message("Thank you all. Questions: {{ phone }}.\n\n    ⟦## What you can do⟧\n\nStay at home.\n")),
        Example(
            Phrase("a number at the beginning of a line above steps"),
            [
                "checklists/flood-more.md":
                    "---\nkind: checklist\ntitle: More\nscenarios: flood\nphase: during\n---\n\n## 1. First\n\n"
                    + "- [ ] T0 @caretaker Close the main tap\n\n⟦1.1 Then⟧\n\n- [ ] T+10min @director Call the mayor\n"
            ]),
        Example(
            Phrase("a heading that another program has escaped"),
            message("⟦\\## ⟧What you can do\n\nStay at home. Questions: {{ phone }}.\n")),
    ]
    static let accepts = [
        Example(
            Phrase("headings"),
            message(
                "## What you can do\n\nStay at home. Questions: {{ phone }}.\n\n# sms\n\nStay home, call {{ phone }}\n")
        )
    ]
}
