import TestSupport

/// A small plan whose two scenarios share most of its pages.
enum CornerShop {
    /// What may befall the shop in a scenario: a name, and the keys of the scenario that say it.
    static let fates: [(name: String, keys: String)] = [
        ("calm", ""), ("net down", "disables: [net]"), ("net read", "distrusts: [net]"),
        ("net down, then back", "disables: [net], restores: {net: 3h}"), ("line down", "disables: [\"channel:land\"]"),
        ("line read", "distrusts: [\"channel:land\"]"), ("owner away", "disables: [\"person:joe\"]"),
        ("deputy away, net read", "disables: [\"person:ann\"], distrusts: [net]"),
        ("nothing left", "disables: [net], distrusts: [\"channel:land\"]"),
    ]

    static func plan(_ first: (name: String, keys: String), _ second: (name: String, keys: String)) -> SubjectPlan {
        let scenarios = [("one", first), ("two", second)].map { id, fate in
            let keys = fate.keys.isEmpty ? "" : ", \(fate.keys)"
            return "  \(id): {title: Day \(id), affects: [staff], activated-by: till\(keys)}"
        }
        var files = SmallShop.files.merging(files) { $1 }
        files["scenarios.md"] = "---\nkind: scenarios\nscenarios:\n\(scenarios.joined(separator: "\n"))\n---\n"
        return SubjectPlan(name: "\(first.name); \(second.name)", files: files.mapValues { Array($0.utf8) })
    }

    private static let files: [String: String] = [
        "channels.md": """
        ---
        kind: channels
        channels:
          mobile: {title: Mobile, type: voice, depends-on: [net], operated-by: joe}
          text: {title: Text, type: sms, depends-on: [net], operated-by: till}
          land: {title: Land line, type: voice, operated-by: joe}
          line: {title: Line for all, type: hotline, depends-on: [net], address: "+44 1632 960190", operated-by: joe}
        ---
        """,
        "people.md": """
        ---
        kind: people
        people:
          joe: {name: Joe Field, reach: {mobile: "+44 7700 900001", land: "+44 1632 960001"}}
          ann: {name: Ann Field, reach: {mobile: "+44 7700 900002"}}
          kit: {name: Kit Brook, reach: {land: "+44 1632 960003"}}
          ivy: {name: Ivy Wood, organisation: Insurer, reach: {land: "+44 1632 960004", mobile: "+44 7700 900004"}}
        ---
        """,
        "roles.md": """
        ---
        kind: roles
        roles:
          joe: {title: Owner, holder: joe, deputies: [ann]}
          till: {title: Till, holder: ann, deputies: [joe]}
          store: {title: Store, holder: kit, deputies: [ann]}
        ---
        """,
        "audiences.md": """
        ---
        kind: audiences
        audiences:
          staff: {title: Staff, type: employees, channels: [text, land], inform-within: 1h}
        ---
        """,
        "list.md": """
        ---
        kind: checklist
        title: Both
        scenarios: all
        phase: during
        ---

        - [ ] T0 @joe Close the door
        - [ ] T+30min @till [Tell](news.md)
        - [ ] T+1h @store Count the crates
        """,
        "after.md": """
        ---
        kind: checklist
        title: After
        scenarios: all
        phase: after
        ---

        - [ ] T+2h @store Open the door
        - [ ] T+7d @till [Thank all](thanks.md)
        """,
        "news.md": SmallShop.message("Shop closed", "during"),
        "thanks.md": SmallShop.message("Thanks", "after"),
        "packs.md": """
        ---
        kind: packs
        packs:
          all: {title: The folder, for: [role:joe, role:till], include: [everything, wallet-cards]}
        ---
        """,
    ]
}
