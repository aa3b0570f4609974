import PlancCompose
import PlancModel
import Testing

/// Law: a private value is found however it is written, and nothing else is taken for it.
@Suite struct PrivateSpellingLaw {
    /// The example plan with one person's private addresses.
    static func values(_ addresses: [String]) -> [PrivateValue] {
        let reach = addresses.enumerated().map { "home\($0.offset): \"\($0.element)\"" }.joined(separator: ", ")
        let channels = addresses.indices.map { "  home\($0): {title: Home \($0), type: chat}" }.joined(separator: "\n")
        let names = addresses.indices.map { "home\($0)" }.joined(separator: ", ")
        let plan = LeakPlan.plan.with(
            "people.md",
            """
            ---
            kind: people
            people:
              ada:
                name: Ada Marsh
                reach: {\(reach)}
                private: [\(names)]
            ---
            """
        ).with("more-channels.md", "---\nkind: channels\nchannels:\n\(channels)\n---\n")
        return plan.check().plans.first?.privateValues ?? []
    }

    static let separators = [
        "", " ", "  ", "\u{A0}", "\u{202F}", "\u{2009}", ".", "-", "\u{2011}", "\u{2013}", "/", "\n", "\r\n", "\n  ",
        "\t",
        "\u{2060}", "\u{200B}", "\u{AD}", "\u{B7}", "**", "_", " - ", ". ", "<!-- the old one -->", "<b>", "</i> ",
        "\u{FF0D}",
    ]
    /// How the nine digits of a French number, and the ten of a British one, are grouped.
    static let groupings = [[1, 2, 2, 2, 2], [9], [3, 3, 3], [1, 4, 4], [2, 3, 4], [1, 1, 1, 1, 1, 1, 1, 1, 1]]
    static let openings: [(code: String, before: [String])] = [
        (
            "33",
            ["0", "+33", "+33 ", "+33(0)", "+33 (0) ", "0033", "00 33 ", "(+33) ", "tel:+33", "tel:0", "tel:+33-", ""]
        )
    ]

    @Test func everySpellingOfANumberIsFound() {
        let search = PrivateSearch(Self.values(["+33 4 65 71 01 01"]))
        var missed: [String] = []
        var count = 0
        for grouping in Self.groupings {
            var rest = Substring("465710101")
            let groups = grouping.map { size in
                defer { rest = rest.dropFirst(size) }
                return String(rest.prefix(size))
            }
            for separator in Self.separators {
                for opening in Self.openings[0].before {
                    let spelling = opening + groups.joined(separator: separator)
                    for (before, after) in [
                        ("", ""), ("Call ", "."), ("(", ")"), ("21 ", " at 18"), ("«\u{A0}", "\u{A0}»"),
                    ] {
                        count += 1
                        let text = Array((before + spelling + after).utf8)
                        if search.hits(in: text).isEmpty { missed.append(before + spelling + after) }
                        guard let encoded = Self.percentEncoded(text), let decoded = DecodedText(encoded) else {
                            continue
                        }
                        if search.hits(in: decoded.bytes).isEmpty { missed.append("encoded: " + spelling) }
                    }
                }
            }
        }
        #expect(missed == [])
        #expect(count > 8000)
    }

    /// Every byte that is no letter or digit as `%HH`; nil when there is none.
    static func percentEncoded(_ text: [UInt8]) -> [UInt8]? {
        var isChanged = false
        let bytes = text.flatMap { byte -> [UInt8] in
            if (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) {
                return [byte]
            }
            isChanged = true
            let digits = String(byte, radix: 16, uppercase: true)
            return Array(("%" + (byte < 16 ? "0" : "") + digits).utf8)
        }
        return isChanged ? bytes : nil
    }

    /// By what they stand for, in digits of any script: full-width, Arabic, Persian, Devanagari, of formulas.
    @Test(arguments: [0xFF10, 0x0660, 0x06F0, 0x0966, 0x1D7CE] as [UInt32])
    func digitsOfEveryScriptAreDigits(_ zero: UInt32) throws {
        let search = PrivateSearch(Self.values(["+33 4 65 71 01 01"]))
        func written(_ number: String) -> String {
            String(
                String.UnicodeScalarView(
                    number.unicodeScalars.map { scalar in
                        scalar.properties.numericType == .decimal
                            ? Unicode.Scalar(zero + scalar.value - 0x30) ?? scalar : scalar
                    }))
        }
        for number in ["0465710101", "+33 4 65 71 01 01", "04 65 71 01 01", "04.65.71.01.01"] {
            let text = "Call \(written(number)) now"
            let hit = try #require(search.hits(in: Array(text.utf8)).first, "\(text)")
            #expect(String(decoding: Array(text.utf8)[hit.range], as: UTF8.self) == written(number))
        }
        #expect(search.hits(in: Array(written("0465710102").utf8)).isEmpty)
    }

    @Test func otherNumbersAreOthers() {
        let search = PrivateSearch(Self.values(["+33 4 65 71 01 01", "+44 1632 960001", "+1 202 555 0143"]))
        for text in [
            "04 65 71 01 02", "0465710102", "04657101011", "104657101010", "+33 4 65 71 01 010", "9904657101019",
            "4 65 71 01",
            "2026-11-21 18:30", "a04a65a71a01a01", "01632 960002", "1632", "202-555-0144", "465,710,101", "12465710101",
        ] {
            #expect(search.hits(in: Array(text.utf8)).isEmpty, "\(text)")
        }
    }

    @Test func otherAddressesAreFoundInAnyCase() {
        let values = Self.values(["ada.at.home@private.example", "ada-after-dark", "https://chat.example/ada?x=1"])
        #expect(values.count == 3)
        let search = PrivateSearch(values)
        for text in [
            "Write to ADA.at.home@Private.Example.", "<ada.at.home@private.example>",
            "mailto:ada.at.home@private.example",
            "«\u{A0}Ada-After-Dark\u{A0}»", "see https://chat.example/ada?x=1",
        ] {
            #expect(search.hits(in: Array(text.utf8)).count == 1, "\(text)")
        }
        for text in ["ada%2Eat.home%40private.example", "ada.at.home&#64;private.example", "ada\\-after\\-dark"] {
            #expect(DecodedText(Array(text.utf8)).map { search.hits(in: $0.bytes).count } == 1, "\(text)")
        }
        for text in ["nada.at.home@private.example", "ada-after-darkness", "ada.at.home@private.examples"] {
            #expect(search.hits(in: Array(text.utf8)).isEmpty, "\(text)")
        }
    }

    /// What everybody may know elsewhere is not private, and a word that is in every text is not looked for.
    @Test func whatIsOpenElsewhereIsNotLookedFor() {
        #expect(Self.values(["4711", "ada", "+44 1632 960001", "01632 960001", "+44 (0)1632 960001"]).count <= 2)
        let text = LeakPlan.plan.text("people.md").replacing(
            "mobile: \"+44 7700 900001\"", with: "mobile: \"+44 1632 960001\"")
        let values = LeakPlan.plan.with("people.md", text).check().plans.first?.privateValues ?? []
        #expect(!values.contains { $0.channel == "home" })
    }

    @Test func aMaskedValueShowsLittle() {
        for value in Self.values(["+33 4 65 71 01 01", "ada.at.home@private.example", "ada-after-dark"]) {
            #expect(value.masked.filter { $0 != "…" }.count <= 5)
            #expect(PrivateSearch([value]).hits(in: Array(value.masked.utf8)).isEmpty)
        }
    }
}
