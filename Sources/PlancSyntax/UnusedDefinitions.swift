import PlancDiagnostics
import PlancSource

extension BodyReader {
    /// Reports the definitions of links (`[Hotline]: 0800-123456`) that no link and no picture leads by: they are on no page.
    mutating func reportUnusedDefinitions() {
        let taken = taken
        for definition in inlineReader.definitions.written {
            if inlineReader.usedDefinitions.contains(Int32(definition.destination.lowerBound)) { continue }
            let place = Int(definition.span.lower)
            let after = taken.partitioningIndex { $0.lowerBound <= place }
            if after > 0, place < taken[after - 1].upperBound { continue }
            report(
                UnprintedText.definition(at: definition.span, words: definition.words, asWords: asWords(definition)))
        }
    }

    /// What makes words of a definition: an item of a list where others stand right above or below it.
    private func asWords(_ definition: Definitions.Written) -> [Fix.Edit] {
        let lower = Int(definition.span.lower)
        let line = lines.line(at: lower)
        func isDefinition(_ line: Int) -> Bool {
            (0..<lines.count).contains(line) && lines.start(line) < lines.end(line)
                && bytes[lines.start(line)] == UInt8(ascii: "[")
        }
        let isListed = lower == lines.start(line) && (isDefinition(line - 1) || isDefinition(line + 1))
        var edits = [
            Fix.Edit(span(lower, definition.label.lowerBound), isListed ? "- " : ""),
            Fix.Edit(span(definition.label.upperBound, definition.label.upperBound + 1), ""),
        ]
        let (first, last) = (definition.destination.lowerBound, definition.destination.upperBound)
        if bytes[first - 1] == UInt8(ascii: "<"), bytes[last] == UInt8(ascii: ">") {
            edits += [Fix.Edit(span(first - 1, first), ""), Fix.Edit(span(last, last + 1), "")]
        }
        return edits
    }
}
