import PlancAnalysis
import PlancModel

/// Messages in one order for several scenarios: that of each scenario's own sendings, wherever they agree.
extension ScenarioContext {
    /// The phase in which a message leaves: that of the steps that send it, of several the crisis before what follows it; its own
    /// where no step sends it. A message for afterwards may leave while the crisis goes on.
    static func phase(of message: Message, in timelines: [Timeline]) -> Phase {
        let sending = timelines.flatMap { timeline in
            timeline.sendings(of: message.id).map { timeline.entries[$0.entry].phase }
        }
        return [Phase.during, .after, .before].first { sending.contains($0) } ?? message.phase.value
    }

    func phase(of message: Message) -> Phase { Self.phase(of: message, in: timeline.map { [$0] } ?? []) }

    /// The same where a message is printed once for several scenarios.
    func phase(of message: Message, in scenes: [ScenarioContext]) -> Phase {
        Self.phase(of: message, in: scenes.compactMap(\.timeline))
    }

    /// By phase, then such that no scenario's own order is broken: what one of them sends later is later. Where scenarios contradict
    /// each other, the earliest time of any of them counts.
    func inOrderOfSending(_ messages: [Message], _ scenes: [ScenarioContext]) -> [Message] {
        let phases = messages.map { phase(of: $0, in: scenes) }
        return [Phase.during, .after, .before].flatMap { phase in
            inOneOrder(zip(messages, phases).filter { $0.1 == phase }.map(\.0), scenes)
        }
    }

    private func inOneOrder(_ messages: [Message], _ scenes: [ScenarioContext]) -> [Message] {
        let times = scenes.map { context in
            messages.map { message in context.timeline?.firstSending(of: message.id).map { $0.minutes ?? .max } }
        }
        let earliest = messages.indices.map { place in times.compactMap { $0[place] }.min() ?? .max }
        let byTime = messages.indices.sorted { (earliest[$0], $0) < (earliest[$1], $1) }
        // Behind each message, the next one of every scenario that sends it.
        var next = [[Int]](repeating: [], count: messages.count)
        var waitsFor = [Int](repeating: 0, count: messages.count)
        for own in times {
            let chain = byTime.filter { own[$0] != nil }.enumerated().sorted {
                (own[$0.element] ?? .max, $0.offset) < (own[$1.element] ?? .max, $1.offset)
            }.map(\.element)
            for (message, follower) in zip(chain, chain.dropFirst()) {
                next[message].append(follower)
                waitsFor[follower] += 1
            }
        }
        // Each as late as what stands before it; of those at one time that can stand next, the plan's first.
        var time = earliest
        var order: [Int] = []
        var isTaken = [Bool](repeating: false, count: messages.count)
        var ready = byTime.filter { waitsFor[$0] == 0 }
        var reached = 0
        var waiting = byTime[...]
        func place(of message: Int) -> Int {
            var (low, high) = (reached, ready.count)
            while low < high {
                let middle = (low + high) / 2
                let isBefore = (time[ready[middle]], ready[middle]) < (time[message], message)
                if isBefore { low = middle + 1 } else { high = middle }
            }
            return low
        }
        while order.count < messages.count {
            if reached == ready.count {
                // The scenarios contradict each other.
                while let first = waiting.first, isTaken[first] { waiting.removeFirst() }
                guard let first = waiting.first else { break }
                ready.append(first)
            }
            let message = ready[reached]
            reached += 1
            if isTaken[message] { continue }
            isTaken[message] = true
            order.append(message)
            for follower in next[message] {
                if !isTaken[follower] { time[follower] = max(time[follower], time[message]) }
                waitsFor[follower] -= 1
                if waitsFor[follower] == 0, !isTaken[follower] { ready.insert(follower, at: place(of: follower)) }
            }
        }
        return order.map { messages[$0] }
    }
}
