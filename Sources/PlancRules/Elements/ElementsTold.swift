import PlancMarkup
import PlancModel
import PlancSource

/// Finds the elements that messages tell; remembers what fields cover, and headings: the same ones stand in many messages.
struct ElementReader {
    private let plan: Plan
    private let coveredByField: [String: [Element]]
    private var toldByHeading: [String: Set<Element>] = [:]

    init(_ plan: Plan) {
        self.plan = plan
        coveredByField = Dictionary(
            plan.fields.map { ($0.id, $0.covers.map(\.value)) }, uniquingKeysWith: { first, _ in first })
    }

    /// The elements that a message's source text tells: by a field or snippet that covers them, a heading,
    /// or a mark; facts also by the text it begins with.
    mutating func elementsTold(by message: Message) -> Set<Element> {
        guard let version = message.versions.first else { return [] }
        var told: Set<Element> = []
        var open: Set<String> = []
        collect(version.body.blocks, into: &told, &open)
        // A message that begins with its text and not with a heading begins with the fact.
        let first = version.common.first(where: isPrinted) ?? version.variants.lazy.compactMap { $0.blocks.first(where: isPrinted) }.first
        if case .paragraph? = first?.content { told.insert(.facts) }
        return told
    }

    private mutating func collect(_ blocks: [Block], into told: inout Set<Element>, _ open: inout Set<String>) {
        var called: [String] = []
        func visit(_ inlines: [Inline]) {
            for inline in inlines {
                switch inline.content {
                case .placeholder(let placeholder):
                    if let covered = coveredByField[placeholder.name] { for element in covered { told.insert(element) } }
                case .snippet(let id): called.append(id.value)
                case .emphasis(let children), .strong(let children): visit(children)
                case .link(let link), .image(let link): visit(link.children)
                case .text, .code, .softBreak, .lineBreak, .roleMention: break
                }
            }
        }
        func visit(_ blocks: [Block]) {
            for block in blocks {
                switch block.content {
                case .directive(.covers(let names)):
                    for name in names { if let element = Element(rawValue: name.value) { told.insert(element) } }
                case .heading(_, let inlines):
                    told.formUnion(elements(ofHeading: inlines))
                    visit(inlines)
                case .paragraph(let inlines): visit(inlines)
                case .list(let list): for item in list.items { visit(item.blocks) }
                case .quote(let blocks): visit(blocks)
                case .table(let table):
                    for cell in table.header { visit(cell.inlines) }
                    for row in table.rows { for cell in row { visit(cell.inlines) } }
                case .code, .rule, .directive: break
                }
            }
        }
        visit(blocks)
        for id in called where open.insert(id).inserted {
            guard let snippet = plan.snippets[id] else { continue }
            told.formUnion(snippet.covers.map(\.value))
            // A snippet inside a snippet lends its elements.
            if let version = snippet.versions.first { collect(version.body.blocks, into: &told, &open) }
        }
    }

    private mutating func elements(ofHeading inlines: [Inline]) -> Set<Element> {
        let heading = inlines.plainText
        if let known = toldByHeading[heading] { return known }
        let words = heading.folded
        var told = ElementHeadings.elements(toldBy: words)
        for own in plan.vocabulary.headings where !told.contains(own.element.value) {
            if own.words.contains(where: { words.hasWords($0.value.folded) }) { told.insert(own.element.value) }
        }
        toldByHeading[heading] = told
        return told
    }
}

private func isPrinted(_ block: Block) -> Bool {
    if case .directive = block.content { false } else { true }
}
