import PlancMarkup
import PlancModel

/// Keys of those who act and what they act with.
extension Schema {
    static let hours = ValueForm.choice(Hours.allCases.map(\.rawValue))

    static let titleKey = KeySchema(
        "title", .localizedText, required: true, en: "what people call it", fr: "le nom que les gens lui donnent",
        example: "Directrice de la communication")

    static let dependsOnKey = KeySchema(
        "depends-on", .list(.dependency), en: "systems it needs, all of them; {any-of: [a, b]} where one is enough",
        fr: "les systèmes dont il a besoin, tous\u{A0}; {any-of: [a, b]} si un seul suffit",
        example: "[messagerie, reseau]")

    static let personKeys: [KeySchema] = [
        KeySchema(
            "name", .text, required: true, en: "first and last name", fr: "prénom et nom", example: "Anne Le Goff"),
        KeySchema(
            "job", .localizedText, en: "what the person does every day", fr: "le métier de tous les jours",
            example: "Directrice financière"),
        KeySchema(
            "organisation", .localizedText, en: "where the person works, if elsewhere",
            fr: "l'employeur, s'il est autre", example: "Prestataire Armor"),
        KeySchema(
            "locales", .list(.locale), en: "languages the person speaks", fr: "les langues que la personne parle",
            example: "[fr, en]"),
        KeySchema(
            "hours", hours, en: "when the person can be called", fr: "quand on peut appeler la personne",
            example: "24/7"),
        KeySchema(
            "reach", .map(key: .id(of: .channel), value: .address), required: true,
            en: "a map from channel to address, in the order to try",
            fr: "une table du canal à l'adresse, dans l'ordre des essais", example: "{mobile: \"+33 6 39 98 00 01\"}"),
        KeySchema(
            "private", .list(.id(of: .channel)), en: "channels whose address is not for everyone",
            fr: "les canaux dont l'adresse n'est pas pour tous", example: "[domicile]"),
        KeySchema(
            "verified", confirmation, en: "when the numbers were last tried, and by whom",
            fr: "quand les numéros ont été essayés, et par qui", example: "{on: 2026-02-02, by: dircom}"),
    ]

    static let roleKeys: [KeySchema] = [
        titleKey,
        KeySchema(
            "holder", .id(of: .person), required: true, en: "who holds the role", fr: "qui tient le rôle",
            example: "anne-le-goff"),
        KeySchema(
            "deputies", .list(.id(of: .person)), en: "who stands in, in order", fr: "qui supplée, dans l'ordre",
            example: "[paul-martin]"),
        KeySchema(
            "team", .choice(Team.allCases.map(\.rawValue)), en: "the team it belongs to",
            fr: "l'équipe dont il fait partie",
            example: "communication"),
        KeySchema("hours", hours, en: "when the role is on duty", fr: "quand le rôle est tenu", example: "24/7"),
        KeySchema(
            "duties", .localizedText, en: "what it does, in one line", fr: "ce qu'il fait, en une ligne",
            example: "Valide tout message externe"),
    ]

    static let channelKeys: [KeySchema] = [
        titleKey,
        KeySchema(
            "type", .choice(ChannelType.allCases.map(\.rawValue)), required: true, en: "what kind of channel it is",
            fr: "la sorte de canal", example: "sms"),
        dependsOnKey,
        KeySchema(
            "operated-by", .id(of: .role), en: "the role that works it", fr: "le rôle qui s'en sert", example: "dircom"),
        KeySchema(
            "access", .localizedText, en: "where the credentials are", fr: "où sont les accès",
            example: "Enveloppe scellée, coffre du siège"),
        KeySchema(
            "address", .address, en: "where people find or call it", fr: "où les gens le trouvent ou l'appellent",
            example: "https://etat.armor.example"),
        KeySchema(
            "sender", .text, en: "the name that recipients see", fr: "le nom que voient les destinataires",
            example: "ARMOR"),
        KeySchema("two-way", .boolean, en: "whether people can answer", fr: "si l'on peut y répondre", example: "true"),
        KeySchema(
            "limit", .integer, en: "the most it carries: SMS segments, characters, or seconds of speech",
            fr: "le maximum qu'il porte\u{A0}: segments SMS, caractères ou secondes de parole", example: "1"),
    ]

    static let systemKeys: [KeySchema] = [
        titleKey, dependsOnKey,
        KeySchema("supplier", .localizedText, en: "who provides it", fr: "qui le fournit", example: "Northtel"),
        KeySchema("site", .localizedText, en: "where it stands", fr: "où il se trouve", example: "Lyon"),
        KeySchema(
            "note", .localizedText, en: "a remark", fr: "une remarque",
            example: "Autre hébergeur, sans compte d'entreprise"),
        KeySchema(
            "rto", .duration, en: "how fast it is to be back", fr: "le délai de remise en service", example: "4h"),
        KeySchema("rpo", .duration, en: "how much data may be lost", fr: "la perte de données admise", example: "1h"),
    ]

    static let activityKeys: [KeySchema] = [
        titleKey,
        KeySchema(
            "owner", .id(of: .role), required: true, en: "the role that answers for it", fr: "le rôle qui en répond",
            example: "logistique"),
        KeySchema(
            "mtpd", .duration, required: true,
            en: "the longest it can stand still (maximum tolerable period of disruption)",
            fr: "l'arrêt le plus long supportable (durée maximale d'interruption admissible)", example: "2d"),
        KeySchema(
            "rto", .duration, required: true, en: "how fast it is to be back", fr: "le délai de reprise", example: "8h"),
        KeySchema("rpo", .duration, en: "how much data may be lost", fr: "la perte de données admise", example: "4h"),
        dependsOnKey,
        KeySchema(
            "workaround", .id(of: .checklist), en: "the checklist by which the work goes on by hand",
            fr: "la liste d'actions pour continuer à la main", example: "commandes-papier"),
    ]

    static let audienceKeys: [KeySchema] = [
        titleKey,
        KeySchema(
            "type", .choice(AudienceType.allCases.map(\.rawValue)), required: true, en: "what these people are to us",
            fr: "ce que ces gens sont pour nous", example: "customers"),
        KeySchema(
            "channels", .list(.id(of: .channel)), required: true, en: "how they are told, in the order of preference",
            fr: "comment on les informe, par ordre de préférence", example: "[mail, sms]"),
        KeySchema(
            "locales", .list(.locale), en: "languages they are told in; the plan's first when left out",
            fr: "leurs langues\u{A0}; à défaut, la première du plan", example: "[fr, en]"),
        KeySchema("size", .integer, en: "how many they are", fr: "combien ils sont", example: "640"),
        KeySchema(
            "inform-within", .duration, en: "how soon after T0 they hear from us",
            fr: "le délai après T0 pour les informer", example: "4h"),
        KeySchema(
            "update-every", .duration, en: "how often they hear from us then", fr: "la fréquence des nouvelles ensuite",
            example: "1d"),
    ]
}
