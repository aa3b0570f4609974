import PlancAnalysis
import PlancDocument
import PlancModel

/// The messages of a pack: an order of sending for all scenarios, what to fill in once, then each text once.
extension Scene {
    /// `self` is an ordinary day.
    ///
    /// - Parameter elsewhere: the pack that holds what is sent before and after a crisis; nil when that is here.
    func messagePart(_ scenes: [Scene], elsewhere other: Pack?) -> [Block] {
        let all = messagesByTime(scenes)
        if all.isEmpty { return [.paragraph([.text(words.noMessages)], .body)] }
        let messages = all.filter { other == nil || $0.phase.value == .during }
        var blocks: [Block] = [
            .heading(level: 2, [.text(words.orderOfSending)], anchor: anchor("order")), digitLegend(scenes),
        ]
        blocks += sendingTable(messages, scenes)
        let away = all.filter { message in !messages.contains { $0.id == message.id } }
        if let other, !away.isEmpty {
            let titles = away.map { "\($0.mark(in: plan)) \(edition.title(.message, $0.id))" }
            blocks.append(
                .paragraph(
                    [
                        .text(words.inAnotherPack(edition.title(.pack, other.id)) + " ", .strong),
                        .text(titles.joined(separator: words.semicolon)),
                    ], .body))
        }
        blocks += fieldLegend(messages.filter { elsewhere($0.id) == nil }, level: 2)
        for phase in [Phase.during, .after, .before] {
            let some = messages.filter { $0.phase.value == phase }
            if some.isEmpty { continue }
            blocks.append(
                .heading(level: 2, [.text(words.messagesOf(phase))], anchor: anchor("messages", phase.rawValue)))
            for message in some {
                let own = scenes.filter { message.scenarios.contains($0.id) }
                blocks +=
                    own.count == 1 ? own[0].blocks(of: message, level: 3) : self.blocks(of: message, in: own, level: 3)
            }
        }
        return blocks + [.end([.text(words.endOfMessages)])]
    }

    /// By phase, then by the earliest time at which any of the scenarios sends them.
    private func messagesByTime(_ scenes: [Scene]) -> [Message] {
        let order: [Phase: Int] = [.during: 0, .after: 1, .before: 2]
        return plan.messages.enumerated().filter { _, message in
            isShared(message.id) && holds(message) && scenes.contains { message.scenarios.contains($0.id) }
        }.map { place, message in
            let times = scenes.compactMap { $0.timeline?.firstSending(of: message.id)?.minutes }
            return (message, order[message.phase.value] ?? 3, times.min() ?? .max, place)
        }.sorted { ($0.1, $0.2, $0.3) < ($1.1, $1.2, $1.3) }.map(\.0)
    }

    /// Messages in rows, the time of each scenario under its digit.
    private func sendingTable(_ messages: [Message], _ scenes: [Scene]) -> [Block] {
        let most = 6
        return stride(from: 0, to: scenes.count, by: most).map { start in
            let part = Array(scenes[start..<min(start + most, scenes.count)])
            let rows = messages.map { message -> Table.Row in
                let times = part.map { scene -> [Run] in
                    let time = message.scenarios.contains(scene.id) ? scene.sendingTime(message) : ""
                    return [.text(time.isEmpty ? "·" : time, time.isEmpty ? [] : .time)]
                }
                return .init(
                    runs: [
                        [Run(.tick), .text("\u{A0}")] + pointer(to: message),
                        [.text(words.list(message.audiences.map { edition.title(.audience, $0.id) }), .small)],
                    ] + times + [[Run(.blank(label: "", width: 5))]])
            }
            return .table(
                Table(
                    summary: words.orderOfSending,
                    columns: [.init([.text(words.message)], weight: 4), .init([.text(words.toWhom)], weight: 3)]
                        + part.map { Table.Column([.text($0.digit, .strong)], alignment: .center, weight: 0) }
                        + [.init([.text(words.sentAt)], weight: 0)], rows: rows, hasRowHeaders: false))
        }
    }

    /// What is known of a message in a few lines; approval and sending, to be filled in, last.
    func factsInLines(of message: Message, in scenes: [Scene]) -> [Block] {
        let known = facts(of: message, in: scenes, isOnScreen: true)
        let boxes = boxes(of: message, in: scenes)
        func line(_ facts: [Fact]) -> Block {
            .paragraph(
                facts.enumerated().flatMap { place, fact -> [Run] in
                    [.text((place > 0 ? "   " : "") + fact.label + words.colon, .strong)]
                        + fact.value.map { $0.content == .lineBreak ? .text("; ") : $0 }
                }, .body)
        }
        return [line(known), line(boxes)]
    }
}

extension Message {
    /// "M07": the message's place among those of the plan by id, the same in every pack, copy and format.
    func mark(in plan: Plan) -> String {
        let place = plan.messages.count { $0.id <= id }
        return "M" + (place < 10 ? "0" : "") + String(place)
    }
}

extension Words {
    fileprivate func inAnotherPack(_ title: String) -> String {
        say("Sent before and after a crisis, in “{title}”:", ["title": title])
    }
}
