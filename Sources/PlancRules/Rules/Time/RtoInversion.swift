import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum RtoInversion: Rule {
    static let name = "rto-inversion"
    static let group = RuleGroup.time
    static let severity = Severity.error
    static let summary = Phrase(
        "a system that is slower to return than what needs it")
    static let why = Phrase(

        """
        Nothing is back before what it needs. An objective shorter than that of the systems underneath is a \
        promise that nobody can keep, and people plan their day by it. Bring the system back sooner, or \
        promise later.
        """)
    static let rejects = [
        Example(
            Phrase(
                "The website needs a network that comes back tomorrow"),
            [
                "systems.md": """
                ---
                kind: systems
                systems:
                  ⟦network⟧: {title: Network, rto: 1d}
                  mail-server: {title: Mail server, rto: 2d, depends-on: [network]}
                  mobile-network: {title: Mobile network, supplier: Northtel}
                  landline: {title: Land line}
                  website: {title: Website, rto: 4h, depends-on: [network]}
                  sms-gateway: {title: SMS gateway}
                ---
                """
            ]),
        Example(
            Phrase(
                "What the website needs has no objective, and waits for a network that comes back tomorrow"),
            [
                "systems.md": """
                ---
                kind: systems
                systems:
                  ⟦network⟧: {title: Network, rto: 1d}
                  firewall: {title: Firewall, depends-on: [network]}
                  mail-server: {title: Mail server, rto: 2d, depends-on: [network]}
                  mobile-network: {title: Mobile network, supplier: Northtel}
                  landline: {title: Land line}
                  website: {title: Website, rto: 4h, depends-on: [firewall]}
                  sms-gateway: {title: SMS gateway}
                ---
                """
            ]),
        Example(
            Phrase("Either of two networks would do, and both come back tomorrow"),
            [
                "systems.md": """
                ---
                kind: systems
                systems:
                  ⟦network⟧: {title: Network, rto: 1d}
                  spare-network: {title: Spare network, rto: 1d}
                  mail-server: {title: Mail server, rto: 2d, depends-on: [network]}
                  mobile-network: {title: Mobile network, supplier: Northtel}
                  landline: {title: Land line}
                  website: {title: Website, rto: 4h, depends-on: [{any-of: [network, spare-network]}]}
                  sms-gateway: {title: SMS gateway}
                ---
                """
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("One of two networks is back in time"),
            [
                "systems.md": """
                ---
                kind: systems
                systems:
                  network: {title: Network, rto: 1d}
                  spare-network: {title: Spare network, rto: 1h}
                  mail-server: {title: Mail server, rto: 2d, depends-on: [network]}
                  mobile-network: {title: Mobile network, supplier: Northtel}
                  landline: {title: Land line}
                  website: {title: Website, rto: 4h, depends-on: [{any-of: [network, spare-network]}]}
                  sms-gateway: {title: SMS gateway}
                ---
                """
            ])
    ]

    private struct Need {
        var name: Phrase
        var rto: Located<TimeAmount>
        /// What would do instead, and is no faster.
        var others: [System]
    }

    /// When a system is back: its own objective, else that of what it waits for the longest. The system that says so, and the
    /// minutes; nil when nobody says.
    private struct Returns {
        let plan: Plan
        private var known: [String: (system: System, minutes: Int)?] = [:]

        init(_ plan: Plan) { self.plan = plan }

        mutating func slowest(_ dependencies: [Dependency]) -> (system: System, minutes: Int)? {
            var slowest: (system: System, minutes: Int)?
            for dependency in dependencies {
                guard let fastest = fastest(dependency) else { continue }
                if fastest.minutes > slowest?.minutes ?? -1 { slowest = fastest }
            }
            return slowest
        }

        /// Of a redundancy the fastest counts; one without an objective may be as fast as need be.
        mutating func fastest(_ dependency: Dependency) -> (system: System, minutes: Int)? {
            var fastest: (system: System, minutes: Int)?
            for reference in dependency.references {
                guard let back = back(reference.id) else { return nil }
                if back.minutes < fastest?.minutes ?? .max { fastest = back }
            }
            return fastest
        }

        private mutating func back(_ id: String) -> (system: System, minutes: Int)? {
            if let found = known[id] { return found }
            guard let system = plan.systems[id] else { return nil }
            // What waits for itself says nothing (`dependency-cycle`).
            known[id] = .some(nil)
            let found = system.rto.map { (system, $0.value.boundedMinutes) } ?? slowest(system.dependsOn)
            known[id] = .some(found)
            return found
        }
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        var returns = Returns(plan)
        var faster: [String: [Need]] = [:]
        func judge(_ name: Phrase, _ rto: Located<TimeAmount>?, _ dependencies: [Dependency]) {
            guard let rto else { return }
            // Two ways to one slow system are one cause.
            var told = Set<String>()
            for dependency in dependencies {
                guard let (system, minutes) = returns.fastest(dependency), minutes > rto.value.boundedMinutes,
                    told.insert(system.id).inserted
                else { continue }
                let others = dependency.references.compactMap { plan.systems[$0] }.filter { $0.id != system.id }
                faster[system.id, default: []].append(Need(name: name, rto: rto, others: others))
            }
        }
        for system in plan.systems { judge(system.quoted, system.rto, system.dependsOn) }
        for activity in plan.activities { judge(activity.quoted, activity.rto, activity.dependsOn) }
        for system in plan.systems {
            guard let needs = faster[system.id], let rto = system.rto else { continue }
            let name = system.quoted
            let names = Phrase.list(needs.map(\.name))
            let back = Phrase.duration(rto.value)
            var labels = [
                Label(rto.span, Phrase("back after {back}", ["back": back]))
            ]
            for need in needs.prefix(4) {
                let promised = Phrase.duration(need.rto.value)
                labels.append(
                    Label(
                        need.rto.span,
                        Phrase("promised after {promised}", ["promised": promised])))
            }
            var others: [System] = []
            for other in needs.flatMap(\.others) where !others.contains(where: { $0.id == other.id }) {
                others.append(other)
            }
            let parts: KeyValuePairs<String, any PhrasePart> = [
                "name": name, "names": names, "count": needs.count, "others": Phrase.list(others.map(\.quoted), .or),
            ]
            report(
                finding(
                    at: system.nameSpan,
                    others.isEmpty
                        ? Phrase(
                            """
                            system {name} is slower to return than {names}, \
                            which {count, plural, one {needs} other {need}} it
                            """, parts)
                        : Phrase(
                            """
                            neither system {name} nor {others} is back as soon as {names}, \
                            which {count, plural, one {needs} other {need}} one of them
                            """, parts),
                    labels: labels,
                    help: [
                        Phrase(
                            "bring the system back sooner, or promise later for what needs it")
                    ]))
        }
    }
}
