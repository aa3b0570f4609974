import PlancDriver
import PlancModel
import PlancSource
import TestSupport
import Testing

/// What a plan may set of the rules, and what a check fails for.
@Suite struct RuleSettingsTests {
    private static let plan = """
        ---
        kind: plan
        title: Shop
        organisation: Joe's
        version: 1
        locales: [en]
        profiles: []
        owner: joe
        RULES
        ---

        What to do.
        """

    private func report(_ files: [String: String], rules: String = "") -> Report {
        let texts = files.merging(["plan.md": Self.plan.replacing("RULES", with: rules)]) { $1 }
        let bytes = Dictionary(uniqueKeysWithValues: texts.map { ("shop/" + $0, Array($1.utf8)) })
        let day = CalendarDate(iso: "2026-11-21")!
        return check(load(["shop"], in: MemoryWorld(bytes, today: day)), asOf: day)
    }

    private static let roles = "---\nkind: roles\nroles:\n  joe: {title: Owner, holder: joe}\n---\n"
    private static let people =
        "---\nkind: people\npeople:\n  joe: {name: Joe Field, reach: {mobile: \"+44 7700 900001\"}, verified: 2026-11-01}\n---\n"
    private static let channels =
        "---\nkind: channels\nchannels:\n  mobile: {title: Mobile, type: voice, operated-by: joe}\n---\n"

    @Test func warningsFailAStrictCheckAlone() {
        let files = ["roles.md": Self.roles, "people.md": Self.people, "channels.md": Self.channels]
        var found = report(files)
        found.findings.removeAll { $0.severity != .warning }
        #expect(!found.findings.isEmpty)
        #expect(!found.fails(strict: false) && found.fails(strict: true))
        let wrong = report(files.merging(["roles.md": Self.roles.replacing("holder: joe", with: "holder: jo")]) { $1 })
        #expect(wrong.fails(strict: false) && wrong.fails(strict: true))
    }

    /// A pack compiled despite an error of reading would be wrong, whatever the plan says of the rule.
    @Test func errorsOfReadingCannotBeTurnedOff() {
        let files = [
            "roles.md": Self.roles.replacing("holder: joe", with: "holder: jo"), "people.md": Self.people,
            "channels.md": Self.channels,
        ]
        for level in ["off", "note"] {
            let found = report(files, rules: "rules: {unknown-person: \(level)}").findings
            #expect(found.contains { $0.rule == "unknown-person" && $0.severity == .error }, "\(level)")
        }
        let softer = report(files, rules: "rules: {role-without-deputy: off}")
        #expect(!softer.findings.contains { $0.rule == "role-without-deputy" })
    }
}
