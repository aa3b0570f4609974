import PlancSource

extension [Inline] {
    /// Every inline, the nested ones after what holds them, in reading order.
    public func forEachDeep(_ visit: (Inline) -> Void) {
        for inline in self {
            visit(inline)
            switch inline.content {
            case .emphasis(let children), .strong(let children), .strikethrough(let children):
                children.forEachDeep(visit)
            case .link(let link), .image(let link): link.children.forEachDeep(visit)
            default: break
            }
        }
    }

    fileprivate func mapDeep(_ transform: ([Inline]) -> [Inline]) -> [Inline] {
        transform(
            map { inline in
                var inline = inline
                switch inline.content {
                case .emphasis(let children): inline.content = .emphasis(children.mapDeep(transform))
                case .strong(let children): inline.content = .strong(children.mapDeep(transform))
                case .strikethrough(let children): inline.content = .strikethrough(children.mapDeep(transform))
                case .link(let link): inline.content = .link(link.with(link.children.mapDeep(transform)))
                case .image(let link): inline.content = .image(link.with(link.children.mapDeep(transform)))
                case .text, .code, .softBreak, .lineBreak, .placeholder, .snippet, .roleMention: break
                }
                return inline
            })
    }

    /// The words without their marks: links give their text, placeholders `{{ name }}`, breaks a space.
    public var plainText: String {
        var text = ""
        forEachDeep { inline in
            switch inline.content {
            case .text(let words), .code(let words): text += words
            case .softBreak, .lineBreak: text += " "
            case .placeholder(let placeholder): text += "{{ \(placeholder.name) }}"
            case .snippet(let id): text += "{{> \(id.value) }}"
            case .roleMention(let id): text += "@\(id)"
            default: break
            }
        }
        return text
    }
}

extension [Block] {
    /// Every block, the nested ones after what holds them, in reading order.
    public func forEachDeep(_ visit: (Block) -> Void) {
        for block in self {
            visit(block)
            switch block.content {
            case .list(let list): for item in list.items { item.blocks.forEachDeep(visit) }
            case .quote(let blocks), .alert(_, let blocks): blocks.forEachDeep(visit)
            default: break
            }
        }
    }

    /// The blocks with every row of inlines, the nested ones first, replaced by what `transform` makes of it.
    public func mapInlines(_ transform: ([Inline]) -> [Inline]) -> [Block] {
        map { block in
            var block = block
            switch block.content {
            case .paragraph(let inlines): block.content = .paragraph(inlines.mapDeep(transform))
            case .heading(let level, let inlines):
                block.content = .heading(level: level, inlines.mapDeep(transform))
            case .list(var list):
                for place in list.items.indices {
                    list.items[place].blocks = list.items[place].blocks.mapInlines(transform)
                }
                block.content = .list(list)
            case .quote(let blocks): block.content = .quote(blocks.mapInlines(transform))
            case .alert(let alert, let blocks): block.content = .alert(alert, blocks.mapInlines(transform))
            case .table(var table):
                table.header = table.header.map { .init($0.inlines.mapDeep(transform), $0.span) }
                table.rows = table.rows.map { row in row.map { .init($0.inlines.mapDeep(transform), $0.span) } }
                block.content = .table(table)
            case .code, .rule, .directive: break
            }
            return block
        }
    }

    /// Every inline of every block, in reading order.
    public func forEachInline(_ visit: (Inline) -> Void) { forEachLine { inlines, _ in inlines.forEachDeep(visit) } }

    /// Every paragraph, heading and cell, in reading order.
    public func forEachLine(_ visit: ([Inline], Span) -> Void) {
        forEachDeep { block in
            switch block.content {
            case .paragraph(let inlines), .heading(_, let inlines): visit(inlines, block.span)
            case .table(let table):
                for cell in table.header { visit(cell.inlines, cell.span) }
                for row in table.rows { for cell in row { visit(cell.inlines, cell.span) } }
            default: break
            }
        }
    }
}
