import PlancDocument
import PlancModel

extension Scene {
    /// Cards to cut out and carry: the first calls, then the roles by team.
    func walletSheet() -> Document {
        edition.document(
            "contacts-wallet-cards", title: words.walletTitle, purpose: [.text(words.walletPurpose)],
            blocks: [.cards(walletCards())])
    }

    func walletCards() -> [Card] {
        let footer = "\(edition.text(plan.info.organisation)) · \(words.version(plan.info.version.value))"
        var cards = [Card(title: words.callFirstShort, lines: firstLines(), footer: footer)]
        for team in Team.allCases.map(Optional.some) + [nil] {
            let roles = plan.roles.filter { $0.team?.value == team && $0.holder != nil }
            let lines = roles.map { role -> [Run] in
                [.text(edition.title(of: role) + " – ", .small)] + (acting(role).map { nameAndNumber($0) } ?? [])
            }
            let name = team.map(words.team) ?? words.otherRoles
            let parts = (lines.count + 5) / 6
            for part in 0..<parts {
                let title = parts > 1 ? "\(name) \(part + 1)/\(parts)" : name
                cards.append(Card(title: title, lines: Array(lines.dropFirst(part * 6).prefix(6)), footer: footer))
            }
        }
        return cards
    }

    /// Who may activate, the plan's owner first, each role with who stands in.
    private func firstLines() -> [[Run]] {
        var ids: [String] = plan.info.owner.map { [$0.id] } ?? []
        for scenario in plan.scenarios {
            if let id = scenario.activatedBy?.id, !ids.contains(id) { ids.append(id) }
        }
        if ids.isEmpty, let id = dutyRole?.id { ids = [id] }
        let roles = ids.compactMap { plan.roles[$0] }
        // With many roles, their deputies stand on the cards of the teams.
        return roles.flatMap { role -> [[Run]] in
            let people = edition.people(role.people).prefix(roles.count > 3 ? 1 : 2)
            return people.enumerated().map { place, person in
                let label = place == 0 ? edition.title(of: role) : words.noAnswer
                return [.text(label + (place == 0 ? " – " : " "), .small)] + nameAndNumber(person, place == 0 ? .strong : [])
            }
        }.prefix(6).map { $0 }
    }
}
