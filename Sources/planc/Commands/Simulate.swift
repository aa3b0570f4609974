import ArgumentParser
import PlancAnalysis
import PlancData
import PlancDiagnostics
import PlancDocument
import PlancDriver
import PlancHTML
import PlancLowering
import PlancMarkup
import PlancModel
import PlancSource
import PlancText

struct Simulate: RecallableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        _superCommandName: Planc.name,
        abstract: said(
            "What if: who can still be reached and how, what cannot leave, which steps have no one, by when."),
        discussion: said(

            """
            --without removes systems and channels besides those of the scenario, --absent people. With --all, \
            a table of every scenario against every audience and role.
            """))

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, html }

    @Argument(help: .said("The folder of the plan."), completion: .directory)
    var path: String = "."
    @Option(help: .said("The scenario."), completion: PlanCompletion.ids(of: .scenario))
    var scenario: String?
    @Flag(help: .said("Every scenario, as a table."))
    var all = false
    @Option(
        help: .said("Systems and channels that are lost besides.", takesList: true),
        completion: PlanCompletion.lists(of: .system, .channel))
    var without: [Names] = []
    @Option(help: .said("People who are not there.", takesList: true), completion: PlanCompletion.lists(of: .person))
    var absent: [Names] = []
    @Option(
        help: .said(
            "The day of T0: months and business days are then counted by the calendar."),
        transform: CalendarDate.init(given:))
    var activation: CalendarDate?
    @Option(
        help: .said(
            "When a clock of the law starts, instead of what the scenario assumes, as in awareness:attack=T-3h; several times."
        ), completion: PlanCompletion.starts, transform: StartArgument.init(given:))
    var start: [StartArgument] = []
    @Option(
        help: .said(
            "The language of the plan's own words (default: the plan's first)."),
        completion: PlanCompletion.locales)
    var locale: String?
    @Option(help: .said("text, json or html."))
    var format: Format = .text
    @Option(name: .shortAndLong, help: .said("Write into this file."), completion: .file())
    var output: String?
    @OptionGroup var language: LanguageOption
    @OptionGroup var cache: CacheOption

    func validate() throws {
        if all, scenario != nil || !without.isEmpty || !absent.isEmpty {
            throw ValidationError(
                said(
                    "--all shows every scenario as it is: it goes without --scenario, --without and --absent"))
        }
    }

    func run() throws {
        let loaded = load([path], in: Recalling.world)
        reportProblems(loaded.problems, language: language.value)
        let plans = loaded.plans.compactMap(\.plan)
        if plans.isEmpty || !loaded.problems.isEmpty {
            if plans.isEmpty { noPlan([path], language: language.value) }
            throw ExitStatus.couldNotRun.thrown
        }
        keepUntilExit(loaded)
        let asked = try simulated(plans)
        let counts = errorCounts(loaded, asOf: Recalling.world.today)
        let errors = loaded.plans.map { counts[$0.folder] ?? 0 }
        let results = try zip(loaded.plans, errors).compactMap { folder, errors -> Result? in
            guard let plan = folder.plan, asked.contains(where: { $0.folder == plan.folder }) else { return nil }
            return try result(plan, errors: errors)
        }
        sayErrors(results.map(\.errors).reduce(0, +), language.value)
        try deliver(document(results), to: output)
    }

    /// Of several plans those that have what was asked for.
    private func simulated(_ plans: [Plan]) throws -> [Plan] {
        if all || plans.count == 1 { return plans }
        if scenario == nil, without.isEmpty, absent.isEmpty {
            throw ValidationError(severalPlans(in: path).text(language.value))
        }
        let knowing = plans.filter { plan in
            let known = (
                plan.systems.ids + plan.channels.ids + plan.thingsToLose, plan.people.ids + plan.peopleToMiss
            )
            return scenario.map(plan.scenarios.ids.contains) ?? true
                && (without.given ?? []).allSatisfy(known.0.contains)
                && (absent.given ?? []).allSatisfy(known.1.contains)
        }
        if knowing.isEmpty {
            // A slip in every plan is one; else no plan has all of it.
            try checkNames(in: plans)
            throw ValidationError(severalPlans(in: path).text(language.value))
        }
        return knowing
    }

    private func checkNames(in plans: [Plan]) throws {
        func check(
            _ names: [String], _ option: String, _ kinds: [EntityKind], _ typed: [String] = []
        ) throws {
            let known = plans.flatMap { plan in kinds.flatMap { plan.entities(of: $0).map(\.id) } }
            try self.check(names, known, option, typed) { meantThing($0, of: kinds, in: plans) }
        }
        try check(scenario.map { [$0] } ?? [], "scenario", [.scenario])
        try check(without.given ?? [], "without", [.system, .channel], plans.flatMap(\.thingsToLose))
        try check(absent.given ?? [], "absent", [.person], plans.flatMap(\.peopleToMiss))
    }

    /// What is asked of one plan, to be shown in one format.
    private struct Result {
        enum Content: Sendable {
            case one(Simulation)
            case every(SimulationMatrix)
        }

        var plan: Plan
        /// Of the plan's own words.
        var locale: Locale
        /// Of planc's words; nil: the same.
        var speech: Locale?
        /// How many the plan has.
        var errors: Int
        var content: Content

        var value: JSON {
            switch content {
            case .one(let simulation): simulationValue(simulation, errors: errors)
            case .every(let matrix): simulationMatrixValue(matrix, errors: errors)
            }
        }

        var document: Document {
            switch content {
            case .one(let simulation):
                simulationDocument(simulation, locale: locale, speech: speech, errors: errors)
            case .every(let matrix):
                simulationMatrixDocument(matrix, plan: plan, locale: locale, speech: speech, errors: errors)
            }
        }
    }

    private func result(_ plan: Plan, errors: Int) throws -> Result {
        let spoken = language.language
        let own = spoken.flatMap { spoken in plan.locales.first { $0.spoken == spoken } }
        let locale = self.locale.map { Locale($0) } ?? own ?? plan.sourceLocale
        guard plan.locales.contains(locale) else {
            throw ValidationError(MessageFault.unknown(locale, of: plan).phrase.text(language.value))
        }
        let content = all ? Result.Content.every(SimulationMatrix(plan: plan)) : .one(try simulation(of: plan))
        keepUntilExit(content)
        return Result(
            plan: plan, locale: locale, speech: spoken.map { Locale($0.tag) }, errors: errors, content: content)
    }

    /// One document, of however many plans.
    private func document(_ results: [Result]) -> [UInt8] {
        switch format {
        case .text: results.flatMap { emitText($0.document) }
        case .json:
            results.count == 1
                ? results[0].value.bytes()
                : simulationsJSON(results.map { (folder: $0.plan.folder, simulation: $0.value) })
        case .html:
            if results.count == 1 {
                emitHTML(results[0].document, path: results[0].document.id)
            } else {
                emitHTML(simulationsDocument(results.map(\.document)), path: "simulation")
            }
        }
    }

    private func simulation(of plan: Plan) throws -> Simulation {
        try checkNames(in: [plan])
        if scenario == nil, without.isEmpty, absent.isEmpty {
            throw ValidationError(
                Phrase("say which scenario ({ids}), or --all", ["ids": plan.scenarios.ids.joined(separator: ", ")])
                    .text(language.value))
        }
        let people = (absent.given ?? []).map { $0.hasPrefix("person:") ? String($0.dropFirst(7)) : $0 }
        let situation = Situation(scenario: scenario, without: Set(without.given ?? []), absent: Set(people))
        let known = Set(plan.obligations.flatMap(\.stages).flatMap(\.dues).flatMap(\.starts).map(\.notation)).sorted()
        try check(start.map(\.start.notation), known, "start") { meantName($0, among: known) }
        let starts = Dictionary(start.map { ($0.start, $0.at.minutes) }, uniquingKeysWith: { $1 })
        return Simulation(plan: plan, situation: situation, activation: activation, starts: starts)
    }

    /// Names that the plan does not know are slips: nothing is simulated on a slip.
    ///
    /// - Parameters:
    ///   - typed: the same names with their kinds before them: they are taken, and told of to whoever writes one.
    ///   - meant: what a name without its kind means.
    private func check(
        _ names: [String], _ known: [String], _ option: String, _ typed: [String] = [], meant: (String) -> String?
    ) throws {
        for name in names where !known.contains(name) && !typed.contains(name) {
            let hasKind = name.contains(":") && !typed.isEmpty
            let near = hasKind ? meantName(name, among: typed) : meant(name)
            let meant = hasKind ? typed : known
            throw ValidationError(
                Phrase(
                    "--{option}: '{name}' is not in the plan{suggestion}",
                    ["option": option, "name": visible(name), "suggestion": didYouMean(near, meant)]
                ).text(language.value))
        }
    }
}

extension Plan {
    /// What `--without` takes besides ids: `system:id`, `channel:id`, as in a scenario's `disables`.
    fileprivate var thingsToLose: [String] {
        systems.ids.map { "system:" + $0 } + channels.ids.map { "channel:" + $0 }
    }

    /// What `--absent` takes besides ids.
    fileprivate var peopleToMiss: [String] { people.ids.map { "person:" + $0 } }
}

/// `awareness:attack=T-3h`: a start, and when it is taken to come.
struct StartArgument {
    var start: ClockStart
    var at: Offset

    init(given argument: String) throws {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        let name = parts.first ?? ""
        guard let start = ClockStart(notation: name) else {
            let event = name.prefix { $0 != ":" }
            throw notOneOf(String(event), ClockStart.Event.allCases.map(\.rawValue))
        }
        guard parts.count == 2, let at = Offset(notation: parts[1]) else {
            throw ValidationError(said("behind '=' stands a time from T0, such as T-3h or T+30min"))
        }
        self.start = start
        self.at = at
    }
}
