import PlancDocument

/// A drawing as inline SVG in the page's own tones, at its printed size; its alternative can be read below it.
func write(_ drawing: Drawing, id: String, to out: inout HTMLWriter) {
    // 1 pt is 4/3 of a CSS pixel.
    out.raw("<figure class=\"drawing\">\n<div class=\"scroll\" role=\"group\" tabindex=\"0\"")
    out.attribute("aria-label", drawing.title)
    out.raw("><svg role=\"img\"")
    out.attribute("width", number(drawing.width * 4 / 3))
    out.attribute("height", number(drawing.height * 4 / 3))
    out.attribute("viewBox", "0 0 \(number(drawing.width)) \(number(drawing.height))")
    out.attribute("aria-labelledby", "\(id)t")
    out.attribute("aria-describedby", "\(id)d")
    out.raw(">\n<title")
    out.attribute("id", "\(id)t")
    out.raw(">")
    out.text(drawing.title)
    out.raw("</title>\n<desc")
    out.attribute("id", "\(id)d")
    out.raw(">")
    out.text(drawing.alternative)
    out.raw("</desc>\n")
    for shape in drawing.shapes { write(shape, to: &out) }
    out.raw("</svg></div>\n<figcaption><details><summary>")
    out.text(drawing.title)
    out.raw("</summary>")
    for line in drawing.alternative.split(separator: "\n") { out.element("p", String(line)) }
    out.raw("</details></figcaption>\n</figure>\n")
}

private func write(_ shape: Drawing.Shape, to out: inout HTMLWriter) {
    switch shape {
    case .line(let start, let end, let stroke):
        out.raw("<line")
        out.attribute("x1", number(start.x))
        out.attribute("y1", number(start.y))
        out.attribute("x2", number(end.x))
        out.attribute("y2", number(end.y))
        paint(fill: nil, stroke, &out)
    case .rectangle(let origin, let width, let height, let fill, let stroke, let radius):
        out.raw("<rect")
        out.attribute("x", number(origin.x))
        out.attribute("y", number(origin.y))
        out.attribute("width", number(max(0, width)))
        out.attribute("height", number(max(0, height)))
        if radius > 0 { out.attribute("rx", number(radius)) }
        paint(fill: fill, stroke, &out)
    case .circle(let center, let radius, let fill, let stroke):
        out.raw("<circle")
        out.attribute("cx", number(center.x))
        out.attribute("cy", number(center.y))
        out.attribute("r", number(max(0, radius)))
        paint(fill: fill, stroke, &out)
    case .polygon(let points, let fill, let stroke):
        out.raw("<polygon")
        out.attribute("points", points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " "))
        paint(fill: fill, stroke, &out)
    case .text(let words, let point, let size, let anchor, let isStrong, let maxWidth, let tone):
        let fitted = fit(words, size: size, isStrong: isStrong, maxWidth: maxWidth)
        for (place, line) in fitted.lines.enumerated() {
            let down = fitted.size * 1.15 * (Double(place) - Double(fitted.lines.count - 1) / 2)
            out.raw("<text")
            out.attribute("x", number(point.x))
            out.attribute("y", number(point.y + down))
            out.attribute("font-size", number(fitted.size))
            switch anchor {
            case .start: break
            case .middle: out.raw(" text-anchor=\"middle\"")
            case .end: out.raw(" text-anchor=\"end\"")
            }
            if isStrong { out.raw(" font-weight=\"700\"") }
            out.attribute("class", "f-\(name(of: tone))")
            out.raw(">")
            out.text(line)
            out.raw("</text>\n")
        }
        return
    }
    out.raw("/>\n")
}

private func paint(fill: Drawing.Tone?, _ stroke: Drawing.Stroke?, _ out: inout HTMLWriter) {
    var classes = ["f-\(fill.map(name) ?? "none")"]
    if let stroke {
        classes.append("s-\(name(of: stroke.tone))")
        out.attribute("stroke-width", number(stroke.width))
        if stroke.isDashed {
            out.attribute("stroke-dasharray", "\(number(stroke.width * 3)) \(number(stroke.width * 2))")
        }
    }
    out.attribute("class", classes.joined(separator: " "))
}

private func name(of tone: Drawing.Tone) -> String {
    switch tone {
    case .black: "black"
    case .dark: "dark"
    case .middle: "middle"
    case .light: "light"
    case .pale: "pale"
    case .white: "white"
    case .accent: "accent"
    }
}

/// Smaller down to seven tenths, then on several lines, as small as the widest word asks for. The page's face is not known here:
/// widths are those of a wide sans-serif.
private func fit(_ words: String, size: Double, isStrong: Bool, maxWidth: Double?) -> (lines: [String], size: Double) {
    guard let maxWidth, maxWidth > 0 else { return ([words], size) }
    let wanted = width(words, isStrong) * size
    guard wanted > maxWidth else { return ([words], size) }
    let smaller = max(size * 0.7, size * maxWidth / wanted)
    let lines = Drawing.lines(words) { width($0, isStrong) * smaller <= maxWidth + 0.01 }
    let widest = lines.map { width($0, isStrong) * smaller }.max() ?? 0
    return (lines, smaller * min(1, maxWidth / max(widest, 0.01)))
}

/// In ems.
private func width(_ words: String, _ isStrong: Bool) -> Double {
    var width = 0.0
    for scalar in words.unicodeScalars {
        switch scalar {
        case "i", "j", "l", "I", "f", "t", "r", " ", ".", ",", ":", ";", "!", "'", "’", "|", "(", ")", "-":
            width += 0.38
        case "m", "w", "M", "W", "@", "%", "…", "—": width += 0.95
        case "A"..."Z": width += 0.7
        case "\u{0}"..."\u{2FF}", "\u{2000}"..."\u{206F}": width += 0.59
        default: width += 1
        }
    }
    return isStrong ? width * 1.1 : width
}

/// At most two decimals, never an exponent.
private func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let hundredths = Int((value * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
}
