import PlancModel

extension ScenarioContext {
    /// Everybody who answers for a role, in the order in which they are called, the same on every page: as the plan writes them, and who
    /// has a number above who has none, since the first is dialled.
    func inOrderOfCall(_ role: Role) -> [Person] {
        let people = edition.people(role.people)
        let numbered = people.map { ($0, hasNumber($0)) }
        return numbered.filter(\.1).map(\.0) + numbered.filter { !$0.1 }.map(\.0)
    }

    /// "Holder", "1st deputy": what somebody is in a role.
    func office(of person: Person, in role: Role) -> String {
        guard let place = role.deputies.firstIndex(where: { $0.id == person.id }), role.holder?.id != person.id else {
            return words.holder
        }
        return words.deputy(place + 1, of: role.deputies.count)
    }
}
