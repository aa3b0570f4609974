import ArgumentParser
import PlancDiagnostics
import PlancSchema
import PlancSource

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        _superCommandName: Planc.name,
        abstract: said(
            "The JSON Schema of front matter, for editors."),
        discussion: said(

            """
            JSON Schema 2020-12. With a kind, the schema of its files; with --any, one schema that holds for \
            every file; without either, an object with the schema of every kind under its name.
            """))

    static let kinds = Schema.kinds.map(\.name)

    @Argument(
        help: .said(
            "What comes after 'kind:' in the file: {kinds}.", ["kinds": kinds.joined(separator: ", ")]),
        completion: .list(kinds))
    var kind: String?
    @Flag(
        help: .said(
            "One schema for every file: its kind decides which part holds."))
    var any = false
    @OptionGroup var language: LanguageOption
    @Option(name: .shortAndLong, help: .said("Write into this file."), completion: .file())
    var output: String?

    func run() throws {
        try deliver(schema().bytes(), to: output)
    }

    /// Asked for: a schema that is kept does not change with the environment.
    private var spoken: Language { language.language ?? .english }

    private func schema() throws -> JSON {
        if any {
            guard kind == nil else { throw ValidationError(said("--any goes without a kind")) }
            return jsonSchemaOfAllKinds(in: spoken)
        }
        guard let kind else {
            return .object(Schema.kinds.map { JSON.Member($0.name, jsonSchema(for: $0, in: spoken)) })
        }
        // What stands in a registry only is found by its singular too.
        guard let known = Schema[kind] ?? Schema.kinds.first(where: { $0.entity.rawValue == kind }) else {
            let near = nearestName(to: kind, among: Self.kinds)
            throw ValidationError(
                said(
                    "there is no kind '{kind}'{suggestion}", ["kind": visible(kind), "suggestion": didYouMean(near)]))
        }
        return jsonSchema(for: known, in: spoken)
    }
}
