import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

extension Message {
    static let declaration = Kind<Message, Message.Content>(
        noun: Phrase("a message"), name: Phrase("message"),
        summary: Phrase("a text ready to send"),
        standsAlone: true,
        make: { Message.Content(id: $0, scenarios: .some([]), phase: Located(.during, $1), nameSpan: $1, span: $2) },
        wrap: { Message($0) },
        content: \.content,
        body: .variants(\.versions),
        keys: Keys {
            Key.title(\.title, example: Phrase("First message to customers"))
            Key(
                "audiences", \.audiences, .list(.id(of: .audience)), required: true, summary: "who it is for",
                example: "[clients]")
            Key.scenarios(\.scenarios)
            Key.phase(\.phase)
            Key(
                "channels", \.channels, .list(.id(of: .channel)), required: true,
                summary: "how it is sent, in the order to try", example: "[mail, sms]")
            Key(
                "owner", \.owner, .id(of: .role), required: true, summary: "the role that writes it and answers for it",
                example: "dircom")
            Key(
                "approver", \.approvers, .list(.id(of: .role)), summary: "the roles that approve it, in order",
                example: "direction")
            Key(
                "approve-within", \.approveWithin, .duration, summary: "how long approval may take", example: "15min")
            Key(
                "legal-review", \.legalReview, .id(of: .role), summary: "the role that does the legal review",
                example: "juridique")
            Key(
                "send", \.send, .record(Message.Sending.keys, { _ in Message.Sending() }),
                summary: "when and how often it leaves",
                example: "{within: 4h, every: 1d}")
            Key(
                "subject", \.subject, .localizedText, summary: "the subject of the e-mail",
                example: "Nos services sont arrêtés")
            Key(
                "satisfies", \.satisfies, .list(.obligationStage), summary: "the obligation or stage it fulfils",
                example: "eu-gdpr-33/notification")
            Key(
                "after", \.after, .list(.id(of: .message)), summary: "messages that must leave first",
                example: "[message-salaries]")
            Key(
                "in-reply-to", \.inReplyTo, .text,
                summary: "the kind of report it answers: phishing, false-alarm, tool-help, clicked …",
                example: "phishing")
            Key(
                "reply-within", \.replyWithin, .duration, summary: "how fast it answers",
                example: "15min")
            Key.classification(\.classification)
            Key(
                "confirmed", \.confirmed, .list(.record(Message.Confirmation.keys, { _ in Message.Confirmation() })),
                summary: "facts that were confirmed",
                example: "[{claim: Aucune donnée bancaire, by: rssi}]")
            Key(
                "glossary", \.glossary, .map(.text, .localizedText, { ($0, $1) }, { ($0.term, $0.meaning) }),
                summary: "words explained under the text",
                example: "{RSSI: responsable de la sécurité}")
            Key(
                "max-words", \.maxWords, .integer, summary: "the most words it may have",
                example: "220")
        })
}

extension Message.Sending {
    static let keys = Keys<Message.Sending> {
        Key(
            "within", \.within, .duration, summary: "how soon after T0 it leaves",
            example: "4h")
        Key(
            "every", \.every, .duration, summary: "how often it is sent again", example: "1d")
        Key(
            "until", \.until, .localizedText, summary: "until when, in words",
            example: "Le retour des services")
    }
}

extension Message.Confirmation {
    static let keys = Keys<Message.Confirmation> {
        Key(
            "claim", \.claim, .localizedText, required: true, summary: "what is known for sure",
            example: "Aucune donnée bancaire")
        Key(
            "by", \.by, .id(of: .role), required: true, summary: "the role that confirmed it", example: "rssi")
        Key(
            "at", \.at, .text, summary: "when", example: "2026-03-14 09:30")
    }
}
