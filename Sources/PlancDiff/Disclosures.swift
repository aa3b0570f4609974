import PlancCompose
import PlancDiagnostics
import PlancDocument
import PlancMarkup
import PlancModel

/// Numbers that were private and are so no more, with the packs that hold them now; and copies that show private numbers and did
/// not.
func disclosures(
    _ comparison: Comparison, _ copies: CopyComparison, _ base: PlanState, _ head: PlanState
) -> [PlanDiff.Change] {
    let opened = openedNumbers(comparison)
    let search = PrivateSearch(opened.map(\.value))
    var holders = [[EntityReference: [Int]]](repeating: [:], count: opened.count)
    if !search.isEmpty {
        func note(_ old: Document?, _ new: Document, _ pack: String, _ number: Int?) {
            let was = old.map { $0.values(search) } ?? []
            for value in new.values(search).subtracting(was) {
                let pack = EntityReference(.pack, pack)
                let known = holders[value][pack] ?? []
                if let number, !known.contains(number) {
                    holders[value][pack] = known + [number]
                } else {
                    holders[value][pack] = known
                }
            }
        }
        for pair in copies.pairs { note(pair.old?.document, pair.new.document, pair.new.pack, pair.new.number) }
        // Of a pack without copies the pack itself is what somebody holds.
        let papers = Dictionary(
            base.documents.map { (comparison.pairing.newPath($0.path, in: $0.section), $0.document) },
            uniquingKeysWith: { first, _ in first })
        for document in head.documents where document.section == .packs {
            let id = document.path.split(separator: "/").last.map(String.init) ?? ""
            guard let pack = head.plan.packs[id], pack.copies.isEmpty else { continue }
            note(papers[document.path], document.document, id, nil)
        }
    }
    return zip(opened, holders).map { number, packs in
        change(number, packs, comparison)
    } + openedCopies(comparison, copies)
}

/// A number of a person that was private, as the newer state writes it.
private struct OpenedNumber {
    var person: String
    var channel: String
    var value: PrivateValue
}

private func openedNumbers(_ comparison: Comparison) -> [OpenedNumber] {
    var opened: [OpenedNumber] = []
    for (old, new) in comparison.pairing.match(comparison.base.people, comparison.head.people).both {
        for channel in old.privateChannels {
            let id = comparison.pairing.newID(.channel, channel.id)
            guard !new.isPrivate(id), let address = new.reach.first(where: { $0.channel.id == id }),
                let value = PrivateValue(
                    person: new.id, channel: id, address: address.value, privateSpan: channel.span)
            else { continue }
            opened.append(OpenedNumber(person: new.id, channel: id, value: value))
        }
    }
    return opened
}

private func change(
    _ number: OpenedNumber, _ packs: [EntityReference: [Int]], _ comparison: Comparison
) -> PlanDiff.Change {
    let held = comparison.head.packs.compactMap { pack -> Phrase? in
        guard let copies = packs[EntityReference(.pack, pack.id)] else { return nil }
        let title = comparison.title(.pack, pack.id).quoted
        if copies.isEmpty { return title }
        let numbers = list(copies.sorted().map { Phrase(verbatim: String($0 + 1)) })
        return Phrase(
            "{pack} ({count, plural, one {copy} other {copies}} {numbers})",
            ["pack": title, "count": copies.count, "numbers": numbers])
    }
    let names: KeyValuePairs<String, any PhrasePart> = [
        "person": comparison.title(.person, number.person), "channel": comparison.title(.channel, number.channel),
        "packs": list(held),
    ]
    var change = PlanDiff.Change(
        .people, .changed, EntityReference(.person, number.person),
        held.isEmpty
            ? Phrase("{person}: {channel} is no longer private", names)
            : Phrase("{person}: {channel} is no longer private, and is now printed in {packs}", names),
        isAlarm: true)
    change.span = number.value.address.span
    change.oldSpan = number.value.privateSpan
    return change
}

/// Copies that private numbers were left out of, and that hold them now.
private func openedCopies(_ comparison: Comparison, _ copies: CopyComparison) -> [PlanDiff.Change] {
    let (base, head) = (comparison.base, comparison.head)
    let search = PrivateSearch(head.privateValues)
    if search.isEmpty { return [] }
    var told: Set<String> = []
    return copies.pairs.compactMap { pair -> PlanDiff.Change? in
        guard let old = pair.old, let was = base.packs[old.pack], let now = head.packs[pair.new.pack],
            was.copies.indices.contains(old.number), now.copies.indices.contains(pair.new.number)
        else { return nil }
        let copy = now.copies[pair.new.number]
        guard !base.share(of: was.copies[old.number], in: was).showsPrivate,
            head.share(of: copy, in: now).showsPrivate, !pair.new.document.values(search).isEmpty,
            told.insert("\(now.id) \(pair.new.number)").inserted
        else { return nil }
        var change = PlanDiff.Change(
            .packs, .changed, EntityReference(.pack, now.id),
            Phrase(
                "copy {number} of {pack} ({holder}) now holds private numbers",
                [
                    "number": pair.new.number + 1, "pack": comparison.title(.pack, now.id).quoted,
                    "holder": holder(copy, comparison),
                ]), isAlarm: true)
        change.span = copy.span
        return change
    }
}

extension Document {
    /// Which of the values are on its pages, by their places.
    fileprivate func values(_ search: PrivateSearch) -> Set<Int> {
        var found: Set<Int> = []
        for line in printedLines {
            for words in [line.text, line.hasCode ? line.form : ""] {
                for hit in search.hits(in: Array(words.utf8)) { found.insert(hit.value) }
            }
        }
        return found
    }
}
