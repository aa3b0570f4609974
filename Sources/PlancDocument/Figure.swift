import PlancPictures

/// A picture of the author's: a map, a plan of a building, a photograph.
public struct Figure: Sendable, Equatable {
    public var picture: Picture
    /// What it shows, for those who do not see it; never empty.
    public var alternative: String
    /// Printed below it.
    public var caption: [Run]

    public init(_ picture: Picture, alternative: String, caption: [Run] = []) {
        self.picture = picture
        self.alternative = alternative
        self.caption = caption
    }

    /// How wide it is on paper when nothing keeps it narrower, in points: as its file says, but never coarser than 96
    /// pixels an inch, where its steps would show, nor finer than 150.
    public var naturalWidth: Double { Double(picture.width) * 72 / min(max(picture.dotsPerInch ?? 96, 96), 150) }
}

extension [Block] {
    /// Whether a picture is among the blocks or in them.
    public var holdFigures: Bool { contains(where: \.holdsFigures) }
}

extension Block {
    private static func holdFigures(_ step: StepRow) -> Bool {
        step.parts.contains { part in
            switch part {
            case .detail(let blocks): blocks.holdFigures
            case .branch(let branch): branch.detail.holdFigures
            case .step(let step): holdFigures(step)
            }
        }
    }

    fileprivate var holdsFigures: Bool {
        switch self {
        case .figure: true
        case .list(let list): list.items.contains { $0.blocks.holdFigures }
        case .table(let table): table.rows.contains { $0.cells.contains(where: \.holdFigures) }
        case .steps(let list): list.steps.contains(where: Self.holdFigures)
        case .callout(let callout): callout.blocks.holdFigures
        case .message(let message): message.blocks.holdFigures
        case .together(let blocks), .quote(let blocks), .stress(let blocks): blocks.holdFigures
        case .leaf(let leaf): leaf.whole.holdFigures
        default: false
        }
    }
}
