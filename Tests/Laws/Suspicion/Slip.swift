import PlancDiagnostics
import PlancDriver
import PlancModel
import PlancSource
import PlancStarters
import Testing

/// A change of a few characters that somebody makes by mistake: in a file, or in its name.
struct Slip: Sendable, CustomTestStringConvertible {
    /// What was changed: a step, a field …
    var construct: String
    /// How, for whoever reads that a law fails.
    var what: String
    var path: String
    /// The whole text after the change.
    var text: String
    var newPath: String?
    /// Of the change, from 1, in the changed text.
    var line: Int
    var lastLine: Int?

    var testDescription: String { "\(construct) in \(path): \(what)" }

    func applied(to plan: SubjectPlan) -> SubjectPlan {
        var changed = plan
        if let newPath {
            changed.files[path] = nil
            changed.files[newPath] = Array(text.utf8)
        } else {
            changed.files[path] = Array(text.utf8)
        }
        return changed
    }
}

/// What planc says of a slip.
struct Answer: Sendable {
    /// Findings that the plan had not before.
    var new: [Finding]
    /// Whether one of them is about the place of the slip.
    var isAtPlace: Bool
    /// What is missing in the plan: keys, references, steps; nothing where it only reads otherwise.
    var lost: [String]

    /// Something became text or nothing, and nobody is told.
    var isSilentLoss: Bool { new.isEmpty && !lost.isEmpty }
}

/// A plan that slips are made in, with what planc says of it as it is.
struct SlipSubject: Sendable {
    var plan: SubjectPlan
    private let known: [String: Int]
    private let anatomy: Anatomy?

    init(_ plan: SubjectPlan) {
        self.plan = plan
        let report = plan.check()
        known = Self.counted(report)
        anatomy = report.plans.first.map(Anatomy.init)
    }

    /// The starter plan of a language and trade.
    init(locale: String, trade: Trade = .shop) {
        self.init(.starter(locale, trade))
    }

    func answer(to slip: Slip) -> Answer {
        let report = slip.applied(to: plan).check()
        var left = known
        var new: [Finding] = []
        for finding in report.findings {
            let key = Self.key(finding, report)
            if let count = left[key], count > 0 { left[key] = count - 1 } else { new.append(finding) }
        }
        let path = "plan/" + (slip.newPath ?? slip.path)
        let isAtPlace = new.contains { finding in
            ([finding.span] + finding.labels.map(\.span)).contains { span in
                guard report.sources[span.file].path == path else { return false }
                let index = LineIndex(report.sources[span.file])
                let lines = index.line(at: Int(span.lower))...index.line(at: Int(span.upper))
                return slip.newPath != nil
                    || lines.lowerBound <= (slip.lastLine ?? slip.line) && slip.line - 2 <= lines.upperBound
            }
        }
        let lost = anatomy.map { before in
            report.plans.first.map { Anatomy($0).lost(from: before) } ?? ["the plan"]
        }
        return Answer(new: new, isAtPlace: isAtPlace, lost: lost ?? [])
    }

    private static func key(_ finding: Finding, _ report: Report) -> String {
        "\(finding.rule) \(report.sources[finding.span.file].path) \(finding.message.english)"
    }

    private static func counted(_ report: Report) -> [String: Int] {
        var counts: [String: Int] = [:]
        for finding in report.findings { counts[key(finding, report), default: 0] += 1 }
        return counts
    }
}

extension SubjectPlan {
    /// What `planc init` writes.
    static func starter(_ locale: String, _ trade: Trade) -> SubjectPlan {
        let starter = StarterPlan(
            name: ["fr": "Épicerie du coin", "de": "Laden am Eck"][locale] ?? "Corner Shop", locales: [Locale(locale)],
            trade: trade,
            today: day)
        return SubjectPlan(
            name: "init \(locale) \(trade.rawValue)",
            files: Dictionary(starter.files.map { ($0.path, $0.bytes) }) { first, _ in first })
    }
}
