import PlancDiagnostics
import PlancMarkup
import PlancSource

/// Where two languages of a text part: what is told of it, and both places (nil: it is not there).
struct Unevenness {
    var told: Phrase
    var source: Span?
    var translation: Span?
}

/// Compares two texts block by block. After a block of another kind the rest cannot be matched and is not compared.
func differences(between source: [Block], and translation: [Block], _ links: LinkTargets) -> [Unevenness] {
    let (a, b) = (source.filter(\.isPrinted), translation.filter(\.isPrinted))
    var found: [Unevenness] = []
    for i in 0..<max(a.count, b.count) {
        guard i < a.count else {
            found.append(
                Unevenness(
                    told: Phrase("it has {named} more", ["named": b[i].named]),
                    source: a.last?.span, translation: b[i].span))
            return found
        }
        guard i < b.count else {
            found.append(
                Unevenness(
                    told: Phrase("{named} is missing", ["named": a[i].named]),
                    source: a[i].span, translation: b.last?.span))
            return found
        }
        guard a[i].isLike(b[i]) else {
            found.append(
                Unevenness(
                    told: Phrase(
                        "{named} stands for {iNamed}", ["named": b[i].named, "iNamed": a[i].named]),
                    source: a[i].span, translation: b[i].span))
            return found
        }
        found += inner(a[i], b[i], links)
    }
    return found
}

private func inner(_ a: Block, _ b: Block, _ links: LinkTargets) -> [Unevenness] {
    switch (a.content, b.content) {
    case (.paragraph(let x), .paragraph(let y)), (.heading(_, let x), .heading(_, let y)):
        return marks(x, y, a.span, b.span, links)
    case (.list(let x), .list(let y)):
        if x.items.count != y.items.count {
            return [
                Unevenness(
                    told: Phrase(
                        "a list has {count} items, not {itemsCount}",
                        ["count": y.items.count, "itemsCount": x.items.count]),
                    source: a.span, translation: b.span)
            ]
        }
        return zip(x.items, y.items).flatMap { differences(between: $0.blocks, and: $1.blocks, links) }
    case (.quote(let x), .quote(let y)):
        return differences(between: x, and: y, links)
    case (.table(let x), .table(let y)):
        if x.header.count != y.header.count || x.rows.count != y.rows.count {
            return [
                Unevenness(
                    told: Phrase(
                        "a table has {count} rows of {headerCount}, not {rowsCount} of {headerCount2}",
                        [
                            "count": y.rows.count, "headerCount": y.header.count, "rowsCount": x.rows.count,
                            "headerCount2": x.header.count,
                        ]
                    ),
                    source: a.span, translation: b.span)
            ]
        }
        return zip([x.header] + x.rows, [y.header] + y.rows).flatMap { rows in
            zip(rows.0, rows.1).flatMap { marks($0.inlines, $1.inlines, $0.span, $1.span, links) }
        }
    default: return []
    }
}

/// Fields, snippets and links of one block against those of the other, in any order: at most one thing is told of a block.
private func marks(
    _ a: [Inline], _ b: [Inline], _ source: Span, _ translation: Span, _ links: LinkTargets
) -> [Unevenness] {
    let (x, y) = (marks(in: a, links), marks(in: b, links))
    func minus(_ all: [Mark], _ taken: [Mark]) -> [Mark] {
        var rest = taken
        return all.filter { mark in
            guard let place = rest.firstIndex(where: { $0.text == mark.text }) else { return true }
            rest.remove(at: place)
            return false
        }
    }
    let missing = minus(x, y)
    let more = minus(y, x)
    if missing.isEmpty, more.isEmpty { return [] }
    func list(_ marks: [Mark]) -> String { marks.map(\.text).joined(separator: ", ") }
    let (gone, new) = (list(missing), list(more))
    let told =
        if more.isEmpty {
            Phrase("{gone} is missing", ["gone": gone])
        } else if missing.isEmpty {
            Phrase("{new} is only here", ["new": new])
        } else {
            Phrase("{new} stands for {gone}", ["new": new, "gone": gone])
        }
    return [Unevenness(told: told, source: missing.first?.span ?? source, translation: more.first?.span ?? translation)]
}

/// A field, a snippet, a role or a link in a text, in the words of the source.
private struct Mark {
    var text: String
    var span: Span
}

private func marks(in inlines: [Inline], _ links: LinkTargets) -> [Mark] {
    var found: [Mark] = []
    inlines.forEachDeep { inline in
        func mark(_ text: String) { found.append(Mark(text: text, span: inline.span)) }
        switch inline.content {
        case .placeholder(let placeholder): mark("{{ \(placeholder.name) }}")
        case .snippet(let id): mark("{{> \(id.value) }}")
        case .roleMention(let id): mark("@\(id)")
        case .link(let link):
            // Pages outside differ from language to language; that there is one does not.
            if case .entity(let target) = links[link] {
                mark("\(target.kind.rawValue):\(target.id)")
            } else {
                mark("link")
            }
        default: break
        }
    }
    return found
}

extension Block {
    fileprivate var isPrinted: Bool { if case .directive = content { false } else { true } }

    fileprivate func isLike(_ other: Block) -> Bool {
        switch (content, other.content) {
        case (.paragraph, .paragraph), (.quote, .quote), (.code, .code), (.table, .table), (.rule, .rule),
            (.alert, .alert):
            true
        case (.heading(let a, _), .heading(let b, _)): a == b
        case (.list(let a), .list(let b)): a.isOrdered == b.isOrdered
        default: false
        }
    }

    fileprivate var named: Phrase {
        switch content {
        case .paragraph: Phrase("a paragraph")
        case .heading(let level, _): Phrase("a heading of level {level}", ["level": level])
        case .list(let list):
            list.isOrdered
                ? Phrase("a numbered list") : Phrase("a list")
        case .quote: Phrase("a quotation")
        case .alert: Phrase("a box")
        case .code: Phrase("a code block")
        case .table: Phrase("a table")
        case .rule: Phrase("a rule")
        case .directive: Phrase("a mark")
        }
    }
}
