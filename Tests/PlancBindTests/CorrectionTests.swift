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

    @Test(
        arguments: [
            ("90 seconds", "90"), ("-90", "90"), ("–5", "5"), ("12 Zeichen.", "12"), ("2 minutes", nil), ("2min", nil),
            ("1h", nil),
            ("5 jours", nil), ("090", nil), ("1234567890", nil), ("9 x y", nil), ("", nil),
        ] as [(String, String?)]) func numbersThatCount(_ written: String, _ meant: String?)
    {
        #expect(Corrections.count(written) == meant)
    }

    @Test(
        arguments: [
            ("(http://a.example/x)", "https://a.example/x"), ("htp//a.example", "https://a.example"),
            ("HTTPS:a.example.", "https://a.example"), ("http:///a.example", "https://a.example"),
            ("[words](https://a.example)", "https://a.example"), ("a.example", "https://a.example"),
            ("a b.example", nil),
        ] as [(String, String?)]) func pages(_ written: String, _ meant: String?)
    {
        #expect(Corrections.url(written) == meant)
    }

    @Test func numbersBehindAScheme() {
        #expect(Corrections.phone("TEL: +44 7700 900001", ownCode: nil) == "+44 7700 900001")
    }
}
