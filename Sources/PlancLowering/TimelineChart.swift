import PlancAnalysis
import PlancDocument
import PlancMarkup
import PlancModel

extension Scene {
    /// Who is told when, and which deadlines run: drawn, and as a list of the messages.
    func timelineBlocks() -> [Block] {
        let lanes = audienceLanes + dutyLanes
        return lanes.isEmpty ? [] : [.drawing(drawing(lanes)), .paragraph([.text(words.chartLegend)], .small)]
    }

    /// A line of the chart.
    private struct Lane {
        var title: String
        /// Minutes from T0 at which something leaves.
        var marks: [Int]
        var limit: Int?
        var sentence: String
    }

    private var audienceLanes: [Lane] {
        (timeline?.audiences ?? []).compactMap { clock -> Lane? in
            let marks = clock.sendings.compactMap(\.minutes).filter { $0 >= 0 }
            guard let audience = plan.audiences[clock.audience], !marks.isEmpty else { return nil }
            let title = edition.title(.audience, audience.id)
            let told = clock.sendings.compactMap { sending -> String? in
                guard let minutes = sending.minutes, minutes >= 0 else { return nil }
                return "\(words.offset(minutes: minutes)) \(edition.title(.message, sending.message))"
            }
            return Lane(
                title: title, marks: marks, limit: audience.informWithin?.value.boundedMinutes,
                sentence: words.laneSentence(title, words.list(told)))
        }
    }

    private var dutyLanes: [Lane] {
        (timeline?.duties ?? []).compactMap { duty in
            let marks = [duty.fulfilment?.minutes].compactMap { $0 }
            if marks.isEmpty, duty.deadline == nil { return nil }
            let title = "\(edition.title(.obligation, duty.obligation)) – \(edition.stage(duty.name))"
            return Lane(
                title: title, marks: marks, limit: duty.deadline,
                sentence: words.dutySentence(title, marks.first.map { words.offset(minutes: $0) }, duty.deadline.map { words.offset(minutes: $0) }))
        }
    }

    /// The hours are wide, the weeks narrow: each stretch between two of these takes the same room.
    private static let stops = [0, 15, 30, 60, 120, 240, 480, 1440, 4320, 10_080, 43_200]

    private func drawing(_ lanes: [Lane]) -> Drawing {
        let (width, left, row, top) = (480.0, 150.0, 18.0, 22.0)
        let last = lanes.flatMap { $0.marks + [$0.limit].compactMap { $0 } }.max() ?? 0
        var stops = Self.stops
        while stops.count > 3, stops[stops.count - 2] >= last { stops.removeLast() }
        let room = width - left - 12
        func x(_ minutes: Int) -> Double {
            let place = stops.lastIndex { $0 <= minutes } ?? 0
            guard place + 1 < stops.count else { return left + room }
            let share = Double(minutes - stops[place]) / Double(stops[place + 1] - stops[place])
            return left + room * (Double(place) + min(max(share, 0), 1)) / Double(stops.count - 1)
        }
        let height = top + Double(lanes.count) * row + 4
        var shapes: [Drawing.Shape] = stops.flatMap { minutes -> [Drawing.Shape] in
            [
                .line(.init(x(minutes), top - 4), .init(x(minutes), height), .init(0.5, .light)),
                .text(words.offset(minutes: minutes), at: .init(x(minutes), 12), size: 7, anchor: .middle, isStrong: false, maxWidth: 34, tone: .dark),
            ]
        }
        for (place, lane) in lanes.enumerated() {
            let y = top + (Double(place) + 0.5) * row
            shapes.append(.line(.init(left, y), .init(width - 8, y), .init(0.5, .middle)))
            shapes.append(.text(lane.title, at: .init(0, y + 3), size: 8.5, anchor: .start, isStrong: false, maxWidth: left - 8, tone: .black))
            if let limit = lane.limit {
                shapes.append(.rectangle(origin: .init(x(limit) - 1, y - 7), width: 2, height: 14, fill: .black, stroke: nil, radius: 0))
            }
            for mark in Set(lane.marks).sorted() {
                shapes.append(.circle(center: .init(x(mark), y), radius: 3.5, fill: .accent, stroke: .init(0.75)))
            }
        }
        return Drawing(
            width: width, height: height, title: words.chartTitle(title), alternative: lanes.map(\.sentence).joined(separator: "\n"), shapes: shapes)
    }
}
