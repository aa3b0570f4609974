import ArgumentParser
import PlancDiagnostics
import PlancDriver
import PlancMarkup
import PlancSource
import PlancText

struct Show: RecallableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: said(
            "Show one thing of a plan, and who refers to it."))

    enum Format: String, CaseIterable, ExpressibleByArgument { case human, json }

    @Argument(
        help: .said(
            "Which thing: KIND:ID, as in role:press or message:first-notice."), completion: PlanCompletion.things)
    var thing: String
    @OptionGroup var paths: PathArguments
    @Option(help: .said("How it is shown: human or json."))
    var format: Format = .human
    @OptionGroup var language: LanguageOption
    @OptionGroup var cache: CacheOption

    func run() throws {
        let parts = thing.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let kind = KindArgument(argument: parts[0])?.kind else {
            throw ValidationError(
                Phrase("write KIND:ID, for example role:press").text(language.value))
        }
        let loaded = load(paths.paths, in: Recalling.world)
        complain(loaded.problems, language: language.value)
        let plans = loaded.plans.compactMap(\.plan)
        let found = plans.compactMap { show(EntityReference(kind, parts[1]), in: $0, sources: loaded.sources) }
        if found.isEmpty, kind == .obligation, let library = LibraryPlan(language.value),
            let entity = show(EntityReference(kind, parts[1]), in: library.plan, sources: library.sources),
            let page = library.page(of: parts[1], language.value)
        {
            switch format {
            case .json: Terminal.write(entity.json.bytes())
            case .human: Terminal.write(emitText(page))
            }
            return
        }
        if found.isEmpty {
            if plans.isEmpty { noPlan(paths.paths, language: language.value) }
            let ids = plans.flatMap { $0.entities(of: kind).map(\.id) }
            let near = nearestName(to: parts[1], among: ids)
            let name = visible(parts[1])
            Terminal.complain(
                "planc: "
                    + Phrase(
                        "no {kind} '{name}'{suggestion}",
                        ["kind": kind.rawValue, "name": name, "suggestion": didYouMean(near)]
                    ).text(language.value) + "\n")
            throw ExitStatus.findings.thrown
        }
        for entity in found {
            switch format {
            case .json: Terminal.write(entity.json.bytes())
            case .human: Terminal.write(page(entity))
            }
        }
    }

    private func page(_ entity: ShownEntity) -> String {
        var out = "\(entity.kind.rawValue):\(entity.id) – \(visible(entity.title))\n"
        out += "\(visible(entity.path)):\(entity.line)\n\n"
        for line in entity.source.split(whereSeparator: \.isNewline) { out += "    \(visible(line))\n" }
        // Of what comes from planc's own library the plan has the name alone.
        if entity.source.split(separator: "\n").count == 1, entity.kind == .obligation {
            for key in entity.keys { out += "      \(visible(key.name)): \(visible(key.value))\n" }
        }
        let users = entity.referredToBy
        out +=
            "\n"
            + Phrase("referred to {count, plural, one {once} other {# times}}", ["count": users.count]).text(
                language.value)
            + (users.isEmpty ? "\n" : ":\n")
        for user in users { out += "  \(visible(user.path)):\(user.line)  \(visible(user.text))\n" }
        return out
    }
}
