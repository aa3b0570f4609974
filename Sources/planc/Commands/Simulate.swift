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
        help: .said("Systems and channels that are lost besides."),
        completion: PlanCompletion.lists(of: .system, .channel))
    var without: Names?
    @Option(help: .said("People who are not there."), completion: PlanCompletion.lists(of: .person))
    var absent: Names?
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
        if all, scenario != nil || without != nil || absent != nil {
            throw ValidationError(
                said(
                    "--all shows every scenario as it is: it goes without --scenario, --without and --absent"))
        }
    }

    func run() throws {
        let loaded = load([path], in: Recalling.world)
        complain(loaded.problems, language: language.value)
        let plans = loaded.plans.compactMap(\.plan)
        if plans.isEmpty || !loaded.problems.isEmpty {
            if plans.isEmpty { noPlan([path], language: language.value) }
            throw ExitStatus.couldNotRun.thrown
        }
        if plans.count > 1, format != .text {
            let folders = plans.map { visible($0.folder) }.joined(separator: ", ")
            throw ValidationError(
                Phrase("there are several plans here, and one document holds one: {folders}", ["folders": folders])
                    .text(language.value))
        }
        var out: [UInt8] = []
        for plan in plans {
            let locale = self.locale.map { Locale($0) } ?? plan.sourceLocale
            out += all ? try matrix(plan, locale) : try one(plan, locale)
        }
        try deliver(out, to: output)
    }

    private func matrix(_ plan: Plan, _ locale: Locale) throws -> [UInt8] {
        let matrix = SimulationMatrix(plan: plan)
        if format == .json { return simulationMatrixJSON(matrix) }
        return page(simulationMatrixDocument(matrix, plan: plan, locale: locale))
    }

    private func one(_ plan: Plan, _ locale: Locale) throws -> [UInt8] {
        try check(scenario.map { [$0] } ?? [], plan.scenarios.ids, "scenario")
        try check(without?.values ?? [], plan.systems.ids + plan.channels.ids, "without")
        try check(absent?.values ?? [], plan.people.ids, "absent")
        if scenario == nil, without == nil, absent == nil {
            throw ValidationError(
                Phrase("say which scenario ({ids}), or --all", ["ids": plan.scenarios.ids.joined(separator: ", ")])
                    .text(language.value))
        }
        let situation = Situation(
            scenario: scenario, without: Set(without?.values ?? []), absent: Set(absent?.values ?? []))
        let known = Set(plan.obligations.flatMap(\.stages).flatMap(\.dues).flatMap(\.starts).map(\.notation)).sorted()
        try check(start.map(\.start.notation), known, "start")
        let starts = Dictionary(start.map { ($0.start, $0.at.minutes) }, uniquingKeysWith: { $1 })
        let simulation = Simulation(plan: plan, situation: situation, activation: activation, starts: starts)
        if format == .json { return simulationJSON(simulation) }
        return page(simulationDocument(simulation, locale: locale))
    }

    private func page(_ document: Document) -> [UInt8] {
        format == .html ? emitHTML(document, path: document.id) : emitText(document)
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
