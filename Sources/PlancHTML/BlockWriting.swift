import PlancDocument
import PlancPictures

extension DocumentWriter {
    mutating func facts(_ facts: [Fact]) {
        out.raw("<dl>\n")
        for fact in facts {
            out.raw("<div>")
            out.element("dt", fact.label)
            out.raw("<dd>")
            runs(fact.value, in: .cell(fact.label))
            out.raw("</dd></div>\n")
        }
        out.raw("</dl>\n")
    }

    mutating func callout(_ callout: Callout, in setting: Setting) {
        let id = newID()
        switch callout.kind {
        case .decision: out.raw("<div class=\"callout decision\" role=\"group\"")
        case .warning: out.raw("<div class=\"callout warning\" role=\"note\"")
        case .remark: out.raw("<div class=\"callout remark\" role=\"note\"")
        case .call: out.raw("<div class=\"callout call\" role=\"group\"")
        case .stop: out.raw("<div class=\"callout stop\" role=\"note\"")
        }
        if callout.title.isEmpty {
            out.raw(">\n")
        } else {
            out.attribute("aria-labelledby", id)
            out.raw(">\n<p class=\"callout-title\"")
            out.attribute("id", id)
            out.raw(">")
            runs(callout.title)
            out.raw("</p>\n")
        }
        blocks(callout.blocks, in: setting)
        out.raw("</div>\n")
    }

    mutating func message(_ message: MessageText) {
        let channel = newID()
        let text = newID()
        let button = newID()
        message.obstacle == nil ? out.raw("<div class=\"message\"") : out.raw("<div class=\"message down\"")
        out.raw(" role=\"group\"")
        out.attribute("aria-labelledby", channel)
        out.raw(">\n<p class=\"channel\"><span")
        out.attribute("id", channel)
        out.raw(">")
        runs(message.channel)
        out.raw("</span>")
        if let measure = message.measure {
            out.raw(" ")
            out.element("span", class: "measure", measure)
        }
        out.raw("</p>\n")
        if let obstacle = message.obstacle {
            out.raw("<p class=\"obstacle\">")
            runs(obstacle)
            out.raw("</p>\n")
        }
        if let subject = message.subject {
            out.raw("<p class=\"subject\">")
            runs(subject, in: .message)
            out.raw("</p>\n")
        }
        out.raw("<div class=\"words\"")
        out.attribute("id", text)
        out.raw(">\n")
        blocks(message.blocks, in: .message)
        out.raw("</div>\n<button type=\"button\" hidden")
        out.attribute("id", button)
        out.attribute("data-copy", text)
        out.attribute("aria-labelledby", "\(button) \(channel)")
        out.raw(">")
        out.text(document.words.copyText)
        out.raw("</button>\n</div>\n")
    }

    mutating func cards(_ cards: [Card]) {
        out.raw("<ul class=\"cards\">\n")
        for card in cards {
            out.raw("<li>")
            side(card.title, card.lines)
            if let back = card.back { side(back.title, back.lines) }
            out.element("p", class: "card-footer", card.footer)
            out.raw("</li>\n")
        }
        out.raw("</ul>\n")
    }

    private mutating func side(_ title: String, _ lines: [[Run]]) {
        out.element("p", class: "card-title", title)
        for line in lines {
            out.raw("<p>")
            runs(line)
            out.raw("</p>")
        }
    }

    /// The code as one path in a square of white, four modules wider on each side; a text too long for a code has its caption alone.
    mutating func qrCode(_ payload: String, _ caption: [Run]) {
        out.raw("<figure class=\"qr\">")
        if let rows = QRSymbol.rows(payload) {
            let side = rows.count + 8
            out.raw("<svg role=\"img\"")
            out.attribute("aria-label", caption.isEmpty ? payload : "\(caption.plainText) – \(payload)")
            out.attribute("viewBox", "0 0 \(side) \(side)")
            out.raw(" shape-rendering=\"crispEdges\"><path d=\"")
            for (y, row) in rows.enumerated() {
                var x = 0
                while x < row.count {
                    let end = row[x...].firstIndex { $0 != row[x] } ?? row.count
                    if row[x] { out.text("M\(x + 4) \(y + 4)h\(end - x)v1h-\(end - x)z") }
                    x = end
                }
            }
            out.raw("\"/></svg>")
        }
        out.raw("<figcaption>")
        runs(caption.isEmpty ? [.text(payload, .code)] : caption)
        out.raw("</figcaption></figure>\n")
    }

    mutating func table(_ table: Table) {
        // Two columns of large type are as wide as three.
        let isWide = table.columns.count > (document.isLargePrint ? 1 : 2)
        let isForm = table.rows.isEmpty && table.blankRows > 0
        switch (isWide, isForm) {
        case (true, true): out.raw("<table class=\"wide form\" role=\"table\">\n")
        case (true, false): out.raw("<table class=\"wide\" role=\"table\">\n")
        default: out.raw("<table role=\"table\">\n")
        }
        if !table.summary.isEmpty {
            out.element("caption", class: "hidden", table.summary)
            out.raw("\n")
        }
        if table.columns.contains(where: { !$0.title.isEmpty }) {
            out.raw("<thead role=\"rowgroup\"><tr role=\"row\">")
            for column in table.columns {
                let isNamed = !column.title.plainText.isEmpty
                isNamed ? out.raw("<th scope=\"col\" role=\"columnheader\"") : out.raw("<td role=\"cell\"")
                alignment(column)
                out.raw(">")
                runs(column.title)
                isNamed ? out.raw("</th>") : out.raw("</td>")
            }
            out.raw("</tr></thead>\n")
        }
        out.raw("<tbody role=\"rowgroup\">\n")
        for row in table.rows { self.row(row, of: table) }
        for _ in 0..<max(0, table.blankRows) {
            out.raw("<tr class=\"blank\" aria-hidden=\"true\" role=\"row\">")
            for _ in table.columns { out.raw("<td role=\"cell\"></td>") }
            out.raw("</tr>\n")
        }
        out.raw("</tbody>\n</table>\n")
    }

    private mutating func row(_ row: Table.Row, of table: Table) {
        if row.isGroup {
            out.raw("<tr class=\"group\" role=\"row\"><th scope=\"rowgroup\" role=\"rowheader\"")
            out.attribute("colspan", max(1, table.columns.count))
            out.raw(">")
            for cell in row.cells { content(cell) }
            out.raw("</th></tr>\n")
            return
        }
        let name = row.cells.first.map(plainText) ?? ""
        out.raw("<tr role=\"row\">")
        for (index, cell) in row.cells.enumerated() {
            let isHeader = table.hasRowHeaders && index == 0 && !name.isEmpty
            let column = index < table.columns.count ? table.columns[index] : Table.Column([])
            let title = column.title.plainText
            isHeader ? out.raw("<th scope=\"row\" role=\"rowheader\"") : out.raw("<td role=\"cell\"")
            alignment(column)
            if !title.isEmpty, !isHeader { out.attribute("data-title", title) }
            out.raw(">")
            content(cell, in: .cell(index == 0 ? title : "\(name), \(title)"))
            isHeader ? out.raw("</th>") : out.raw("</td>")
        }
        out.raw("</tr>\n")
    }

    private mutating func alignment(_ column: Table.Column) {
        switch column.alignment {
        case .left: break
        case .center: out.raw(" class=\"center\"")
        case .right: out.raw(" class=\"right\"")
        }
    }

    private func plainText(_ blocks: [Block]) -> String {
        blocks.compactMap { if case .paragraph(let runs, _) = $0 { runs.plainText } else { nil } }.joined(
            separator: " ")
    }
}
