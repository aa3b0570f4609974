import PlancAnalysis
import PlancDocument
import PlancMarkup
import PlancModel
import PlancSource

extension ScenarioContext {
    /// Who is told when, and which deadlines run: drawn, and as a list of the messages.
    func timelineBlocks() -> [Block] {
        let lanes = audienceLanes + dutyLanes
        if lanes.isEmpty { return [] }
        let legend = words.chartLegend + (lanes.contains(where: \.dependsOnAnswers) ? " " + words.hollowIfAnswered : "")
        return drawings(lanes).map { .drawing($0) } + [.paragraph([.text(legend)], .small)]
    }

    /// A line of the chart.
    private struct Lane {
        var title: String
        /// Minutes from T0 at which something leaves.
        var marks: [Int]
        /// Those of them at which nothing leaves, since no channel works or nobody is there to send or approve it.
        var unsent: Set<Int> = []
        /// Whether one of them is left out unless a decision is answered in one way.
        var dependsOnAnswers = false
        var limit: Int?
        var sentence: String
    }

    private var audienceLanes: [Lane] {
        (timeline?.audiences ?? []).compactMap { clock -> Lane? in
            let marks = clock.sendings.compactMap(\.minutes).filter { $0 >= 0 }
            guard let audience = plan.audiences[clock.audience], !marks.isEmpty else { return nil }
            let title = edition.title(.audience, audience.id)
            var sent = Set<Int>()
            let told = clock.sendings.compactMap { sending -> String? in
                guard let minutes = sending.minutes, minutes >= 0 else { return nil }
                let there = reach.at(sending.hour)
                let route = plan.messages[sending.message].map { there.route(of: $0, for: audience.id) }
                let missing = timeline.map { there.senders(missingFor: sending, in: $0) } ?? []
                let unapproved = plan.messages[sending.message].map { there.approvers(missingFor: $0) } ?? []
                let condition =
                    route?.channel == nil
                    ? words.noRoute
                    : !missing.isEmpty
                        ? nobodyReachable(missing)
                        : !unapproved.isEmpty
                            ? cannotBeApproved(unapproved) : route?.back.map { words.condition($0) } ?? ""
                let leaves = route?.channel != nil && missing.isEmpty && unapproved.isEmpty
                if leaves, sending.answer == nil { sent.insert(minutes) }
                let conditions = [self.condition(sending) ?? "", condition].filter { !$0.isEmpty }
                return "\(words.offset(minutes: minutes)) \(edition.title(.message, sending.message))"
                    + (conditions.isEmpty ? "" : " (\(conditions.joined(separator: ", ")))")
            }
            return Lane(
                title: title, marks: marks, unsent: Set(marks).subtracting(sent),
                dependsOnAnswers: clock.sendings.contains { $0.answer != nil },
                limit: clock.isAffected ? audience.informWithin?.value.boundedMinutes : nil,
                sentence: words.laneSentence(title, words.list(told)))
        }
    }

    private var dutyLanes: [Lane] {
        (timeline?.duties ?? []).compactMap { duty in
            let planned = duty.planned
            let marks = [planned?.minutes].compactMap { $0 }
            let condition = condition(duty.conditional).map { " (\($0))" } ?? ""
            if marks.isEmpty, duty.deadline == nil { return nil }
            let title = edition.title(of: duty)
            return Lane(
                title: title, marks: marks, unsent: duty.fulfilment == nil ? Set(marks) : [],
                dependsOnAnswers: duty.conditional != nil, limit: duty.deadline,
                sentence: words.dutySentence(
                    title, marks.first.map { words.offset(minutes: $0) + condition },
                    duty.deadline.map { words.offset(minutes: $0) }))
        }
    }

    /// The hours are wide, the weeks narrow: each stretch between two of these takes the same room.
    private static let stops = [0, 15, 30, 60, 120, 240, 480, 1440, 4320, 10_080, 43_200]

    /// A chart a page at most: lanes that do not fit one drawing go on in the next, on the same scale.
    private func drawings(_ lanes: [Lane]) -> [Drawing] {
        let form = ChartForm(isLarge: isLargePrint, names: lanes.map(\.title))
        let last = lanes.flatMap { $0.marks + [$0.limit].compactMap { $0 } }.max() ?? 0
        var stops = Self.stops
        while stops.count > 3, stops[stops.count - 2] >= last { stops.removeLast() }
        var parts: [[Int]] = [[]]
        var height = form.top
        for (place, lane) in form.heights.enumerated() {
            if height + lane > form.most, !(parts[parts.count - 1].isEmpty) {
                parts.append([])
                height = form.top
            }
            parts[parts.count - 1].append(place)
            height += lane
        }
        return parts.enumerated().map { number, part in
            drawing(part.map { (lanes[$0], form.names[$0], form.heights[$0]) }, form, stops, isFirst: number == 0)
        }
    }

    private func drawing(
        _ lanes: [(lane: Lane, names: [String], height: Double)], _ form: ChartForm, _ stops: [Int], isFirst: Bool
    ) -> Drawing {
        let room = form.width - form.left - form.size * 1.4
        func x(_ minutes: Int) -> Double {
            let place = stops.lastIndex { $0 <= minutes } ?? 0
            guard place + 1 < stops.count else { return form.left + room }
            let share = Double(minutes - stops[place]) / Double(stops[place + 1] - stops[place])
            return form.left + room * (Double(place) + min(max(share, 0), 1)) / Double(stops.count - 1)
        }
        let height = form.top + lanes.reduce(0) { $0 + $1.height } + 4
        var shapes: [Drawing.Shape] = stops.flatMap { minutes -> [Drawing.Shape] in
            let offset = words.offset(minutes: minutes)
            return [
                .line(.init(x(minutes), form.top - 4), .init(x(minutes), height), .init(0.5, .light)),
                // The line is the clock from T0 on: "15 min" is enough, and has room.
                .text(
                    offset.hasPrefix("T+") ? String(offset.dropFirst(2)) : offset, at: .init(x(minutes), form.top - 10),
                    size: form.scaleSize,
                    anchor: .middle, isStrong: false, maxWidth: room / Double(stops.count - 1) * 0.96, tone: .dark),
            ]
        }
        var top = form.top
        for (lane, names, height) in lanes {
            let y = form.line(top, height)
            shapes.append(.line(.init(form.left, y), .init(form.width - form.size, y), .init(0.5, .middle)))
            for (place, name) in names.enumerated() {
                shapes.append(
                    .text(
                        name, at: .init(0, form.name(place, of: names.count, top, height)), size: form.size,
                        anchor: .start, isStrong: false,
                        maxWidth: form.nameWidth, tone: .black))
            }
            let reach = form.size * 0.82
            if let limit = lane.limit {
                shapes.append(
                    .rectangle(
                        origin: .init(x(limit) - 1, y - reach), width: 2, height: 2 * reach, fill: .black, stroke: nil,
                        radius: 0))
            }
            for mark in Set(lane.marks).sorted() {
                shapes.append(
                    .circle(
                        center: .init(x(mark), y), radius: form.size * 0.41,
                        fill: lane.unsent.contains(mark) ? .white : .accent,
                        stroke: .init(0.75)))
            }
            top += height
        }
        return Drawing(
            width: form.width, height: height, title: isFirst ? words.chartTitle(title) : "",
            alternative: lanes.map { plainWords($0.lane.sentence) }.joined(separator: "\n"), shapes: shapes)
    }
}

/// The measures of a chart: names beside their lines, or in large type above them, in as many lines as they need.
private struct ChartForm {
    let isLarge: Bool
    let width: Double
    /// Where the lines begin.
    let left: Double
    let nameWidth: Double
    let size: Double
    let scaleSize: Double
    let top: Double
    /// The most that a page takes.
    let most: Double
    let names: [[String]]
    let heights: [Double]

    init(isLarge: Bool, names: [String]) {
        self.isLarge = isLarge
        (width, size, scaleSize) = isLarge ? (450, 15, 11) : (490, 8.5, 7)
        left = isLarge ? 18 : 190
        nameWidth = isLarge ? width : left - 10
        top = isLarge ? 30 : 22
        most = isLarge ? 430 : 560
        // In this face a letter is a little more than half as wide as it is high.
        let letters = Int(nameWidth / (size * 0.54))
        let (leading, rest) = (size * 1.2, isLarge ? size * 2.2 : size * 0.95)
        let lines = names.map { Drawing.lines($0) { $0.count <= letters } }
        heights = lines.map { Double($0.count) * leading + rest }
        self.names = lines
    }

    /// Where the line of a lane stands.
    func line(_ top: Double, _ height: Double) -> Double { isLarge ? top + height - size * 1.3 : top + height / 2 }

    /// The baseline of a line of its name.
    func name(_ place: Int, of count: Int, _ top: Double, _ height: Double) -> Double {
        if isLarge { return top + size * (1.1 + 1.2 * Double(place)) }
        return top + height / 2 + size * (0.36 + 1.2 * (Double(place) - Double(count - 1) / 2))
    }
}
