import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSource

/// Where two languages of a text part: what is told of it, and both places (nil: it is not there).
public struct Unevenness {
    public var told: Phrase
    public var source: Span?
    public var translation: Span?
    /// What stands under the place in the translation.
    public var caption: Phrase?
    /// Whether it is a number of the text alone, which languages may write otherwise.
    public var isNumber = false
    /// Whether it is a word that denies, or a sentence by its length, which languages may say otherwise.
    public var isNegation = false
}

/// What two texts are compared by: where their links lead, and the languages that they are in.
public struct TranslationContext {
    let links: LinkTargets
    let locales: [Locale]

    public init(_ links: LinkTargets, _ locales: [Locale]) { (self.links, self.locales) = (links, locales) }
}

/// Compares two texts block by block, those that say the same with each other.
public func differences(
    between source: [Block], and translation: [Block], _ comparison: TranslationContext
) -> [Unevenness] {
    let links = comparison.links
    let (a, b) = (source.filter(\.isPrinted), translation.filter(\.isPrinted))
    let alignment = BlockAlignment(a.map { BlockTraits($0, links) }, b.map { BlockTraits($0, links) })
    var found: [Unevenness] = []
    var (missing, added) = ([Int](), [Int]())
    func settleGap(before next: Int) {
        let after = b[..<(added.first ?? next)].last
        found += gap(missing.map { a[$0] }, added.map { b[$0] }, after: after, before: b[next...].first)
        (missing, added) = ([], [])
    }
    for step in alignment.steps {
        switch step {
        case .missing(let block): missing.append(block)
        case .added(let block): added.append(block)
        case .pair(let block, let other):
            settleGap(before: other)
            found += inner(a[block], b[other], comparison)
        }
    }
    settleGap(before: b.count)
    return found
}

/// What one text has and the other has not between two blocks that both have.
private func gap(_ missing: [Block], _ added: [Block], after: Block?, before: Block?) -> [Unevenness] {
    let exchanged = zip(missing, added).map { block, other in
        Unevenness(told: exchange(of: block, for: other), source: block.span, translation: other.span)
    }
    let last = added.last ?? after
    let gone = sections(missing.dropFirst(added.count)).map { section in
        Unevenness(
            told: section.told(
                heading: { Phrase("the heading '{title}' is missing", ["title": $0]) },
                section: { Phrase("the section '{title}' is missing", ["title": $0]) },
                block: { Phrase("{named} is missing", ["named": $0]) }),
            source: section[0].span, translation: (last ?? before)?.span,
            caption: last == nil ? Phrase("missing before this") : Phrase("missing after this"))
    }
    let new = sections(added.dropFirst(missing.count)).map { section in
        Unevenness(
            told: section.told(
                heading: { Phrase("the heading '{title}' is only here", ["title": $0]) },
                section: { Phrase("the section '{title}' is only here", ["title": $0]) },
                block: { Phrase("it has {named} more", ["named": $0]) }),
            translation: section[0].span)
    }
    return exchanged + gone + new
}

/// Two of one kind are told apart by their words.
private func exchange(of block: Block, for other: Block) -> Phrase {
    if case .heading(_, let gone) = block.content, case .heading(_, let new) = other.content {
        return Phrase("the heading '{new}' stands for '{gone}'", ["new": new.plainText, "gone": gone.plainText])
    }
    let (named, iNamed) = (other.named, block.named)
    if named.english == iNamed.english { return Phrase("{named} says something else", ["named": named]) }
    return Phrase("{named} stands for {iNamed}", ["named": named, "iNamed": iNamed])
}

/// A heading with what stands under it is one thing; another block is one by itself.
private func sections(_ blocks: ArraySlice<Block>) -> [[Block]] {
    var found: [[Block]] = []
    var open: Int?
    for block in blocks {
        if case .heading(let level, _) = block.content {
            if let open, level > open {
                found[found.count - 1].append(block)
            } else {
                found.append([block])
                open = level
            }
        } else if open != nil {
            found[found.count - 1].append(block)
        } else {
            found.append([block])
        }
    }
    return found
}

extension [Block] {
    fileprivate func told(
        heading: (String) -> Phrase, section: (String) -> Phrase, block: (Phrase) -> Phrase
    ) -> Phrase {
        guard case .heading(_, let inlines) = self[0].content else { return block(self[0].named) }
        return count == 1 ? heading(inlines.plainText) : section(inlines.plainText)
    }
}

private func inner(_ a: Block, _ b: Block, _ comparison: TranslationContext) -> [Unevenness] {
    switch (a.content, b.content) {
    case (.paragraph(let x), .paragraph(let y)), (.heading(_, let x), .heading(_, let y)):
        return inlines(x, y, a.span, b.span, comparison)
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
        return zip(x.items, y.items).flatMap { differences(between: $0.blocks, and: $1.blocks, comparison) }
    case (.quote(let x), .quote(let y)), (.alert(_, let x), .alert(_, let y)):
        return differences(between: x, and: y, comparison)
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
            zip(rows.0, rows.1).flatMap { inlines($0.inlines, $1.inlines, $0.span, $1.span, comparison) }
        }
    default: return []
    }
}

/// What two pieces of running text have in common in every language: fields, snippets and links, and then numbers.
private func inlines(
    _ a: [Inline], _ b: [Inline], _ source: Span, _ translation: Span, _ comparison: TranslationContext
) -> [Unevenness] {
    let found = marks(a, b, source, translation, comparison.links)
    if !found.isEmpty { return found }
    if let uneven = unevenNumbers(a, b, source, translation, comparison.locales) { return [uneven] }
    if let denial = lostNegation(a.plainText, b.plainText, comparison.locales) {
        return [
            Unevenness(
                told: Phrase("one says '{denial}', the other denies nothing", ["denial": denial]), source: source,
                translation: translation, isNegation: true)
        ]
    }
    let (own, other) = (sentences(in: a), sentences(in: b))
    if let lost = lostSentence(own, other, comparison.locales) {
        return [
            Unevenness(
                told: Phrase("a sentence seems to be missing"), source: lost.span ?? source, translation: translation,
                isNegation: true)
        ]
    }
    guard let added = lostSentence(other, own, comparison.locales.reversed()) else { return [] }
    return [
        Unevenness(
            told: Phrase("a sentence seems to be only here"), source: source, translation: added.span ?? translation,
            isNegation: true)
    ]
}

/// The numbers that one of two pieces of text has and the other has not; nil where they have the same.
func unevenNumbers(
    _ a: [Inline], _ b: [Inline], _ source: Span, _ translation: Span, _ locales: [Locale]
) -> Unevenness? {
    let (missing, added) = numbersApart(a, b, locales)
    if missing.isEmpty, added.isEmpty { return nil }
    return Unevenness(
        told: numbersTold(missing.map(\.digits), added.map(\.digits)), source: missing.first?.span ?? source,
        translation: added.first?.span ?? translation, isNumber: true)
}

private func numbersTold(_ missing: [String], _ added: [String]) -> Phrase {
    let (gone, new) = (missing.joined(separator: ", "), added.joined(separator: ", "))
    if added.isEmpty { return Phrase("the number {gone} is missing", ["gone": gone]) }
    if missing.isEmpty { return Phrase("the number {new} is only here", ["new": new]) }
    return Phrase("the number {new} stands for {gone}", ["new": new, "gone": gone])
}

/// What is there instead of what; nil where nothing differs.
public func apart(_ missing: [String], _ added: [String]) -> Phrase? {
    let (gone, new) = (missing.joined(separator: ", "), added.joined(separator: ", "))
    if added.isEmpty { return missing.isEmpty ? nil : Phrase("{gone} is missing", ["gone": gone]) }
    if missing.isEmpty { return Phrase("{new} is only here", ["new": new]) }
    return Phrase("{new} stands for {gone}", ["new": new, "gone": gone])
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
    guard let told = apart(missing.map(\.text), more.map(\.text)) else { return [] }
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
        if let text = inline.mark(links) { found.append(Mark(text: text, span: inline.span)) }
    }
    return found
}

extension Block {
    fileprivate var isPrinted: Bool { if case .directive = content { false } else { true } }

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
