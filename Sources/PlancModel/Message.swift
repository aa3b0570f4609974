import PlancMarkup
import PlancSource

/// What is told, to whom, when and by what, and the text of it. (A class only to spare its copies: many rules ask for
/// every message.)
public final class Message: Entity {
    public static let kind = EntityKind.message
    public let id: String
    public let title: LocalizedText
    public let audiences: [Reference]
    public let scenarios: ScenarioSelection
    public let phase: Located<Phase>
    /// In the order they are tried.
    public let channels: [Reference]
    public let owner: Reference?
    /// Who approves, in order.
    public let approvers: [Reference]
    /// For the whole chain of approval.
    public let approveWithin: Located<TimeAmount>?
    public let legalReview: Reference?
    public let send: Sending
    public let subject: LocalizedText
    public let satisfies: [Satisfaction]
    /// Messages that must leave first.
    public let after: [Reference]
    /// The kind of report that it answers: `phishing`, `false-alarm`, `tool-help`, `clicked` or another word.
    public let inReplyTo: Located<String>?
    public let replyWithin: Located<TimeAmount>?
    public let classification: Located<Classification>?
    public let confirmed: [Confirmation]
    /// Words that the reader may not know, explained under the text.
    public let glossary: [(term: Located<String>, meaning: LocalizedText)]
    public let maxWords: Located<Int>?
    /// One a locale, the source first.
    public let versions: [Version]
    public let nameSpan: Span
    public let span: Span

    public init(
        id: String, title: LocalizedText, audiences: [Reference] = [], scenarios: ScenarioSelection,
        phase: Located<Phase>,
        channels: [Reference] = [], owner: Reference? = nil, approvers: [Reference] = [],
        approveWithin: Located<TimeAmount>? = nil, legalReview: Reference? = nil, send: Sending = Sending(),
        subject: LocalizedText = LocalizedText(), satisfies: [Satisfaction] = [], after: [Reference] = [],
        inReplyTo: Located<String>? = nil, replyWithin: Located<TimeAmount>? = nil,
        classification: Located<Classification>? = nil, confirmed: [Confirmation] = [],
        glossary: [(term: Located<String>, meaning: LocalizedText)] = [], maxWords: Located<Int>? = nil,
        versions: [Version] = [], nameSpan: Span, span: Span
    ) {
        self.id = id
        self.title = title
        self.audiences = audiences
        self.scenarios = scenarios
        self.phase = phase
        self.channels = channels
        self.owner = owner
        self.approvers = approvers
        self.approveWithin = approveWithin
        self.legalReview = legalReview
        self.send = send
        self.subject = subject
        self.satisfies = satisfies
        self.after = after
        self.inReplyTo = inReplyTo
        self.replyWithin = replyWithin
        self.classification = classification
        self.confirmed = confirmed
        self.glossary = glossary
        self.maxWords = maxWords
        self.versions = versions
        self.nameSpan = nameSpan
        self.span = span
    }

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

    public func version(_ locale: Locale) -> Version? { versions.first { $0.body.locale == locale } ?? versions.first }
    public func exactly(_ locale: Locale) -> Version? { versions.first { $0.body.locale == locale } }
}

extension Message.Version {
    /// The text for a channel: the variant named by its id, else by its type, else the common text (nil when that is empty).
    public func blocks(for channel: Channel) -> [Block]? {
        variant(for: channel)?.blocks ?? (common.isEmpty ? nil : common)
    }

    public func variant(for channel: Channel) -> Message.Variant? {
        variants.first { $0.name.value == channel.id }
            ?? variants.first { $0.name.value == channel.type.value.rawValue }
    }
}

/// A piece of text that messages share.
public struct Snippet: Entity {
    public static let kind = EntityKind.snippet
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

    public struct Version: Sendable {
        public var body: Body

        public init(body: Body) { self.body = body }

        public var translates: Located<String>? { body.translates }
        public var contentHash: String { body.contentHash }
    }

    public func version(_ locale: Locale) -> Version? { versions.first { $0.body.locale == locale } ?? versions.first }
}
