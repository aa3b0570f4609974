import PlancDocument
import PlancModel
import PlancSource

/// How a sheet deals with the private addresses of people.
struct Privacy: Sendable {
    enum Manner: Sendable {
        case open
        /// For readers outside the need to know: they are told of none.
        case silent
        /// A numbered copy says where one would stand, so that nobody takes the number for missing.
        case told
    }

    var manner: Manner
    /// The private addresses that were printed, or told of.
    let met = MetAddresses()

    init(_ manner: Manner) { self.manner = manner }
}

/// Private addresses that a document came by, each once.
final class MetAddresses: Sendable {
    private let keys = Mutex<Set<String>>([])

    func add(_ person: String, _ channel: String) { _ = keys.withLock { $0.insert(person + " " + channel) } }
    var count: Int { keys.withLock { $0.count } }
}

extension Words {
    var notInThisCopy: String { say("not in this copy") }
    var notForThisPack: String { say("number not given here") }
}
