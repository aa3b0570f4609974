import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSource
import PlancWords

/// Finds what was never filled in among what is printed and sent to nobody: checklists, and the texts of the plan, of scenarios,
/// roles, obligations and registries.
struct BlanksOnPaper {
    private let plan: Plan

    init(_ plan: Plan) { self.plan = plan }

    func report(_ report: (_ words: String, _ span: Span, _ isStep: Bool) -> Void) {
        for checklist in plan.checklists {
            for version in checklist.versions {
                var steps: [Span] = []
                for stage in version.stages { collect(stage.steps, into: &steps) { report($0, $1, true) } }
                find(in: version.body.blocks, except: steps) { report($0, $1, false) }
            }
        }
        let texts =
            plan.info.body.bodies + plan.scenarios.flatMap(\.body.bodies) + plan.roles.flatMap(\.body.bodies)
            + plan.obligations.filter { !$0.isBuiltIn }.flatMap(\.body.bodies) + plan.introductions.map(\.body)
        for text in texts { find(in: text.blocks, except: []) { report($0, $1, false) } }
    }

    /// Steps all of whose words say that something is still to be written.
    private func collect(_ steps: [Step], into found: inout [Span], _ report: (String, Span) -> Void) {
        for step in steps {
            if let first = step.text.first, let last = step.text.last, case let words = step.text.plainText,
                Placeholders.isAll(ofStep: words)
            {
                report(words, first.span.union(last.span))
                found.append(step.span)
            }
            collect(step.substeps, into: &found, report)
        }
    }

    private func find(in blocks: [Block], except steps: [Span], _ report: (String, Span) -> Void) {
        blocks.forEachInline { inline in
            guard case .text(let words) = inline.content, inline.span.range.count == words.utf8.count else { return }
            let bytes = Array(words.utf8)
            for range in unfilledBlanks(onPaper: bytes) {
                if steps.contains(where: { $0.overlaps(inline.span) }) { return }
                let lower = Int(inline.span.lower)
                report(
                    String(decoding: bytes[range], as: UTF8.self),
                    Span(inline.span.file, lower + range.lowerBound, lower + range.upperBound))
            }
        }
    }
}
