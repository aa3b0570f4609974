import PlancMarkup
import PlancSource
import PlancWords
import Testing

/// Blocks made by hand from one source, each inline found in it by its words.
private struct Source {
    let text: String

    func span(_ words: String) -> Span {
        let bytes = Array(text.utf8)
        let wanted = Array(words.utf8)
        let at = (0...(bytes.count - wanted.count)).first { Array(bytes[$0..<$0 + wanted.count]) == wanted } ?? 0
        return Span(FileID(0), at, at + wanted.count)
    }

    func words(_ words: String) -> Inline { Inline(.text(words), span(words)) }
    func paragraph(_ inlines: Inline...) -> Block { Block(.paragraph(inlines), Span(FileID(0), 0, text.utf8.count)) }
    func heading(_ words: String) -> Block { Block(.heading(level: 2, [self.words(words)]), span(words)) }
    func item(_ blocks: Block...) -> List.Item { List.Item(task: nil, blocks: blocks, span: Span(FileID(0), 0, 0)) }
}

private let source = Source(
    text:
        "## Que faire\nAppelez le {{ tel }} et [la page](https://a.example). Une & deux\n- Restez là\n- Notez\n> « Rien »\n`code`"
)
private let everywhere = Span(FileID(0), 0, 0)

private var blocks: [Block] {
    let placeholder = Inline(
        .placeholder(Placeholder(name: "tel", nameSpan: source.span("tel"))), source.span("{{ tel }}"))
    let link = Inline(
        .link(
            Link(
                destination: "https://a.example", destinationSpan: source.span("https://a.example"),
                children: [source.words("la page")])), source.span("[la page](https://a.example)"))
    return [
        source.heading("Que faire"),
        source.paragraph(
            source.words("Appelez le "), placeholder, source.words(" et "), link, source.words(". Une & deux")),
        Block(
            .list(
                List(
                    isOrdered: false, start: 1, isTight: true,
                    items: [
                        source.item(source.paragraph(source.words("Restez là"))),
                        source.item(source.paragraph(source.words("Notez"))),
                    ])),
            everywhere),
        Block(.quote([source.paragraph(source.words("« Rien »"))]), everywhere),
        source.paragraph(Inline(.code("code"), source.span("code"))),
    ]
}

private func place(of words: String, in text: MappedText) -> Int? {
    let wanted = Array(words.utf8)
    return (0...(text.bytes.count - wanted.count)).first { Array(text.bytes[$0..<$0 + wanted.count]) == wanted }
}

/// The one link leads out of the plan.
private var links: LinkTargets {
    var links = LinkTargets()
    links.set([.external], in: everywhere.file)
    return links
}

@Suite struct RenderingTests {
    let rendering = Rendering(links: links, value: { $0.name == "tel" ? "04 65 71 00 12" : "?" })

    @Test func blocksAreReadAsPlainText() {
        #expect(
            rendering(blocks).string == """
                Que faire

                Appelez le 04 65 71 00 12 et la page (https://a.example). Une & deux

                - Restez là
                - Notez

                > « Rien »

                code
                """)
    }

    @Test func blocksAreHeardAsSentences() {
        var heard = rendering
        heard.form = .speech
        #expect(
            heard(blocks).string == """
                Que faire.
                Appelez le 04 65 71 00 12 et la page. Une & deux.
                Restez là.
                Notez.
                « Rien »
                code.
                """)
    }

    @Test(arguments: ["faire", "04 65", "la page", "& deux", "Notez", "Rien"])
    func everyWordIsFoundAgainInTheSource(words: String) throws {
        let text = rendering(blocks)
        let lower = try #require(place(of: words, in: text))
        let span = try #require(text.span(of: lower..<lower + words.utf8.count))
        let found = String(decoding: Array(source.text.utf8)[span.range], as: UTF8.self)
        #expect(found == (words == "04 65" ? "{{ tel }}" : words))
    }

    @Test func quotationsCodeAndValuesAreKnown() throws {
        let text = rendering(blocks)
        func kind(_ words: String) throws -> MappedText.Kind {
            text.kind(at: try #require(place(of: words, in: text)))
        }
        #expect(try kind("Rien") == .quotation)
        #expect(try kind("code") == .code)
        #expect(try kind("04 65") == .value)
        #expect(try kind("Restez") == .words)
        #expect(text.passages.map(\.form) == [.heading, .paragraph, .item, .item, .quotation, .paragraph])
    }

    @Test func snippetsStandWhereTheyAreCalledAndRingsEnd() {
        let call = Inline(.snippet(Located("s", everywhere)), everywhere)
        let ring: @Sendable (String) -> [Block]? = { id in
            id == "s" ? [source.paragraph(source.words("Restez là")), source.paragraph(call)] : nil
        }
        let text = Rendering(snippet: ring)([source.paragraph(source.words("Notez"), call), source.paragraph(call)])
        #expect(text.string == "NotezRestez là \n\nRestez là")
    }
}
