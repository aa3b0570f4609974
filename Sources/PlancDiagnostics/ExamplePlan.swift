/// The small plan that the examples of rules are laid over: a community library whose building can flood.
/// Every rule accepts it, on the day `today`.
public enum ExamplePlan {
    public static let today = "2026-01-15"

    public static let files: [String: String] = [
        "plan.md": """
        ---
        kind: plan
        title: Library continuity plan
        organisation: Riverside Library
        version: 1.0
        locales: [en]
        owner: director
        timezone: Europe/London
        classification: TLP:AMBER
        review: {every: 6mo, last: 2026-01-05}
        approved: {by: director, on: 2026-01-05}
        profiles: []
        ---

        How the library goes on when the river comes in.
        """,
        "people.md": """
        ---
        kind: people
        people:
          ada:
            name: Ada Marsh
            reach: {mobile: "+44 7700 900001", home: "+44 1632 960001"}
            private: [home]
            verified: 2026-01-05
          ben:
            name: Ben Okoro
            reach: {mobile: "+44 7700 900002", mail: ben@library.example}
            verified: 2026-01-05
          cleo:
            name: Cleo Hart
            reach: {mobile: "+44 7700 900003", mail: cleo@library.example}
            verified: 2026-01-05
        ---
        """,
        "roles.md": """
        ---
        kind: roles
        roles:
          director: {title: Director, holder: ada, deputies: [ben], team: executive}
          press: {title: Press officer, holder: ben, deputies: [cleo], team: communication}
          caretaker: {title: Caretaker, holder: cleo, deputies: [ada], team: technical}
        ---
        """,
        "systems.md": """
        ---
        kind: systems
        systems:
          mail-server: {title: Mail server, rto: 8h}
          mobile-network: {title: Mobile network, supplier: Northtel}
          landline: {title: Land line}
          website: {title: Website, rto: 4h}
          sms-gateway: {title: SMS gateway}
        ---
        """,
        "channels.md": """
        ---
        kind: channels
        channels:
          mobile: {title: Mobile phone, type: voice, depends-on: [mobile-network], operated-by: director, limit: 90}
          home: {title: Home phone, type: voice, depends-on: [landline], operated-by: director, limit: 90}
          mail: {title: E-mail, type: email, depends-on: [mail-server], operated-by: press, two-way: true}
          text-message: {title: Text message, type: sms, depends-on: [sms-gateway], operated-by: press, sender: LIBRARY}
          site: {title: Website, type: web, depends-on: [website], operated-by: press}
        ---
        """,
        "audiences.md": """
        ---
        kind: audiences
        audiences:
          readers: {title: Readers, type: customers, channels: [mail, text-message, site], inform-within: 4h}
          staff: {title: Staff, type: employees, channels: [text-message, mail], inform-within: 1h}
        ---
        """,
        "scenarios.md": """
        ---
        kind: scenarios
        scenarios:
          flood:
            title: Flood
            disables: [mail-server]
            affects: [readers, staff]
            activated-by: director
        ---
        """,
        "fields.md": """
        ---
        kind: fields
        fields:
          next-time: {title: Time of the next update, type: time, example: "18:30", longest: "18:30", covers: next-update}
          phone: {title: Number for questions, type: phone, example: "+44 1632 960100", longest: "+44 1632 960100", covers: contact}
        ---
        """,
        "checklists/flood.md": """
        ---
        kind: checklist
        title: Flood
        scenarios: flood
        phase: during
        ---

        ## First hour

        - [ ] T0 @caretaker Switch off the power in the basement
        - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
        - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
        """,
        "checklists/before.md": """
        ---
        kind: checklist
        title: Getting ready
        scenarios: all
        phase: before
        ---

        - [ ] T-30d @press Remind everyone where news will be: [](../messages/ready.md)
        """,
        "checklists/after.md": """
        ---
        kind: checklist
        title: Afterwards
        scenarios: all
        phase: after
        ---

        - [ ] T+7d @press Tell how it went: [](../messages/reopened.md)
        """,
        "messages/staff-closed.md": """
        ---
        kind: message
        title: "Staff: the library is closed"
        audiences: staff
        scenarios: flood
        phase: during
        channels: [text-message]
        owner: director
        ---

        The library is flooded and closed. We do not know for how long yet. Please stay at home. News at {{ next-time }}, questions: {{ phone }}.

        <!-- planc: covers advice -->
        """,
        "messages/readers-closed.md": """
        ---
        kind: message
        title: "Readers: the library is closed"
        audiences: readers
        scenarios: flood
        phase: during
        channels: [site, text-message]
        owner: press
        approver: director
        approve-within: 15min
        ---

        ## What happened

        The river has come into the library. It is closed today.

        ## What we do not know yet

        We do not know yet when it can open again.

        ## What we are doing

        The fire service is pumping out the basement.

        ## What this means for you

        You will pay no fine for books that come back late.

        ## What you can do

        Keep your books at home.

        ## How to check that this comes from us

        You can read the same text on our website.

        ## Next update

        At {{ next-time }}, here. Your questions: {{ phone }}. We know that you count on us, and we are sorry to close.

        <!-- planc: covers empathy -->

        # sms

        The library is flooded and closed today. Keep your books. News on our website at {{ next-time }}. Questions: {{ phone }}
        """,
        "messages/ready.md": """
        ---
        kind: message
        title: Where our news will be
        audiences: [readers, staff]
        scenarios: all
        phase: before
        channels: [mail]
        owner: press
        subject: Where to find us if we have to close
        ---

        ## What you can do

        If the library has to close, look at our website. Your questions: {{ phone }}.
        """,
        "messages/reopened.md": """
        ---
        kind: message
        title: The library is open again
        audiences: [readers, staff]
        scenarios: all
        phase: after
        channels: [mail]
        owner: press
        subject: The library is open again
        ---

        ## What happened

        The basement is dry and the library is open. Thank you for having waited.

        ## What we have done

        The power board has moved to the first floor.

        Your questions: {{ phone }}.

        <!-- planc: covers thanks -->
        """,
        "drills.md": """
        ---
        kind: drills
        drills:
          autumn: {title: Autumn drill, date: 2025-10-10, scenario: flood, kind: tabletop, found: The basement key was missing}
        ---
        """,
    ]

    /// A file of the plan with other words for some of its entries, and with those that it does not have at its end.
    ///
    /// - Parameters:
    ///   - entries: those of a registry, or the keys of the plan or of a message, as they are in the file, without the indentation of
    ///     the first line of each.
    ///   - text: what stands below them; nil: what the file has there.
    public static func changing(_ path: String, _ entries: String = "", text: String? = nil) -> String {
        var lines = files[path]!.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let indentation = lines.contains(lines[1].dropFirst("kind: ".count) + ":") ? "  " : ""
        var rest = entries.split(separator: "\n").map { indentation + $0 }[...]
        while let first = rest.popFirst() {
            let more = rest.prefix { $0.hasPrefix(indentation + " ") }
            rest = rest.dropFirst(more.count)
            // The entry of the same key, up to the next line that is indented no further; else the place before the end.
            let key = first.filter { !"⟦⟧".contains($0) }.prefix { $0 != ":" } + ":"
            let place = lines.firstIndex { $0.hasPrefix(key) }
            let start = place ?? lines[1...].firstIndex(of: "---")!
            let end =
                place.map { place in lines[(place + 1)...].firstIndex { !$0.hasPrefix(indentation + " ") }! } ?? start
            lines.replaceSubrange(start..<end, with: [first] + more)
        }
        if let text {
            lines = lines.prefix(through: lines[1...].firstIndex(of: "---")!) + (text.isEmpty ? [] : ["", text])
        }
        return lines.joined(separator: "\n")
    }
}
