#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import PlancDiagnostics

/// What planc knows of the terminal and of whoever sits at it.
enum Terminal {
    /// Standard output.
    static func write(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }

    static func write(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

    /// Standard error.
    static func complain(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

    private static func write(_ bytes: [UInt8], to file: Int32) {
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

    static func variable(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }

    /// Colour only where a person looks: on a terminal, and not against their will (no-color.org).
    static var isColoured: Bool {
        isatty(STDOUT_FILENO) == 1 && variable("NO_COLOR") == nil && variable("TERM") != "dumb"
    }

    /// Somebody sits there who can be asked.
    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 && variable("TERM") != "dumb" }

    /// From the environment, as programs of this kind read it.
    static var language: Language {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            if let value = variable(name) { return value.hasPrefix("fr") ? .french : .english }
        }
        return .english
    }
}
