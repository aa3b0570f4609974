import PlancBind
import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax
import Testing

/// A parsed file is a value: whoever has it may bind it, in several plans and on several threads at once. (`make test-threads`
/// runs this under the thread sanitizer.)
@Suite struct SharedTreesTests {
    private struct Trees: Sendable {
        var sources = SourceSet()
        var paths: [String] = []
        var parsed: [ParsedFile] = []

        init() {
            var files = ExamplePlan.files
            files["notes/x.md"] =
                "---\nkind: snippet\n---\n\n[ready](../messages/ready.md), @press, [mail](channel:mail) and {{ phone }}\n"
            for (path, text) in files.sorted(by: { $0.key < $1.key }) {
                let file = SourceFile(path: path, bytes: Array(text.utf8))
                let id = sources.add(file)
                paths.append(path)
                parsed.append(parse(file, id: id))
            }
        }

        /// Bound as a plan of all files but some.
        func bound(without gone: Set<String> = []) -> BoundPlan {
            let kept = paths.indices.filter { !gone.contains(paths[$0]) }
            let folder = PlanFolder(
                path: "plan", name: "plan", files: kept.map { (paths[$0], parsed[$0].file) })
            return bind(kept.map { parsed[$0] }, sources: sources, folder: folder)
        }
    }

    private func targets(_ bound: BoundPlan) -> [LinkTarget] {
        var found: [LinkTarget] = []
        bound.plan?.snippets["x"]?.versions.first?.body.blocks.forEachInline { inline in
            if case .link(let link) = inline.content { found.append(bound.plan?.links[link] ?? .unresolved) }
        }
        return found
    }

    @Test func theSameTreesInTwoPlansAtOnce() async {
        let trees = Trees()
        let whole = trees.bound()
        let part = trees.bound(without: ["messages/ready.md"])
        #expect(
            targets(whole) == [
                .entity(EntityReference(.message, "ready")), .entity(EntityReference(.channel, "mail")),
            ])
        #expect(targets(part) == [.unresolved, .entity(EntityReference(.channel, "mail"))])
        #expect(part.findings.contains { $0.rule == "broken-link" })
        await withTaskGroup(of: (isPart: Bool, targets: [LinkTarget], findings: [String]).self) { group in
            for number in 0..<16 {
                group.addTask {
                    let isPart = number % 2 == 1
                    let bound = trees.bound(without: isPart ? ["messages/ready.md"] : [])
                    return (isPart, targets(bound), bound.findings.map { "\($0.rule) \($0.span)" })
                }
            }
            for await made in group {
                #expect(made.targets == targets(made.isPart ? part : whole))
                #expect(made.findings == (made.isPart ? part : whole).findings.map { "\($0.rule) \($0.span)" })
            }
        }
    }
}
