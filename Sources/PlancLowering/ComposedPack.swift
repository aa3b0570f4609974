import PlancAnalysis
import PlancDocument
import PlancModel
import PlancSource

/// What all scenarios of a pack share, by its letter on the edge of the pages: the same letter in every pack.
enum PackPart: String, CaseIterable {
    case contacts, channels, messages, deadlines, preparation, forms

    /// A to F.
    var letter: String {
        let place = Self.allCases.firstIndex(of: self) ?? 0
        return String(UnicodeScalar(UInt8(0x41 + place)))
    }

    /// The heading that begins the part.
    var anchor: String {
        switch self {
        case .contacts: "chapter-contacts"
        case .channels: "chapter-channels"
        case .messages: "chapter-messages"
        case .deadlines: "chapter-deadlines"
        case .preparation: "chapter-preparation"
        case .forms: "chapter-log-sheets"
        }
    }
}

/// A pack for roles: the front leaf, each scenario from its first page to its list, then what they share.
extension PackPrinting {
    /// Whether it begins with the leaf: packs for those inside that have a cover.
    var hasLeaf: Bool { pack.includes(.cover) && !pack.isForAudience }

    func composed() -> [Block] {
        var made = leafAndChapters()
        // What is left out is known when the chapters are made; where those are numbers, the chapters tell of it too.
        let gaps = leftOut()
        if !gaps.isEmpty, privacy.manner == .told { made = leafAndChapters() }
        return [.leaf(frontLeaf(made.leaf, gaps: gaps))] + made.chapters
    }

    private func leafAndChapters() -> (leaf: LeafBlocks, chapters: [Block]) {
        let shared = PackPart.allCases.map { (part: $0, blocks: content(of: $0)) }.filter { !$0.blocks.isEmpty }
        let leaf = leafBlocks(parts: shared.map(\.part))
        var blocks: [Block] = []
        func chapter(_ title: [Run], _ anchor: String, _ inner: [Block]) {
            if inner.isEmpty { return }
            blocks += [.pageBreak, .heading(level: 1, title, anchor: anchor)] + inner
        }
        for context in scenes {
            chapter(
                [Run(.tab(context.digit)), .text("\u{A0}\u{A0}" + context.shortTitle)], context.anchor("opening"),
                context.openingBlocks(
                    follows: follows(context, shared.map(\.part)), beginsList: !actionsInFront(context).isEmpty)
                    + ownLists(context))
        }
        for (part, inner) in shared {
            chapter([Run(.tab(part.letter)), .text("\u{A0}\u{A0}" + title(of: part))], part.anchor, inner)
        }
        if pack.include.contains(where: { $0.value == .reach }) {
            chapter([.text(words.section(.reach))], "chapter-reach", chapterBlocks(.reach))
        }
        if pack.include.contains(where: { $0.value == .walletCards }) {
            chapter(
                [.text(words.section(.walletCards))], "chapter-wallet-cards", privateNote + chapterBlocks(.walletCards))
        }
        chapter([.text(words.aboutThisPack)], "chapter-about", about())
        // On one page, where they fit on one: not the last lines of them alone on the last page.
        let registers = registers().filter { if case .pageBreak = $0 { false } else { true } }
        if !registers.isEmpty { blocks.append(.together(registers)) }
        blocks.append(.end([.text(words.endOfPack(edition.title(.pack, pack.id)))]))
        return (leaf, blocks)
    }

    /// Parts of the chapters that can be composed by themselves, those first in which most changes of a plan show.
    var parts: [@Sendable () -> [Block]] {
        guard hasLeaf else { return [] }
        let shared: [PackPart] = [.messages, .deadlines, .channels, .preparation]
        var parts: [@Sendable () -> [Block]] = [{ content(of: .contacts) }]
        for context in scenes { parts.append { ownLists(context) } }
        for part in shared { parts.append { content(of: part) } }
        return parts
    }

    /// The tabs of the pack; the slots of those that it has not stay free, so that a part is at one height in every pack.
    var edge: Edge {
        let scenarios = edition.plan.scenarios.count
        let parts = PackPart.allCases
        let slots = max(8, scenarios + parts.count)
        var tabs: [Edge.Tab] = scenes.compactMap { context in
            context.scenario.flatMap { edition.plan.scenarios.index(of: $0.id) }.map { place in
                Edge.Tab(
                    label: context.digit, title: context.shortTitle, anchor: context.anchor("opening"), slot: place,
                    isSolid: true)
            }
        }
        tabs += parts.enumerated().map { place, part in
            Edge.Tab(
                label: part.letter, title: title(of: part), anchor: part.anchor,
                slot: slots - parts.count + place, isSolid: false)
        }
        return Edge(
            slots: slots, shared: parts.count, tabs: tabs,
            ends: ["chapter-reach", "chapter-wallet-cards", "chapter-about"],
            isTwoSided: pack.sides?.value == .two, isCut: pack.tabs?.value == .cut, notes: words.notesPage)
    }

    /// What of a scenario is in the pack beyond its first pages.
    private func follows(_ context: ScenarioContext, _ parts: [PackPart]) -> [(title: String, anchor: String)] {
        var found: [(title: String, anchor: String)] = []
        if holder == nil, pack.includes(.checklists), !context.phaseBlocks(.during, level: 3).isEmpty {
            found.append((words.phase(.during), context.anchor("checklists")))
        }
        for part in parts { found.append((title(of: part), part.anchor)) }
        return found
    }

    /// The steps of a list that are on the first page of its scenario instead. With all that belongs to them, more than five do not fit a
    /// page of Letter.
    private func actionsInFront(_ context: ScenarioContext) -> [PlannedStep] {
        guard holder == nil, pack.includes(.checklists), paper == .a4 || context.firstFive.steps.count <= 5 else {
            return []
        }
        return context.actionsInFront
    }

    /// The lists of a scenario behind its first pages: everybody's, and in a pack of sheets those of its roles.
    private func ownLists(_ context: ScenarioContext) -> [Block] {
        composedParts.blocks.value(of: .lists(scenario: context.id)) { listsComposed(context) }
    }

    private func listsComposed(_ context: ScenarioContext) -> [Block] {
        var blocks: [Block] = []
        if let holder {
            let anchor = pack.includes(.checklists) ? context.anchor("checklists") : context.anchor("sheet", holder.id)
            return [
                .pageBreak, .heading(level: 2, [.text(edition.title(of: holder))], anchor: anchor),
            ] + context.roleBlocks(holder, level: 3, phases: [.during] + ownPhases)
        }
        if pack.includes(.checklists) {
            for phase in [Phase.during] + ownPhases {
                let isDuring = phase == .during
                let inFront = isDuring ? actionsInFront(context) : []
                let inner = context.phaseBlocks(phase, level: 3, without: inFront).below(words.phase(phase))
                if inner.isEmpty { continue }
                let anchor = isDuring ? context.anchor("checklists") : context.anchor("phase", phase.rawValue)
                blocks.append(.heading(level: 2, [.text(words.phase(phase))], anchor: anchor))
                blocks += inFront.isEmpty ? inner : context.goingOn(inner)
            }
            if !blocks.isEmpty { blocks.append(.end([.text(words.endOfChecklist(context.title))])) }
        } else if pack.includes(.roleSheets) {
            for role in sheetRoles where context.hasSheet(role, [.during] + ownPhases) {
                blocks +=
                    [
                        .pageBreak,
                        .heading(
                            level: 2, [.text(edition.title(of: role))], anchor: context.anchor("sheet", role.id)),
                    ] + context.roleBlocks(role, level: 3, phases: [.during] + ownPhases)
            }
        }
        return blocks
    }

    /// A part is called by what is in it: without any duty of the law, it holds only when each audience is told.
    func title(of part: PackPart) -> String {
        if part == .deadlines, !pack.includes(.obligations) || !everyday.hasObligationBlocks(scenes: scenes) {
            let hasClocks = pack.includes(.deadlines) && scenes.contains { !($0.timeline?.duties.isEmpty ?? true) }
            return words.section(hasClocks ? .deadlines : .timeline)
        }
        return words.part(part)
    }

    /// Everybody's, whichever the scenario: a step may say to call the insurer without a number.
    private var helpFromOutside: [Block] {
        let inner = everyday.outsideBlocks()
        if inner.isEmpty { return [] }
        return [.heading(level: 2, [.text(words.outsideHelp)], anchor: everyday.anchor("outside"))] + inner
    }

    private func content(of part: PackPart) -> [Block] {
        // Whether numbers are left out is told among the contacts, and known when all parts are made.
        if part == .contacts { return contentComposed(of: part) }
        return composedParts.blocks.value(of: .part(part)) { contentComposed(of: part) }
    }

    private func contentComposed(of part: PackPart) -> [Block] {
        switch part {
        case .contacts:
            var blocks: [Block] = []
            if pack.includes(.contacts) {
                blocks = privateNote
                blocks +=
                    everyday.isLargePrint
                    ? chapterBlocks(.contacts)
                    : introduced(.role) + introduced(.person) + everyday.contactTable(scenes) + helpFromOutside
            }
            if holder == nil, pack.includes(.checklists), !everyday.isLargePrint {
                blocks += everyday.whoDoesWhat(scenes)
            }
            if holder == nil, pack.includes(.callTree) {
                let tree =
                    [.heading(level: 2, [.text(words.section(.callTree))], anchor: "chapter-call-tree")] + privateNote
                    + chapterBlocks(.callTree)
                if everyday.isLargePrint {
                    // Its heading stays with the first of its tables.
                    let first = tree.firstIndex { if case .table = $0 { true } else { false } } ?? 0
                    blocks += [.together(Array(tree[...first]))] + tree[(first + 1)...]
                } else {
                    blocks += tree
                }
            }
            return pack.includes(.contacts) && !everyday.isLargePrint ? blocks + everyday.scanCodes() : blocks
        case .channels:
            guard pack.includes(.channels) else { return [] }
            return everyday.isLargePrint
                ? chapterBlocks(.channels) : everyday.introduction(.channel) + everyday.channelTable(scenes)
        case .messages:
            return pack.includes(.messages) ? everyday.messagePart(scenes) : []
        case .deadlines:
            return (pack.includes(.timeline) ? everyday.audienceTable(scenes) : [])
                + (pack.includes(.deadlines) ? everyday.mergedDeadlines(scenes) : [])
                + (pack.includes(.obligations) ? chapterBlocks(.obligations) : [])
        case .preparation: return preparation()
        case .forms: return formsPart()
        }
    }

    /// What is done before and after a crisis, when the scenarios agree in it, and the activities that it is all for.
    private func preparation() -> [Block] {
        var blocks: [Block] = []
        for phase in [Phase.after, .before] where !ownPhases.contains(phase) {
            if let holder {
                blocks += shared(phase, [.text(words.phase(phase))], "all-phase-\(phase.rawValue)") { context in
                    context.hasSheet(holder, [phase]) ? context.ownBlocks(holder, level: 3, phases: [phase]) : []
                }
            } else if pack.includes(.checklists) {
                blocks += shared(phase, [.text(words.phase(phase))], "all-phase-\(phase.rawValue)") { context in
                    context.phaseBlocks(phase, level: 3)
                }
            } else if pack.includes(.roleSheets) {
                for role in sheetRoles {
                    let title = "\(edition.title(of: role)) – \(words.phase(phase))"
                    blocks += shared(phase, [.text(title)], "all-sheet-\(role.id)-\(phase.rawValue)") { context in
                        context.hasSheet(role, [phase]) ? context.ownBlocks(role, level: 3, phases: [phase]) : []
                    }
                }
            }
        }
        if holder == nil, pack.includes(.activities) {
            let inner = chapterBlocks(.activities)
            if !inner.isEmpty {
                blocks +=
                    [.heading(level: 2, [.text(words.section(.activities))], anchor: "chapter-activities")] + inner
            }
        }
        return blocks
    }

    /// A list that the scenarios agree in, once for all that read alike: by what a message leaves, and who is there, may differ.
    private func shared(
        _ phase: Phase, _ title: [Run], _ anchor: String, _ list: (ScenarioContext) -> [Block]
    ) -> [Block] {
        var groups: [(scenes: [ScenarioContext], words: [String], blocks: [Block])] = []
        // Before a crisis everything works, in whatever scenario the list stands.
        for context in phase == .before ? scenes.prefix(1).map({ $0.forOthers() }) : scenes {
            let blocks = list(context)
            if blocks.isEmpty { continue }
            let words = blocks.wordsRead
            if let place = groups.firstIndex(where: { $0.words == words }) {
                groups[place].scenes.append(context)
            } else {
                groups.append(([context], words, blocks))
            }
        }
        return groups.enumerated().flatMap { place, group -> [Block] in
            let digits =
                groups.count == 1 ? [] : group.scenes.flatMap { [Run.text("\u{A0}\u{A0}"), Run(.tab($0.digit))] }
            let anchor = place == 0 ? anchor : "\(anchor)-\(group.scenes[0].id)"
            return [.heading(level: 2, title + digits, anchor: anchor)] + group.blocks.below(title.plainText)
        }
    }

    /// The phases told with each scenario, since the scenarios differ in them.
    private var ownPhases: [Phase] {
        [Phase.after, .before].filter { phase in
            let first = scenes.first?.preparation(phase) ?? []
            return scenes.count < 2 || !scenes.allSatisfy { $0.preparation(phase) == first }
        }
    }

    private var sheetRoles: [Role] {
        let roles = pack.for.filter { $0.target.kind == .role }.compactMap { edition.plan.roles[$0.target.id] }
        let holder = copy.flatMap { pack.copies[$0].to?.id }
        return roles.filter { $0.id == holder } + roles.filter { $0.id != holder }
    }

    /// Whom the pack is for, what plan it is of, and what the plan says of itself.
    private func about() -> [Block] {
        let info = edition.plan.info
        var facts = [
            Fact(words.organisation, [.text(edition.text(info.organisation), .strong)]),
            Fact(words.plan, [.text(edition.text(info.title))]),
        ]
        facts += versionFacts()
        let readers = pack.for.map { edition.composer.title(of: $0.target) }
        if !readers.isEmpty { facts.append(Fact(words.packFor, [.text(words.list(readers))])) }
        facts.append(Fact(words.scenarios, [.text(words.separated(scenes.map(\.title)))]))
        if let label {
            facts.append(
                Fact(words.classification, [.text(label.rawValue, .strong), .text(" – " + words.meaning(of: label))]))
        }
        let body = info.body.body(edition.locale)?.blocks ?? []
        return [.facts(facts)] + everyday.blocks(body, anchors: "plan", level: 2)
    }
}

extension [Block] {
    /// What stands below a heading: a first heading that says the same is left out.
    func below(_ title: String) -> [Block] {
        guard case .heading(_, let runs, _)? = first, runs.plainText == title else { return self }
        return Array(dropFirst())
    }
}

/// What is composed already of one pack or copy: it is asked for again when numbers turn out to be left out, and by whoever
/// compares copies part by part.
final class ComposedParts: Sendable {
    enum Key: Hashable {
        case part(PackPart)
        case lists(scenario: String)
    }

    let blocks = Mutex<[Key: [Block]]>([:])
}

extension ScenarioContext {
    /// Whether a role has a step or a message here.
    func concerns(_ role: Role) -> Bool { !steps(of: role).isEmpty || !messages(of: role).isEmpty }
}

extension Words {
    func part(_ part: PackPart) -> String {
        switch part {
        case .contacts: section(.contacts)
        case .channels: section(.channels)
        case .messages: section(.messages)
        case .deadlines: section(.obligations)
        case .preparation: say("Before and after")
        case .forms: section(.logSheets)
        }
    }
    var aboutThisPack: String { say("About this pack") }
    fileprivate var notesPage: String { say("Notes") }
}
