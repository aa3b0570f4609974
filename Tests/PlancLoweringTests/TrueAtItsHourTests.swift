import PlancDocument
import PlancDriver
import PlancModel
import PlancText
import Testing

@testable import PlancLowering

/// Nothing that a page says is false at the hour at which it is read: by what a text leaves, when and why something cannot be used,
/// who sends when, who is there.
@Suite struct TrueAtItsHourTests {
    /// A power cut: mail is out for five days, for two reasons; the chat is distrusted for two hours, and runs.
    static let files: [String: String] = [
        "plan.md": """
        ---
        kind: plan
        title: Small plan
        organisation: Small Org
        version: "1.0"
        locales: [en]
        owner: director
        timezone: Europe/London
        review: {every: 6mo, last: 2026-01-01}
        levels:
          - {name: Alert, when: It begins., decides: director, ends-by: press}
        ---
        """,
        "systems.md": """
        ---
        kind: systems
        systems:
          power: {title: Power}
          internet: {title: Internet access, rto: 4h}
          directory: {title: Directory, depends-on: [power]}
          mail-server: {title: Mail server, depends-on: [internet, directory]}
          payroll: {title: Payroll, depends-on: [power]}
          chat-server: {title: Chat server}
        ---
        """,
        "channels.md": """
        ---
        kind: channels
        channels:
          mail: {title: E-mail, type: email, depends-on: [mail-server], operated-by: press}
          chat: {title: Team chat, type: push, depends-on: [chat-server], operated-by: press}
          sms: {title: Text message, type: sms, operated-by: press}
          mobile: {title: Mobile, type: voice}
          desk: {title: Front desk line, type: voice, depends-on: [power], address: "+44 1632 960177"}
        ---
        """,
        "people.md": """
        ---
        kind: people
        people:
          ann: {name: Ann Smith, reach: {mobile: "+44 7700 900001"}}
          bob: {name: Bob Jones, reach: {mobile: "+44 7700 900002"}}
          cleo: {name: Cleo Park, reach: {mobile: "+44 7700 900003"}}
        ---
        """,
        "roles.md": """
        ---
        kind: roles
        roles:
          director: {title: Director, holder: ann, deputies: [bob], duties: Decides.}
          press: {title: Press officer, holder: bob, deputies: [ann], duties: Writes.}
          it: {title: Head of IT, holder: cleo, deputies: [ann], duties: Mends.}
        ---
        """,
        "audiences.md": """
        ---
        kind: audiences
        audiences:
          staff: {title: Staff, type: employees, channels: [chat, mail, sms, mobile]}
          clients: {title: Clients, type: customers, channels: [mail, sms]}
        ---
        """,
        "scenarios.md": """
        ---
        kind: scenarios
        scenarios:
          cut:
            title: Power cut
            disables: [power, internet, directory, person:cleo]
            distrusts: [chat-server]
            restores: {system:power: 5d, system:directory: 1h, system:chat-server: 2h}
            affects: [staff, clients]
            activated-by: director
        ---
        """,
        "fields.md": """
        ---
        kind: fields
        fields:
          hotline: {title: Hotline, type: phone, example: "+44 1632 960177", value: "+44 1632 960177"}
        ---
        """,
        "messages/stop.md": """
        ---
        kind: message
        title: Stop work
        audiences: staff
        scenarios: cut
        phase: during
        channels: [sms, mobile]
        owner: director
        approver: director
        ---

        Stop work. Call {{ hotline }}. Ask {{ role.it.name }}.
        """,
        "messages/news.md": """
        ---
        kind: message
        title: News
        subject: News
        audiences: [staff, clients]
        scenarios: cut
        phase: during
        channels: [chat, sms, mail]
        owner: press
        approver: director
        ---

        News here. Call 01632 960177.
        """,
        "checklists/cut.md": """
        ---
        kind: checklist
        title: Power cut
        scenarios: cut
        phase: during
        ---

        ## First hour

        - [ ] T0 @director Call {{ hotline }}, then 01632 960177 and {{ person.cleo.name }}
        - [ ] T+10min @director Tell the staff: [](../messages/stop.md)
        - [ ] T+12h @press Tell all: [](../messages/news.md)

        ## The next days

        Write by [](channel:mail) and [](channel:chat) again.

        - [ ] T+31h @director Tell all again: [](../messages/news.md)
        """,
        "packs.md": """
        ---
        kind: packs
        packs:
          binder: {title: Binder, for: [role:director], include: everything}
          wall: {title: Wall sheet, for: [audience:staff], include: [cover, activation]}
        ---
        """,
    ]

    static func text(_ path: String, changing: [String: String] = [:]) -> String {
        let texts = files.merging(changing) { $1 }
        let sources = Dictionary(uniqueKeysWithValues: texts.map { ("small/" + $0, Array($1.utf8)) })
        let loaded = load(["small"], in: MemoryWorld(sources, today: CalendarDate(iso: "2026-02-01")!))
        let told = loaded.findings.map { "\($0.rule): \($0.message.english)" }
        guard let plan = loaded.plans.first?.plan, told.isEmpty else {
            Issue.record("the plan does not bind: \(told)")
            return ""
        }
        let document = lower(plan, LoweringOptions()).first { $0.path == path }?.document
        #expect(document != nil, "\(path)")
        return (document.map { String(decoding: emitText($0), as: UTF8.self) } ?? "")
            .replacing("\u{A0}", with: " ").split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }

    /// The text for staff stands under the channel that the step and the message's own sheet name; one written to be read aloud wins.
    @Test func theTextForStaffLeavesByWhatTheStepSays() throws {
        func staffText(_ changing: [String: String] = [:]) -> String {
            let binder = Self.text("en/packs/binder", changing: changing)
            return String(binder.split(separator: "Text for staff").last ?? "")
        }
        #expect(staffText().contains("Text message (1 part"), "\(staffText())")
        #expect(Self.text("en/checklists/cut").contains("→ by Text message to: Staff"))
        let aloud = try #require(Self.files["messages/stop.md"]) + "\n\n# voice\n\nStop work, all of you.\n"
        #expect(staffText(["messages/stop.md": aloud]).contains("Stop work, all of you."))
    }

    /// What may have been read is not restored: it is cleared for use.
    @Test func whatWasDistrustedIsClearedAndNotRestored() {
        let list = Self.text("en/checklists/cut")
        #expect(list.contains("by Team chat (once cleared for use, not before T+2 h; else by Text message)"), "\(list)")
        #expect(!list.contains("Team chat (once restored"))
    }

    /// All that keeps a channel out is named, and until when each of it does.
    @Test func everyCauseOfALossIsNamed() {
        // What must not be used has a sign at the beginning of each line.
        let list = Self.text("en/checklists/cut").replacing(" X ", with: " ")
        #expect(
            list.contains(
                "E-mail: out of order – not back before T+5 d – because of: Power, "
                    + "Internet access (not before T+4 h) and Directory"
            ),
            "\(list)")
    }

    /// A role's own sheet has the hours of its own steps; those of others stand with their role.
    @Test func theHoursOfARoleAreThoseOfItsSteps() {
        let press = Self.text("en/checklists/cut--press")
        #expect(press.contains("T+12 h News send Sent by: Director (T+31 h)"), "\(press)")
        let message = Self.text("en/messages/cut")
        #expect(message.contains("Press officer – Bob Jones 07700 900002 (T+12 h)"), "\(message)")
        #expect(message.contains("Director – Ann Smith 07700 900001 (T+31 h)"), "\(message)")
    }

    /// Who sends a message later is called by what works then.
    @Test func theNumberOfASenderIsThatOfTheirHour() throws {
        let message = Self.text(
            "en/messages/cut",
            changing: [
                "people.md": try #require(Self.files["people.md"]).replacing(
                    "{mobile: \"+44 7700 900001\"}", with: "{desk: \"+44 1632 960178\"}"),
                "checklists/cut.md": try #require(Self.files["checklists/cut.md"]).replacing("T+31h", with: "T+6d"),
            ])
        #expect(message.contains("Ann Smith 01632 960178 (once restored, not before T+5 d) (T+6 d)"), "\(message)")
    }

    /// A name of somebody who is away, a fixed value and a number written out that are a dead channel's say so beside them.
    @Test func whatIsNamedHasItsStateBesideIt() {
        let down = "(out of order – not back before T+5 d)"
        let list = Self.text("en/checklists/cut")
        #expect(
            list.contains(
                "Call 01632 960177 \(down), then 01632 960177 \(down) and Cleo Park (not there in this scenario)"),
            "\(list)")
        let message = Self.text("en/messages/cut")
        #expect(
            message.contains("01632 960177: out of order – not back before T+5 d · Cleo Park: not there"), "\(message)")
        #expect(message.contains("Named in the text: 01632 960177: out") || message.contains("Named in the text 01632"))
        #expect(message.contains("Stop work. Call 01632 960177. Ask Cleo Park."), "a text that is sent stays as it is")
    }

    /// What introduces a stage is read when the stage begins.
    @Test func anIntroductionIsReadWithItsFirstStep() {
        let list = Self.text("en/checklists/cut")
        #expect(
            list.contains(
                "Write by E-mail (out of order – not back before T+5 d) and "
                    + "Team chat (once cleared for use, not before T+2 h) again."
            ),
            "\(list)")
    }

    /// A system that no channel needs is told of where the channels are that are out; so is what is lost through others.
    @Test func systemsWithoutAChannelAreToldOf() {
        #expect(Self.text("en/packs/binder").contains("Out of order: Payroll (not before T+5 d)"))
        #expect(Self.text("en/checklists/cut").contains("Out of order: Payroll (not before T+5 d)"))
        let wall = Self.text("en/packs/wall")
        #expect(wall.contains("Payroll (not before T+5 d)"), "\(wall)")
        #expect(wall.contains("Not there Cleo Park"), "\(wall)")
        #expect(!wall.contains("and Cleo Park"))
    }

    /// Who says that a level is over stands beside who decides it.
    @Test func whoSaysThatItIsOverIsOnTheLeaf() {
        #expect(Self.text("en/packs/binder").contains("Says it is over: Press officer"))
        #expect(Self.text("en/packs/wall").contains("Says it is over: Press officer"))
    }
}
