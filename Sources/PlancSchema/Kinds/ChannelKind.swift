import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

extension Channel {
    static let declaration = Kind<Channel, Channel>(
        noun: Phrase("a channel"), name: Phrase("channel"),
        summary: Phrase("the ways to reach people, and what each depends on"),
        inRegistry: true,
        make: { Channel(id: $0, title: LocalizedText(), type: Located(.letter, $1), nameSpan: $1, span: $2) },
        keys: Keys {
            Key.title(\.title, { $0.title = $1 }, example: Phrase("Status page of our services"))
            Key(
                "type", \.type, { $0.type = $1 }, .choice { $0.phrase }, required: true, called: "kind of channel",
                summary: "what kind of channel it is",
                example: "sms")
            Key.dependsOn(\.dependsOn, { $0.dependsOn = $1 })
            Key(
                "operated-by", \.operatedBy, { $0.operatedBy = $1 }, .id(of: .role), called: "operated by",
                summary: "the role that works it",
                example: "dircom")
            Key(
                "access", \.access, { $0.access = $1 }, .sentence, called: "access",
                summary: "where the credentials are",
                example: "Sealed envelope, safe at headquarters", told: Phrase("Sealed envelope, safe at headquarters"))
            Key(
                "address", \.address, { $0.address = $1 }, .address, called: "address",
                summary: "where people find or call it",
                example: "https://etat.armor.example")
            Key(
                "sender", \.sender, { $0.sender = $1 }, .text, called: "sender shown",
                summary: "the name that recipients see",
                example: "ARMOR")
            Key(
                "two-way", \.twoWay, { $0.twoWay = $1 }, .boolean, called: "answers possible",
                summary: "whether people can answer",
                example: "true")
            Key(
                "limit", \.limit, { $0.limit = $1 }, .integer,
                called: "largest length",
                summary: "the most it carries: SMS segments, characters, or seconds of speech", example: "1")
        })
}
