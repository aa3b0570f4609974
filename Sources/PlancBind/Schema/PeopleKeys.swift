import PlancMarkup
import PlancModel

/// Keys of those who act and what they act with.
extension Schema {
    static let hours = ValueForm.choice(Hours.allCases.map(\.rawValue))

    static let titleKey = KeySchema(
        "title", .localizedText, required: true, summary: "what people call it",
        example: "Directrice de la communication")

    static let dependsOnKey = KeySchema(
        "depends-on", .list(.dependency),
        summary: "systems it needs, all of them; {any-of: [a, b]} where one is enough",
        example: "[messagerie, reseau]")

    static let personKeys: [KeySchema] = [
        KeySchema(
            "name", .text, required: true, summary: "first and last name", example: "Anne Le Goff"),
        KeySchema(
            "job", .localizedText, summary: "what the person does every day",
            example: "Directrice financière"),
        KeySchema(
            "organisation", .localizedText, summary: "where the person works, if elsewhere",
            example: "Prestataire Armor"),
        KeySchema(
            "locales", .list(.locale), summary: "languages the person speaks",
            example: "[fr, en]"),
        KeySchema(
            "hours", hours, summary: "when the person can be called",
            example: "24/7"),
        KeySchema(
            "reach", .map(key: .id(of: .channel), value: .address), required: true,
            summary: "a map from channel to address, in the order to try", example: "{mobile: \"+33 6 39 98 00 01\"}"),
        KeySchema(
            "private", .list(.id(of: .channel)), summary: "channels whose address is not for everyone",
            example: "[domicile]"),
        KeySchema(
            "verified", confirmation, summary: "when the numbers were last tried, and by whom",
            example: "{on: 2026-02-02, by: dircom}"),
    ]

    static let roleKeys: [KeySchema] = [
        titleKey,
        KeySchema(
            "holder", .id(of: .person), required: true, summary: "who holds the role",
            example: "anne-le-goff"),
        KeySchema(
            "deputies", .list(.id(of: .person)), summary: "who stands in, in order",
            example: "[paul-martin]"),
        KeySchema(
            "team", .choice(Team.allCases.map(\.rawValue)), summary: "the team it belongs to",
            example: "communication"),
        KeySchema("hours", hours, summary: "when the role is on duty", example: "24/7"),
        KeySchema(
            "duties", .localizedText, summary: "what it does, in one line",
            example: "Valide tout message externe"),
    ]

    static let channelKeys: [KeySchema] = [
        titleKey,
        KeySchema(
            "type", .choice(ChannelType.allCases.map(\.rawValue)), required: true,
            summary: "what kind of channel it is", example: "sms"),
        dependsOnKey,
        KeySchema(
            "operated-by", .id(of: .role), summary: "the role that works it", example: "dircom"),
        KeySchema(
            "access", .localizedText, summary: "where the credentials are",
            example: "Enveloppe scellée, coffre du siège"),
        KeySchema(
            "address", .address, summary: "where people find or call it",
            example: "https://etat.armor.example"),
        KeySchema(
            "sender", .text, summary: "the name that recipients see",
            example: "ARMOR"),
        KeySchema("two-way", .boolean, summary: "whether people can answer", example: "true"),
        KeySchema(
            "limit", .integer, summary: "the most it carries: SMS segments, characters, or seconds of speech",
            example: "1"),
    ]

    static let systemKeys: [KeySchema] = [
        titleKey, dependsOnKey,
        KeySchema("supplier", .localizedText, summary: "who provides it", example: "Northtel"),
        KeySchema("site", .localizedText, summary: "where it stands", example: "Lyon"),
        KeySchema(
            "note", .localizedText, summary: "a remark",
            example: "Autre hébergeur, sans compte d'entreprise"),
        KeySchema(
            "rto", .duration, summary: "how fast it is to be back", example: "4h"),
        KeySchema("rpo", .duration, summary: "how much data may be lost", example: "1h"),
    ]

    static let activityKeys: [KeySchema] = [
        titleKey,
        KeySchema(
            "owner", .id(of: .role), required: true, summary: "the role that answers for it",
            example: "logistique"),
        KeySchema(
            "mtpd", .duration, required: true,
            summary: "the longest it can stand still (maximum tolerable period of disruption)", example: "2d"),
        KeySchema(
            "rto", .duration, required: true, summary: "how soon the activity is to run again", example: "8h"
        ),
        KeySchema("rpo", .duration, summary: "how much data may be lost", example: "4h"),
        dependsOnKey,
        KeySchema(
            "workaround", .id(of: .checklist), summary: "the checklist by which the work goes on by hand",
            example: "commandes-papier"),
    ]

    static let audienceKeys: [KeySchema] = [
        titleKey,
        KeySchema(
            "type", .choice(AudienceType.allCases.map(\.rawValue)), required: true,
            summary: "what these people are to us", example: "customers"),
        KeySchema(
            "channels", .list(.id(of: .channel)), required: true,
            summary: "how they are told, in the order of preference", example: "[mail, sms]"),
        KeySchema(
            "locales", .list(.locale), summary: "languages they are told in; the plan's first when left out",
            example: "[fr, en]"),
        KeySchema("size", .integer, summary: "how many they are", example: "640"),
        KeySchema(
            "inform-within", .duration, summary: "how soon after T0 they hear from us", example: "4h"),
        KeySchema(
            "update-every", .duration, summary: "how often they hear from us then",
            example: "1d"),
    ]
}
