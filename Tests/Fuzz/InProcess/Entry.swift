#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The target that `PLANC_FUZZ` names.
private let target: FuzzTarget = {
    let name = getenv("PLANC_FUZZ").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
        let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
        print("PLANC_FUZZ must be one of \(names)")
        exit(2)
    }
    return target
}()

#if FUZZING
    /// Called by libFuzzer with each input it makes (`make fuzz-in-process`).
    @_cdecl("LLVMFuzzerTestOneInput")
    public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
        target.run(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
    }

    @_silgen_name("LLVMFuzzerRunDriver")
    private func runDriver(
        _ count: UnsafeMutablePointer<CInt>,
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
        _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
    ) -> CInt

    /// libFuzzer has a `main` of its own, which the package manager's linker does not look for.
    @main
    enum Fuzzing {
        static func main() {
            var count = CommandLine.argc
            var arguments = CommandLine.unsafeArgv
            exit(runDriver(&count, &arguments, testOneInput))
        }
    }
#else
    /// Without libFuzzer: runs the files given, to see again what was found; after `--random FIRST COUNT`, so many inputs made of them.
    @main
    enum Again {
        static func main() {
            var arguments = CommandLine.arguments.dropFirst()
            guard arguments.first == "--random", arguments.count > 3 else {
                for path in arguments { target.run(bytes(of: path)) }
                return
            }
            arguments.removeFirst()
            let first = UInt64(arguments.removeFirst()) ?? 1
            let count = UInt64(arguments.removeFirst()) ?? 1
            let inputs = RandomInputs(seeds: arguments.map(bytes))
            for number in first..<first + count {
                // What crashes is among the next thousand.
                if number % 1000 == 0 {
                    let line = "\(number)\n"
                    _ = write(STDERR_FILENO, line, line.utf8.count)
                }
                target.run(inputs.input(number))
            }
        }

        private static func bytes(of path: String) -> [UInt8] {
            guard let file = fopen(path, "rb") else { return [] }
            defer { fclose(file) }
            var bytes: [UInt8] = []
            while true {
                let byte = fgetc(file)
                if byte == EOF { return bytes }
                bytes.append(UInt8(truncatingIfNeeded: byte))
            }
        }
    }
#endif
