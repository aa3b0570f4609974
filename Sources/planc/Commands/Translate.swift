import ArgumentParser
import PlancDiagnostics
import PlancDriver
import PlancSource

struct Translate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "translate",
        _superCommandName: Planc.name,
        abstract: said(
            "What is missing or stale in each language; stamp a translation that was read again."),
        discussion: said(

            """
            A translation's `translates:` names the source that it was made from. When the source changes, the \
            translation is stale until somebody reads both and stamps it.
            """))

    enum Format: String, CaseIterable, ExpressibleByArgument { case human, json }

    @OptionGroup var paths: PathArguments
    @Option(
        help: .said(
            "Stamp the translations of this message or snippet; may be given several times."),
        completion: PlanCompletion.ids(of: .message, .snippet))
    var stamp: [String] = []
    @Flag(help: .said("Stamp every translation."))
    var stampAll = false
    @Option(help: .said("How the list is shown: human or json."))
    var format: Format = .human
    @Flag(help: .said("List current translations too."))
    var all = false
    @OptionGroup var language: LanguageOption

    func run() throws {
        let loaded = load(paths.paths, in: DiskWorld())
        reportProblems(loaded.problems, language: language.value)
        let plans = loaded.plans.compactMap(\.plan)
        if plans.isEmpty || !loaded.problems.isEmpty {
            if plans.isEmpty { noPlan(paths.paths, language: language.value) }
            throw ExitStatus.couldNotRun.thrown
        }
        let states = plans.flatMap { translations(of: $0, sources: loaded.sources) }
        if stampAll || !stamp.isEmpty { return try stamp(states, loaded) }
        let told = states.filter { all || $0.state != .current }
        switch format {
        case .json: Terminal.write(JSON.array(told.map(\.json)).bytes())
        case .human:
            for state in told {
                Terminal.write(
                    "\(state.locale.tag)  \(word(state.state))  \(state.reference.id)  \(visible(state.path))\n")
            }
        }
        if states.contains(where: { $0.state == .missing || $0.state == .stale }) { throw ExitStatus.findings.thrown }
    }

    private func stamp(_ states: [TranslationState], _ loaded: Loaded) throws {
        for id in stamp where !states.contains(where: { $0.reference.id == id }) {
            throw ValidationError(
                Phrase(
                    "no message or snippet '{id}'{suggestion}",
                    ["id": visible(id), "suggestion": didYouMean(near(id, states), states.map(\.reference.id))]
                ).text(language.value))
        }
        let without = stamp.filter { id in states.allSatisfy { $0.reference.id != id || $0.state == .missing } }
        if let id = without.first {
            throw ValidationError(
                Phrase("'{id}' has no translation to stamp", ["id": visible(id)]).text(language.value))
        }
        var count = 0
        for state in states where (stampAll || stamp.contains(state.reference.id)) && state.state != .current {
            guard let (before, bytes) = stamped(state, sources: loaded.sources) else { continue }
            try deliver(bytes, to: state.path, before: before)
            count += 1
        }
        Terminal.writeError(
            Phrase(
                "{count, plural, one {# translation} other {# translations}} stamped\n", ["count": count]
            ).text(language.value))
    }

    /// The id that is meant: also by the name of its file, with or without its language.
    private func near(_ given: String, _ states: [TranslationState]) -> String? {
        let ids = states.map(\.reference.id)
        let file = given.split(separator: "/").last.map(String.init) ?? given
        let stem = file.prefix { $0 != "." }
        return ids.first { $0 == stem } ?? meantName(String(stem), among: ids)
    }

    /// The word for a state, all of one width.
    private func word(_ state: TranslationState.State) -> String {
        let words = [TranslationState.State.missing, .stale, .unstamped, .current].map { $0.name.text(language.value) }
        let word = state.name.text(language.value)
        let width = words.map(\.count).max() ?? 0
        return word + String(repeating: " ", count: width - word.count)
    }
}

extension TranslationState.State {
    fileprivate var name: Phrase {
        switch self {
        case .missing: Phrase("missing", context: "state of a translation")
        case .stale: Phrase("stale", context: "state of a translation")
        case .unstamped: Phrase("unstamped", context: "state of a translation")
        case .current: Phrase("current", context: "state of a translation")
        }
    }
}
