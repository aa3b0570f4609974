import ArgumentParser
import PlancDiagnostics
import PlancDriver
import PlancJSON
import PlancModel
import PlancSource

struct Confirm: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: said(
            "Record that somebody tried the numbers, held a drill, read a law, reviewed or approved the plan.",
            "Noter que quelqu’un a essayé les numéros, fait un exercice, lu une loi, relu ou approuvé le plan."),
        discussion: said(
            """
            Without a word: what is confirmed and what is not, ending with 1 when something is still to be done. `numbers` and \
            `reading` take ids, or --all; on a terminal planc goes through them one by one. `drill` takes the scenario that was played. Each \
            record says who and when, and holds a stamp of what was confirmed: when that changes, planc check reports it. Nothing \
            else in the files changes.
            """,
            """
            Sans rien : ce qui est confirmé et ce qui ne l’est pas ; le code de sortie est 1 quand il reste à faire. `numbers` et \
            `reading` prennent des identifiants, ou --all ; sur un terminal, planc les passe un par un. `drill` prend le scénario joué. \
            Chaque note dit qui et quand, et garde une empreinte de ce qui a été confirmé : quand cela change, planc check le signale. \
            Rien d’autre ne change dans les fichiers.
            """))

    enum What: String, CaseIterable, ExpressibleByArgument { case numbers, drill, reading, review, approval }
    enum Format: String, CaseIterable, ExpressibleByArgument { case human, json }

    @Argument(
        help: .said(
            "What was done: numbers, drill, reading, review or approval.",
            "Ce qui a été fait : numbers, drill, reading, review ou approval."))
    var what: What?
    @Argument(
        help: .said(
            "The people, scenario or obligations it is about.",
            "Les personnes, le scénario ou les obligations concernés."),
        completion: PlanCompletion.confirmable)
    var ids: [String] = []
    @Option(
        name: .customLong("in"),
        help: .said("The plan's folder, or anything in it.", "Le dossier du plan, ou ce qui s’y trouve."),
        completion: .directory)
    var path = "."
    @Option(
        help: .said(
            "Who did it: a role's id, or person:ID.", "Qui l’a fait : l’identifiant d’un rôle, ou person:ID."),
        completion: PlanCompletion.ids(of: .role))
    var by: String?
    @Option(help: .said("The day it was done (default: today).", "Le jour où cela a été fait (à défaut, aujourd’hui)."))
    var on: CalendarDate?
    @Flag(help: .said("All that is not confirmed.", "Tout ce qui n’est pas confirmé."))
    var all = false
    @Option(
        help: .said(
            "Of a drill: \(DrillKind.allCases.map(\.rawValue).joined(separator: ", ")).",
            "D’un exercice : \(DrillKind.allCases.map(\.rawValue).joined(separator: ", "))."))
    var kind: DrillKind?
    @Option(help: .said("Of a drill: what it showed.", "D’un exercice : ce qu’il a montré."))
    var found: String?
    @Option(help: .said("How the list is shown: human or json.", "La forme de la liste : human ou json."))
    var format: Format = .human
    @OptionGroup var language: LanguageOption
    @OptionGroup var quiet: QuietOption
    @OptionGroup var date: DateOption

    func validate() throws {
        if what != .drill, kind != nil || found != nil {
            throw ValidationError(said("--kind and --found go with drill", "--kind et --found vont avec drill"))
        }
        if all, what != .numbers && what != .reading {
            throw ValidationError(said("--all goes with numbers or reading", "--all va avec numbers ou reading"))
        }
        if all, !ids.isEmpty { throw ValidationError(said("give ids, or --all", "donnez des identifiants, ou --all")) }
        switch what {
        case nil where by != nil || on != nil:
            throw ValidationError(
                said(
                    "say what was done: numbers, drill, reading, review or approval",
                    "dites ce qui a été fait : numbers, drill, reading, review ou approval"))
        case .review, .approval:
            if let id = ids.first {
                throw ValidationError(
                    said(
                        "\(what?.rawValue ?? "") is about the whole plan, not about '\(visible(id))'; --in names the folder",
                        "\(what?.rawValue ?? "") concerne tout le plan, pas « \(visible(id)) » ; --in donne le dossier")
                )
            }
        case .drill where ids.count != 1:
            throw ValidationError(said("say which scenario was played", "dites quel scénario a été joué"))
        default: break
        }
        if what != nil, format != .human {
            throw ValidationError(said("--format is for the list", "--format est pour la liste"))
        }
    }

    func run() throws {
        let world = DiskWorld()
        let loaded = load([path], in: world)
        complain(loaded.problems, language: language.value)
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
                    "several plans in '\(visible(path))': name one with --in",
                    "plusieurs plans dans « \(visible(path)) » : nommez-en un avec --in"))
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
            for id in try chosen(.numbers, states) {
                try confirming.numbers(of: id)
                count += 1
            }
        case .reading:
            for id in try chosen(.reading, states) {
                try confirming.reading(of: id)
                count += 1
            }
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
        for file in confirming.files {
            try deliver(file.bytes, to: file.path, before: file.before)
            Terminal.write("\(visible(file.path))\n")
        }
        quiet.say(
            said(
                "\(count) confirmed, \(record.on), by \(record.by)\n",
                "\(count) confirmation\(count > 1 ? "s" : ""), \(record.on), par \(record.by)\n"))
        if what == .approval { try sayErrors(world, asOf) }
    }

    /// An approval is a person's decision; that the plan has errors is worth knowing.
    private func sayErrors(_ world: DiskWorld, _ asOf: CalendarDate) throws {
        let errors = check(load([path], in: world), asOf: asOf).count(.error)
        if errors > 0 {
            quiet.say(
                said(
                    "the plan has \(errors) error\(errors > 1 ? "s" : ""): run planc check\n",
                    "le plan a \(errors) erreur\(errors > 1 ? "s" : "") : lancez planc check\n"))
        }
    }

    /// Who vouches: as given, else asked for.
    private func confirmer(_ plan: Plan) throws -> String {
        if let by { return by }
        guard Terminal.isInteractive else {
            throw ValidationError(
                said("say who did it: --by ROLE or --by person:ID", "dites qui l’a fait : --by RÔLE ou --by person:ID"))
        }
        let own = plan.info.owner?.id
        let roles = plan.roles.ids.joined(separator: ", ")
        Terminal.complain(
            said("Who did it", "Qui l’a fait") + " (\(roles), person:…)" + (own.map { " [\($0)]" } ?? "") + ": ")
        let answer = oneLine(readLine() ?? "")
        guard let name = answer.isEmpty ? own : answer else {
            throw ValidationError(said("nobody is named", "personne n’est nommé"))
        }
        return name
    }

    /// The ids given, all that are not confirmed, or those that a person says yes to.
    private func chosen(_ kind: Evidence.Kind, _ states: [Evidence]) throws -> [String] {
        if !ids.isEmpty { return ids }
        let open = states.filter { $0.kind == kind && !$0.isBuiltIn && $0.state != .current }
        if all { return open.map(\.id) }
        guard Terminal.isInteractive else {
            throw ValidationError(said("give ids, or --all", "donnez des identifiants, ou --all"))
        }
        let question =
            kind == .numbers
            ? said("Did every number reach them?", "Chaque numéro a-t-il répondu ?")
            : said("Was this text read?", "Ce texte a-t-il été lu ?")
        return open.filter { item in
            Terminal.complain("\n\(visible(item.title))\n")
            for line in item.details { Terminal.complain("  \(visible(line))\n") }
            Terminal.complain(question + said(" (y/N) ", " (o/N) "))
            let answer = oneLine(readLine() ?? "").lowercased()
            return answer == "y" || answer == "yes" || answer == "o" || answer == "oui"
        }.map(\.id)
    }

    private func list(_ folders: [Loaded.BoundFolder], _ loaded: Loaded, _ asOf: CalendarDate) throws {
        let states = folders.compactMap(\.plan).flatMap { evidence(of: $0, sources: loaded.sources, asOf: asOf) }
        switch format {
        case .json: Terminal.write(JSON.array(states.map(\.json)).bytes())
        case .human:
            let width = states.map { displayWidth(of: word($0.state)) }.max() ?? 0
            for item in states {
                let state = word(item.state)
                let gap = String(repeating: " ", count: width - displayWidth(of: state))
                let when = item.on.map { "\($0)" } ?? "          "
                let who = item.by.map { "  (\(visible($0)))" } ?? ""
                Terminal.write(
                    "\(kindWord(item.kind))  \(state)\(gap)  \(when)  \(visible(item.title))\(who)\n")
            }
        }
        if states.contains(where: { $0.state == .never || $0.state == .changed || $0.state == .overdue }) {
            throw ExitStatus.findings.thrown
        }
    }

    private func kindWord(_ kind: Evidence.Kind) -> String {
        switch kind {
        case .numbers: said("numbers ", "numéros    ")
        case .drill: said("drill   ", "exercice   ")
        case .reading: said("reading ", "lecture    ")
        case .review: said("review  ", "relecture  ")
        case .approval: said("approval", "approbation")
        }
    }

    private func word(_ state: Evidence.State) -> String {
        switch state {
        case .never: said("never", "jamais")
        case .changed: said("changed since", "modifié depuis")
        case .overdue: said("too long ago", "trop ancien")
        case .unstamped: said("without a stamp", "sans empreinte")
        case .current: said("confirmed", "confirmé")
        }
    }
}

extension DrillKind: ExpressibleByArgument {}

extension ConfirmationFault {
    var phrase: Phrase {
        func near(_ name: String?) -> (en: String, fr: String) {
            (
                name.map { "; did you mean '\(visible($0))'?" } ?? "",
                name.map { " ; vouliez-vous dire « \(visible($0)) » ?" } ?? ""
            )
        }
        switch self {
        case .unknown(let kind, let id, let name):
            let noun: Phrase =
                switch kind {
                case .numbers: Phrase(en: "person", fr: "personne")
                case .drill: Phrase(en: "scenario", fr: "scénario")
                default: Phrase(en: "obligation", fr: "obligation")
                }
            return Phrase(
                en: "the plan has no \(noun.english) '\(visible(id))'" + near(name).en,
                fr: "le plan n’a pas de \(noun.french) « \(visible(id)) »" + near(name).fr)
        case .unknownConfirmer(let id, let name):
            return Phrase(
                en: "--by: the plan has no role '\(visible(id))'" + near(name).en,
                fr: "--by : le plan n’a pas de rôle « \(visible(id)) »" + near(name).fr)
        case .approverIsNotRole(let id):
            return Phrase(
                en: "a plan is approved by a role, not by '\(visible(id))'",
                fr: "un plan est approuvé par un rôle, pas par « \(visible(id)) »")
        case .inFuture(let day):
            return Phrase(en: "\(day) has not come yet", fr: "le \(day) n’est pas encore passé")
        case .isBuiltIn(let id):
            return Phrase(
                en: "'\(visible(id))' comes from planc's library, which says itself when the text was read",
                fr: "« \(visible(id)) » vient de la bibliothèque de planc, qui dit elle-même quand le texte a été lu")
        case .cannotEdit(let path, let line):
            return Phrase(
                en:
                    "\(visible(path)) is not written in a way that planc can add to; write this by hand: \(visible(line))",
                fr:
                    "\(visible(path)) n’est pas écrit de façon que planc puisse compléter ; écrivez à la main : \(visible(line))"
            )
        case .occupied(let path):
            return Phrase(
                en: "\(visible(path)) is there already and is something else",
                fr: "\(visible(path)) existe déjà et contient autre chose")
        }
    }
}
