import Testing

@testable import PlancBind

/// What is offered in place of a value is what its author most likely meant, and never words glued together.
@Suite struct CorrectionTests {
    @Test(
        arguments: [
            ("hello@dairy.example (checked daily)", "hello@dairy.example"),
            ("hello@dairy.example or ring 01632 960100", "hello@dairy.example"),
            ("Hello hello@dairy.example", "hello@dairy.example"), ("hello@dairy.example - Elin", "hello@dairy.example"),
            ("Elin <hello@dairy.example>", "hello@dairy.example"),
            ("mailto:hello@dairy.example", "hello@dairy.example"),
            ("hello @ dairy.example", "hello@dairy.example"), ("hello(at)dairy.example", "hello@dairy.example"),
            ("hello@dairy,example.", "hello@dairy.example"), ("hello@dairy.example, desk@dairy.example", nil),
            ("ring Elin", nil),
        ] as [(String, String?)]) func addressesOfMail(_ written: String, _ meant: String?)
    {
        #expect(Corrections.email(written) == meant)
    }

    @Test(arguments: ["minutes", "min", "h", "Stunden", "jours"]) func unitsOfTime(_ word: String) {
        #expect(Corrections.isUnitOfTime(word[...]))
        #expect(!Corrections.isUnitOfTime("words"))
    }
}
