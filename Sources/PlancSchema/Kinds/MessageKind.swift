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
        body: .variants(\.versions) { $0.versions = $1 },
        keys: Keys {
            Key.title(\.title, { $0.title = $1 }, example: Phrase("First message to customers"))
            Key(
                "audiences", \.audiences, { $0.audiences = $1 }, .list(.id(of: .audience)), required: true,
                called: "audiences",
                summary: "who it is for",
                example: "[clients]")
            Key.scenarios(\.scenarios, { $0.scenarios = $1 })
            Key.phase(\.phase, { $0.phase = $1 })
            Key(
                "channels", \.channels, { $0.channels = $1 }, .list(.id(of: .channel)), required: true,
                called: "channels", summary: "how it is sent, in the order to try", example: "[mail, sms]")
            Key(
                "owner", \.owner, { $0.owner = $1 }, .id(of: .role), required: true, called: "owner",
                summary: "the role that writes it and answers for it",
                example: "dircom")
            Key(
                "approver", \.approvers, { $0.approvers = $1 }, .list(.id(of: .role)), called: "approval",
                summary: "the roles that approve it, in order",
                example: "direction")
            Key(
                "approve-within", \.approveWithin, { $0.approveWithin = $1 }, .duration, called: "time for approval",
                summary: "how long approval may take", example: "15min")
            Key(
                "legal-review", \.legalReview, { $0.legalReview = $1 }, .id(of: .role), called: "legal review",
                summary: "the role that does the legal review",
                example: "juridique")
            Key(
                "send", \.send, { $0.send = $1 }, .record(Message.Sending.keys, { _ in Message.Sending() }),
                called: "sending", saidByParts: true, summary: "when and how often it leaves",
                example: "{within: 4h, every: 1d}")
            Key(
                "subject", \.subject, { $0.subject = $1 }, .filledText, called: "subject",
                summary: "the subject of the e-mail",
                example: "Our services are down", told: Phrase("Our services are down"))
            Key(
                "satisfies", \.satisfies, { $0.satisfies = $1 }, .list(.obligationStage), called: "duties met",
                summary: "the obligation or stage it fulfils",
                example: "eu-gdpr-33/notification")
            Key(
                "after", \.after, { $0.after = $1 }, .list(.id(of: .message)), called: "leaves after",
                summary: "messages that must leave first",
                example: "[message-salaries]")
            Key(
                "in-reply-to", \.inReplyTo, { $0.inReplyTo = $1 }, .text,
                called: "answers reports of",
                summary: "the kind of report it answers: phishing, false-alarm, tool-help, clicked …",
                example: "phishing")
            Key(
                "reply-within", \.replyWithin, { $0.replyWithin = $1 }, .duration, called: "time to answer",
                summary: "how fast it answers",
                example: "15min")
            Key.classification(\.classification, { $0.classification = $1 })
            Key(
                "confirmed", \.confirmed, { $0.confirmed = $1 },
                .list(.record(Message.Confirmation.keys, { _ in Message.Confirmation() })),
                called: "confirmed facts", each: "confirmed fact", summary: "facts that were confirmed",
                example: "[{claim: No bank data, by: rssi}]", told: Phrase("[{claim: No bank data, by: rssi}]"))
            Key(
                "glossary", \.glossary, { $0.glossary = $1 },
                .map(.text, .sentence, { ($0, $1) }, { ($0.term, $0.meaning) }),
                called: "words explained", summary: "words explained under the text",
                example: "{CISO: head of information security}", told: Phrase("{CISO: head of information security}"))
            Key(
                "max-words", \.maxWords, { $0.maxWords = $1 }, .integer, called: "most words",
                summary: "the most words it may have",
                example: "220")
        })
}

extension Message.Sending {
    static let keys = Keys<Message.Sending> {
        Key(
            "within", \.within, { $0.within = $1 }, .duration, called: "first sending",
            summary: "how soon after T0 it leaves",
            example: "4h")
        Key(
            "every", \.every, { $0.every = $1 }, .rhythm, called: "sent again every",
            summary: "how often it is sent again",
            example: "1d")
        Key(
            "until", \.until, { $0.until = $1 }, .sentence, called: "sent again until", summary: "until when, in words",
            example: "Services are back", told: Phrase("Services are back"))
    }
}

extension Message.Confirmation {
    static let keys = Keys<Message.Confirmation> {
        Key(
            "claim", \.claim, { $0.claim = $1 }, .sentence, required: true, called: "statement",
            summary: "what is known for sure",
            example: "No bank data", told: Phrase("No bank data"))
        Key(
            "by", \.by, { $0.by = $1 }, .id(of: .role), required: true, called: "confirmed by",
            summary: "the role that confirmed it",
            example: "rssi")
        Key(
            "at", \.at, { $0.at = $1 }, .text, called: "time", summary: "when", example: "2026-03-14 09:30")
    }
}
