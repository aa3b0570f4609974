import Foundation
import PlancDiagnostics
import PlancMarkup
import PlancSource
import PlancSyntax
import TestSupport
import Testing

@testable import PlancData
@testable import PlancDriver
@testable import PlancHTML
@testable import PlancPDF

/// Every control, direction, format and delimiter character, alone and paired, through every escaper: each format's real parser reads
/// back what went in (`Tests/Injection/read_back.py`), and nothing else.
@Suite struct EscapingTests {
    static let python: String? = pythons.first { python in
        (try? run(python, ["-c", "import icalendar, lxml, pikepdf, vobject, yaml"]).status) == 0
    }

    @Test(.enabled(if: python != nil, "the judges of Tests/requirements.txt are not installed"))
    func everyFormatGivesBackWhatWentIn() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "planc-escaping-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ bytes: [UInt8], _ name: String) throws {
            try Data(bytes).write(to: folder.appendingPathComponent(name))
        }
        func write(_ text: String, _ name: String) throws { try write(Array(text.utf8), name) }

        let texts = HostileTexts.chunks
        try JSONEncoder().encode(texts).write(to: folder.appendingPathComponent("texts"))

        try write(JSON.array(texts.map { .string($0) }).bytes(), "json")
        let elements = texts.map { "<c a=\"\(xmlText($0))\">\(xmlText($0))</c>" }
        try write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<t>\(elements.joined())</t>", "xml")
        var page = HTMLWriter()
        for text in texts {
            page.raw("<p")
            page.attribute("title", text)
            page.raw(">")
            page.text(text)
            page.raw("</p>\n")
        }
        try write(page.bytes, "html")
        try write(csv(HostileTexts.alone.map { [$0, "end"] }), "csv")
        try write(contentLines(texts, "VCALENDAR", "VEVENT", "SUMMARY"), "ics")
        try write(contentLines(texts, nil, "VCARD", "NOTE"), "vcf")
        try write(texts.map { "Subject: \(headerText($0, after: 9))\r\n\r\n" }.joined(separator: "\0"), "headers")
        try write(
            texts.map { "From: \(mailbox("a@b.example", name: $0) ?? "")\r\n\r\n" }.joined(separator: "\0"), "mailboxes"
        )
        let bodies = texts.map { text in
            Array("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n".utf8)
                + quotedPrintable(plainWords(text, keepsLines: true))
        }
        try write(Array(bodies.joined(separator: [0])), "bodies")
        try write(texts.map(commands).joined(separator: "\0"), "github")
        try write(
            withoutRunnerCommands(Array(HostileTexts.alone.map { "\($0)::error::x\($0)##[debug]\n" }.joined().utf8)),
            "runner")
        try write(texts.map { "a{content:\"\(styleString($0))\"}" }.joined(separator: "\n"), "css")
        try write(texts.map { PDFValue.text($0) + PDFValue.bytes($0) }.joined(separator: "\n"), "pdf")
        try write(texts.map { percentEncoded($0) }.joined(separator: "\n"), "uri")
        try write(texts.map(yamlText).joined(separator: "\n"), "yaml")
        let words = texts.filter { !$0.contains("\0") }.map { "printf '%s\\0' \(shellWord($0))\n" }
        try write(words.joined(), "shell")
        try write(
            texts.map { "\(hexadecimal(Array($0.utf8)))\t\(base64(Array($0.utf8)))" }.joined(separator: "\n"), "codes")

        let judged = try run(
            try #require(Self.python), ["\(packageFolder)/Tests/Injection/read_back.py", folder.path])
        #expect(judged.status == 0, "\(judged.said)")
    }

    /// Markdown has its judge here: libcmark. Escaped words are one paragraph of plain text, in a line, an item and a cell.
    @Test func escapedWordsAreNothingButWordsInMarkdown() {
        // What is no character is refused before it comes here.
        for text in HostileTexts.alone + HostileTexts.pairs
        where !text.unicodeScalars.contains(where: { $0.properties.isNoncharacterCodePoint }) {
            let escaped = escapedMarkdown(text + "x")
            let blocks = parsed("\(escaped)\n\n- \(escaped)\n")
            let wanted = String(String.UnicodeScalarView((visible(text) + "x").unicodeScalars.drop { $0 == " " }))
            guard blocks.count == 2, case .paragraph(let line) = blocks[0].content,
                case .list(let list) = blocks[1].content, list.items.count == 1,
                case .paragraph(let item)? = list.items[0].blocks.first?.content
            else {
                Issue.record("\(visible(text)) becomes something else: \(escaped)")
                continue
            }
            for inlines in [line, item] {
                let isText = inlines.allSatisfy { if case .text = $0.content { true } else { false } }
                let shown = inlines.plainText.replacing("\u{2060}", with: "")
                if !isText || shown != wanted { Issue.record("\(visible(text)): \(inlines.plainText)") }
            }
        }
    }

    /// What a forge makes of words after Markdown has read them: each is parted by a joiner that nobody sees.
    @Test(arguments: [
        "@lead": "@⁀lead", "GH-5": "GH-⁀5", "gh-5": "gh-⁀5", "see #5": "see \\#⁀5", "!12": "\\!⁀12", "~bug": "\\~⁀bug",
        "&3": "&amp;⁀3",
        "%1": "%⁀1", #"~"to do""#: #"\~⁀"to do""#, ":tada:": "\\:⁀tada:", "x :+1: y": "x :⁀+1: y",
        "https://example.org": "https:⁀//example.org",
        "www.example.org": "www.⁀example.org", "ada@example.org": "ada@⁀example.org",
        // And these are words as they are.
        "10 % at 12:30, T+4h: call.": "10 % at 12:30, T+4h: call.", "HIGH-5": "HIGH-5", "plan.md:12": "plan.md:12",
        "awww. Yes": "awww. Yes",
    ])
    func nothingIsReferredTo(text: String, escaped: String) {
        #expect(escapedMarkdown(text) == escaped.replacing("⁀", with: "\u{2060}"))
    }

    @Test func nothingVisibleSteersATerminal() {
        let steering = (HostileTexts.alone + HostileTexts.pairs).filter { text in
            visible(text).unicodeScalars.contains { $0.isUnseen }
                || visibleLines(text).unicodeScalars.contains { $0 != "\n" && $0.isUnseen }
                || plainWords(text).unicodeScalars.contains { $0.isControl || $0.turnsDirection || $0.separatesLines }
        }
        #expect(steering == [])
    }

    /// One property a component, each with a text between its own and another property.
    private func contentLines(_ texts: [String], _ outer: String?, _ inner: String, _ name: String) -> [UInt8] {
        var lines = ContentLines()
        if let outer {
            lines.add("BEGIN", outer)
            lines.add("VERSION", "2.0")
            lines.add("PRODID", "x")
        }
        for text in texts {
            lines.add("BEGIN", inner)
            if outer == nil {
                lines.add("VERSION", "3.0")
                lines.add("N", texts: [text, text, "", "", ""], separator: ";")
                lines.add("FN", text: text)
            }
            lines.add(name, text: text)
            lines.add("END", inner)
        }
        if let outer { lines.add("END", outer) }
        return lines.bytes
    }

    /// A finding whose file, rule and words are all the text.
    private func commands(_ text: String) -> String {
        let sources = SourceSet([SourceFile(path: text, bytes: Array("x\n".utf8))])
        let finding = Finding(
            rule: text, severity: .error, span: Span(FileID(0), 0, 1), message: Phrase(verbatim: text),
            help: [Phrase(verbatim: text)])
        return githubReport([finding], sources: sources, language: .english)
    }

    private func parsed(_ body: String) -> [Block] {
        parse(SourceFile(path: "x.md", bytes: Array("---\nkind: snippet\n---\n\(body)".utf8)), id: FileID(0)).blocks
    }
}

/// What an attacker would write.
enum HostileTexts {
    /// Characters that mean something to some reader, each alone.
    static let alone: [String] = {
        var scalars = Array(0...0x2F) + Array(0x3A...0x40) + Array(0x5B...0x60) + Array(0x7B...0xA0) + [0xAD]
        scalars += [0x41, 0x31, 0x301, 0x338, 0x20E3, 0xFE0F, 0x61C, 0x85, 0x180E, 0x34F]
        scalars += Array(0x200B...0x200F) + Array(0x2028...0x202F) + Array(0x2060...0x206F)
        scalars += [0xFEFF, 0xFFF9, 0xFFFB, 0xFFFD, 0xFFFE, 0xFFFF, 0xFF1D, 0xFF0B, 0xFF1A, 0xFF1C, 0x1F600]
        scalars += [0xE0001, 0xE0020, 0xE007F, 0x1D173, 0x10FFFF]
        return Set(scalars).sorted().map { String(Unicode.Scalar(UInt32($0))!) } + ["\r\n", "<!--", "]]>", "*/", "{{"]
    }()

    /// Each beside each.
    static let pairs: [String] = alone.flatMap { first in alone.map { first + $0 } }

    /// Alone and paired, a few dozen in a text, with letters between them.
    static let chunks: [String] = {
        let all = alone + pairs
        return stride(from: 0, to: all.count, by: 40).map { start in
            "x" + all[start..<min(start + 40, all.count)].joined(separator: "x") + "x"
        } + alone
    }()
}

private func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, said: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, said)
}
