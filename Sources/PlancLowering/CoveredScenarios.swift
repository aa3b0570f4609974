import PlancAnalysis
import PlancDocument
import PlancModel

/// One of the scenarios that share a page.
struct Covered: Sendable {
    var id: String
    /// Its number on the leaf, and what it is called where no number is explained.
    var digit: String
    var title: String
    var reach: Reach
}

/// How a thing stands in one of the scenarios that share a page.
struct Standing: Sendable {
    /// What the page calls the scenario; empty where the page is for one.
    var name: String
    /// Whether it can be counted on there.
    var isUp: Bool
    /// What holds of it, in words; empty of what never was out.
    var state: String
}

/// What a page offers that is printed once for several scenarios: it holds in all of them, or says where it does not.
extension ScenarioContext {
    /// How affairs stand wherever the page is read: in each of the scenarios that it is for, at its hour.
    var affairs: [(name: String, reach: Reach)] {
        if covered.isEmpty || moment == .ordinaryDay { return [("", reach)] }
        return covered.map { scenario in
            let reach = if case .hour(let minutes) = moment { scenario.reach.at(minutes) } else { scenario.reach }
            return (isComposed ? scenario.digit : scenario.title, reach)
        }
    }

    /// How something stands in each scenario, by what can be said of it there; to a person it is of use only where they are there.
    func standings(for person: Person? = nil, _ availability: (Reach) -> Availability) -> [Standing] {
        affairs.map { name, reach in
            let found = availability(reach)
            let isOut = if case .out = found { true } else { false }
            let isThere = person.map { reach.absence(person: $0.id) == nil } ?? true
            return Standing(name: name, isUp: isThere && !isOut, state: words.state(found))
        }
    }

    /// How a channel stands in each scenario; to a person it is of use only where they are there.
    func standings(of channel: String, for person: Person? = nil) -> [Standing] {
        standings(for: person) { $0.availability(channel: channel) }
    }

    /// Whether a person is there in none of the scenarios.
    func isAway(_ person: Person) -> Bool { affairs.allSatisfy { $0.reach.absence(person: person.id) != nil } }

    /// Why no number of a person is told: they are not there, or none works.
    func noNumber(of person: Person) -> String { isAway(person) ? words.notThere : words.notReachable }

    /// Whether a channel works anywhere where the page is read.
    func isUp(_ channel: Channel) -> Bool { standings(of: channel.id).contains(where: \.isUp) }

    /// What holds of a channel wherever the page is read.
    func state(of channel: Channel) -> String { told(standings(of: channel.id)) }

    /// What holds of something wherever the page is read, in words: of several scenarios that differ, those in which it cannot be
    /// counted on. Empty where nothing is to be said.
    func told(_ standings: [Standing]) -> String {
        guard let first = standings.first else { return "" }
        let differ = standings.contains { $0.isUp != first.isUp || $0.state != first.state }
        guard differ, standings.contains(where: \.isUp) else { return first.state }
        return words.except(named(standings.filter { !$0.isUp || !$0.state.isEmpty }.map(\.name)))
    }

    /// What holds of a thing, in brackets behind it; nothing where nothing is to be said.
    func condition(_ state: String) -> [Run] { state.isEmpty ? [] : [.text(" (\(state))", .small)] }
}

extension Words {
    /// "except scenarios 2 and 3": what cannot be counted on in some of the scenarios that share a page.
    func except(_ scenarios: String) -> String { say("except {scenarios}", ["scenarios": scenarios]) }
}
