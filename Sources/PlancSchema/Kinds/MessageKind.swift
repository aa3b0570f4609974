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
                "audiences", \.audiences, .list(.id(of: .audience)), required: true, called: "audiences",
                summary: "who it is for",
                example: "[clients]")
            Key.scenarios(\.scenarios)
            Key.phase(\.phase)
            Key(
                "channels", \.channels, .list(.id(of: .channel)), required: true,
                called: "channels", summary: "how it is sent, in the order to try", example: "[mail, sms]")
            Key(
                "owner", \.owner, .id(of: .role), required: true, called: "owner",
                summary: "the role that writes it and answers for it",
                example: "dircom")
            Key(
                "approver", \.approvers, .list(.id(of: .role)), called: "approval",
                summary: "the roles that approve it, in order",
                example: "direction")
            Key(
                "approve-within", \.approveWithin, .duration, called: "time for approval",
                summary: "how long approval may take", example: "15min")
            Key(
                "legal-review", \.legalReview, .id(of: .role), called: "legal review",
                summary: "the role that does the legal review",
                example: "juridique")
            Key(
                "send", \.send, .record(Message.Sending.keys, { _ in Message.Sending() }),
                called: "sending", summary: "when and how often it leaves",
                example: "{within: 4h, every: 1d}")
            Key(
                "subject", \.subject, .localizedText, called: "subject", summary: "the subject of the e-mail",
                example: "Nos services sont arrêtés")
            Key(
                "satisfies", \.satisfies, .list(.obligationStage), called: "duties met",
                summary: "the obligation or stage it fulfils",
                example: "eu-gdpr-33/notification")
            Key(
                "after", \.after, .list(.id(of: .message)), called: "leaves after",
                summary: "messages that must leave first",
                example: "[message-salaries]")
            Key(
                "in-reply-to", \.inReplyTo, .text,
                called: "answers reports of",
                summary: "the kind of report it answers: phishing, false-alarm, tool-help, clicked …",
                example: "phishing")
            Key(
                "reply-within", \.replyWithin, .duration, called: "time to answer", summary: "how fast it answers",
                example: "15min")
            Key.classification(\.classification)
            Key(
                "confirmed", \.confirmed, .list(.record(Message.Confirmation.keys, { _ in Message.Confirmation() })),
                called: "confirmed facts", summary: "facts that were confirmed",
                example: "[{claim: Aucune donnée bancaire, by: rssi}]")
            Key(
                "glossary", \.glossary, .map(.text, .localizedText, { ($0, $1) }, { ($0.term, $0.meaning) }),
                called: "words explained", summary: "words explained under the text",
                example: "{RSSI: responsable de la sécurité}")
            Key(
                "max-words", \.maxWords, .integer, called: "most words", summary: "the most words it may have",
                example: "220")
        })
}

extension Message.Sending {
    static let keys = Keys<Message.Sending> {
        Key(
            "within", \.within, .duration, called: "first sending", summary: "how soon after T0 it leaves",
            example: "4h")
        Key(
            "every", \.every, .duration, called: "sent again every", summary: "how often it is sent again",
            example: "1d")
        Key(
            "until", \.until, .localizedText, called: "until", summary: "until when, in words",
            example: "Le retour des services")
    }
}

extension Message.Confirmation {
    static let keys = Keys<Message.Confirmation> {
        Key(
            "claim", \.claim, .localizedText, required: true, called: "fact", summary: "what is known for sure",
            example: "Aucune donnée bancaire")
        Key(
            "by", \.by, .id(of: .role), required: true, called: "confirmed by", summary: "the role that confirmed it",
            example: "rssi")
        Key(
            "at", \.at, .text, called: "time", summary: "when", example: "2026-03-14 09:30")
    }
}
