import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

extension Library {
    /// When an obligation of the library applies, and whose law it is: what a plan that does not use it is asked.
    public struct Applicability: Sendable {
        public var id: String
        public var title: Phrase
        public var jurisdiction: String
        public var when: [Condition]
        public var unless: [Condition]
        /// The obligation that it refines.
        public var overlays: String?
        /// The ids of the first edition in whose place it is.
        public var replaces: [String]
        /// The first day on which it is law, where that is stated.
        public var from: CalendarDate?
    }

    /// Of every obligation that a plan may take, in the order written; not of templates of contracts.
    public static let applicable: [Applicability] = {
        let entries = builtIn.entries
        return entries.filter { $0.isUsable && !$0.isFirstEdition }.compactMap { entry in
            guard let jurisdiction = entry.word("jurisdiction"), jurisdiction != Jurisdictions.contract else {
                return nil
            }
            return Applicability(
                id: entry.id, title: entry.titlePhrase, jurisdiction: jurisdiction,
                when: entry.conditions("when"), unless: entry.conditions("unless"), overlays: entry.word("overlays"),
                replaces: entries.filter { $0.isFirstEdition && $0.successors.contains(entry.id) }.map(\.id),
                from: entry.value("status")?["from"]?.scalar.flatMap { CalendarDate(iso: $0.value) })
        }
    }()
}

extension Library.Entry {
    fileprivate func value(_ key: String) -> YAMLNode? { entries.first { $0.key.value == key }?.value }

    fileprivate func word(_ key: String) -> String? { value(key)?.scalar?.value }

    fileprivate func conditions(_ key: String) -> [Condition] {
        guard case .list(let values)? = value(key).flatMap(FormValue.init(verbatim:)) else { return [] }
        return values.compactMap { Condition($0) }
    }
}

extension FormValue {
    /// What a node of the library says, word for word.
    fileprivate init(verbatim node: YAMLNode) {
        switch node.content {
        case .scalar(let text, _): self = .word(Located(text, node.span))
        case .sequence(let nodes): self = .list(nodes.map { FormValue(verbatim: $0) })
        case .mapping(let entries):
            self = .map(entries.map { Pair(.word($0.key), FormValue(verbatim: $0.value)) })
        }
    }
}
