import ArgumentParser
import PlancAnalysis
import PlancData
import PlancDiagnostics
import PlancDocument
import PlancDriver
import PlancHTML
import PlancLowering
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
            "The day of T0: months and business days are then counted by the calendar."))
    var activation: CalendarDate?
    @Option(
        help: .said(
            "When a clock of the law starts, instead of what the scenario assumes, as in awareness:attack=T-3h; several times."
        ))
    var start: [StartArgument] = []
    @Option(
        help: .said(
            "The language of the plan's own words (default: the plan's first)."))
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
        try deliver(document(simulated(plans).map(result)), to: output)
    }

    /// Of several plans those that have what was asked for; where none has, the first says what is missing.
    private func simulated(_ plans: [Plan]) -> [Plan] {
        if all || plans.count == 1 { return plans }
        let knowing = plans.filter { plan in
            let known = (plan.systems.ids + plan.channels.ids, plan.people.ids)
            return scenario.map(plan.scenarios.ids.contains) ?? true
                && (without.given ?? []).allSatisfy(known.0.contains)
                && (absent.given ?? []).allSatisfy(known.1.contains)
        }
        return knowing.isEmpty ? [plans[0]] : knowing
    }

    /// What is asked of one plan, to be shown in one format.
    private struct Result {
        enum Content: Sendable {
            case one(Simulation)
            case every(SimulationMatrix)
        }

        var plan: Plan
        var locale: Locale
        var content: Content

        var value: JSON {
            switch content {
            case .one(let simulation): simulationValue(simulation)
            case .every(let matrix): simulationMatrixValue(matrix)
            }
        }

        var document: Document {
            switch content {
            case .one(let simulation): simulationDocument(simulation, locale: locale)
            case .every(let matrix): simulationMatrixDocument(matrix, plan: plan, locale: locale)
            }
        }
    }

    private func result(_ plan: Plan) throws -> Result {
        let locale = self.locale.map { Locale($0) } ?? plan.sourceLocale
        let content = all ? Result.Content.every(SimulationMatrix(plan: plan)) : .one(try simulation(of: plan))
        keepUntilExit(content)
        return Result(plan: plan, locale: locale, content: content)
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
        try check(scenario.map { [$0] } ?? [], plan.scenarios.ids, "scenario")
        try check(without.given ?? [], plan.systems.ids + plan.channels.ids, "without")
        try check(absent.given ?? [], plan.people.ids, "absent")
        if scenario == nil, without.isEmpty, absent.isEmpty {
            throw ValidationError(
                Phrase("say which scenario ({ids}), or --all", ["ids": plan.scenarios.ids.joined(separator: ", ")])
                    .text(language.value))
        }
        let situation = Situation(
            scenario: scenario, without: Set(without.given ?? []), absent: Set(absent.given ?? []))
        let known = Set(plan.obligations.flatMap(\.stages).flatMap(\.dues).flatMap(\.starts).map(\.notation)).sorted()
        try check(start.map(\.start.notation), known, "start")
        let starts = Dictionary(start.map { ($0.start, $0.at.minutes) }, uniquingKeysWith: { $1 })
        return Simulation(plan: plan, situation: situation, activation: activation, starts: starts)
    }

    /// Names that the plan does not know are slips: nothing is simulated on a slip.
    private func check(_ names: [String], _ known: [String], _ option: String) throws {
        for name in names where !known.contains(name) {
            let near = nearestName(to: name, among: known)
            throw ValidationError(
                Phrase(
                    "--{option}: '{name}' is not in the plan{suggestion}",
                    ["option": option, "name": visible(name), "suggestion": didYouMean(near)]
                ).text(language.value))
        }
    }
}

/// `awareness:attack=T-3h`: a start, and when it is taken to come.
struct StartArgument: ExpressibleByArgument {
    var start: ClockStart
    var at: Offset

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let start = ClockStart(notation: parts[0]), let at = Offset(notation: parts[1]) else {
            return nil
        }
        self.start = start
        self.at = at
    }
}
