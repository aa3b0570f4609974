import PlancAnalysis
import PlancCompose
import PlancData
import PlancDiagnostics
import PlancLowering
import PlancModel
import PlancSource
import PlancWords

/// What somebody wants of one message.
public struct MessageRequest: Sendable {
    public var message: String
    public var scenario: String?
    public var locale: Locale?
    public var channel: String?
    /// By field, as given: dates and times in ISO 8601.
    public var values: [String: String] = [:]
    public var isExercise = false

    public init(message: String) { self.message = message }
}

/// A message filled in.
public struct FilledMessage: Sendable {
    public var draft: Draft
    public var message: Message
    public var channel: Channel
    public var locale: Locale
    public var scenario: Scenario?
    /// Nobody can be reached by the channel in the scenario: why, for a person.
    public var obstacle: Phrase?
    /// Of a channel that was out in the scenario: from when the plan counts on it again, in minutes from T0.
    public var back: Return?
    /// The channel to use while that one is not back.
    public var fallback: Channel?
    /// The roles that must approve it and of which nobody can be reached in the scenario when it leaves.
    public var unapproved: [Role]
    /// Fields of the text without a value, in the order of use.
    public var unfilled: [Field]
    /// What stands in the text for something that was never written: `[name]`, `XX`.
    public var blanks: [String]
    /// What the text names in braces and the plan does not have, as it is written: `{{ role.leed.name }}`, `{{> hotlne }}`.
    public var unresolved: [String]
    /// Fields that were given a value and that this text does not use.
    public var unused: [String]
    /// Values of the text that lead to what cannot be used in the scenario.
    public var unusable: [UnusableValue]
}

/// Why a message could not be made.
public enum MessageFault: Error, Sendable {
    /// A name that the plan does not have: what it should be, the name, the nearest one, and all that there are.
    case unknown(kind: Phrase, name: String, near: String?, known: [String])
    /// A message of other scenarios, by title.
    case notInScenario(LocalizedText, LocalizedText, others: [LocalizedText])
    case noText(channel: String)
    case wrongValue(FieldValueError)
    case notForField(String, near: String?, known: [String])
    /// A field whose value the plan says.
    case fixed(String)
}

extension MessageFault {
    /// A language that the plan does not have.
    public static func unknown(_ locale: Locale, of plan: Plan) -> MessageFault {
        let known = plan.locales.map(\.tag)
        return .unknown(
            kind: Phrase("language"), name: locale.tag,
            near: nearestName(to: locale.tag, among: known) ?? known.first { $0.prefix(2) == locale.language },
            known: known)
    }
}

/// One message with the values given, on the channel asked for or the one that works.
public func fill(_ request: MessageRequest, in plan: Plan) throws(MessageFault) -> FilledMessage {
    guard let message = plan.messages[request.message] else {
        throw .unknown(
            kind: Phrase("message"), name: request.message,
            near: meantThing(request.message, of: [.message], in: [plan]), known: plan.messages.ids)
    }
    var scenario: Scenario?
    if let id = request.scenario {
        guard let found = plan.scenarios[id] else {
            throw .unknown(
                kind: Phrase("scenario"), name: id,
                near: meantThing(id, of: [.scenario], in: [plan]), known: plan.scenarios.ids)
        }
        guard message.scenarios.contains(id) else {
            let others = plan.scenarios.filter { message.scenarios.contains($0.id) }
            throw .notInScenario(message.title, found.title, others: others.map(\.title))
        }
        scenario = found
    }
    let locale = request.locale ?? plan.sourceLocale
    guard plan.locales.contains(locale) else { throw .unknown(locale, of: plan) }
    let reach = reach(plan, sending: message, in: scenario)
    let channel = try channel(of: message, request, plan, reach)
    var values = try printed(request.values, in: plan, locale: locale)
    // Spaces that keep words together are for pages: in a text message one of them takes more than half of its room.
    if channel.type.value == .sms { values = values.mapValues(\.withPlainSpaces) }
    func written(_ values: [String: String], exercise: String?) throws(MessageFault) -> Draft {
        let draft = Draft(
            plan, message: message, channel: channel, locale: locale, scenario: scenario, values: values,
            exercise: exercise)
        guard let draft else { throw .noText(channel: channel.id) }
        return draft
    }
    let draft = try written(values, exercise: request.isExercise ? exerciseMark(in: locale) : nil)
    // What the author left to be written is what is left when every field has a value, and nothing stands before the text.
    let fields = Dictionary(draft.unfilled.map { ($0, "1") }, uniquingKeysWith: { first, _ in first })
    let whole =
        fields.isEmpty && !request.isExercise ? draft : try written(values.merging(fields) { $1 }, exercise: nil)
    let obstacle = obstacle(channel, plan, reach)
    var filled = FilledMessage(
        draft: draft, message: message, channel: channel, locale: locale, scenario: scenario, obstacle: obstacle,
        unapproved: scenario == nil ? [] : reach.approvers(missingFor: message).compactMap { plan.roles[$0] },
        unfilled: draft.unfilled.compactMap { plan.fields[$0] }, blanks: blanks(in: whole),
        unresolved: draft.unfilled.filter { plan.fields[$0] == nil }.map { "{{ \($0) }}" }
            + Composer(plan: plan, locale: locale).lostSnippets(of: message, on: channel).map { "{{> \($0) }}" },
        unused: request.values.keys.filter { !draft.words.fields.contains($0) }.sorted(),
        unusable: scenario == nil
            ? [] : unusableValues(request.values.filter { draft.words.fields.contains($0.key) }, plan, reach))
    if obstacle == nil, let back = reach.back(channel: channel.id) {
        filled.back = back
        filled.fallback = fallback(for: channel, of: message, plan, reach)
    }
    return filled
}

extension String {
    fileprivate var withPlainSpaces: String { String(map { "\u{A0}\u{202F}\u{2009}".contains($0) ? " " : $0 }) }
}

/// The channel of a message that never was out, for as long as another is not back.
private func fallback(for channel: Channel, of message: Message, _ plan: Plan, _ reach: Reach) -> Channel? {
    let route = reach.routes(of: message).first { $0.channel == channel.id }?.fallback
    let other = message.channels.first { other in
        other.id != channel.id && reach.canCarry(other.id) && reach.back(channel: other.id) == nil
    }
    return (route ?? other?.id).flatMap { plan.channels[$0] }
}

/// What is left to be written in a subject and text, each once.
private func blanks(in draft: Draft) -> [String] {
    var found: [String] = []
    for text in [draft.subject, draft.text] {
        let bytes = Array(text.utf8)
        for range in unfilledBlanks(in: bytes) {
            let words = String(decoding: bytes[range], as: UTF8.self)
            if !found.contains(words) { found.append(words) }
        }
    }
    return found
}

/// The message that answers a kind of report.
public func reply(to report: String, in plan: Plan) throws(MessageFault) -> String {
    let replies = plan.messages.filter { $0.inReplyTo?.value == report }
    if let reply = replies.first { return reply.id }
    let known = plan.messages.compactMap { $0.inReplyTo?.value }
    throw .unknown(
        kind: Phrase("reply to a report"), name: report,
        near: meantName(report, among: known), known: Set(known).sorted())
}

private func channel(
    of message: Message, _ request: MessageRequest, _ plan: Plan, _ reach: Reach
) throws(MessageFault) -> Channel {
    let own = message.channels.compactMap { plan.channels[$0] }
    if let id = request.channel {
        guard let channel = own.first(where: { $0.id == id }) else {
            throw .unknown(
                kind: Phrase("channel of this message"), name: id,
                near: meantThing(id, of: [.channel], in: [plan], among: own.map(\.id)), known: own.map(\.id))
        }
        return channel
    }
    let route = reach.routes(of: message).compactMap(\.channel).first
    let chosen = route.flatMap { plan.channels[$0] } ?? own.first { reach.canCarry($0.id) } ?? own.first
    guard let chosen else { throw .noText(channel: "–") }
    return chosen
}

private func printed(_ values: [String: String], in plan: Plan, locale: Locale) throws(MessageFault) -> [String: String]
{
    var printed: [String: String] = [:]
    for (id, value) in values.sorted(by: { $0.key < $1.key }) {
        guard let field = plan.fields[id] else {
            let known = plan.fields.filter(\.value.isEmpty).map(\.id)
            throw .notForField(id, near: meantName(id, among: known), known: known)
        }
        // What the plan says itself is nothing to set.
        if !field.value.isEmpty { throw .fixed(id) }
        // A value of nothing is none: the field stays open.
        if value.allSatisfy(\.isWhitespace) { continue }
        switch printedValue(value, of: field, in: plan, locale: locale) {
        case .success(let text): printed[id] = text
        case .failure(let error): throw .wrongValue(error)
        }
    }
    return printed
}

/// What works when the message leaves in the scenario: at the hour of the first step that sends it.
private func reach(_ plan: Plan, sending message: Message, in scenario: Scenario?) -> Reach {
    guard let scenario, message.phase.value != .before else { return Reach(plan: plan, situation: Situation()) }
    let sending = Timeline(plan: plan, scenario: scenario.id).firstSending(of: message.id)
    return Reach(plan: plan, situation: Situation(scenario: scenario.id)).at(sending?.hour ?? 0)
}

func obstacle(_ channel: Channel, _ plan: Plan, _ reach: Reach) -> Phrase? {
    let title = channel.title.phrase
    if let outage = reach.outage(channel: channel.id) {
        let systems = reach.roots(of: outage).compactMap { plan.systems[$0]?.title }
        // A channel that the scenario itself takes away has no system to blame.
        let because =
            systems.isEmpty
            ? Phrase(verbatim: "") : Phrase(" ({because})", ["because": Phrase.list(systems.map(\.phrase), .none)])
        return
            (outage.manner.isDistrusted
            ? Phrase("do not use '{title}': the attacker can read it here", ["title": title])
            : Phrase("'{title}' is out of order here", ["title": title])) + because
    }
    if !reach.hasOperator(channel: channel.id) {
        return Phrase(
            "nobody who works '{title}' can be reached here", ["title": title])
    }
    return nil
}

extension FilledMessage {
    /// Whom the message is for: those whom its channel leads to, or the others.
    public func audiences(in plan: Plan, reached: Bool) -> [Audience] {
        message.audiences.compactMap { plan.audiences[$0] }.filter { audience in
            (audience.channels.contains { $0.id == channel.id } && audience.hasAddress(on: channel)) == reached
        }
    }

    /// For a workflow engine: `{"version": 1, "message", "title", "scenario", "locale", "channel", "audiences", "unreached", "subject", "text", "html",
    /// "usable", "restored", "was", "fallback", "approvers", "nobodyApproves", "classification", "blanks", "unresolved", "unused",
    /// "unusableValues", "errors", "unfilled"}`. `errors`: how many the plan has.
    public func json(in plan: Plan, errors: Int = 0) -> JSON {
        .object([
            "version": 1, "message": .string(message.id), "title": .string(message.title.text(locale)),
            "scenario": scenario.map { .string($0.id) }, "locale": .string(locale.tag),
            "channel": .object([
                "id": .string(channel.id), "type": .string(channel.type.value.rawValue),
                "address": channel.address.map { .string($0.value) },
                "sender": channel.sender.map { .string($0.value) },
            ]),
            "usable": .bool(obstacle == nil),
            "restored": back.map { .string(Offset(TimeAmount(minutes: $0.minutes)).notation) },
            "was": back.map { .string($0.was.rawValue) },
            "fallback": fallback.map { .string($0.id) },
            "audiences": .strings(audiences(in: plan, reached: true).map(\.id)),
            "unreached": .strings(audiences(in: plan, reached: false).map(\.id)),
            "inReplyTo": message.inReplyTo.map { .string($0.value) },
            "subject": .string(draft.subject), "text": .string(draft.text), "html": .string(messageHTML(draft)),
            "approvers": .strings(message.approvers.map(\.id)),
            "nobodyApproves": .strings(unapproved.map(\.id)),
            "legalReview": message.legalReview.map { .string($0.id) },
            "classification": message.classification.map { .string($0.value.rawValue) },
            "measure": measure,
            "blanks": .strings(blanks), "unresolved": .strings(unresolved), "unused": .strings(unused),
            "unusableValues": unusable.isEmpty ? nil : .strings(unusable.map(\.field)),
            "errors": .int(errors),
            "unfilled": .array(
                unfilled.map { field in
                    .object([
                        "id": .string(field.id), "title": .string(field.title.text(locale)),
                        "type": .string(field.type.value.rawValue), "example": .string(field.example.text(locale)),
                        "choices": field.choices.isEmpty ? nil : .strings(field.choices.map { $0.text(locale) }),
                    ])
                }),
        ])
    }

    /// How long the text is, on channels that count: fields that are not filled in have the longest value to expect.
    public var length: MessageLength? { draft.length }

    private var measure: JSON? {
        guard let length else { return nil }
        let limit = length.limit.map { JSON.int($0) }
        return switch length.unit {
        case .segments(let measure):
            .object(["segments": .int(measure.segments), "units": .int(measure.units), "limit": limit])
        case .characters: .object(["characters": .int(length.used), "limit": limit])
        case .seconds: .object(["seconds": .int(length.used), "limit": limit])
        }
    }
}
