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
        composer.remarked = { remarked($0) }
        if isForOthers { composer.scenario = nil }
        return composer
    }

    /// What the text of a message names and cannot be used when it leaves: said beside the text, which is sent as it is written.
    func unusableNames(in message: Message, _ scenes: [ScenarioContext]) -> [Fact] {
        let (names, numbers) = named(in: message)
        if names.isEmpty, numbers.isEmpty { return [] }
        var lines: [String] = []
        func add(_ value: String, _ state: String, _ context: ScenarioContext) {
            let line = "\(value)\(words.colon)\(state)\(scenes.count > 1 ? " – " + context.title : "")"
            // A fixed value may be written out besides.
            if !lines.contains(line) { lines.append(line) }
        }
        for context in scenes.isEmpty ? [self] : scenes where context.scenario != nil {
            let hour = context.timeline?.firstSending(of: message.id)?.hour
            let there = hour.map { context.at(.hour($0)) } ?? context
            for name in names {
                guard let shown = there.situated(name), !shown.state.isEmpty else { continue }
                let composer = edition.composer
                let value = shown.value ?? composer.value(of: name) ?? composer.constant(name) ?? name
                add(value, shown.state, context)
            }
            for (written, number) in numbers {
                let state = there.state(ofNumber: number)
                if !state.isEmpty { add(written, state, context) }
            }
        }
        return lines.isEmpty ? [] : [Fact(words.say("Named in the text"), [.text(lines.joined(separator: " · "))])]
    }

    private func situated(_ name: String) -> Composer.Situated? {
        let parts = name.split(separator: ".").map(String.init)
        if parts.count == 1 { return fixedValue(of: name) }
        guard parts.count == 3 else { return nil }
        let id = parts[1]
        switch (parts[0], parts[2]) {
        case ("channel", _): return beside { $0.availability(channel: id) }
        case ("system", _): return beside { $0.availability(system: id) }
        case ("person", "phone"): return plan.people[id].flatMap(number)
        case ("role", "phone"): return holder(of: id).flatMap(number)
        case ("person", "name"), ("person", "title"): return plan.people[id].flatMap(presence)
        case ("role", "name"): return holder(of: id).flatMap(presence)
        default: return nil
        }
    }

    private func holder(of role: String) -> Person? { plan.roles[role]?.holder.flatMap { plan.people[$0] } }

    /// That somebody who is named is not there.
    private func presence(of person: Person) -> Composer.Situated? {
        let state = told(
            affairs.map { name, reach in
                let isThere = reach.absence(person: person.id) == nil
                return Standing(name: name, isUp: isThere, state: isThere ? "" : words.absent)
            })
        return state.isEmpty ? nil : Composer.Situated(state: state)
    }

    /// Of a field that always is the same: what holds of the channel whose number or address that is.
    private func fixedValue(of field: String) -> Composer.Situated? {
        guard let value = plan.fields[field]?.value.text(edition.locale) else { return nil }
        let state = state(ofValue: value)
        return state.isEmpty ? nil : Composer.Situated(state: state)
    }

    /// What holds of the channel whose number or address a value is.
    func state(ofValue value: String) -> String {
        if value.isEmpty { return "" }
        let number = WrittenForms.phone(value, ownCode: edition.composer.phones.ownCode)
        let channels =
            number.map { edition.channels(withNumber: $0) } ?? plan.channels.filter { $0.address?.value == value }
        return state(of: channels)
    }

    /// The words of a text with what holds of each number of a channel that is written out in it.
    private func remarked(_ text: String) -> String {
        let found = WrittenForms.phones(in: text, ownCode: edition.composer.phones.ownCode)
        if found.isEmpty { return text }
        var result = ""
        var start = text.startIndex
        for (number, range) in found {
            let state = state(ofNumber: number)
            result += text[start..<range.upperBound] + (state.isEmpty ? "" : " (\(state))")
            start = range.upperBound
        }
        return result + text[start...]
    }

    /// What holds of the channel whose number it is.
    private func state(ofNumber number: String) -> String { state(of: edition.channels(withNumber: number)) }

    /// What holds of channels with one address: nothing while one of them works.
    private func state(of channels: [Channel]) -> String {
        let states = channels.map { state(of: $0) }
        return states.contains("") ? "" : states.first ?? ""
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
        if isAway(person) { return presence(of: person) }
        let counted = open.enumerated().map { place, address in
            let standings = standings(of: address.channel.id, for: person)
            return (address: address, standings: standings, failures: standings.count { !$0.isUp }, place: place)
        }
        guard let best = counted.min(by: { ($0.failures, $0.place) < ($1.failures, $1.place) }) else { return nil }
        return Composer.Situated(
            value: edition.composer.phones.text(best.address.value.value), state: told(best.standings))
    }
}

extension ScenarioContext {
    /// The names that planc fills in in the text of a message, and the telephone numbers written out there, its snippets included; each
    /// once.
    fileprivate func named(in message: Message) -> (names: [String], numbers: [(written: String, number: String)]) {
        var names: [String] = []
        var numbers: [(written: String, number: String)] = []
        var open: Set<String> = []
        let ownCode = edition.composer.phones.ownCode
        func visit(_ blocks: [PlancMarkup.Block]) {
            blocks.forEachInline { inline in
                switch inline.content {
                case .placeholder(let placeholder):
                    if !names.contains(placeholder.name) { names.append(placeholder.name) }
                case .text(let text):
                    for (number, range) in WrittenForms.phones(in: text, ownCode: ownCode)
                    where !numbers.contains(where: { $0.number == number }) {
                        numbers.append((String(text[range]), number))
                    }
                case .snippet(let id) where open.insert(id.value).inserted:
                    if let version = plan.snippets[id.value]?.version(edition.locale) { visit(version.body.blocks) }
                default: break
                }
            }
        }
        if let version = message.version(edition.locale) { visit(version.body.blocks) }
        return (names, numbers)
    }
}
