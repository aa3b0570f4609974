import PlancDiagnostics
import PlancModel

extension Plan {
    /// The field of the plan that holds when something will be: the one for the next news, else the first time that is none of the
    /// incident's.
    var fieldOfTime: Field? {
        let times = fields.filter { field in
            [.time, .datetime].contains(field.type.value) && field.timeOf == nil && field.value.isEmpty
        }
        return times.first { $0.covers.contains { $0.value == .nextUpdate } } ?? times.first
    }
}

extension Field {
    /// As texts call it: `{{ next-time }}`.
    var placeholder: Phrase { Phrase(verbatim: "{{ \(id) }}") }
}
