import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

extension Obligation {
    static let declaration = Kind<Obligation, Obligation>(
        noun: Phrase("an obligation"), name: Phrase("obligation"),
        summary: Phrase("what law or contract asks to tell, to whom and by when"),
        inRegistry: true,
        standsAlone: true,
        make: { Obligation(id: $0, title: LocalizedText(), nameSpan: $1, span: $2) },
        body: .prose(\.body),
        keys: Keys {
            Key.title(\.title)
            Key(
                "authority", \.authority, .localizedText, required: true, summary: "who has to be told", example: "CNIL"
            )
            Key(
                "law", \.law, .localizedText, summary: "the law or contract",
                example: "RGPD, article 33")
            Key(
                "audience", \.audience, .id(of: .audience), summary: "the audience that the authority is",
                example: "cnil")
            Key(
                "stages", \.stages,
                .list(
                    .record(
                        Obligation.Stage.keys, { Obligation.Stage(name: Located("", $0), span: $0) }, span: \.span,
                        isKept: { !$0.name.value.isEmpty })), required: true, summary: "what is due, in order",
                example: "[{name: notification, deadline: 72h, from: awareness}]")
            Key(
                "when", \.when, .choice(), summary: "when it applies; always when left out", example: "personal-data")
            Key(
                "source", \.source, .text, required: true, summary: "where the text can be read",
                example: "https://eur-lex.europa.eu/eli/reg/2016/679")
            Key(
                "verified", \.verified, .confirmation, summary: "when the text was last read, and by whom",
                example: "{on: 2026-03-01, by: juridique}")
            Key(
                "status", \.status, .choice(), summary: "proposed for what is not law yet", example: "in-force")
        })
}

extension Obligation.Stage {
    static let keys = Keys<Obligation.Stage> {
        Key(
            "name", \.name, .id, required: true, summary: "what other files call the stage", example: "notification")
        Key(
            "deadline", \.deadline, .deadline, summary: "how long it may take", example: "72h")
        Key(
            "from", \.from, .stageStart, summary: "what it is counted from",
            example: "awareness")
        Key(
            "contents", \.contents, .list(.choice()), summary: "what the notice must tell",
            example: "[data, consequences, measures]")
    }
}
