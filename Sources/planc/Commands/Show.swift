import ArgumentParser
import PlancDiagnostics
import PlancDriver
import PlancMarkup
import PlancSource

struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: said(
            "Show one thing of a plan, and who refers to it.", "Montrer une chose d’un plan, et ce qui y renvoie."))

    enum Format: String, CaseIterable, ExpressibleByArgument { case human, json }

    @Argument(
        help: .said(
            "Which thing: KIND:ID, as in role:press or message:first-notice.",
            "Laquelle : TYPE:ID, comme role:direction ou message:premier-message."), completion: PlanCompletion.things)
    var thing: String
    @OptionGroup var paths: PathArguments
    @Option(help: .said("How it is shown: human or json.", "La forme : human ou json."))
    var format: Format = .human
    @OptionGroup var language: LanguageOption

    func run() throws {
        let french = language.value == .french
        let parts = thing.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let kind = KindArgument(argument: parts[0])?.kind else {
            throw ValidationError(
                french ? "écrivez TYPE:ID, par exemple role:direction" : "write KIND:ID, for example role:press")
        }
        let loaded = load(paths.paths, in: DiskWorld())
        complain(loaded.problems, language: language.value)
        let plans = loaded.plans.compactMap(\.plan)
        let found = plans.compactMap { show(EntityReference(kind, parts[1]), in: $0, sources: loaded.sources) }
        if found.isEmpty {
            if plans.isEmpty { noPlan(paths.paths, language: language.value) }
            let ids = plans.flatMap { $0.entities(of: kind).map(\.id) }
            let near = nearestName(to: parts[1], among: ids)
            let name = visible(parts[1])
            Terminal.complain(
                french
                    ? "planc: pas de \(kind.rawValue) « \(name) »"
                        + (near.map { " ; vouliez-vous dire « \($0) » ?" } ?? "") + "\n"
                    : "planc: no \(kind.rawValue) '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? "") + "\n")
            throw ExitStatus.findings.thrown
        }
        for entity in found {
            switch format {
            case .json: Terminal.write(entity.json.bytes())
            case .human: Terminal.write(page(entity, french: french))
            }
        }
    }

    private func page(_ entity: ShownEntity, french: Bool) -> String {
        var out = "\(entity.kind.rawValue):\(entity.id) – \(visible(entity.title))\n"
        out += "\(visible(entity.path)):\(entity.line)\n\n"
        for line in entity.source.split(whereSeparator: \.isNewline) { out += "    \(visible(line))\n" }
        let users = entity.referredToBy
        out +=
            "\n" + (french ? "cité \(users.count) fois" : "referred to \(users.count) times")
            + (users.isEmpty ? "\n" : ":\n")
        for user in users { out += "  \(visible(user.path)):\(user.line)  \(visible(user.text))\n" }
        return out
    }
}
