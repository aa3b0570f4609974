import PlancMarkup
import PlancSource

/// Somebody who can be reached, and by what.
public struct Person: Entity {
    public static let kind = EntityKind.person
    public static var place: EntityPlace<Person> { EntityPlace(get: { $0.people }, set: { $0.people = $1 }) }
    public var id: String
    /// The name, the same in every locale.
    public var title: LocalizedText
    public var job = LocalizedText()
    public var organisation = LocalizedText()
    /// The number by which they know us: of a contract, a policy, an account.
    public var contract: Located<String>?
    public var locales: [Located<Locale>] = []
    public var hours: Located<Hours>?
    /// In the order written.
    public var reach: [Address] = []
    /// Channels whose address is not for everyone.
    public var privateChannels: [Reference] = []
    /// When the numbers were last tried.
    public var verified: Confirmation?
    public var nameSpan: Span
    public var span: Span

    public init(id: String, title: LocalizedText, nameSpan: Span, span: Span) {
        self.id = id
        self.title = title
        self.nameSpan = nameSpan
        self.span = span
    }

    public var name: String { title.versions.first?.text.value ?? id }

    /// One way to reach a person.
    public struct Address: Sendable {
        public var channel: Reference
        public var value: Located<String>

        public init(channel: Reference, value: Located<String>) {
            self.channel = channel
            self.value = value
        }
    }

    /// Whether the number or address on a channel, by id, is private.
    public func isPrivate(_ channel: String) -> Bool { privateChannels.contains { $0.id == channel } }
}

/// A part in the crisis: who holds it, and who stands in.
public struct Role: Entity {
    public static let kind = EntityKind.role
    public static var place: EntityPlace<Role> { EntityPlace(get: { $0.roles }, set: { $0.roles = $1 }) }
    public var id: String
    public var title: LocalizedText
    public var holder: Reference?
    /// In the order they stand in.
    public var deputies: [Reference] = []
    public var team: Located<Team>?
    public var hours: Located<Hours>?
    /// One line on what the role does; the body says more.
    public var duties = LocalizedText()
    public var body = LocalizedBody()
    public var nameSpan: Span
    public var span: Span

    public init(id: String, title: LocalizedText, nameSpan: Span, span: Span) {
        self.id = id
        self.title = title
        self.nameSpan = nameSpan
        self.span = span
    }

    /// Holder first, then the deputies.
    public var people: [Reference] { (holder.map { [$0] } ?? []) + deputies }
}

/// A way to reach people.
public struct Channel: Entity {
    public static let kind = EntityKind.channel
    public static var place: EntityPlace<Channel> { EntityPlace(get: { $0.channels }, set: { $0.channels = $1 }) }
    public var id: String
    public var title: LocalizedText
    public var type: Located<ChannelType>
    public var dependsOn: [Dependency] = []
    public var operatedBy: Reference?
    /// Where the credentials are.
    public var access = LocalizedText()
    public var address: Located<String>?
    public var sender: Located<String>?
    public var twoWay: Located<Bool>?
    /// SMS segments, characters, or seconds of speech, by type.
    public var limit: Located<Int>?
    public var nameSpan: Span
    public var span: Span

    public init(id: String, title: LocalizedText, type: Located<ChannelType>, nameSpan: Span, span: Span) {
        self.id = id
        self.title = title
        self.type = type
        self.nameSpan = nameSpan
        self.span = span
    }
}

/// What the work, or a channel, depends on.
public struct System: Entity {
    public static let kind = EntityKind.system
    public static var place: EntityPlace<System> { EntityPlace(get: { $0.systems }, set: { $0.systems = $1 }) }
    public var id: String
    public var title: LocalizedText
    public var dependsOn: [Dependency] = []
    public var supplier = LocalizedText()
    public var site = LocalizedText()
    /// A remark for whoever prints or reads the system.
    public var note = LocalizedText()
    public var rto: Located<TimeAmount>?
    public var rpo: Located<TimeAmount>?
    /// Whom to call when it fails.
    public var contact: TypedReference?
    public var backup: Backup?
    public var nameSpan: Span
    public var span: Span

    public init(id: String, title: LocalizedText, nameSpan: Span, span: Span) {
        self.id = id
        self.title = title
        self.nameSpan = nameSpan
        self.span = span
    }

    /// The copy of what is on a system.
    public struct Backup: Sendable {
        /// Where it lies.
        public var at = LocalizedText()
        /// When restoring it was last tried.
        public var restored: Confirmation?
        public var span: Span

        public init(span: Span) { self.span = span }
    }
}

/// An essential activity of the business impact analysis (ISO 22301, 8.2.2).
public struct Activity: Entity {
    public static let kind = EntityKind.activity
    public static var place: EntityPlace<Activity> { EntityPlace(get: { $0.activities }, set: { $0.activities = $1 }) }
    public var id: String
    public var title: LocalizedText
    public var owner: Reference?
    /// Maximum tolerable period of disruption.
    public var mtpd: Located<TimeAmount>?
    /// Recovery time objective.
    public var rto: Located<TimeAmount>?
    /// Recovery point objective.
    public var rpo: Located<TimeAmount>?
    public var dependsOn: [Dependency] = []
    /// The checklist by which the work goes on by hand.
    public var workaround: Reference?
    /// The least that must go on.
    public var minimum = LocalizedText()
    public var nameSpan: Span
    public var span: Span

    public init(id: String, title: LocalizedText, nameSpan: Span, span: Span) {
        self.id = id
        self.title = title
        self.nameSpan = nameSpan
        self.span = span
    }
}

/// People who have to hear, and by what they do.
public struct Audience: Entity {
    public static let kind = EntityKind.audience
    public static var place: EntityPlace<Audience> { EntityPlace(get: { $0.audiences }, set: { $0.audiences = $1 }) }
    public var id: String
    public var title: LocalizedText
    public var type: Located<AudienceType>
    /// In the order of preference.
    public var channels: [Reference] = []
    /// Its own addresses, where the audience is one body and not many people.
    public var reach: [Person.Address] = []
    public var locales: [Located<Locale>] = []
    /// How many people they are.
    public var size: Located<Int>?
    public var informWithin: Located<TimeAmount>?
    public var updateEvery: Located<TimeAmount>?
    /// Of authorities, which they are, and whose law they apply.
    public var authority: [Located<AuthorityKind>] = []
    public var jurisdiction: Located<String>?
    public var nameSpan: Span
    public var span: Span

    public init(id: String, title: LocalizedText, type: Located<AudienceType>, nameSpan: Span, span: Span) {
        self.id = id
        self.title = title
        self.type = type
        self.nameSpan = nameSpan
        self.span = span
    }

    /// One body rather than many people: an authority, or an audience of one. Of many people, what sends to them keeps the list of
    /// their addresses; of one body, the plan does.
    public var isOneBody: Bool { type.value == .authorities || size?.value == 1 }

    /// Whether a message can be addressed to it on a channel: a call, a text message or an e-mail to one body needs its number or
    /// address.
    public func hasAddress(on channel: Channel) -> Bool {
        if !isOneBody || reach.contains(where: { $0.channel.id == channel.id }) { return true }
        switch channel.type.value {
        case .voice, .sms, .email, .satellite: return false
        default: return true
        }
    }
}
