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
func differences(between source: [Block], and translation: [Block]) -> [Unevenness] {
    let (a, b) = (source.filter(\.isPrinted), translation.filter(\.isPrinted))
    var found: [Unevenness] = []
    for i in 0..<max(a.count, b.count) {
        guard i < a.count else {
            found.append(
                Unevenness(
                    told: Phrase(en: "it has \(b[i].named.english) more", fr: "elle a \(b[i].named.french) de plus"),
                    source: a.last?.span, translation: b[i].span))
            return found
        }
        guard i < b.count else {
            found.append(
                Unevenness(
                    told: Phrase(en: "\(a[i].named.english) is missing", fr: "il manque \(a[i].named.french)"),
                    source: a[i].span, translation: b.last?.span))
            return found
        }
        guard a[i].isLike(b[i]) else {
            found.append(
                Unevenness(
                    told: Phrase(
                        en: "\(b[i].named.english) stands for \(a[i].named.english)",
                        fr: "\(b[i].named.french) répond à \(a[i].named.french)"),
                    source: a[i].span, translation: b[i].span))
            return found
        }
        found += inner(a[i], b[i])
    }
    return found
}

private func inner(_ a: Block, _ b: Block) -> [Unevenness] {
    switch (a.content, b.content) {
    case (.paragraph(let x), .paragraph(let y)), (.heading(_, let x), .heading(_, let y)):
        return marks(x, y, a.span, b.span)
    case (.list(let x), .list(let y)):
        if x.items.count != y.items.count {
            return [
                Unevenness(
                    told: Phrase(
                        en: "a list has \(y.items.count) items, not \(x.items.count)",
                        fr: "une liste a \(y.items.count) éléments, non \(x.items.count)"),
                    source: a.span, translation: b.span)
            ]
        }
        return zip(x.items, y.items).flatMap { differences(between: $0.blocks, and: $1.blocks) }
    case (.quote(let x), .quote(let y)):
        return differences(between: x, and: y)
    case (.table(let x), .table(let y)):
        if x.header.count != y.header.count || x.rows.count != y.rows.count {
            return [
                Unevenness(
                    told: Phrase(
                        en: "a table has \(y.rows.count) rows of \(y.header.count), not \(x.rows.count) of \(x.header.count)",
                        fr: "un tableau a \(y.rows.count) lignes de \(y.header.count), non \(x.rows.count) de \(x.header.count)"),
                    source: a.span, translation: b.span)
            ]
        }
        return zip([x.header] + x.rows, [y.header] + y.rows).flatMap { rows in
            zip(rows.0, rows.1).flatMap { marks($0.inlines, $1.inlines, $0.span, $1.span) }
        }
    default: return []
    }
}

/// Fields, snippets and links of one block against those of the other, in any order.
private func marks(_ a: [Inline], _ b: [Inline], _ source: Span, _ translation: Span) -> [Unevenness] {
    let (x, y) = (marks(in: a), marks(in: b))
    func minus(_ all: [String], _ taken: [String]) -> [String] {
        var rest = taken
        return all.filter { mark in
            guard let place = rest.firstIndex(of: mark) else { return true }
            rest.remove(at: place)
            return false
        }
    }
    let missing = minus(x, y)
    let more = minus(y, x)
    func told(_ marks: [String]) -> String { marks.joined(separator: ", ") }
    var found: [Unevenness] = []
    if !missing.isEmpty {
        found.append(
            Unevenness(
                told: Phrase(en: "\(told(missing)) is missing", fr: "il manque \(told(missing))"), source: source,
                translation: translation))
    }
    if !more.isEmpty {
        found.append(
            Unevenness(
                told: Phrase(en: "\(told(more)) is only here", fr: "\(told(more)) n’est qu’ici"), source: source,
                translation: translation))
    }
    return found
}

private func marks(in inlines: [Inline]) -> [String] {
    var found: [String] = []
    inlines.forEachDeep { inline in
        switch inline.content {
        case .placeholder(let placeholder): found.append("{{ \(placeholder.name) }}")
        case .snippet(let id): found.append("{{> \(id.value) }}")
        case .roleMention(let id): found.append("@\(id)")
        case .link(let link):
            // Pages outside differ from language to language; that there is one does not.
            if case .entity(let target) = link.target { found.append("\(target.kind.rawValue):\(target.id)") } else { found.append("link") }
        default: break
        }
    }
    return found
}

extension Block {
    fileprivate var isPrinted: Bool { if case .directive = content { false } else { true } }

    fileprivate func isLike(_ other: Block) -> Bool {
        switch (content, other.content) {
        case (.paragraph, .paragraph), (.quote, .quote), (.code, .code), (.table, .table), (.rule, .rule): true
        case (.heading(let a, _), .heading(let b, _)): a == b
        case (.list(let a), .list(let b)): a.isOrdered == b.isOrdered
        default: false
        }
    }

    fileprivate var named: Phrase {
        switch content {
        case .paragraph: Phrase(en: "a paragraph", fr: "un paragraphe")
        case .heading(let level, _): Phrase(en: "a heading of level \(level)", fr: "un titre de niveau \(level)")
        case .list(let list):
            list.isOrdered
                ? Phrase(en: "a numbered list", fr: "une liste numérotée") : Phrase(en: "a list", fr: "une liste")
        case .quote: Phrase(en: "a quotation", fr: "une citation")
        case .code: Phrase(en: "a code block", fr: "un bloc de code")
        case .table: Phrase(en: "a table", fr: "un tableau")
        case .rule: Phrase(en: "a rule", fr: "un filet")
        case .directive: Phrase(en: "a mark", fr: "une marque")
        }
    }
}
