import PlancBind
import PlancMarkup
import PlancModel
import PlancSource

extension Discovery {
    /// A `plan.md` that stands among the sources of another plan takes them away from it: a copy of the plan's file in its folder of
    /// messages makes every message a stranger's. Such a folder stays with the plan around it, and the file itself is reported.
    ///
    /// A plan of its own has people and roles: a folder without them is part of the plan around it.
    mutating func keepSources(in world: some World) {
        guard plans.count > 1 else { return }
        var kept: Set<Int> = []
        for (place, inner) in plans.enumerated() {
            guard inner.files.count > 1,
                let outer = plans.indices.last(where: { $0 != place && plans[$0].isAround(inner) && !kept.contains($0) }
                ),
                !inner.standsAlone(in: world)
            else { continue }
            let below = Path.relative(inner.folder, to: plans[outer].folder)
            let path = Path.join(below, "plan.md")
            if plans[outer].excludePatterns(in: world).contains(where: { $0.matches(path) }) { continue }
            plans[outer].take(inner, below: below)
            plansAmongSources.append((path: Path.join(inner.folder, "plan.md"), outer: plans[outer].folder))
            kept.insert(place)
        }
        plans = plans.enumerated().filter { !kept.contains($0.offset) }.map(\.element)
    }
}

extension PlanSources {
    fileprivate func isAround(_ inner: PlanSources) -> Bool {
        folder == "." || inner.folder.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
    }

    /// Whether it has people and roles of its own.
    fileprivate func standsAlone(in world: some World) -> Bool {
        var missing: Set<EntityKind> = [.person, .role]
        for file in files {
            guard let bytes = try? world.read(Path.join(folder, file), limit: readLimit) else { return true }
            for line in bytes.prefix(65_536).split(separator: UInt8(ascii: "\n")) where line.starts(with: "kind:".utf8)
            {
                let word = String(decoding: line.dropFirst(5), as: UTF8.self).filter { !" \t\r\"'".contains($0) }
                if let kind = PlancDriver.kind(named: word) { missing.remove(kind) }
                break
            }
            if missing.isEmpty { return true }
        }
        return false
    }

    /// Takes over what lies in a folder of this one, all but its `plan.md`.
    fileprivate mutating func take(_ inner: PlanSources, below: String) {
        func here(_ path: String) -> String { Path.join(below, path) }
        files += inner.files.filter { $0 != "plan.md" }.map(here)
        files.sort { precedes($0, $1) }
        candidates += inner.candidates.map(here)
        candidates.sort { precedes($0, $1) }
        leftOut.removeAll { $0.path == below && $0.reason == .otherPlan }
        leftOut += inner.leftOut.map { (here($0.path), $0.reason) } + [(here("plan.md"), .otherPlan)]
        otherPaths.formUnion(inner.otherPaths.map(here))
        otherPaths.insert(below)
        leaving.formUnion(inner.leaving.map(here))
    }
}
