import PlancDiagnostics
import PlancDriver
import PlancModel
import PlancSource
import TestSupport
import Testing

/// Law *conservation*: every word that an author writes is on a page, or a finding says that it is on none. Law *order*: what
/// is written one after the other is printed so.
@Suite struct ConservationTests {
    /// Keys whose values are for planc, not for readers: listed in the manual (Language, "What is on no page").
    static func isForPlanc(_ key: String) -> Bool { key.hasSuffix(".translates") }
    /// The findings that say that something is on no page.
    static let excuses: Set<String> = ["text-on-no-page", "raw-html", "unprinted-text", "nesting-too-deep"]

    @Test(arguments: SubjectPlan.examples, [true, false]) func everyWordIsOnAPage(plan: SubjectPlan, bodies: Bool) {
        let marked = MarkedPlan(plan, bodies: bodies, values: !bodies)
        #expect(marked.markers.count > 100)
        let (pages, findings) = marked.plan.pages()
        let excused = Set(findings.filter { Self.excuses.contains($0.rule) }.map(\.path))
        var found: [String: [String: Int]] = [:]
        for page in pages { found[page.path] = Self.markers(in: page.text) }
        let printed = Set(found.values.flatMap(\.keys))
        let lost = marked.markers.filter {
            !printed.contains($0.word) && !Self.isForPlanc($0.place) && !excused.contains($0.path)
        }
        #expect(
            lost.isEmpty,
            "\(lost.count) of \(marked.markers.count): \(Set(lost.map { "\($0.path): \($0.place)" }).sorted())")
        if bodies { order(marked.markers, found) }
    }

    /// Where the markers in a text stand first.
    static func markers(in text: String) -> [String: Int] {
        let bytes = Array(text.utf8)
        var found: [String: Int] = [:]
        var i = 0
        while i + 8 <= bytes.count {
            if bytes[i] == UInt8(ascii: "q"), bytes[i + 1] == UInt8(ascii: "x"), bytes[i + 6] == UInt8(ascii: "x"),
                bytes[i + 7] == UInt8(ascii: "q")
            {
                let word = String(decoding: bytes[i..<i + 8], as: UTF8.self)
                if found[word] == nil { found[word] = i }
                i += 8
            } else {
                i += 1
            }
        }
        return found
    }

    private func order(_ markers: [Marker], _ found: [String: [String: Int]]) {
        for (part, markers) in Dictionary(grouping: markers, by: { "\($0.path) \($0.part)" }) {
            for (page, places) in found {
                let present = markers.compactMap { marker in places[marker.word].map { ($0, marker) } }
                for (first, second) in zip(present, present.dropFirst()) where first.0 > second.0 {
                    Issue.record(
                        "\(page): \(part) \(first.1.place) \(first.1.word) after \(second.1.place) \(second.1.word)")
                }
            }
        }
    }
}

extension SubjectPlan {
    /// The texts of all pages that the plan is printed as, and what is reported.
    func pages() -> (pages: [(path: String, text: String)], findings: [(rule: String, path: String)]) {
        let world = MemoryWorld(
            Dictionary(uniqueKeysWithValues: files.map { ("plan/\($0.key)", $0.value) }), today: Self.day)
        let report = PlancDriver.check(load(["plan"], in: world), asOf: Self.day)
        let findings = report.findings.map { finding in
            let path = report.sources[finding.span.file].path
            return (finding.rule, path.hasPrefix("plan/") ? String(path.dropFirst(5)) : path)
        }
        guard let plan = report.plans.first else { return ([], findings) }
        var options = BuildOptions()
        options.formats = [.text]
        let compiled = compile(plan, options)
        return (
            compiled.files.filter { $0.path.hasSuffix(".txt") }.map {
                ($0.path, String(decoding: $0.bytes, as: UTF8.self))
            }, findings
        )
    }
}
