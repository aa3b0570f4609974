import PlancMarkup
import PlancSchema
import PlancSource

/// The names that mistyped ones most likely mean, by their places in one body: the plan goes on with them, so that one
/// slip gives one finding.
struct MeantNames {
    private var names: [Span: String] = [:]

    var isEmpty: Bool { names.isEmpty }

    subscript(place: Span) -> String? {
        get { names[place] }
        set { if let newValue { names[place] = newValue } }
    }

    /// The blocks with these names.
    func named(_ blocks: [Block]) -> [Block] {
        blocks.map { block in
            var block = block
            switch block.content {
            case .paragraph(let inlines): block.content = .paragraph(named(inlines))
            case .heading(let level, let inlines): block.content = .heading(level: level, named(inlines))
            case .list(var list):
                for index in list.items.indices { list.items[index].blocks = named(list.items[index].blocks) }
                block.content = .list(list)
            case .quote(let blocks): block.content = .quote(named(blocks))
            case .alert(let alert, let blocks): block.content = .alert(alert, named(blocks))
            case .table(var table):
                for index in table.header.indices { table.header[index].inlines = named(table.header[index].inlines) }
                for row in table.rows.indices {
                    for index in table.rows[row].indices {
                        table.rows[row][index].inlines = named(table.rows[row][index].inlines)
                    }
                }
                block.content = .table(table)
            case .directive(.covers(var elements)):
                for index in elements.indices {
                    if let name = names[elements[index].span] { elements[index].value = name }
                }
                block.content = .directive(.covers(elements))
            case .directive, .code, .rule: break
            }
            return block
        }
    }

    private func named(_ inlines: [Inline]) -> [Inline] {
        inlines.map { inline in
            var inline = inline
            switch inline.content {
            case .emphasis(let children): inline.content = .emphasis(named(children))
            case .strong(let children): inline.content = .strong(named(children))
            case .strikethrough(let children): inline.content = .strikethrough(named(children))
            case .link(let link): inline.content = .link(link.with(named(link.children)))
            case .image(let link): inline.content = .image(link.with(named(link.children)))
            case .placeholder(var placeholder):
                guard let name = names[placeholder.nameSpan] else { break }
                placeholder.name = name
                inline.content = .placeholder(placeholder)
            case .snippet(let id): if let name = names[id.span] { inline.content = .snippet(Located(name, id.span)) }
            case .roleMention: if let name = names[inline.span] { inline.content = .roleMention(name) }
            case .text, .code, .softBreak, .lineBreak: break
            }
            return inline
        }
    }
}
