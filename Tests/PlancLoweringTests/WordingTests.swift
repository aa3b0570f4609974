import PlancCompose
import PlancModel
import Testing

@testable import PlancLowering

@Suite struct WordingTests {
    private let french = Words(Locale("fr"))
    private let english = Words(Locale("en"))

    private func plain(_ text: String) -> String { String(text.map { $0 == "\u{A0}" ? " " : $0 }) }

    @Test(arguments: [
        (TimeAmount(minutes: 0), "T0", "T0"), (TimeAmount(minutes: 15), "T+15 min", "T+15 min"),
        (TimeAmount(minutes: 90), "T+1 h 30", "T+1 h 30"), (TimeAmount(minutes: 65), "T+1 h 05", "T+1 h 05"),
        (TimeAmount(minutes: 1500), "T+25 h", "T+25 h"), (TimeAmount(minutes: 4320), "T+3 d", "T+3 j"),
        (TimeAmount(minutes: -43_200), "T−30 d", "T−30 j"), (TimeAmount(months: 1), "T+1 month", "T+1 mois"),
    ])
    func offsetsReadAsPeopleWriteThem(_ amount: TimeAmount, _ inEnglish: String, _ inFrench: String) {
        #expect(plain(english.offset(Offset(amount))) == inEnglish)
        #expect(plain(french.offset(Offset(amount))) == inFrench)
    }

    @Test(arguments: [
        (TimeAmount(minutes: 30), "every 30 min", "toutes les 30 min"),
        (TimeAmount(minutes: 1440), "every day", "chaque jour"),
        (TimeAmount(minutes: 2880), "every 2 days", "tous les 2 jours"),
        (TimeAmount(months: 1), "every month", "chaque mois"),
        (TimeAmount(months: 6), "every 6 months", "tous les 6 mois"),
        (TimeAmount(businessDays: 2), "every 2 business days", "tous les 2 jours ouvrés"),
    ])
    func rhythmsAgree(_ amount: TimeAmount, _ inEnglish: String, _ inFrench: String) {
        #expect(plain(english.every(amount)) == inEnglish)
        #expect(plain(french.every(amount)) == inFrench)
    }

    @Test func legalDeadlinesAreInHours() {
        #expect(plain(french.limit(TimeAmount(minutes: 4320))) == "72 h")
        #expect(plain(french.limit(TimeAmount(minutes: 10_080))) == "7 jours")
    }

    @Test func datesAndNumbersFollowTheLocale() throws {
        let day = try #require(CalendarDate(iso: "2026-11-01"))
        #expect(plain(french.date(day)) == "1er novembre 2026")
        #expect(plain(english.date(day)) == "1 November 2026")
        #expect(plain(french.time("2026-11-21T18:05")) == "21 novembre 2026 à 18 h 05")
        #expect(english.time("8:00") == "08:00")
        #expect(english.time("in the evening") == "in the evening")
        #expect(plain(french.number(180_000)) == "180 000")
        #expect(english.number(-1_900) == "−1,900")
        #expect(french.list(["a", "b", "c"]) == "a, b et c")
    }

    @Test(arguments: [
        ("+33639980001", "33", "06 39 98 00 01"), ("+33 6 39 98 00 01", "44", "+33 6 39 98 00 01"),
        ("+447700900001", "44", "07700 900001"), ("+442079460001", "44", "020 7946 0001"),
        ("+441134960001", "44", "0113 496 0001"),
        ("+447700900001", "33", "+44 7700 900001"), ("+12025550123", "1", "202-555-0123"),
        ("+41791234567", "41", "079 123 45 67"),
        ("+32470123456", "32", "0470 12 34 56"), ("+35226123456", "352", "26 12 34 56"),
        ("+49 30 901820", "33", "+49 30 901820"), ("+49 30 901820", "49", "030 901820"),
        ("+49 172 9925904", "49", "0172 9925904"), ("+4930 901820", "49", "030 901820"),
        ("+43 1 58858 0", "43", "01 58858 0"), ("+34 91 123 45 67", "34", "+34 91 123 45 67"),
        ("+4930901820", "33", "+49 309 018 20"), ("call me", "33", "call me"), ("+33 (0)6", "33", "+33 (0)6"),
    ])
    func numbersAreWrittenAsTheCountryDoes(_ value: String, _ own: String, _ expected: String) {
        #expect(PhoneHabit(ownCode: own).text(value) == expected)
    }

    @Test(arguments: [
        ("030/231250-10", "49", "030 231250 10"), ("(030) 231250-10", "49", "030 231250 10"),
        ("0049 30 23125010", "49", "030 23125010"), ("+49 (0)30 23125010", "49", "030 23125010"),
        ("03023125010", "49", "03023125010"), ("0511 / 12345-67", "49", "0511 12345 67"),
        ("06.39.98.00.01", "33", "06 39 98 00 01"), ("0041791234567", "49", "+41 79 123 45 67"),
    ])
    func numbersKeepTheGroupsOfWhoWroteThem(_ written: String, _ own: String, _ expected: String) throws {
        let number = try #require(WrittenForms.phone(written, ownCode: own))
        #expect(PhoneHabit(ownCode: own).text(number, writtenAs: written) == expected)
    }

    @Test func numbersInTitlesDoNotBreak() {
        #expect(
            unbrokenNumbers("Press line 06 39 98 00 06 and 2 more")
                == "Press line 06\u{A0}39\u{A0}98\u{A0}00\u{A0}06 and 2 more")
        #expect(unbrokenNumbers("180 000 readers in 2026") == "180\u{A0}000 readers in 2026")
        #expect(unbrokenNumbers("before 24 h, 3 days, 12 people") == "before 24\u{A0}h, 3 days, 12 people")
    }

    @Test(arguments: [
        "", "one", "two words", " at both ends ", "deux  é espaces à", "tiret – long", "a \u{301}b", "é \u{600} c",
        "\u{600} c",
        "日本 語", "a\r\nb c", "\u{A0} x",
    ])
    func aSpaceIsAWholeCharacter(_ text: String) {
        #expect(unbroken(text) == String(text.map { $0 == " " ? "\u{A0}" : $0 }))
    }

    @Test func namesAreSortedByFamily() {
        let names = ["Élodie Pinson", "Yann Le Bihan", "Dr. Hélène Marchetti", "Œdipe", "Ann Zöe"]
        #expect(
            names.sorted { sortKey($0) < sortKey($1) } == [
                "Yann Le Bihan", "Dr. Hélène Marchetti", "Œdipe", "Élodie Pinson", "Ann Zöe",
            ])
    }

    @Test(arguments: [
        ("Dr. Helga Sommer", "Dr.", "Helga", "Sommer"),
        ("Prof. Dr. med. Karl Lindner", "Prof. Dr. med.", "Karl", "Lindner"),
        ("Dipl.-Ing. Anna Maria Huber", "Dipl.-Ing.", "Anna", "Maria Huber"),
        ("Dr.-Ing. Omar Said", "Dr.-Ing.", "Omar", "Said"),
        ("Maître Paul Roux", "Maître", "Paul", "Roux"), ("Me Paul Roux", "Me", "Paul", "Roux"),
        ("M. Roux", "M.", "", "Roux"), ("Mme Ève Le Bihan", "Mme", "Ève", "Le Bihan"),
        ("Frau Dr. Sommer", "Frau Dr.", "", "Sommer"),
        ("Dr med. Eva Frei", "Dr med.", "Eva", "Frei"), ("Yann Le Bihan", "", "Yann", "Le Bihan"),
        ("Dr.", "", "", "Dr."), ("van der Berg, Jan", "", "Jan", "van der Berg"),
        ("Dr. Berg, Jan", "Dr.", "Jan", "Berg"), ("Berg, Dr. Jan", "Dr.", "Jan", "Berg"),
        ("Ada Smith, MBA", "", "Ada", "Smith, MBA"), ("Roux,", "", "", "Roux,"),
        ("Ing-Marie Berg", "", "Ing-Marie", "Berg"), ("M.-Claire Roux", "", "M.-Claire", "Roux"), ("", "", "", ""),
    ])
    func titlesAreNoNames(_ name: String, _ title: String, _ given: String, _ family: String) {
        #expect(nameParts(name) == (title, given, family))
    }
}
