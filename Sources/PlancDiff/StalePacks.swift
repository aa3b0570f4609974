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
    let copies = staleCopies(stale.map(\.pack.id), base, head, comparison.pairing) {
        documents.differing[$0] != nil
    }
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

/// The numbered copies whose own pages differ: `binder--3`. Composed only for packs that are stale, in the locales in which they are.
private func staleCopies(
    _ packs: [String], _ base: PlanState, _ head: PlanState, _ pairing: Pairing, isStale: (String) -> Bool
) -> Set<String> {
    let sides = [
        (plan: base.plan, packs: packs.map { pairing.oldID(.pack, $0) }), (plan: head.plan, packs: packs),
    ]
    let copies = parallelMap(sides) { pendingCopies(of: Set($0.packs), in: $0.plan) }
    let old = Dictionary(
        copies[0].map { (pairing.newPath($0.path, in: .packs), $0) }, uniquingKeysWith: { first, _ in first })
    let asked = copies[1].filter { isStale($0.master) }
    // By a pack, the part that differed in the copy looked at last: it mostly differs in the others too.
    let differing = Mutex<[String: Int]>([:])
    let differ = parallelMap(asked, areLong: true) { copy in
        guard let other = old[copy.path] else { return true }
        if let part = other.differingPart(of: copy, first: differing.withLock { $0[copy.master] }) {
            differing.withLock { $0[copy.master] = part }
            return true
        }
        return other.document.differs(from: copy.document)
    }
    return Set(
        zip(asked, differ).filter(\.1).compactMap { $0.0.path.split(separator: "/").last.map(String.init) })
}

extension PendingCopy {
    /// A part of the chapters that says something else in another copy: then the rest need not be composed. Of copies with
    /// other chapters none is looked for.
    ///
    /// - Parameter first: the place of the part that is looked at before all others.
    fileprivate func differingPart(of other: PendingCopy, first: Int?) -> Int? {
        guard parts.count == other.parts.count else { return nil }
        let places = parts.indices.sorted { a, b in a == first && b != first }
        return places.first { printedLinesDiffer(parts[$0](), other.parts[$0]()) }
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
