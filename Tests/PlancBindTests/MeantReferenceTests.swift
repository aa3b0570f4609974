import TestSupport
import Testing

@testable import PlancBind

/// What authors write where an id belongs: a title, a type, a person, several names at once.
@Suite struct MeantReferenceTests {
    /// A message of the example plan with one value changed.
    private static func message(_ line: String) -> BoundTexts {
        let key = line.prefix { $0 != ":" }
        var lines = [
            "kind: message", "title: Extra", "audiences: staff", "scenarios: all", "phase: during",
            "channels: [text-message]",
            "owner: director",
        ].filter { !$0.hasPrefix(key + ":") }
        lines.append(line)
        return BoundTexts([
            "messages/extra.md": "---\n" + lines.joined(separator: "\n") + "\n---\n\nHello. Questions: {{ phone }}.\n"
        ])
    }

    @Test(arguments: [
        ("channels: [Text message]", "text-message"), ("channels: [sms]", "text-message"),
        ("channels: [Website]", "site"),
        ("owner: Press officer", "press"), ("owner: ada", "director"), ("audiences: [Readers]", "readers"),
        ("scenarios: All", "all"), ("scenarios: tous", "all"), ("scenarios: Alle", "all"),
        ("channels: [text-message mail]", "text-message, mail"),
        ("channels: [text-message; mail]", "text-message, mail"),
        ("channels: text-message and mail", "[text-message, mail]"),
        ("channels: text-message, mail]", "[text-message, mail]"),
    ])
    func isSuggestedAndReadAsMeant(_ line: String, _ meant: String) throws {
        let bound = Self.message(line)
        #expect(bound.findings.count == 1, "\(bound.told)")
        let fix = try #require(bound.findings.first?.fixes.first)
        #expect(fix.edits.map(\.replacement) == [meant])
    }

    /// People by their last names and by what they are, and several by their names.
    @Test(arguments: [
        ("holder: Okoro", "ben"), ("holder: Mr Okoro", "ben"), ("holder: Head of doors", "dora"),
        ("holder: cleo\n    deputies: Ada Marsh and Ben Okoro", "[ada, ben]"),
        ("holder: cleo\n    deputies: Ada Marsh et Okoro", "[ada, ben]"),
        ("holder: cleo\n    deputies: Ada Marsh / Ben Okoro", "[ada, ben]"),
    ]) func aPersonInWords(_ lines: String, _ meant: String) {
        let bound = BoundTexts([
            "more.md": "---\nkind: roles\nroles:\n  guard:\n    title: Guard\n    \(lines)\n---\n",
            "dora.md":
                "---\nkind: people\npeople:\n  dora: {name: Dora Finch, job: Head of doors, reach: {mobile: \"+44 7700 900009\"}}\n---\n",
        ])
        #expect(bound.findings.count == 1, "\(bound.told)")
        let finding = bound.findings.first
        let replaced = finding?.fixes.flatMap(\.edits).map(\.replacement) ?? []
        let help = finding?.help.map { $0.text(.english) } ?? []
        #expect(replaced.contains(meant) || help.contains { $0.contains(meant) }, "\(replaced) \(help)")
    }

    /// Where nothing is near, the few ids that there are.
    @Test func allThereAre() {
        let bound = BoundTexts([
            "more.md": "---\nkind: roles\nroles:\n  guard: {title: Guard, holder: Tartempion}\n---\n"
        ])
        #expect(bound.findings.first?.help.map { $0.text(.english) } == ["there are: ada, ben, cleo"])
    }

    @Test func aTitleOfTwoThingsIsNone() {
        let bound = BoundTexts([
            "more.md":
                "---\nkind: channels\nchannels:\n  a: {title: Radio, type: radio}\n  b: {title: Radio, type: radio}\n---\n",
            "messages/extra.md": """
            ---
            kind: message
            title: Extra
            audiences: staff
            scenarios: all
            phase: during
            channels: [Radio]
            owner: director
            ---

            Hello. Questions: {{ phone }}.
            """,
        ])
        #expect(bound.findings.map(\.fixes.count) == [0], "\(bound.told)")
    }

    @Test(arguments: [
        ("T30min @director Call", "T+30min"), ("+30min @director Call", "T+30min"),
        ("H+30min @director Call", "T+30min"),
        ("T+0:30 @director Call", "T+30min"), ("T+0.5h @director Call", "T+30min"),
        ("T+1,25h @director Call", "T+75min"),
        ("T+30min @Press officer Call", "@press"),
    ])
    func headOfAStep(_ step: String, _ meant: String) throws {
        let bound = BoundTexts([
            "checklists/extra.md":
                "---\nkind: checklist\ntitle: Extra\nscenarios: all\nphase: during\n---\n\n- [ ] \(step) the neighbours\n"
        ])
        #expect(bound.findings.count == 1, "\(bound.told)")
        let fix = try #require(bound.findings.first?.fixes.first)
        #expect(fix.edits.map(\.replacement) == [meant])
    }

    @Test(arguments: [
        "/messages/ready.md", "..\\\\messages\\\\ready.md", "ready", "file:///C:/plan/messages/ready.md",
    ])
    func pathOfAFile(_ path: String) throws {
        let bound = BoundTexts([
            "checklists/extra.md": """
            ---
            kind: checklist
            title: Extra
            scenarios: all
            phase: during
            ---

            - [ ] T0 @director [Tell them](\(path))
            """
        ])
        #expect(bound.findings.count == 1, "\(bound.told)")
        let fix = try #require(bound.findings.first?.fixes.first)
        #expect(fix.edits.map(\.replacement) == ["../messages/ready.md"])
    }

    @Test func anExceptionForFrontMatterInAText() throws {
        let bound = BoundTexts([
            "checklists/extra.md": """
            ---
            kind: checklist
            title: Extra
            scenarios: all
            phase: during
            ---

            # planc: allow step-without-time: whenever they come

            - [ ] T0 @director Call the neighbours
            """
        ])
        #expect(bound.findings.map(\.rule) == ["malformed-directive"])
        #expect(
            bound.findings.first?.fixes.first?.edits.first?.replacement
                == "<!-- planc: allow step-without-time: whenever they come -->")
    }

    @Test func anEntryThatIsIndentedTooFarIsToldOnce() {
        let bound = BoundTexts([
            "more.md": """
            ---
            kind: people
            people:
              dora:
                name: Dora Finch
                reach: {mobile: "+44 7700 900111"}
                eve:
                  name: Eve Moss
                  reach: {mobile: "+44 7700 900112"}
            ---
            """,
            "roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: eve\ndeputies: [dora]\n---\n",
        ])
        #expect(bound.told == ["unknown-key more.md:eve"])
    }

    /// A time behind a name holds a colon, and no kind of thing stands before it.
    @Test func whatStandsBehindANameIsNoKindOfThing() throws {
        let bound = BoundTexts([
            "roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\ndeputies: [ben until 18:00]\n---\n"
        ])
        #expect(bound.told == ["unknown-person roles/guide.md:ben until 18:00"])
    }
}
