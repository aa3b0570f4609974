import PlancDocument
import PlancSource

extension DocumentWriter {
    /// Where runs stand: in a label nothing else can be filled in, and words to copy hold no fields to type in.
    enum Setting {
        case flow, label
        /// With what a lone tick box is called: its row and column.
        case cell(String)
        case message

        var mayHoldControls: Bool {
            switch self {
            case .flow, .cell: true
            case .label, .message: false
            }
        }
    }

    mutating func runs(_ runs: [Run], in setting: Setting = .flow) {
        var index = runs.startIndex
        while index < runs.endIndex {
            if case .tick = runs[index].content, setting.mayHoldControls {
                index = tick(at: index, of: runs, in: setting)
            } else if let link = runs[index].link {
                let end = runs[index...].firstIndex { $0.link != link } ?? runs.endIndex
                linked(runs[index..<end], to: link, in: setting)
                index = end
            } else {
                run(runs[index], in: setting)
                index += 1
            }
        }
    }

    /// A tick box with the words up to the next one as its label; gives where to go on.
    private mutating func tick(at start: Int, of runs: [Run], in setting: Setting) -> Int {
        let end =
            runs[(start + 1)...].firstIndex {
                switch $0.content {
                case .tick, .lineBreak, .blank: true
                case .text, .page, .tab: false
                }
            } ?? runs.endIndex
        let words = Array(runs[(start + 1)..<end])
        if !words.plainText.allSatisfy(\.isWhitespace) {
            out.raw("<label class=\"tick\"><input type=\"checkbox\"><span>")
            self.runs(words, in: .label)
            out.raw("</span></label>")
        } else {
            out.raw("<input type=\"checkbox\"")
            out.attribute("aria-label", name(runs[..<start].plainText, in: setting))
            out.raw(">")
        }
        return end
    }

    /// What a thing to fill in is called: by its own words, else by its row and column, else by the page.
    private func name(_ words: String, in setting: Setting) -> String {
        if !words.isEmpty { return words }
        if case .cell(let title) = setting, !title.isEmpty { return title }
        return document.title
    }

    private mutating func linked(_ runs: ArraySlice<Run>, to link: Run.Destination, in setting: Setting) {
        // A screen has no pages: a link that is nothing but a page's number would have no name.
        if runs.allSatisfy({ if case .page = $0.content { true } else { false } }) { return }
        guard let address = address(of: link) else {
            for run in runs { self.run(run, in: setting) }
            return
        }
        let isPhone = runs.contains { $0.style.contains(.phone) }
        out.raw("<a")
        if isPhone { out.raw(" class=\"phone\"") }
        out.attribute("href", address)
        out.raw(">")
        for run in runs { self.run(run, in: .label, isInPhoneLink: isPhone) }
        out.raw("</a>")
    }

    func address(of link: Run.Destination) -> String? {
        switch link {
        case .uri(let uri): linkable(uri)
        case .anchor(let anchor): "#" + percentEncoded(anchorName(anchor))
        case .document(let path, let anchor): place.relative(to: path, extension: "html", anchor: anchor)
        }
    }

    private mutating func run(_ run: Run, in setting: Setting, isInPhoneLink: Bool = false) {
        switch run.content {
        case .text(let words): styled(words, isInPhoneLink ? run.style.subtracting(.phone) : run.style)
        case .lineBreak: out.raw("<br>")
        case .page: break
        case .tab(let label): out.element("span", class: "tab", label)
        case .tick: out.raw("<span class=\"box\">☐</span>")
        case .blank(let label, let width):
            if setting.mayHoldControls {
                out.raw("<input type=\"text\" class=\"blank\"")
                out.attribute("aria-label", name(label, in: setting))
                if !label.isEmpty { out.attribute("placeholder", label) }
                out.attribute("size", min(max(width, 3), 60))
                out.raw(">")
            } else {
                out.element("span", class: "field", label)
            }
        }
    }

    private mutating func styled(_ words: String, _ style: Run.Style) {
        let marks: [(Run.Style, open: StaticString, close: StaticString)] = [
            (.struck, "<s>", "</s>"),
            (.deleted, "<del>", "</del>"),
            (.display, "<span class=\"display\">", "</span>"),
            (.large, "<span class=\"bigger\">", "</span>"),
            (.strong, "<strong>", "</strong>"),
            (.emphasis, "<em>", "</em>"),
            (.small, "<small>", "</small>"),
            (.phone, "<span class=\"phone\">", "</span>"),
            (.time, "<span class=\"time\">", "</span>"),
            (.field, "<span class=\"field\">", "</span>"),
            (.code, "<code>", "</code>"),
        ]
        for mark in marks where style.contains(mark.0) { out.raw(mark.open) }
        out.text(words)
        for mark in marks.reversed() where style.contains(mark.0) { out.raw(mark.close) }
    }
}
