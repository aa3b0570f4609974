import PlancDiagnostics
import PlancSource

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What planc knows of the terminal and of whoever sits at it.
enum Terminal {
    /// Words for whoever reads the standard output: lines in which nothing steers the terminal.
    static func write(_ text: String) { write(Array(visibleLines(text).utf8)) }

    static func write(_ bytes: [UInt8], speaksToRunner: Bool = false) {
        write(isReadByRunner && !speaksToRunner ? withoutRunnerCommands(bytes) : bytes, to: STDOUT_FILENO)
    }

    /// Words for whoever reads the standard error: lines in which nothing steers the terminal.
    static func writeError(_ text: String) {
        let bytes = Array(visibleLines(text).utf8)
        write(isReadByRunner ? withoutRunnerCommands(bytes) : bytes, to: STDERR_FILENO)
    }

    /// Writes over the last line of the standard error: what is being done, or nothing once it is done. `name` is visible text.
    static func progress(_ name: String) {
        write(Array("\r\(visible(name))\u{1B}[K".utf8), to: STDERR_FILENO)
    }

    /// A machine reads along that takes some of what is printed for commands: GitHub's, Azure's, TeamCity's.
    private static let isReadByRunner = ["GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"].contains {
        variable($0) != nil
    }

    static func write(_ bytes: [UInt8], to file: Int32) {
        Recalling.recorder.note(.write(bytes, descriptor: file))
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { buffer -> Int in
                #if canImport(Glibc)
                    Glibc.write(file, buffer.baseAddress, buffer.count)
                #else
                    Darwin.write(file, buffer.baseAddress, buffer.count)
                #endif
            }
            if count < 0 {
                if errno == EINTR { continue }
                exit(ExitStatus.couldNotRun.rawValue)
            }
            rest = rest.dropFirst(count)
        }
    }

    /// What planc asks about whoever runs it. All of it goes through here, so that a run is only recalled for somebody of whom
    /// the same is true.
    enum Fact: String {
        /// A variable of the environment, by its name; nil for an empty one.
        case variable
        /// Whether an open file of the process, by its number, leads to a terminal.
        case terminal
        /// The columns of that terminal.
        case columns
    }

    private static func ask(_ fact: Fact, _ name: String) -> String? {
        let found = answer(fact, name)
        Recalling.recorder.note(fact: "\(fact.rawValue) \(name)", found)
        return found
    }

    static func answer(_ fact: Fact, _ name: String) -> String? {
        let file = Int32(name) ?? -1
        switch fact {
        case .variable:
            guard let value = getenv(name) else { return nil }
            let text = String(cString: value)
            return text.isEmpty ? nil : text
        case .terminal: return isatty(file) == 1 ? "yes" : nil
        case .columns:
            var size = winsize()
            guard ioctl(file, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
            return String(size.ws_col)
        }
    }

    static func variable(_ name: String) -> String? { ask(.variable, name) }

    private static func isTerminal(_ file: Int32) -> Bool { ask(.terminal, String(file)) != nil }

    /// Colour only where a person looks, and not against their will (no-color.org, force-color.org).
    static func isColoured(_ file: Int32) -> Bool {
        if variable("NO_COLOR") != nil { return false }
        if let force = variable("FORCE_COLOR") { return force != "0" && force != "false" }
        return isTerminal(file) && variable("TERM") != "dumb"
    }

    /// The working folder, when what is written there can be followed to files (OSC 8): on terminals that are known to do so.
    static func linkedFolder(_ file: Int32) -> String? {
        guard isTerminal(file), variable("TERM") != "dumb", followsLinks else { return nil }
        guard let path = getcwd(nil, 0) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }

    private static var followsLinks: Bool {
        if let force = variable("FORCE_HYPERLINK") { return force != "0" && force != "false" }
        if ["KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION"].contains(where: { variable($0) != nil }) {
            return true
        }
        if let version = variable("VTE_VERSION").flatMap({ Int($0) }) { return version >= 5000 }
        let programs: Set = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio"]
        if let program = variable("TERM_PROGRAM") { return programs.contains(program) }
        return ["alacritty", "foot", "foot-extra", "xterm-kitty", "xterm-ghostty", "contour"].contains(variable("TERM"))
    }

    /// The columns of the terminal that a file descriptor of the process leads to; nil where it leads elsewhere.
    static func columns(_ file: Int32) -> Int? {
        guard isTerminal(file) else { return nil }
        if let text = variable("COLUMNS"), let columns = Int(text), columns > 0 { return columns }
        return ask(.columns, String(file)).flatMap { Int($0) }
    }

    /// Somebody sits there who can be asked.
    static var isInteractive: Bool { isTerminal(STDIN_FILENO) && isTerminal(STDERR_FILENO) }

    static var showsProgress: Bool { isTerminal(STDERR_FILENO) && variable("TERM") != "dumb" }

    /// From the environment, as programs of this kind read it.
    static var language: Language {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            if let value = variable(name) { return Language(value) ?? .english }
        }
        return .english
    }
}

/// "; did you mean 'x'?" behind a name that nothing has; where no name is near, all that there are, if they are not many.
func didYouMean(_ near: String?, _ known: [String]) -> Phrase {
    if near != nil || known.isEmpty || known.count > 16 { return didYouMean(near) }
    return Phrase("; there are: {names}", ["names": known.map { visible($0) }.joined(separator: ", ")])
}

/// "; did you mean 'x'?" behind a name that nothing has; nothing where no name is near.
func didYouMean(_ near: String?) -> Phrase {
    near.map { Phrase("; did you mean '{name}'?", ["name": $0]) } ?? Phrase(verbatim: "")
}
