import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource

/// The lines of the texts in front matter that are written for each language and are said otherwise: what differs on pages because of
/// them differs in its own way in each language.
func translatedLines(_ differences: [KeyDifference], _ base: PlanState, _ head: PlanState) -> Set<SourcePlace> {
    var lines: Set<SourcePlace> = []
    for difference in differences {
        let (old, new) = (difference.old?.value.translations ?? [], difference.new?.value.translations ?? [])
        let (before, after) = (Set(old.map(\.value)), Set(new.map(\.value)))
        for text in new where !before.contains(text.value) {
            lines.formUnion(places(of: text.span, head, isOfBase: false))
        }
        for text in old where !after.contains(text.value) {
            lines.formUnion(places(of: text.span, base, isOfBase: true))
        }
    }
    return lines
}

private func places(of span: Span, _ state: PlanState, isOfBase: Bool) -> [SourcePlace] {
    let (place, lines) = state.lines(of: span)
    return lines.map { SourcePlace(path: place.path, line: $0, isOfBase: isOfBase) }
}

extension FormValue {
    /// The texts in it that are for one language.
    fileprivate var translations: [Located<String>] {
        switch self {
        case .word, .reference, .stage: []
        case .text(let text): text.versions.filter { $0.locale != nil }.map(\.text)
        case .list(let values): values.flatMap(\.translations)
        case .map(let pairs): pairs.flatMap(\.value.translations)
        case .record(let fields, _): fields.flatMap(\.value.translations)
        }
    }
}
