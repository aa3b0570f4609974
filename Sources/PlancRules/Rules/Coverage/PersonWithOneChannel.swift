import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel

enum PersonWithOneChannel: Rule {
    static let name = "person-with-one-channel"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "a holder or deputy who can be reached in one way only, or in ways that all fail together",
        fr: "un titulaire ou un remplaçant joignable d’une seule façon, ou de façons qui tombent toutes ensemble")
    static let why = Phrase(
        en: """
            A dead battery, a full mailbox or one operator's outage is enough to lose that person, and everything that waits \
            for them. Ask for a second way that does not hang on the same system: a land line, a private address, a neighbour's \
            number.
            """,
        fr: """
            Une batterie vide, une boîte pleine ou la panne d’un opérateur suffit à perdre cette personne, et tout ce qui \
            l’attend. Demandez un deuxième moyen qui ne dépend pas du même système : une ligne fixe, une adresse privée, le \
            numéro d’un voisin.
            """)
    static let rejects = [
        Example(
            Phrase(en: "One way, and two ways on one network", fr: "Un seul moyen, et deux moyens sur un même réseau"),
            [
                "people.md": """
                ---
                kind: people
                people:
                  ⟦ada⟧:
                    name: Ada Marsh
                    reach: {home: "+44 1632 960001"}
                    verified: 2026-01-05
                  ⟦ben⟧:
                    name: Ben Okoro
                    reach: {mobile: "+44 7700 900002", second-mobile: "+44 7700 900012"}
                    verified: 2026-01-05
                  cleo:
                    name: Cleo Hart
                    reach: {mobile: "+44 7700 900003", mail: cleo@library.example}
                    verified: 2026-01-05
                ---
                """,
                "more-channels.md": """
                ---
                kind: channels
                channels:
                  second-mobile: {title: Second mobile phone, type: voice, depends-on: [mobile-network], operated-by: director}
                ---
                """,
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "A mobile phone and a land line", fr: "Un mobile et une ligne fixe"),
            [
                "people.md": """
                ---
                kind: people
                people:
                  ada:
                    name: Ada Marsh
                    reach: {mobile: "+44 7700 900001", home: "+44 1632 960001"}
                    verified: 2026-01-05
                  ben:
                    name: Ben Okoro
                    reach: {mobile: "+44 7700 900002", home: "+44 1632 960002"}
                    verified: 2026-01-05
                  cleo:
                    name: Cleo Hart
                    reach: {mobile: "+44 7700 900003", home: "+44 1632 960003"}
                    verified: 2026-01-05
                ---
                """
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let plan = judgement.plan
        let needed = Set(plan.roles.flatMap { $0.people.map(\.id) })
        for person in plan.people where needed.contains(person.id) {
            let name = person.quoted
            let ways = Set(person.reach.map(\.channel.id))
            let help = Phrase(
                en: "add a way under 'reach' that does not hang on the same system",
                fr: "ajoutez sous « reach » un moyen qui ne dépend pas du même système")
            if plan.unread.contains(person, ["reach"]) { continue }
            if ways.count < 2 {
                report(
                    finding(
                        at: person.nameSpan,
                        Phrase(
                            en: "\(name.english) can be reached in \(ways.isEmpty ? "no way" : "one way only")",
                            fr:
                                "\(name.french) \(ways.isEmpty ? "n’est joignable par aucun moyen" : "n’est joignable que d’une seule façon")"
                        ),
                        labels: person.reach.prefix(1).map {
                            Label($0.channel.span, Phrase(en: "the only way", fr: "le seul moyen"))
                        },
                        help: [help]))
                continue
            }
            let cuts = judgement.analyses.cuts.cuts(of: EntityReference(.person, person.id))
            guard let system = cuts.lazy.compactMap({ $0.first }).first.flatMap({ plan.systems[$0] }) else { continue }
            let cause = system.quoted
            report(
                finding(
                    at: person.nameSpan,
                    Phrase(
                        en: "all ways to reach \(name.english) fail with \(cause.english)",
                        fr: "tous les moyens de joindre \(name.french) tombent avec \(cause.french)"),
                    labels: [
                        Label(system.nameSpan, Phrase(en: "carries all of them", fr: "les porte tous"))
                    ], help: [help]))
        }
    }
}
