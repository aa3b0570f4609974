import ArgumentParser
import PlancDriver

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A command that only says what it finds: while nothing that it looks at changes, it need not be carried out again.
protocol RecallableCommand: ParsableCommand {
    /// Whether these options ask for nothing but what is in the files: not what git knows, and no change of a source.
    var canBeRecalled: Bool { get }
}

extension RecallableCommand {
    var canBeRecalled: Bool { true }
}

struct CacheOption: ParsableArguments {
    @Flag(
        name: .customLong("no-cache"),
        help: .said("Read and judge everything anew, and keep nothing for the next time."))
    var isOff = false
}

/// The runs that planc remembers, and what it notes of this one.
enum Recalling {
    static let recorder = RunRecorder()

    /// The disk, seen through the recorder.
    static let world = RecordedWorld(recorder)

    /// What is remembered of a run with these arguments; nil where nothing is to be.
    static func cache(of arguments: [String]) -> RunCache? {
        if arguments.contains("--no-cache") { return nil }
        return folder.flatMap { RunCache(in: $0, arguments: arguments) }
    }

    /// `PLANC_CACHE`, where it is set; none where it is set to nothing. Else where the system keeps such things.
    private static var folder: String? {
        if let folder = getenv("PLANC_CACHE") { return folder[0] == 0 ? nil : String(cString: folder) }
        if let base = Terminal.variable("XDG_CACHE_HOME"), base.hasPrefix("/") { return base + "/planc" }
        guard let home = Terminal.variable("HOME"), home.hasPrefix("/") else { return nil }
        #if os(macOS)
            return home + "/Library/Caches/planc"
        #else
            return home + "/.cache/planc"
        #endif
    }

    /// What the command line knows of the outside, by the name under which it was noted.
    static func fact(_ name: String) -> String? {
        let parts = name.split(separator: " ", maxSplits: 1)
        guard let kind = parts.first.flatMap({ Terminal.Fact(rawValue: String($0)) }), parts.count == 2 else {
            return nil
        }
        return Terminal.answer(kind, String(parts[1]))
    }

    /// Does once more what a run did, and ends.
    static func end(with run: RecordedRun) -> Never {
        do {
            for action in run.actions {
                switch action {
                case .write(let bytes, let descriptor): Terminal.write(bytes, to: descriptor)
                case .file(let bytes, let path): try deliver(bytes, to: path)
                case .append(let bytes, let path): try append(bytes, to: path)
                }
            }
        } catch {
            exit((error as? ExitCode)?.rawValue ?? ExitStatus.couldNotRun.rawValue)
        }
        exit(run.status)
    }
}
