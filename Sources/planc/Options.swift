import ArgumentParser
import PlancDiagnostics
import PlancDriver
import PlancModel
import PlancSource

/// Options that several commands share.
struct LanguageOption: ParsableArguments {
    @Option(
        name: .customLong("lang"),
        help: .said(
            "The language that planc speaks: {languages} (default: from the environment).",
            ["languages": Phrase.list(Language.all.map(\.tag), .or)]))
    var language: Language?

    var value: Language { language ?? Speech.language }
}

struct DateOption: ParsableArguments {
    @Option(
        name: .customLong("as-of"),
        help: .said(
            "The day that reviews, drills and numbers are judged against (default: today)."),
        transform: CalendarDate.init(given:))
    var asOf: CalendarDate?
}

struct PathArguments: ParsableArguments {
    @Argument(
        help: .said(
            "Folders with plans, or anything inside a plan (default: the working folder)."))
    var paths: [String] = ["."]
}

/// When to colour what people read.
struct ColorOption: ParsableArguments {
    enum When: String, CaseIterable, ExpressibleByArgument {
        case auto, always, never

        /// Whether to colour what goes to a file descriptor of the process.
        func isOn(_ file: Int32) -> Bool {
            switch self {
            case .always: true
            case .never: false
            case .auto: Terminal.isColoured(file)
            }
        }
    }

    @Option(
        name: .customLong("color"),
        help: .said(

            """
            Colours: auto (on a terminal, unless NO_COLOR is set; FORCE_COLOR asks for them elsewhere), always \
            or never.
            """
        ))
    var when: When = .auto
}

struct QuietOption: ParsableArguments {
    @Flag(
        name: .shortAndLong,
        help: .said(
            "Only findings and what went wrong: no summary, no progress, no advice."))
    var quiet = false

    var advice: Advice { Advice(isSilent: quiet) }

    func say(_ text: @autoclosure () -> String) { advice.say(text()) }
}

/// What a person may want to know besides what was asked for.
struct Advice: Equatable {
    var isSilent = false

    /// On the standard error.
    func say(_ text: @autoclosure () -> String) { if !isSilent { Terminal.writeError(text()) } }
}

/// The flags that `defaults` of a plan gives, for those who do not want them.
struct DefaultsOption: ParsableArguments {
    @Flag(
        name: .customLong("no-defaults"),
        help: .said(
            "Without the flags that 'defaults' in plan.md gives."))
    var isOff = false

    var value: PlanDefaults { PlanDefaults(areOff: isOff) }
}

/// The flags that `defaults` of a plan gives, as far as they are wanted.
struct PlanDefaults: Equatable {
    var areOff = false

    func of(_ plan: Plan) -> PlanInfo.Defaults? { areOff ? nil : plan.info.defaults }

    /// One line that says which flags nobody gave and the plan does; nothing where it gives none.
    func told(_ flags: [String], name: String, _ language: Language) -> String {
        if flags.isEmpty { return "" }
        return Phrase(
            "{name}: {flags}, by 'defaults' in plan.md\n", ["name": name, "flags": flags.joined(separator: " ")]
        ).text(language)
    }
}

extension Language: ExpressibleByArgument {}

extension Paper: ExpressibleByArgument {}

extension CalendarDate {
    /// As it is written on a command line: `2026-11-21` and nothing else.
    init(given argument: String) throws {
        guard let date = CalendarDate(iso: argument) else {
            let near = WrittenForms.date(argument)
            throw ValidationError(
                near.map { said("did you mean '{name}'?", ["name": $0.description]) }
                    ?? said("a date, such as 2026-11-21"))
        }
        self = date
    }
}

/// Says what kept planc from running; of a path with nothing there, the nearest beside it.
func reportProblems(_ problems: [Problem], language: Language) {
    for problem in problems {
        let near = didYouMean(nearestPath(to: problem.path))
        Terminal.writeError(
            "planc: \(visible(problem.path)): \(problem.message.text(language))\(near.text(language))\n")
    }
}

/// The file or folder beside a path with nothing there whose name is near; nil where there is none.
private func nearestPath(to path: String) -> String? {
    let disk = DiskWorld()
    guard !path.isEmpty, path != "-", disk.kind(of: path) == nil else { return nil }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = String(slash.map { path[path.index(after: $0)...] } ?? path[...])
    guard let names = try? disk.entries(of: folder).map(\.name) else { return nil }
    return meantName(name, among: names.filter { !$0.hasPrefix(".") }).map { slash == nil ? $0 : path[...slash!] + $0 }
}

/// That a word is none of those that may stand there, with the one that is meant, or all.
func notOneOf(_ word: String, _ names: [String]) -> ValidationError {
    ValidationError(
        meantName(word, among: names).map { said("did you mean '{name}'?", ["name": $0]) }
            ?? said("one of: {values}", ["values": names.joined(separator: ", ")]))
}

/// Several values in one option, parted by commas. The option may be given again: all of its values count.
protocol ListedOption {
    associatedtype Item

    var items: [Item] { get }
}

extension Array where Element: ListedOption {
    /// What was given in however many options; nil where there was none.
    var given: [Element.Item]? { isEmpty ? nil : flatMap(\.items) }
}

/// Several values of a fixed list.
struct ListOf<Item: RawRepresentable & CaseIterable>: ListedOption where Item.RawValue == String {
    var items: [Item]

    init(given argument: String) throws {
        items = try argument.split(separator: ",").map { part in
            guard let item = Item(rawValue: String(part)) else {
                throw notOneOf(String(part), Item.allCases.map(\.rawValue))
            }
            return item
        }
        if items.isEmpty { throw notOneOf(argument, Item.allCases.map(\.rawValue)) }
    }
}

/// Several names.
struct Names: ListedOption, ExpressibleByArgument {
    var items: [String]

    init?(argument: String) {
        items = argument.split(separator: ",").map(String.init)
        if items.isEmpty { return nil }
    }
}
