import PlancDocument
import PlancSource

/// Lines of a text, each within the width that is left at its indentation.
struct TextPage {
    let width: Int
    let words: Document.Words
    private(set) var lines: [String] = []
    /// What every line begins with: spaces, or the bar of a frame.
    private var prefix = ""
    /// What is left of the width after it.
    private(set) var room: Int
    /// All headings of the document, for its contents.
    var headings: [(level: Int, text: String)] = []
    /// The lines of headings, from 1, by the marks that stand for them.
    var places: [String: Int] = [:]

    init(words: Document.Words, width: Int = 80) {
        self.words = words
        self.width = width
        room = max(1, width)
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for line in LineReference.resolved(lines, places, words) {
            bytes.append(contentsOf: line.utf8)
            bytes.append(0x0A)
        }
        return bytes
    }

    mutating func line(_ text: String) {
        // No line breaks inside, so the spaces that kept words together have done their work.
        lines.append(Self.trimmed((prefix + text).replacing("\u{A0}", with: " ")))
    }

    private static func trimmed(_ line: String) -> String {
        let spaces = line.utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
        return spaces == 0 ? line : String(line.dropLast(spaces))
    }

    /// One empty line, never two.
    mutating func blank() {
        let empty = Self.trimmed(prefix)
        if let last = lines.last, last != empty { lines.append(empty) }
    }

    mutating func wrapped(_ text: String) {
        for piece in wrap(plainWords(text), to: room) { line(piece) }
    }

    /// A line with its spaces as they are, cut where the width ends.
    mutating func kept(_ text: String) {
        var rest = text[...]
        repeat {
            var part = ""
            while let next = rest.first, part.isEmpty || displayWidth(of: part) + displayWidth(of: String(next)) <= room
            {
                part.append(next)
                rest = rest.dropFirst()
            }
            line(part)
        } while !rest.isEmpty
    }

    mutating func runs(_ runs: [Run]) {
        for piece in wrap(plain(runs), to: room) { line(piece) }
    }

    mutating func centred(_ text: String) {
        for piece in wrap(plainWords(text), to: room) {
            line(String(repeating: " ", count: max(0, (room - displayWidth(of: piece)) / 2)) + piece)
        }
    }

    mutating func rule(_ mark: Character) { line(String(repeating: mark, count: room)) }

    mutating func indented(_ prefix: String, _ body: (inout TextPage) -> Void) {
        let outer = (prefix: self.prefix, room: room)
        if fits(prefix) {
            self.prefix += prefix
            room = max(1, room - displayWidth(of: prefix))
        }
        body(&self)
        (self.prefix, room) = outer
    }

    /// So deep that hardly a word would fit, nothing is set in any further.
    private func fits(_ prefix: String) -> Bool { room - displayWidth(of: prefix) >= min(16, width / 2) }

    /// A body whose first line begins with a mark, and the others below it.
    mutating func hanging(_ mark: String, _ body: (inout TextPage) -> Void) {
        guard fits(mark) else {
            line(mark)
            return body(&self)
        }
        let start = lines.count
        let space = String(repeating: " ", count: displayWidth(of: mark))
        indented(space, body)
        if lines.count > start {
            lines[start] = Self.trimmed(prefix + mark + lines[start].dropFirst(prefix.count + space.count))
        } else {
            line(mark)
        }
    }
}

/// Lines of at most `width` cells, broken at spaces; what is longer at a space that should not break, and a longer word is cut.
func wrap(_ text: String, to width: Int) -> [String] {
    let width = max(1, width)
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
        var line = ""
        var used = 0
        for word in paragraph.split(separator: " ") {
            var word = word
            var size = displayWidth(of: word)
            if used > 0, used + 1 + size <= width {
                line += " " + word
                used += 1 + size
                continue
            }
            if used > 0 { lines.append(line) }
            while size > width {
                var head = Substring()
                var cells = 0
                while let next = word.first, cells + displayWidth(of: String(next)) <= width || cells == 0 {
                    head.append(next)
                    cells += displayWidth(of: String(next))
                    word = word.dropFirst()
                }
                if !word.isEmpty, let space = head.lastIndex(of: "\u{A0}"), space > head.startIndex {
                    word = Substring(head[head.index(after: space)...] + word)
                    head = head[..<space]
                    cells = size - displayWidth(of: word)
                }
                lines.append(String(head))
                size -= cells
            }
            (line, used) = (String(word), size)
        }
        lines.append(line)
    }
    return lines
}

/// Runs as one text: blanks as ruled room, boxes as `[ ]`, pages with their address.
func plain(_ runs: [Run]) -> String {
    var text = ""
    for (place, run) in runs.enumerated() {
        switch run.content {
        case .text(let words):
            // On paper facts that follow each other on a line are parted by room and by bold labels; here each begins a line.
            if place > 0, run.style.contains(.strong), words.hasPrefix("   ") { text += "\n" }
            // Without its line, what is crossed out would read as if it were true.
            let isDeleted = run.style.contains(.deleted)
            // Bold words and links among them are crossed out with what is around them.
            let goesOn = isDeleted && place > 0 && runs[place - 1].isDeletedText && text.hasSuffix("~~")
            if goesOn { text.removeLast(2) }
            text += (isDeleted && !goesOn ? "~~" : "") + plainWords(words) + (isDeleted ? "~~" : "")
            if case .uri(let address)? = run.link, address.hasPrefix("http"),
                runs[..<place].last?.link != run.link || place == 0,
                !plainWords(words).contains(bare(address))
            {
                text += " <\(plainWords(address))>"
            }
        case .blank(let label, let width):
            if run.style.contains(.field) {
                text += "[\(plainWords(label))]"
            } else {
                text +=
                    (label.isEmpty ? "" : plainWords(label) + "\u{A0}")
                    + String(repeating: "_", count: min(max(width, 4), 40))
            }
        case .tick: text += "[\u{A0}]"
        case .lineBreak: text += "\n"
        case .page(let anchor, nil, let before): text += plainWords(before) + LineReference.mark(of: anchor)
        case .page: break
        case .tab(let label): text += "[\(label)]"
        }
    }
    return text
}

extension Run {
    fileprivate var isDeletedText: Bool {
        if case .text = content { style.contains(.deleted) } else { false }
    }
}

/// An address without its scheme, as people write it.
private func bare(_ address: String) -> String {
    var rest = address[...]
    for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) { rest = rest.dropFirst(scheme.count) }
    if rest.last == "/" { rest = rest.dropLast() }
    return String(rest)
}
