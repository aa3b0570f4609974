import PlancAnalysis
import PlancDocument
import PlancModel

/// The map of a simulation at T0: channels on the left, audiences on the right, a line for each way that an audience has. What is
/// out, or has nobody to work it, is dashed and pale.
struct ReachMap {
    let drawing: Drawing?

    private static let most = 40

    init(_ report: SimulationReport) {
        let plan = report.plan
        let reach = report.simulation.reach
        let used = Set(plan.audiences.flatMap { $0.channels.map(\.id) })
        let channels = plan.channels.filter { used.contains($0.id) }
        let audiences = Array(plan.audiences)
        guard !channels.isEmpty, !audiences.isEmpty, max(channels.count, audiences.count) <= Self.most else {
            drawing = nil
            return
        }
        let (width, row, top, box) = (480.0, 22.0, 8.0, 170.0)
        let height = top + Double(max(channels.count, audiences.count)) * row + 4
        func y(_ place: Int, of count: Int) -> Double {
            top + (Double(place) + 0.5) * (height - top - 4) / Double(count)
        }
        var shapes: [Drawing.Shape] = []
        for (place, audience) in audiences.enumerated() {
            for reference in audience.channels {
                guard let channel = channels.firstIndex(where: { $0.id == reference.id }) else { continue }
                let isUp = reach.canCarry(reference.id)
                shapes.append(
                    .line(
                        .init(box, y(channel, of: channels.count)), .init(width - box, y(place, of: audiences.count)),
                        .init(isUp ? 1 : 0.5, isUp ? .black : .light, isDashed: !isUp)))
            }
        }
        func add(_ title: String, at x: Double, _ y: Double, isUp: Bool) {
            shapes.append(
                .rectangle(
                    origin: .init(x, y - 8), width: box, height: 16, fill: isUp ? .white : .pale,
                    stroke: .init(isUp ? 1 : 0.5, isUp ? .black : .middle, isDashed: !isUp), radius: 3))
            shapes.append(
                .text(
                    isUp ? title : "✕ " + title, at: .init(x + 5, y + 3), size: 8, anchor: .start, isStrong: false,
                    maxWidth: box - 10, tone: isUp ? .black : .dark))
        }
        let edition = report.edition
        for (place, channel) in channels.enumerated() {
            add(
                edition.title(.channel, channel.id), at: 0, y(place, of: channels.count),
                isUp: reach.canCarry(channel.id))
        }
        for (place, audience) in audiences.enumerated() {
            add(
                edition.title(.audience, audience.id), at: width - box, y(place, of: audiences.count),
                isUp: reach.isReachable(audience: audience.id))
        }
        let sentences = audiences.map { audience -> String in
            let name = edition.title(.audience, audience.id)
            let up = reach.ways(audience: audience.id).map { edition.title(.channel, $0) }
            return up.isEmpty
                ? report.say("{name}: nothing works.", ["name": name])
                : report.say("{name}: {up}.", ["name": name, "up": report.words.list(up)])
        }
        drawing = Drawing(
            width: width, height: height, title: report.say("Which channels reach whom at T0"),
            alternative: sentences.joined(separator: " "), shapes: shapes)
    }
}
