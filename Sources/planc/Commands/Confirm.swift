import ArgumentParser
import PlancDiagnostics
import PlancDriver
import PlancModel
import PlancSource

struct Confirm: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        _superCommandName: Planc.name,
        abstract: said(
            "Record that somebody tried the numbers, held a drill, restored a backup, read a law, reviewed or approved the plan."
        ),
        discussion: said(

            """
            Without a word: what is confirmed and what is not, ending with 1 when something is still to be \
            done. `numbers`, `backup` and `reading` take ids, or --all; on a terminal planc goes through them one by one. \
            `drill` takes the scenario that was played. Each record says who and when, and holds a stamp of \
            what was confirmed: when that changes, planc check reports it. Nothing else in the files changes.
            """))

    enum What: String, CaseIterable, ExpressibleByArgument { case numbers, drill, backup, reading, review, approval }
    enum Format: String, CaseIterable, ExpressibleByArgument { case human, json }

    @Argument(
        help: .said(
            "What was done: numbers, drill, backup, reading, review or approval."))
    var what: What?
    @Argument(
        help: .said(
            "The people, scenario, systems or obligations it is about."),
        completion: PlanCompletion.confirmable)
    var ids: [String] = []
    @Option(
        name: .customLong("in"),
        help: .said("The plan's folder, or anything in it."),
        completion: .directory)
    var path = "."
    @Option(
        help: .said(
            "Who did it: a role's id, or person:ID."),
        completion: PlanCompletion.ids(of: .role))
    var by: String?
    @Option(help: .said("The day it was done (default: today)."), transform: CalendarDate.init(given:))
    var on: CalendarDate?
    @Flag(help: .said("All that is not confirmed."))
    var all = false
    @Option(
        help: .said(
            "Of a drill: {allCases}.", ["allCases": DrillKind.allCases.map(\.rawValue).joined(separator: ", ")]))
    var kind: DrillKind?
    @Option(help: .said("Of a drill: what it showed."))
    var found: String?
    @Option(help: .said("How the list is shown: human or json."))
    var format: Format = .human
    @OptionGroup var language: LanguageOption
    @OptionGroup var quiet: QuietOption
    @OptionGroup var date: DateOption

    func validate() throws {
        if what != .drill, kind != nil || found != nil {
            throw ValidationError(said("--kind and --found go with drill"))
        }
        if all, what != .numbers && what != .backup && what != .reading {
            throw ValidationError(said("--all goes with numbers, backup or reading"))
        }
        if all, !ids.isEmpty { throw ValidationError(said("give ids, or --all")) }
        switch what {
        case nil where by != nil || on != nil:
            throw ValidationError(
                said(
                    "say what was done: numbers, drill, backup, reading, review or approval"))
        case .review, .approval:
            if let id = ids.first {
                throw ValidationError(
                    said(
                        "{what} is about the whole plan, not about '{id}'; --in names the folder",
                        ["what": what?.rawValue ?? "", "id": visible(id)]))
            }
        case .drill where ids.count != 1:
            throw ValidationError(said("say which scenario was played"))
        default: break
        }
        if what != nil, format != .human {
            throw ValidationError(said("--format is for the list"))
        }
    }

    mutating func run() throws {
        let world = DiskWorld()
        // Other commands take the plan's folder as a word.
        if path == ".", let last = ids.last, world.kind(of: last) == .folder {
            path = last
            ids.removeLast()
        }
        let loaded = load([path], in: world)
        reportProblems(loaded.problems, language: language.value)
        guard loaded.problems.isEmpty else { throw ExitStatus.couldNotRun.thrown }
        let folders = loaded.plans.filter { $0.plan != nil }
        if folders.isEmpty {
            noPlan([path], language: language.value)
            throw ExitStatus.couldNotRun.thrown
        }
        let asOf = date.asOf ?? world.today
        guard let what else { return try list(folders, loaded, asOf) }
        guard folders.count == 1, let folder = folders.first, let plan = folder.plan else {
            throw ValidationError(
                said(
                    "several plans in '{path}': name one with --in", ["path": visible(path)]))
        }
        do {
            try record(what, folder, plan, loaded, world, asOf)
        } catch let fault as ConfirmationFault {
            throw ValidationError(fault.phrase.text(language.value))
        }
    }

    private func record(
        _ what: What, _ folder: Loaded.BoundFolder, _ plan: Plan, _ loaded: Loaded, _ world: DiskWorld,
        _ asOf: CalendarDate
    ) throws {
        let record = ConfirmationRecord(by: try confirmer(plan), on: on ?? world.today)
        var confirming = try Confirming(
            folder, of: plan, sources: loaded.sources, record: record, today: world.today)
        let states = evidence(of: plan, sources: loaded.sources, asOf: asOf)
        var count = 0
        switch what {
        case .numbers:
            count = try recordEach(.numbers, states, &confirming) { try $0.numbers(of: $1) }
        case .backup:
            count = try recordEach(.backup, states, &confirming) { try $0.backup(of: $1) }
        case .reading:
            count = try recordEach(.reading, states, &confirming) { try $0.reading(of: $1) }
        case .drill:
            try confirming.drill(ids[0], HeldDrill(kind: kind?.rawValue, found: found), world: world)
            count = 1
        case .review:
            try confirming.review()
            count = 1
        case .approval:
            try confirming.approval()
            count = 1
        }
        try write(&confirming)
        quiet.say(
            said(
                "{count} confirmed, {on}, by {by}\n",
                ["count": count, "on": record.on, "by": record.by]))
        // An approval is a person's decision; that the plan has errors is worth knowing.
        if what == .approval, !quiet.quiet {
            sayErrors(errorCounts(load([path], in: world), asOf: asOf)[plan.folder] ?? 0, language.value)
        }
    }

    /// Writes what was recorded since the last time.
    private func write(_ confirming: inout Confirming) throws {
        for file in confirming.takeFiles() {
            try deliver(file.bytes, to: file.path, before: file.before)
            Terminal.write("\(visible(file.path))\n")
        }
    }

    /// Records the ids given or all that are not confirmed; on a terminal, those that a person says yes to, each as soon as it is
    /// answered: what was tried before somebody stops is kept.
    ///
    /// - Returns: how many.
    private func recordEach(
        _ kind: Evidence.Kind, _ states: [Evidence], _ confirming: inout Confirming,
        _ act: (inout Confirming, String) throws -> Void
    ) throws -> Int {
        let open = states.filter { $0.kind == kind && $0.state != .current }
        if all || !ids.isEmpty {
            let chosen = ids.isEmpty ? open.map(\.id) : ids
            for id in chosen { try act(&confirming, id) }
            return chosen.count
        }
        guard Terminal.isInteractive else {
            throw ValidationError(said("give ids, or --all"))
        }
        var count = 0
        for item in open where isConfirmed(item) {
            try act(&confirming, item.id)
            try write(&confirming)
            count += 1
        }
        return count
    }

    /// Who vouches: as given, else asked for.
    private func confirmer(_ plan: Plan) throws -> String {
        if let by { return by }
        guard Terminal.isInteractive else {
            throw ValidationError(
                said("say who did it: --by ROLE or --by person:ID"))
        }
        let own = plan.info.owner?.id
        let roles = plan.roles.ids.joined(separator: ", ")
        Terminal.writeError(
            said("Who did it") + " (\(roles), person:…)" + (own.map { " [\($0)]" } ?? "") + ": ")
        let answer = oneLine(readLine() ?? "")
        guard let name = answer.isEmpty ? own : answer else {
            throw ValidationError(said("nobody is named"))
        }
        return name
    }

    /// Asks whether one thing was done.
    private func isConfirmed(_ item: Evidence) -> Bool {
        let question =
            switch item.kind {
            case .numbers: said("Did every number reach them?")
            case .backup: said("Was its copy restored?")
            default: said("Was this text read?")
            }
        Terminal.writeError("\n\(visible(item.title))\n")
        for line in item.details { Terminal.writeError("  \(visible(line))\n") }
        Terminal.writeError(question + said(" (y/N) "))
        return isYes(oneLine(readLine() ?? ""))
    }

    /// Yes in any language that planc speaks.
    private func isYes(_ answer: String) -> Bool {
        let words = Phrase("y yes", context: "answers that mean yes")
        return Language.all.contains { words.text($0).split(separator: " ").contains(answer.lowercased()[...]) }
    }

    private func list(_ folders: [Loaded.BoundFolder], _ loaded: Loaded, _ asOf: CalendarDate) throws {
        let states = folders.compactMap(\.plan).flatMap { evidence(of: $0, sources: loaded.sources, asOf: asOf) }
        switch format {
        case .json: Terminal.write(JSON.array(states.map(\.json)).bytes())
        case .human:
            let kindWidth = Evidence.Kind.allCases.map { displayWidth(of: kindWord($0)) }.max() ?? 0
            let width = states.map { displayWidth(of: word($0.state)) }.max() ?? 0
            for item in states {
                let (kind, state) = (padded(kindWord(item.kind), kindWidth), padded(word(item.state), width))
                let when = item.on.map { "\($0)" } ?? "          "
                let who = item.by.map { "  (\(visible($0)))" } ?? ""
                Terminal.write(
                    "\(kind)  \(state)  \(when)  \(visible(item.title))\(who)\n")
            }
        }
        if states.contains(where: { $0.state == .never || $0.state == .changed || $0.state == .overdue }) {
            throw ExitStatus.findings.thrown
        }
    }

    private func kindWord(_ kind: Evidence.Kind) -> String {
        switch kind {
        case .numbers: said("numbers")
        case .drill: said("drill")
        case .backup: said("backup")
        case .reading: said("reading")
        case .review: said("review")
        case .approval: said("approval")
        }
    }

    private func padded(_ word: String, _ width: Int) -> String {
        word + String(repeating: " ", count: max(0, width - displayWidth(of: word)))
    }

    private func word(_ state: Evidence.State) -> String {
        switch state {
        case .never: said("never")
        case .changed: said("changed since")
        case .overdue: said("too long ago")
        case .unstamped: said("without a stamp")
        case .current: said("confirmed")
        }
    }
}

extension DrillKind: ExpressibleByArgument {}

extension ConfirmationFault {
    var phrase: Phrase {
        switch self {
        case .unknown(let kind, let id, let name):
            let noun: Phrase =
                switch kind {
                case .numbers: Phrase("person")
                case .drill: Phrase("scenario")
                case .backup: Phrase("system with a backup")
                default: Phrase("obligation")
                }
            return Phrase(
                "the plan has no {noun} '{id}'{suggestion}",
                ["noun": noun, "id": visible(id), "suggestion": didYouMean(name)])
        case .unknownConfirmer(let id, let name):
            return Phrase(
                "--by: the plan has no role '{id}'{suggestion}",
                ["id": visible(id), "suggestion": didYouMean(name)])
        case .approverIsNotRole(let id):
            return Phrase(
                "a plan is approved by a role, not by '{id}'", ["id": visible(id)])
        case .inFuture(let day):
            return Phrase("{day} has not come yet", ["day": day])
        case .laterIsRecorded(let id?, let day):
            return Phrase(
                "'{id}' was confirmed on {day}, which is later: nothing is recorded", ["id": visible(id), "day": day])
        case .laterIsRecorded(nil, let day):
            return Phrase("the plan was confirmed on {day}, which is later: nothing is recorded", ["day": day])
        case .drillIsRecorded(let id, let path):
            return Phrase(
                "this drill is recorded already, as '{id}' in {path}: change it there, or add another by hand",
                ["id": visible(id), "path": visible(path)])
        case .isBuiltIn(let id):
            return Phrase(
                "'{id}' comes from planc's library, which says itself when the text was read", ["id": visible(id)])
        case .cannotEdit(let path, let line):
            return Phrase(
                "{path} is not written in a way that planc can add to; write this by hand: {line}",
                ["path": visible(path), "line": visible(line)]
            )
        case .occupied(let path):
            return Phrase(
                "{path} is there already and is something else", ["path": visible(path)])
        }
    }
}
