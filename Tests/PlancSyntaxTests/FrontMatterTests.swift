import PlancSource
import Testing

@testable import PlancSyntax

/// Front matters: values as written, places to the byte, and errors in the author's words.
@Suite struct FrontMatterTests {
    @Test func valuesAreTheTextThatWasWritten() {
        let front = Reading(
            "---\nid: no\nversion: 1.10\nphone: 0612345678\nempty:\nnull: ~\nquoted: \"\"\ndate: 2026-01-05\n"
                + "folded: >-\n  un\n  deux\n---\n"
        ).file.frontMatter
        for (key, value) in [
            ("id", "no"), ("version", "1.10"), ("phone", "0612345678"), ("null", "~"), ("date", "2026-01-05"),
            ("folded", "un deux"),
        ] {
            #expect(front?[key]?.scalar?.value == value, "\(key)")
        }
        #expect(
            front?["empty"]?.isAbsent == true && front?["null"]?.isAbsent == false
                && front?["quoted"]?.isAbsent == false)
    }

    @Test func aHyphenOnTheNextLine() {
        #expect(
            Reading("--\n-kind: vocabulary\navoid: []\n---\n").file.findings.first?.rule == "malformed-front-matter")
    }

    @Test(arguments: ["[a]", "{a: b}", "\"a\"", "'a'"]) func aSignMakesACommentOfAValue(_ value: String) {
        let reading = Reading("---\nkind: role\ndeputies: #\(value)\n---\n")
        #expect(reading.file.findings.map(\.rule) == ["cut-value"])
    }

    /// A number behind its sign belongs to the words before it; a comment begins with words, or stands behind a value of one word.
    @Test(arguments: [
        ("title: Call no. # 1", true), ("title: Call # 1", true), ("duties: Keeps key Nr. # 12", true),
        ("holder: ada # 1 of 2", false), ("title: Guide of us all. # 2 lines", false),
        ("title: Guide # the new one", false),
        ("title: \"Guide\" # 1", false), ("deputies: [ben] # 1", false),
    ]) func aNumberBehindItsSign(_ line: String, _ isCut: Bool) {
        let reading = Reading("---\nkind: role\n\(line)\n---\n")
        #expect(reading.file.findings.map(\.rule) == (isCut ? ["cut-value"] : []))
    }

    /// What is left of a conflict: each line once, and nothing else of the file.
    @Test(arguments: [
        ("title: Guide\n=======\nholder: ada\n---\nShows the way.\n", ["="]),
        ("title: Guide\n=======\nShows the way: out.\n\n---\n\nMore.\n", []),
        ("title: Guide\n---\nShows the way.\n\n=======\n", ["="]),
        ("title: Guide\n---\nShows the way\n=======\n\nOut.\n", []),
        ("title: Guide\n---\n- Shows the way\n=======\n", ["="]),
        ("title: Guide\n---\n<<<<<<< HEAD\nShows the way.\n=======\nOut.\n", ["<", "="]),
        ("title: Guide\n---\nShows the way.\n=======\nOut.\n>>>>>>> other\n", ["=", ">"]),
    ]) func whatIsLeftOfAConflict(_ text: String, _ signs: [String]) {
        let reading = Reading("---\nkind: role\n" + text)
        let found = reading.file.findings.filter { $0.rule == "conflict-marker" }
        #expect(found.map { reading.text($0.span).prefix(1).description } == signs)
        if !signs.isEmpty { #expect(found.count == reading.file.findings.count) }
    }

    /// What somebody writes who looks for where the keys belong.
    @Test(arguments: [
        ("---\nkind: role\n---\n---\nowner: x\n---\nText.\n", true),
        ("---\nkind: role\n---\n\nowner: x\ntitle: y\n---\nText.\n", true),
        ("---\nkind: role\n---\n\nHours: from 8 to 12.\n---\nText.\n", false),
        ("---\nkind: role\n---\n\n---\n\nText: this.\n\n---\n", false),
    ]) func keysBelowTheFrontMatter(_ text: String, _ isSecond: Bool) {
        #expect(Reading(text).file.findings.contains { $0.rule == "malformed-front-matter" } == isSecond)
    }

    @Test func keysAndValuesStandWhereTheyAreWritten() throws {
        let text = """
            ---
            titre: "Été à l'hôpital 🏥" # note
            vide:
            liste:
              - un é
              - {clé: [à, "b"]}   # fin

            bloc: |
              première
              dernière

            suite: a
              b
            ---
            """
        for ends in ["\n", "\r\n"] {
            let reading = Reading(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ends))
            let root = try #require(reading.file.frontMatter?.entries)
            #expect(root.map { reading.text($0.key.span) } == ["titre", "vide", "liste", "bloc", "suite"])
            #expect(
                root.map { reading.text($0.value.span) } == [
                    "\"Été à l'hôpital 🏥\"", "", "- un é\(ends)  - {clé: [à, \"b\"]}",
                    "|\(ends)  première\(ends)  dernière", "a\(ends)  b",
                ])
            #expect(reading.file.bytes(before: root[1].value.span, in: reading) == ":")
            guard case .sequence(let items) = root[2].value.content else {
                Issue.record("no list")
                continue
            }
            #expect(items.map { reading.text($0.span) } == ["un é", "{clé: [à, \"b\"]}"])
            #expect(items[1]["clé"].map { reading.text($0.span) } == "[à, \"b\"]")
        }
    }

    @Test(arguments: [
        ("a: b: c\n", ":", "needs quotes"), ("a: b\n  c: d\n", "c:", "already has a value"), ("\ta: b\n", "\t", "tab"),
        ("a: \"x\nb: c\n", "\"", "not closed"), ("a: 'l'eau'\n", "eau'", "apostrophe"),
        ("a: \"x\" y\n", "y", "closed quote"),
        ("a:1\nb: 2\n", "a:1", "space is missing"), ("b: 2\na:1\nc: 3\n", "a:1", "space is missing"),
        ("a: [x, y\nb: c\n", "[", "not closed"), ("a: {x: y\nb: c\n", "{", "brace"), ("a: [\"x\" y]\n", "y]", "comma"),
        ("a:\n    b: 1\n  c: 2\n", "c", "indentation"), ("a: @b\n", "@", "'@' needs quotes"),
        ("a: `b`\n", "`", "needs quotes"),
        ("a: %b\n", "%", "needs quotes"), ("a: *b*\n", "*", "'*' needs quotes"),
        ("a: **b**\n", "*", "'*' needs quotes"),
        ("a: &\n", "&", "'&' needs quotes"), ("a: !b!c d\n", "!", "'!' needs quotes"),
        ("a: - b\n", "- b", "line of its key"),
        ("a: b\n- c\n", "- c", "among keys"), ("a:\n  - c\n  b: d\n", "b", "among list items"),
        ("a: |x\n", "|", "same line"),
        ("a: \"\\d\"\n", "\\d", "backslash"), ("c: d\na b\n", "a b", "no colon"),
        ("c: d\na b\ne: f\n", "a b", "no colon"),
        ("a: ]\n", "]", "cannot begin"), ("[a]: b\n", "[a]", "cannot be a key"),
        ("a: {{ b }}\n", "{ b }", "cannot be a key"),
        ("du texte\n", "du texte", "no keys"), ("- a\n", "- a", "no keys"),
        ("   a: b\nc: d\n", "c: d", "same indentation"),
    ]) func mistakesAreToldInPlainWords(_ yaml: String, _ place: String, _ words: String) {
        for prefix in ["", "é: \"à 🏥\"\n"]
        where prefix.isEmpty || !yaml.contains("du texte") && yaml.first != "-" && yaml.first != " " {
            let reading = Reading("---\n\(prefix)\(yaml)---\n")
            #expect(reading.file.findings.count == 1)
            let finding = reading.file.findings.first
            #expect(finding?.rule == "yaml-syntax")
            #expect(finding.map { reading.text($0.span) } == place)
            #expect(
                finding?.message.english.contains(words) == true
                    || finding?.help.first?.english.contains(words) == true,
                "\(finding?.message.english ?? "none")")
            #expect(!reading.file.isFrontMatterWhole)
        }
    }

    @Test func whatStoodBeforeAnErrorIsKept() {
        let reading = Reading("---\nkind: role\ntitle: Guide\nreach: {mobile: 1, home: [2\nholder: ada\n---\n# Texte\n")
        #expect(reading.file.frontMatter?["kind"]?.scalar?.value == "role")
        #expect(reading.file.frontMatter?["title"]?.scalar?.value == "Guide")
        #expect(!reading.file.isFrontMatterWhole && reading.file.blocks.count == 1)
    }

    @Test func duplicatesAreFoundInLargeMapsToo() {
        var text = "---\n"
        for i in 0..<40 { text += "k\(i): \(i)\n" }
        text += "k3: x\ny: 1\nk39: y\nz: 1\nz: 2\n---\n"
        let reading = Reading(text)
        #expect(reading.places(DuplicateKey.self) == ["k3", "k39", "z"])
        #expect(reading.file.findings.map { reading.text($0.labels[0].span) } == ["k3", "k39", "z"])
        #expect(reading.file.frontMatter?.entries?.count == 42)
        #expect(reading.file.frontMatter?["k3"]?.scalar?.value == "3")
    }

    /// A block that was pasted again, or that lost its indentation, is one slip.
    @Test func ofKeysThatFollowOneAnotherTheFirstIsTold() {
        let reading = Reading("---\na: 1\nb: 2\nc: 3\na: 4\nb: 5\nd: 6\nc: 7\n---\n")
        #expect(reading.places(DuplicateKey.self) == ["a", "c"])
    }

    @Test func featuresOfYAMLAreRefusedAtTheirSign() {
        let reading = Reading("---\na: &x [1]\nb: *x\nc: !!int 3\nd: &y !z\n  e: f\n---\n")
        #expect(reading.places(YAMLFeature.self) == ["&x", "*x", "!!int", "&y", "!z"])
        #expect(reading.file.frontMatter?["a"].map { reading.text($0.span) } == "[1]")
        #expect(reading.file.frontMatter?["c"].map { reading.text($0.span) } == "3")
    }
}

extension ParsedFile {
    /// The character just before a span.
    func bytes(before span: Span, in reading: Reading) -> String {
        reading.source.text(Int(span.lower) - 1..<Int(span.lower))
    }
}
