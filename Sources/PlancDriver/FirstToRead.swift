import PlancModel

/// What somebody opens first of a compiled plan, and what to print first.
public struct FirstToRead: Sendable {
    /// The home page.
    public var page: String?
    /// Packs that hold everything, else the first packs, else checklists; paths from the plan's output folder.
    public var print: [String]

    /// - Parameter paths: of the files that were compiled, from the plan's output folder.
    public init(_ plan: Plan, paths: [String]) {
        let there = Set(paths)
        let locales = plan.locales.map(\.tag)
        page = locales.map { "\($0)/index.html" }.first(where: there.contains)
        let inside = plan.packs.filter { !$0.isForAudience }
        // A plan's whole binder first, then what holds checklists, then what is carried on the person.
        let order =
            inside.filter { $0.include.contains { $0.value == .everything } }
            + inside.filter { $0.includes(.checklists) } + inside.filter { $0.includes(.walletCards) } + inside
        var packs: [String] = []
        for pack in order {
            guard let path = locales.map({ "\($0)/packs/\(pack.id).pdf" }).first(where: there.contains) else {
                continue
            }
            if !packs.contains(path) { packs.append(path) }
        }
        print = Array(packs.prefix(2))
        if print.isEmpty {
            let lists = plan.scenarios.compactMap { scenario in
                locales.map { "\($0)/checklists/\(scenario.id).pdf" }.first(where: there.contains)
            }
            print = Array(lists.prefix(2))
        }
    }
}
