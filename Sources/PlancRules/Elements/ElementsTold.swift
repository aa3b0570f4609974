import PlancMarkup
import PlancModel
import PlancSource

extension Plan {
    /// The elements that a message's source text tells: by a field or snippet that covers them, a heading,
    /// or a mark; facts also by the text it begins with.
    func elementsTold(by message: Message) -> Set<Element> {
        guard let version = message.versions.first else { return [] }
        var told: Set<Element> = []
        var open: Set<String> = []
        collect(version.body.blocks, into: &told, &open)
        // A message that begins with its text and not with a heading begins with the fact.
        let first = (version.common + version.variants.flatMap(\.blocks)).first { block in
            if case .directive = block.content { false } else { true }
        }
        if case .paragraph? = first?.content { told.insert(.facts) }
        return told
    }

    private func collect(_ blocks: [Block], into told: inout Set<Element>, _ open: inout Set<String>) {
        var called: [String] = []
        var found: Set<Element> = []
        blocks.forEachDeep { block in
            switch block.content {
            case .directive(.covers(let names)):
                for name in names { if let element = Element(rawValue: name.value) { found.insert(element) } }
            case .heading(_, let inlines):
                found.formUnion(elements(ofHeading: inlines.plainText))
            default: break
            }
        }
        blocks.forEachInline { inline in
            switch inline.content {
            case .placeholder(let placeholder):
                for element in fields[placeholder.name]?.covers ?? [] { found.insert(element.value) }
            case .snippet(let id): called.append(id.value)
            default: break
            }
        }
        told.formUnion(found)
        for id in called where open.insert(id).inserted {
            guard let snippet = snippets[id] else { continue }
            told.formUnion(snippet.covers.map(\.value))
            // A snippet inside a snippet lends its elements.
            if let version = snippet.versions.first { collect(version.body.blocks, into: &told, &open) }
        }
    }

    private func elements(ofHeading heading: String) -> Set<Element> {
        let words = heading.folded
        var told = ElementHeadings.elements(toldBy: words)
        for own in vocabulary.headings where !told.contains(own.element.value) {
            if own.words.contains(where: { words.hasWords($0.value.folded) }) { told.insert(own.element.value) }
        }
        return told
    }
}
