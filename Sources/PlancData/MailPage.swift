import PlancMarkup
import PlancModel
import PlancSource

/// The text of a draft as a small page that mail programs show: no style beyond the elements, no picture, no script.
public func messageHTML(_ draft: Draft) -> String {
    var page = "<!DOCTYPE html>\n<html lang=\"\(htmlText(draft.words.locale.tag))\">\n<head><meta charset=\"utf-8\">"
    page += "<title>\(htmlText(draft.subject))</title></head>\n<body>\n"
    for block in draft.words.blocks { page += html(block, draft) }
    return page + "</body>\n</html>\n"
}

private func html(_ block: Block, _ draft: Draft) -> String {
    switch block.content {
    case .paragraph(let inlines): return "<p>\(html(inlines, draft))</p>\n"
    case .heading(_, let inlines): return "<h2>\(html(inlines, draft))</h2>\n"
    case .list(let list):
        let name = list.isOrdered ? "ol" : "ul"
        let start = list.isOrdered && list.start != 1 ? " start=\"\(list.start)\"" : ""
        let items = list.items.map { item -> String in
            let box = item.task.map { $0 ? "[x] " : "[ ] " } ?? ""
            // A tight item has no paragraph around its words.
            if list.isTight, case .paragraph(let inlines)? = item.blocks.first?.content {
                return
                    "<li>\(box)\(html(inlines, draft))\(item.blocks.dropFirst().map { html($0, draft) }.joined())</li>\n"
            }
            return "<li>\(box)\(item.blocks.map { html($0, draft) }.joined())</li>\n"
        }
        return "<\(name)\(start)>\n\(items.joined())</\(name)>\n"
    case .quote(let blocks): return "<blockquote>\n\(blocks.map { html($0, draft) }.joined())</blockquote>\n"
    case .alert(_, let blocks): return "<div>\n\(blocks.map { html($0, draft) }.joined())</div>\n"
    case .code(_, let text): return "<pre>\(htmlText(text))</pre>\n"
    case .table(let table):
        func row(_ cells: [Table.Cell], _ name: String) -> String {
            "<tr>" + cells.map { "<\(name)>\(html($0.inlines, draft))</\(name)>" }.joined() + "</tr>\n"
        }
        return "<table>\n\(row(table.header, "th"))\(table.rows.map { row($0, "td") }.joined())</table>\n"
    case .rule: return "<hr>\n"
    case .directive: return ""
    }
}

private func html(_ inlines: [Inline], _ draft: Draft) -> String {
    var text = ""
    for inline in inlines {
        switch inline.content {
        case .text(let words): text += htmlText(words)
        case .code(let words): text += "<code>\(htmlText(words))</code>"
        case .emphasis(let children): text += "<em>\(html(children, draft))</em>"
        case .strong(let children): text += "<strong>\(html(children, draft))</strong>"
        case .strikethrough(let children): text += "<s>\(html(children, draft))</s>"
        case .softBreak: text += " "
        case .lineBreak: text += "<br>"
        case .placeholder(let placeholder):
            let value = htmlText(draft.value(placeholder.name))
            text += draft.values[placeholder.name] == nil ? "<mark>\(value)</mark>" : value
        case .link(let link):
            let words = html(link.children, draft)
            let isSafe = ["https://", "http://", "mailto:", "tel:"].contains {
                link.destination.lowercased().hasPrefix($0)
            }
            text += isSafe ? "<a href=\"\(htmlText(link.destination))\">\(words)</a>" : words
        case .image(let image): text += html(image.children, draft)
        case .snippet, .roleMention: break
        }
    }
    return text
}
