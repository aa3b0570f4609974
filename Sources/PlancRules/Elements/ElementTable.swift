import PlancCompose
import PlancModel
import PlancProse

/// What a message must tell, by phase and kind of audience.
enum ElementTable {
    static func during(_ audience: AudienceType) -> [Element] {
        switch audience {
        case .customers:
            [.facts, .unknowns, .impact, .measures, .advice, .nextUpdate, .contact, .empathy, .authenticity]
        case .public: [.facts, .unknowns, .measures, .advice, .nextUpdate, .contact, .empathy, .authenticity]
        case .employees: [.facts, .unknowns, .measures, .advice, .nextUpdate, .contact]
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
struct RequiredElement {
    var element: Element
    /// Telling this instead is enough.
    var other: Element?
    /// The place of the audience whose need it is; nil where a duty or a report asks.
    var audience: Int?
    /// The place of the obligation that asks.
    var obligation: Int?

    func isTold(by told: ElementSet) -> Bool { told.contains(element) || other.map(told.contains) ?? false }
}

extension Plan {
    /// What a message must tell, each thing once.
    func elementsAsked(of message: Message) -> [RequiredElement] {
        var asked: [RequiredElement] = []
        var all = ElementSet()
        func ask(_ elements: [Element], audience: Int? = nil, obligation: Int? = nil) {
            for element in elements where !all.contains(element) {
                all.insert(element)
                // Who may suffer from a leak hears of that what it changes.
                let other: Element? = element == .impact ? .consequences : nil
                asked.append(
                    RequiredElement(element: element, other: other, audience: audience, obligation: obligation))
            }
        }
        var hasDuty = false
        for duty in message.satisfies {
            guard let place = obligations.index(of: duty.obligation.id) else { continue }
            let elements = contents(of: duty, obligations[place])
            if elements.isEmpty { continue }
            hasDuty = true
            ask(elements, obligation: place)
        }
        if let report = message.inReplyTo {
            ask(ElementTable.reply(to: report.value))
            return asked
        }
        for reference in message.audiences {
            guard let place = audiences.index(of: reference.id) else { continue }
            let type = audiences[place].type.value
            // An authority asks what its law asks, and nothing else.
            if type == .authorities, hasDuty { continue }
            ask(elements(for: type, message), audience: place)
        }
        return isShortOnly(message) ? shortened(asked) : asked
    }

    private func elements(for type: AudienceType, _ message: Message) -> [Element] {
        switch message.phase.value {
        case .before: return [.advice, .contact]
        case .after: return [.facts, .measures, .contact] + (type == .employees ? [.thanks] : [])
        case .during:
            let asked = ElementTable.during(type)
            guard message.send.every != nil else { return asked }
            return asked.filter { ![.empathy, .authenticity, .impact].contains($0) } + [.changed]
        }
    }

    /// On short channels only facts, advice, and a contact or the next update are asked.
    private func shortened(_ asked: [RequiredElement]) -> [RequiredElement] {
        var kept = asked.filter { $0.obligation != nil || $0.element == .facts || $0.element == .advice }
        if let further = asked.first(where: {
            $0.obligation == nil && ($0.element == .contact || $0.element == .nextUpdate)
        }) {
            kept.append(RequiredElement(element: .contact, other: .nextUpdate, audience: further.audience))
        }
        return kept
    }

    /// What the stages of an obligation that a message satisfies ask.
    private func contents(of duty: Message.Satisfaction, _ obligation: Obligation) -> [Element] {
        let stages = obligation.stages.filter { duty.stage == nil || $0.name.value == duty.stage?.value }
        return stages.flatMap { $0.contents.compactMap(\.value.element) }
    }
}
