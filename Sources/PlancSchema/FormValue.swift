import PlancMarkup
import PlancModel
import PlancSource

/// The value of a key, free of the type that it has in the model: what a front matter says once it was understood, and what
/// a thing of the plan says when it is asked. Reports, `plan.json`, `show` and comparisons are made of it.
public enum FormValue: Sendable {
    /// A word, number, date, duration, address …: in the notation of the plan language.
    case word(Located<String>)
    /// A text in its locales.
    case text(LocalizedText)
    /// A thing of the plan, found.
    case reference(TypedReference)
    /// An obligation, or one of its stages.
    case stage(Reference, Located<String>?)
    case list([FormValue])
    /// A map whose keys the author chose, in the order written.
    case map([Pair])
    /// A map with known keys, and where it is written.
    case record([Field], Span)

    /// A key of a map and its value.
    public struct Pair: Sendable {
        public var key: FormValue
        public var value: FormValue

        public init(_ key: FormValue, _ value: FormValue) {
            self.key = key
            self.value = value
        }
    }

    /// One key of a map with known keys.
    public struct Field: Sendable {
        /// The place of the key among those of its map.
        public var place: Int
        public var value: FormValue

        public init(_ place: Int, _ value: FormValue) {
            self.place = place
            self.value = value
        }
    }

    /// The same value as if all of it were written at one place.
    public func placed(at span: Span) -> FormValue {
        switch self {
        case .word(let word): .word(Located(word.value, span))
        case .text(let text):
            .text(LocalizedText(text.versions.map { .init(locale: $0.locale, text: Located($0.text.value, span)) }))
        case .reference(let reference): .reference(TypedReference(reference.target, span))
        case .stage(let obligation, let stage):
            .stage(Reference(obligation.id, span), stage.map { Located($0.value, span) })
        case .list(let values): .list(values.map { $0.placed(at: span) })
        case .map(let pairs): .map(pairs.map { Pair($0.key.placed(at: span), $0.value.placed(at: span)) })
        case .record(let fields, _): .record(fields.map { Field($0.place, $0.value.placed(at: span)) }, span)
        }
    }

    /// Where it is written: of several values, from the first to the last; nil of what is nowhere.
    public var span: Span? {
        switch self {
        case .word(let word): word.span
        case .text(let text): Self.whole(text.versions.map(\.text.span))
        case .reference(let reference): reference.span
        case .stage(let obligation, let stage): stage.map { obligation.span.union($0.span) } ?? obligation.span
        case .list(let values): Self.whole(values.compactMap(\.span))
        case .map(let pairs): Self.whole(pairs.flatMap { [$0.key.span, $0.value.span].compactMap { $0 } })
        case .record(_, let span): span
        }
    }

    /// The smallest span that holds all those that are in the file of the first.
    private static func whole(_ spans: [Span]) -> Span? {
        guard let first = spans.first else { return nil }
        return spans.dropFirst().filter { $0.file == first.file }.reduce(first) { $0.union($1) }
    }
}
