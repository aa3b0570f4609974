import PlancMarkup
import PlancSource
import Testing

/// The examples of GitHub's specification (GFM 0.29), by their numbers, and what surrounds them.
@Suite struct TableTests {
    struct Case: Sendable, CustomStringConvertible {
        var description: String
        var source: String
        var shape: String

        init(_ name: String, _ source: String, _ shape: String) {
            description = name
            self.source = source
            self.shape = shape
        }
    }

    static let cases = [
        Case("198", "| foo | bar |\n| --- | --- |\n| baz | bim |\n", "table(nn; foo | bar / baz | bim)"),
        Case("199", "| abc | defghi |\n:-: | -----------:\nbar | baz\n", "table(cr; abc | defghi / bar | baz)"),
        Case(
            "200", "| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |\n",
            "table(n; f|oo / b `|` az / b <b>|</b> im)"),
        Case(
            "201", "| abc | def |\n| --- | --- |\n| bar | baz |\n> bar\n",
            "table(nn; abc | def / bar | baz) quote(p(bar))"),
        Case(
            "202", "| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar\n",
            "table(nn; abc | def / bar | baz / bar | ) p(bar)"),
        Case("203", "| abc | def |\n| --- |\n| bar |\n", "p(| abc | def |⏎| --- |⏎| bar |)"),
        Case(
            "204", "| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |\n",
            "table(nn; abc | def / bar |  / bar | baz)"),
        Case("205", "| abc | def |\n| --- | --- |\n", "table(nn; abc | def)"),
        Case("279", "- [ ] foo\n- [x] bar\n", "ul(li[ ](p(foo)) li[x](p(bar)))"),
        Case(
            "280", "- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] bim\n",
            "ul(li[x](p(foo) ul(li[ ](p(bar)) li[x](p(baz)))) li[ ](p(bim)))"),
        Case("left aligned", "| a |\n|:--|\n| b |\n", "table(l; a / b)"),
        Case(
            "after a line of text", "Appeler :\n| qui | où |\n|---|---|\n| Ana | 12 |\n",
            "p(Appeler :) table(nn; qui | où / Ana | 12)"),
        Case("in a list item", "- | a | b |\n  |---|---|\n  | c | d |\n", "ul(li(table(nn; a | b / c | d)))"),
        Case("in a quotation", "> | a |\n> |---|\n> | *b* |\n", "quote(table(n; a / <i>b</i>))"),
        Case("no delimiter row", "| a | b |\n| c | d |\n", "p(| a | b |⏎| c | d |)"),
        Case(
            "cells that look like blocks", "| # a | - b |\n|---|---|\n| 1. c | > d |\n",
            "table(nn; # a | - b / 1. c | > d)"),
        Case(
            "planc's own marks", "| @dircom | {{ heure }} |\n|---|---|\n| {{> suite }} | [x][r] |\n\n[r]: /u\n",
            "table(nn; @(dircom) | {heure} / {>suite} | <a /u>x</a>)"),
        Case("emphasis does not cross cells", "| *a | b* |\n|---|---|\n", "table(nn; *a | b*)"),
        Case("a box in an ordered list", "1. [X] a\n", "ol1(li[x](p(a)))"),
        Case("no blank after the box", "- [x]a\n- [ ]\n- [y] b\n", "ul(li(p([x]a)) li(p([ ])) li(p([y] b)))"),
        Case("a box is not a link", "- [x](y) a\n", "ul(li(p(<a y>x</a> a)))"),
        Case("a loose list", "- [ ] a\n\n- [x] b\n", "ul~(li[ ](p(a)) li[x](p(b)))"),
        Case("a box in the second paragraph", "- a\n\n  [ ] b\n", "ul~(li(p(a) p([ ] b)))"),
    ]

    @Test(arguments: cases) func tablesAndTasksHaveGitHubsShape(_ test: Case) {
        #expect(Shape.of(Reading(body: test.source).file.blocks) == test.shape)
        let returns = String(test.source.flatMap { $0 == "\n" ? "\r\n" : String($0) })
        #expect(Shape.of(Reading(body: returns).file.blocks) == test.shape)
        #expect(SpanCheck(body: test.source).problem == nil)
    }

    @Test func cellsStandWhereTheirTextStands() throws {
        let reading = Reading(body: "| Rôle  | Où |\n|---|:-:|\n| **ana** \\| b |  |\n")
        guard case .table(let table)? = reading.file.blocks.first?.content else {
            Issue.record("no table")
            return
        }
        let cells = (table.header + table.rows.joined()).map { reading.text($0.span) }
        #expect(cells == ["Rôle", "Où", "**ana** \\| b", ""])
        let inlines = table.rows[0][0].inlines.map { reading.text($0.span) }
        #expect(inlines == ["**ana**", " \\| b"])
        #expect(reading.text(reading.file.blocks[0].span).hasSuffix("|  |"))
    }
}
