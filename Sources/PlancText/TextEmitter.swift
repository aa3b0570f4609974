import PlancDocument
import PlancSource

/// A document as text of 80 columns, to be read in a terminal or a repository. The same document gives the same bytes: UTF-8, lines
/// that end in a line feed and carry no spaces at their end.
public func emitText(_ document: Document) -> [UInt8] {
    var page = TextPage(words: document.words)
    let mark = document.watermark.map { "*** \($0) ***" }
    if let mark { page.centred(mark) }
    page.line(String(repeating: "=", count: page.width))
    page.wrapped(document.title)
    if let classification = document.classification { page.line(classification) }
    page.wrapped(stampLine(document.stamp))
    page.line(String(repeating: "=", count: page.width))
    page.blank()
    if !document.purpose.isEmpty {
        page.runs(document.purpose)
        page.blank()
    }
    page.headings = headings(of: document.blocks)
    page.blocks(document.blocks)
    page.blank()
    page.line(String(repeating: "-", count: page.width))
    page.wrapped(
        [document.title, document.classification ?? "", stampLine(document.stamp)].filter { !$0.isEmpty }.joined(
            separator: " · "))
    if let mark { page.centred(mark) }
    return page.bytes
}

/// "Groupe Valmereau · Plan de communication · version 2.3 · 10 février 2026".
private func stampLine(_ stamp: Document.Stamp) -> String {
    [stamp.organisation, stamp.plan, stamp.version, stamp.date, stamp.revision ?? "", stamp.copy ?? ""]
        .filter { !$0.isEmpty }.joined(separator: " · ")
}

/// The headings of a document in its order, for the contents.
private func headings(of blocks: [Block]) -> [(level: Int, text: String)] {
    blocks.flatMap { block -> [(level: Int, text: String)] in
        switch block {
        case .heading(let level, let runs, _): [(level, plainWords(runs.plainText))]
        case .together(let inner), .stress(let inner): headings(of: inner)
        case .leaf(let leaf): headings(of: leaf.whole)
        default: []
        }
    }
}
