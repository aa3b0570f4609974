import PlancData
import PlancDiagnostics
import PlancDriver
import PlancLowering
import PlancModel
import Testing

/// `planc message`: one message, filled in, harmless in every format.
@Suite struct FillingTests {
    static let today = CalendarDate(iso: ExamplePlan.today)!

    func plan(_ changes: [String: String] = [:]) throws -> Plan {
        var files = ExamplePlan.files
        files.merge(changes) { _, new in new }
        let world = MemoryWorld(
            Dictionary(uniqueKeysWithValues: files.map { ("plan/\($0.key)", Array($0.value.utf8)) }), today: Self.today)
        return try #require(load(["plan"], in: world).plans.first?.plan)
    }

    func request(_ message: String, _ values: [String: String] = [:], scenario: String? = nil, channel: String? = nil)
        -> MessageRequest
    {
        var request = MessageRequest(message: message)
        request.values = values
        request.scenario = scenario
        request.channel = channel
        return request
    }

    @Test func theChannelIsTheOneThatWorks() throws {
        let plan = try plan([
            "scenarios.md":
                "---\nkind: scenarios\nscenarios:\n  flood: {title: Flood, disables: [website], affects: [readers]}\n---\n"
        ])
        #expect(try fill(request("readers-closed"), in: plan).channel.id == "site")
        #expect(try fill(request("readers-closed", scenario: "flood"), in: plan).channel.id == "text-message")
        #expect(
            try fill(request("readers-closed", scenario: "flood", channel: "site"), in: plan).obstacle?.english
                .contains("Website") == true)
    }

    /// A channel that the scenario itself takes away: no system is to blame.
    @Test func whatIsOutByItselfHasNoCause() throws {
        let plan = try plan([
            "scenarios.md":
                "---\nkind: scenarios\nscenarios:\n  flood: {title: Flood, disables: ['channel:site'], affects: [readers]}\n---\n"
        ])
        let filled = try fill(request("readers-closed", scenario: "flood", channel: "site"), in: plan)
        #expect(filled.obstacle?.english == "'Website' is out of order here")
    }

    @Test func aNameIsThatOfAThingWhoseTitleItIsOrBegins() throws {
        let plan = try plan()
        #expect(meantThing("Text message", of: [.system, .channel], in: [plan]) == "text-message")
        #expect(meantThing("mobile ph", of: [.system, .channel], in: [plan]) == "mobile")
        #expect(meantThing("Staff: the library", of: [.message], in: [plan]) == "staff-closed")
    }

    /// What is filled in by hand is read like what the author wrote: a number that is out leads nobody anywhere.
    @Test func aValueThatLeadsToWhatIsOutIsTold() throws {
        let channels = (ExamplePlan.files["channels.md"] ?? "").replacing(
            "\nchannels:\n", with: "\nchannels:\n  desk: {title: Desk, type: hotline, address: \"+44 20 7946 0999\"}\n")
        let plan = try plan([
            "channels.md": channels,
            "scenarios.md":
                "---\nkind: scenarios\nscenarios:\n  flood: {title: Flood, disables: ['channel:desk'], affects: [readers]}\n---\n",
        ])
        let values = ["phone": "020 7946 0999"]
        let filled = try fill(request("readers-closed", values, scenario: "flood"), in: plan)
        #expect(filled.unusable.map(\.reason.english) == ["'Desk' is out of order here"])
        #expect(filled.unusable.map(\.field) == ["phone"])
        #expect(
            try fill(request("readers-closed", ["phone": "020 7946 0998"], scenario: "flood"), in: plan).unusable
                .isEmpty)
        #expect(try fill(request("readers-closed", values), in: plan).unusable.isEmpty)
    }

    @Test func onlyWhomTheChannelLeadsToIsReached() throws {
        let file = "messages/readers-closed.md"
        let both = (ExamplePlan.files[file] ?? "").replacing("audiences: readers", with: "audiences: [readers, staff]")
        let plan = try plan([file: both])
        func ids(_ channel: String, reached: Bool) throws -> [String] {
            try fill(request("readers-closed", channel: channel), in: plan).audiences(in: plan, reached: reached).map(
                \.id)
        }
        #expect(try ids("site", reached: true) == ["readers"])
        #expect(try ids("site", reached: false) == ["staff"])
        #expect(try ids("text-message", reached: false) == [])
    }

    @Test func whatIsNotFilledInIsListed() throws {
        let filled = try fill(request("staff-closed", ["phone": "+44 1632 960100"]), in: plan())
        #expect(filled.unfilled.map(\.id) == ["next-time"])
        #expect(filled.draft.text.contains("01632"))
    }

    /// Neither what stands for a field nor what stands before the text of an exercise was left by the author.
    @Test func whatTheAuthorLeftIsToldAlone() throws {
        var request = request("staff-closed")
        request.isExercise = true
        let filled = try fill(request, in: plan())
        #expect(!filled.unfilled.isEmpty && filled.blanks == [])
    }

    @Test func aMessageOfAnotherScenarioIsRefused() throws {
        let plan = try plan([
            "scenarios.md": """
            ---
            kind: scenarios
            scenarios:
              flood: {title: Flood, affects: [readers]}
              fire: {title: Fire, affects: [readers]}
            ---
            """,
            "fire-news.md": """
            ---
            kind: message
            id: fire-news
            title: Fire
            audiences: [readers]
            channels: [site]
            scenarios: [fire]
            ---
            The reading room is closed.
            """,
        ])
        #expect(try fill(request("fire-news", scenario: "fire"), in: plan).scenario?.id == "fire")
        do throws(MessageFault) {
            _ = try fill(request("fire-news", scenario: "flood"), in: plan)
            Issue.record("it is written for another scenario")
        } catch {
            guard case .notInScenario(_, let scenario, let others) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(scenario.phrase.english == "Flood" && others.map(\.phrase.english) == ["Fire"])
        }
    }

    @Test(arguments: [
        ("next-time", "18:30", true), ("next-time", "6 pm", true), ("next-time", "18 h 30", true),
        ("next-time", "soon", false), ("next-time", "25:00", false),
        ("next-time", "1:5", false),
        ("phone", "+44 1632 960100", true), ("phone", "01632 960100", true), ("phone", "960100", false),
        ("phone", "call us", false),
    ])
    func typesAreEnforced(_ field: String, _ value: String, _ fits: Bool) throws {
        let plan = try plan()
        let result = Result { () throws(MessageFault) in try fill(request("staff-closed", [field: value]), in: plan) }
        switch result {
        case .success: #expect(fits)
        case .failure(.wrongValue(let error)): #expect(!fits && error.field == field)
        case .failure(let other): Issue.record("\(other)")
        }
    }

    @Test func slipsAreToldWithTheNearestName() throws {
        let plan = try plan()
        let title = try #require(plan.messages["staff-closed"]?.title.text(plan.sourceLocale))
        for (wrong, near) in [("staff-closd", "staff-closed"), ("redy", "ready"), (title.uppercased(), "staff-closed")]
        {
            do throws(MessageFault) {
                _ = try fill(request(wrong), in: plan)
                Issue.record("\(wrong) was found")
            } catch {
                if case .unknown(_, _, let found, _) = error {
                    #expect(found == near)
                } else {
                    Issue.record("\(error)")
                }
            }
        }
    }

    static let hostile: [String] = [
        "{{ phone }}", "{{> snippet }}", "<script>alert(1)</script>", "a\r\nBcc: everyone@example.org", "\u{202E}evil",
        "=HYPERLINK(\"http://evil.example\")", "'\"><img src=x onerror=alert(1)>", "&amp;", "\u{0}\u{1B}[31m",
        String(repeating: "x", count: 1 << 20),
    ]

    @Test(arguments: hostile)
    func hostileValuesAreHarmlessInEveryFormat(_ value: String) throws {
        let fields = "---\nkind: fields\nfields:\n  word: {title: Word, type: text, example: x, longest: x}\n---\n"
        let message = """
            ---
            kind: message
            title: News
            audiences: readers
            scenarios: flood
            phase: during
            channels: [mail]
            owner: press
            subject: "News: {{ word }}"
            ---

            The word is {{ word }}.
            """
        let plan = try plan(["more-fields.md": fields, "messages/news.md": message])
        // Braces would be sent as they are, control characters steer terminals.
        if value.contains("{{") || value.contains("\u{1B}") {
            #expect(throws: MessageFault.self) { try fill(request("news", ["word": value]), in: plan) }
            return
        }
        let filled = try fill(request("news", ["word": value]), in: plan)
        #expect(filled.unfilled.isEmpty)
        let html = messageHTML(filled.draft)
        #expect(!html.contains("<script") && !html.contains("<img"))
        let mail = String(decoding: eml(filled.draft), as: UTF8.self)
        let head = mail.split(separator: "\r\n\r\n", maxSplits: 1).first.map(String.init) ?? ""
        #expect(!head.split(separator: "\r\n").contains { $0.hasPrefix("Bcc") })
        #expect(mail.split(separator: "\r\n", omittingEmptySubsequences: false).allSatisfy { $0.utf8.count <= 998 })
        let json = String(decoding: filled.json(in: plan).bytes(), as: UTF8.self)
        #expect(!json.utf8.contains { $0 < 0x20 && $0 != 0x0A })
    }

    @Test func aReplyIsFoundByTheKindOfReport() throws {
        let reply = """
            ---
            kind: message
            title: Thank you
            audiences: staff
            scenarios: all
            phase: during
            channels: [mail]
            owner: press
            subject: Thank you
            in-reply-to: phishing
            ---

            Thank you. It was a fraud.
            """
        let plan = try plan(["messages/thanks.md": reply])
        #expect(try PlancDriver.reply(to: "phishing", in: plan) == "thanks")
        #expect(throws: MessageFault.self) { try PlancDriver.reply(to: "phishng", in: plan) }
    }

    @Test(arguments: ["", "  ", "\n"]) func aValueOfNothingLeavesTheFieldOpen(_ value: String) throws {
        let filled = try fill(request("staff-closed", ["next-time": value]), in: plan())
        #expect(filled.unfilled.map(\.id) == ["next-time", "phone"])
    }

    @Test(arguments: [("12", true), ("1 200,5", true), ("-5", false), ("1e5", false), ("nan", false), ("0x1F", false)])
    func aNumberIsACount(_ value: String, _ fits: Bool) throws {
        let fields =
            "---\nkind: fields\nfields:\n  count: {title: Count, type: number, example: '12', longest: '1200'}\n---\n"
        let plan = try plan(["more-fields.md": fields])
        let field = try #require(plan.fields["count"])
        let result = printedValue(value, of: field, in: plan, locale: Locale("en"))
        #expect((try? result.get()) == (fits ? value : nil))
    }

    @Test func aTextMessageHasPlainSpacesAlone() throws {
        let french = ["plan.md": ExamplePlan.changing("plan.md", "locales: [fr]")]
        let filled = try fill(
            request("staff-closed", ["next-time": "18:30", "phone": "+44 7700 900001"]), in: plan(french))
        #expect(filled.channel.type.value == .sms)
        #expect(filled.draft.text.contains("18 h 30"), "\(filled.draft.text)")
        #expect(!filled.draft.text.contains("\u{A0}"))
    }

    @Test func whatTheTextNamesAndThePlanLacksIsListed() throws {
        let text = try #require(ExamplePlan.files["messages/staff-closed.md"]).replacing(
            "Please stay", with: "{{ role.derector.name }} {{ foo }} {{> nowhere }} Please stay")
        let plan = try plan(["messages/staff-closed.md": text])
        let filled = try fill(request("staff-closed"), in: plan)
        #expect(filled.unresolved == ["{{ role.derector.name }}", "{{ foo }}", "{{> nowhere }}"])
    }

    @Test(arguments: [
        ("a: x\na: y\n", GivenValuesFault.twice("a")), ("a: [1]\n", .noText("a")), ("- a\n", .noMap),
    ])
    func aFileOfValuesIsRefusedWithItsKey(_ text: String, _ fault: GivenValuesFault) {
        #expect(throws: fault) { try fieldValues(Array(text.utf8)) }
    }

    @Test func aKeyWithoutAValueHasNone() throws {
        #expect(try fieldValues(Array("a: ~\nb: null\nc:\nd: 'null'\n".utf8)) == ["d": "null"])
    }

    @Test(arguments: [
        ("next-time: 18:30\nphone: '+44 1632 960100'\n", true),
        ("{\"next-time\": \"18:30\", \"phone\": \"+44 1632 960100\"}", true),
        ("- a\n- b\n", false), ("a: [1, 2]\n", false), ("a: &x b\nc: *x\n", false), ("\u{0}", false),
    ])
    func valuesComeFromYAMLOrJSON(_ text: String, _ isMap: Bool) {
        let values = try? fieldValues(Array(text.utf8))
        #expect((values != nil) == isMap)
        if isMap { #expect(values?["next-time"] == "18:30") }
    }
}
