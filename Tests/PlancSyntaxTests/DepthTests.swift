import PlancSource
import TestSupport
import Testing

@testable import PlancSyntax

/// Texts of a size and depth that nobody writes.
@Suite struct DepthTests {
    private func body(_ text: String) -> Reading { Reading(body: text) }

    @Test func tenThousandLevelsAreReportedOnceAndLeftAlone() {
        for text in [
            String(repeating: "> ", count: 10_000) + "x", String(repeating: "- ", count: 10_000) + "x",
            String(repeating: "1. ", count: 10_000) + "x", String(repeating: ">", count: 10_000) + "x",
            (0..<1_000).map { String(repeating: "  ", count: $0) + "- x\n" }.joined(),
        ] {
            #expect(body(text).places(NestingTooDeep.self).count == 1, "\(text.prefix(8))")
        }
        #expect(body(String(repeating: "> ", count: 100) + "x").file.findings.isEmpty)
        #expect(body(String(repeating: "- ", count: 100) + "x").file.findings.isEmpty)
    }

    @Test func longRowsOfOneSignEnd() {
        for sign in [
            "[", "]", "*", "_ ", "`", "![", "<", "{{", "}}", "@", "&", "\\", "|", "*a _b ", "**a*", "[](", "<!-- ",
            "@a",
            "{{a}}", "a\n", "\u{200B}",
        ] {
            let reading = body(String(repeating: sign, count: 5_000))
            #expect(reading.file.isSource, "\(sign)")
        }
    }

    @Test func aWideHeaderOverManyRowsIsNoTable() {
        let header = String(repeating: "|a", count: 2_000) + "\n" + String(repeating: "|-", count: 2_000) + "\n"
        #expect(Shape.of(body(header + "x\n").file.blocks).hasPrefix("table("))
        #expect(Shape.of(body(header + String(repeating: "x\n", count: 2_000)).file.blocks).hasPrefix("p("))
    }

    @Test func deepEmphasisLosesItsMarksNotItsText() {
        let reading = body(String(repeating: "*a **b ", count: 300) + "fin" + String(repeating: "** *", count: 300))
        var text = ""
        reading.file.blocks.forEachInline { if case .text(let words) = $0.content { text += words } }
        #expect(text.contains("fin") && text.filter { $0 == "a" }.count == 300)
    }

    @Test func deepValuesAreReportedOnce() {
        for text in [
            String(repeating: "[", count: 10_000), String(repeating: "{a: ", count: 10_000),
            String(repeating: "- ", count: 10_000),
            "a: " + String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000),
        ] {
            let reading = Reading("---\nkind: role\nx: \n  \(text)\n---\n")
            #expect(
                reading.places(NestingTooDeep.self).count == 1 && !reading.file.isFrontMatterWhole, "\(text.prefix(8))")
        }
        let deepest = String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
        #expect(Reading("---\nx: \(deepest)\n---\n").file.findings.isEmpty)
    }

    @Test func limitsStandAtTheByteThatPassesThem() {
        let longest = "---\n" + String(repeating: "#2345678\n", count: 7_281) + "#234567" + "---\n"
        #expect(Reading(longest.replacing("#234567---", with: "#23456\n---")).file.findings.isEmpty)
        let file = "---\nkind: role\n---\n"
        let full = file + String(String(repeating: "seven x\n", count: 1 << 17).prefix((1 << 20) - file.utf8.count))
        #expect(Reading(full).file.findings.isEmpty)
        let over = Reading(full + "é")
        #expect(over.file.findings.map(\.rule) == ["file-too-large"] && over.file.findings[0].span.lower == 1 << 20)
        #expect(over.file.isSource && over.file.frontMatter == nil && !over.file.isFrontMatterWhole)
        #expect(
            Reading("---\n" + String(repeating: "a: b\n", count: 200_000)).file.findings.map(\.rule) == [
                "unclosed-front-matter"
            ])
    }

    @Test func randomBytesAreRead() {
        var numbers = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            let noise = (0..<Int.random(in: 0...60, using: &numbers)).map { _ in
                Bool.random(using: &numbers)
                    ? UInt8.random(in: 0...255, using: &numbers)
                    : Array("-:[]{}#&*!|>'\"%@` \n\ta".utf8).randomElement(using: &numbers) ?? 0
            }
            let reading = Reading(bytes: Array("---\n".utf8) + noise + Array("\n---\n".utf8) + noise)
            let text = String(validating: reading.source.bytes, as: UTF8.self)
            #expect((text == nil) == !reading.places(NotUTF8.self).isEmpty)
            for finding in reading.file.findings {
                #expect(finding.span.range.clamped(to: 0..<reading.source.bytes.count) == finding.span.range)
            }
        }
    }

    @Test func randomFrontMattersAreRead() {
        let pieces = [
            "a", "é", ": ", ":", "- ", "\n", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", "\"", "'", "|", ">",
            "|\n  x\n", "#", " # planc: allow a: b",
            "&a ", "*a", "!t ", "? ", "\t", "%", "@", "`", "\\", "...", "--- ", "\u{A0}", "\u{85}", "\u{2028}", "\u{7}",
            "\u{FEFF}", "key: value\n",
        ]
        var numbers = SeededGenerator(seed: 11)
        for _ in 0..<3_000 {
            var yaml = ""
            for _ in 0..<Int.random(in: 1...14, using: &numbers) { yaml += pieces.randomElement(using: &numbers) ?? "" }
            let reading = Reading("---\n\(yaml)\n---\nTexte\n")
            let file = reading.file
            if let root = file.frontMatter { check(root, in: file.frontMatterSpan, reading, yaml) }
            // One cause, one finding: at most one for each line, besides those for keys that are none.
            #expect(
                reading.places(YAMLSyntax.self).count <= 3 + yaml.count { "[{?\n".contains($0) },
                "\(yaml.debugDescription)")
        }
    }

    private func check(_ node: YAMLNode, in outer: Span, _ reading: Reading, _ yaml: String) {
        #expect(outer.contains(node.span), "\(node.span) in \(yaml.debugDescription)")
        switch node.content {
        case .scalar(let text, let isQuoted):
            if !isQuoted, !text.contains(" "), reading.file.findings.isEmpty {
                #expect(reading.text(node.span) == text, "\(yaml.debugDescription)")
            }
        case .sequence(let items): for item in items { check(item, in: outer, reading, yaml) }
        case .mapping(let entries):
            for entry in entries {
                #expect(entry.value.span.lower >= entry.key.span.upper, "\(yaml.debugDescription)")
                check(entry.value, in: outer, reading, yaml)
            }
        }
    }
}
