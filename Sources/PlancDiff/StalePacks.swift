import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// Packs of which somebody holds other pages than a build makes now, by section, and who holds them; and what was private and is
/// on a copy now.
///
/// A pack whose `printed` date is a later one has been printed again, it is said: it is not called stale, and what differs in it is told
/// all the same, since the date may be older than the change.
func packChanges(
    _ comparison: Comparison, _ documents: DocumentComparison, _ base: PlanState, _ head: PlanState
) -> [PlanDiff.Change] {
    // Of the same sources and pictures, and with the same line on the covers, the same copies are made. Nothing less tells: a copy may
    // differ where the pack does not, since it leaves out what is private, names its own holder, and says which other copy has a
    // text; and a pack may differ in what its copies leave out.
    if base.plan.sourcesHash == head.plan.sourcesHash, base.notJudged == head.notJudged, documents.isSame { return [] }
    let copies = CopyComparison(base, head, comparison.pairing)
    let stale = comparison.pairing.match(comparison.base.packs, comparison.head.packs).both.compactMap {
        old, new -> PlanDiff.Change? in
        let papers = documents.differing.filter { isPack($0.key, new.id) }
        // In a language that the plan had not, there is nothing that anybody holds.
        let differing = copies.differing(of: new.id).filter { isInOldLanguage($0.new.path, base) }
        if papers.isEmpty && differing.isEmpty { return nil }
        var sections = Set(papers.values.flatMap { $0 })
        // What a copy is told to hold is on no page of the pack but the register.
        let isOther = differing.filter { !hasSameCopy(old, new, $0.new.number) }
        for pair in papers.isEmpty ? Array(differing.prefix(1)) + isOther : isOther {
            sections.formUnion(copies.sections(of: pair))
        }
        let named = sections.subtracting([""]).sorted()
        if isPrintedAnew(old, new) { return recordedPack(new, named, comparison) }
        return stalePack(
            new, named, new.copies.isEmpty ? nil : Set(differing.map(\.new.number)), isWholeStale: !papers.isEmpty,
            comparison)
    }
    return disclosures(comparison, copies, base, head) + stale
}

/// Whether a numbered copy of a pack is to hold what it held.
private func hasSameCopy(_ old: Pack, _ new: Pack, _ number: Int) -> Bool {
    guard old.copies.indices.contains(number), new.copies.indices.contains(number) else { return false }
    let (was, now) = (old.copies[number], new.copies[number])
    return was.to?.id == now.to?.id && was.on?.id == now.on?.id && was.isPrivate?.value == now.isPrivate?.value
        && was.isFull?.value == now.isFull?.value && was.classification?.value == now.classification?.value
}

/// A pack that is recorded as printed since.
private func recordedPack(_ pack: Pack, _ sections: [String], _ comparison: Comparison) -> PlanDiff.Change? {
    guard let printed = pack.printed else { return nil }
    let names: KeyValuePairs<String, any PhrasePart> = [
        "title": comparison.title(.pack, pack.id).quoted, "day": printed.value.phrase, "sections": shown(sections),
    ]
    var change = PlanDiff.Change(
        .printed, .changed, EntityReference(.pack, pack.id),
        sections.isEmpty
            ? Phrase(
                "{title}: recorded as printed on {day}, so not counted as stale, though what every page repeats differs",
                names)
            : Phrase(
                "{title}: recorded as printed on {day}, so not counted as stale, though these sections differ: {sections}",
                names))
    change.span = printed.span
    return change
}

/// The headings that differ: whoever prints by them needs them all; of very many, how many more there are.
private func shown(_ sections: [String]) -> Phrase {
    let names = sections.map { Phrase(verbatim: $0.withSingleSpaces) }
    if names.count <= mostShown { return list(names) }
    let rest = names.count - mostShown + 1
    return list(names.prefix(mostShown - 1) + [Phrase("{count} others", ["count": rest])])
}

/// Covers, scenarios and the chapters from A to H.
private let mostShown = 16

/// - Parameters:
///   - copies: the places of the copies that differ; nil of a pack that has none.
///   - isWholeStale: whether what is printed for all from one file differs; planc does not know from which a copy was printed.
private func stalePack(
    _ pack: Pack, _ sections: [String], _ copies: Set<Int>?, isWholeStale: Bool, _ comparison: Comparison
) -> PlanDiff.Change {
    let title = comparison.title(.pack, pack.id).quoted
    let inSections =
        sections.isEmpty
        ? Phrase(" (what every page repeats)")
        : Phrase(" ({shown})", ["shown": shown(sections)])
    // Where there are copies, they are what somebody holds; what they leave out differs in the pack alone.
    if let copies, copies.isEmpty {
        return PlanDiff.Change(
            .packs, .changed, EntityReference(.pack, pack.id),
            Phrase(
                "{title} is stale where it was printed without copies{inSections}; its copies are not",
                ["title": title, "inSections": inSections]))
    }
    let holders = pack.copies.enumerated().filter { copies?.contains($0.offset) ?? false }.map {
        holder($0.element, comparison)
    }
    let held =
        holders.isEmpty
        ? Phrase(verbatim: "")
        : isWholeStale && holders.count < pack.copies.count
            ? Phrase(
                "; copies with: {holders}; and every copy that was printed from the whole file",
                ["holders": list(holders)])
            : Phrase("; copies with: {holders}", ["holders": list(holders)])
    return PlanDiff.Change(
        .packs, .changed, EntityReference(.pack, pack.id),
        Phrase("print {title} again{inSections}{held}", ["title": title, "inSections": inSections, "held": held]))
}

private func isInOldLanguage(_ path: String, _ base: PlanState) -> Bool {
    base.plan.locales.contains { path.hasPrefix("\($0.tag)/") }
}

private func isPack(_ path: String, _ id: String) -> Bool { path.hasSuffix("/packs/\(id)") }

/// A date that went back, or away, prints nothing.
private func isPrintedAnew(_ old: Pack, _ new: Pack) -> Bool {
    guard let now = new.printed?.value else { return false }
    return old.printed.map { $0.value < now } ?? true
}

func holder(_ copy: Pack.Copy, _ comparison: Comparison) -> Phrase {
    let role = copy.to.map { comparison.title(.role, $0.id) }
    let place = copy.at.isEmpty ? nil : copy.at.phrase
    switch (role, place) {
    case (let role?, let place?):
        return Phrase("{role} ({place})", ["role": role, "place": place])
    case (let one?, nil), (nil, let one?): return one
    case (nil, nil): return Phrase("a copy with no holder")
    }
}
