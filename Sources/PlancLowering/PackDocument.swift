import PlancDocument
import PlancMarkup
import PlancModel
import PlancSource

/// A pack is one document: a cover, the contents, then a chapter for each section, by scenario where it depends on one.
struct PackPrinting: Sendable {
    let pack: Pack
    let edition: Edition
    let scenes: [ScenarioContext]
    let everyday: ScenarioContext
    /// Whether all scenarios are prepared for alike.
    private let sharesPreparation: Bool
    /// Which copy it is, from 0; nil for the master, which holds all that any copy may and whose number is written by hand.
    let copy: Int?
    let privacy: Privacy
    /// Whose own copy it is: their lists and texts in place of everybody's. nil: it holds all.
    let holder: Role?
    private let referred: ReferredDocuments
    /// How many private addresses the master holds, for its copies.
    private let mastersPrivateCount: Int
    let composedParts = ComposedParts()

    var words: Words { edition.words }

    /// - Parameter others: all packs that are printed, where texts may be that this one does not hold.
    init(
        _ printed: PrintedPack, privateCount: Int, edition: Edition,
        everyday: ScenarioContext, others: [PrintedPack] = []
    ) {
        let (pack, copy) = (printed.pack, printed.copy)
        var holding = printed.holding
        if holding.isComposed {
            (holding.textsElsewhere, holding.scenariosElsewhere) = edition.elsewhere(than: printed, in: others)
        }
        referred = holding.referred
        holder = holding.own == nil ? nil : edition.ownRole(of: pack, copy: copy)
        var privacy = Privacy(everyday.privacy.manner == .silent || pack.isForAudience ? .silent : .open)
        let plan = edition.plan
        let showsPrivate =
            copy.map { plan.share(of: pack.copies[$0], in: pack).showsPrivate } ?? plan.showsPrivate(unnumbered: pack)
        if privacy.manner == .open, !showsPrivate { privacy = Privacy(.told) }
        let place = ScenarioContext.Place.pack(holding)
        func placed(_ context: ScenarioContext) -> ScenarioContext {
            var context = context
            context.place = place
            context.privacy = privacy
            context.isLargePrint = context.isLargePrint || pack.largePrint?.value ?? false
            return context
        }
        self.pack = pack
        self.copy = copy
        self.privacy = privacy
        mastersPrivateCount = privateCount
        self.edition = edition
        scenes = printed.scenes.map(placed)
        sharesPreparation = Self.sharesPreparation(scenes)
        self.everyday = placed(everyday).covering(scenes)
    }

    /// The documents of the locale that it says pages of; known once its chapters are made.
    var documentsReferredTo: Set<String> { referred.paths }

    /// How many private addresses the pack holds when nothing is left out; known once its chapters are made.
    var privateCount: Int { copy == nil ? privacy.met.count : mastersPrivateCount }

    func document() -> Document {
        var document = edition.document(
            "packs-\(pack.id)" + (copy.map { "--\($0 + 1)" } ?? ""), title: edition.title(.pack, pack.id),
            purpose: purpose,
            blocks: [])
        if hasLeaf {
            document.blocks = composed()
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
        document.paper = paper
        return document
    }

    /// Its own, unless the build says another.
    var paper: Document.Paper {
        guard edition.options.paper == nil, let paper = pack.paper else { return edition.paper }
        return paper.value == .letter ? .letter : .a4
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
                    [everyday.cutOut.foldedCard(scenes: scenes, label: label)]
                        + everyday.cutOut.walletCards(scenes: scenes, label: label)),
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
        case .activities: introduced(.activity) + everyday.activityBlocks(scenes: scenes)
        case .logSheets: everyday.logBlocks(withReport: !pack.includes(.situationReport))
        case .mediaLog, .rumourLog, .situationReport, .shiftHandover, .standDown, .readAndUnderstood, .grabBag:
            form(section)
        }
    }

    /// What stands in a registry's file before its entries are told; a pack for an audience does without.
    func introduced(_ kind: EntityKind) -> [Block] { pack.isForAudience ? [] : everyday.introduction(kind) }

    /// A part for each scenario that has something to say, each on a page of its own.
    private func byScenario(_ section: PackSection, _ part: (ScenarioContext) -> [Block]) -> [Block] {
        var blocks: [Block] = []
        for context in scenes {
            let inner = part(context)
            if inner.isEmpty { continue }
            if !blocks.isEmpty { blocks.append(.pageBreak) }
            blocks.append(.heading(level: 2, [.text(context.title)], anchor: context.anchor(section.rawValue)))
            blocks += inner
        }
        return blocks
    }

    /// Charts that fit on a page stand on one: comparing them is half of their use.
    private func timelines() -> [Block] {
        scenes.compactMap { context in
            let inner = context.timelineBlocks()
            return inner.isEmpty
                ? nil
                : .together(
                    [.heading(level: 2, [.text(context.title)], anchor: context.anchor(PackSection.timeline.rawValue))]
                        + inner)
        }
    }

    /// Scenarios in which the same works share a sheet; everyone by name comes once.
    private func contacts() -> [Block] {
        var groups: [[ScenarioContext]] = []
        for context in scenes {
            if let place = groups.firstIndex(where: { $0[0].standing == context.standing }) {
                groups[place].append(context)
            } else {
                groups.append([context])
            }
        }
        var blocks = introduced(.role)
        for (place, group) in groups.enumerated() {
            if place > 0 { blocks.append(.pageBreak) }
            let title = words.list(group.map(\.title))
            blocks.append(.heading(level: 2, [.text(title)], anchor: group[0].anchor("contacts")))
            blocks += group[0].roleBlocks()
        }
        blocks += [.pageBreak, .heading(level: 2, [.text(words.byName)], anchor: "all-people")] + everyday.nameBlocks()
        return blocks + everyday.scanCodes()
    }

    /// The phases told with each scenario. What is done before a crisis, when it is the same for all, is told once.
    private var phases: [Phase] { sharesPreparation ? [.during, .after] : ScenarioContext.phases }

    private static func sharesPreparation(_ scenes: [ScenarioContext]) -> Bool {
        guard scenes.count > 1, let first = scenes.first?.preparation, !first.isEmpty else { return false }
        return scenes.allSatisfy { $0.preparation == first }
    }

    /// The whole list of each scenario.
    private func checklists() -> [Block] {
        var blocks = byScenario(.checklists) { context in
            [.paragraph(context.usage, .lead)] + context.checklistBlocks(level: 3, phases: phases)
        }
        if sharesPreparation, let context = scenes.first?.forOthers() {
            blocks +=
                [
                    .pageBreak, .heading(level: 2, [.text(words.preparationForAll)], anchor: "all-preparation"),
                ] + context.phaseBlocks(.before, level: 3)
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
            for context in scenes where context.hasSheet(role, phases) {
                let duties = context.runs(duties: role)
                sheet(
                    context.title, context.anchor("sheet", role.id),
                    (duties.isEmpty ? [] : [.paragraph(duties, .lead)])
                        + context.roleBlocks(role, level: 4, phases: phases))
            }
            if sharesPreparation, let context = scenes.first?.forOthers(), context.hasSheet(role, [.before]) {
                sheet(
                    words.preparationForAll, "all-sheet-\(role.id)",
                    context.ownBlocks(role, level: 4, phases: [.before]),
                    onPageOfItsOwn: false)
            }
        }
        return blocks
    }
}

extension Edition {
    /// The packs of the locale for the readers that are asked for. Those that are not printed this time lie where they lie: what a
    /// pack says of the others is the same whichever of them are printed with it.
    var printedPacks: [Pack] {
        plan.packs.filter { pack in
            if let reader = options.reader,
                !pack.for.contains(where: { $0.target.kind == .audience && $0.target.id == reader })
            {
                return false
            }
            return pack.locales.isEmpty || pack.locales.contains { $0.value == locale }
        }
    }

    /// Each pack to print, with `numbersCopies` its copies, and which of all packs and copies somebody holds.
    func mastersAndCopies(
        _ scenes: [ScenarioContext]
    ) -> (masters: [PrintedPack], copies: [PrintedPack], held: [PrintedPack]) {
        let packs = printedPacks.map { (pack: $0, routine: routineTexts(leaving: $0, scenes)) }
        let masters = packs.map { printedPack($0.pack, copy: nil, scenes: scenes, routine: $0.routine) }
        let copies = packs.flatMap { pack, routine -> [PrintedPack] in
            guard options.numbersCopies else { return [] }
            return pack.copies.indices.map { printedPack(pack, copy: $0, scenes: scenes, routine: routine) }
        }
        // Where copies have files of their own, they are what somebody holds.
        let held = masters.filter { !options.numbersCopies || $0.pack.copies.isEmpty } + copies
        func isWanted(_ one: PrintedPack) -> Bool { options.packs?.contains(one.pack.id) ?? true }
        return (masters.filter(isWanted), copies.filter(isWanted), held)
    }

    /// Each pack, and with `numbersCopies` one document more for each holder of a copy, and the register of them all.
    func packs(scenes: [ScenarioContext], everyday: ScenarioContext) -> [LoweredDocument] {
        let needs = scenes.map { ($0.id, $0.needs()) }
        let (masters, copies, held) = mastersAndCopies(scenes)
        @Sendable func compose(_ one: PrintedPack, privateCount: Int = 0) -> LoweredDocument {
            let printing = PackPrinting(
                one, privateCount: privateCount, edition: self, everyday: everyday, others: held)
            // What it holds is known once it is composed.
            let document = printing.document()
            return LoweredDocument(
                path: "\(locale.tag)/\(one.path)", section: .packs, document: document,
                withheld: Withheld(plan, pack: one.pack, copy: one.copy), maxPages: one.pack.maxPages?.value,
                use: printing.use(needs: needs),
                referred: Set(printing.documentsReferredTo.map { "\(locale.tag)/\($0)" }),
                privateCount: printing.privacy.met.count)
        }
        let ofMasters = parallelMap(masters, areLong: true) { compose($0) }
        let counts = Dictionary(uniqueKeysWithValues: zip(masters.map(\.pack.id), ofMasters.map(\.privateCount)))
        let ofCopies = parallelMap(copies, areLong: true) { compose($0, privateCount: counts[$0.pack.id] ?? 0) }
        let registered = zip(masters, ofMasters).filter { options.numbersCopies && !$0.0.pack.copies.isEmpty }.map {
            RegisteredPack(pack: $0.pack, privateCount: $1.privateCount)
        }
        var next = ofCopies.makeIterator()
        var documents: [LoweredDocument] = []
        for (master, made) in zip(masters, ofMasters) {
            documents.append(made)
            guard options.numbersCopies else { continue }
            for _ in master.pack.copies { if let copy = next.next() { documents.append(copy) } }
        }
        // Who has which copy is for those inside.
        if !registered.isEmpty, options.reader == nil {
            documents.append(
                LoweredDocument(
                    path: "\(locale.tag)/packs/register--copies", section: .packs, document: copyRegister(registered),
                    table: copyTable(registered)))
        }
        return documents
    }
}
