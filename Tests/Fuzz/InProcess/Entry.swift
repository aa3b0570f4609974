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
#else
    /// Without libFuzzer: runs the files given, to see again what was found.
    @main
    enum Again {
        static func main() {
            for path in CommandLine.arguments.dropFirst() {
                guard let file = fopen(path, "rb") else { continue }
                defer { fclose(file) }
                var bytes: [UInt8] = []
                while true {
                    let byte = fgetc(file)
                    if byte == EOF { break }
                    bytes.append(UInt8(truncatingIfNeeded: byte))
                }
                target.run(bytes)
            }
        }
    }
#endif
