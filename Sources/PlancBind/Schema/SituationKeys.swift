import PlancMarkup
import PlancModel

/// Keys of what happens and what is said and done about it.
extension Schema {
    static let elements = ValueForm.choice(Element.allCases.map(\.rawValue))
    static let phaseKey = KeySchema(
        "phase", .choice(Phase.allCases.map(\.rawValue)), required: true, summary: "before, during or after the crisis",
        example: "during")
    static let scenariosKey = KeySchema(
        "scenarios", .scenarios, required: true, summary: "the scenarios it is for, or all",
        example: "[rancongiciel]")

    static let scenarioKeys: [KeySchema] = [
        titleKey,
        KeySchema(
            "disables", .list(.reference([.system, .channel, .person], bare: .system)),
            summary: "systems that stop; channel:x, person:x",
            example: "[messagerie, channel:standard]"),
        KeySchema(
            "distrusts", .list(.reference([.system, .channel], bare: .system)),
            summary: "systems that run but may be read or forged by the attacker", example: "[messagerie]"),
        KeySchema(
            "affects", .list(.id(of: .audience)), summary: "the audiences it touches",
            example: "[clients]"),
        KeySchema(
            "obligations", .list(.id(of: .obligation)), summary: "what law or contract asks for then",
            example: "[eu-gdpr-33]"),
        KeySchema(
            "activated-by", .id(of: .role), summary: "the role that calls it",
            example: "direction"),
        KeySchema(
            "personal-data", .boolean, summary: "whether personal data is touched", example: "true"),
    ]

    static let obligationKeys: [KeySchema] = [
        titleKey,
        KeySchema(
            "authority", .localizedText, required: true, summary: "who has to be told",
            example: "CNIL"),
        KeySchema(
            "law", .localizedText, summary: "the law or contract", example: "RGPD, article 33"),
        KeySchema(
            "audience", .id(of: .audience), summary: "the audience that the authority is", example: "cnil"),
        KeySchema(
            "stages",
            .list(
                .record([
                    KeySchema(
                        "name", .id, required: true, summary: "what other files call the stage", example: "notification"
                    ),
                    KeySchema("deadline", .deadline, summary: "how long it may take", example: "72h"),
                    KeySchema(
                        "from", .stageStart, summary: "what it is counted from",
                        example: "awareness"),
                    KeySchema(
                        "contents", .list(elements), summary: "what the notice must tell",
                        example: "[data, consequences, measures]"),
                ])),
            required: true, summary: "what is due, in order",
            example: "[{name: notification, deadline: 72h, from: awareness}]"),
        KeySchema(
            "when", .choice(ObligationCondition.allCases.map(\.rawValue)),
            summary: "when it applies; always when left out", example: "personal-data"),
        KeySchema(
            "source", .text, required: true, summary: "where the text can be read",
            example: "https://eur-lex.europa.eu/eli/reg/2016/679"),
        KeySchema(
            "verified", confirmation, summary: "when the text was last read, and by whom",
            example: "{on: 2026-03-01, by: juridique}"),
        KeySchema(
            "status", .choice(["in-force", "proposed"]), summary: "proposed for what is not law yet",
            example: "in-force"),
    ]

    static let checklistKeys: [KeySchema] = [titleKey, scenariosKey, phaseKey]

    static let messageKeys: [KeySchema] = [
        titleKey,
        KeySchema(
            "audiences", .list(.id(of: .audience)), required: true, summary: "who it is for",
            example: "[clients]"),
        scenariosKey, phaseKey,
        KeySchema(
            "channels", .list(.id(of: .channel)), required: true, summary: "how it is sent, in the order to try",
            example: "[mail, sms]"),
        KeySchema(
            "owner", .id(of: .role), required: true, summary: "the role that writes and sends it", example: "dircom"),
        KeySchema(
            "approver", .list(.id(of: .role)), summary: "the roles that approve it, in order", example: "direction"),
        KeySchema(
            "approve-within", .duration, summary: "how long approval may take",
            example: "15min"),
        KeySchema(
            "legal-review", .id(of: .role), summary: "the role that reads it for the law", example: "juridique"),
        KeySchema(
            "send",
            .record([
                KeySchema(
                    "within", .duration, summary: "how soon after T0 it leaves",
                    example: "4h"),
                KeySchema(
                    "every", .duration, summary: "how often it is sent again", example: "1d"),
                KeySchema(
                    "until", .localizedText, summary: "until when, in words",
                    example: "Le retour des services"),
            ]),
            summary: "when and how often it leaves",
            example: "{within: 4h, every: 1d}"),
        KeySchema(
            "subject", .localizedText, summary: "the subject of the e-mail",
            example: "Nos services sont arrêtés"),
        KeySchema(
            "satisfies", .list(.obligationStage), summary: "the obligation or stage it fulfils",
            example: "eu-gdpr-33/notification"),
        KeySchema(
            "after", .list(.id(of: .message)), summary: "messages that must leave first", example: "[message-salaries]"),
        KeySchema(
            "in-reply-to", .text, summary: "the kind of report it answers: phishing, false-alarm, tool-help, clicked …",
            example: "phishing"),
        KeySchema("reply-within", .duration, summary: "how fast it answers", example: "15min"),
        classificationKey,
        KeySchema(
            "confirmed",
            .list(
                .record([
                    KeySchema(
                        "claim", .localizedText, required: true, summary: "what is known for sure",
                        example: "Aucune donnée bancaire"),
                    KeySchema(
                        "by", .id(of: .role), required: true, summary: "the role that confirmed it", example: "rssi"),
                    KeySchema("at", .text, summary: "when", example: "2026-03-14 09:30"),
                ])),
            summary: "facts that were confirmed",
            example: "[{claim: Aucune donnée bancaire, by: rssi}]"),
        KeySchema(
            "glossary", .map(key: .text, value: .localizedText), summary: "words explained under the text",
            example: "{RSSI: responsable de la sécurité}"),
        KeySchema(
            "max-words", .integer, summary: "the most words it may have", example: "220"),
    ]

    static let snippetKeys: [KeySchema] = [
        KeySchema(
            "title", .localizedText, summary: "what authors call it",
            example: "Comment vérifier"),
        KeySchema(
            "covers", .list(elements), summary: "what it tells the reader",
            example: "authenticity"),
    ]

    static let fieldKeys: [KeySchema] = [
        titleKey,
        KeySchema(
            "type", .choice(FieldType.allCases.map(\.rawValue)), required: true, summary: "what is filled in",
            example: "time"),
        KeySchema(
            "choices", .list(.localizedText), summary: "what may be chosen",
            example: "[Lyon, Nantes]"),
        KeySchema("example", .fieldValue, required: true, summary: "an example", example: "\"18:30\""),
        KeySchema(
            "longest", .fieldValue, summary: "the longest value to expect",
            example: "\"18:30\""),
        KeySchema(
            "confirmed-by", .id(of: .role), summary: "the role that confirms the value", example: "rssi"),
        KeySchema(
            "covers", .list(elements), summary: "what it tells the reader",
            example: "next-update"),
    ]
}
