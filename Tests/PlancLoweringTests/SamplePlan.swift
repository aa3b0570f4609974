import PlancDiagnostics
import PlancDocument
import PlancDriver
import PlancModel
import PlancSource
import Testing

/// The example plan, in two languages and with one of everything that is printed.
enum SamplePlan {
    static let plan = bound(laid)

    /// The plan that texts laid over the example plan make.
    static func bound(_ laid: [String: String]) -> Plan {
        let texts = ExamplePlan.files.merging(laid) { $1 }
        let files = Dictionary(uniqueKeysWithValues: texts.map { ("library/" + $0, Array($1.utf8)) })
        let loaded = load(["library"], in: MemoryWorld(files, today: CalendarDate(iso: ExamplePlan.today)!))
        let told = loaded.findings.map { "\($0.rule): \($0.message.english)" }
        if let plan = loaded.plans.first?.plan, told.isEmpty { return plan }
        Issue.record("the sample does not bind: \(told)")
        let nowhere = Span(FileID(0), 0, 0)
        return Plan(
            folder: "library", name: "library",
            info: PlanInfo(version: Located("", nowhere), nameSpan: nowhere, span: nowhere))
    }

    static let laid: [String: String] = [
        "plan.md": """
        ---
        kind: plan
        title: {en: Library continuity plan, fr: Plan de continuité de la bibliothèque}
        organisation: Riverside Library
        version: 1.0
        locales: [en, fr]
        owner: director
        timezone: Europe/London
        classification: TLP:AMBER
        review: {every: 6mo, last: 2026-01-05}
        approved: {by: director, on: 2026-01-05}
        levels:
          - {name: Alert, when: {en: The river is above 3 m., fr: La rivière dépasse 3 m.}, decides: caretaker}
          - {name: Crisis, when: {en: Water is in the building., fr: L’eau est entrée.}, decides: director}
        revisions:
          - {version: 0.9, date: 2025-06-01, by: press, what: {en: First draft., fr: Premier jet.}}
          - {version: 1.0, date: 2026-01-05, by: director, what: {en: Numbers tried., fr: Numéros essayés.}}
        ---

        How the library goes on when the river comes in.
        """,
        "scenarios.md": """
        ---
        kind: scenarios
        scenarios:
          flood:
            title: {en: Flood, fr: Inondation}
            disables: [mail-server]
            distrusts: [website]
            affects: [readers, staff]
            obligations: [data-loss]
            activated-by: director
        ---
        """,
        "obligations.md": """
        ---
        kind: obligations
        obligations:
          data-loss:
            title: Loss of readers' data
            authority: The data protection authority
            law: Data Protection Act, section 67
            audience: readers
            stages:
              - {name: notification, deadline: 72h, from: awareness, contents: [facts, measures]}
              - {name: final-report, deadline: 1mo, from: notification}
            source: https://law.example/67
            verified: 2026-01-02
        ---
        """,
        "activities.md": """
        ---
        kind: activities
        activities:
          lending: {title: Lending, owner: director, mtpd: 5d, rto: 1d, depends-on: [website], workaround: by-hand}
        ---
        """,
        "checklists/flood.md": """
        ---
        kind: checklist
        title: {en: Flood, fr: Inondation}
        scenarios: flood
        phase: during
        ---

        ## First hour

        Nobody goes to the basement alone.

        - [ ] T0 @caretaker Switch off the power in the basement
          - The key hangs behind the desk.
        - [ ] T+10min @director ? Is anybody hurt?
          - yes: call 999, then @press
          - no: go on
        - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
          - [ ] @press Note who answered
        - [ ] T+45min every 30min @caretaker Read the level at the bridge

        ## The day

        - [ ] T+1h @press @director Tell the readers: [](../messages/readers-closed.md)
        - [ ] T+2d @director Tell the authority ([](obligation:data-loss/notification))
        """,
        "checklists/by-hand.md": """
        ---
        kind: checklist
        title: Lending by hand
        scenarios: flood
        phase: during
        ---

        - [ ] T+20min @press Fetch the paper slips
        """,
        "packs.md": """
        ---
        kind: packs
        packs:
          binder:
            title: Crisis binder
            for: [role:director, role:caretaker]
            include: everything
            copies:
              - {to: director, at: Front desk}
              - {to: caretaker, at: Workshop}
          visitors:
            title: For readers
            for: [audience:readers]
            include: [cover, contacts, checklists, messages, reach, call-tree, wallet-cards, channels]
            classification: TLP:GREEN
        ---
        """,
    ]
}

extension Block {
    /// The block itself, or what it keeps on one page.
    var parts: [Block] {
        switch self {
        case .together(let blocks), .stress(let blocks): blocks
        default: [self]
        }
    }

    /// Every run of the block and of what it holds, in reading order.
    var runs: [Run] {
        switch self {
        case .heading(_, let runs, _), .paragraph(let runs, _), .end(let runs), .qrCode(_, let runs): runs
        case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.runs) }
        case .table(let table):
            table.columns.flatMap(\.title) + table.rows.flatMap { $0.cells.joined().flatMap(\.runs) }
        case .steps(let list): list.steps.flatMap(\.runs)
        case .facts(let facts): facts.flatMap { [.text($0.label)] + $0.value }
        case .callout(let callout): callout.title + callout.blocks.flatMap(\.runs)
        case .message(let message):
            message.channel + (message.subject ?? []) + message.blocks.flatMap(\.runs) + (message.obstacle ?? [])
        case .cards(let cards): cards.flatMap(\.runs)
        case .drawing(let drawing): [.text(drawing.alternative)]
        case .figure(let figure): [.text(figure.alternative)] + figure.caption
        case .quote(let blocks), .together(let blocks), .stress(let blocks): blocks.flatMap(\.runs)
        case .leaf(let leaf): leaf.whole.flatMap(\.runs)
        case .verbatim(let text): [.text(text)]
        case .contents, .pageBreak, .writingLines, .rule: []
        }
    }

    /// What its codes to scan are made of.
    var payloads: [String] {
        switch self {
        case .qrCode(let payload, _): [payload]
        case .together(let blocks): blocks.flatMap(\.payloads)
        case .table(let table): table.rows.flatMap { $0.cells.joined().flatMap(\.payloads) }
        default: []
        }
    }

    /// The anchors of its headings.
    var anchors: [String] {
        switch self {
        case .heading(_, _, let anchor): [anchor]
        case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.anchors) }
        case .table(let table): table.rows.flatMap { $0.cells.joined().flatMap(\.anchors) }
        case .callout(let callout): callout.blocks.flatMap(\.anchors)
        case .message(let message): message.blocks.flatMap(\.anchors)
        case .quote(let blocks), .together(let blocks), .stress(let blocks): blocks.flatMap(\.anchors)
        case .leaf(let leaf): leaf.whole.flatMap(\.anchors)
        case .steps(let list): list.steps.flatMap { $0.detail.flatMap(\.anchors) }
        default: []
        }
    }
}

extension StepRow {
    var runs: [Run] {
        who + text + detail.flatMap(\.runs) + branches.flatMap { $0.text + $0.detail.flatMap(\.runs) }
            + warnings.joined()
            + substeps.flatMap(\.runs)
    }
}

extension Card {
    fileprivate var runs: [Run] {
        let sides = [(title, lines)] + (back.map { [($0.title, $0.lines)] } ?? [])
        return sides.flatMap { side -> [Run] in [.text(side.0)] + side.1.flatMap { $0 } } + [.text(footer)]
    }
}
