import PlancDocument
import PlancModel

/// A pack whose copies are told.
struct RegisteredPack: Sendable {
    var pack: Pack
    /// How many private addresses it holds when nothing is left out.
    var privateCount: Int
}

extension PackPrinting {
    /// What is not in this copy, and who holds it; empty when it holds all of the pack.
    func leftOut() -> [Block] {
        var items: [[Block]] = []
        let absent = scenariosLeftOut
        if !absent.isEmpty {
            items.append([
                .paragraph([.text(words.scenariosLeftOut + " ", .strong), .text(words.list(absent))], .body)
            ])
        }
        if privacy.manner == .told, privateCount > 0 {
            items.append([
                .paragraph([.text(words.privateLeftOut(privateCount) + " ", .strong), .text(holdersOfPrivate)], .body)
            ])
        }
        for message in edition.plan.messages {
            guard let elsewhere = everyday.elsewhere(message.id) else { continue }
            let title = words.leftOut(edition.title(.message, message.id), message.classification?.value.rawValue ?? "")
            items.append([.paragraph([.text(title + " ", .strong), .text(elsewhere)], .body)])
        }
        if holder != nil, copy != nil {
            items.append([
                .paragraph(
                    [.text(words.othersLeftOut + " ", .strong), .text(edition.holdersOfAll(of: pack))], .body)
            ])
        }
        if items.isEmpty { return [] }
        return [
            .callout(
                Callout(.remark, title: [.text(words.leftOutTitle)], blocks: [.list(List(blocks: items))]))
        ]
    }

    /// Scenarios of the pack that ask nothing of whoever it is for, and are not in it.
    private var scenariosLeftOut: [String] {
        if holder == nil { return [] }
        return edition.plan.scenarios.enumerated().filter { _, scenario in
            (pack.scenarios.isEmpty || pack.scenarios.contains { $0.id == scenario.id })
                && edition.options.scenarios?.contains(scenario.id) ?? true
                && !scenes.contains { $0.id == scenario.id }
        }.map { place, scenario in
            let short = edition.text(scenario.short)
            return "\(place + 1)\u{A0}" + (short.isEmpty ? edition.title(.scenario, scenario.id) : short)
        }
    }

    /// Above the chapters of numbers: what stands for those that are elsewhere.
    var privateNote: [Block] {
        guard privacy.manner == .told, privacy.met.count > 0 else { return [] }
        return [.paragraph([.text(words.privateNote + " "), .text(holdersOfPrivate)], .note)]
    }

    private var holdersOfPrivate: String { edition.holders(of: pack) { $0.showsPrivate } }
}

extension Edition {
    /// "Relay of the sites, Lyon reception".
    func holder(of copy: Pack.Copy) -> String {
        [copy.to.map { title(.role, $0.id) } ?? "", text(copy.at)].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// Which copies hold everybody's lists and texts.
    func holdersOfAll(of pack: Pack) -> String {
        holders(of: pack.copies.enumerated().filter { plan.ownRole(of: $0.element) == nil })
    }

    /// Which copies hold something, and who has them: "In copies 1 and 6–12: Crisis lead, Communication."
    func holders(of pack: Pack, _ hold: (CopyShare) -> Bool) -> String {
        holders(of: pack.copies.enumerated().filter { hold(plan.share(of: $0.element, in: pack)) })
    }

    private func holders(of copies: [(offset: Int, element: Pack.Copy)]) -> String {
        if copies.isEmpty {
            let owner = plan.info.owner.map { title(.role, $0.id) }
            return words.inNoCopy(ask: owner)
        }
        let numbers = words.ranges(of: copies.map { $0.offset + 1 })
        var holders: [String] = []
        for (_, copy) in copies {
            let name = copy.to.map { title(.role, $0.id) } ?? text(copy.at)
            if !name.isEmpty, !holders.contains(name) { holders.append(name) }
        }
        return words.inCopies(words.list(numbers), isOne: copies.count == 1, holders: words.list(holders))
    }

    /// Who has a copy and where it lies; `inLines`: not each on a line of its own.
    private func holderAndPlace(_ copy: Pack.Copy, inLines: Bool) -> [Run] {
        var holder: [Run] = []
        if let role = copy.to.flatMap({ plan.roles[$0] }) {
            holder.append(.text(title(of: role), inLines ? [.strong, .small] : .strong))
            if let person = role.holder {
                holder +=
                    inLines
                    ? [.text(" – " + title(.person, person.id), .small)]
                    : [Run(.lineBreak), .text(title(.person, person.id))]
            }
        }
        let at = text(copy.at)
        if !at.isEmpty { holder += (holder.isEmpty ? [] : [Run(.lineBreak)]) + [.text(at, inLines ? .small : [])] }
        // In lines, only what is not paper is said to be something else.
        if inLines, copy.on == nil { return holder }
        let support = copy.on.map { words.keptOn(title(.system, $0.id)) } ?? words.onPaper
        return holder + (inLines ? [.text(" · ", .small)] : [Run(.lineBreak)]) + [.text(support, .small)]
    }

    /// The copies of a pack, who has them and what is not in them.
    ///
    /// - Parameters:
    ///   - isSigned: with room to note where they went.
    ///   - isClose: in a pack, whose last page it is: what the blanks are for is said at the head of their column.
    func copies(of registered: RegisteredPack, isSigned: Bool, isClose: Bool = false) -> [Block] {
        let rows = registered.pack.copies.enumerated().map { place, copy -> Table.Row in
            var cells: [[Run]] = [[.text("\(place + 1)", .strong)], holderAndPlace(copy, inLines: isClose)]
            // A copy that is printed from the file of all lacks nothing.
            if options.numbersCopies {
                cells.append([.text(missing(in: copy, of: registered), isClose ? .small : [])])
            }
            if isSigned, isClose {
                func blank(_ width: Int) -> Run { Run(.blank(label: "", width: width)) }
                cells.append([blank(6), .text(" "), blank(6), Run(.lineBreak), blank(12)])
                cells.append(
                    [
                        Run(.tick), .text("\u{A0}\(words.returned) ", .small), Run(.tick),
                        .text("\u{A0}\(words.destroyed)", .small), Run(.lineBreak), blank(6), .text(" "), blank(6),
                    ])
            } else if isSigned {
                let date = Run(.blank(label: words.dateBlank, width: 10))
                func name(_ label: String) -> [Run] { [Run(.lineBreak), Run(.blank(label: label, width: 16))] }
                cells.append([date] + name(words.handedOverBy) + name(words.holderSigns))
                cells.append(
                    [
                        Run(.tick), .text("\u{A0}" + words.returned), Run(.lineBreak), Run(.tick),
                        .text("\u{A0}" + words.destroyed), Run(.lineBreak), date,
                    ]
                        + name(words.takenBackBy))
            }
            return .init(runs: cells)
        }
        var columns: [Table.Column] = [
            .init([.text(words.number)], weight: 0), .init([.text(words.holderAndPlace)], weight: 3),
        ]
        if options.numbersCopies { columns.append(.init([.text(words.missing)], weight: isClose ? 1 : 2)) }
        if isSigned {
            func head(_ title: String, _ blanks: [String], weight: Double) -> Table.Column {
                .init(
                    [.text(title + (isClose ? words.colon + blanks.joined(separator: ", ") : ""))],
                    weight: isClose ? weight : 2)
            }
            columns += [
                head(words.handedOver, [words.dateBlank, words.takenBackBy, words.signatureBlank], weight: 2),
                head(words.takenBack, [words.dateBlank, words.takenBackBy], weight: 4),
            ]
        }
        let note =
            !isSigned ? words.distributionNote : options.numbersCopies ? words.registerNote : words.oneFileNote
        return [
            .paragraph([.text(note)], .note), .table(Table(summary: words.distribution, columns: columns, rows: rows)),
        ]
    }

    /// In words; "nothing" when the copy holds all of the pack.
    private func missing(in copy: Pack.Copy, of registered: RegisteredPack) -> String {
        let pack = registered.pack
        var missing: [String] = []
        if registered.privateCount > 0, !plan.share(of: copy, in: pack).showsPrivate {
            missing.append(words.privateNumbers)
        }
        if pack.includes(.cover), !pack.isForAudience, plan.ownRole(of: copy) != nil {
            missing.append(words.othersLists)
        }
        missing += plan.messagesLeftOut(of: copy, in: pack).map { words.quoted(title(.message, $0.id)) }
        return missing.isEmpty ? words.nothingMissing : words.list(missing)
    }

    /// One sheet for all numbered copies: who has which, and what became of them.
    func copyRegister(_ packs: [RegisteredPack]) -> Document {
        let blocks =
            packs.flatMap { registered -> [Block] in
                let pack = registered.pack
                var facts = [Fact(words.versionLabel, [.text(plan.info.version.value)])]
                if let label = plan.label(of: pack) {
                    facts.append(Fact(words.classification, [.text(label.rawValue)]))
                }
                if let printed = pack.printed {
                    facts.append(Fact(words.printedOn, [.text(words.date(printed.value))]))
                }
                return [.heading(level: 1, [.text(title(.pack, pack.id))], anchor: "pack-\(pack.id)"), .facts(facts)]
                    + copies(of: registered, isSigned: true)
            } + signatureFacts
        return document(
            "packs-register--copies", title: words.registerTitle, purpose: [.text(words.registerPurpose)],
            blocks: blocks)
    }

    /// By which key anybody can check that the packs are those that were signed; empty when nothing is signed.
    private var signatureFacts: [Block] {
        guard let key = options.signingKey else { return [] }
        return [
            .heading(level: 1, [.text(words.signature)], anchor: "signature"),
            .paragraph([.text(words.signatureNote)], .note),
            .facts([
                Fact(words.keyName, [.text(key.id, .code)]), Fact(words.publicKey, [.text(key.text, .code)]),
                Fact(words.checkedBy, [.text("minisign -Vm manifest.json -P \(key.text)", .code)]),
            ]),
        ]
    }

    /// The same for a spreadsheet, with empty cells for what is noted by hand.
    func copyTable(_ packs: [RegisteredPack]) -> [[String]] {
        let head = [
            words.packLabel, words.versionLabel, words.copyLabel, words.ofCopies, words.role, words.holder, words.place,
            words.support, words.classification,
            words.leftOutTitle, words.file, words.handedOver, words.handedOverBy, words.returned, words.destroyed,
            words.takenBackBy,
        ]
        let rows = packs.flatMap { registered -> [[String]] in
            let pack = registered.pack
            return pack.copies.enumerated().map { place, copy in
                let role = copy.to.flatMap { plan.roles[$0] }
                return [
                    title(.pack, pack.id), plan.info.version.value, "\(place + 1)", "\(pack.copies.count)",
                    role.map { title(of: $0) } ?? "", role?.holder.map { title(.person, $0.id) } ?? "", text(copy.at),
                    copy.on.map { title(.system, $0.id) } ?? words.onPaper,
                    plan.share(of: copy, in: pack).label?.rawValue ?? "",
                    missing(in: copy, of: registered), "\(pack.id)--\(place + 1)", "", "", "", "", "",
                ]
            }
        }
        return [head] + rows
    }
}

extension Words {
    fileprivate var othersLists: String { say("lists and texts of other roles") }
    fileprivate var othersLeftOut: String { say("Lists and texts of other roles.") }
    var distribution: String { say("Copies and their holders") }
    var registerTitle: String { say("Register of copies") }
    var registerPurpose: String {
        say(

            """
            Every numbered copy: who has it, where, and what became of it. Whoever hands one over, or takes it \
            back, signs.
            """
        )
    }
    var number: String { say("No.") }
    var ofCopies: String { say("of") }
    var packLabel: String { say("Pack") }
    var place: String { say("Place") }
    var support: String { say("Kept on") }
    var file: String { say("File") }
    var holderAndPlace: String { say("Holder, place") }
    func keptOn(_ system: String) -> String { say("kept on: {system}", ["system": system]) }
    var onPaper: String { say("on paper") }
    var handedOver: String { say("Handed over") }
    var handedOverBy: String { say("handed over by") }
    var holderSigns: String { say("signature of the holder") }
    var takenBack: String { say("Taken back") }
    var takenBackBy: String { say("by") }
    var returned: String { say("returned") }
    var destroyed: String { say("destroyed") }
    var printedOn: String { say("Printed on") }
    var registerNote: String {
        say(
            "Each copy is printed from a file of its own, which holds only what its holder may see.")
    }
    /// Where no copy has a file of its own.
    var oneFileNote: String {
        say(
            """
            A copy printed from this file holds everything. For files that hold only what each holder may see: \
            planc build --copies.
            """)
    }
    var distributionNote: String {
        say(
            "Who else has this pack, and what is not in their copy.")
    }

    // MARK: Signature

    var signature: String { say("Signature") }
    var signatureNote: String {
        say(

            """
            The files that these copies were printed from are signed with this key. Compare it with the key \
            that its owner gives you by another way before you rely on it.
            """)
    }
    var keyName: String { say("Key") }
    var publicKey: String { say("Public key") }
    var checkedBy: String { say("To check it") }

    // MARK: What is not in a copy

    var leftOutTitle: String { say("Not in this copy") }
    /// At the head of a column: it is repeated on each page, and a sentence there reads as text that listeners miss.
    var missing: String { say("Missing") }
    var privateNumbers: String { say("private numbers") }
    var nothingMissing: String { say("nothing") }
    func privateLeftOut(_ count: Int) -> String {
        count == 1
            ? say("One private number.")
            : say("{count} private numbers.", ["count": count])
    }
    func leftOut(_ title: String, _ label: String) -> String {
        say("“{title}” ({label}).", ["title": title, "label": label])
    }
    fileprivate var scenariosLeftOut: String { say("Scenarios that ask nothing of this role:") }
    func quoted(_ title: String) -> String { say("“{title}”", ["title": title]) }
    var privateNote: String {
        say(
            "Where it says “not in this copy”, there is a private number.")
    }
    func numbers(from first: Int, to last: Int) -> String { say("{first}–{last}", ["first": first, "last": last]) }
    /// Numbers in their order, three or more that follow each other as a range: "1", "6–12".
    func ranges(of sorted: [Int]) -> [String] {
        var ranges: [ClosedRange<Int>] = []
        for number in sorted {
            if let last = ranges.last, last.upperBound + 1 == number {
                ranges[ranges.count - 1] = last.lowerBound...number
            } else {
                ranges.append(number...number)
            }
        }
        return ranges.flatMap { range -> [String] in
            range.count > 2 ? [numbers(from: range.lowerBound, to: range.upperBound)] : range.map(String.init)
        }
    }
    func inCopies(_ numbers: String, isOne: Bool, holders: String) -> String {
        let tail = holders.isEmpty ? "." : say(": ") + holders + "."
        return (isOne ? say("In copy ") : say("In copies ")) + numbers
            + tail
    }
    func inNoCopy(ask role: String?) -> String {
        guard let role else { return say("In no copy.") }
        return say("In no copy; ask: {role}.", ["role": role])
    }
}
