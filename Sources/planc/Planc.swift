import ArgumentParser

/// The command line. Each command is a file in `Commands`; the work is done in `PlancDriver`. Every command says its name: to
/// have it made from the type's takes longer than all the rest of a start. It says that it is one of planc's as well, so that the
/// parser does not first look whether it is asked for a script of completions (`planc completions` is).
struct Planc: AsyncParsableCommand {
    static let name = "planc"
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: said(
            "The compiler of continuity and crisis-communication plans."),
        discussion: said(

            """
            planc reads plans written as Markdown files, judges them and compiles them into checklists, contact \
            sheets and message packs: PDF to print, HTML for a USB stick, text, vCard.

            Exit status: 0 clean, 1 findings, 2 usage error, 3 could not run.
            """),
        version: version,
        subcommands: [
            Check.self, Build.self, Simulate.self, Diff.self, MessageCommand.self, Translate.self, Confirm.self,
            Keygen.self, Verify.self, List.self, Show.self, Explain.self, Rules.self,
            Init.self, New.self, SchemaCommand.self, Completions.self,
        ])
}
