import PlancAnalysis
import PlancDiagnostics
import PlancModel

enum UnreachableAudience: Rule {
    static let name = "unreachable-audience"
    static let group = RuleGroup.reach
    static let severity = Severity.error
    static let summary = Phrase(
        en: "an audience that a scenario affects and that no channel reaches in it",
        fr: "un public qu’un scénario touche et qu’aucun canal n’atteint")
    static let why = Phrase(
        en: """
            The scenario takes away the very channels these people would be told on: whatever is written for them will not arrive. \
            Give the audience a channel that hangs on something else (a text message, a notice at the door, a status page elsewhere).
            """,
        fr: """
            Le scénario retire justement les canaux par lesquels ces gens seraient prévenus : rien de ce qui est écrit pour eux \
            n’arrivera. Donnez à ce public un canal qui tient à autre chose (un SMS, une affiche à la porte, une page d’état \
            hébergée ailleurs).
            """)
    static let rejects = [
        Example(
            Phrase(
                en: "One mail server silences two audiences", fr: "Un serveur de messagerie fait taire deux publics"),
            [
                "audiences.md": """
                ---
                kind: audiences
                audiences:
                  ⟦readers⟧: {title: Readers, type: customers, channels: [mail], inform-within: 4h}
                  staff: {title: Staff, type: employees, channels: [mail], inform-within: 1h}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "Another channel stays up", fr: "Un autre canal reste debout"),
            [
                "audiences.md": """
                ---
                kind: audiences
                audiences:
                  readers: {title: Readers, type: customers, channels: [mail, site, text-message], inform-within: 4h}
                  staff: {title: Staff, type: employees, channels: [mail, text-message], inform-within: 1h}
                ---
                """
            ])
    ]

    private struct Cause: Hashable {
        var audiences: [String]
        var losses: Losses
    }

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let plan = judgement.plan
        var gathered = Gathered<Cause, Void>()
        for judged in judgement.scenarios {
            var silent: [(losses: Losses, audiences: [String])] = []
            for reference in judged.scenario.affects {
                guard let audience = plan.audiences[reference], !judged.reach.isReachable(audience: audience.id),
                    !judgement.mayBeReached(audience)
                else { continue }
                let losses = judged.reach.losses(audience: audience)
                if let place = silent.firstIndex(where: { $0.losses == losses }) {
                    if !silent[place].audiences.contains(audience.id) { silent[place].audiences.append(audience.id) }
                } else {
                    silent.append((losses, [audience.id]))
                }
            }
            for (losses, audiences) in silent {
                gathered.add(Cause(audiences: audiences, losses: losses), judged, ())
            }
        }
        for (cause, faults) in gathered.groups {
            let audiences = cause.audiences.compactMap { plan.audiences[$0] }.sorted { $0.nameSpan < $1.nameSpan }
            guard let first = audiences.first, let judged = faults.first?.scenario else { continue }
            let scenarios = Phrase.inScenarios(faults.map(\.scenario.scenario))
            let names = Phrase.list(audiences)
            let one = audiences.count == 1
            var labels = audiences.dropFirst().prefix(5).map {
                Label($0.nameSpan, Phrase(en: "silent for the same reason", fr: "muet pour la même raison"))
            }
            labels += judged.reach.labels(for: cause.losses, in: judged.scenario)
            if let affected = judged.scenario.affects.first(where: { $0.id == first.id }) {
                labels.append(Label(affected.span, Phrase(en: "affected here", fr: "touché ici")))
            }
            let broken = first.channels.compactMap { judged.reach.chainTold(channel: $0.id) }
            report(
                finding(
                    at: first.nameSpan,
                    Phrase(
                        en: "\(one ? "audience" : "audiences") \(names.english) cannot be reached \(scenarios.english)",
                        fr:
                            "\(one ? "le public" : "les publics") \(names.french) ne \(one ? "peut" : "peuvent") être joint\(one ? "" : "s") \(scenarios.french)"
                    ),
                    caption: first.channels.isEmpty
                        ? Phrase(en: "has no channel", fr: "n’a aucun canal")
                        : Phrase(en: "all its channels are out", fr: "tous ses canaux sont hors service"),
                    labels: labels,
                    help: outHelp(broken)
                        + [
                            Phrase(
                                en: "give \(one ? "it" : "them") a channel that does not hang on what is lost",
                                fr: "donnez-\(one ? "lui" : "leur") un canal qui ne tient pas à ce qui est perdu")
                        ]))
        }
    }

    private static func outHelp(_ broken: [Phrase]) -> [Phrase] {
        if broken.isEmpty { return [] }
        let list = Phrase.list(broken)
        return [Phrase(en: "out: \(list.english)", fr: "hors service : \(list.french)")]
    }
}
