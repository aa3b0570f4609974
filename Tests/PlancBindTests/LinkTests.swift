import PlancMarkup
import Testing

@testable import PlancBind

@Suite struct LinkTests {
    private func targets(
        _ destination: String, _ files: [String: String?] = [:], otherPaths: Set<String> = [], leaving: Set<String> = []
    ) -> (told: [String], targets: [LinkTarget]) {
        var laid = files
        laid["notes/deep/x.md"] = "---\nkind: snippet\n---\n\n## Été à Nantes\n\n[words](\(destination))\n"
        let bound = BoundTexts(laid, otherPaths: otherPaths, leaving: leaving)
        var targets: [LinkTarget] = []
        bound.plan?.snippets["x"]?.versions.first?.body.blocks.forEachInline { inline in
            if case .link(let link) = inline.content { targets.append(bound.plan?.links[link] ?? .unresolved) }
        }
        return (bound.told, targets)
    }

    @Test(arguments: [
        ("../../messages/ready.md", LinkTarget.entity(EntityReference(.message, "ready"))),
        ("../../messages/../checklists/./flood.md", .entity(EntityReference(.checklist, "flood"))),
        ("../../roles.md", .file("roles.md")),
        ("../../roles.md#press", .entity(EntityReference(.role, "press"))),
        ("../../plan.md", .file("plan.md")),
        ("channel:mail", .entity(EntityReference(.channel, "mail"))),
        ("https://river.example/a?b#c", .external),
        ("mailto:ada@library.example", .external),
        ("#%C3%A9t%C3%A9-%C3%A0-nantes", .anchor("été-à-nantes")),
        ("<../images/plan d'accès.png>", .file("notes/images/plan d'accès.png")),
        ("../images/plan%20d'acc%C3%A8s.png", .file("notes/images/plan d'accès.png")),
        ("../../", .file("")),
    ]) func leadsSomewhere(_ destination: String, _ target: LinkTarget) {
        let found = targets(destination, otherPaths: ["notes/images/plan d'accès.png"])
        #expect(found.told == [])
        #expect(found.targets == [target])
    }

    @Test(arguments: [
        ("chanel:mail", "broken-link"),
        ("channels:mail", "broken-link"), ("javascript:alert(1)", "broken-link"), ("#nowhere", "broken-link"),
        ("../../../plan.md", "link-outside-plan"), ("/etc/passwd", "link-outside-plan"),
        ("C:/other.md", "link-outside-plan"),
        ("file:///etc/passwd", "link-outside-plan"), ("%2e%2e/%2e%2e/%2e%2e/x.md", "link-outside-plan"),
        ("../../share/x.pdf", "link-outside-plan"), ("pack:none", "broken-link"),
    ]) func leadsNowhere(_ destination: String, _ rule: String) {
        let found = targets(destination, leaving: ["share"])
        #expect(found.told == ["\(rule) notes/deep/x.md:\(destination)"])
        #expect(found.targets == [.unresolved])
    }

    /// One slip gives one finding: the plan goes on with what was meant.
    @Test(arguments: [
        ("../../mesages/ready.md", "broken-link", LinkTarget.entity(EntityReference(.message, "ready"))),
        ("channel:mial", "unknown-channel", .entity(EntityReference(.channel, "mail"))),
    ]) func leadsToWhatIsMeant(_ destination: String, _ rule: String, _ meant: LinkTarget) {
        let found = targets(destination)
        #expect(found.told == ["\(rule) notes/deep/x.md:\(destination)"])
        #expect(found.targets == [meant])
    }

    @Test func suggestsWhereTheFileWent() {
        let bound = BoundTexts(["x.md": "---\nkind: snippet\n---\n\n[a](checklists/ready.md)\n"])
        #expect(bound.findings.first?.fixes.first?.edits.first?.replacement == "messages/ready.md")
    }

    @Test func emptyLink() {
        #expect(targets("").told.map { $0.prefix(11) } == ["broken-link"])
    }
}
