import PlancAnalysis
import PlancDocument
import PlancModel

/// Messages that a pack tells once, since they belong to all of its scenarios: what differs between the scenarios is told with each.
extension ScenarioContext {
    /// The part of a pack that tells them; empty when there are none. `self` is an ordinary day, `scenes` are the pack's scenarios.
    func sharedMessageBlocks(_ scenes: [ScenarioContext], level: Int) -> [Block] {
        // By time in the first scenario, so that the order is that of its own list.
        let messages = scenes.first?.messagesInOrder.filter { isShared($0.id) && holds($0) } ?? []
        if messages.isEmpty { return [] }
        var blocks: [Block] = [
            .pageBreak, .heading(level: level - 1, [.text(words.inEveryScenario)], anchor: anchor("messages")),
            .paragraph([.text(words.sharedMessagesNote)], .note),
        ]
        for phase in [Phase.during, .after, .before] {
            let some = messages.filter { self.phase(of: $0, in: scenes) == phase }
            if some.isEmpty { continue }
            blocks.append(
                .heading(level: level, [.text(words.messagesOf(phase))], anchor: anchor("messages", phase.rawValue)))
            for message in some { blocks += self.blocks(of: message, in: scenes, level: level + 1) }
        }
        blocks.append(.end([.text(words.endOfMessages)]))
        return blocks
    }

    /// Values that scenarios agree in, in the order of the first scenario of each.
    func groups<Value: Equatable>(_ scenes: [ScenarioContext], _ value: (ScenarioContext) -> Value) -> [(
        value: Value, scenarios: [String]
    )] {
        var groups: [(value: Value, scenarios: [String])] = []
        for context in scenes {
            let own = value(context)
            let title = isComposed ? context.digit : context.title
            if let place = groups.firstIndex(where: { $0.value == own }) {
                groups[place].scenarios.append(title)
            } else {
                groups.append((own, [title]))
            }
        }
        return groups
    }

    /// "scenarios 1 and 5", or the titles of scenarios where no digit is explained.
    func named(_ scenarios: [String]) -> String {
        isComposed ? words.numbered(scenarios) : words.list(scenarios)
    }

    /// " in scenarios 1 and 5", or " in: Fire" where no digit is explained.
    func inNamed(_ scenarios: [String]) -> String {
        isComposed ? words.inNumbered(scenarios) : words.inScenarios(words.list(scenarios))
    }

    /// The time at which a message leaves, when that is the same in all scenarios; else the times with their scenarios.
    func sendingTimes(_ message: Message, in scenes: [ScenarioContext]) -> (shared: String, times: [Run]) {
        let groups = groups(scenes) { $0.sendingTimes(message).joined(separator: ", ") }
        if groups.count == 1 { return (groups[0].value, []) }
        let told = groups.filter { !$0.value.isEmpty }
        return (
            "",
            told.enumerated().flatMap { place, group -> [Run] in
                (place > 0 ? [Run(.lineBreak)] : []) + [
                    .text(group.value, .time), .text(" – " + named(group.scenarios), .small),
                ]
            }
        )
    }

    /// Scenarios in which a channel cannot be used; `isBehind`: behind its name.
    func obstacles(
        _ channel: Channel, to message: Message, in scenes: [ScenarioContext], isBehind: Bool = false
    ) -> [Run] {
        let states = groups(scenes) { context in context.obstacleInShort(channel, to: message) }
        return states.filter { !$0.value.isEmpty }.enumerated().flatMap { place, group -> [Run] in
            let state: [Run] = [.text(group.value, .strong), .text(inNamed(group.scenarios))]
            if isBehind { return [.text(place > 0 ? " · " : " – ")] + state }
            return [Run(.lineBreak), .text(edition.title(.channel, channel.id) + " – ")] + state
        }
    }

    private func obstacleInShort(_ channel: Channel, to message: Message) -> String {
        let reach = reach(for: message)
        let state = words.state(reach.availability(channel: channel.id))
        guard state.isEmpty, !reach.hasOperator(channel: channel.id), let role = channel.operatedBy else {
            return state
        }
        return nobodyReachable(role.id, reach)
    }

    /// Who acts for a role and by which number: once where the scenarios agree, else each with its scenarios.
    func acting(_ role: Role, in scenes: [ScenarioContext]) -> [Run] {
        let groups = groups(scenes) { context in context.acting(role).map { context.nameAndNumber($0) } ?? [] }
        if groups.count == 1 { return groups[0].value.isEmpty ? [] : [.text(" – ")] + groups[0].value }
        return groups.flatMap { runs, scenarios -> [Run] in
            [Run(.lineBreak)] + (runs.isEmpty ? [.text(words.nobody)] : runs)
                + [.text(" – " + named(scenarios), .small)]
        }
    }

    /// Audiences that a message cannot reach, with the scenarios in which it is so.
    func warnings(_ message: Message, in scenes: [ScenarioContext]) -> [Block] {
        groups(scenes) { context in context.undelivered(message, context.reach(for: message)) }.flatMap {
            said, scenarios in
            said.map {
                .callout(
                    Callout(
                        .warning, title: [.text($0)],
                        blocks: [.paragraph([.text(words.scenarios + words.colon + words.list(scenarios))], .body)]))
            }
        }
    }
}

extension Words {
    var inEveryScenario: String { say("In every scenario") }
    var everyScenario: String { say("every scenario") }
    var sharedMessagesNote: String {
        say(

            """
            These messages are the same in all scenarios of this pack. Your scenario’s own part says when each \
            of them leaves and by what: look there first.
            """
        )
    }
    var onPage: String { ", " + pageShort }
    var colon: String { say(": ") }
    fileprivate func inScenarios(_ titles: String) -> String { say(" in: {titles}", ["titles": titles]) }
    /// A list, since digits with commas between them read as a decimal.
    func numbered(_ digits: [String]) -> String {
        digits.count == 1
            ? say("scenario {digit}", ["digit": digits[0]]) : say("scenarios {digits}", ["digits": list(digits)])
    }
    func inNumbered(_ digits: [String]) -> String {
        digits.count == 1
            ? say(" in scenario {digit}", ["digit": digits[0]])
            : say(" in scenarios {digits}", ["digits": list(digits)])
    }
}
