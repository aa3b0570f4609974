import PlancAnalysis
import PlancMarkup
import PlancModel
import PlancSource

/// Who hears something when, in one scenario: sorted once, since many messages ask.
struct NewsOfScenario {
    private let plan: Plan
    private var byAudience: [String: Occurrences] = [:]
    /// Of channels that anybody reads.
    private var byChannel: [String: Occurrences] = [:]

    init(_ timeline: Timeline, _ plan: Plan) {
        self.plan = plan
        for sending in timeline.sendings {
            guard let start = sending.minutes, let message = plan.messages[sending.message],
                message.phase.value != .before, message.inReplyTo == nil
            else { continue }
            let period = sending.rhythm?.boundedMinutes
            for audience in message.audiences { byAudience[audience.id, default: .init()].add(start, period) }
            for channel in message.channels where isOpen(channel.id) {
                byChannel[channel.id, default: .init()].add(start, period)
            }
        }
        for key in byAudience.keys { byAudience[key]!.sort() }
        for key in byChannel.keys { byChannel[key]!.sort() }
    }

    /// When an audience hears something again: by a message to it, or by what is published where a message sends its readers.
    ///
    /// - Parameters:
    ///   - open: the channels that `openChannels` gives for the message.
    ///   - minutes: from T0.
    /// - Returns: minutes from T0; nil: never.
    func next(for audience: Audience, on open: Set<String>, after minutes: Int) -> Int? {
        let all = [byAudience[audience.id]] + open.map { byChannel[$0] }
        return all.compactMap { $0?.next(after: minutes) }.min()
    }

    /// The channels of a message on which anybody reads what comes next: its own, and those that its text names.
    func openChannels(of message: Message) -> Set<String> {
        var named = Set(message.channels.map(\.id))
        message.versions.first?.body.blocks.forEachInline { inline in
            guard case .placeholder(let placeholder) = inline.content else { return }
            let parts = placeholder.name.split(separator: ".")
            if parts.count > 1, parts[0] == "channel" { named.insert(String(parts[1])) }
        }
        return named.filter(isOpen)
    }

    private func isOpen(_ channel: String) -> Bool {
        plan.channels[channel].map { Self.open.contains($0.type.value) } ?? false
    }

    private static let open: Set<ChannelType> = [.web, .statusPage, .hotline, .social, .display, .radio]
}

/// Times at which something happens, once or again and again, in minutes from T0.
private struct Occurrences {
    private struct Rhythm: Hashable {
        var period: Int
        var phase: Int
    }

    private var starts: [Int] = []
    /// The earliest start of those that fall on the same minutes.
    private var rhythms: [Rhythm: Int] = [:]

    mutating func add(_ start: Int, _ period: Int?) {
        starts.append(start)
        guard let period, period > 0 else { return }
        let rhythm = Rhythm(period: period, phase: start % period)
        rhythms[rhythm] = min(rhythms[rhythm] ?? start, start)
    }

    mutating func sort() { starts.sort() }

    func next(after minutes: Int) -> Int? {
        let place = starts.partitioningIndex { $0 <= minutes }
        var next = place < starts.endIndex ? starts[place] : nil
        for (rhythm, start) in rhythms where start <= minutes {
            let time = start + ((minutes - start) / rhythm.period + 1) * rhythm.period
            next = min(next ?? time, time)
        }
        return next
    }
}
