import PlancDocument
import PlancMarkup
import PlancModel

/// A pack is one document: a cover, the contents, then a chapter for each section, by scenario where it depends on one.
struct PackPrinting {
    let pack: Pack
    let edition: Edition
    let scenes: [Scene]
    let everyday: Scene
    /// Whether all scenarios are prepared for alike.
    private let sharesPreparation: Bool
    /// Which copy it is, from 0; nil for the master, which holds everything and whose number is written by hand.
    let copy: Int?
    let privacy: Privacy
    /// Whose own copy it is: their lists and texts in place of everybody's. nil: it holds all.
    let holder: Role?
    /// How many private addresses the master holds, for its copies.
    private let mastersPrivateCount: Int

    var words: Words { edition.words }

    init(_ pack: Pack, copy: Int? = nil, privateCount: Int = 0, edition: Edition, scenes: [Scene], everyday: Scene) {
        var chosen =
            pack.scenarios.isEmpty ? scenes : scenes.filter { scene in pack.scenarios.contains { $0.id == scene.id } }
        let sections = Set(PackSection.allCases.filter { pack.includes($0) })
        let audiences = pack.for.filter { $0.target.kind == .audience }.map(\.target.id)
        var holding = Scene.Holding(
            sections: sections, scenarios: Set(chosen.map(\.id)), audiences: audiences.isEmpty ? nil : Set(audiences))
        let hasLeaf = pack.includes(.cover) && !pack.isForAudience
        holding.isComposed = hasLeaf
        // A pack of sheets for one role is that role's own, whichever copy it is.
        let isOfSheets = pack.for.count == 1 && pack.includes(.roleSheets) && !pack.includes(.checklists)
        let reader = pack.for.first?.target
        let sole = isOfSheets && reader?.kind == .role ? reader.flatMap { edition.plan.roles[$0.id] } : nil
        let role = copy.flatMap { edition.plan.ownRole(of: pack.copies[$0]) } ?? (copy == nil ? sole : nil)
        if hasLeaf, let role {
            let inside = chosen.filter { $0.concerns(role) }
            if !inside.isEmpty {
                chosen = inside
                holding.scenarios = Set(inside.map(\.id))
                holding.own = Set(inside.flatMap { $0.messages(of: role).map(\.id) })
            }
        }
        holder = holding.own == nil ? nil : role
        if hasLeaf, sections.contains(.messages) {
            let held = edition.plan.messages.filter { message in
                holding.holds(message) && chosen.contains { message.scenarios.contains($0.id) }
            }
            holding.shared = Set(held.map(\.id))
        } else if chosen.count > 1, sections.contains(.messages) {
            let common = edition.plan.messages.filter { message in
                holding.holds(message) && chosen.allSatisfy { message.scenarios.contains($0.id) }
            }
            holding.shared = Set(common.map(\.id))
        }
        var privacy = Privacy(everyday.privacy.manner == .silent || pack.isForAudience ? .silent : .open)
        if let copy {
            let own = pack.copies[copy]
            if privacy.manner == .open, !edition.plan.share(of: own, in: pack).showsPrivate { privacy = Privacy(.told) }
            for message in edition.plan.messagesLeftOut(of: own, in: pack) {
                holding.leftOut[message.id] = edition.holders(of: pack) { !$0.withholds(message.classification?.value) }
            }
        }
        let place = Scene.Place.pack(holding)
        func placed(_ scene: Scene) -> Scene {
            var scene = scene
            scene.place = place
            scene.privacy = privacy
            scene.isLargePrint = scene.isLargePrint || pack.largePrint?.value ?? false
            return scene
        }
        self.pack = pack
        self.copy = copy
        self.privacy = privacy
        mastersPrivateCount = privateCount
        self.edition = edition
        self.scenes = chosen.map(placed)
        sharesPreparation = Self.sharesPreparation(self.scenes)
        self.everyday = placed(everyday)
    }

    /// How many private addresses the pack holds when nothing is left out; known once its chapters are made.
    var privateCount: Int { copy == nil ? privacy.met.count : mastersPrivateCount }

    func document() -> Document {
        var document = edition.document(
            "packs-\(pack.id)" + (copy.map { "--\($0 + 1)" } ?? ""), title: edition.title(.pack, pack.id),
            purpose: purpose,
            blocks: [])
        if hasLeaf {
            // What is left out is known when the chapters are made.
            let inner = composed(gaps: [])
            let gaps = leftOut()
            document.blocks = gaps.isEmpty ? inner : composed(gaps: gaps)
            document.edge = edge
            // Whom it is for stands at its end, with the particulars of the plan.
            document.purpose = []
        } else {
            let inner = inner()
            let gaps = leftOut()
            document.blocks = (pack.includes(.cover) ? cover(gaps) : gaps) + inner
        }
        document.classification = label?.rawValue
        document.stamp = edition.stamp(copy: copyLine)
        document.isLargePrint = edition.options.isLargePrint || pack.largePrint?.value ?? false
        if edition.options.paper == nil, let paper = pack.paper {
            document.paper = paper.value == .letter ? .letter : .a4
        }
        return document
    }

    /// What the pack, or this copy of it, bears on every page.
    var label: Classification? { share?.label ?? edition.plan.label(of: pack) }

    var share: CopyShare? { copy.map { edition.plan.share(of: pack.copies[$0], in: pack) } }

    var purpose: [Run] {
        let readers = pack.for.map { edition.composer.title(of: $0.target) }
        return readers.isEmpty ? [] : [.text(words.packFor + " ", .strong), .text(words.list(readers))]
    }

    /// "copy 3 of 12 – reception, Lyon"; without a holder there is room for the number.
    var copyLine: String? {
        guard let copy else { return pack.copies.isEmpty ? nil : words.copy("___", of: pack.copies.count) }
        let holder = edition.holder(of: pack.copies[copy])
        return words.copy("\(copy + 1)", of: pack.copies.count) + (holder.isEmpty ? "" : " – " + holder)
    }

    func inner() -> [Block] {
        // A few cards to cut out need no contents.
        var blocks: [Block] = pack.includes(.cover) ? [.together([.contents(depth: 2)])] : []
        for section in PackSection.allCases
        where pack.includes(section) || section == .roleSheets && pack.includes(.checklists) {
            let chapter = chapterBlocks(section)
            if chapter.isEmpty { continue }
            if !blocks.isEmpty { blocks.append(.pageBreak) }
            blocks.append(.heading(level: 1, [.text(words.section(section))], anchor: "chapter-\(section.rawValue)"))
            if section == .contacts || section == .walletCards || section == .callTree { blocks += privateNote }
            blocks += chapter
        }
        if !pack.isForAudience { blocks += registers() }
        blocks.append(.end([.text(words.endOfPack(edition.title(.pack, pack.id)))]))
        return blocks
    }

    func chapterBlocks(_ section: PackSection) -> [Block] {
        switch section {
        case .cover, .everything: []
        case .activation: activation()
        case .timeline: timelines()
        case .contacts: contacts()
        case .walletCards:
            [
                .paragraph([.text(words.walletPurpose)], .note),
                .cards(
                    [everyday.foldedCard(scenes: scenes, label: label)]
                        + everyday.walletCards(scenes: scenes, label: label)),
            ]
        case .callTree: [.paragraph([.text(words.callTreePurpose)], .note)] + everyday.callTreeBlocks(level: 2)
        case .channels: introduced(.channel) + byScenario(section) { $0.channelBlocks() }
        case .deadlines: byScenario(section) { $0.deadlineBlocks() }
        case .checklists: checklists()
        case .roleSheets: roleSheets()
        case .messages:
            byScenario(section) { $0.messageBlocks(level: 3) } + everyday.sharedMessageBlocks(scenes, level: 3)
        case .obligations: introduced(.obligation) + everyday.obligationBlocks(scenes: scenes)
        case .reach: introduced(.system) + introduced(.audience) + everyday.reachBlocks(scenes: scenes)
        case .activities: introduced(.activity) + everyday.activityBlocks()
        case .logSheets: everyday.logBlocks(withReport: !pack.includes(.situationReport))
        case .mediaLog, .rumourLog, .situationReport, .shiftHandover, .standDown, .readAndUnderstood, .grabBag:
            form(section)
        }
    }

    /// What stands in a registry's file before its entries are told; a pack for an audience does without.
    private func introduced(_ kind: EntityKind) -> [Block] { pack.isForAudience ? [] : everyday.introduction(kind) }

    /// A part for each scenario that has something to say, each on a page of its own.
    private func byScenario(_ section: PackSection, _ part: (Scene) -> [Block]) -> [Block] {
        var blocks: [Block] = []
        for scene in scenes {
            let inner = part(scene)
            if inner.isEmpty { continue }
            if !blocks.isEmpty { blocks.append(.pageBreak) }
            blocks.append(.heading(level: 2, [.text(scene.title)], anchor: scene.anchor(section.rawValue)))
            blocks += inner
        }
        return blocks
    }

    /// Charts that fit on a page stand on one: comparing them is half of their use.
    private func timelines() -> [Block] {
        scenes.compactMap { scene in
            let inner = scene.timelineBlocks()
            return inner.isEmpty
                ? nil
                : .together(
                    [.heading(level: 2, [.text(scene.title)], anchor: scene.anchor(PackSection.timeline.rawValue))]
                        + inner)
        }
    }

    /// Scenarios in which the same works share a sheet; everyone by name comes once.
    private func contacts() -> [Block] {
        var groups: [[Scene]] = []
        for scene in scenes {
            if let place = groups.firstIndex(where: { $0[0].standing == scene.standing }) {
                groups[place].append(scene)
            } else {
                groups.append([scene])
            }
        }
        var blocks: [Block] = []
        for group in groups {
            if !blocks.isEmpty { blocks.append(.pageBreak) }
            let title = words.list(group.map(\.title))
            blocks.append(.heading(level: 2, [.text(title)], anchor: group[0].anchor("contacts")))
            blocks += group[0].roleBlocks()
        }
        blocks += [.pageBreak, .heading(level: 2, [.text(words.byName)], anchor: "all-people")] + everyday.nameBlocks()
        return blocks + everyday.scanCodes()
    }

    /// The phases told with each scenario. What is done before a crisis, when it is the same for all, is told once.
    private var phases: [Phase] { sharesPreparation ? [.during, .after] : Scene.phases }

    private static func sharesPreparation(_ scenes: [Scene]) -> Bool {
        guard scenes.count > 1, let first = scenes.first?.preparation, !first.isEmpty else { return false }
        return scenes.allSatisfy { $0.preparation == first }
    }

    /// The whole list of each scenario.
    private func checklists() -> [Block] {
        var blocks = byScenario(.checklists) { scene in
            [.paragraph(scene.usage, .lead)] + scene.checklistBlocks(level: 3, phases: phases)
        }
        if sharesPreparation, let scene = scenes.first {
            blocks +=
                [
                    .pageBreak, .heading(level: 2, [.text(words.preparationForAll)], anchor: "all-preparation"),
                ] + scene.phaseBlocks(.before, level: 3)
        }
        return blocks
    }

    /// What each role that the pack is for does, by scenario: who looks for their own sheet finds all of theirs together.
    private func roleSheets() -> [Block] {
        var roles = pack.for.filter { $0.target.kind == .role }.compactMap { edition.plan.roles[$0.target.id] }
        // The holder of a copy finds their own first.
        let holder = copy.flatMap { pack.copies[$0].to?.id }
        roles = roles.filter { $0.id == holder } + roles.filter { $0.id != holder }
        var blocks: [Block] = []
        for role in roles {
            let name = edition.title(of: role)
            var isFirst = true
            func sheet(_ title: String, _ anchor: String, _ inner: [Block], onPageOfItsOwn: Bool = true) {
                if !blocks.isEmpty, onPageOfItsOwn || isFirst { blocks.append(.pageBreak) }
                if isFirst { blocks.append(.heading(level: 2, [.text(name)], anchor: "sheets-\(role.id)")) }
                isFirst = false
                let whole = [.heading(level: 3, [.text("\(name) – \(title)")], anchor: anchor)] + inner
                blocks += onPageOfItsOwn ? whole : [.together(whole)]
            }
            for scene in scenes where scene.hasSheet(role, phases) {
                let duties = scene.runs(duties: role)
                sheet(
                    scene.title, scene.anchor("sheet", role.id),
                    (duties.isEmpty ? [] : [.paragraph(duties, .lead)])
                        + scene.roleBlocks(role, level: 4, phases: phases))
            }
            if sharesPreparation, let scene = scenes.first, scene.hasSheet(role, [.before]) {
                sheet(
                    words.preparationForAll, "all-sheet-\(role.id)", scene.ownBlocks(role, level: 4, phases: [.before]),
                    onPageOfItsOwn: false)
            }
        }
        return blocks
    }
}

extension Edition {
    /// The packs that are printed in the locale, for the readers that are asked for.
    var printedPacks: [Pack] {
        plan.packs.filter { pack in
            if let wanted = options.packs, !wanted.contains(pack.id) { return false }
            if let reader = options.reader,
                !pack.for.contains(where: { $0.target.kind == .audience && $0.target.id == reader })
            {
                return false
            }
            return pack.locales.isEmpty || pack.locales.contains { $0.value == locale }
        }
    }

    /// Each pack, and with `numbersCopies` one document more for each holder of a copy, and the register of them all.
    func packs(scenes: [Scene], everyday: Scene) -> [LoweredDocument] {
        var documents: [LoweredDocument] = []
        func add(
            _ name: String, _ document: Document, table: [[String]]? = nil, _ withheld: Withheld = Withheld(),
            maxPages: Int? = nil
        ) {
            documents.append(
                LoweredDocument(
                    path: "\(locale.tag)/packs/\(name)", section: .packs, document: document, table: table,
                    withheld: withheld, maxPages: maxPages))
        }
        var registered: [RegisteredPack] = []
        for pack in printedPacks {
            let master = PackPrinting(pack, edition: self, scenes: scenes, everyday: everyday)
            add(pack.id, master.document(), Withheld(plan, pack: pack), maxPages: pack.maxPages?.value)
            guard options.numbersCopies, !pack.copies.isEmpty else { continue }
            let privateCount = master.privacy.met.count
            for copy in pack.copies.indices {
                let printing = PackPrinting(
                    pack, copy: copy, privateCount: privateCount, edition: self, scenes: scenes, everyday: everyday)
                add(
                    "\(pack.id)--\(copy + 1)", printing.document(), Withheld(plan, pack: pack, copy: copy),
                    maxPages: pack.maxPages?.value)
            }
            registered.append(RegisteredPack(pack: pack, privateCount: privateCount))
        }
        // Who has which copy is for those inside.
        if !registered.isEmpty, options.reader == nil {
            add("register--copies", copyRegister(registered), table: copyTable(registered))
        }
        return documents
    }
}
