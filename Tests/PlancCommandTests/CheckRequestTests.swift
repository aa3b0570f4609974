import ArgumentParser
import Testing

@testable import planc

/// A check that is asked for by paths alone is what the parser of arguments makes of the same.
@Suite struct CheckRequestTests {
    @Test(arguments: [["check"], ["check", "Plans"], ["check", "Plans/valmereau", "a b.md", ""]])
    func pathsAlone(_ arguments: [String]) throws {
        let parsed = try Check.parse(Array(arguments.dropFirst()))
        #expect(CheckRequest(plainly: arguments) == parsed.request)
    }

    @Test(arguments: [
        ["check", "--strict"], ["check", "Plans", "-q"], ["check", "--", "Plans"], ["check", "--help"],
        ["build", "Plans"],
        ["Plans"], [],
    ])
    func anythingElseIsParsed(_ arguments: [String]) { #expect(CheckRequest(plainly: arguments) == nil) }

    /// An option that is parsed is part of what is asked for.
    @Test(arguments: [
        ["--strict"], ["-q"], ["--errors-only"], ["--rule", "long-sms"], ["--profile", "small"], ["--format", "json"],
        ["--output", "x"], ["--lang", "fr"], ["--color", "never"], ["--as-of", "2026-01-01"], ["--no-defaults"],
        ["--changed-since", "main"], ["--changed-first", "main"], ["--baseline", "x"], ["--write-baseline", "x"],
        ["--fix"], ["--fix-suggested"], ["--fix", "--diff"], ["--statistics"],
    ])
    func everyOptionIsTaken(_ options: [String]) throws { #expect(try Check.parse(options).request != CheckRequest()) }
}
