import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource

/// Something that a condition of a profile speaks of, where it stands, and the scenario in which it is looked at. Millions of them are
/// passed on in a large plan: things are named by their places.
struct Asked {
    enum Thing {
        case plan
        /// By its place among those of its kind.
        case entity(EntityKind, Int)
        /// By its place in the timeline of the scenario in which it is looked at.
        case step(Int)
        /// By its place among what is sent in that scenario.
        case sending(Int)
        /// A map with known keys.
        case record([FormValue.Field], [KeySchema])
        /// In the notation of the plan language.
        case word(String)
        case minutes(Int)
        /// Something that is there and of which no more is known: a text.
        case something
    }

    var thing: Thing
    var span: Span
    /// The place of the scenario among the plan's.
    var scenario: Int?
}

/// What a name can lead from and to, as far as it is known without a plan.
enum AskedKind: Hashable, Sendable {
    case thing(EntityKind)
    case step, sending, word
    /// A map with known keys, by the names of its keys.
    case record([String])

    /// How many kinds there are whose things have names.
    static let count = EntityKind.all.count + 2

    /// The place of what has names among all that have.
    static func place(of thing: Asked.Thing) -> Int? {
        switch thing {
        case .plan: EntityKind.plan.place
        case .entity(let kind, _): kind.place
        case .step: count - 2
        case .sending: count - 1
        case .record, .word, .minutes, .something: nil
        }
    }
}

/// A name that is no key of the plan language: what follows from the plan. Conditions, their test and the manual's table are made of
/// one list.
struct DerivedName: Sendable {
    /// Gives what a name leads to, one after the other, until one passes the test; whether one did.
    typealias Find = @Sendable (Asking, Asked, (Asked) -> Bool) -> Bool

    var owner: AskedKind
    var name: String
    var leadsTo: AskedKind
    var find: Find

    init(_ owner: AskedKind, _ name: String, _ leadsTo: AskedKind, _ find: @escaping Find) {
        self.owner = owner
        self.name = name
        self.leadsTo = leadsTo
        self.find = find
    }
}
