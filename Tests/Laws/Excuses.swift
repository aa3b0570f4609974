import PlancDriver
import PlancSource

/// What may be on no page: the list in the manual (Language, "What is on no page"), and nothing else of a file that
/// has such a finding.
struct Excuses {
    /// The markers that have to be on a page.
    private(set) var unexcused: [Marker] = []

    /// How much of a file a finding says is lost.
    private enum Extent {
        case lines, toNextText, toEnd, file
    }

    init(_ report: Report, _ marked: MarkedPlan) {
        var excused: [String: [Range<Int>]] = [:]
        for finding in report.findings where unprintedRules.contains(finding.rule) {
            let path = String(report.sources[finding.span.file].path.dropFirst("plan/".count))
            let bytes = marked.plan.files[path] ?? []
            let span = finding.span.range
            excused[path, default: []].append(
                Self.range(Self.extent(finding.rule, finding.severity == .error), span, bytes))
        }
        unexcused = marked.markers.filter { marker in
            if Self.isForPlanc(marker.place) { return false }
            guard let ranges = excused[marker.path] else { return true }
            let bytes = marked.plan.files[marker.path] ?? []
            guard let place = bytes.firstRange(of: Array(marker.word.utf8))?.lowerBound else { return true }
            return !ranges.contains { $0.contains(place) }
        }
    }

    /// Keys whose values are for planc, not for readers.
    private static func isForPlanc(_ key: String) -> Bool { key.hasSuffix(".translates") }

    private static func extent(_ rule: String, _ isError: Bool) -> Extent {
        switch rule {
        case "text-on-no-page": .toNextText
        case "unused-snippet": .file
        // A comment that is not closed, and what lies too deep: the file ends there.
        case "raw-html": isError ? .toEnd : .lines
        case "nesting-too-deep": .toEnd
        default: .lines
        }
    }

    private static func range(_ extent: Extent, _ span: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
        let start = bytes[..<span.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        switch extent {
        case .lines: return start..<(bytes[span.upperBound...].firstIndex(of: 0x0A) ?? bytes.count)
        case .toNextText:
            let next = bytes[span.upperBound...].firstRange(of: Array("\n# ".utf8))?.lowerBound
            return start..<(next ?? bytes.count)
        case .toEnd: return start..<bytes.count
        case .file: return 0..<bytes.count
        }
    }
}
