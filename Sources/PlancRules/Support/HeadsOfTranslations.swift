import PlancMarkup
import PlancModel
import PlancSource

/// What stands before the words of a step in a translation, and was lost in the source.
struct HeadsOfTranslations {
    /// A time as it is written in a translation.
    struct Time {
        var written: String
        var span: Span
        var language: Locale
    }

    private let checklist: Checklist
    /// By step: made of the first that lacks a time.
    private lazy var times = found()

    init(_ checklist: Checklist) { self.checklist = checklist }

    /// The time that the first translation which has one gives a step of the source.
    mutating func time(of step: Step) -> Time? { times[step.span] }

    private func found() -> [Span: Time] {
        guard let source = checklist.versions.first else { return [:] }
        var times: [Span: Time] = [:]
        for version in checklist.versions.dropFirst() {
            for (own, other) in pairs(source.stages.flatMap(\.steps), version.stages.flatMap(\.steps)) {
                guard own.offset == nil, let time = other.offset, times[own.span] == nil else { continue }
                times[own.span] = Time(written: time.value.notation, span: time.span, language: version.body.locale)
            }
        }
        return times
    }
}

/// The steps that have a counterpart in a translation, with those below them.
private func pairs(_ own: [Step], _ others: [Step]) -> [(own: Step, other: Step)] {
    let alignment = StepAlignment(own.map(StepTraits.init), others.map(StepTraits.init))
    return alignment.steps.flatMap { step -> [(own: Step, other: Step)] in
        guard case .pair(let a, let b) = step else { return [] }
        return [(own[a], others[b])] + pairs(own[a].substeps, others[b].substeps)
    }
}
