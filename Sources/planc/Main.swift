import ArgumentParser
import CMemory
import PlancDriver

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@main
enum Main {
    static func main() async {
        // A reader that goes away (`planc rules | head`) ends us quietly, without a trace on the terminal.
        signal(SIGPIPE, SIG_DFL)
        if CommandLine.argc == 2, let word = CommandLine.unsafeArgv[1], strcmp(word, "--version") == 0 {
            // Asked by scripts, often: no parser is made for it.
            Terminal.write(Planc.version + "\n")
            exit(0)
        }
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let error = UsageErrors.emptyArgument(in: arguments) {
            Terminal.writeError("planc: " + error)
            exit(ExitStatus.usage.rawValue)
        }
        var cache = Recalling.cache(of: arguments)
        if let run = cache?.recall(fact: Recalling.fact) { Recalling.end(with: run) }
        var running: (any ParsableCommand.Type)?
        do {
            if let request = CheckRequest(plainly: arguments) {
                beginReading()
                Recalling.recorder.begin()
                try await request.run()
            } else {
                if let error = UsageErrors.unknownCommand(in: arguments) {
                    Terminal.writeError("planc: " + error)
                    exit(ExitStatus.usage.rawValue)
                }
                let named = Planc.configuration.subcommands.first { $0.configuration.commandName == arguments.first }
                if named is any RecallableCommand.Type { beginReading() }
                var command = try parsed(written(arguments), as: named)
                if !(command is Planc) { running = type(of: command) }
                if let recallable = command as? any RecallableCommand, recallable.canBeRecalled {
                    Recalling.recorder.begin()
                } else {
                    cache = nil
                }
                if var asynchronous = command as? any AsyncParsableCommand {
                    try await asynchronous.run()
                } else {
                    try command.run()
                }
            }
            cache?.keep(Recalling.recorder, status: ExitStatus.clean.rawValue)
        } catch let status as ExitCode {
            if status.rawValue == ExitStatus.findings.rawValue {
                cache?.keep(Recalling.recorder, status: status.rawValue)
            }
            exit(status.rawValue)
        } catch {
            let status = Planc.exitCode(for: error)
            if status == .success {
                Terminal.write(ParserWords.help(Planc.fullMessage(for: error), Speech.language) + "\n")
                exit(0)
            }
            Terminal.writeError(UsageErrors.text(of: error, command: running))
            exit(status == .validationFailure ? ExitStatus.usage.rawValue : ExitStatus.couldNotRun.rawValue)
        }
    }
}

/// The command that was called, mostly by its name and with good arguments: then the parser need not look at all the others. It
/// does so to say what is wrong, and to help.
private func parsed(_ arguments: [String], as named: (any ParsableCommand.Type)?) throws -> any ParsableCommand {
    if let command = try? named?.parse(Array(arguments.dropFirst())) { return command }
    return try Planc.parseAsRoot(arguments)
}

/// Begins what every command does that reads a plan.
private func beginReading() {
    planc_touch_written_memory()
    prepareToRead()
}

/// The arguments as the parser takes them: it knows no option whose value may be left out.
private func written(_ arguments: some Sequence<String>) -> [String] {
    var isOver = false
    return arguments.map { argument in
        if argument == "--" { isOver = true }
        if isOver { return argument }
        switch argument {
        case "--fix=safe": return "--fix"
        case "--fix=suggested": return "--fix-suggested"
        default: return argument
        }
    }
}

/// What a command says by its exit status.
enum ExitStatus: Int32 {
    case clean = 0
    case findings = 1
    case usage = 2
    case couldNotRun = 3

    /// Ends the command with this status.
    var thrown: ExitCode { ExitCode(rawValue) }
}
