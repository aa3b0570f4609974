import PlancCompose
import PlancModel

/// What a message must tell, by phase and kind of audience.
enum ElementTable {
    static func during(_ audience: AudienceType) -> [Element] {
        switch audience {
        case .customers, .public:
            [.facts, .unknowns, .measures, .advice, .nextUpdate, .contact, .empathy, .authenticity]
        case .employees: [.facts, .unknowns, .advice, .nextUpdate, .contact]
        case .partners: [.facts, .measures, .advice, .nextUpdate, .contact]
        case .press, .investors: [.facts, .unknowns, .measures, .nextUpdate, .contact]
        case .board: [.facts, .unknowns, .measures, .nextUpdate]
        case .authorities: [.facts, .measures, .contact]
        }
    }

    static func reply(to report: String) -> [Element] {
        switch report {
        case "phishing": [.thanks, .verdict, .advice, .contact]
        case "false-alarm": [.thanks, .verdict]
        case "tool-help": [.offer, .advice]
        case "clicked": [.thanks, .advice, .contact]
        default: [.thanks]
        }
    }
}

/// One thing a message must tell, and for whom.
struct AskedElement {
    /// One of them is enough.
    var elements: [Element]
    /// The audience whose need it is; nil where a duty or a report asks.
    var audience: Audience?
    var obligation: Obligation?
}

extension Plan {
    /// What a message must tell, each thing once.
    func elementsAsked(of message: Message) -> [AskedElement] {
        var asked: [AskedElement] = []
        func ask(_ elements: [Element], audience: Audience? = nil, obligation: Obligation? = nil) {
            for element in elements where !asked.contains(where: { $0.elements.contains(element) }) {
                asked.append(AskedElement(elements: [element], audience: audience, obligation: obligation))
            }
        }
        let duties = contents(of: message)
        for duty in duties { ask(duty.elements, obligation: duty.obligation) }
        if let report = message.inReplyTo {
            ask(ElementTable.reply(to: report.value))
            return asked
        }
        for reference in message.audiences {
            guard let audience = audiences[reference] else { continue }
            // An authority asks what its law asks, and nothing else.
            if audience.type.value == .authorities, !duties.isEmpty { continue }
            ask(elements(for: audience, message), audience: audience)
        }
        return isShortOnly(message) ? shortened(asked) : asked
    }

    private func elements(for audience: Audience, _ message: Message) -> [Element] {
        switch message.phase.value {
        case .before: return [.advice, .contact]
        case .after: return [.facts, .measures, .contact] + (audience.type.value == .employees ? [.thanks] : [])
        case .during:
            let asked = ElementTable.during(audience.type.value)
            guard message.send.every != nil else { return asked }
            return asked.filter { $0 != .empathy && $0 != .authenticity } + [.changed]
        }
    }

    /// On short channels only facts, advice, and a contact or the next update are asked.
    private func shortened(_ asked: [AskedElement]) -> [AskedElement] {
        var kept = asked.filter { $0.obligation != nil || $0.elements == [.facts] || $0.elements == [.advice] }
        if let further = asked.first(where: { $0.obligation == nil && ($0.elements == [.contact] || $0.elements == [.nextUpdate]) }) {
            kept.append(AskedElement(elements: [.contact, .nextUpdate], audience: further.audience))
        }
        return kept
    }

    /// What the stages that a message satisfies ask.
    private func contents(of message: Message) -> [(obligation: Obligation, elements: [Element])] {
        message.satisfies.compactMap { duty in
            guard let obligation = obligations[duty.obligation] else { return nil }
            let stages = obligation.stages.filter { duty.stage == nil || $0.name.value == duty.stage?.value }
            let elements = stages.flatMap { $0.contents.map(\.value) }
            return elements.isEmpty ? nil : (obligation, elements)
        }
    }
}
