import PlancAnalysis
import PlancCompose
import PlancDocument
import PlancMarkup
import PlancModel

/// What a text of the plan names with a placeholder or a link – a channel, a system, somebody's number –, with what holds of it at
/// this hour beside it. Texts that are sent stay as they are.
extension ScenarioContext {
    /// Composes the plan's own texts for this scenario and hour.
    var composer: Composer {
        guard scenario != nil || !covered.isEmpty else { return edition.composer }
        var composer = edition.composer
        composer.situated = { situated($0) }
        return composer
    }

    /// What the text of a message names and cannot be used when it leaves: said beside the text, which is sent as it is written.
    func unusableNames(in message: Message, _ scenes: [ScenarioContext]) -> [Fact] {
        let names = plan.namesWritten(in: message, edition.locale)
        if names.isEmpty { return [] }
        var lines: [String] = []
        for context in scenes.isEmpty ? [self] : scenes where context.scenario != nil {
            let hour = context.timeline?.firstSending(of: message.id)?.hour
            let there = hour.map { context.at(.hour($0)) } ?? context
            for name in names {
                guard let shown = there.situated(name), !shown.state.isEmpty else { continue }
                let value = shown.value ?? edition.composer.value(of: name) ?? name
                let place = scenes.count > 1 ? " – " + context.title : ""
                lines.append("\(value)\(words.colon)\(shown.state)\(place)")
            }
        }
        return lines.isEmpty ? [] : [Fact(words.say("Named in the text"), [.text(lines.joined(separator: " · "))])]
    }

    private func situated(_ name: String) -> Composer.Situated? {
        let parts = name.split(separator: ".").map(String.init)
        guard parts.count == 3 else { return nil }
        let id = parts[1]
        switch (parts[0], parts[2]) {
        case ("channel", _): return beside { $0.availability(channel: id) }
        case ("system", _): return beside { $0.availability(system: id) }
        case ("person", "phone"): return plan.people[id].flatMap(number)
        case ("role", "phone"): return plan.roles[id]?.holder.flatMap { plan.people[$0] }.flatMap(number)
        default: return nil
        }
    }

    /// What should be back is told of like what is out.
    private func beside(_ availability: (Reach) -> Availability) -> Composer.Situated? {
        let state = told(
            standings(availability).map { Standing(name: $0.name, isUp: $0.state.isEmpty, state: $0.state) })
        return state.isEmpty ? nil : Composer.Situated(state: state)
    }

    /// The first number of somebody that works and is for everybody; where none works, the first, and why it does not.
    private func number(of person: Person) -> Composer.Situated? {
        let open = person.reach.filter { address in
            plan.channels[address.channel]?.type.value.isTelephone ?? false && !person.isPrivate(address.channel.id)
        }
        if isAway(person) { return Composer.Situated(state: words.notThere) }
        let counted = open.enumerated().map { place, address in
            let standings = standings(of: address.channel.id, for: person)
            return (address: address, standings: standings, failures: standings.count { !$0.isUp }, place: place)
        }
        guard let best = counted.min(by: { ($0.failures, $0.place) < ($1.failures, $1.place) }) else { return nil }
        return Composer.Situated(
            value: edition.composer.phones.text(best.address.value.value), state: told(best.standings))
    }
}

extension Plan {
    /// The dotted names that the text of a message has, its snippets included; each once.
    fileprivate func namesWritten(in message: Message, _ locale: Locale) -> [String] {
        var names: [String] = []
        var open: Set<String> = []
        func visit(_ blocks: [PlancMarkup.Block]) {
            blocks.forEachInline { inline in
                switch inline.content {
                case .placeholder(let placeholder) where placeholder.isComputed:
                    if !names.contains(placeholder.name) { names.append(placeholder.name) }
                case .snippet(let id) where open.insert(id.value).inserted:
                    if let version = snippets[id.value]?.version(locale) { visit(version.body.blocks) }
                default: break
                }
            }
        }
        if let version = message.version(locale) { visit(version.body.blocks) }
        return names
    }
}
