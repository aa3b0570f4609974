import PlancDiagnostics
import PlancSource

/// Steps whose time and role stand behind other words, and those that are crossed out.
extension MalformedStep {
    /// `- Call the prefect` or `Call the prefect` at the margin below a step.
    static func loose(at span: Span, isItem: Bool, edits: [Fix.Edit]) -> Finding {
        var finding = found(
            span,
            Phrase("this is printed under the step above, and on no sheet of those who do the other steps"),
            help: [
                isItem
                    ? Phrase("somebody is to do it: write '- [ ] @role …'")
                    : Phrase(
                        "somebody is to do or know it: make it a step, or put it above the first step of its stage"),
                Phrase("it belongs to the step above: indent it by two spaces"),
            ],
            fixes: edits.isEmpty ? [] : [Fix(Phrase("indent it by two spaces"), edits, isSafe: false)])
        finding.severity = .warning
        return finding
    }

    /// `@lead ~~Tell the staff~~`: everybody would still do it, and its time would count.
    ///
    /// - Parameter line: that of the step, where it is the whole of it.
    static func crossedOut(at span: Span, deleting line: Span?) -> Finding {
        found(
            span, Phrase("this step is crossed out, and still counts: it is printed with a box to tick"),
            help: [Phrase("delete it, or put it between '<!--' and '-->'")], fixes: deletion(of: line))
    }

    private static func deletion(of line: Span?) -> [Fix] {
        line.map { [Fix(Phrase("delete it"), [Fix.Edit($0, "")], isSafe: false)] } ?? []
    }

    /// `~~@site~~ @lead`
    static func crossedOutHead(at span: Span, removing place: Span) -> Finding {
        found(
            span, Phrase("a time or a role of a step cannot be crossed out"),
            help: [Phrase("delete what no longer holds")],
            fixes: [Fix(Phrase("delete it"), [Fix.Edit(place, "")], isSafe: false)])
    }

    /// Words before the time and the roles of a step.
    static func inFront(_ words: Located<String>, edits: [Fix.Edit]) -> Finding {
        found(
            words.span,
            Phrase(
                "'{words}' stands where the time and the role of a step begin, so neither is read",
                ["words": words.value]),
            help: [Phrase("the time and the role come first, as in '{example}'", ["example": "- [ ] T+2h @lead …"])],
            fixes: [
                Fix(
                    edits.count > 1
                        ? Phrase("write '{words}' behind the time and the role", ["words": words.value])
                        : Phrase("remove '{text}'", ["text": words.value]), edits, isSafe: false)
            ])
    }

    /// `- Call the press (T+4h, @lead)`
    ///
    /// - Parameter edit: what writes it as a step.
    static func headInside(at span: Span, _ edit: Fix.Edit? = nil) -> Finding {
        found(
            span, Phrase("this line names a time and a role, and is no step: it is on nobody’s sheet"),
            help: [Phrase("the time and the role come first, as in '{example}'", ["example": "- [ ] T+2h @lead …"])],
            fixes: edit.map {
                [Fix(Phrase("write the time and the role before the words"), [$0], isSafe: false)]
            } ?? [])
    }

    /// `~~- [ ] T+2h @site Check~~`
    static func crossedOutLine(at span: Span, deleting line: Span?) -> Finding {
        found(
            span, Phrase("this step is crossed out, and is printed as words of another one"),
            help: [Phrase("delete it, or put it between '<!--' and '-->'")], fixes: deletion(of: line))
    }
}
