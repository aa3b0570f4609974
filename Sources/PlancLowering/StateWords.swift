import PlancAnalysis
import PlancDocument
import PlancLanguages
import PlancModel

/// What holds of a thing at an hour, in words: every page, table and chart takes it from here, so that none says less than
/// another. What is dangerous comes first.
extension Words {
    /// What is down is back at a time, or at one that nobody knows. What may be read or forged is so until somebody says that it is not:
    /// no time ends that.
    func state(_ outage: Outage) -> String {
        switch outage.manner {
        case .distrusted: distrusted
        case .down:
            outage.until.map {
                say("{state} – not back before {time}", ["state": doesNotWork, "time": offset(minutes: $0)])
            } ?? say("{state} – no time known", ["state": doesNotWork])
        case .distrustedAndDown:
            state(say("do not use: the attacker can read it – and it is out of order"), outage.until)
        }
    }

    /// The same below a title that says not to use it.
    func stateOfUnused(_ outage: Outage) -> String {
        switch outage.manner {
        case .distrusted: say("the attacker can read it")
        case .down: state(outage)
        case .distrustedAndDown: state(say("the attacker can read it – and it is out of order"), outage.until)
        }
    }

    /// What is down and not to be trusted does not end with the time from which it may run again.
    private func state(_ said: String, _ until: Int?) -> String {
        until.map {
            say(
                "{state} – not back before {time}, and then only when somebody says so",
                ["state": said, "time": offset(minutes: $0)])
        } ?? said
    }

    var noTimeKnown: String { say("no time known") }
    func notBefore(_ minutes: Int) -> String { say("not before {time}", ["time": offset(minutes: minutes)]) }

    /// Of what was out: the plan counts on it, and it may not be back. What was down is restored; what may have been read or forged is
    /// not restored, it is cleared for use.
    func condition(_ back: Return) -> String { back.phrase(at: offset(minutes: back.minutes)).text(language) }

    /// The same without its hour.
    func onceBack(_ was: Outage.Manner) -> String { was.phraseOfReturn.text(language) }

    /// Empty of what never was out.
    func state(_ availability: Availability) -> String {
        switch availability {
        case .up: ""
        case .back(let back): condition(back)
        case .out(let outage): state(outage)
        }
    }

    /// Beside a channel that was out: when it can be used, and what to use as long as it is not.
    func condition(_ back: Return, else fallback: String?) -> String {
        guard let fallback else { return condition(back) }
        return say("{condition}; else by {channel}", ["condition": condition(back), "channel": fallback])
    }

    var doesNotWork: String { say("out of order") }
    var distrusted: String { say("do not use: the attacker can read it") }
    /// Above a list of what is distrusted.
    var distrustedLabel: String { say("Do not use: the attacker can read or forge it") }
    var downLabel: String { say("Out of order") }
    /// Before the names of people.
    var absentLabel: String { say("Not there") }
}

extension Return {
    /// When it can be used again, in words: `time` is its hour as the reader is told hours.
    public func phrase(at time: String) -> Phrase {
        Phrase("{condition}, not before {time}", ["condition": was.phraseOfReturn, "time": time])
    }
}

extension Outage.Manner {
    /// What must be so before it is used again.
    fileprivate var phraseOfReturn: Phrase {
        switch self {
        case .down: Phrase("once restored")
        case .distrusted: Phrase("once cleared for use")
        case .distrustedAndDown: Phrase("once restored and cleared for use")
        }
    }
}

extension ScenarioContext {
    /// What stands beside a channel at this hour; nothing of what never was out.
    func state(of channel: Channel, _ reach: Reach) -> [Run] {
        condition(words.state(reach.availability(channel: channel.id)))
    }

    /// That a message does not reach some of its audiences, and from when it can.
    func undelivered(_ message: Message, _ reach: Reach) -> [String] {
        var groups: [(possible: Int?, names: [String])] = []
        for route in reach.routes(of: message) where route.channel == nil {
            let name = edition.title(.audience, route.audience)
            if let place = groups.firstIndex(where: { $0.possible == route.possible }) {
                groups[place].names.append(name)
            } else {
                groups.append((route.possible, [name]))
            }
        }
        let title = edition.title(.message, message.id)
        return groups.map { possible, names in
            let names = words.list(names)
            guard let possible else { return words.cannotLeave(title, for: names) }
            return words.cannotLeave(title, for: names, before: words.offset(minutes: possible))
        }
    }

    /// That nobody of several roles can be reached.
    func nobodyReachable(_ roles: [String]) -> String {
        roles.isEmpty ? words.nobody : words.nobodyReachable(words.list(roles.map { edition.title(.role, $0) }))
    }

    /// That a message cannot be approved: nobody of these roles can be reached.
    func cannotBeApproved(_ roles: [String]) -> String {
        words.say("cannot be approved: {state}", ["state": nobodyReachable(roles)])
    }

    /// That nobody of a role can be reached at this hour, and from when somebody can.
    func nobodyReachable(_ role: String, _ reach: Reach) -> String {
        let said = words.nobodyReachable(edition.title(.role, role))
        guard let from = reach.reachable(role: role), from > reach.minutes else { return said }
        return words.say("{state} – not before {time}", ["state": said, "time": words.offset(minutes: from)])
    }
}
