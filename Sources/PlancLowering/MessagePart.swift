import PlancAnalysis
import PlancDocument
import PlancModel

/// The messages of a pack: an order of sending for all scenarios, what to fill in once, then each text once.
extension ScenarioContext {
    /// `self` is an ordinary day.
    func messagePart(_ scenes: [ScenarioContext]) -> [Block] {
        let all = messagesByTime(scenes)
        if all.isEmpty { return [.paragraph([.text(words.noMessages)], .body)] }
        let messages = all.filter { !isRoutine($0.id) }
        var blocks: [Block] = [
            .heading(level: 2, [.text(words.orderOfSending)], anchor: anchor("order")), digitLegend(scenes),
        ]
        blocks.append(sendingTable(messages, scenes))
        let away = all.filter { message in !messages.contains { $0.id == message.id } }
        if let other = packOfRoutine, !away.isEmpty {
            let places = Set(away.compactMap { textElsewhere($0.id)?.place })
            let place = places.count == 1 ? places.first ?? "" : ""
            let pack = edition.title(.pack, other.id) + (place.isEmpty ? "" : " (\(place))")
            let titles = away.enumerated().flatMap { number, message -> [Run] in
                let title = "\(edition.mark(of: message)) \(edition.title(.message, message.id))"
                return [.text((number > 0 ? words.semicolon : "") + title)]
                    + (textElsewhere(message.id).map { [page(of: $0)] } ?? [])
            }
            blocks.append(.paragraph([.text(words.inAnotherPack(pack) + " ", .strong)] + titles, .body))
        }
        blocks += fieldLegend(messages.filter { elsewhere($0.id) == nil }, level: 2)
        for phase in [Phase.during, .after, .before] {
            let some = messages.filter { self.phase(of: $0, in: scenes) == phase }
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

    /// Those that the pack has, in the order of sending.
    private func messagesByTime(_ scenes: [ScenarioContext]) -> [Message] {
        let held = plan.messages.filter { message in
            isShared(message.id) && holds(message) && scenes.contains { message.scenarios.contains($0.id) }
        }
        return inOrderOfSending(held, scenes)
    }

    /// Messages in rows by time; where scenarios differ, each time has their digits.
    private func sendingTable(_ messages: [Message], _ scenes: [ScenarioContext]) -> Block {
        var current: Phase?
        let rows = messages.flatMap { message -> [Table.Row] in
            let phase = phase(of: message, in: scenes)
            let isNew = current != nil && current != phase
            current = phase
            let own = scenes.filter { message.scenarios.contains($0.id) }
            var times: [(time: String, digits: [String])] = []
            for context in own {
                let time = context.sendingTimes(message).joined(separator: ", ")
                if let place = times.firstIndex(where: { $0.time == time }) {
                    times[place].digits.append(context.digit)
                } else {
                    times.append((time, [context.digit]))
                }
            }
            let when = times.enumerated().flatMap { place, group -> [Run] in
                let isAll = group.digits.count == scenes.count
                return (place > 0 ? [Run(.lineBreak)] : []) + [
                    .text(group.time, .time),
                    .text(
                        isAll
                            ? ""
                            : (group.time.isEmpty ? "–\u{A0}· " : "\u{A0}· ") + group.digits.joined(separator: "\u{A0}")
                    ),
                ]
            }
            let group: [Table.Row] =
                isNew
                ? [.init([[.paragraph([.text(words.phase(phase), .strong)], .body)]], isGroup: true)] : []
            return group + [
                .init(runs: [
                    when,
                    [Run(.tick), .text("\u{A0}")] + pointer(to: message).map { $0.adding(isLargePrint ? [] : .small) },
                    [.text(words.list(message.audiences.map { edition.title(.audience, $0.id) }), .small)],
                ])
            ]
        }
        return .table(
            Table(
                summary: words.orderOfSending,
                columns: [
                    .init([.text(words.when)], weight: 1), .init([.text(words.message)], weight: 6),
                    .init([.text(words.toWhom)], weight: 3),
                ], rows: rows, hasRowHeaders: false))
    }

    /// What is known of a message in a few lines; approval and sending, to be filled in, last.
    func factsInLines(of message: Message, in scenes: [ScenarioContext]) -> [Block] {
        let (known, boxes) = (facts(of: message, in: scenes), boxes(of: message, in: scenes))
        // Without anybody who approves, only the time of sending is left to note.
        if boxes.count == 1 { return [words.line(known + boxes, .small)] }
        return [words.line(known, .small), words.line(boxes, .body)]
    }
}

extension Words {
    /// Facts one after the other, in lines that fill the width.
    func line(_ facts: [Fact], _ style: Block.ParagraphStyle) -> Block {
        .paragraph(
            facts.enumerated().flatMap { place, fact -> [Run] in
                // A box never begins a line without what it is for.
                let colon = fact.value.first?.content == .tick ? colon.trimmedEnd + "\u{A0}" : colon
                return [.text((place > 0 ? "   " : "") + fact.label + colon, .strong)]
                    + fact.value.map { $0.content == .lineBreak ? .text(semicolon) : $0 }
            }, style)
    }
}

extension Words {
    fileprivate func inAnotherPack(_ title: String) -> String {
        say("Sent before and after a crisis, in another pack, {title}:", ["title": title])
    }
}
