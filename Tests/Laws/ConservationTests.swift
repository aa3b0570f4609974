import PlancDiagnostics
import PlancDriver
import PlancModel
import PlancSource
import TestSupport
import Testing

/// Law *conservation*: every word that an author writes is on a page, or a finding says that it is on none. Law *order*: what
/// is written one after the other is printed so.
@Suite struct ConservationTests {
    @Test(arguments: SubjectPlan.examples, [true, false]) func everyWordIsOnAPage(plan: SubjectPlan, bodies: Bool) {
        expectAll(of: plan, bodies: bodies)
    }

    @Test(arguments: LawSize.sample(SubjectPlan.starters, 2)) func alsoOfWhatInitWrites(plan: SubjectPlan) {
        for bodies in [true, false] { expectAll(of: plan, bodies: bodies) }
    }

    /// Every construct of Markdown beside and inside every other, in each kind of file.
    @Test(arguments: LawSize.isFull ? 1...60 : 1...6) func alsoOfGeneratedBodies(seed: UInt64) {
        // A translation must have the structure of its source: another law's business.
        let starters = SubjectPlan.starters.filter { !$0.name.contains("+") }
        expectAll(of: starters[Int(seed) % starters.count].withGeneratedBodies(seed: seed), bodies: true)
    }

    private func expectAll(of plan: SubjectPlan, bodies: Bool) {
        let marked = MarkedPlan(plan, bodies: bodies, values: !bodies)
        #expect(marked.markers.count > 50)
        let (pages, report) = marked.plan.pages([.text])
        var found: [String: [String: [Int]]] = [:]
        for page in pages { found[page.path] = Self.markers(in: page.text) }
        let printed = Set(found.values.flatMap(\.keys))
        var lost = Excuses(report, marked).unexcused.filter { !printed.contains($0.word) }
        if !lost.isEmpty {
            // A narrow column of the text format parts long words: the same documents as pages have them whole.
            let pages = marked.plan.pages([.html]).pages.map { Self.markers(in: $0.text) }
            lost.removeAll { marker in pages.contains { $0[marker.word] != nil } }
        }
        #expect(
            lost.isEmpty,
            "\(plan.name): \(lost.count) of \(marked.markers.count): \(Set(lost.map { "\($0.path): \($0.place)" }).sorted())"
        )
        if bodies { order(marked.markers, found) }
    }

    /// Where the markers in a text stand.
    static func markers(in text: String) -> [String: [Int]] {
        let bytes = Array(text.utf8)
        var found: [String: [Int]] = [:]
        var i = 0
        while i + 8 <= bytes.count {
            if bytes[i] == UInt8(ascii: "q"), bytes[i + 1] == UInt8(ascii: "x"), bytes[i + 6] == UInt8(ascii: "x"),
                bytes[i + 7] == UInt8(ascii: "q")
            {
                let word = String(decoding: bytes[i..<i + 8], as: UTF8.self)
                found[word, default: []].append(i)
                i += 8
            } else {
                i += 1
            }
        }
        return found
    }

    /// A page that prints a text prints it once in the order in which it was written; the first words or steps may be there as
    /// an excerpt before.
    private func order(_ markers: [Marker], _ found: [String: [String: [Int]]]) {
        for (part, markers) in Dictionary(grouping: markers, by: { "\($0.path) \($0.part)" }) {
            for (page, places) in found {
                // A pack of some roles holds the first steps of all as an excerpt, and of the list only what is theirs.
                let isSelection = page.contains("/packs/") && part.contains("checklists/")
                if isSelection, markers.contains(where: { places[$0.word] == nil }) { continue }
                var last: (place: Int, marker: Marker)?
                for marker in markers {
                    guard let all = places[marker.word] else { continue }
                    if let next = all.first(where: { $0 > last?.place ?? -1 }) {
                        last = (next, marker)
                        continue
                    }
                    // Cells of a row stand side by side, their lines below each other.
                    if marker.place.hasPrefix("table"), last?.marker.place.hasPrefix("table") ?? false { continue }
                    Issue.record(
                        "\(page): \(part) \(marker.place) \(marker.word) before \(last?.marker.place ?? "") \(last?.marker.word ?? "")"
                    )
                }
            }
        }
    }
}

extension SubjectPlan {
    /// What the plan is printed as, files by path, and what is reported. Of PDF the bytes, of the others their text.
    func compiled(_ formats: Set<BuildOptions.Format>) -> (compiled: Compiled?, report: Report) {
        let report = check()
        guard let plan = report.plans.first else { return (nil, report) }
        var options = BuildOptions()
        options.formats = formats
        return (compile(plan, options), report)
    }

    /// The texts of all pages that the plan is printed as, and what is reported.
    func pages(_ formats: Set<BuildOptions.Format>) -> (pages: [(path: String, text: String)], report: Report) {
        let (compiled, report) = compiled(formats)
        let pages = (compiled?.files ?? []).filter { $0.path.hasSuffix(".txt") || $0.path.hasSuffix(".html") }
        return (pages.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }, report)
    }
}
