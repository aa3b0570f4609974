import PlancSource

/// Findings for people: the place, the line, the caret, what is wrong, how to fix it.
public struct HumanReport {
    private var locator: Locator
    private let language: Language
    private let ink: Ink
    /// Of the terminal; nil where the report is read elsewhere, and lines are as long as they are.
    private let columns: Int?
    /// The folder that paths are seen from, where the terminal follows links.
    private let folder: String?

    public init(
        sources: SourceSet, language: Language, isColoured: Bool, columns: Int? = nil, linksFrom folder: String? = nil
    ) {
        self.folder = folder
        locator = Locator(sources)
        self.language = language
        ink = Ink(isOn: isColoured)
        // Narrower than this nothing can be read in any form.
        self.columns = columns.map { max($0, 40) }
    }

    /// One finding, ending with an empty line.
    public mutating func text(_ finding: Finding) -> String {
        let tint = Ink.tint(finding.severity)
        let head = "\(finding.severity.word(language))[\(finding.rule)]"
        var out = ink.paint(head, tint, isBold: true)
        let said = lines(": " + visible(finding.message.text(language)), after: displayWidth(of: head), indent: 2)
        out += said.map { ink.paint($0, .plain, isBold: true) }.joined(separator: "\n  ") + "\n"

        let width = numberWidth(finding)
        let files = filesShown(finding, width)
        let margin = String(repeating: " ", count: width)
        let frame = margin + " " + ink.paint("│", .frame)
        for (index, file) in files.enumerated() {
            let arrow = index == 0 ? "┌─" : "├─"
            out += margin + " " + ink.paint(arrow, .frame) + " " + place(file) + "\n"
            if !file.lines.isEmpty { out += frame + "\n" }
            var previous: Int?
            for line in file.lines {
                if let previous, line.number > previous + 1 { out += margin + " " + ink.paint("·", .frame) + "\n" }
                previous = line.number
                let number = String(line.number)
                out += String(repeating: " ", count: width - number.utf8.count) + ink.paint(number, .frame) + " "
                out += ink.paint("│", .frame) + " " + line.text + "\n"
                for mark in line.marks {
                    for row in rows(of: mark, width) {
                        out += frame + " " + String(repeating: " ", count: row.indent)
                        out += ink.paint(row.text, mark.isMain ? tint : .label) + "\n"
                    }
                }
            }
        }
        if !files.isEmpty { out += frame + "\n" }
        let helpWord = Phrase("help").text(language)
        for help in finding.help { out += note(helpWord, help.text(language), margin) }
        out += note(Phrase("why").text(language), "planc explain \(finding.rule)", margin)
        return out + "\n"
    }

    /// `path:line:column`, as a link to the file where the terminal follows links (OSC 8): the line stands behind `#`.
    private func place(_ file: ShownFile) -> String {
        let text = "\(visible(file.path)):\(file.line):\(file.column)"
        guard let folder else { return text }
        let path = file.path.hasPrefix("/") ? file.path : folder + "/" + file.path
        let address = percentEncoded(path) { isUnreservedInURI($0) || $0 == UInt8(ascii: "/") }
        return "\u{1B}]8;;file://\(address)#\(file.line)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
    }

    /// A text in lines that fit, the first after some cells that are taken, the others after an indent.
    private func lines(_ text: String, after taken: Int, indent: Int) -> [String] {
        guard let columns, taken + displayWidth(of: text) > columns else { return [text] }
        var first = ""
        var rest = text[...]
        while let space = rest.dropFirst().firstIndex(of: " ") {
            let word = rest[..<space]
            if taken + displayWidth(of: first) + displayWidth(of: word) > columns, !first.isEmpty { break }
            first += word
            rest = rest[space...]
        }
        if taken + displayWidth(of: first) + displayWidth(of: rest) <= columns { return [first + rest] }
        if first.isEmpty { return wrapped(text, columns: columns - indent) }
        return [first] + wrapped(String(rest.drop { $0 == " " }), columns: columns - indent)
    }

    /// A sign below a line and its words: beside it where they fit, else below it.
    private func rows(of mark: Mark, _ margin: Int) -> [(indent: Int, text: String)] {
        let sign = String(repeating: mark.isMain ? "^" : "-", count: mark.width)
        if mark.text.isEmpty { return [(mark.indent, sign)] }
        let room = columns.map { $0 - margin - 3 } ?? .max
        if mark.indent + mark.width + 1 + displayWidth(of: mark.text) <= room {
            return [(mark.indent, sign + " " + mark.text)]
        }
        let indent = min(mark.indent, max(0, room - max(24, displayWidth(of: mark.text))))
        return [(mark.indent, sign)] + wrapped(mark.text, columns: room - indent).map { (indent, $0) }
    }

    private func note(_ word: String, _ text: String, _ margin: String) -> String {
        let indent = displayWidth(of: margin) + word.count + 5
        let given = text.split(separator: "\n", omittingEmptySubsequences: false).map { visible($0) }
        let lines = given.flatMap { line in columns.map { wrapped(line, columns: $0 - indent) } ?? [line] }
        let lead = margin + " " + ink.paint("=", .frame) + " " + ink.paint(word + ":", .plain, isBold: true) + " "
        return lead + lines.joined(separator: "\n" + String(repeating: " ", count: indent)) + "\n"
    }

    private struct ShownFile {
        var path: String
        var line: Int
        var column: Int
        var lines: [ShownLine]
    }

    private struct ShownLine {
        var number: Int
        var text: String
        var window: LineWindow
        var marks: [Mark]
    }

    /// Columns of the terminal, from the start of the shown text.
    private struct Mark {
        var indent: Int
        var width: Int
        var text: String
        var isMain: Bool
    }

    /// The cells that the highest line number takes.
    private mutating func numberWidth(_ finding: Finding) -> Int {
        let spans = [finding.span] + finding.labels.map(\.span)
        let numbers = spans.filter { !locator.sources[$0.file].bytes.isEmpty }.map { span in
            locator.lines(of: span.file).line(at: Int(span.lower)) + 1
        }
        return numbers.map { String($0).utf8.count }.max() ?? 1
    }

    /// The lines of the finding and its labels: the finding's own file first, the others in the order of the sources.
    private mutating func filesShown(_ finding: Finding, _ width: Int) -> [ShownFile] {
        let main = Label(finding.span, finding.caption ?? Phrase(verbatim: ""))
        var byFile: [(file: FileID, labels: [(Label, Bool)])] = [(finding.span.file, [(main, true)])]
        for label in finding.labels.sorted(by: { $0.span < $1.span }) {
            if let index = byFile.firstIndex(where: { $0.file == label.span.file }) {
                byFile[index].labels.append((label, false))
            } else {
                byFile.append((label.span.file, [(label, false)]))
            }
        }
        return byFile.map { shown($0.file, $0.labels, width) }
    }

    private mutating func shown(_ file: FileID, _ labels: [(Label, Bool)], _ width: Int) -> ShownFile {
        let index = locator.lines(of: file)
        let source = locator.sources[file]
        let head = index.position(at: Int(labels[0].0.span.lower))
        var lines: [Int: ShownLine] = [:]
        if !source.bytes.isEmpty {
            for (label, isMain) in labels {
                let number = index.line(at: Int(label.span.lower))
                let range = index.range(line: number)
                func new() -> ShownLine {
                    let window = LineWindow(
                        source, line: range, focus: label.span.range, columns: columns.map { $0 - width - 3 })
                    return ShownLine(number: number + 1, text: window.text(source), window: window, marks: [])
                }
                var line = lines[number] ?? new()
                let place = line.window.cells(source, label.span.range)
                line.marks.append(
                    Mark(
                        indent: place.indent, width: min(place.width, columns ?? LineWindow.byteLimit),
                        text: visible(label.text.text(language)), isMain: isMain))
                lines[number] = line
            }
        }
        let ordered = lines.values.sorted { $0.number < $1.number }.map { line in
            var line = line
            line.marks.sort { ($0.indent, $0.isMain ? 0 : 1) < ($1.indent, $1.isMain ? 0 : 1) }
            return line
        }
        return ShownFile(path: source.path, line: head.line, column: head.column, lines: ordered)
    }
}

/// Colours of a terminal, or none.
struct Ink {
    enum Tint: String {
        case plain = ""
        case error = "31"
        case warning = "33"
        case note = "36"
        case label = "34"
        case frame = "2"
    }

    var isOn: Bool

    static func tint(_ severity: Severity) -> Tint {
        switch severity {
        case .error: .error
        case .warning: .warning
        case .note: .note
        }
    }

    func paint(_ text: String, _ tint: Tint, isBold: Bool = false) -> String {
        guard isOn else { return text }
        let codes = [isBold ? "1" : "", tint.rawValue].filter { !$0.isEmpty }
        return codes.isEmpty ? text : "\u{1B}[\(codes.joined(separator: ";"))m\(text)\u{1B}[0m"
    }
}
