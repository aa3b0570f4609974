import PlancDiagnostics
import PlancSource

/// That a plan has errors, in one line: what is told of it may be wrong.
func errorsOfPlan(_ errors: Int) -> Phrase {
    Phrase(
        "the plan has {errors, plural, one {# error} other {# errors}}: run planc check\n", ["errors": errors])
}

/// Says on the standard error that a plan has errors; nothing where it has none.
func sayErrors(_ errors: Int, _ language: Language) {
    if errors > 0 { Terminal.writeError(errorsOfPlan(errors).text(language)) }
}

/// Where one plan is meant and there are several.
func severalPlans(in path: String) -> Phrase {
    Phrase("several plans in '{path}': name one", ["path": visible(path)])
}
