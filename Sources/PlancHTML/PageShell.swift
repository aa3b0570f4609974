import PlancDocument
import PlancSource

/// What every page has: its policy, style and script, the line that says what it belongs to at both ends, and the way home.
struct PageShell {
    var locale: String
    var title: String
    var classification: String?
    var watermark: String?
    var stamp: Document.Stamp
    var paper: Document.Paper = .a4
    var isLargePrint = false
    var words: Words
    /// The relative address of the home page.
    var home: String?
    var assets: Assets
    /// Whether pictures are in the page.
    var hasFigures = false

    struct Words {
        var pageOf: String
        var home: String
        var skip: String
    }

    /// Style and script of a kind of page, put together once, with the hashes that let them in.
    struct Assets {
        let style: [UInt8]
        let script: [UInt8]
        let styleHash: String
        let scriptHash: String

        init(style: [[UInt8]], script: [[UInt8]]) {
            self.style = Array(style.joined(separator: [UInt8(ascii: "\n")]))
            self.script = Array(script.joined(separator: [UInt8(ascii: "\n")]))
            styleHash = policyHash(of: self.style)
            scriptHash = policyHash(of: self.script)
        }

        static let document = Assets(style: [PackageResources.page_css], script: [PackageResources.page_js])
    }

    /// - Parameter content: what stands in `main`, its title included.
    func page(_ content: (inout HTMLWriter) -> Void) -> [UInt8] {
        let furniture = Array((pageFurniture + (hasFigures ? "\n" + figureStyle : "")).utf8)
        var out = HTMLWriter()
        out.raw("<!DOCTYPE html>\n<html")
        out.attribute("lang", locale)
        out.raw(">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"")
        out.attribute(
            "content",
            "default-src 'none'; style-src \(assets.styleHash) \(policyHash(of: furniture)); "
                + "script-src \(assets.scriptHash); \(hasFigures ? "img-src data:; " : "")base-uri 'none'; form-action 'none'"
        )
        out.raw(">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        out.raw(
            "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
        out.raw(
            "<meta name=\"robots\" content=\"noindex\">\n<meta name=\"format-detection\" content=\"telephone=no\">\n")
        out.element("title", "\(title) – \(stamp.organisation)")
        out.raw("\n<style>")
        out.raw(verbatim: assets.style)
        out.raw("</style>\n<style>")
        out.raw(verbatim: furniture)
        out.raw("</style>\n</head>\n<body")
        if isLargePrint { out.raw(" class=\"large\"") }
        out.raw(">\n<a class=\"skip\" href=\"#~main\">")
        out.text(words.skip.isEmpty ? title : words.skip)
        out.raw("</a>\n<header>\n")
        banner(&out)
        out.raw("</header>\n<main id=\"~main\" tabindex=\"-1\">\n")
        content(&out)
        out.raw("</main>\n<footer>\n")
        banner(&out, isWhole: true)
        out.raw("</footer>\n<script>")
        out.raw(verbatim: assets.script)
        out.raw("</script>\n</body>\n</html>\n")
        return out.bytes
    }

    private func banner(_ out: inout HTMLWriter, isWhole: Bool = false) {
        if let watermark {
            out.element("p", class: "watermark", watermark)
            out.raw("\n")
        }
        if home != nil || classification != nil {
            out.raw("<p class=\"way\">")
            if let home {
                out.raw("<a class=\"home\"")
                out.attribute("href", home)
                out.raw(">")
                out.text(words.home)
                out.raw("</a>")
            }
            if let classification { out.element("strong", class: "tlp", classification) }
            out.raw("</p>\n")
        }
        out.element("p", class: "stamp", isWhole ? wholeStamp : shortStamp)
        out.raw("\n")
    }

    private var shortStamp: String {
        [title == stamp.plan ? stamp.organisation : stamp.plan, stamp.version, stamp.date].filter { !$0.isEmpty }
            .joined(separator: " · ")
    }

    private var wholeStamp: String {
        [stamp.organisation, stamp.plan, stamp.version, stamp.date, stamp.revision ?? "", stamp.copy ?? ""]
            .filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// What each printed page carries in its margins (CSS Paged Media 3).
    private var pageFurniture: String {
        let numbers = styleString(words.pageOf)
            .replacing(styleString("{0}"), with: "\" counter(page) \"")
            .replacing(styleString("{1}"), with: "\" counter(pages) \"")
        return """
            @page {
            size: \(paper == .a4 ? "A4" : "letter"); margin: 18mm 15mm 20mm; font: 9pt system-ui, sans-serif;
            @top-left { content: "\(styleString(title))"; }
            @top-center { content: "\(styleString(watermark ?? ""))"; font-weight: 700; font-size: 14pt; }
            @top-right { content: "\(styleString(classification ?? ""))"; font-weight: 700; }
            @bottom-left { content: "\(styleString(wholeStamp))"; width: 75%; }
            @bottom-right { content: "\(numbers)"; }
            }
            """
    }
}

/// Words inside a CSS string, which is printed in a margin: on one line, without controls; all but ASCII letters, digits and spaces as
/// escapes, so nothing can end the string or the style.
func styleString(_ words: String) -> String {
    var text = ""
    for scalar in plainWords(words).unicodeScalars {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", " ": text.unicodeScalars.append(scalar)
        default: text += "\\" + String(scalar.value, radix: 16) + " "
        }
    }
    return text
}
