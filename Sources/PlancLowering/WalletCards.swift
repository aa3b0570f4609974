import PlancAnalysis
import PlancCompose
import PlancDocument
import PlancLanguages
import PlancModel
import PlancSource

extension ScenarioContext {
    /// Cards to cut out and carry: the first calls, then the roles by team.
    func walletSheet(scenes: [ScenarioContext]) -> Document {
        edition.document(
            "contacts-wallet-cards", title: words.walletTitle, purpose: [.text(words.walletPurpose)],
            blocks: [
                .cards(covering(scenes).walletCards(scenes: scenes, label: plan.info.classification?.value))
            ])
    }

    /// What is cut out of a pack is read without it: nothing explains the digits of its scenarios.
    var cutOut: ScenarioContext {
        var context = self
        context.place = .alone
        return context
    }

    /// The first calls, then the teams in the order in which their first role is called in any of the scenarios; below each holder,
    /// everybody who stands in. A role is on one card; a team of one role shares that of the next.
    func walletCards(scenes: [ScenarioContext], label: Classification?) -> [Card] {
        var cards = [Card(title: words.callFirstShort, lines: firstLines(), footer: "")]
        for group in walletGroups(scenes) {
            var parts: [[[Run]]] = [[]]
            for lines in group.roles {
                if !parts[parts.count - 1].isEmpty, parts[parts.count - 1].count + lines.count > 6 { parts.append([]) }
                parts[parts.count - 1] += lines
            }
            for (place, lines) in parts.enumerated() {
                let title = parts.count > 1 ? "\(group.title) \(place + 1)/\(parts.count)" : group.title
                cards.append(Card(title: title, lines: lines, footer: ""))
            }
        }
        cards += outsideCards(footer: "")
        for place in cards.indices {
            cards[place].footer = walletFooter(label, card: "\(place + 1)/\(cards.count)")
        }
        return cards
    }

    /// What a cut card says of itself: whose it is, of which version, who may see it, which of how many.
    private func walletFooter(_ label: Classification?, card: String?) -> String {
        [
            edition.text(plan.info.organisation), words.version(plan.info.version.value),
            plan.info.date.map(words.date) ?? "", label?.rawValue ?? "", card.map { words.card($0) } ?? "",
            words.destroyTheOld,
        ].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private func walletGroups(_ scenes: [ScenarioContext]) -> [(title: String, roles: [[[Run]]])] {
        let orders = scenes.map { $0.callOrderRoles.map(\.id) }
        func rank(_ role: Role) -> Int { orders.compactMap { $0.firstIndex(of: role.id) }.min() ?? .max }
        let roles = plan.roles.enumerated().filter { $0.element.holder != nil }.sorted {
            (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
        }.map(\.element)
        var groups: [(team: Team?, titles: [String], roles: [[[Run]]])] = []
        for role in roles {
            let lines = inOrderOfCall(role).enumerated().map { place, person in
                line(
                    place == 0 ? edition.title(of: role) : words.ifNoAnswerThis, person, numberOrNone(person, .small),
                    place == 0 ? .strong : [])
            }
            if lines.isEmpty { continue }
            if let place = groups.firstIndex(where: { $0.team == role.team?.value }) {
                groups[place].roles.append(lines)
            } else {
                groups.append((role.team?.value, [role.team.map { words.team($0.value) } ?? words.otherRoles], [lines]))
            }
        }
        var place = 0
        while place + 1 < groups.count {
            guard groups[place].roles.count == 1 else {
                place += 1
                continue
            }
            groups[place + 1].titles = groups[place].titles + groups[place + 1].titles
            groups[place + 1].roles = groups[place].roles + groups[place + 1].roles
            groups.remove(at: place)
        }
        return groups.map { ($0.titles.joined(separator: ", "), $0.roles) }
    }

    /// What everyone carries, folded once: whom to call in order, by what works in most scenarios; and on the other side what
    /// sets the plan in motion, where its paper lies, and the lines to call in on.
    func foldedCard(scenes: [ScenarioContext], label: Classification?) -> Card {
        let footer = walletFooter(label, card: nil)
        let ids = calledFirst(scenes.compactMap(\.scenario))
        var calls: [[Run]] = []
        for role in ids.compactMap({ plan.roles[$0] }).prefix(5) {
            for (place, person) in inOrderOfCall(role).prefix(ids.count > 3 ? 1 : 2).enumerated() {
                let label = place == 0 ? edition.title(of: role) : words.ifNoAnswerThis
                calls.append(line(label, person, telephone(person), place == 0 ? .strong : []))
            }
        }
        let back =
            activationLines + [paperLine].filter { !$0.isEmpty } + dialIn(scenes).prefix(2).map { dialInLine($0) }
        return Card(
            title: words.callFirstShort, lines: calls, footer: footer, back: .init(title: words.activate, lines: back))
    }

    /// The telephone number to try first, and when it can be used.
    private func telephone(_ person: Person) -> [Run] {
        let all = ways(person).filter { $0.channel.type.value.isTelephone }
        guard let way = all.first(where: { !$0.isWithheld }) ?? all.first else { return numberOrNone(person, .small) }
        return [run(way, of: person)] + condition(way, of: person)
    }

    /// In how many scenarios a channel works.
    func works(_ channel: Channel, _ scenes: [ScenarioContext]) -> Int {
        scenes.count { $0.reach.isUp(channel: channel.id) }
    }

    /// Whether a channel works in each scenario of the plan, those too that a pack leaves out.
    func worksAlways(_ channel: Channel, _ scenes: [ScenarioContext]) -> Bool {
        works(channel, scenes) == scenes.count
            && edition.plan.scenarios.allSatisfy { scenario in
                scenes.contains { $0.id == scenario.id }
                    || Reach(reach.network, Situation(scenario: scenario.id)).isUp(channel: channel.id)
            }
    }

    /// The levels with their signs, else the scenarios with who decides.
    private var activationLines: [[Run]] {
        if !plan.info.levels.isEmpty {
            return plan.info.levels.map {
                [.text(edition.text($0.name) + words.colon, .strong), .text(edition.text($0.when))]
            }
        }
        return plan.scenarios.prefix(5).map { scenario in
            let role = scenario.activatedBy.map { words.colon + edition.title(.role, $0.id) } ?? ""
            return [.text(edition.title(.scenario, scenario.id), .strong), .text(role)]
        }
    }

    /// Where copies on paper lie of the packs that hold the checklists.
    private var paperLine: [Run] {
        var places: [String] = []
        let binders = plan.packs.filter { $0.includes(.checklists) && $0.includes(.cover) && !$0.isForAudience }
        for copy in binders.flatMap(\.copies) where copy.on == nil {
            let place = edition.text(copy.at)
            if !place.isEmpty, !places.contains(place) { places.append(place) }
        }
        let shown = places.prefix(3).joined(separator: words.semicolon)
        return shown.isEmpty ? [] : [.text(words.paperAt + words.colon, .strong), .text(shown)]
    }

    /// Lines of the organisation itself that one can call, those first that work in most scenarios.
    func dialIn(_ scenes: [ScenarioContext]) -> [Channel] {
        let lines = plan.channels.filter {
            $0.type.value.isTelephone && $0.twoWay?.value != false
                && $0.address.map { WrittenForms.e164($0.value) != nil } ?? false
                && (scenes.isEmpty || works($0, scenes) * 2 > scenes.count)
        }
        let own = lines.filter { !isForCallersAlone($0) }
        return (own.isEmpty ? lines : own).enumerated().sorted {
            (-works($0.element, scenes), $0.offset) < (-works($1.element, scenes), $1.offset)
        }.map(\.element)
    }

    /// A hotline on which customers or the press call in, and nobody of the organisation.
    private func isForCallersAlone(_ channel: Channel) -> Bool {
        let types = plan.audiences.filter { $0.channels.contains { $0.id == channel.id } }.map(\.type.value)
        return types.contains { [.customers, .public, .press].contains($0) }
            && !types.contains { [.employees, .board].contains($0) }
            && !plan.people.contains { $0.reach.contains { $0.channel.id == channel.id } }
    }

    func dialInLine(_ channel: Channel) -> [Run] {
        [.text(edition.title(.channel, channel.id), .strong)] + addressUnlessNamed(channel)
            + condition(state(of: channel))
    }

    /// Who is called first, each role with who stands in.
    private func firstLines() -> [[Run]] {
        let roles = calledFirst(Array(plan.scenarios)).compactMap { plan.roles[$0] }
        // With many roles, their deputies stand on the cards of the teams.
        return roles.flatMap { role -> [[Run]] in
            let people = inOrderOfCall(role).prefix(roles.count > 3 ? 1 : 2)
            return people.enumerated().map { place, person in
                line(
                    place == 0 ? edition.title(of: role) : words.ifNoAnswerThis, person, numberOrNone(person, .small),
                    place == 0 ? .strong : [])
            }
        }.prefix(6).map { $0 }
    }

    /// The roles to call first, by id: whoever activates most scenarios of the plan, its owner, and whoever may activate one of these.
    private func calledFirst(_ scenarios: [Scenario]) -> [String] {
        let roles = [edition.activator, plan.info.owner] + scenarios.map(\.activatedBy)
        let ids = roles.reduce(into: [String]()) { ids, role in
            if let id = role?.id, !ids.contains(id) { ids.append(id) }
        }
        return ids.isEmpty ? [dutyRole?.id].compactMap(\.self) : ids
    }

    /// The numbers stand below each other, where the eye looks for them.
    private func line(_ label: String, _ person: Person, _ number: [Run], _ style: Run.Style = []) -> [Run] {
        number + [.text(" "), .text(unbroken(person.name), style), .text(" – " + label, .small)]
    }
}

extension Words {
    fileprivate func card(_ number: String) -> String { say("card {number}", ["number": number]) }
    fileprivate var destroyTheOld: String { say("destroy the old one") }
    fileprivate var activate: String { say("When the plan is activated") }
    var semicolon: String { Phrase.semicolon.text(language) }
    fileprivate var paperAt: String { say("The plan on paper") }
}
