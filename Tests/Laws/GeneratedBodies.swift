import PlancDriver
import PlancModel
import PlancStarters
import TestSupport

extension SubjectPlan {
    /// What `planc init` writes, in every language and trade.
    static let starters = Trade.allCases.flatMap { trade in
        [["fr"], ["en"], ["fr", "en"]].map { tags in
            let starter = StarterPlan(
                name: "Corner", locales: tags.map { Locale($0) }, trade: trade, today: day)
            return SubjectPlan(
                name: "\(trade.rawValue) \(tags.joined(separator: "+"))",
                files: Dictionary(starter.files.map { ($0.path, $0.bytes) }) { first, _ in first })
        }
    }

    /// The plan with a body of everything that Markdown has, in an order that the seed decides, in each of its files but messages,
    /// whose texts are short by nature.
    func withGeneratedBodies(seed: UInt64) -> SubjectPlan {
        var changed = self
        var writer = BodyWriter(generator: SeededGenerator(seed: seed))
        for path in sources {
            let text = text(path)
            guard text.hasPrefix("---\n"), let fence = text.dropFirst(4).firstRange(of: "\n---\n") else { continue }
            let head = text[..<fence.upperBound]
            if head.contains("kind: message") || head.contains("kind: snippet") { continue }
            let isChecklist = head.contains("kind: checklist")
            // A translation has the steps of its source.
            if isChecklist, head.contains("translates:") { continue }
            let body =
                isChecklist ? writer.checklist(keeping: String(text[fence.upperBound...])) : writer.body(depth: 0)
            changed.files[path] = Array((head + "\n" + body + "\n").utf8)
        }
        changed.name += " \(seed)"
        return changed
    }
}

/// Writes Markdown in which every block can stand beside and inside every other.
private struct BodyWriter {
    var generator: SeededGenerator
    private var number = 0

    init(generator: SeededGenerator) { self.generator = generator }

    private mutating func draw(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }

    private mutating func words() -> String {
        number += 1
        let forms = [
            "Words \(number) of it", "Some **strong** words \(number)", "A ~~crossed~~ word \(number)",
            "See https://a.example/\(number) there", "First line \(number)<br>second line",
            "Hidden <!-- a -- b --> here \(number)", "Code `x \(number)` here", "One line \(number)\nand another",
        ]
        return forms[draw(forms.count)]
    }

    mutating func body(depth: Int) -> String {
        (0..<2 + draw(5)).map { _ in block(depth: depth) }.joined(separator: "\n\n")
    }

    private mutating func block(depth: Int) -> String {
        switch draw(depth > 2 ? 2 : 10) {
        case 0, 1: return words()
        case 2: return depth == 0 ? "## Heading \(draw(1000)) here" : words()
        case 3: return items("-", depth: depth)
        case 4: return items("\(2 + draw(8)).", depth: depth)
        case 5: return prefixed("> ", body(depth: depth + 2))
        case 6: return "> [!WARNING]\n" + prefixed("> ", body(depth: depth + 2))
        case 7: return "| \(line()) | \(line()) |\n|---|---|\n| \(line()) | \(line()) |"
        case 8: return "```\n\(line())\n```"
        default: return "***"
        }
    }

    private mutating func line() -> String { words().replacing("\n", with: " ") }

    private mutating func items(_ mark: String, depth: Int) -> String {
        (0..<1 + draw(3)).map { _ in
            let inner = draw(3) == 0 ? words() + "\n\n" + block(depth: depth + 1) : words()
            return indented(inner, mark)
        }.joined(separator: "\n")
    }

    private func prefixed(_ prefix: String, _ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { prefix + $0 }.joined(separator: "\n")
    }

    private func indented(_ text: String, _ mark: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let space = String(repeating: " ", count: mark.count + 1)
        return lines.enumerated().map {
            $0.offset == 0 ? "\(mark) \($0.element)" : $0.element.isEmpty ? "" : space + $0.element
        }
        .joined(separator: "\n")
    }

    /// The steps as they are, with texts before, below and after each.
    mutating func checklist(keeping text: String) -> String {
        var result = draw(2) == 0 ? words() + "\n\n# Title \(draw(1000)) of it\n\n" + block(depth: 1) + "\n\n" : ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("#"), draw(3) == 0 {
                result += "## Before \(draw(1000)) it\n\n" + block(depth: 1) + "\n\n"
            }
            result += line + "\n"
            if line.hasPrefix("#") { result += "\n" + block(depth: 1) + "\n" }
            if line.hasPrefix("- [ ]"), draw(2) == 0 {
                result +=
                    "  - [ ] Sub-step \(draw(1000)) of it\n  - \(self.line())\n  - [ ] Another \(draw(1000)) of it\n"
                result += "\n" + prefixed("  ", block(depth: 1)) + "\n\n"
            }
        }
        return result + "\n## Never \(draw(1000)) do this\n\n" + body(depth: 1)
    }
}
