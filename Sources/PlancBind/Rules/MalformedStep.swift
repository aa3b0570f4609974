import PlancDiagnostics
import PlancSource

/// A line of a checklist that almost is a step. It is read as one, so that nobody's work is missing.
enum MalformedStep: FormRule {
    static let name = "malformed-step"
    static let summary = Phrase(
        "a line of a checklist that is almost, but not quite, written as a step")
    static let why = Phrase(

        """
        A step begins with '- [ ] '. Without its box, or with a sign that a word processor has put in its \
        place, the line is a remark on the step above: it has no tick box, no time and nobody who does it, \
        and it is missing from the sheet of the person concerned. planc reads the line as the step that it \
        looks like and asks you to write it as one. A line that is meant as text may begin with other \
        words, or with a backslash, as in 'T\\+2h'.
        """)

    /// - Parameters:
    ///   - span: the marks before the words.
    ///   - place: what the fix replaces: the marks, and what else is in the way before them.
    static func finding(at span: Span, replacing place: Span? = nil, by better: String = "- [ ] ") -> Finding {
        found(
            span,
            Phrase(
                "this looks like a step, and is not written as one"),
            caption: Phrase("write '- [ ] '"),
            help: [
                Phrase(
                    "a step begins with a hyphen, a space, a box '[ ]' and a space")
            ],
            fixes: [Say.replace(place ?? span, by: better)])
    }

    /// `… - [ ] T+3h @lead …`: a second step on the line of another.
    static func onOneLine(at span: Span, replacing place: Span, by better: String) -> Finding {
        found(
            span, Phrase("a second step stands on this line, and is read as words of the first"),
            help: [Phrase("every step stands on a line of its own")],
            fixes: [Fix(Phrase("begin a new line"), [Fix.Edit(place, better)], isSafe: false)])
    }

    /// A sub-step that is written as one, and indented so far that it goes on with the words above it.
    static func indented(at span: Span, replacing place: Span, by better: String) -> Finding {
        found(
            span, Phrase("this step is indented too far, and is read as words of the step above it"),
            help: [Phrase("a sub-step is indented by two spaces more than its step")],
            fixes: [Fix(Phrase("indent it by two spaces"), [Fix.Edit(place, better)], isSafe: false)])
    }

    /// `| T+5h | @lead | Order taxis |`
    static func inTable(at span: Span, better: String?) -> Finding {
        found(
            span, Phrase("a table is not read as steps: its rows have no box to tick and are on nobody’s sheet"),
            help: [Phrase("write a line for each row, as in '{example}'", ["example": "- [ ] T+2h @lead …"])],
            fixes: better.map { [Fix(Phrase("write the rows as steps"), [Fix.Edit(span, $0)], isSafe: false)] } ?? [])
    }

    /// `- [x] T0 …`: printed with its tick.
    static func ticked(at span: Span) -> Finding {
        var finding = found(
            span, Phrase("this step is ticked before anything has happened, and is printed so"),
            help: [Phrase("write an empty box: '- [ ] '")], fixes: [Say.replace(span, by: "[ ]")])
        finding.severity = .warning
        return finding
    }

    /// `@lead or @site`: a second name that makes no owner.
    static func otherOwner(_ name: String, at span: Span, first: String) -> Finding {
        found(
            span,
            Phrase(
                "'@{second}' does not own this step: only '@{first}' does", ["second": name, "first": first]),
            help: [
                Phrase(
                    "for both together write '@{first}, @{second}'; who stands in for somebody is the deputy of the role; what another role does later is a step of its own",
                    ["first": first, "second": name])
            ])
    }

    /// A checklist in which nothing is to be done.
    static func none(at span: Span) -> Finding {
        var finding = found(
            span, Phrase("this checklist has no step"),
            help: [Phrase("a step is a line such as '{example}'", ["example": "- [ ] T+2h @lead …"])])
        finding.severity = .warning
        return finding
    }

    /// Steps inside a quotation, or one list too deep.
    static func buried(at span: Span, removing marks: Span) -> Finding {
        found(
            span,
            Phrase(
                "a step begins at the margin, without another mark before it"),
            help: [
                Phrase(
                    "remove the mark before '- [ ]'")
            ],
            fixes: [
                Fix(
                    Phrase("remove the mark"), [Fix.Edit(marks, "")], isSafe: false)
            ])
    }

    /// Steps inside a box of the forge, `> [!WARNING]`.
    static func inAlert(at span: Span) -> Finding {
        found(
            span,
            Phrase("a step begins at the margin, without another mark before it"),
            help: [Phrase("write the step below the '[!WARNING]' or '[!NOTE]', without '>' before it")])
    }

    /// A step below an item of a list that is no step, or below a branch.
    static func belowWords(at span: Span) -> Finding {
        found(
            span,
            Phrase(
                "this step is indented below a line that is no step, and is read as words: it is on nobody’s sheet"),
            help: [
                Phrase(
                    "write it at the margin, with the condition in its words, as in '{example}', or write the line above as a step",
                    ["example": "- [ ] T+2h @lead If …: …"])
            ])
    }

    /// A step in the text of a scenario, of a message or of anything else that is no checklist.
    static func outsideList(at span: Span, isSent: Bool) -> Finding {
        found(
            span,
            isSent
                ? Phrase("this looks like a step, and would be sent as part of the text")
                : Phrase("this looks like a step, and no step is read in this file: it is on nobody’s sheet"),
            help: [Phrase("write it in a file with 'kind: checklist'")])
    }

    /// `The steps below only when …:` between two lists.
    static func condition(at span: Span, edits: [Fix.Edit]) -> Finding {
        var finding = found(
            span,
            Phrase("this is printed under the step above, and on no sheet of those who do the steps below"),
            help: [
                Phrase(
                    "make it a heading, which all of them have; what belongs to the step above is indented by two spaces"
                )
            ],
            fixes: edits.isEmpty ? [] : [Fix(Phrase("make it a heading"), edits, isSafe: false)])
        finding.severity = .warning
        return finding
    }

    /// `@lead Are all out?` above `yes: …` and `no: …`.
    static func withoutMark(at span: Span, before start: Span) -> Finding {
        found(
            span,
            Phrase("this step asks a question, and the answers below it are not read as branches"),
            help: [
                Phrase("a decision has a '?' before its words, as in '{example}'", ["example": "- [ ] T+2h @lead ? …"])
            ],
            fixes: [
                Fix(Phrase("write '{mark}' before the words", ["mark": "?"]), [Fix.Edit(start, "? ")], isSafe: false)
            ]
        )
    }

    /// `@lead. Close`
    static func straySign(_ sign: Located<String>, removing place: Span) -> Finding {
        found(
            sign.span, Phrase("'{text}' behind the role is printed before the words of the step", ["text": sign.value]),
            fixes: [Fix(Phrase("remove '{text}'", ["text": sign.value]), [Fix.Edit(place, "")], isSafe: false)])
    }

    /// `@press officer Tell`
    static func restOfTitle(_ words: Located<String>, of role: String, removing place: Span) -> Finding {
        found(
            words.span,
            Phrase(
                "'{words}' is the rest of the title of '{id}', and is printed as words of the step",
                ["words": words.value, "id": role]),
            help: [Phrase("'@{id}' alone is printed as the whole title", ["id": role])],
            fixes: [Fix(Phrase("remove '{text}'", ["text": words.value]), [Fix.Edit(place, "")], isSafe: false)])
    }

    /// `@lead @site call`
    static func bareWord(_ word: Located<String>, of role: String) -> Finding {
        var finding = found(
            word.span,
            Phrase(
                "'@{id}' does this step too, which says no more than '{word}'", ["id": role, "word": word.value]),
            help: [Phrase("write whom or what the word is about, as in '{example}'", ["example": "@lead Call @site"])])
        finding.severity = .warning
        return finding
    }

    /// One step twice in a stage.
    static func repeated(at span: Span, first: Span) -> Finding {
        var finding = found(
            span, Phrase("this step stands twice in this part of the list"),
            help: [Phrase("delete one of them, or say what is different")])
        finding.labels = [Label(first, Phrase("here, too"))]
        finding.severity = .warning
        return finding
    }

    /// `T+1h@lead`: the role is read, and other programs see an address.
    static func joined(_ role: Located<String>) -> Finding {
        let start = Span(role.span.file, Int(role.span.lower), Int(role.span.lower))
        return found(
            role.span,
            Phrase("a space is missing before '{role}'", ["role": role.value]),
            fixes: [Fix(Phrase("add the space"), [Fix.Edit(start, " ")], isSafe: false)])
    }

    /// `?Pay`: the mark is read.
    static func decision(at mark: Span) -> Finding {
        let end = Span(mark.file, Int(mark.upper), Int(mark.upper))
        return found(
            mark, Phrase("a space is missing after '{mark}'", ["mark": "?"]),
            fixes: [Fix(Phrase("add the space"), [Fix.Edit(end, " ")], isSafe: false)])
    }

    /// `??`, `？`: a mark that is almost that of a decision.
    static func decision(_ written: Located<String>) -> Finding {
        found(
            written.span, Phrase("'{written}' is not read as the mark of a decision", ["written": written.value]),
            caption: Say.didYouMean("?"), fixes: [Say.replace(written.span, by: "?")])
    }

    /// `@ Close the doors`
    static func loneSign(at sign: Span, removing place: Span?) -> Finding {
        found(
            sign, Phrase("this '@' names no role"), help: [Phrase("write the role right behind it: '@role'")],
            fixes: place.map {
                [Fix(Phrase("remove '{text}'", ["text": "@"]), [Fix.Edit($0, "")], isSafe: false)]
            } ?? [])
    }

    /// `@lead and Close the doors`
    static func loneJoint(_ word: Located<String>, removing place: Span) -> Finding {
        let name = word.value
        return found(
            word.span, Phrase("'{word}' joins two roles, and only one is named", ["word": name]),
            help: [Phrase("name the other one, as in '@role', or remove '{word}'", ["word": name])],
            fixes: [Fix(Phrase("remove '{text}'", ["text": name]), [Fix.Edit(place, "")], isSafe: false)])
    }

    /// A time and a role, and nothing to do.
    static func empty(at span: Span) -> Finding {
        found(
            span,
            Phrase("this step does not say what is to be done"),
            help: [Phrase("write it after the time and the role, or remove the line")])
    }

    /// A step that four spaces, or a fence, have turned into a sample of code.
    static func asCode(at span: Span, isFenced: Bool, replacing place: Span, by better: String) -> Finding {
        found(
            span,
            isFenced
                ? Phrase("this looks like a step, and the marks around it make it a piece of code")
                : Phrase("this looks like a step, and four spaces before it make it a piece of code"),
            help: [isFenced ? Phrase("remove the marks") : Phrase("remove the spaces")],
            fixes: [
                Fix(
                    isFenced ? Phrase("remove the marks") : Phrase("remove the spaces"), [Fix.Edit(place, better)],
                    isSafe: false)
            ])
    }

    /// `Every 30 min` where `every 30min` is meant.
    static func rhythm(_ written: Located<String>, amount: String) -> Finding {
        found(
            written.span,
            Phrase("'{written}' is not read as a rhythm", ["written": written.value]),
            caption: Say.didYouMean("every \(amount)"),
            help: [Phrase("a rhythm is the word 'every' and a duration, as in 'every 30min'")],
            fixes: [Say.replace(written.span, by: "every \(amount)")])
    }

    /// `lead: …` where `@lead` is meant.
    static func role(_ written: Located<String>, id: String) -> Finding {
        found(
            written.span,
            Phrase(
                "'{written}' is the name of a role, and only '@{id}' says who does the step",
                ["written": written.value, "id": id]
            ),
            caption: Say.didYouMean("@\(id)"),
            help: [Phrase("write '@{id}'", ["id": id])],
            fixes: [Say.replace(written.span, by: "@\(id)")])
    }

    /// `Open the log #log`: a mark after the words, where it would be one of them.
    static func marks(_ written: Located<String>, removing: Span, writing marks: String, at start: Span) -> Finding {
        found(
            written.span,
            Phrase(
                "'{marks}' stands after the words of the step, and a mark stands before them", ["marks": written.value]),
            help: [Phrase("a word of the text that begins with '#' is written with a backslash before it")],
            fixes: [
                Fix(
                    Phrase("write '{marks}' before the words", ["marks": marks]),
                    [Fix.Edit(start, marks + " "), Fix.Edit(removing, "")], isSafe: false)
            ])
    }

    private static func list(_ steps: String) -> [String: String?] {
        [
            "checklists/flood-more.md":
                "---\nkind: checklist\ntitle: More\nscenarios: flood\nphase: during\n---\n\n" + steps
        ]
    }

    static let rejects = [
        Example(
            Phrase("a box without its space"),
            list("⟦- [] ⟧T0 @caretaker Close the main tap\n")),
        Example(
            Phrase("a numbered list"),
            list("⟦1. ⟧T0 @caretaker Close the main tap\n⟦2. ⟧T+10min @director Call the mayor\n")),
        Example(
            Phrase("a word processor’s box"),
            list("- [ ] T0 @caretaker Close the main tap\n⟦☐ ⟧T+10min @director Call the mayor\n")),
        Example(
            Phrase("no box"), list("⟦* ⟧T+10min @director Call the mayor\n")),
        Example(
            Phrase("the numbering of a word processor"),
            list("- [ ] T0 @caretaker Close the main tap\n⟦a) ⟧T+10min @director Call the mayor\n")),
        Example(
            Phrase("two steps on one line"),
            list("- [ ] T0 @caretaker Close the main tap ⟦- [ ] ⟧T+10min @director Call the mayor\n")),
        Example(
            Phrase("steps in a table"),
            list(
                "⟦| When | Who | What |\n|---|---|---|\n| T0 | @caretaker | Close the main tap |\n"
                    + "| T+10min | @director | Call the mayor |⟧\n")),
        Example(
            Phrase("a second name that makes no owner"),
            list("- [ ] T0 @caretaker or ⟦@director⟧ Close the main tap\n")),
        Example(
            Phrase("a step that is ticked in the source"),
            list("- ⟦[x]⟧ T0 @caretaker Close the main tap\n")),
        Example(
            Phrase("a condition between two lists"),
            list(
                "- [ ] T0 @caretaker Close the main tap\n\n⟦Only when the brigade has left:⟧\n\n"
                    + "- [ ] T+10min @director Call the mayor\n")),
        Example(
            Phrase("words before the time and the role"),
            list("- [ ] ⟦8.⟧ T0 @caretaker Close the main tap\n")),
        Example(
            Phrase("a second step behind the first"),
            list("- [ ] T0 @caretaker Close the main tap. ⟦T+10min @director⟧ Call the mayor\n")),
        Example(
            Phrase("the work of another role below a step"),
            list("- [ ] T0 @caretaker Close the main tap\n  ⟦- ⟧@director: call the mayor\n")),
        Example(
            Phrase("a decision without an answer"),
            list("- [ ] ⟦T0 @caretaker ? Is the cellar dry⟧\n")),
        Example(
            Phrase("a step that answers the decision above it"),
            list(
                "- [ ] T0 @caretaker ? Is the cellar dry\n  - yes: open the doors\n"
                    + "- [ ] T+10min @director ⟦If not⟧, call the mayor\n")),
        Example(
            Phrase("a sign without a role"), list("- [ ] T0 @caretaker ⟦@⟧ Close the main tap\n")),
        Example(
            Phrase("a role without its sign"),
            list("- [ ] T0 @caretaker Close the main tap\n- [ ] T+10min ⟦director:⟧ Call the mayor\n")),
    ]
    static let accepts = [
        Example(
            Phrase("steps, a remark and a list"),
            list(
                "- [ ] T0 @caretaker Close the main tap\n  - the red one, in the cellar\n  - @director has the key\n"
                    + "\nThe tap is behind the shelf [B] (see the map).\n")),
        Example(
            Phrase("a decision and its answers"),
            list(
                "- [ ] T0 @caretaker ? Is the cellar dry\n  - yes: open the doors\n  - no: pump, and call @director\n")),
    ]
}
