/// A duty of the example plan in tests of its time limit: the council is to be told.
enum CouncilDuty {
    /// - Parameter more: other keys of the duty, each a line.
    static func files(deadline: String = "2h", more: String = "") -> [String: String] {
        [
            "obligations.md": """
            ---
            kind: obligations
            obligations:
              council:
                title: Tell the council
                authority: The council\(more.isEmpty ? "" : "\n    " + more)
                stages: [{name: first, deadline: \(deadline), from: detection}]
                source: https://council.example/rules
                verified: 2026-01-05
            ---
            """
        ]
    }

    /// The scenario carries it, from the first minute on.
    static let carried = Edit(
        "scenarios.md", "affects: [readers, staff]",
        "affects: [readers, staff]\n    obligations: [council]\n    starts: {detection: T0}")

    /// A step meets it after half an hour.
    static let called = Edit(
        "checklists/flood.md", "- [ ] T0 @caretaker",
        "- [ ] T+30min @director Call the council: [](obligation:council/first)\n- [ ] T0 @caretaker")
}
