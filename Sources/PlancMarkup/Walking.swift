import PlancSource

extension [Inline] {
    /// Every inline, the nested ones after what holds them, in reading order.
    public func forEachDeep(_ visit: (Inline) -> Void) {
        for inline in self {
            visit(inline)
            switch inline.content {
            case .emphasis(let children), .strong(let children): children.forEachDeep(visit)
            case .link(let link), .image(let link): link.children.forEachDeep(visit)
            default: break
            }
        }
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
            case .quote(let blocks): blocks.forEachDeep(visit)
            default: break
            }
        }
    }

    /// Every inline of every block, in reading order.
    public func forEachInline(_ visit: (Inline) -> Void) {
        forEachDeep { block in
            switch block.content {
            case .paragraph(let inlines), .heading(_, let inlines): inlines.forEachDeep(visit)
            case .table(let table):
                for cell in table.header { cell.inlines.forEachDeep(visit) }
                for row in table.rows { for cell in row { cell.inlines.forEachDeep(visit) } }
            default: break
            }
        }
    }
}
