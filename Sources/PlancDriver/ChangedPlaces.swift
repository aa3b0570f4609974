import PlancDiagnostics
import PlancSource

extension Report {
    /// Puts findings where a reviewer of a change sees them: one whose place is on no changed line, and that has a label which is,
    /// stands at that label.
    public mutating func putWhereChanged(since base: SourceSet) {
        var changes = FileChanges(from: base, to: sources)
        func isChanged(_ span: Span) -> Bool { changes.isChanged(span, in: sources[span.file].path) }
        for place in findings.indices where !isChanged(findings[place].span) {
            guard let label = findings[place].labels.firstIndex(where: { isChanged($0.span) }) else { continue }
            findings[place] = findings[place].standing(atLabel: label)
        }
    }
}

extension Finding {
    /// The same finding told at one of its labels, its own place among the labels.
    fileprivate func standing(atLabel place: Int) -> Finding {
        var finding = self
        let label = labels[place]
        finding.labels[place] = Label(span, caption ?? message)
        finding.span = label.span
        finding.caption = label.text
        return finding
    }
}
