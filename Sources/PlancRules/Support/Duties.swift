import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

/// A stage that is met too late, or nearly: the same stage by the same step, in several scenarios.
struct TightDuty: Hashable {
    var obligation: String
    var stage: Int
    var margin: Int
    var span: Span
}

extension RuleContext {
    /// The stages whose margin is in a range, each with the scenarios it is so in.
    func duties(where isTight: (_ margin: Int, _ wanted: Int) -> Bool) -> [(
        key: TightDuty, faults: [(scenario: JudgedScenario, fault: StageStatus)]
    )] {
        var gathered = FindingGroups<TightDuty, StageStatus>()
        for judged in scenarios {
            for duty in judged.timeline.duties where duty.isBinding {
                guard let margin = duty.margin, let wanted = duty.wantedMargin, let fulfilment = duty.fulfilment,
                    isTight(margin, wanted)
                else { continue }
                let key = TightDuty(
                    obligation: duty.obligation, stage: duty.stage, margin: margin, span: fulfilment.span)
                gathered.add(key, judged, duty)
            }
        }
        return gathered.groups
    }

    /// Where a finding about what meets a stage stands: at the message, or the step that meets it alone.
    func place(of fulfilment: StageStatus.Fulfilment) -> Span {
        fulfilment.message.flatMap { plan.messages[$0]?.nameSpan } ?? fulfilment.span
    }

    /// The two times of a stage: when it is met, and by when it must be.
    func labels(_ duty: StageStatus, _ obligation: Obligation, _ timeline: Timeline) -> [Label] {
        var labels: [Label] = []
        if let entry = duty.fulfilment?.entry {
            labels.append(timeline.label(entry) { Phrase("leaves at {name}", ["name": $0]) })
        }
        let stage = obligation.stages[duty.stage]
        if let deadline = duty.deadline {
            let due = Phrase.moment(minutes: deadline)
            let place =
                obligation.isBuiltIn ? duty.reference.span : stage.deadline?.span ?? stage.due?.span ?? stage.span
            labels.append(Label(place, Phrase("due by {due}", ["due": due])))
        }
        return labels
    }
}

extension Timeline {
    /// What is done only if a question is answered in one way.
    func label(ifAnswered answer: Answer?, of entry: Int?, at span: Span) -> Label? {
        guard let answer, let entry else { return nil }
        let name = Phrase.quoting(entries[entry].step.branches[answer.place].label)
        return Label(span, Phrase("only if the answer is {name}", ["name": name]))
    }

    /// Those of some sendings that would be earlier than one of them, were a question answered so; at most two.
    func labels(ifAnswered sendings: [Sending], before sending: Sending) -> [Label] {
        sendings.filter { ($0.minutes ?? .max) < (sending.minutes ?? .max) }.prefix(2).compactMap {
            label(ifAnswered: $0.answer, of: $0.entry, at: $0.span)
        }
    }
}
