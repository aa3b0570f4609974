import ArgumentParser
import PlancDiagnostics
import PlancDriver
import PlancLowering
import PlancMarkup
import PlancModel
import PlancSource
import PlancText

struct Show: RecallableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        _superCommandName: Planc.name,
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
        guard parts.count == 2, let kind = KindArgument(parts[0])?.kind else {
            throw ValidationError(
                Phrase("write KIND:ID, for example role:press").text(language.value)
                    + didYouMean(nearThing(parts)).text(language.value))
        }
        let loaded = load(paths.paths, in: Recalling.world)
        reportProblems(loaded.problems, language: language.value)
        let plans = loaded.plans.compactMap(\.plan)
        let found = plans.compactMap { plan in
            show(EntityReference(kind, parts[1]), in: plan, sources: loaded.sources).map { (entity: $0, plan: plan) }
        }
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
            let near = meantName(parts[1], among: ids)
            let name = visible(parts[1])
            Terminal.writeError(
                "planc: "
                    + Phrase(
                        "no {kind} '{name}'{suggestion}",
                        ["kind": kind.rawValue, "name": name, "suggestion": didYouMean(near, ids)]
                    ).text(language.value) + "\n")
            throw (plans.isEmpty ? ExitStatus.couldNotRun : .usage).thrown
        }
        for (entity, plan) in found {
            switch format {
            case .json: Terminal.write(entity.json.bytes())
            case .human where kind == .obligation:
                // What it asks, as people read it: the same page as of the library without a plan.
                let document = obligationDocument(
                    entity.id, in: plan, locale: plan.locales.first { $0.spoken == language.value } ?? plan.sourceLocale
                )
                Terminal.write(emitText(document))
                Terminal.write("\(visible(entity.path)):\(entity.line)\n" + users(of: entity))
            case .human: Terminal.write(page(entity) + "\n" + users(of: entity))
            }
        }
    }

    /// The thing that is meant by an id without its kind, or by a kind that is nearly one.
    private func nearThing(_ parts: [String]) -> String? {
        if parts.count == 2 {
            return meantName(parts[0], among: KindArgument.kinds.map(\.rawValue)).map { "\($0):\(parts[1])" }
        }
        let plans = load(paths.paths, in: Recalling.world).plans.compactMap(\.plan)
        let kind = KindArgument.kinds.first { kind in
            plans.contains { $0.entities(of: kind).contains { $0.id == thing } }
        }
        return kind.map { "\($0.rawValue):\(thing)" }
    }

    private func page(_ entity: ShownEntity) -> String {
        var out = "\(entity.kind.rawValue):\(entity.id) – \(visible(entity.title))\n"
        out += "\(visible(entity.path)):\(entity.line)\n\n"
        for line in entity.source.split(whereSeparator: \.isNewline) { out += "    \(visible(line))\n" }
        return out
    }

    private func users(of entity: ShownEntity) -> String {
        let users = entity.referredToBy
        var out =
            Phrase("referred to {count, plural, one {once} other {# times}}", ["count": users.count]).text(
                language.value)
            + (users.isEmpty ? "\n" : ":\n")
        for user in users { out += "  \(visible(user.path)):\(user.line)  \(visible(user.text))\n" }
        return out
    }
}
