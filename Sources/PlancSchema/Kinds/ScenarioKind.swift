import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

extension Scenario {
    static let declaration = Kind<Scenario, Scenario>(
        noun: Phrase("a scenario"), name: Phrase("scenario"),
        summary: Phrase("what may happen: what stops and who is affected"),
        inRegistry: true,
        standsAlone: true,
        make: { Scenario(id: $0, title: LocalizedText(), nameSpan: $1, span: $2) },
        body: .prose(\.body) { $0.body = $1 },
        keys: Keys {
            Key.title(\.title, { $0.title = $1 }, example: Phrase("Power cut of a day"))
            Key(
                "short", \.short, { $0.short = $1 }, .sentence,
                called: "short title", summary: "a short title for the front leaf and the tops of pages",
                example: "Ransomware")
            Key(
                "disables", \.disables, { $0.disables = $1 },
                .list(.reference([.system, .channel, .person], bare: .system)),
                called: "what fails", summary: "systems that stop; channel:x, person:x",
                example: "[messagerie, channel:standard]")
            Key(
                "distrusts", \.distrusts, { $0.distrusts = $1 }, .list(.reference([.system, .channel], bare: .system)),
                called: "what cannot be trusted", summary: "systems that run but may be read or forged by the attacker",
                example: "[messagerie]")
            Key(
                "restores", \.restores, { $0.restores = $1 },
                .map(.reference([.system, .channel], bare: .system), .duration, Scenario.Restoration.init) {
                    ($0.thing, $0.after)
                },
                called: "what comes back, and when",
                summary: "when what is out can be used again, counted from T0, if not by its rto",
                example: "{messagerie: 3d}")
            Key(
                "affects", \.affects, { $0.affects = $1 }, .list(.id(of: .audience)), called: "audiences affected",
                summary: "the audiences it touches",
                example: "[clients]")
            Key(
                "obligations", \.obligations, { $0.obligations = $1 }, .list(.id(of: .obligation)),
                called: "legal duties", summary: "what law or contract asks for then", example: "[eu-gdpr-33]")
            Key(
                "activated-by", \.activatedBy, { $0.activatedBy = $1 }, .id(of: .role), called: "activated by",
                summary: "the role that calls it",
                example: "direction")
            Key(
                "personal-data", \.personalData, { $0.personalData = $1 }, .boolean, called: "personal data affected",
                summary: "whether personal data is touched", example: "true")
            Key(
                "ends-when", \.endsWhen, { $0.endsWhen = $1 }, .sentence, called: "end of the crisis",
                summary: "by what it is seen that it is over",
                example: "Everything has worked again for 48 h", told: Phrase("Everything has worked again for 48 h"))
            Key(
                "danger", \.danger, { $0.danger = $1 }, .list(.choice { $0.phrase }), called: "who may be hurt",
                summary: "who may be hurt",
                example: "people")
            Key(
                "facts", \.facts, { $0.facts = $1 },
                .map(.factName, .factValue, StatedFact.init) { ($0.name, $0.value) },
                called: "assumed facts", summary: "what is taken to be so: facts on which duties depend",
                example: "{high-risk-to-people: true, people-affected: 12000}")
            Key(
                "starts", \.starts, { $0.starts = $1 }, .map(.start, .offset, AssumedStart.init) { ($0.start, $0.at) },
                called: "assumed starts of clocks",
                summary: "when the clocks of duties are taken to start, an assumption",
                example: "{awareness:attack: T0, awareness:personal-data: T+30h}")
        })
}
