import PlancAnalysis
import PlancDocument
import PlancModel

@testable import PlancLowering

/// What a page of steps claims: that something can be used at an hour.
struct Claim: CustomStringConvertible {
    var channels: [String]
    /// Whose number it is; none of what is no number of anybody.
    var people: [String] = []
    var hour: Int
    /// What stands beside it.
    var beside: String

    var description: String { "\(channels) \(people) at \(hour): \(beside)" }
}

/// Reads a list of steps as its reader does.
struct StepReader {
    let plan: Plan
    let reach: Reach
    let words: Words
    private let hours: [String: Int]
    private let channelsByTitle: [String: [String]]
    private let channelsByNumber: [String: [String]]
    private let peopleByNumber: [String: [String]]

    init(_ plan: Plan, _ reach: Reach, _ words: Words) {
        self.plan = plan
        self.reach = reach
        self.words = words
        let timeline = Timeline(plan: plan, scenario: reach.situation.scenario ?? "")
        hours = Dictionary(
            timeline.entries.compactMap { entry in entry.at.map { (words.offset($0), $0.amount.boundedMinutes) } },
            uniquingKeysWith: { first, _ in first })
        var byTitle: [String: [String]] = [:]
        for channel in plan.channels {
            for version in channel.title.versions {
                byTitle[Self.letters(version.text.value), default: []].append(channel.id)
            }
        }
        channelsByTitle = byTitle
        var channels: [String: [String]] = [:]
        var people: [String: [String]] = [:]
        for person in plan.people {
            for way in person.reach {
                let number = way.value.value.filter(\.isNumber)
                channels[number, default: []].append(way.channel.id)
                people[number, default: []].append(person.id)
            }
        }
        channelsByNumber = channels
        peopleByNumber = people
    }

    private static func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    func claims(of document: Document) -> [Claim] { claims(of: document.blocks) }

    func claims(of blocks: [Block]) -> [Claim] {
        var claims: [Claim] = []
        var isBefore = false
        var hour = 0
        let heading = words.phase(.before)
        func walk(_ blocks: [Block]) {
            for block in blocks {
                switch block {
                case .heading(_, let runs, _): if runs.plainText == heading { isBefore = true }
                case .together(let inner): walk(inner)
                case .steps(let list) where !isBefore:
                    for step in list.steps {
                        hour = hours[step.time] ?? hour
                        claims += self.claims(of: step, hour)
                    }
                default: break
                }
            }
        }
        walk(blocks)
        return claims
    }

    private func claims(of step: StepRow, _ hour: Int) -> [Claim] {
        let hour = max(hours[step.time] ?? hour, 0)
        var claims = step.who.compactMap { run -> Claim? in
            guard case .uri(let uri)? = run.link, uri.hasPrefix("tel:") else { return nil }
            let number = uri.filter(\.isNumber)
            return Claim(
                channels: channelsByNumber[number] ?? [], people: peopleByNumber[number] ?? [], hour: hour,
                beside: step.who.plainText)
        }
        for part in step.parts {
            switch part {
            case .detail(let blocks):
                for case .paragraph(let runs, .note) in blocks where runs.plainText.hasPrefix("→") {
                    guard runs.count > 1 else { continue }
                    claims.append(
                        Claim(
                            channels: channelsByTitle[Self.letters([runs[1]].plainText)] ?? [], hour: hour,
                            beside: runs.plainText))
                }
            case .branch: break
            case .step(let inner): claims += self.claims(of: inner, hour)
            }
        }
        return claims
    }

    /// Something of that name works, or it says from when it does; and whoever is to answer is there.
    func isTrue(_ claim: Claim) -> Bool {
        if !claim.people.isEmpty, claim.people.allSatisfy({ reach.absence(person: $0) != nil }) { return false }
        return claim.channels.contains { id in
            switch reach.at(claim.hour).availability(channel: id) {
            case .up: true
            case .back(let back): claim.beside.contains(words.condition(back))
            case .out: false
            }
        }
    }
}
