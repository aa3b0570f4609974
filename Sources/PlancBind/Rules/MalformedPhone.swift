import PlancDiagnostics
import PlancModel
import PlancSchema
import PlancSource

enum MalformedPhone: FormRule {
    static let name = "malformed-phone"
    static let summary = Phrase(
        "a phone number of the wrong form, or one that no country can have")
    static let why = Phrase(
        """
        A number without its country cannot be called from abroad, from a borrowed phone, or by a gateway. One with a \
        digit too few or too many cannot be called at all. Country codes are those of ITU-T E.164, lengths those of the \
        countries' numbering plans.
        """
    )

    /// - Parameters:
    ///   - fault: of what has the form of a number: why there can be none such.
    ///   - ownCode: the code of the plan's own country, for an example.
    static func finding(
        _ value: Located<String>, likely: String?, fault: NumberingPlans.Fault? = nil, ownCode: String? = nil
    ) -> Finding {
        func told(_ message: Phrase, _ help: Phrase) -> Finding { finding(at: value.span, message, help: [help]) }
        let name = Say.quoted(value.value)
        switch fault {
        case .length:
            return told(
                Phrase("'{value}' does not have as many digits as numbers of that country have", ["value": name]),
                Phrase("look for a digit that is missing or was written twice"))
        case .country:
            return told(
                Phrase("'{value}' begins with the code of no country", ["value": name]),
                Phrase("look for the country's code, as in '+33' or '+44'"))
        case .zeros:
            return told(
                Phrase("'{value}' ends in zeros alone: nobody has that number", ["value": name]),
                Phrase("write the number that somebody has tried"))
        case .trunk:
            return told(
                Phrase("'{value}' holds the zero that is dialled within the country alone", ["value": name]),
                Phrase("write it without the zero behind the country's code"))
        case nil: break
        }
        let message = Phrase("'{value}' is not a phone number", ["value": name])
        switch WrittenNumber(value.value) {
        case .short:
            return told(
                message,
                Phrase(
                    "a short number works in its own country alone, and is nobody's address: write it in the words of the step that calls it"
                ))
        case .several:
            return told(message, Phrase("a channel has one number: write the other under a channel of its own"))
        case .followed(let rest) where likely == nil:
            return told(
                message,
                Phrase(
                    "take '{rest}' out of the number: hours have the key 'hours', and an extension is told where the number is named",
                    ["rest": Say.quoted(rest)]))
        default: break
        }
        return finding(
            at: value.span, message, caption: likely.map(Say.didYouMean),
            help: [
                Phrase(
                    "'+', the country and the number, as in '{example}'",
                    ["example": NumberingPlans.example(ownCode: ownCode)])
            ],
            fixes: likely.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = [
        Example(
            Phrase("a number without its country"),
            [
                "people.md": ExamplePlan.changing(
                    "people.md",
                    """
                    ada:
                      name: Ada Marsh
                      reach: {mobile: ⟦07700 900001⟧, home: "+44 1632 960001"}
                      private: [home]
                      verified: 2026-01-05
                    """)
            ]),
        Example(
            Phrase("a short number, two numbers, an extension, a zero too many"),
            [
                "people.md": ExamplePlan.changing(
                    "people.md",
                    """
                    ada:
                      name: Ada Marsh
                      reach: {mobile: ⟦"116 117"⟧, home: ⟦"+44 1632 960001 or +44 1632 960002"⟧}
                      private: [home]
                      verified: 2026-01-05
                    ben:
                      name: Ben Okoro
                      reach: {mobile: ⟦"+44 1632 960240 ext. 12"⟧, home: ⟦"+44 0800 123456"⟧}
                      private: [home]
                      verified: 2026-01-05
                    """)
            ]),
        Example(
            Phrase("a digit too few, and a country that there is not"),
            [
                "people.md": ExamplePlan.changing(
                    "people.md",
                    """
                    ada:
                      name: Ada Marsh
                      reach: {mobile: ⟦"+44 7700 90000"⟧, home: ⟦"+4 1632 960001"⟧}
                      private: [home]
                      verified: 2026-01-05
                    """)
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("plus, country, number"),
            [
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

                """
            ])
    ]
}

/// What else than one number a value holds.
private enum WrittenNumber {
    /// `999`, `116 117`
    case short
    /// `0172 9925904 oder 030 123456`
    case several
    /// `+44 1632 960240 ext. 12`, `… (24/7)`: what stands behind the number.
    case followed(String)

    init?(_ text: String) {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        if text.wholeMatch(of: #/[0-9][0-9 .\u{A0}-]*/#) != nil, digits.utf8.count <= 6 {
            self = .short
            return
        }
        guard let number = text.prefixMatch(of: #/\+?[0-9][0-9 .()\u{A0}]{5,}[0-9]/#) else { return nil }
        let rest = text[number.range.upperBound...]
        if rest.firstMatch(of: #/[0-9][0-9 .\/\u{A0}-]{4,}[0-9]/#) != nil {
            self = .several
        } else if rest.contains(where: \.isLetter) || rest.contains("(") {
            self = .followed(rest.trimmingCharacters)
        } else {
            return nil
        }
    }
}

extension Substring {
    fileprivate var trimmingCharacters: String {
        String(drop { $0.isWhitespace || $0 == "," || $0 == ";" })
    }
}
