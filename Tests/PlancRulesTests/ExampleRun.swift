import PlancDiagnostics
import PlancDriver
import PlancModel
import PlancSource

/// An example of a rule laid over the example plan, ready to be checked.
struct ExampleRun {
    struct Mark: Hashable, CustomStringConvertible {
        var path: String
        var text: String
        var lower: Int
        var upper: Int

        var description: String { "\(path)[\(lower)..<\(upper)] ⟦\(text)⟧" }
    }

    /// How the bytes are changed: a rule must not care.
    enum Shape: String, CaseIterable { case plain, carriageReturns, multiByteComment }

    private var files: [String: [UInt8]] = [:]
    /// Where the marks say that findings must be, in reading order.
    private(set) var marks: [Mark] = []
    private let asOf: CalendarDate

    init(_ example: Example, shape: Shape) {
        asOf = CalendarDate(iso: example.asOf ?? ExamplePlan.today)!
        var texts = ExamplePlan.files.mapValues { Optional($0) }
        for (path, text) in example.files { texts[path] = text }
        for (path, text) in texts {
            guard var text else { continue }
            if shape == .carriageReturns {
                text = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
            }
            if shape == .multiByteComment, text.hasPrefix("---\n") { text = "---\n# é 🚒 préfixe\n" + text.dropFirst(4) }
            add("example/" + path, text, hasEscapes: example.hasEscapes)
        }
        marks.sort { ($0.path, $0.lower) < ($1.path, $1.lower) }
    }

    private mutating func add(_ path: String, _ text: String, hasEscapes: Bool) {
        let bytes = Array(text.utf8)
        var clean: [UInt8] = []
        var open: [Int] = []
        var i = 0
        while i < bytes.count {
            if bytes[i...].starts(with: "⟦".utf8) {
                open.append(clean.count)
                i += 3
            } else if bytes[i...].starts(with: "⟧".utf8) {
                let lower = open.removeLast()
                marks.append(
                    Mark(
                        path: path, text: String(decoding: clean[lower...], as: UTF8.self), lower: lower,
                        upper: clean.count))
                i += 3
            } else if hasEscapes, bytes[i...].starts(with: "\\x{".utf8),
                let end = bytes[i...].firstIndex(of: UInt8(ascii: "}"))
            {
                clean.append(UInt8(String(decoding: bytes[i + 3..<end], as: UTF8.self), radix: 16)!)
                i = end + 1
            } else {
                clean.append(bytes[i])
                i += 1
            }
        }
        files[path] = clean
    }

    func report() -> Report {
        let world = MemoryWorld(files, today: asOf)
        return check(load(["example"], in: world), asOf: asOf)
    }

    /// Where a rule's findings are.
    func places(of rule: String, in report: Report) -> [Mark] {
        report.findings.filter { $0.rule == rule }.map { finding in
            Mark(
                path: report.sources[finding.span.file].path, text: report.sources.text(finding.span),
                lower: Int(finding.span.lower), upper: Int(finding.span.upper))
        }
    }
}
