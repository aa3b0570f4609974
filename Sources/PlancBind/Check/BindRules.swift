import PlancDiagnostics
import PlancMarkup
import PlancSchema
import PlancSource

/// A rule about the form of what is written: against the schema.
protocol FormRule: RuleDescription {}

extension FormRule {
    static var group: RuleGroup { .reading }
    static var severity: Severity { .error }
}

/// A rule about what things of the plan have to do with each other.
protocol BindingRule: RuleDescription {}

extension BindingRule {
    static var group: RuleGroup { .binding }
    static var severity: Severity { .error }
}

/// A rule about references to nothing, one for each kind that is referred to.
protocol UnknownThing: BindingRule {
    /// The kind of thing that is referred to.
    static var kind: EntityKind { get }
    /// "unknown role 'x'": what stands before the name.
    static var unknown: Phrase { get }
    /// Where such things are declared.
    static var declaredIn: Phrase { get }
}

extension UnknownThing {
    static func finding(_ name: String, at span: Span, nearest: String?, replacement: Span? = nil, help: Phrase? = nil)
        -> Finding
    {
        finding(
            at:
                span,
            Phrase("{unknown} '{name}'", ["unknown": unknown, "name": name]),
            caption: nearest.map(Say.didYouMean),
            help: [help ?? (nearest == nil ? declaredIn : nil)],
            fixes: nearest.map { [Say.replace(replacement ?? span, by: $0)] } ?? [])
    }
}

/// Phrases that many findings share.
enum Say {
    /// Words of the author's, in quotes.
    static func quoting(_ words: String) -> Phrase {
        Phrase("'{words}'", ["words": words])
    }

    static func didYouMean(_ name: String) -> Phrase {
        Phrase("did you mean '{name}'?", ["name": name])
    }

    static func replace(_ span: Span, by text: String) -> Fix {
        Fix(Phrase("write '{text}'", ["text": text]), [Fix.Edit(span, text)], isSafe: false)
    }

    /// A form with an example: "a date, as in 'verified: 2026-02-02'".
    static func example(_ key: KeySchema) -> Phrase {
        Phrase(
            "for example '{key}: {example}'",
            ["key": key.name, "example": key.exampleTold ?? Phrase(verbatim: key.example)]
        )
    }

    /// Text of the author's own, short enough for one line.
    static func quoted(_ text: String) -> String {
        let line =
            text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init) ?? ""
        return line.count > 60 || line.utf8.count < text.utf8.count ? line.prefix(60) + "…" : line
    }
}
