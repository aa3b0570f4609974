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

extension Plan {
    /// Whether the file of a pack that bears no number may have private addresses: where none of its copies may, nobody is to hold
    /// one that does.
    func showsPrivate(unnumbered pack: Pack) -> Bool {
        pack.copies.isEmpty || pack.copies.contains { share(of: $0, in: pack).showsPrivate }
    }

    /// The messages that a copy leaves out; of the file that bears no number, those that all copies leave out.
    ///
    /// - Parameter copy: from 0; nil: no number.
    func messagesLeftOut(of pack: Pack, copy: Int?) -> [Message] {
        if let copy { return messagesLeftOut(of: pack.copies[copy], in: pack) }
        if pack.copies.isEmpty { return [] }
        let shares = pack.copies.map { share(of: $0, in: pack) }
        return messages(in: pack).filter { message in
            shares.allSatisfy { $0.withholds(message.classification?.value) }
        }
    }
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
