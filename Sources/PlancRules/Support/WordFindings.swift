import PlancDiagnostics
import PlancProse

extension Rule {
    /// A finding for each word of a verdict; `message` says what the words do.
    static func reportWords(
        _ context: RuleContext, _ verdict: WordVerdict, message: (_ words: Phrase) -> Phrase, report: (Finding) -> Void
    ) {
        for word in context.texts.words where word.verdict == verdict {
            var found = finding(at: word.span, message(.quoting(word.words.onOneLine)), help: word.help)
            if word.isRemark { found.severity = min(severity, .note) }
            report(found)
        }
    }
}

extension String {
    /// One line: line breaks inside quoted words are spaces.
    var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
