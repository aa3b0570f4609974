import PlancDiagnostics
import PlancDocument
import PlancLowering
import PlancMarkup
import PlancModel
import PlancSource

/// Packs whose pages differ, by section, and who holds a copy whose pages do.
///
/// A pack whose `printed` date changed has been printed again.
func packChanges(
    _ comparison: Comparison, _ documents: DocumentComparison, _ base: PlanState, _ head: PlanState
) -> [PlanDiff.Change] {
    let stale = comparison.pairing.match(comparison.base.packs, comparison.head.packs).both.compactMap {
        old, new -> (pack: Pack, sections: [String])? in
        guard new.printed?.value == old.printed?.value else { return nil }
        let paths = documents.differing.filter { isPack($0.key, new.id) }
        if paths.isEmpty { return nil }
        return (new, Set(paths.values.flatMap { $0 }).subtracting([""]).sorted())
    }
    if stale.isEmpty { return [] }
    let copies = staleCopies(stale.map(\.pack.id), base, head, comparison.pairing)
    return stale.map { pack, sections in
        let title = comparison.title(.pack, pack.id).quoted
        let shown = list(sections.prefix(6).map { Phrase(verbatim: $0) })
        let inSections =
            sections.isEmpty
            ? Phrase(" (what every page repeats)")
            : Phrase(" ({shown})", ["shown": shown])
        let holders = pack.copies.enumerated().filter { copies.contains("\(pack.id)--\($0.offset + 1)") }.map {
            holder($0.element, comparison)
        }
        let held =
            holders.isEmpty
            ? Phrase(verbatim: "")
            : Phrase(
                "; copies with: {holders}", ["holders": list(holders)])
        return PlanDiff.Change(
            .packs, .changed, EntityReference(.pack, pack.id),
            Phrase(
                "print {title} again{inSections}{held}", ["title": title, "inSections": inSections, "held": held]))
    }
}

private func isPack(_ path: String, _ id: String) -> Bool { path.hasSuffix("/packs/\(id)") }

/// The numbered copies whose own pages differ: `binder--3`. Composed only for packs that are stale.
private func staleCopies(_ packs: [String], _ base: PlanState, _ head: PlanState, _ pairing: Pairing) -> Set<String> {
    let sides = [
        (plan: base.plan, packs: packs.map { pairing.oldID(.pack, $0) }), (plan: head.plan, packs: packs),
    ]
    let copies = parallelMap(sides) { pendingCopies(of: Set($0.packs), in: $0.plan) }
    let old = Dictionary(
        copies[0].map { (pairing.newPath($0.path, in: .packs), $0) }, uniquingKeysWith: { first, _ in first })
    let differ = parallelMap(copies[1], areLong: true) { copy in old[copy.path].map { $0.differs(from: copy) } ?? true }
    return Set(
        zip(copies[1], differ).filter(\.1).compactMap { $0.0.path.split(separator: "/").last.map(String.init) })
}

extension PendingCopy {
    /// Whether anything on the pages differs. Mostly a part tells, and the rest need not be composed.
    fileprivate func differs(from other: PendingCopy) -> Bool {
        if parts.count == other.parts.count,
            zip(parts, other.parts).contains(where: { partsDiffer($0(), $1()) })
        {
            return true
        }
        return document.differs(from: other.document)
    }
}

private func holder(_ copy: Pack.Copy, _ comparison: Comparison) -> Phrase {
    let role = copy.to.map { comparison.title(.role, $0.id) }
    let place = copy.at.isEmpty ? nil : copy.at.phrase
    switch (role, place) {
    case (let role?, let place?):
        return Phrase("{role} ({place})", ["role": role, "place": place])
    case (let one?, nil), (nil, let one?): return one
    case (nil, nil): return Phrase("a copy with no holder")
    }
}
