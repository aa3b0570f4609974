import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

extension Activity {
    static let declaration = Kind<Activity, Activity>(
        noun: Phrase("an activity"), name: Phrase("activity"),
        summary: Phrase("the essential activities of the business impact analysis"),
        inRegistry: true,
        make: { Activity(id: $0, title: LocalizedText(), nameSpan: $1, span: $2) },
        keys: Keys {
            Key.title(\.title, { $0.title = $1 }, example: Phrase("Taking orders"))
            Key(
                "owner", \.owner, { $0.owner = $1 }, .id(of: .role), required: true, called: "owner",
                summary: "the role that answers for it",
                example: "logistique")
            Key(
                "mtpd", \.mtpd, { $0.mtpd = $1 }, .duration, required: true,
                called: "longest tolerable outage",
                summary: "the longest it can stand still (maximum tolerable period of disruption)", example: "2d")
            Key(
                "rto", \.rto, { $0.rto = $1 }, .duration, required: true, called: "time to restore",
                summary: "how fast it is to be back",
                example: "8h")
            Key(
                "rpo", \.rpo, { $0.rpo = $1 }, .duration, called: "tolerable loss of data",
                summary: "how much data may be lost",
                example: "4h")
            Key.dependsOn(\.dependsOn, { $0.dependsOn = $1 })
            Key(
                "workaround", \.workaround, { $0.workaround = $1 }, .id(of: .checklist),
                called: "procedure by hand", summary: "the checklist by which the work goes on by hand",
                example: "commandes-papier")
            Key(
                "minimum", \.minimum, { $0.minimum = $1 }, .sentence, called: "minimum service",
                summary: "the least that must go on",
                example: "200 commandes par jour")
        })
}
