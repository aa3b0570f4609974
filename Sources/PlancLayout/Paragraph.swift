import PlancDocument
import PlancSource

/// How a stretch of a line looks, and whose content it is.
struct InlineStyle {
    var face: Typesetter.Face
    var size: Double
    var tone: Drawing.Tone
    var isStruck = false
    var isField = false
    var link: Run.Destination?
    var linkTitle = ""
    var landmarks: [Landmark] = []
    var element: Int32
    /// How far above the line it stands.
    var rise = 0.0
    /// The number of the footnote that it refers to, and the element that takes the note.
    var footnote: (number: Int, parent: Int32)?
}

/// A piece of a line that is not cut: a word, or what stands in its place.
struct Fragment {
    enum Kind {
        /// An index into the typesetter's words.
        case word(Int32)
        case space(Int32)
        /// Room to write, with the words that stand small below it.
        case blank(label: [Int32], labelSize: Double)
        case tick
        case lineBreak
        /// A digit or letter in a frame.
        case tab(label: [Int32])
        /// Room for the number of the page on which an anchor stands, in this document or another.
        case page(of: String, in: String?, endsThere: Bool)
    }

    var kind: Kind
    var style: Int32
    var width: Double
    var canBreakAfter = false
    var level: UInt8 = 0
    /// The text of a word that may have to be broken because no column takes it whole.
    var isSpace: Bool { if case .space = kind { true } else { false } }
}

/// Runs made ready to be set at any width.
struct Paragraph {
    var fragments: [Fragment] = []
    var styles: [InlineStyle] = []
    var isRightToLeft = false

    /// Width on one line, and of the widest piece that is not cut.
    var naturalWidth: Double {
        var widest = 0.0
        var here = 0.0
        for fragment in fragments {
            if case .lineBreak = fragment.kind {
                widest = max(widest, here)
                here = 0
            } else {
                here += fragment.width
            }
        }
        return max(widest, here)
    }

    var minimalWidth: Double { minimalWidth(blank: .infinity) }

    /// Room to write can be narrower than it would like to be: `blank` is enough.
    func minimalWidth(blank: Double) -> Double {
        var widest = 0.0
        var here = 0.0
        for fragment in fragments {
            if case .lineBreak = fragment.kind {
                here = 0
                continue
            }
            if fragment.isSpace {
                here = 0
                continue
            }
            if case .blank = fragment.kind { here += min(fragment.width, blank) } else { here += fragment.width }
            widest = max(widest, here)
            if fragment.canBreakAfter { here = 0 }
        }
        return widest
    }

    var isEmpty: Bool { fragments.allSatisfy(\.isSpace) }
}
