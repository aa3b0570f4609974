import PlancDiagnostics
import PlancDriver

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Passwords come from an open file, the environment, or a person who types them; never from the command line, where every
/// process can read them.
extension Terminal {
    /// A password to encrypt files with; a person types it twice.
    static func newPassword(from file: Int32?, _ language: Language) throws -> String {
        let bytes = try bytes(
            from: file, variable: "PLANC_PASSWORD", twice: true,
            prompt: Phrase("Password of the files: ").text(language),
            missing: Phrase(
                "--encrypt needs a password: PLANC_PASSWORD, --password-fd or a terminal"), language)
        let password: String
        do {
            password = try checkedPassword(bytes)
        } catch {
            throw usage(error.phrase, language)
        }
        if password.unicodeScalars.count < 12 {
            writeError(
                Phrase(
                    "warning: a password of fewer than 12 characters can be guessed; four words drawn at random are safe\n"
                ).text(language)
            )
        }
        return password
    }

    /// The password of a secret key, typed twice for a new key.
    static func keyPassword(from file: Int32?, isNew: Bool, _ language: Language) throws -> [UInt8] {
        let bytes = try bytes(
            from: file, variable: "PLANC_KEY_PASSWORD", twice: isNew,
            prompt: Phrase("Password of the key: ").text(language),
            missing: Phrase(
                "the key needs a password: PLANC_KEY_PASSWORD, --key-password-fd or a terminal"), language)
        // What minisign asks of one.
        if bytes.isEmpty || bytes.count > 1023 || bytes.contains(0) {
            throw usage(
                Phrase(
                    "the password of a key has 1 to 1,023 bytes, and no zero byte"), language)
        }
        return bytes
    }

    private static func bytes(
        from file: Int32?, variable name: String, twice: Bool, prompt: String, missing: Phrase, _ language: Language
    ) throws -> [UInt8] {
        if let file { return try firstLine(of: file, language) }
        if let value = getenv(name), value[0] != 0 {
            return Array(UnsafeBufferPointer(start: value, count: strlen(value))).map { UInt8(bitPattern: $0) }
        }
        if getenv(name) != nil {
            throw usage(Phrase("the password is empty"), language)
        }
        guard isInteractive else { throw usage(missing, language) }
        let first = typed(prompt)
        if twice, typed(Phrase("Once more: ").text(language)) != first {
            throw usage(Phrase("the two are not the same"), language)
        }
        return Array(first.utf8)
    }

    private static func usage(_ phrase: Phrase, _ language: Language) -> any Error {
        writeError("planc: \(phrase.text(language))\n")
        return ExitStatus.usage.thrown
    }

    /// The first line without its end (a line feed, or a carriage return and a line feed).
    private static func firstLine(of file: Int32, _ language: Language) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while bytes.count < 4096 {
            let count = read(file, &byte, 1)
            if count < 0, errno == EINTR { continue }
            if count < 0 {
                throw usage(
                    Phrase(
                        "the password cannot be read from file {file}: {errno}",
                        ["file": file, "errno": String(cString: strerror(errno))]
                    ),
                    language)
            }
            if count == 0 || byte == UInt8(ascii: "\n") { break }
            bytes.append(byte)
        }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return bytes
    }

    /// What a person types, without showing it: the terminal is silent before it asks.
    private static func typed(_ prompt: String) -> String {
        var before = termios()
        tcgetattr(STDIN_FILENO, &before)
        var hidden = before
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        writeError(prompt)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
            writeError("\n")
        }
        return readLine() ?? ""
    }
}
