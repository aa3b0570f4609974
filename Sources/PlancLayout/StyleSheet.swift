import PlancDocument

/// The page design: every size, weight and distance of paper, in points, said once.
///
/// The grid is one column between the margins; indents are multiples of `step`. Type comes in six sizes, two
/// weights, one accent. Nothing rests on colour alone: the accent is as dark as black in grey and under a red torch.
public struct StyleSheet: Sendable {
    /// Of the paper, in points.
    public var pageWidth: Double
    /// Of the paper, in points.
    public var pageHeight: Double
    /// From the left edge of the page to the text, in points.
    public var marginLeft: Double
    /// From the text to the right edge of the page, in points.
    public var marginRight: Double
    /// From the edge of the page to the running head, and to the last line of the running foot.
    public var marginTop: Double
    /// From the last line of the running foot to the edge of the page, in points.
    public var marginBottom: Double
    /// Running text; everything else is told in proportion to it.
    public var body: Double
    /// Type size of the title of a document, in points.
    public var title: Double
    /// Type sizes of headings, in points, the highest level first.
    public var headings: [Double]
    /// Type size of the purpose of a document and of other leading paragraphs, in points.
    public var lead: Double
    /// Type size of what is secondary, such as footnotes, in points.
    public var small: Double
    /// Type size of running heads and feet, in points.
    public var furniture: Double
    /// What is read under stress; the layout takes it from the height of the font's own letters.
    public var stress: Double
    /// The one number that everything begins with, and what is found at a glance.
    public var display: Double
    /// Type size of what is found at a glance, in points.
    public var large: Double
    /// The digit on the edge of a page, and the same on the front leaf.
    public var tab = 20.0
    /// Distance from line to line, as a share of the size; and of what is read under stress.
    public var leading: Double
    /// From line to line of what is read under stress, as a share of its size.
    public var stressLeading: Double
    /// The unit of indents and of distances between blocks.
    public var step: Double
    /// Numbers to dial, as a share of the size around them.
    public var phoneScale: Double
    /// The side of a box to tick.
    public var tickBox: Double
    /// Room to write the time at which a step was done.
    public var doneWidth: Double
    /// A line to write on, an empty row to fill in.
    public var writingHeight: Double
    /// Time and role stand above the action instead of beside it: for large type.
    public var stacksSteps: Bool
    /// ISO/IEC 7810 ID-1.
    public var cardWidth: Double = 85.6 * Self.millimetre
    /// Of a wallet card, in points.
    public var cardHeight: Double = 54 * Self.millimetre
    /// The side of a QR code without its quiet zone, in points.
    public var qrSide: Double = 32 * Self.millimetre

    /// How many points a millimetre has.
    public static let millimetre = 72 / 25.4
    public static let fontFamilies = "Open Sans,DejaVu Sans,Noto Sans,Liberation Sans,sans-serif"
    public static let fixedFamilies = "DejaVu Sans Mono,Noto Sans Mono,Liberation Mono,monospace"

    public init(paper: Document.Paper, isLargePrint: Bool) {
        switch paper {
        case .a4: (pageWidth, pageHeight) = (595.28, 841.89)
        case .letter: (pageWidth, pageHeight) = (612, 792)
        }
        let side = isLargePrint ? 25 * Self.millimetre : 18 * Self.millimetre
        marginLeft = side
        marginRight = side
        marginTop = isLargePrint ? 25 * Self.millimetre * 0.6 : 10 * Self.millimetre
        marginBottom = isLargePrint ? 25 * Self.millimetre * 0.6 : 9 * Self.millimetre
        body = isLargePrint ? 17 : 10.5
        title = isLargePrint ? 28 : 22
        headings = isLargePrint ? [23, 20, 18, 17] : [15.5, 12.5, 11, 10.5]
        lead = isLargePrint ? 18 : 12
        small = isLargePrint ? 15 : 9
        furniture = isLargePrint ? 11 : 8.5
        stress = isLargePrint ? 17 : 13.5
        display = isLargePrint ? 28 : 24
        large = isLargePrint ? 19 : 16
        leading = isLargePrint ? 1.25 : 1.32
        stressLeading = leading
        step = isLargePrint ? 8 : 6
        tickBox = isLargePrint ? 16 : 11.5
        phoneScale = isLargePrint ? 1.05 : 1.2
        doneWidth = isLargePrint ? 72 : 54
        writingHeight = isLargePrint ? 34 : 25.5
        stacksSteps = isLargePrint
    }

    /// The same sheet with less room between lines and blocks; type, margins and room to write stay.
    func closer(_ share: Double) -> StyleSheet {
        var result = self
        result.step = step * share
        result.leading = max(leading * (1 - (1 - share) * 0.35), 1.16)
        result.stressLeading = max(stressLeading * (1 - (1 - share) * 0.35), 1.16)
        return result
    }

    /// The same sheet for a pack that begins with the front leaf: much that is looked up, in few pages. Type stays, and lines keep within
    /// the quarter to the third of their size that NASA CR-177605 asks between them; what is read under stress keeps its own.
    func ofPack() -> StyleSheet {
        guard !stacksSteps else { return self }
        var result = self
        result.step = step * 5 / 6
        result.leading = 1.27
        return result
    }

    /// From line to line of type of a size.
    func leading(of size: Double) -> Double { size >= stress - 0.01 ? stressLeading : leading }

    /// The same sheet with two thirds of the distances between blocks; lines keep theirs.
    func withCloserBlocks() -> StyleSheet {
        var result = self
        result.step = step * 2 / 3
        return result
    }

    /// Between the margins at the sides, in points.
    public var contentWidth: Double { pageWidth - marginLeft - marginRight }

    /// Grey level from 0 (black) to 1 (white), or the accent: a blue that a copier makes nearly black.
    public static func colour(_ tone: Drawing.Tone) -> (red: Double, green: Double, blue: Double) {
        switch tone {
        case .black: (0, 0, 0)
        case .dark: (0.27, 0.27, 0.27)
        case .middle: (0.55, 0.55, 0.55)
        case .light: (0.78, 0.78, 0.78)
        case .pale: (0.93, 0.93, 0.93)
        case .white: (1, 1, 1)
        case .accent: (0.03, 0.23, 0.47)
        }
    }
}
