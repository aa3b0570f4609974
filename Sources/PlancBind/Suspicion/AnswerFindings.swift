import PlancDiagnostics
import PlancSource

/// What almost is an answer of a decision, or gives somebody something to do in one.
extension MalformedStep {
    /// `yes: T+5h @site Call the brigade` below a decision of others.
    static func inAnswer(at span: Span) -> Finding {
        found(
            span,
            Phrase("this time and this role are words of somebody else’s step, and are on no sheet of that role"),
            help: [
                Phrase(
                    "write it at the margin, with the condition in its words, as in '{example}'",
                    ["example": "- [ ] T+2h @lead If …: …"])
            ])
    }

    /// A decision with no answer, or with one alone.
    static func fewBranches(at span: Span, count: Int) -> Finding {
        var finding = found(
            span,
            count == 0
                ? Phrase("this decision has no answers: nobody is told what follows from it")
                : Phrase("this decision has one answer: nobody is told what follows from the other"),
            help: [Phrase("an answer is an item below it, as in '{example}'", ["example": "- yes: …"])])
        finding.severity = .warning
        return finding
    }

    /// `- yes:`
    static func emptyBranch(_ label: Located<String>) -> Finding {
        found(
            label.span, Phrase("the answer '{label}' does not say what is to be done", ["label": label.value]),
            help: [Phrase("write it behind the colon")])
    }

    static func repeatedBranch(_ label: Located<String>) -> Finding {
        found(
            label.span, Phrase("the answer '{label}' stands twice below this decision", ["label": label.value]),
            help: [Phrase("give each answer its own words")])
    }

    /// `- no: …` at the margin.
    static func strayBranch(at span: Span, before start: Span) -> Finding {
        found(
            span, Phrase("this answer is not indented, and is no branch of the decision above it"),
            fixes: [Fix(Phrase("indent it by two spaces"), [Fix.Edit(start, "  ")], isSafe: false)])
    }

    /// `If not, call the brigade`, a step right behind a decision.
    static func behindDecision(_ words: Located<String>, _ edit: Fix.Edit?) -> Finding {
        var finding = found(
            words.span,
            Phrase(
                "'{words}' refers to the decision above, which is not on every sheet that this step is on",
                ["words": words.value]),
            help: [
                Phrase(
                    "write it as an answer below the decision, as in '{example}', or say in the step what it depends on",
                    ["example": "- no: …"])
            ],
            fixes: edit.map {
                [Fix(Phrase("make an answer of it"), [$0], isSafe: false)]
            } ?? [])
        finding.severity = .warning
        return finding
    }

    /// `yes → …`, `If yes, …`, `[ ] yes: …` below a decision.
    static func branch(at span: Span, by better: String) -> Finding {
        found(
            span, Phrase("this looks like a branch of the decision, and is not written as one"),
            caption: Say.didYouMean(better),
            help: [
                Phrase("a branch is an item with an answer and a colon, as in '{example}'", ["example": "- yes: …"])
            ],
            fixes: [Fix(Phrase("write '{better}'", ["better": better]), [Fix.Edit(span, better + " ")], isSafe: false)])
    }
}
