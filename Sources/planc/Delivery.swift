import PlancDiagnostics
import PlancDriver

/// Writes a result into a file, or to the standard output when none is named (or `-`).
/// `speaksToRunner`: the bytes are commands for the machine that runs a workflow, written to be read by it.
func deliver(_ bytes: [UInt8], to path: String?, speaksToRunner: Bool = false) throws {
    guard let path, path != "-" else {
        Terminal.write(bytes, speaksToRunner: speaksToRunner)
        return
    }
    do {
        try replaceFile(path, with: bytes)
    } catch {
        complain([Problem(error)], language: Terminal.language)
        throw ExitStatus.couldNotRun.thrown
    }
}

/// Adds to the end of a file that may be there already.
func append(_ bytes: [UInt8], to path: String) throws {
    let before = (try? DiskWorld().read(path, limit: 1 << 20)) ?? []
    try deliver(before + bytes, to: path)
}
