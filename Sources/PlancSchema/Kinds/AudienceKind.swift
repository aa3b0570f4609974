import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

extension Audience {
    static let declaration = Kind<Audience, Audience>(
        noun: Phrase("an audience"), name: Phrase("audience"),
        summary: Phrase("who has to be told, how and how fast"),
        inRegistry: true,
        make: { Audience(id: $0, title: LocalizedText(), type: Located(.partners, $1), nameSpan: $1, span: $2) },
        keys: Keys {
            Key.title(\.title, { $0.title = $1 }, example: Phrase("Our customers"))
            Key(
                "type", \.type, { $0.type = $1 }, .choice(), required: true, called: "kind of audience",
                summary: "what these people are to us", example: "customers")
            Key(
                "channels", \.channels, { $0.channels = $1 }, .list(.id(of: .channel)), required: true,
                called: "channels", summary: "how they are told, in the order of preference",
                example: "[mail, sms]")
            Key(
                "reach", \.reach, { $0.reach = $1 },
                .map(.id(of: .channel), .address, Person.Address.init) { ($0.channel, $0.value) },
                called: "addresses",
                summary: "its own addresses, where it is one body: an authority, an insurer, a supplier",
                example: "{appel: \"+33 1 99 00 12 34\"}")
            Key(
                "locales", \.locales, { $0.locales = $1 }, .list(.locale),
                called: "languages", summary: "languages they are told in; the plan's first when left out",
                example: "[fr, en]")
            Key(
                "size", \.size, { $0.size = $1 }, .integer, called: "number of people", summary: "how many they are",
                example: "640")
            Key(
                "inform-within", \.informWithin, { $0.informWithin = $1 }, .duration,
                called: "time to first information",
                summary: "how soon after T0 they hear from us",
                example: "4h")
            Key(
                "update-every", \.updateEvery, { $0.updateEvery = $1 }, .rhythm, called: "rhythm of updates",
                summary: "how often they hear from us then", example: "1d")
            Key(
                "authority", \.authority, { $0.authority = $1 }, .list(.choice { $0.phrase }),
                called: "kind of authority",
                summary: "of authorities, which they are",
                example: "data-protection")
            Key(
                "jurisdiction", \.jurisdiction, { $0.jurisdiction = $1 }, .jurisdiction, called: "jurisdiction",
                summary: "of authorities, whose law they apply",
                example: "FR")
        })
}
