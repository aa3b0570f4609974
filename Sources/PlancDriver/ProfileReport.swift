import PlancDiagnostics
import PlancModel
import PlancRules
import PlancSchema
import PlancSource

/// What profiles ask of a plan, item by item: what was found, what is missing and where, and what no document shows.
public struct ProfileReport: Sendable {
    /// How a plan stands to what one item asks.
    public enum State: String, CaseIterable, Sendable {
        case found, missing
        /// The plan has nothing that it is asked of.
        case notAsked = "not-asked"
        /// A question, with a box to tick.
        case byHand = "by-hand"
        /// The plan could not be understood whole.
        case unknown
    }

    /// A line that lacks something.
    public struct Place: Sendable {
        public var path: String
        /// From 1.
        public var line: Int
        /// What lacks it, or what the rule found there.
        public var text: Phrase
    }

    /// One item of the profiles, and what was found of it.
    public struct Entry: Sendable {
        public var item: Profiles.Item
        public var profiles: [ProfileName]
        public var state: State
        public var places: [Place] = []
    }

    public var plan: String
    public var folder: String
    public var entries: [Entry]

    /// How many items are in a state.
    public func count(_ state: State) -> Int { entries.count { $0.state == state } }
}

/// Judges plans by profiles, on a day; a plan's own exceptions count as what they release.
public func profileReports(_ loaded: Loaded, _ names: [ProfileName], asOf: CalendarDate) -> [ProfileReport] {
    let report = check(loaded, asOf: asOf, profiles: names)
    var locator = Locator(report.sources)
    func place(_ finding: Finding) -> ProfileReport.Place {
        ProfileReport.Place(
            path: locator.path(of: finding.span), line: locator.range(of: finding.span).start.line,
            // Of an item what was looked for, after why it matters.
            text: finding.item == nil
                ? finding.message : Phrase(joining: Array(finding.help.dropFirst()), separator: .semicolon))
    }
    return loaded.plans.compactMap { bound in
        guard let plan = bound.plan else { return nil }
        let files = Set(bound.files)
        let findings = report.findings.filter { files.contains($0.span.file) }
        let broken = Set(findings.filter { $0.severity == .error && isRuleOfReading($0.rule) }.map(\.span.file))
        let ruleContext = RuleContext(
            plan: plan, asOf: asOf, sources: loaded.sources, brokenFiles: broken, profiles: names)
        let isKnown = report.scopes[bound.folder]?.profiles.isEmpty == false
        let entries = ProfileJudgement(ruleContext, names).answers.map { answer -> ProfileReport.Entry in
            let item = answer.item
            let told = findings.filter { $0.item == item.id || (item.rule != nil && $0.rule == item.rule) }
            let state: ProfileReport.State =
                if item.isByHand {
                    .byHand
                } else if !isKnown {
                    .unknown
                } else if !told.isEmpty {
                    .missing
                } else if answer.askedOf == 0, item.rule == nil {
                    .notAsked
                } else {
                    .found
                }
            return ProfileReport.Entry(
                item: item, profiles: answer.profiles, state: state, places: told.map(place))
        }
        return ProfileReport(plan: plan.info.title.text(plan.sourceLocale), folder: bound.folder, entries: entries)
    }
}

extension ProfileReport.State {
    func word(_ language: Language) -> String {
        switch self {
        case .found: Phrase("found").text(language)
        case .missing: Phrase("missing").text(language)
        case .notAsked: Phrase("not asked").text(language)
        case .byHand: "[ ]"
        case .unknown: Phrase("not judged").text(language)
        }
    }
}

extension ProfileReport {
    /// A table: what is missing first, with where; then what no document shows, with a box; then the rest.
    public func text(_ language: Language) -> String {
        var out = "\(visible(plan)) (\(visible(folder))): "
        out +=
            Phrase(
                "{found} found, {missing} missing, {asked} not asked, {hand} to answer by hand",
                [
                    "found": count(.found), "missing": count(.missing), "asked": count(.notAsked),
                    "hand": count(.byHand),
                ]
            ).text(language) + "\n"
        let order: [State] = [.unknown, .missing, .byHand, .found, .notAsked]
        let width = State.allCases.map { displayWidth(of: $0.word(language)) }.max() ?? 0
        let idWidth = entries.map { $0.item.id.utf8.count }.max() ?? 0
        for state in order {
            for entry in entries where entry.state == state {
                let word = state.word(language)
                let gap = String(repeating: " ", count: width - displayWidth(of: word))
                let idGap = String(repeating: " ", count: idWidth - entry.item.id.utf8.count)
                out += "  \(word)\(gap)  \(entry.item.id)\(idGap)  \(entry.item.says.text(language))\n"
                for place in entry.places {
                    let text = visible(place.text.text(language))
                    out +=
                        "  \(String(repeating: " ", count: width))    \(visible(place.path)):\(place.line)  \(text)\n"
                }
            }
        }
        return out
    }

    /// `{"plan", "folder", "items": [{"id", "severity", "profiles", "says", "why", "state", "places": [{"path", "line", "text"}]}]}`
    public func json(_ language: Language) -> JSON {
        .object([
            "plan": .string(plan), "folder": .string(folder),
            "items": .array(
                entries.map { entry in
                    .object([
                        "id": .string(entry.item.id), "severity": .string(entry.item.severity.rawValue),
                        "profiles": .strings(entry.profiles.map(\.rawValue)),
                        "says": .string(entry.item.says.text(language)),
                        "why": .string(entry.item.why.text(language)), "state": .string(entry.state.rawValue),
                        "places": .array(
                            entry.places.map {
                                .object([
                                    "path": .string($0.path), "line": .int($0.line),
                                    "text": .string($0.text.text(language)),
                                ])
                            }),
                    ])
                }),
        ])
    }
}

/// What profiles ask, without a plan: each item with its reason, its sources and what planc looks for.
public func profilePage(_ names: [ProfileName], language: Language) -> String {
    let profiles = Profiles.builtIn
    var out = ""
    for name in names {
        guard let profile = profiles[name] else { continue }
        if !out.isEmpty { out += "\n" }
        out +=
            "# \(profile.title.text(language))\n\n\(Phrase("For {readers}.", ["readers": profile.readers]).text(language))\n"
        for item in profile.items.compactMap({ profiles[$0] }) {
            out += "\n## \(item.id)\n\n\(item.says.text(language)). \(item.why.text(language))\n\n"
            out += "*\(item.severity.word(language))*"
            if let rule = item.rule {
                out += " · " + Phrase("judged by the rule {rule}", ["rule": rule]).text(language)
            }
            if item.isByHand { out += " · " + Phrase("no document shows it: [ ] answer it by hand").text(language) }
            out += "\n"
            for ask in item.asks { out += "\n- `\(ask.written)`" }
            if !item.asks.isEmpty { out += "\n" }
            for source in item.sources where source.profile == name {
                let title = profiles.documents.first { $0.id == source.document }?.title ?? source.document
                out += "\n- \(title), \(source.place) (\(source.confidence.rawValue))"
            }
            out += "\n"
        }
    }
    return out
}
