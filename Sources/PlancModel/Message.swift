import PlancMarkup
import PlancSource

/// What is told, to whom, when and by what, and the text of it. (A class only to spare its copies: many rules ask for
/// every message.)
@dynamicMemberLookup
public final class Message: Entity {
    public static let kind = EntityKind.message
    public static var place: EntityPlace<Message> { EntityPlace(get: { $0.messages }, set: { $0.messages = $1 }) }
    /// What its keys say, and its text.
    public let content: Content

    public var id: String { content.id }
    public var title: LocalizedText { content.title }
    public var nameSpan: Span { content.nameSpan }
    public var span: Span { content.span }

    public init(_ content: Content) { self.content = content }

    /// What the message says of a key.
    @inlinable public subscript<Value>(dynamicMember path: KeyPath<Content, Value>) -> Value {
        content[keyPath: path]
    }

    /// What a message is made of; kept once, however often the message is passed on.
    public struct Content: Sendable {
        public var id: String
        public var title = LocalizedText()
        public var audiences: [Reference] = []
        public var scenarios: ScenarioSelection
        public var phase: Located<Phase>
        /// In the order they are tried.
        public var channels: [Reference] = []
        public var owner: Reference?
        /// Who approves, in order.
        public var approvers: [Reference] = []
        /// For the whole chain of approval.
        public var approveWithin: Located<TimeAmount>?
        public var legalReview: Reference?
        public var send = Sending()
        public var subject = LocalizedText()
        public var satisfies: [Satisfaction] = []
        /// Messages that must leave first.
        public var after: [Reference] = []
        /// The kind of report that it answers: `phishing`, `false-alarm`, `tool-help`, `clicked` or another word.
        public var inReplyTo: Located<String>?
        public var replyWithin: Located<TimeAmount>?
        public var classification: Located<Classification>?
        public var confirmed: [Confirmation] = []
        /// Words that the reader may not know, explained under the text.
        public var glossary: [(term: Located<String>, meaning: LocalizedText)] = []
        /// The most words that each of its versions may have.
        public var maxWords: Located<Int>?
        /// One a locale, the source first.
        public var versions: [Version] = []
        public var nameSpan: Span
        public var span: Span

        public init(id: String, scenarios: ScenarioSelection, phase: Located<Phase>, nameSpan: Span, span: Span) {
            self.id = id
            self.scenarios = scenarios
            self.phase = phase
            self.nameSpan = nameSpan
            self.span = span
        }
    }

    /// When it leaves, how often it comes again, and until when.
    public struct Sending: Sendable {
        public var within: Located<TimeAmount>?
        public var every: Located<TimeAmount>?
        public var until = LocalizedText()

        public init() {}
    }

    /// `satisfies: eu-nis2-23/early-warning`; without a stage, all of them.
    public struct Satisfaction: Sendable {
        public var obligation: Reference
        public var stage: Located<String>?

        public init(obligation: Reference, stage: Located<String>?) {
            self.obligation = obligation
            self.stage = stage
        }
    }

    /// Who confirms a claim before it is said.
    public struct Confirmation: Sendable {
        public var claim = LocalizedText()
        public var by: Reference?
        public var at: Located<String>?

        public init() {}
    }

    /// A message's text in one locale.
    public struct Version: Sendable {
        public var body: Body
        /// The text before the first variant.
        public var common: [Block]
        public var variants: [Variant]

        public init(body: Body, common: [Block], variants: [Variant]) {
            self.body = body
            self.common = common
            self.variants = variants
        }

        /// Where a finding about this version as a whole stands.
        public var nameSpan: Span { body.nameSpan }
        public var translates: Located<String>? { body.translates }
        public var contentHash: String { body.contentHash }
    }

    /// The text for one channel or type of channel (`# sms`).
    public struct Variant: Sendable {
        /// A channel's id or a type of channel, as written.
        public var name: Located<String>
        public var headingSpan: Span
        public var blocks: [Block]

        public init(name: Located<String>, headingSpan: Span, blocks: [Block]) {
            self.name = name
            self.headingSpan = headingSpan
            self.blocks = blocks
        }
    }

    /// The text in a locale, or else in that of the source.
    public func version(_ locale: Locale) -> Version? {
        content.versions.first { $0.body.locale == locale } ?? content.versions.first
    }
    /// The text in a locale, and in no other.
    public func exactly(_ locale: Locale) -> Version? { content.versions.first { $0.body.locale == locale } }
}

extension Message.Version {
    /// The text for a channel: the variant named by its id, else by its type, else the common text (nil when that is empty).
    public func blocks(for channel: Channel) -> [Block]? {
        variant(for: channel)?.blocks ?? (common.isEmpty ? nil : common)
    }

    /// The text of its own that a channel has: by its id, else by its type.
    public func variant(for channel: Channel) -> Message.Variant? {
        variants.first { $0.name.value == channel.id }
            ?? variants.first { $0.name.value == channel.type.value.rawValue }
    }
}

/// A piece of text that messages share.
public struct Snippet: Entity {
    public static let kind = EntityKind.snippet
    public static var place: EntityPlace<Snippet> { EntityPlace(get: { $0.snippets }, set: { $0.snippets = $1 }) }
    public var id: String
    public var title: LocalizedText
    public var covers: [Located<Element>] = []
    public var versions: [Version] = []
    public var nameSpan: Span
    public var span: Span

    public init(id: String, title: LocalizedText, nameSpan: Span, span: Span) {
        self.id = id
        self.title = title
        self.nameSpan = nameSpan
        self.span = span
    }

    /// A snippet's text in one locale.
    public struct Version: Sendable {
        public var body: Body

        public init(body: Body) { self.body = body }

        public var translates: Located<String>? { body.translates }
        public var contentHash: String { body.contentHash }
    }

    /// The text in a locale, or else in that of the source.
    public func version(_ locale: Locale) -> Version? { versions.first { $0.body.locale == locale } ?? versions.first }
}
