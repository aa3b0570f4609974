import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema

/// Languages that things came into, or went from, with all that they say: by their titles. What they said in them is not told text by
/// text.
struct LanguageMoves {
    private struct Move {
        var came: Set<Locale> = []
        var went: Set<Locale> = []

        var all: Set<Locale> { came.union(went) }
    }

    private var moves: [EntityReference: Move] = [:]
    private let sources: (old: Locale, new: Locale)

    init(_ comparison: Comparison, _ differences: PlanComparison) {
        sources = (comparison.base.sourceLocale, comparison.head.sourceLocale)
        for difference in differences.keys where difference.key.name == "title" {
            let old = Self.locales(of: difference.old, sources.old)
            let new = Self.locales(of: difference.new, sources.new)
            // A title that is new, or gone, is no translation.
            if old.isEmpty || new.isEmpty || old == new { continue }
            moves[difference.thing] = Move(came: new.subtracting(old), went: old.subtracting(new))
        }
        if moves.isEmpty { return }
        // What says something else in a language is there in it, whatever becomes of its title.
        for difference in differences.keys where moves[difference.thing] != nil {
            let old = difference.old?.value.locales(sources.old) ?? []
            let new = difference.new?.value.locales(sources.new) ?? []
            moves[difference.thing]?.came.subtract(old)
            moves[difference.thing]?.went.subtract(new)
        }
        for difference in differences.bodies where moves[difference.thing] != nil {
            if difference.old != nil { moves[difference.thing]?.came.remove(difference.locale) }
            if difference.new != nil { moves[difference.thing]?.went.remove(difference.locale) }
        }
    }

    private static func locales(of side: KeyDifference.Side?, _ source: Locale) -> Set<Locale> {
        guard case .text? = side?.value else { return [] }
        return side?.value.locales(source) ?? []
    }

    func moved(_ thing: EntityReference) -> Set<Locale> { moves[thing]?.all ?? [] }

    /// Messages tell it themselves.
    func details(of thing: EntityReference) -> [Phrase] {
        guard thing.kind != .message, let move = moves[thing] else { return [] }
        func sorted(_ locales: Set<Locale>) -> [Locale] { locales.sorted { $0.tag < $1.tag } }
        return sorted(move.came).map { Phrase("now in {locale}", ["locale": $0.title]) }
            + sorted(move.went).map { Phrase("no longer in {locale}", ["locale": $0.title]) }
    }

    func isLoss(_ thing: EntityReference) -> Bool { !(moves[thing]?.went.isEmpty ?? true) }

    /// What differs beside them; nil where nothing else does.
    func rest(of difference: KeyDifference) -> KeyDifference? {
        let moved = moved(difference.thing)
        if moved.isEmpty { return difference }
        var rest = difference
        rest.old = difference.old.flatMap { Self.rest(of: $0, moved, sources.old) }
        rest.new = difference.new.flatMap { Self.rest(of: $0, moved, sources.new) }
        switch (rest.old?.value, rest.new?.value) {
        case (nil, nil): return nil
        case (let old?, let new?): return old.means(new, difference.key.form) ? nil : rest
        default: return rest
        }
    }

    private static func rest(
        of side: KeyDifference.Side, _ moved: Set<Locale>, _ source: Locale
    ) -> KeyDifference.Side? {
        var side = side
        side.value = side.value.without(moved, source)
        return side.value.isEmptyText ? nil : side
    }
}

extension FormValue {
    /// The languages of its texts; those for no language are for the one that the plan is written in.
    fileprivate func locales(_ source: Locale) -> Set<Locale> {
        switch self {
        case .word, .reference, .stage: []
        case .text(let text): Set(text.versions.map { $0.locale ?? source })
        case .list(let values): values.reduce(into: []) { $0.formUnion($1.locales(source)) }
        case .map(let pairs): pairs.reduce(into: []) { $0.formUnion($1.value.locales(source)) }
        case .record(let fields, _): fields.reduce(into: []) { $0.formUnion($1.value.locales(source)) }
        }
    }

    /// Without the texts in some languages; those for no language are for the one that the plan is written in.
    fileprivate func without(_ locales: Set<Locale>, _ source: Locale) -> FormValue {
        switch self {
        case .word, .reference, .stage: return self
        case .text(let text):
            return .text(
                LocalizedText(
                    text.versions.filter { !locales.contains($0.locale ?? source) }.map {
                        LocalizedText.Version(locale: $0.locale ?? source, text: $0.text)
                    }))
        case .list(let values): return .list(values.map { $0.without(locales, source) })
        case .map(let pairs): return .map(pairs.map { Pair($0.key, $0.value.without(locales, source)) })
        case .record(let fields, let span):
            return .record(
                fields.map { Field($0.place, $0.value.without(locales, source)) }.filter { !$0.value.isEmptyText }, span
            )
        }
    }

    fileprivate var isEmptyText: Bool {
        if case .text(let text) = self { text.isEmpty } else { false }
    }
}
