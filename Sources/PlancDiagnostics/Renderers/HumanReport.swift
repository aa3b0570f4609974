import PlancSource

/// Findings for people: the place, the line, the caret, what is wrong, how to mend it.
public struct HumanReport {
    private var locator: Locator
    private let language: Language
    private let ink: Ink

    public init(sources: SourceSet, language: Language, isColoured: Bool) {
        locator = Locator(sources)
        self.language = language
        ink = Ink(isOn: isColoured)
    }

    /// One finding, ending with an empty line.
    public mutating func text(_ finding: Finding) -> String {
        let tint = Ink.tint(finding.severity)
        var out = ink.paint("\(finding.severity.word(language))[\(finding.rule)]", tint, isBold: true)
        out += ink.paint(": \(visible(finding.message.text(language)))", .plain, isBold: true) + "\n"

        let files = filesShown(finding)
        let width = files.flatMap { $0.lines.map { String($0.number).utf8.count } }.max() ?? 1
        let margin = String(repeating: " ", count: width)
        for (index, file) in files.enumerated() {
            let arrow = index == 0 ? "┌─" : "├─"
            out += margin + " " + ink.paint(arrow, .frame) + " \(visible(file.path)):\(file.line):\(file.column)\n"
            if !file.lines.isEmpty { out += margin + " " + ink.paint("│", .frame) + "\n" }
            var previous: Int?
            for line in file.lines {
                if let previous, line.number > previous + 1 { out += margin + " " + ink.paint("·", .frame) + "\n" }
                previous = line.number
                let number = String(line.number)
                out += String(repeating: " ", count: width - number.utf8.count) + ink.paint(number, .frame) + " "
                out += ink.paint("│", .frame) + " " + line.text + "\n"
                for mark in line.marks {
                    out += margin + " " + ink.paint("│", .frame) + " " + String(repeating: " ", count: mark.indent)
                    let sign = String(repeating: mark.isMain ? "^" : "-", count: mark.width)
                    let words = mark.text.isEmpty ? sign : sign + " " + mark.text
                    out += ink.paint(words, mark.isMain ? tint : .label) + "\n"
                }
            }
        }
        if !files.isEmpty { out += margin + " " + ink.paint("│", .frame) + "\n" }
        let helpWord = language == .french ? "aide" : "help"
        for help in finding.help { out += note(helpWord, help.text(language), margin) }
        out += note(language == .french ? "pourquoi" : "why", "planc explain \(finding.rule)", margin)
        return out + "\n"
    }

    private func note(_ word: String, _ text: String, _ margin: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { visible($0) }
        let lead = margin + " " + ink.paint("=", .frame) + " " + ink.paint(word + ":", .plain, isBold: true) + " "
        let indent = margin + String(repeating: " ", count: word.count + 5)
        return lead + lines.joined(separator: "\n" + indent) + "\n"
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
        var marks: [Mark]
    }

    /// Columns of the terminal, from the start of the shown text.
    private struct Mark {
        var indent: Int
        var width: Int
        var text: String
        var isMain: Bool
    }

    /// The lines of the finding and its labels: the finding's own file first, the others in the order of the sources.
    private mutating func filesShown(_ finding: Finding) -> [ShownFile] {
        let main = Label(finding.span, finding.caption ?? Phrase(verbatim: ""))
        var byFile: [(file: FileID, labels: [(Label, Bool)])] = [(finding.span.file, [(main, true)])]
        for label in finding.labels.sorted(by: { $0.span < $1.span }) {
            if let index = byFile.firstIndex(where: { $0.file == label.span.file }) {
                byFile[index].labels.append((label, false))
            } else {
                byFile.append((label.span.file, [(label, false)]))
            }
        }
        return byFile.map { shown($0.file, $0.labels) }
    }

    private mutating func shown(_ file: FileID, _ labels: [(Label, Bool)]) -> ShownFile {
        let index = locator.lines(of: file)
        let source = locator.sources[file]
        let head = index.position(at: Int(labels[0].0.span.lower))
        var lines: [Int: ShownLine] = [:]
        if !source.bytes.isEmpty {
            for (label, isMain) in labels {
                let number = index.line(at: Int(label.span.lower))
                let range = index.range(line: number)
                var line =
                    lines[number]
                    ?? ShownLine(number: number + 1, text: window(source, range, label.span).text, marks: [])
                let start = min(max(Int(label.span.lower), range.lowerBound), range.upperBound)
                let end = min(max(Int(label.span.upper), start), range.upperBound)
                let before = window(
                    source, range, labels.first { index.line(at: Int($0.0.span.lower)) == number }?.0.span ?? label.span
                )
                let lead = before.skipped == 0 ? 0 : 1
                let indent =
                    lead
                    + displayWidth(
                        of: visible(
                            source.text(
                                max(
                                    range.lowerBound + before.skipped, 0)..<max(
                                        start, range.lowerBound + before.skipped))))
                let width = min(max(1, displayWidth(of: visible(source.text(start..<end)))), Self.lineLimit)
                line.marks.append(
                    Mark(indent: indent, width: width, text: visible(label.text.text(language)), isMain: isMain))
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

    /// The longest stretch of a line that is shown, in bytes: a line of a megabyte must not fill the terminal.
    private static let lineLimit = 160

    /// The part of a line that is shown, and how many bytes before it are not.
    private func window(_ source: SourceFile, _ range: Range<Int>, _ span: Span) -> (text: String, skipped: Int) {
        if range.count <= Self.lineLimit * 2 { return (visible(source.text(range)), 0) }
        var start = max(range.lowerBound, Int(span.lower) - Self.lineLimit / 2)
        while start > range.lowerBound, source.bytes[start] & 0xC0 == 0x80 { start -= 1 }
        var end = min(range.upperBound, start + Self.lineLimit)
        while end < range.upperBound, source.bytes[end] & 0xC0 == 0x80 { end += 1 }
        let head = start > range.lowerBound ? "…" : ""
        let tail = end < range.upperBound ? "…" : ""
        return (head + visible(source.text(start..<end)) + tail, start - range.lowerBound)
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
