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
                "type", \.type, .choice { $0.phrase }, required: true, called: "kind of channel",
                summary: "what kind of channel it is",
                example: "sms")
            Key.dependsOn(\.dependsOn)
            Key(
                "operated-by", \.operatedBy, .id(of: .role), called: "operated by", summary: "the role that works it",
                example: "dircom")
            Key(
                "access", \.access, .localizedText, called: "access", summary: "where the credentials are",
                example: "Enveloppe scellée, coffre du siège")
            Key(
                "address", \.address, .address, called: "address", summary: "where people find or call it",
                example: "https://etat.armor.example")
            Key(
                "sender", \.sender, .text, called: "sender shown", summary: "the name that recipients see",
                example: "ARMOR")
            Key(
                "two-way", \.twoWay, .boolean, called: "answers possible", summary: "whether people can answer",
                example: "true")
            Key(
                "limit", \.limit, .integer,
                called: "largest length",
                summary: "the most it carries: SMS segments, characters, or seconds of speech", example: "1")
        })
}
