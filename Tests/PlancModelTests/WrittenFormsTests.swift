import PlancModel
import Testing

/// What planc prints, and what people write, is read back.
@Suite struct WrittenFormsTests {
    @Test(arguments: [
        ("2026-11-21", "2026-11-21"), ("21 novembre 2026", "2026-11-21"), ("21\u{A0}novembre 2026", "2026-11-21"),
        ("samedi 21 novembre 2026", "2026-11-21"), ("1er mars 2026", "2026-03-01"), ("21 November 2026", "2026-11-21"),
        ("November 21, 2026", "2026-11-21"), ("Saturday 21st November 2026", "2026-11-21"),
        ("21. November 2026", "2026-11-21"), ("Samstag, 21. März 2026", "2026-03-21"), ("31 février 2026", nil),
        ("21/11/2026", nil), ("novembre 2026", nil), ("soon", nil), ("", nil),
        ("21 novembre 26", nil),
    ])
    func dates(_ text: String, _ iso: String?) {
        #expect(WrittenForms.date(text)?.description == iso)
    }

    @Test(arguments: [
        ("18:30", "18:30"), ("18 h 30", "18:30"), ("18\u{A0}h\u{A0}30", "18:30"), ("18h30", "18:30"), ("8 h", "08:00"),
        ("18.30", "18:30"), ("6.30 pm", "18:30"), ("6 p.m.", "18:00"), ("12 am", "00:00"), ("midi", "12:00"),
        ("18 Uhr 30", "18:30"), ("18.30 Uhr", "18:30"), ("8 Uhr", "08:00"), ("Mitternacht", "00:00"), ("9:05", "09:05"),
        ("1:5", nil), ("25:00", nil), ("18:", nil), ("18 h 3", nil), ("18", nil), ("13 pm", nil),
        ("18:30:15", nil), ("1830", nil), ("", nil),
    ])
    func times(_ text: String, _ iso: String?) {
        #expect(WrittenForms.time(text) == iso)
    }

    @Test(arguments: [
        ("2026-11-21T18:30", "2026-11-21T18:30"), ("2026-11-21 18:30", "2026-11-21T18:30"),
        ("21\u{A0}novembre 2026 à 18\u{A0}h\u{A0}30", "2026-11-21T18:30"),
        ("21 November 2026 at 18:30", "2026-11-21T18:30"),
        ("21. November 2026 um 18.30 Uhr", "2026-11-21T18:30"), ("21 novembre 2026", nil), ("18:30", nil),
    ])
    func moments(_ text: String, _ iso: String?) {
        #expect(WrittenForms.dateTime(text) == iso)
    }

    @Test(arguments: [
        ("06 39 98 00 01", "33", "+33639980001"), ("06.39.98.00.01", "33", "+33639980001"),
        ("0033 6 39 98 00 01", "33", "+33639980001"), ("+33 (0)6 39 98 00 01", nil, "+33639980001"),
        ("01632 960100", "44", "+441632960100"), ("212-555-0100", "1", "+12125550100"),
        ("06 39 98 00 01", nil, nil), ("6 39 98 00 01", "33", nil), ("3949", "33", nil), ("call us", "33", nil),
        ("06 39 98 00", "33", nil), ("", "33", nil),
    ])
    func numbers(_ text: String, _ own: String?, _ full: String?) {
        #expect(WrittenForms.phone(text, ownCode: own) == full)
    }

    /// The code of a place and a slash: so most numbers are written in German.
    @Test(arguments: [
        ("Tel. 0511/1234567.", ["+495111234567"]), ("0511 / 123 45 67", ["+495111234567"]),
        ("Tel.: 0511/12345-67", ["+495111234567"]),
        ("030/231250-10 oder 0172/1234567", ["+493023125010", "+491721234567"]),
        ("am 03/12/2026", []), ("Az. 01/2026/12345", []), ("0511/", []),
    ])
    func numbersMayHaveASlash(_ text: String, _ expected: [String]) {
        #expect(WrittenForms.phones(in: text, ownCode: "49").map(\.number) == expected)
    }
}
