import PlancSource

/// How much a finding matters.
public enum Severity: String, Comparable, CaseIterable, Sendable {
    case note, warning, error

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }

    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

/// Another place that belongs to a finding, and what it has to do with it.
public struct Label: Hashable, Sendable {
    public var span: Span
    public var text: Phrase

    public init(_ span: Span, _ text: Phrase) {
        self.span = span
        self.text = text
    }
}

/// A change that mends a finding: each span is replaced by its text.
public struct Fix: Hashable, Sendable {
    /// Bytes to put in place of others.
    public struct Edit: Hashable, Sendable {
        public var span: Span
        public var replacement: String

        public init(_ span: Span, _ replacement: String) {
            self.span = span
            self.replacement = replacement
        }
    }

    /// What the change does, in the imperative.
    public var title: Phrase
    public var edits: [Edit]
    /// True when the change cannot alter what the plan means against its author's will: `--fix` may make it unasked.
    public var isSafe: Bool

    public init(_ title: Phrase, _ edits: [Edit], isSafe: Bool) {
        self.title = title
        self.edits = edits
        self.isSafe = isSafe
    }
}

/// One thing that is wrong, or could be better, at its place.
public struct Finding: Hashable, Sendable {
    /// The name of the rule, as in `role-without-deputy`.
    public var rule: String
    /// What of a rule with many parts it is: the item of a profile (`log-keeper`); authors may allow it by this name alone.
    public var item: String?
    public var severity: Severity
    /// The smallest span that a person has to change.
    public var span: Span
    /// Lower case, one clause, no full stop; the author's things in quotes.
    public var message: Phrase
    /// What stands under the caret, a few words.
    public var caption: Phrase?
    public var labels: [Label]
    /// How to mend it.
    public var help: [Phrase]
    public var fixes: [Fix]
    /// Findings that this one stands for: what is told of each thing alone where not all of them lack it. Empty of most.
    public var counted: [Finding] = []

    public init(
        rule: String, item: String? = nil, severity: Severity, span: Span, message: Phrase, caption: Phrase? = nil,
        labels: [Label] = [],
        help: [Phrase] = [], fixes: [Fix] = []
    ) {
        self.rule = rule
        self.item = item
        self.severity = severity
        self.span = span
        self.message = message
        self.caption = caption
        self.labels = labels
        self.help = help
        self.fixes = fixes
    }
}

extension Finding {
    /// By place, then severity (worst first), then name.
    public static func inReadingOrder(_ a: Finding, _ b: Finding) -> Bool {
        if a.span.file != b.span.file { return a.span.file < b.span.file }
        if a.span.lower != b.span.lower { return a.span.lower < b.span.lower }
        if a.severity != b.severity { return a.severity > b.severity }
        if a.rule != b.rule { return a.rule < b.rule }
        return (a.span.upper, a.message.english) < (b.span.upper, b.message.english)
    }
}
