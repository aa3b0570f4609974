import Foundation
import PlancData
import PlancDiagnostics
import PlancDriver
import PlancModel
import PlancSource
import Testing

@Suite struct DataTests {
    private func plan(_ laid: [String: String] = [:]) throws -> Plan {
        let texts = ExamplePlan.files.merging(laid) { $1 }
        let files = Dictionary(uniqueKeysWithValues: texts.map { ("library/" + $0, Array($1.utf8)) })
        let today = try #require(CalendarDate(iso: ExamplePlan.today))
        return try #require(load(["library"], in: MemoryWorld(files, today: today)).plans.first?.plan)
    }

    /// The example's people with one more, whose every text is an attack on some format.
    private func hostile(_ name: String) throws -> Plan {
        let quoted = name.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
            .replacingOccurrences(of: "\r", with: "\\r").replacingOccurrences(of: "\n", with: "\\n")
        return try plan([
            "others.md": """
            ---
            kind: people
            people:
              zed:
                name: "\(quoted)"
                job: "\(quoted)"
                reach: {mobile: "+44 7700 900009", mail: zed@library.example}
            ---
            """
        ])
    }

    /// A month without the day takes its last one: a plain rule would leave the month out.
    @Test(arguments: [
        ("1mo", "2025-12-31", "20260131", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"),
        ("1mo", "2026-01-30", "20260228", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=28,29,30;BYSETPOS=-1"),
        ("3mo", "2026-01-28", "20260428", "FREQ=MONTHLY;INTERVAL=3"),
        ("1y", "2024-02-29", "20250228", "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=28,29;BYSETPOS=-1"),
        ("1y", "2025-12-31", "20261231", "FREQ=YEARLY;INTERVAL=1"),
    ]) func reviewsComeOnTheLastDay(every: String, last: String, start: String, rule: String) throws {
        let text = ExamplePlan.files["plan.md"] ?? ""
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("review:") })
        let plan = try plan(["plan.md": text.replacing(line, with: "review: {every: \(every), last: \(last)}")])
        let lines = unfolded(calendar(plan, locale: locale))
        #expect(lines.contains("RRULE:" + rule))
        #expect(lines.contains("DTSTART;VALUE=DATE:" + start))
    }

    private let locale = Locale("en")

    private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private func unfolded(_ bytes: [UInt8]) -> [String] {
        string(bytes).replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "\r\n")
    }

    /// What is printed is in the data: the texts of registries too.
    @Test func introductionsAreInTheData() throws {
        let channels = try #require(ExamplePlan.files["channels.md"])
        let plan = try plan([
            "channels.md": channels + "\n\nCall [the desk](tel:+441632960001) first.\n",
            "more.md":
                "---\nkind: fields\nfields:\n  room: {title: Room, type: text, example: 12}\n---\nAsk the desk.\n",
        ])
        let json = string(planJSON(plan).bytes())
        #expect(json.contains("\"introductions\": {"))
        #expect(json.contains("Call the desk (+441632960001) first."))
        #expect(json.contains("Ask the desk."))
    }

    // MARK: Contact cards

    /// The number by which they know us is for those inside.
    @Test func contractsAreOnCardsAndInTheTable() throws {
        let plan = try plan([
            "others.md":
                "---\nkind: people\npeople:\n  claims: {name: Claims Desk, organisation: Quay Mutual, contract: QM-4471, reach: {mobile: \"+44 7700 900777\"}}\n---\n"
        ])
        #expect(unfolded(contactsVCard(plan, locale: locale, includesPrivate: true)).contains("NOTE:Contract: QM-4471"))
        #expect(string(contactsCSV(plan, locale: locale, includesPrivate: true)).contains("QM-4471"))
        #expect(!string(contactsVCard(plan, locale: locale)).contains("QM-4471"))
        #expect(!string(contactsCSV(plan, locale: locale)).contains("QM-4471"))
    }

    @Test func cardsHoldNamesNumbersAndRoles() throws {
        let lines = unfolded(contactsVCard(try plan(), locale: locale))
        #expect(lines.prefix(3) == ["BEGIN:VCARD", "VERSION:3.0", "N:Marsh;Ada;;;"])
        #expect(lines.contains("TEL;TYPE=VOICE:+447700900001"))
        #expect(lines.contains("EMAIL;TYPE=INTERNET:ben@library.example"))
        #expect(lines.contains("ROLE:Director\\, Caretaker (deputy)"))
    }

    @Test func titlesStandBeforeNames() throws {
        let plan = try plan(["people.md": ExamplePlan.files["people.md"]!.replacing("Ada Marsh", with: "Dr. Ada Marsh")]
        )
        let lines = unfolded(contactsVCard(plan, locale: locale))
        #expect(lines.contains("N:Marsh;Ada;;Dr.;") && lines.contains("FN:Dr. Ada Marsh"))
        #expect(string(contactsCSV(plan, locale: locale)).contains("\"Dr. Ada Marsh\",\"Marsh\",\"Ada\""))
    }

    @Test func privateNumbersAreOnCardsOnlyWhenAskedFor() throws {
        let plan = try plan()
        #expect(!string(contactsVCard(plan, locale: locale)).contains("1632960001"))
        #expect(
            string(contactsVCard(plan, locale: locale, includesPrivate: true)).contains("TEL;TYPE=VOICE:+441632960001"))
        #expect(!string(contactsCSV(plan, locale: locale)).contains("960001\","))
        #expect(string(contactsCSV(plan, locale: locale, includesPrivate: true)).contains("01632 960001"))
    }

    /// Which of two numbers is the one at home stands beside it.
    @Test func severalNumbersHaveTheTitlesOfTheirChannels() throws {
        let lines = unfolded(contactsVCard(try plan(), locale: locale, includesPrivate: true))
        #expect(lines.contains("item2.TEL;TYPE=VOICE:+441632960001"))
        #expect(lines.contains("item2.X-ABLabel:Home phone"))
    }

    @Test(arguments: [
        "Zed\r\nTEL:+1", "Zed;Evil", "Zed\nEND:VCARD\nBEGIN:VCARD", "Zed, \\ \"é\"", String(repeating: "é🚒", count: 90),
    ])
    func namesCannotLeaveTheirProperty(_ name: String) throws {
        let bytes = contactsVCard(try hostile(name), locale: locale)
        let lines = unfolded(bytes)
        #expect(lines.filter { $0 == "BEGIN:VCARD" }.count == 4)
        #expect(lines.filter { $0 == "END:VCARD" }.count == 4)
        #expect(!lines.contains("TEL:+1"))
        // Four parts parted by what is not escaped.
        let last = try #require(lines.last { $0.hasPrefix("N:") })
        #expect(
            last.replacingOccurrences(of: "\\\\", with: "").replacingOccurrences(of: "\\;", with: "").filter {
                $0 == ";"
            }.count == 4)
        for line in string(bytes).components(separatedBy: "\r\n") {
            #expect(line.utf8.count <= 75 && !line.contains("\n"))
        }
    }

    // MARK: Tables

    @Test(arguments: ["=HYPERLINK(\"http://x\")", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])
    func noCellIsAFormula(_ name: String) throws {
        let text = string(contactsCSV(try hostile(name), locale: locale, includesPrivate: true))
        let rows = text.dropFirst().components(separatedBy: "\r\n").filter { !$0.isEmpty }
        #expect(rows.count > 1)
        for row in rows {
            #expect(row.hasPrefix("\"") && row.hasSuffix("\""))
            for cell in row.dropFirst().dropLast().components(separatedBy: "\",\"") {
                let first = cell.first { $0 != " " }
                #expect(first.map { !"=+-@\t\r＝".contains($0) } ?? true, "\(cell)")
            }
        }
    }

    /// Without its mark Excel takes a table for one in the code page of its country, and "é" for two letters.
    @Test func tablesSayThatTheyAreUnicode() throws {
        #expect(contactsCSV(try plan(), locale: locale).starts(with: [0xEF, 0xBB, 0xBF, 0x22]))
    }

    // MARK: Calendar

    @Test func theCalendarRemindsOfReviewsAndDrills() throws {
        let lines = unfolded(calendar(try plan(), locale: locale))
        #expect(lines.first == "BEGIN:VCALENDAR")
        for expected in [
            "UID:review@library.planc", "DTSTAMP:20260105T000000Z", "DTSTART;VALUE=DATE:20260705",
            "RRULE:FREQ=MONTHLY;INTERVAL=6",
            "UID:drill-autumn@library.planc", "DTSTART;VALUE=DATE:20251010", "UID:next-drill-flood@library.planc",
            "DTSTART;VALUE=DATE:20261010", "UID:contacts@library.planc", "RRULE:FREQ=DAILY;INTERVAL=90",
            "DTSTART;VALUE=DATE:20260405",
        ] {
            #expect(lines.contains(expected), "\(expected)")
        }
        let ids = lines.filter { $0.hasPrefix("UID:") }
        #expect(Set(ids).count == ids.count)
        #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == ids.count)
    }

    /// Whoever was tried longest ago says when all are tried again.
    @Test func theOldestOfSeveralNumbersCounts() throws {
        let people = try #require(ExamplePlan.files["people.md"])
        let first = try #require(people.range(of: "verified: 2026-01-05"))
        let laid = ["people.md": people.replacingCharacters(in: first, with: "verified: 2025-12-01")]
        let lines = unfolded(calendar(try plan(laid), locale: locale))
        let event = try #require(lines.firstIndex(of: "UID:contacts@library.planc"))
        // 90 days later.
        #expect(lines[event...].prefix(6).contains("DTSTART;VALUE=DATE:20260301"), "\(lines[event...].prefix(6))")
    }

    @Test func titlesCannotAddEvents() throws {
        let plan = try plan([
            "drills.md":
                "---\nkind: drills\ndrills:\n  autumn: {title: \"A\\nEND:VEVENT\\nBEGIN:VEVENT; x, y\", date: 2025-10-10, scenario: flood}\n---\n"
        ])
        let lines = unfolded(calendar(plan, locale: locale))
        #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == lines.filter { $0.hasPrefix("UID:") }.count)
        #expect(lines.contains("SUMMARY:Drill: A\\nEND:VEVENT\\nBEGIN:VEVENT\\; x\\, y"))
    }

    // MARK: The plan and the manifest

    @Test func thePlanIsJSONThatOtherToolsRead() throws {
        let plan = try plan()
        let bytes = planJSON(plan).bytes()
        let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let people = try #require(object["people"] as? [String: Any])
        let reach = try #require((people["ada"] as? [String: Any])?["reach"] as? [[String: Any]])
        #expect(reach.map { $0["private"] as? Bool } == [nil, true])
        let messages = try #require(object["messages"] as? [String: Any])
        #expect(messages.keys.count == 4)
        let version =
            ((messages["readers-closed"] as? [String: Any])?["versions"] as? [String: Any])?["en"] as? [String: Any]
        let sms = (version?["variants"] as? [String: Any])?["sms"] as? String
        #expect(sms?.hasPrefix("The library is flooded and closed today.") == true)
        #expect(planJSON(plan).bytes() == bytes)
    }

    @Test func hashesAreSHA256() {
        // FIPS 180-4, the example of "abc".
        #expect(sha256(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    // MARK: Mail

    private func draft(_ laid: [String: String] = [:], values: [String: String] = [:], exercise: String? = nil) throws
        -> Draft
    {
        let plan = try plan(laid)
        let message = try #require(plan.messages["ready"])
        let channel = try #require(plan.channels["mail"])
        return try #require(
            Draft(plan, message: message, channel: channel, locale: locale, values: values, exercise: exercise))
    }

    @Test func mailsAreUnsentAndHaveATextTwin() throws {
        let mail = string(eml(try draft(), date: CalendarDate(iso: "2026-02-10")))
        for expected in [
            "X-Unsent: 1\r\n", "Date: Tue, 10 Feb 2026 00:00:00 +0000\r\n",
            "Subject: Where to find us if we have to close\r\n",
            "Content-Type: text/plain; charset=utf-8\r\n", "Content-Type: text/html; charset=utf-8\r\n",
            "[Number for questions]", "<mark>",
        ] {
            #expect(mail.contains(expected), "\(expected)")
        }
        for line in mail.components(separatedBy: "\r\n") {
            #expect(line.utf8.count <= 78 && !line.contains("\n") && line != ".")
        }
    }

    @Test func valuesFillTextAndPageAndAreEscaped() throws {
        let filled = try draft(values: ["phone": "<b>&\"1\""])
        #expect(filled.unfilled.isEmpty)
        #expect(filled.text.contains("Your questions: <b>&\"1\"."))
        #expect(string(eml(filled)).replacingOccurrences(of: "=\r\n", with: "").contains("&lt;b&gt;&amp;&quot;1&quot;"))
    }

    @Test(arguments: ["Closed\\r\\nBcc: all@evil.example", "Fermé – à bientôt 🚒, \\u2028Bcc: x", "=?UTF-8?B?aGk=?= x"])
    func subjectsCannotAddHeaders(_ subject: String) throws {
        let text = try #require(ExamplePlan.files["messages/ready.md"])
            .replacingOccurrences(of: "subject: Where to find us if we have to close", with: "subject: \"\(subject)\"")
        let head = try #require(
            string(eml(try draft(["messages/ready.md": text]))).components(separatedBy: "\r\n\r\n").first)
        let names = head.components(separatedBy: "\r\n").filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
        #expect(names == ["MIME-Version", "X-Unsent", "Subject", "Content-Language", "Content-Type"])
        #expect(head.utf8.allSatisfy { $0 < 0x80 })
        #expect(!subject.contains("=?") || head.contains("Subject: =?UTF-8?B?"))
    }

    @Test func exercisesSaySoInSubjectAndText() throws {
        let exercise = try draft(exercise: "EXERCISE")
        #expect(exercise.subject == "[EXERCISE] Where to find us if we have to close")
        #expect(exercise.text.hasPrefix("EXERCISE"))
    }
}
