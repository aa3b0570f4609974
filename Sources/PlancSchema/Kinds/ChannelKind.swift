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
            Key.title(\.title, example: Phrase("Status page of our services"))
            Key(
                "type", \.type, .choice(), required: true, summary: "what kind of channel it is",
                example: "sms")
            Key.dependsOn(\.dependsOn)
            Key(
                "operated-by", \.operatedBy, .id(of: .role), summary: "the role that works it",
                example: "dircom")
            Key(
                "access", \.access, .localizedText, summary: "where the credentials are",
                example: "Enveloppe scellée, coffre du siège")
            Key(
                "address", \.address, .address, summary: "where people find or call it",
                example: "https://etat.armor.example")
            Key(
                "sender", \.sender, .text, summary: "the name that recipients see",
                example: "ARMOR")
            Key(
                "two-way", \.twoWay, .boolean, summary: "whether people can answer",
                example: "true")
            Key(
                "limit", \.limit, .integer,
                summary: "the most it carries: SMS segments, characters, or seconds of speech", example: "1")
        })
}
