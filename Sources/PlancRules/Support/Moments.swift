import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

extension Timeline {
    /// A label where the time of a step is written (or at the step itself).
    func label(_ entry: Int, _ text: (Phrase) -> Phrase) -> Label {
        let step = entries[entry]
        let moment = step.minutes.map { Phrase.moment(minutes: $0) } ?? Phrase("no time")
        return Label(step.timeSpan ?? step.step.span, text(moment))
    }
}

/// What makes two faults of time one: the same numbers at the same places, in several scenarios.
struct TimedFault: Hashable {
    var minutes: Int
    var limit: Int
    var span: Span
}
