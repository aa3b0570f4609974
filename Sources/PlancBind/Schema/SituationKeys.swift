import PlancMarkup
import PlancModel

/// Keys of what happens and what is said and done about it.
extension Schema {
    static let elements = ValueForm.choice(Element.allCases.map(\.rawValue))
    static let phaseKey = KeySchema(
        "phase", .choice(Phase.allCases.map(\.rawValue)), required: true, en: "before, during or after the crisis",
        fr: "avant, pendant ou après la crise", example: "during")
    static let scenariosKey = KeySchema(
        "scenarios", .scenarios, required: true, en: "the scenarios it is for, or all",
        fr: "les scénarios concernés, ou all",
        example: "[rancongiciel]")

    static let scenarioKeys: [KeySchema] = [
        titleKey,
        KeySchema(
            "disables", .list(.reference([.system, .channel, .person], bare: .system)),
            en: "systems that stop; channel:x, person:x", fr: "les systèmes qui s'arrêtent\u{A0}; channel:x, person:x",
            example: "[messagerie, channel:standard]"),
        KeySchema(
            "distrusts", .list(.reference([.system, .channel], bare: .system)),
            en: "systems that run but may be read or forged by the attacker",
            fr: "les systèmes qui marchent mais que l'attaquant peut lire ou détourner", example: "[messagerie]"),
        KeySchema(
            "affects", .list(.id(of: .audience)), en: "the audiences it touches", fr: "les publics touchés",
            example: "[clients]"),
        KeySchema(
            "obligations", .list(.id(of: .obligation)), en: "what law or contract asks for then",
            fr: "ce que la loi ou un contrat impose alors",
            example: "[eu-gdpr-33]"),
        KeySchema(
            "activated-by", .id(of: .role), en: "the role that calls it", fr: "le rôle qui le déclenche",
            example: "direction"),
        KeySchema(
            "personal-data", .boolean, en: "whether personal data is touched",
            fr: "si des données personnelles sont touchées", example: "true"),
    ]

    static let obligationKeys: [KeySchema] = [
        titleKey,
        KeySchema(
            "authority", .localizedText, required: true, en: "who has to be told", fr: "qui doit être informé",
            example: "CNIL"),
        KeySchema(
            "law", .localizedText, en: "the law or contract", fr: "la loi ou le contrat", example: "RGPD, article 33"),
        KeySchema(
            "audience", .id(of: .audience), en: "the audience that the authority is",
            fr: "le public qu'est cette autorité", example: "cnil"),
        KeySchema(
            "stages",
            .list(
                .record([
                    KeySchema(
                        "name", .id, required: true, en: "what other files call the stage",
                        fr: "le nom de l'étape ailleurs", example: "notification"),
                    KeySchema("deadline", .deadline, en: "how long it may take", fr: "le délai", example: "72h"),
                    KeySchema(
                        "from", .stageStart, en: "what it is counted from", fr: "ce qui fait courir le délai",
                        example: "awareness"),
                    KeySchema(
                        "contents", .list(elements), en: "what the notice must tell",
                        fr: "ce que la notification doit dire",
                        example: "[data, consequences, measures]"),
                ])),
            required: true, en: "what is due, in order", fr: "ce qui est dû, dans l'ordre",
            example: "[{name: notification, deadline: 72h, from: awareness}]"),
        KeySchema(
            "when", .choice(ObligationCondition.allCases.map(\.rawValue)), en: "when it applies; always when left out",
            fr: "quand elle s'applique\u{A0}; à défaut, toujours", example: "personal-data"),
        KeySchema(
            "source", .text, required: true, en: "where the text can be read", fr: "où lire le texte",
            example: "https://eur-lex.europa.eu/eli/reg/2016/679"),
        KeySchema(
            "verified", confirmation, en: "when the text was last read, and by whom",
            fr: "quand le texte a été relu, et par qui", example: "{on: 2026-03-01, by: juridique}"),
        KeySchema(
            "status", .choice(["in-force", "proposed"]), en: "proposed for what is not law yet",
            fr: "proposed pour ce qui n'est pas encore la loi",
            example: "in-force"),
    ]

    static let checklistKeys: [KeySchema] = [titleKey, scenariosKey, phaseKey]

    static let messageKeys: [KeySchema] = [
        titleKey,
        KeySchema(
            "audiences", .list(.id(of: .audience)), required: true, en: "who it is for", fr: "à qui il s'adresse",
            example: "[clients]"),
        scenariosKey, phaseKey,
        KeySchema(
            "channels", .list(.id(of: .channel)), required: true, en: "how it is sent, in the order to try",
            fr: "comment il part, dans l'ordre des essais",
            example: "[mail, sms]"),
        KeySchema(
            "owner", .id(of: .role), required: true, en: "the role that writes and sends it",
            fr: "le rôle qui l'écrit et l'envoie", example: "dircom"),
        KeySchema(
            "approver", .list(.id(of: .role)), en: "the roles that approve it, in order",
            fr: "les rôles qui le valident, dans l'ordre", example: "direction"),
        KeySchema(
            "approve-within", .duration, en: "how long approval may take", fr: "le délai de validation",
            example: "15min"),
        KeySchema(
            "legal-review", .id(of: .role), en: "the role that reads it for the law",
            fr: "le rôle qui le relit en droit", example: "juridique"),
        KeySchema(
            "send",
            .record([
                KeySchema(
                    "within", .duration, en: "how soon after T0 it leaves", fr: "le délai d'envoi après T0",
                    example: "4h"),
                KeySchema(
                    "every", .duration, en: "how often it is sent again", fr: "la fréquence de renvoi", example: "1d"),
                KeySchema(
                    "until", .localizedText, en: "until when, in words", fr: "jusqu'à quand, en mots",
                    example: "Le retour des services"),
            ]),
            en: "when and how often it leaves", fr: "quand et à quelle fréquence il part",
            example: "{within: 4h, every: 1d}"),
        KeySchema(
            "subject", .localizedText, en: "the subject of the e-mail", fr: "l'objet de l'e-mail",
            example: "Nos services sont arrêtés"),
        KeySchema(
            "satisfies", .list(.obligationStage), en: "the obligation or stage it fulfils",
            fr: "l'obligation ou l'étape qu'il remplit",
            example: "eu-gdpr-33/notification"),
        KeySchema(
            "after", .list(.id(of: .message)), en: "messages that must leave first",
            fr: "les messages qui doivent partir avant", example: "[message-salaries]"),
        KeySchema(
            "in-reply-to", .text, en: "the kind of report it answers: phishing, false-alarm, tool-help, clicked …",
            fr: "la sorte de signalement à laquelle il répond\u{A0}: phishing, false-alarm, tool-help, clicked …",
            example: "phishing"),
        KeySchema("reply-within", .duration, en: "how fast it answers", fr: "le délai de réponse", example: "15min"),
        classificationKey,
        KeySchema(
            "confirmed",
            .list(
                .record([
                    KeySchema(
                        "claim", .localizedText, required: true, en: "what is known for sure", fr: "ce qui est établi",
                        example: "Aucune donnée bancaire"),
                    KeySchema(
                        "by", .id(of: .role), required: true, en: "the role that confirmed it",
                        fr: "le rôle qui l'a confirmé", example: "rssi"),
                    KeySchema("at", .text, en: "when", fr: "quand", example: "2026-03-14 09:30"),
                ])),
            en: "facts that were confirmed", fr: "les faits confirmés",
            example: "[{claim: Aucune donnée bancaire, by: rssi}]"),
        KeySchema(
            "glossary", .map(key: .text, value: .localizedText), en: "words explained under the text",
            fr: "les mots expliqués sous le texte",
            example: "{RSSI: responsable de la sécurité}"),
        KeySchema(
            "max-words", .integer, en: "the most words it may have", fr: "le nombre maximal de mots", example: "220"),
    ]

    static let snippetKeys: [KeySchema] = [
        KeySchema(
            "title", .localizedText, en: "what authors call it", fr: "le nom que les auteurs lui donnent",
            example: "Comment vérifier"),
        KeySchema(
            "covers", .list(elements), en: "what it tells the reader", fr: "ce qu'il dit au lecteur",
            example: "authenticity"),
    ]

    static let fieldKeys: [KeySchema] = [
        titleKey,
        KeySchema(
            "type", .choice(FieldType.allCases.map(\.rawValue)), required: true, en: "what is filled in",
            fr: "ce que l'on y écrit", example: "time"),
        KeySchema(
            "choices", .list(.localizedText), en: "what may be chosen", fr: "les choix possibles",
            example: "[Lyon, Nantes]"),
        KeySchema("example", .fieldValue, required: true, en: "an example", fr: "un exemple", example: "\"18:30\""),
        KeySchema(
            "longest", .fieldValue, en: "the longest value to expect", fr: "la valeur la plus longue à prévoir",
            example: "\"18:30\""),
        KeySchema(
            "confirmed-by", .id(of: .role), en: "the role that confirms the value",
            fr: "le rôle qui confirme la valeur", example: "rssi"),
        KeySchema(
            "covers", .list(elements), en: "what it tells the reader", fr: "ce qu'il dit au lecteur",
            example: "next-update"),
    ]
}
