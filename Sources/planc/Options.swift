import ArgumentParser
import PlancDiagnostics
import PlancDriver
import PlancModel
import PlancSource

/// Options that several commands share.
struct LanguageOption: ParsableArguments {
    @Option(
        name: .customLong("lang"), help: "The language that planc speaks: en or fr (default: from the environment).")
    var language: Language?

    var value: Language { language ?? Terminal.language }
}

struct DateOption: ParsableArguments {
    @Option(
        name: .customLong("as-of"),
        help: "The day that reviews, drills and numbers are judged against (default: today).")
    var asOf: CalendarDate?
}

struct PathArguments: ParsableArguments {
    @Argument(help: "Folders with plans, or anything inside a plan (default: the working folder).")
    var paths: [String] = ["."]
}

extension Language: ExpressibleByArgument {}

extension Paper: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
    public init?(argument: String) { self.init(iso: argument) }
}

/// Says what kept planc from running.
func complain(_ problems: [Problem], language: Language) {
    for problem in problems {
        Terminal.complain("planc: \(visible(problem.path)): \(problem.message.text(language))\n")
    }
}

/// Several values in one option, separated by commas.
struct ListOf<Item: RawRepresentable>: ExpressibleByArgument where Item.RawValue == String {
    var items: [Item]

    init?(argument: String) {
        items = []
        for part in argument.split(separator: ",") {
            guard let item = Item(rawValue: String(part)) else { return nil }
            items.append(item)
        }
        if items.isEmpty { return nil }
    }
}

/// Several names in one option, separated by commas.
struct Names: ExpressibleByArgument {
    var values: [String]

    init?(argument: String) {
        values = argument.split(separator: ",").map(String.init)
        if values.isEmpty { return nil }
    }
}
