import PlancDiagnostics
import PlancDriver
import PlancFiles

/// Writes a result into a file, or to the standard output when none is named (or `-`).
/// `speaksToRunner`: the bytes are commands for the machine that runs a workflow, written to be read by it.
/// `before`: for a source that was changed, what it held when it was read.
func deliver(_ bytes: [UInt8], to path: String?, before: [UInt8]? = nil, speaksToRunner: Bool = false) throws {
    guard let path, path != "-" else {
        Terminal.write(bytes, speaksToRunner: speaksToRunner)
        return
    }
    if before == nil { Recalling.recorder.note(.file(bytes, path: path)) } else { Recalling.recorder.spoil() }
    do {
        try Files().write(bytes, to: path, before: before)
    } catch {
        reportProblems([Problem(error)], language: Terminal.language)
        throw ExitStatus.couldNotRun.thrown
    }
}

/// Adds to the end of a file that may be there already.
func append(_ bytes: [UInt8], to path: String) throws {
    Recalling.recorder.note(.append(bytes, path: path))
    do {
        try Files().append(bytes, to: path)
    } catch {
        reportProblems([Problem(error)], language: Terminal.language)
        throw ExitStatus.couldNotRun.thrown
    }
}
