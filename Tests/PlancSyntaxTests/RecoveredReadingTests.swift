import Foundation
import PlancDiagnostics
import PlancSource
import Testing

@testable import PlancSyntax

/// A slip of YAML is one finding, at its place; the rest is read, and what is offered makes the text what it was.
@Suite struct RecoveredReadingTests {
    private static let whole = """
        kind: roles
        review: {every: 6mo, last: 2026-11-02}
        roles:
          lead:
            title: "Lead"
            deputies: [ruth, ben]
            team: crisis
          press:
            title: {fr: Presse, en: Press}
            items:
              - {what: Torch, count: 2}
              - {what: Radio, count: 1}
        end: "last"

        """

    @Test(arguments: [
        ("{every: 6mo, last: 2026-11-02}", "{every:6mo, last:2026-11-02}", "every:6mo"),
        ("{every: 6mo, last: 2026-11-02}", "{every: 6mo, last:2026-11-02}", "last:2026-11-02"),
        ("{every: 6mo, last: 2026-11-02}", "every: 6mo, last: 2026-11-02", ":"),
        ("{every: 6mo, last: 2026-11-02}", "(every: 6mo, last: 2026-11-02)", ":"),
        ("review: {", "review:{", "review:{every: 6mo, last: 2026-11-02}"),
        ("review: {every: 6mo", "review:{every:6mo", "review:{every:6mo, last: 2026-11-02}"),
        ("[ruth, ben]", "[ruth, ben", "["),
        ("{fr: Presse, en: Press}", "fr: Presse, en: Press", ":"),
        ("{fr: Presse, en: Press}", "{fr: Presse, en: Press", "{"),
        ("\"Lead\"", "\"Lead", "\""), ("  lead:\n", "  lead\n", "lead"), ("  lead:\n", " lead:\n", "lead"),
        ("    title: \"Lead\"", "title: \"Lead\"", "title"),
        ("kind: roles", "kind roles", "kind roles"), ("team: crisis", "team crisis", "team crisis"),
        ("  - {what: Radio", "  {what: Radio", "{what: Radio, count: 1}"),
        ("  - {what: Radio", "  -{what: Radio", "-{what: Radio, count: 1}"),
    ]) func aSlipIsMended(_ right: String, _ wrong: String, _ place: String) throws {
        let slip = Self.whole.replacing(right, with: wrong, maxReplacements: 1)
        #expect(slip != Self.whole)
        let reading = Reading("---\n" + slip + "---\n")
        #expect(reading.file.findings.map(\.rule) == ["yaml-syntax"])
        let finding = try #require(reading.file.findings.first)
        #expect(reading.text(finding.span) == place)
        let read = reading.file.frontMatter.map(shape)
        let meant = Reading("---\n" + Self.whole + "---\n").file.frontMatter.map(shape)
        #expect(read == meant)
        #expect(mended(reading, finding) == "---\n" + Self.whole + "---\n")
    }

    /// Items whose key is gone are left aside, and all else is read.
    @Test func itemsWithoutTheirKey() throws {
        let items = "      - {what: Torch, count: 2}\n      - {what: Radio, count: 1}\n"
        let reading = Reading("---\n" + Self.whole.replacing("    items:\n", with: "") + "---\n")
        #expect(reading.file.findings.map { reading.text($0.span) } == ["- {what: Torch, count: 2}"])
        let rest = Self.whole.replacing("    items:\n" + items, with: "")
        #expect(reading.file.frontMatter.map(shape) == Reading("---\n" + rest + "---\n").file.frontMatter.map(shape))
    }

    /// Without the line that closes it a front matter ends where its lines do not read like one any more.
    @Test(arguments: [
        "", "\nText of the file.\n", "# A title\n\nText.\n", "- [ ] T0 @lead Do it\n", "Important: call them.\n",
        "> Quoted.\n", "**Bold** words: first.\n", "```\ncode: 1\n```\n", "<!-- a: b -->\n",
    ]) func theEndOfTheFrontMatter(_ body: String) throws {
        let reading = Reading("---\n" + Self.whole + body)
        #expect(reading.file.findings.map(\.rule) == ["unclosed-front-matter"])
        #expect(
            reading.file.frontMatter.map(shape) == Reading("---\n" + Self.whole + "---\n").file.frontMatter.map(shape))
        let finding = try #require(reading.file.findings.first)
        #expect(mended(reading, finding) == "---\n" + Self.whole + "---\n" + body)
        #expect(!reading.file.isFrontMatterWhole)
    }

    /// A number sign in braces cuts off their end, too: the quotes go around the one value.
    @Test func aSignInBraces() throws {
        let slip = Self.whole.replacing("what: Torch", with: "what: Torch #2")
        let reading = Reading("---\n" + slip + "---\n")
        #expect(reading.file.findings.map(\.rule) == ["cut-value"])
        let finding = try #require(reading.file.findings.first)
        #expect(mended(reading, finding) == "---\n" + slip.replacing("Torch #2", with: "\"Torch #2\"") + "---\n")
    }

    @Test(arguments: [
        ("a: [\n  - Keep list #2 in the box.\n", "- Keep list #2", "- \"Keep list #2 in the box.\""),
        ("subject: Do not drink # {{ batch }}\n", "Do not", "\"Do not drink # {{ batch }}\""),
        ("subject: Call # (see label)\n", "Call", "\"Call # (see label)\""),
        ("subject: Call # \"B\"\n", "Call", "\"Call # \\\"B\\\"\""),
    ]) func aSignInAText(_ yaml: String, _ start: String, _ better: String) throws {
        let text = "---\n" + yaml.replacing("a: [\n", with: "a:\n") + "---\n"
        let reading = Reading(text)
        #expect(reading.file.findings.map(\.rule) == ["cut-value"])
        let finding = try #require(reading.file.findings.first)
        #expect(mended(reading, finding).contains(better))
    }

    /// One line that stands too far left or right is one finding, and is read where it belongs; never the line that others stand under.
    @Test(arguments: [
        ("    title:", "      title:"), ("    title:", "   title:"), ("    law:", "     law:"), ("    law:", "   law:"),
        ("    source:", "      source:"), ("    source:", "   source:"), ("    stages:", "      stages:"),
    ]) func oneLineOfAnEntry(_ right: String, _ wrong: String) throws {
        let whole = """
            ---
            kind: obligations
            obligations:
              food:
                title: Unsafe food
                law: Regulation 178/2002
                stages:
                  - {name: notice, deadline: undue-delay}
                source: https://food.example
              insurer:
                title: The insurer
                law: Contract
            ---

            """
        let place = try #require(whole.firstRange(of: right))
        let slip = whole.replacingCharacters(in: place, with: wrong)
        let reading = Reading(slip)
        #expect(reading.file.findings.map(\.rule) == ["yaml-syntax"])
        let finding = try #require(reading.file.findings.first)
        #expect(reading.file.frontMatter.map(shape) == Reading(whole).file.frontMatter.map(shape))
        // Where a line could stand in two places, nobody is offered one of them.
        if !finding.fixes.isEmpty {
            #expect(
                Reading(mended(reading, finding)).file.frontMatter.map(shape) == reading.file.frontMatter.map(shape))
        }
    }

    /// Where no cure helps, nothing is offered, and what was half read is left out.
    @Test func whatWasHalfReadIsLeftOut() {
        let reading = Reading("---\nkind: role\ndeputies: [ben, }\nteam: x\n---\n")
        #expect(reading.file.findings.map(\.rule) == ["yaml-syntax"])
        let offered = reading.file.findings.flatMap(\.fixes)
        #expect(offered.isEmpty)
        #expect(reading.file.frontMatter?.entries?.map(\.key.value) == ["kind"])
    }

    private func mended(_ reading: Reading, _ finding: Finding) -> String {
        var bytes = reading.source.bytes
        for edit in (finding.fixes.first?.edits ?? []).sorted(by: { $0.span > $1.span }) {
            bytes.replaceSubrange(edit.span.range, with: Array(edit.replacement.utf8))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func shape(_ node: YAMLNode) -> String {
        switch node.content {
        case .scalar(let text, _): text
        case .sequence(let items): "[" + items.map(shape).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { $0.key.value + ": " + shape($0.value) }.joined(separator: ", ") + "}"
        }
    }
}
