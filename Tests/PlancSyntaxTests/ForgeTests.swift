import PlancMarkup
import PlancSource
import Testing

@testable import PlancSyntax

/// What the forges read beyond CommonMark 0.30: authors preview their plans there.
@Suite struct ForgeTests {
    static let shapes: [(String, String)] = [
        // Comments may hold dashes, and hide what the forge hides.
        ("a <!-- old -- not the press --> b\n", "p(a  b)"),
        ("a <!-- - --- -> x ---> b `<!-- c -- d -->`\n", "p(a  b `<!-- c -- d -->`)"),
        ("a <!-- two\nlines -- of it --> b\n", "p(a  b)"),
        ("- x <!-- ends\n\n- with -- it -->\n", "ul~(li(p(x <!-- ends)) li(p(with -- it -->)))"),
        ("```\n<!-- a -- b -->\n```\n", "code(|<!-- a -- b -->\n)"),
        ("| a |\n|---|\n| x <!-- b -- c --> y |\n", "table(n; a / x  y)"),
        // A break is a break.
        ("0612345678<br>0712345679\n", "p(0612345678↵0712345679)"),
        ("a<br/>\nb<BR />c\n", "p(a↵b↵c)"),
        ("| a |\n|---|\n| 1<br>2 |\n", "table(n; a / 1↵2)"),
        // Crossed out.
        ("Call ~~Ana~~ Zoe ~now~.\n", "p(Call <s>Ana</s> Zoe <s>now</s>.)"),
        ("a ~~~b~~~ c ~ d \\~\\~e~~\n", "p(a ~~~b~~~ c ~ d ~~e~~)"),
        ("~~a **b** c~~ *~~d~~*\n", "p(<s>a <b>b</b> c</s> <i><s>d</s></i>)"),
        ("open ~~only\n", "p(open ~~only)"),
        // Addresses without marks.
        (
            "See https://a.example/b_c?d=(e), www.f.example/g. Write to a.b@c.example!\n",
            "p(See <a https://a.example/b_c?d=(e)>https://a.example/b_c?d=(e)</a>, "
                + "<a http://www.f.example/g>www.f.example/g</a>. Write to <a mailto:a.b@c.example>a.b@c.example</a>!)"
        ),
        (
            "(https://a.example) «https://b.example» xhttps://c.example @press @a.example\n",
            "p((<a https://a.example>https://a.example</a>) «<a https://b.example>https://b.example</a>» "
                + "xhttps://c.example @(press) @a.example)"
        ),
        ("[https://a.example](https://b.example)\n", "p(<a https://b.example>https://a.example</a>)"),
        ("`https://a.example` www. http:// a@b\n", "p(`https://a.example` www. http:// a@b)"),
        // Boxes set apart.
        ("> [!WARNING]\n> Never pay.\n>\n> - Never\n", "warning(p(Never pay.) ul(li(p(Never))))"),
        ("> [!note]\n", "note()"),
        ("> [!WARNING] on one line\n", "quote(p([!WARNING] on one line))"),
        ("> [!OTHER]\n> x\n", "quote(p([!OTHER]⏎x))"),
        // Footnotes stand where they are called.
        (
            "Call[^1] now[^b].\n\n[^1]: at night\n[^b]: https://a.example\n",
            "p(Call (at night) now (<a https://a.example>https://a.example</a>).)"
        ),
        ("Text [^2].\n\n[^1]: x\n", "p(Text [^2].)"),
        ("[a]: https://b.example\n\n[a] [^a]\n", "p(<a https://b.example>a</a> [^a])"),
        // Numbers go on where the list begins; ticks stay.
        ("3. c\n4. d\n\n- [x] done\n- [ ] open\n", "ol3(li(p(c)) li(p(d))) ul(li[x](p(done)) li[ ](p(open)))"),
    ]

    @Test(arguments: shapes) func bodyIsReadAs(_ source: String, _ shape: String) {
        for source in [source, source.replacing("\n", with: "\r\n")] {
            let wanted = source.contains("\r") ? shape.replacing("\n", with: "\n") : shape
            #expect(Shape.of(Reading(body: source).file.blocks) == wanted)
            // A note stands elsewhere in the source.
            if !source.contains("[^") { #expect(SpanCheck(body: source).problem == nil) }
        }
    }

    @Test func addressesAreFollowedByBinding() {
        let mentions = Reading(body: "https://a.example and b@c.example\n").file.mentions
        #expect(mentions.count == 2)
    }

    @Test func nothingIsSaidOfABreak() {
        #expect(Reading(body: "a<br>b\n\n<br>\n").places(RawHTML.self) == [])
    }

    @Test func hiddenWordsAreCounted() {
        let found = Reading(body: "See [a](https://a.example \"two words\").\n\n[^1]: one two three\n").file.findings
        #expect(
            found.filter { $0.rule == UnprintedText.name }.map(\.message.english).sorted() == [
                "nothing calls this footnote, so this is on no page: 3 words",
                "the title of a link is not printed: 2 words",
            ])
    }
}
