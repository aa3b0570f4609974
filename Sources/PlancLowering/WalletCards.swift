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

    /// Everyone who may activate a scenario, with who stands in.
    private func firstLines() -> [[Run]] {
        var ids: [String] = plan.scenarios.compactMap { $0.activatedBy?.id }
        if ids.isEmpty, let id = dutyRole?.id { ids = [id] }
        var people: [String] = []
        for id in ids {
            for person in plan.roles[id]?.people ?? [] where !people.contains(person.id) { people.append(person.id) }
        }
        return people.prefix(6).compactMap { plan.people[$0] }.map { nameAndNumber($0, .strong) }
    }
}
