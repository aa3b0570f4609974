/// A part of a document. Emitters keep a heading with what follows it, never split a row that fits a page,
/// and repeat the header of a table that goes on.
public indirect enum Block: Sendable, Equatable {
    /// Levels 1 to 4 below the document's title; the anchor is unique in the document.
    case heading(level: Int, [Run], anchor: String)
    case paragraph([Run], ParagraphStyle)
    case list(List)
    case table(Table)
    /// Steps to tick in their order; `title` is repeated when they go on over the page.
    case steps(StepList)
    /// Label and value, one a line.
    case facts([Fact])
    /// Set apart by a frame: a decision, a warning, a remark.
    case callout(Callout)
    /// Words that somebody will send or read aloud.
    case message(MessageText)
    case cards([Card])
    case drawing(Drawing)
    /// A picture of the author's, with what stands below it.
    case figure(Figure)
    /// A QR code at least 3 cm wide, with the text under it that it stands for.
    case qrCode(payload: String, caption: [Run])
    /// Ruled lines to write on.
    case writingLines(Int)
    /// The headings that follow, with their pages where there are pages.
    case contents(depth: Int)
    /// Blocks that stay on one page if they fit on one.
    case together([Block])
    case pageBreak
    /// "End of checklist": says that nothing is missing.
    case end([Run])
    /// Text to be kept line by line, in a face of one width.
    case verbatim(String)
    case quote([Block])
    /// A line across the column: what follows is something else.
    case rule
    /// What is read under stress: in type whose letters without ascenders are a tenth of an inch high.
    case stress([Block])
    /// The first leaf of a pack, in place of a title.
    case leaf(FrontLeaf)

    /// How large and how dark a paragraph is set.
    public enum ParagraphStyle: Sendable, Equatable { case body, lead, note, small }
}

/// Items, numbered, ticked or with bullets.
public struct List: Sendable, Equatable {
    /// One item, with its blocks.
    public struct Item: Sendable, Equatable {
        public var blocks: [Block]
        /// A box before the item, and whether it is ticked; nil for an item without one.
        public var box: Bool?

        public init(_ blocks: [Block], box: Bool? = nil) {
            self.blocks = blocks
            self.box = box
        }
    }

    /// Whether the items are numbered, and the number of the first.
    public var isOrdered: Bool
    /// The number of the first item, printed where the items are numbered.
    public var start: Int
    public var items: [Item]

    public init(_ items: [Item], isOrdered: Bool = false, start: Int = 1) {
        self.items = items
        self.isOrdered = isOrdered
        self.start = start
    }

    /// Plain items.
    public init(blocks: [[Block]], isOrdered: Bool = false) {
        self.init(blocks.map { Item($0) }, isOrdered: isOrdered)
    }
}

/// Cells in rows below the titles of their columns.
public struct Table: Sendable, Equatable {
    /// One column: its title, and how its cells are set.
    public struct Column: Sendable, Equatable {
        /// Where the lines of its cells begin.
        public enum Alignment: Sendable, Equatable { case left, center, right }

        public var title: [Run]
        public var alignment: Alignment
        /// The share of the width it wants beside the others; 0: as wide as its content.
        public var weight: Double

        public init(_ title: [Run], alignment: Alignment = .left, weight: Double = 1) {
            self.title = title
            self.alignment = alignment
            self.weight = weight
        }
    }

    /// One row: the blocks of each cell.
    public struct Row: Sendable, Equatable {
        public var cells: [[Block]]
        /// A row that names a group of rows, across all columns (then it has one cell).
        public var isGroup: Bool

        public init(_ cells: [[Block]], isGroup: Bool = false) {
            self.cells = cells
            self.isGroup = isGroup
        }

        /// A row of plain cells.
        public init(runs: [[Run]]) { self.init(runs.map { [.paragraph($0, .body)] }) }
    }

    /// What the table says, for those who do not see it.
    public var summary: String
    public var columns: [Column]
    public var rows: [Row]
    /// Empty rows to fill in by hand: how many, at a height to write in.
    public var blankRows: Int
    /// The first cell of each row names the row.
    public var hasRowHeaders: Bool

    public init(summary: String, columns: [Column], rows: [Row], blankRows: Int = 0, hasRowHeaders: Bool = true) {
        self.summary = summary
        self.columns = columns
        self.rows = rows
        self.blankRows = blankRows
        self.hasRowHeaders = hasRowHeaders
    }
}

/// The steps of a stage, below its title.
public struct StepList: Sendable, Equatable {
    public var title: String
    public var steps: [StepRow]
    /// Who does it stands on a line below the action, not in a column of its own: more steps on a page.
    public var whoIsBelow: Bool

    public init(title: String, steps: [StepRow], whoIsBelow: Bool = false) {
        self.title = title
        self.steps = steps
        self.whoIsBelow = whoIsBelow
    }
}

/// One step: when, who, and what to do.
public struct StepRow: Sendable, Equatable {
    /// `T+15 min`, empty when nobody said when.
    public var time: String
    /// "every 30 min"
    public var rhythm: String?
    /// Who does it, empty on a person's own sheet.
    public var who: [Run]
    public var text: [Run]
    /// A decision: its branches are told below it.
    public var isDecision: Bool
    /// Ticked already in the source.
    public var isTicked: Bool
    /// What stands below the action, in its order.
    public var parts: [Part]
    /// Something stands against the step: nobody can be reached, the channel is down.
    public var warnings: [[Run]]

    public init(
        time: String, rhythm: String? = nil, who: [Run], text: [Run], isDecision: Bool = false, isTicked: Bool = false,
        parts: [Part] = [], warnings: [[Run]] = []
    ) {
        self.time = time
        self.rhythm = rhythm
        self.who = who
        self.text = text
        self.isDecision = isDecision
        self.isTicked = isTicked
        self.parts = parts
        self.warnings = warnings
    }

    /// What stands below the action of a step.
    public enum Part: Sendable, Equatable {
        /// What is known about the step, apart from the action.
        case detail([Block])
        /// One way on from a decision.
        case branch(Branch)
        /// A step of the step.
        case step(StepRow)
    }

    /// A way on from a decision: "yes", and what follows from it.
    public struct Branch: Sendable, Equatable {
        public var label: String
        public var text: [Run]
        public var detail: [Block]

        public init(label: String, text: [Run], detail: [Block] = []) {
            self.label = label
            self.text = text
            self.detail = detail
        }
    }

    public var substeps: [StepRow] { parts.compactMap { if case .step(let step) = $0 { step } else { nil } } }
    public var branches: [Branch] { parts.compactMap { if case .branch(let branch) = $0 { branch } else { nil } } }
    public var detail: [Block] {
        parts.flatMap { part -> [Block] in if case .detail(let blocks) = part { blocks } else { [] } }
    }

    /// Adds what planc knows about the step: before its sub-steps, so that it is not read as a part of the last of them.
    public mutating func note(_ blocks: [Block]) {
        guard !blocks.isEmpty else { return }
        let place = parts.firstIndex { if case .step = $0 { true } else { false } } ?? parts.count
        parts.insert(.detail(blocks), at: place)
    }
}

/// A value beside its label.
public struct Fact: Sendable, Equatable {
    public var label: String
    public var value: [Run]

    public init(_ label: String, _ value: [Run]) {
        self.label = label
        self.value = value
    }
}

/// Blocks that stand out, below a title.
public struct Callout: Sendable, Equatable {
    /// What they are there for: it decides the frame and the sign.
    public enum Kind: String, Sendable {
        case decision, warning, remark
        /// Whom to call.
        case call
        /// What must not be used.
        case stop
    }

    public var kind: Kind
    public var title: [Run]
    public var blocks: [Block]

    public init(_ kind: Kind, title: [Run], blocks: [Block] = []) {
        self.kind = kind
        self.title = title
        self.blocks = blocks
    }
}

/// The text of a message for one channel or several.
public struct MessageText: Sendable, Equatable {
    /// "SMS (sender VALMEREAU)", and what limits it: "1 part, 142 of 160 characters".
    public var channel: [Run]
    public var measure: String?
    /// E-mail only.
    public var subject: [Run]?
    public var blocks: [Block]
    /// Usable in the scenario; else why not.
    public var obstacle: [Run]?
    /// Names the text in a page that fills it in: message id and channel id, and the text with `{{ field }}` left in it.
    public var identifier: String
    public var template: String
    /// In a pack of many texts, only a short one stays whole on a page: others begin where there is room.
    public var fillsPages = false

    public init(
        channel: [Run], measure: String? = nil, subject: [Run]? = nil, blocks: [Block], obstacle: [Run]? = nil,
        identifier: String, template: String
    ) {
        self.channel = channel
        self.measure = measure
        self.subject = subject
        self.blocks = blocks
        self.obstacle = obstacle
        self.identifier = identifier
        self.template = template
    }
}

/// A card of 85.6 × 54 mm (ISO/IEC 7810 ID-1) to cut out.
public struct Card: Sendable, Equatable {
    public var title: String
    public var lines: [[Run]]
    public var footer: String
    /// The other side of a card twice as wide, folded in the middle: both sides upright when it is turned over.
    public var back: Side?

    /// The words of one side.
    public struct Side: Sendable, Equatable {
        public var title: String
        public var lines: [[Run]]

        public init(title: String, lines: [[Run]]) {
            self.title = title
            self.lines = lines
        }
    }

    public init(title: String, lines: [[Run]], footer: String, back: Side? = nil) {
        self.title = title
        self.lines = lines
        self.footer = footer
        self.back = back
    }
}
