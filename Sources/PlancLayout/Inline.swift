import CPango
import PlancDocument
import PlancSource

/// Turns runs into fragments.
struct InlineBuilder {
    let typesetter: Typesetter
    let sheet: StyleSheet
    /// Where links inside the document may lead.
    let anchors: Set<String>
    let linksDocuments: Bool
    let footnotes: Footnotes
    /// What stands before the number of a page ("page "); nil where links inside the document do not tell their page.
    let pageWord: String?

    /// How paper tells where a link leads when its words do not.
    enum Addresses {
        case none
        /// In brackets behind the words: on a card, in a message.
        case beside
        /// Web addresses at the foot of the page; what is dialled or written to, behind the words.
        case footnotes
    }

    /// A link that leads somewhere from this page; others are plain words.
    private func live(_ link: Run.Destination?) -> Run.Destination? {
        switch link {
        case .uri(let address):
            let scheme = address.prefix { $0 != ":" }.lowercased()
            return ["https", "http", "tel", "mailto", "sms"].contains(scheme) ? link : nil
        case .anchor(let name): return anchors.contains(name) ? link : nil
        case .document: return linksDocuments ? link : nil
        case nil: return nil
        }
    }

    /// - Parameters:
    ///   - element: whose content the runs are; parts with links become its children.
    func paragraph(
        _ runs: [Run], size: Double, face: Typesetter.Face = .regular, tone: Drawing.Tone = .black, element: Int32,
        structure: Structure, addresses: Addresses = .footnotes
    ) -> Paragraph {
        var result = Paragraph()
        let hasLinks = element >= 0 && runs.contains { live($0.link) != nil }
        var previous: (link: Run.Destination?, element: Int32)?
        for (place, run) in runs.enumerated() {
            var target = element
            let link = live(run.link)
            if hasLinks {
                if let previous, previous.link == link {
                    target = previous.element
                } else {
                    target = structure.add(link == nil ? .span : .link, below: element)
                }
                previous = (link, target)
            }
            var style = self.style(run.style, size: size, face: face, tone: tone, element: target)
            style.link = element >= 0 ? link : nil
            style.landmarks = element >= 0 ? run.landmarks : []
            if case .text(let words) = run.content { style.linkTitle = words }
            result.styles.append(style)
            append(run.content, isGlued: !run.style.isDisjoint(with: [.phone, .time]), style, to: &result)
            // The last run of a link tells where it leads.
            if place + 1 < runs.count, runs[place + 1].link == run.link, runs[place + 1].content != .lineBreak {
                continue
            }
            tellDestination(of: run, style, addresses, parent: element, structure, to: &result)
        }
        result.isRightToLeft = Self.direction(result, runs)
        return result
    }

    private func tellDestination(
        of run: Run, _ style: InlineStyle, _ addresses: Addresses, parent: Int32, _ structure: Structure,
        to result: inout Paragraph
    ) {
        guard addresses != .none, case .text(let words) = run.content else { return }
        var small = style
        small.face = .regular
        small.size = min(style.size, max(style.size * 0.86, sheet.small * 0.94))
        switch run.link {
        case .uri(let address):
            guard let shown = Self.shownAddress(address, beside: words) else { return }
            if addresses == .footnotes, live(run.link) != nil, address.lowercased().hasPrefix("http") {
                let number = footnotes.number(address)
                small.size = style.size * 0.68
                small.rise = style.size * 0.34
                small.element = structure.add(.link, below: structure.add(.reference, below: parent))
                small.footnote = (number, parent)
                small.link = nil
                small.landmarks = []
                result.styles.append(small)
                appendShaped(String(number), small, Int32(result.styles.count - 1), canBreakAfter: false, to: &result)
            } else {
                result.styles.append(small)
                append(.text(" (" + shown + ")"), isGlued: false, small, to: &result)
            }
        case .anchor(let anchor):
            guard let pageWord, live(run.link) != nil else { return }
            result.styles.append(small)
            // Nothing closes it: the room for a number is that of three digits, and a sign behind two would stand apart.
            append(.text(" ▸\u{A0}" + pageWord), isGlued: false, small, to: &result)
            let room = typesetter.width("000", small.face) * small.size / 1000
            let index = Int32(result.styles.count - 1)
            result.fragments.append(
                Fragment(kind: .page(of: anchor, in: nil, endsThere: false), style: index, width: room))
        case .document, nil: break
        }
    }

    private func style(
        _ style: Run.Style, size: Double, face: Typesetter.Face, tone: Drawing.Tone, element: Int32
    ) -> InlineStyle {
        var result = InlineStyle(face: face, size: size, tone: tone, element: element)
        let isStrong =
            style.contains(.strong) || style.contains(.phone) || style.contains(.time) || face == .bold
            || style.contains(.display) || style.contains(.large)
        if style.contains(.code) {
            result.face = isStrong ? .fixedBold : .fixed
            result.size = size * 0.92
        } else if style.contains(.emphasis) {
            result.face = isStrong ? .boldItalic : .italic
        } else if isStrong {
            result.face = .bold
        }
        if style.contains(.small) { result.size = min(size, sheet.small) }
        if style.contains(.phone) { result.size = size * sheet.phoneScale }
        if style.contains(.large) { result.size = max(sheet.large, size) }
        if style.contains(.display) { result.size = max(sheet.display, size) }
        result.isStruck = style.contains(.struck) || style.contains(.deleted)
        result.isField = style.contains(.field)
        return result
    }

    /// What is printed after a link so that paper tells where it leads; nil when its words do.
    static func shownAddress(_ address: String, beside words: String) -> String? {
        for scheme in ["tel:", "sms:", "mailto:"] where address.hasPrefix(scheme) {
            let rest = address.dropFirst(scheme.count).prefix { $0 != "?" }
            let digits = { (text: Substring) in text.filter { $0.isASCII && ($0.isNumber || $0 == "+") } }
            if scheme == "mailto:" { return words.contains(rest) ? nil : String(rest) }
            // A national number and its international form share their last digits.
            let known = String(digits(words[...]).suffix(6))
            return known.count == 6 && digits(rest).hasSuffix(known) ? nil : String(rest)
        }
        var plain = address[...]
        for scheme in ["https://", "http://"] where plain.hasPrefix(scheme) { plain = plain.dropFirst(scheme.count) }
        if plain.hasSuffix("/") { plain = plain.dropLast() }
        return words.contains(plain) ? nil : String(plain)
    }

    private func append(_ content: Run.Content, isGlued: Bool, _ style: InlineStyle, to paragraph: inout Paragraph) {
        let index = Int32(paragraph.styles.count - 1)
        switch content {
        case .lineBreak: paragraph.fragments.append(Fragment(kind: .lineBreak, style: index, width: 0))
        case .tick:
            let side = style.size * 0.95
            paragraph.fragments.append(Fragment(kind: .tick, style: index, width: side))
        case .tab(let label):
            // Nine millimetres at most: the frame fits the line.
            paragraph.styles[Int(index)].size = min(style.size, sheet.tab)
            let style = paragraph.styles[Int(index)]
            let words = typesetter.shape(Self.clean(label), .bold)
            let width = words.reduce(0) { $0 + typesetter.words[$1].width } * style.size / 1000
            paragraph.fragments.append(
                Fragment(
                    kind: .tab(label: words.map(Int32.init)), style: index,
                    width: max(style.size * Self.tabSide, width + style.size * 0.5), canBreakAfter: false))
        case .page(let anchor, let document, let before):
            appendText(before, isGlued: false, style, index, to: &paragraph)
            let room = typesetter.width("000", style.face) * style.size / 1000
            paragraph.fragments.append(
                Fragment(kind: .page(of: anchor, in: document, endsThere: false), style: index, width: room))
        case .blank(let label, let width): appendBlank(label, width, style, index, to: &paragraph)
        case .text(let text): appendText(text, isGlued: isGlued, style, index, to: &paragraph)
        }
    }

    /// The side of a tab's frame, as a share of the size of the digit in it.
    static let tabSide = 1.28

    private func appendBlank(
        _ label: String, _ width: Int, _ style: InlineStyle, _ index: Int32, to paragraph: inout Paragraph
    ) {
        // A caption is one of the sheet's sizes, and no larger than what it stands beneath.
        let labelSize = min(style.size, max(style.size * 0.72, sheet.furniture))
        let words = typesetter.shape(Self.clean(label), .regular)
        let labelWidth = words.reduce(0) { $0 + typesetter.words[$1].width } * labelSize / 1000
        let room = max(Double(max(width, 3)) * style.size * 0.62, labelWidth + 2)
        paragraph.fragments.append(
            Fragment(
                kind: .blank(label: words.map(Int32.init), labelSize: labelSize), style: index, width: room,
                canBreakAfter: true))
    }

    /// Characters that a page cannot show as they are.
    static func clean(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 >= 0xC2 }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x202F, 0x2007: result.append("\u{A0}")
            case 0x00AD, 0xFEFF, 0x200B, 0x2060: continue
            default:
                if scalar.isControl || scalar.separatesLines {
                    result.append(" ")
                } else if !scalar.turnsDirection {
                    result.append(scalar)
                }
            }
        }
        return String(result)
    }

    private func appendText(
        _ raw: String, isGlued: Bool, _ style: InlineStyle, _ index: Int32, to paragraph: inout Paragraph
    ) {
        var text = Self.clean(raw)
        if Self.beginsClosing(text), let last = paragraph.fragments.indices.last,
            case .blank = paragraph.fragments[last].kind
        {
            paragraph.fragments[last].canBreakAfter = false
        }
        if isGlued { text = String(text.map { $0 == " " ? "\u{A0}" : $0 }) }
        if text.unicodeScalars.contains(where: Self.needsUnicodeBreaks) {
            appendComplex(text, style, index, to: &paragraph)
            return
        }
        let utf8 = text.utf8
        var start = utf8.startIndex
        var place = start
        while place < utf8.endIndex {
            if utf8[place] == 0x20, !Self.keepsLineTogether(text, at: place) {
                appendWord(text[start..<place], isGlued: isGlued, style, index, to: &paragraph)
                appendSpace(style, index, to: &paragraph)
                start = utf8.index(after: place)
            }
            place = utf8.index(after: place)
        }
        appendWord(text[start...], isGlued: isGlued, style, index, to: &paragraph)
    }

    /// Whether a text begins with a sign that never begins a line.
    private static func beginsClosing(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        if ".,;:!?)]»…".unicodeScalars.contains(first) { return true }
        guard first == " " || first == "\u{A0}", let second = text.unicodeScalars.dropFirst().first else {
            return false
        }
        return ";:!?»".unicodeScalars.contains(second)
    }

    /// A plain space where French typography keeps the line together: inside guillemets, before double signs.
    private static func keepsLineTogether(_ text: String, at place: String.Index) -> Bool {
        let next = text.unicodeScalars.index(after: place)
        if next < text.endIndex, "»:;?!".unicodeScalars.contains(text.unicodeScalars[next]) { return true }
        return place > text.startIndex && text.unicodeScalars[text.unicodeScalars.index(before: place)] == "«"
    }

    private func appendSpace(_ style: InlineStyle, _ index: Int32, to paragraph: inout Paragraph) {
        for word in typesetter.shape(" ", style.face) {
            let width = typesetter.words[word].width * style.size / 1000
            paragraph.fragments.append(
                Fragment(kind: .space(Int32(word)), style: index, width: width, canBreakAfter: true))
        }
    }

    /// A word without spaces; long ones may be parted after a hyphen between letters, or after a slash.
    private func appendWord(
        _ word: Substring, isGlued: Bool, _ style: InlineStyle, _ index: Int32, to paragraph: inout Paragraph
    ) {
        guard !word.isEmpty else { return }
        guard !isGlued, word.utf8.count > 8 else {
            appendShaped(String(word), style, index, canBreakAfter: false, to: &paragraph)
            return
        }
        var start = word.startIndex
        var place = word.startIndex
        while place < word.endIndex {
            let next = word.index(after: place)
            if next < word.endIndex, place > word.startIndex {
                let before = word[word.index(before: place)]
                let after = word[next]
                let isJoint =
                    (word[place] == "-" && before.isLetter && after.isLetter && !Self.isName(word))
                    || (word[place] == "/" && before != "/" && after != "/" && before != ":")
                    || word[place] == "—" || (word[place] == "@" && style.face == .fixed)
                if isJoint {
                    appendShaped(String(word[start..<next]), style, index, canBreakAfter: true, to: &paragraph)
                    start = next
                }
            }
            place = next
        }
        appendShaped(String(word[start...]), style, index, canBreakAfter: false, to: &paragraph)
    }

    /// Words that are kept together, and short enough to be: "Jean-Marc Tessier" is one name.
    private static func isName(_ word: Substring) -> Bool { word.utf8.count <= 24 && word.contains("\u{A0}") }

    private func appendShaped(
        _ text: String, _ style: InlineStyle, _ index: Int32, canBreakAfter: Bool, level: UInt8 = 0,
        to paragraph: inout Paragraph
    ) {
        let words = typesetter.shape(text, style.face)
        for word in words {
            paragraph.fragments.append(
                Fragment(
                    kind: .word(Int32(word)), style: index, width: typesetter.words[word].width * style.size / 1000,
                    canBreakAfter: canBreakAfter && word == words.upperBound - 1, level: level))
        }
    }

    static func needsUnicodeBreaks(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x590 && !(0x1E00...0x2BFF).contains(scalar.value) && scalar.value != 0xFFFD
    }

    /// Other scripts: Pango knows where their lines may break, and which way they run.
    private func appendComplex(_ text: String, _ style: InlineStyle, _ index: Int32, to paragraph: inout Paragraph) {
        let scalars = Array(text.unicodeScalars)
        var breaks = [PangoLogAttr](repeating: PangoLogAttr(), count: scalars.count + 1)
        var levels = [UInt8](repeating: 0, count: scalars.count)
        var copy = text
        copy.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { bytes in
                guard let start = bytes.baseAddress else { return }
                let language = pango_language_from_string("en")
                pango_get_log_attrs(start, Int32(bytes.count), -1, language, &breaks, Int32(breaks.count))
                var direction = PANGO_DIRECTION_WEAK_LTR
                if let found = pango_log2vis_get_embedding_levels(start, Int32(bytes.count), &direction) {
                    for place in levels.indices { levels[place] = found[place] }
                    g_free(found)
                }
            }
        }
        var piece = String.UnicodeScalarView()
        var level: UInt8 = 0
        func flush(canBreakAfter: Bool) {
            guard !piece.isEmpty else { return }
            appendShaped(String(piece), style, index, canBreakAfter: canBreakAfter, level: level, to: &paragraph)
            piece = .init()
        }
        for (place, scalar) in scalars.enumerated() {
            if scalar == " " {
                flush(canBreakAfter: false)
                appendSpace(style, index, to: &paragraph)
                paragraph.fragments[paragraph.fragments.count - 1].level = levels[place]
                continue
            }
            if !piece.isEmpty, levels[place] != level { flush(canBreakAfter: false) }
            level = levels[place]
            piece.append(scalar)
            if breaks[place + 1].is_line_break != 0, place + 1 < scalars.count { flush(canBreakAfter: true) }
        }
        flush(canBreakAfter: false)
    }

    /// A paragraph runs from right to left when its first fragment with a level does.
    private static func direction(_ paragraph: Paragraph, _ runs: [Run]) -> Bool {
        guard paragraph.fragments.contains(where: { $0.level & 1 == 1 }) else { return false }
        let first = runs.lazy.flatMap { run -> String.UnicodeScalarView in
            if case .text(let text) = run.content { text.unicodeScalars } else { String.UnicodeScalarView() }
        }.first { $0.properties.isAlphabetic }
        guard let first else { return false }
        return (0x590...0x8FF).contains(first.value) || (0xFB1D...0xFEFC).contains(first.value)
    }
}
