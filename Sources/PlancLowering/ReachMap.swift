import PlancAnalysis
import PlancDocument
import PlancModel

/// The maps of a simulation: channels on the left, audiences on the right, a line for each way that an audience has, at T0 and at the
/// later hours, one map for those at which the same holds. What cannot be used has a cross, a word and a broken line: it is told
/// apart without any colour.
struct ReachMap {
    let drawings: [Drawing]

    private static let most = 40

    init(_ report: SimulationReport) {
        let plan = report.plan
        let used = Set(plan.audiences.flatMap { $0.channels.map(\.id) })
        let channels = plan.channels.filter { used.contains($0.id) }
        let audiences = Array(plan.audiences)
        guard !channels.isEmpty, !audiences.isEmpty, max(channels.count, audiences.count) <= Self.most else {
            drawings = []
            return
        }
        // Hours at which the same holds share a map.
        var maps: [(states: [State], hours: [Int])] = []
        for hour in Simulation.hours {
            let states = Self.states(channels, audiences, report.simulation.reach.at(hour))
            if maps.last?.states == states {
                maps[maps.count - 1].hours.append(hour)
            } else {
                maps.append((states, [hour]))
            }
        }
        drawings = maps.map { Self.drawing(report, channels, audiences, $0.hours) }
    }

    /// What a map tells of a channel or an audience at an hour.
    private enum State: Equatable {
        case works
        /// It was out.
        case back(Outage.Manner)
        case down
        case distrusted
        case nobody

        var isUp: Bool {
            switch self {
            case .works, .back: true
            case .down, .distrusted, .nobody: false
            }
        }
    }

    private static func state(_ channel: Channel, _ reach: Reach) -> State {
        switch reach.availability(channel: channel.id) {
        case .out(let outage): return outage.manner.isDistrusted ? .distrusted : .down
        case .back(let back): return reach.canCarry(channel.id) ? .back(back.was) : .nobody
        case .up: return reach.canCarry(channel.id) ? .works : .nobody
        }
    }

    private static func states(_ channels: [Channel], _ audiences: [Audience], _ reach: Reach) -> [State] {
        channels.map { state($0, reach) } + audiences.map { reach.isReachable(audience: $0.id) ? .works : .nobody }
    }

    private static func word(_ state: State, _ report: SimulationReport) -> String? {
        switch state {
        case .works: nil
        case .back(let was): report.words.onceBack(was)
        case .down: report.say("out", context: "a channel")
        case .distrusted: report.say("do not use")
        case .nobody: report.say("nobody to work it")
        }
    }

    private static func drawing(
        _ report: SimulationReport, _ channels: [Channel], _ audiences: [Audience], _ hours: [Int]
    ) -> Drawing {
        let reach = report.simulation.reach.at(hours[0])
        let (width, row, top, box) = (480.0, 22.0, 8.0, 170.0)
        let height = top + Double(max(channels.count, audiences.count)) * row + 4
        func y(_ place: Int, of count: Int) -> Double {
            top + (Double(place) + 0.5) * (height - top - 4) / Double(count)
        }
        let edition = report.edition
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
        func add(_ title: String, _ word: String?, isUp: Bool, at x: Double, _ y: Double) {
            shapes.append(
                .rectangle(
                    origin: .init(x, y - 8), width: box, height: 16, fill: isUp ? .white : .pale,
                    stroke: .init(isUp ? 1 : 0.5, isUp ? .black : .middle, isDashed: !isUp), radius: 3))
            // The state comes first: what is cut off at the end of a long line is the name.
            let told = (isUp ? "" : "✕ ") + (word.map { $0 + " – " } ?? "") + title
            shapes.append(
                .text(
                    told, at: .init(x + 5, y + 3), size: 8, anchor: .start, isStrong: false, maxWidth: box - 10,
                    tone: isUp ? .black : .dark))
        }
        for (place, channel) in channels.enumerated() {
            let state = state(channel, reach)
            add(
                edition.title(.channel, channel.id), word(state, report), isUp: state.isUp,
                at: 0, y(place, of: channels.count))
        }
        for (place, audience) in audiences.enumerated() {
            let isUp = reach.isReachable(audience: audience.id)
            add(
                edition.title(.audience, audience.id), isUp ? nil : report.words.nothingWorks, isUp: isUp,
                at: width - box, y(place, of: audiences.count))
        }
        return Drawing(
            width: width, height: height,
            title: report.say(
                "Which channels reach whom at {time}",
                ["time": report.words.list(hours.map { report.words.offset(minutes: $0) })]),
            alternative: sentences(report, audiences, reach), shapes: shapes)
    }

    private static func sentences(_ report: SimulationReport, _ audiences: [Audience], _ reach: Reach) -> String {
        audiences.map { audience -> String in
            let name = report.edition.title(.audience, audience.id)
            let up = reach.ways(audience: audience.id).map { report.way($0, reach) }
            return up.isEmpty
                ? report.say("{name}: nothing works.", ["name": name])
                : report.say("{name}: {up}.", ["name": name, "up": report.words.list(up)])
        }.joined(separator: " ")
    }
}
