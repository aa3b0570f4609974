import PlancDocument
import PlancPictures
import PlancSource

extension DocumentWriter {
    /// A picture inside the page itself: it needs no other file.
    mutating func figure(_ figure: Figure) {
        let picture = figure.picture
        out.raw("<figure class=\"picture\"><img")
        out.attribute("alt", figure.alternative)
        out.attribute("width", picture.width)
        out.attribute("height", picture.height)
        out.raw(" src=\"data:image/")
        picture.form == .png ? out.raw("png") : out.raw("jpeg")
        out.raw(";base64,")
        out.raw(verbatim: base64(picture.bytes).utf8)
        out.raw("\">")
        if !figure.caption.isEmpty {
            out.raw("<figcaption>")
            runs(figure.caption)
            out.raw("</figcaption>")
        }
        out.raw("</figure>\n")
    }
}

/// The style of pictures, in pages that have any: as wide as the page lets them be, on white also where the page is dark.
let figureStyle = """
    .picture img { display: block; max-width: 100%; height: auto; max-height: 90vh; width: auto; background: #fff; }
    .picture figcaption { font-size: .9em; }
    @media print { .picture { break-inside: avoid; } .picture img { max-height: 230mm; } }
    """
