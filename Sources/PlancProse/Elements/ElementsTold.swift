import PlancMarkup
import PlancModel
import PlancSource

/// Some elements, one bit each.
public struct ElementSet: Sendable {
    private var bits: UInt32 = 0

    public init() {}

    init(_ elements: some Sequence<Element>) { for element in elements { insert(element) } }

    /// Whether it is one of them.
    public func contains(_ element: Element) -> Bool { bits & Self.bit(element) != 0 }

    /// Takes in one more.
    public mutating func insert(_ element: Element) { bits |= Self.bit(element) }

    var isEmpty: Bool { bits == 0 }

    func isDisjoint(with other: ElementSet) -> Bool { bits & other.bits == 0 }
    mutating func formUnion(_ other: ElementSet) { bits |= other.bits }

    private static func bit(_ element: Element) -> UInt32 {
        switch element {
        case .facts: 1
        case .unknowns: 1 << 1
        case .impact: 1 << 2
        case .measures: 1 << 3
        case .advice: 1 << 4
        case .nextUpdate: 1 << 5
        case .contact: 1 << 6
        case .authenticity: 1 << 7
        case .empathy: 1 << 8
        case .data: 1 << 9
        case .consequences: 1 << 10
        case .changed: 1 << 11
        case .apology: 1 << 12
        case .thanks: 1 << 13
        case .verdict: 1 << 14
        case .offer: 1 << 15
        }
    }
}

/// Finds the elements that messages tell; remembers what fields cover, and headings: the same ones stand in many messages.
public struct ElementReader {
    private let plan: Plan
    /// Of the fields that cover something.
    private var coveredByField: [String: ElementSet] = [:]
    /// The plan's own headings, folded.
    private let ownHeadings: [(element: Element, words: [[UInt8]])]
    private var toldByHeading: [String: ElementSet] = [:]

    public init(_ plan: Plan) {
        self.plan = plan
        ownHeadings = plan.vocabulary.headings.map { ($0.element.value, $0.words.map { Array($0.value.folded.utf8) }) }
        for (place, field) in plan.fields.enumerated()
        where !field.covers.isEmpty && plan.fields.index(of: field.id) == place {
            coveredByField[field.id] = ElementSet(field.covers.map(\.value))
        }
    }

    /// The elements that a message's source text tells: by a field or snippet that covers them, a heading, a label
    /// or a mark; facts also by the text it begins with.
    public mutating func elementsTold(by message: Message) -> ElementSet {
        guard let version = message.versions.first else { return ElementSet() }
        var told = ElementSet()
        var open: Set<String> = []
        collect(version.body.blocks, into: &told, &open)
        // A message that begins with its text and not with a heading begins with the fact.
        let first =
            version.common.first(where: isPrinted)
            ?? version.variants.lazy.compactMap { $0.blocks.first(where: isPrinted) }.first
        if case .paragraph? = first?.content { told.insert(.facts) }
        return told
    }

    /// The elements that a translation tells: those that its own words tell, and those that the blocks of the source tell which
    /// it has too. A mark in the source speaks for what stands before it.
    public mutating func elementsTold(by translation: Message.Version, of message: Message) -> ElementSet {
        var told = ElementSet()
        var open: Set<String> = []
        collect(translation.body.blocks, into: &told, &open)
        guard let source = message.versions.first?.body.blocks else { return told }
        let blocks = source.filter(isPrinted)
        let others = translation.body.blocks.filter(isPrinted)
        let alignment = BlockAlignment(
            blocks.map { BlockTraits($0, plan.links) }, others.map { BlockTraits($0, plan.links) })
        var isThere = true
        var place = -1
        for block in source {
            if isPrinted(block) {
                place += 1
                let counterpart = alignment.counterpart(of: place)
                isThere =
                    counterpart.map { !others.isEmptyHeading(at: $0) && !blocks.isEmptyHeading(at: place) } ?? false
                if isThere, place == 0, case .paragraph = block.content { told.insert(.facts) }
            }
            // What stands under a heading is the next block of the source.
            if isThere { collect([block], isWhole: false, into: &told, &open) }
        }
        return told
    }

    private mutating func collect(
        _ blocks: [Block], isWhole: Bool = true, into told: inout ElementSet, _ open: inout Set<String>
    ) {
        var called: [String] = []
        visit(blocks, isWhole: isWhole, &told, &called)
        for id in called where open.insert(id).inserted {
            guard let snippet = plan.snippets[id] else { continue }
            told.formUnion(ElementSet(snippet.covers.map(\.value)))
            // A snippet inside a snippet lends its elements.
            if let version = snippet.versions.first { collect(version.body.blocks, into: &told, &open) }
        }
    }

    /// - Parameter isWhole: whether the blocks are all that there is, so that a heading with nothing under it tells nothing.
    private mutating func visit(
        _ blocks: [Block], isWhole: Bool = true, _ told: inout ElementSet, _ called: inout [String]
    ) {
        for (place, block) in blocks.enumerated() {
            switch block.content {
            case .directive(.covers(let names)):
                for name in names { if let element = LegalTerms.item(name.value)?.element { told.insert(element) } }
            case .heading(_, let inlines):
                if !isWhole || !blocks.isEmptyHeading(at: place) { told.formUnion(elements(ofHeading: inlines)) }
                visit(inlines, &told, &called)
            case .paragraph(let inlines):
                for label in inlines.labels { told.formUnion(elements(ofHeading: label)) }
                if !told.contains(.unknowns), inlines.sayWhatIsUnknown { told.insert(.unknowns) }
                visit(inlines, &told, &called)
            case .list(let list): for item in list.items { visit(item.blocks, &told, &called) }
            case .quote(let blocks), .alert(_, let blocks): visit(blocks, &told, &called)
            case .table(let table):
                for cell in table.header { visit(cell.inlines, &told, &called) }
                for row in table.rows { for cell in row { visit(cell.inlines, &told, &called) } }
            case .code, .rule, .directive: break
            }
        }
    }

    private func visit(_ inlines: [Inline], _ told: inout ElementSet, _ called: inout [String]) {
        for inline in inlines {
            switch inline.content {
            case .placeholder(let placeholder):
                // The address of a channel tells whom to ask.
                if placeholder.name.hasPrefix("channel."), placeholder.name.hasSuffix(".address") {
                    told.insert(.contact)
                }
                if !coveredByField.isEmpty, let covered = coveredByField[placeholder.name] { told.formUnion(covered) }
            case .snippet(let id): called.append(id.value)
            case .emphasis(let children), .strong(let children), .strikethrough(let children):
                visit(children, &told, &called)
            case .link(let link), .image(let link): visit(link.children, &told, &called)
            case .text, .code, .softBreak, .lineBreak, .roleMention: break
            }
        }
    }

    private mutating func elements(ofHeading inlines: [Inline]) -> ElementSet {
        // Most headings are one piece of text.
        if inlines.count == 1, case .text(let words) = inlines[0].content { return elements(ofHeading: words) }
        return elements(ofHeading: inlines.plainText)
    }

    private mutating func elements(ofHeading heading: String) -> ElementSet {
        if let known = toldByHeading[heading] { return known }
        let folded = Array(heading.folded.utf8)
        var told = ElementHeadings.elements(toldBy: folded)
        for own in ownHeadings where !told.contains(own.element) {
            if own.words.contains(where: folded.hasWords) { told.insert(own.element) }
        }
        toldByHeading[heading] = told
        return told
    }
}

extension [Block] {
    /// Whether a block is a heading with nothing to read under it: no text of its own, and none under headings below it.
    public func isEmptyHeading(at place: Int) -> Bool {
        guard case .heading(let level, _) = self[place].content else { return false }
        for block in self[(place + 1)...] {
            switch block.content {
            case .directive, .rule: continue
            case .heading(let next, _): if next <= level { return true }
            default: return false
            }
        }
        return true
    }
}

private func isPrinted(_ block: Block) -> Bool {
    if case .directive = block.content { false } else { true }
}
