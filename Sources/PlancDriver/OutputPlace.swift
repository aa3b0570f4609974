import PlancDiagnostics
import PlancFiles
import PlancSource

/// A file to write, by its path in the output.
public typealias OutputFile = PlancFiles.OutputFile
/// Why an output cannot be written.
public typealias FileError = PlancFiles.FileError

/// Whether an output folder lies in a folder of sources: nothing is ever written there.
public func isOutput(_ folder: String, inside sources: String, _ world: some World) -> Bool {
    guard let real = world.realPath(sources) else { return false }
    var path = folder
    while world.kind(of: path) == nil {
        let above = Path.folder(path)
        if above == path { return false }
        path = above
    }
    guard let target = world.realPath(path) else { return false }
    return target == real || target.hasPrefix(real + "/")
}

extension Problem {
    /// Why a file could not be written, and what to do about it.
    public init(_ error: FileError) {
        self.init(path: error.path, message: error.reason.phrase)
    }
}

extension FileError.Reason {
    var phrase: Phrase {
        switch self {
        case .missing: Phrase("there is no such file or folder")
        case .denied: Phrase("permission denied")
        case .noSpace: Phrase("the disk is full")
        case .isFolder: Phrase("this is a folder, not a file")
        case .notFolder: Phrase("this is not a folder")
        case .readOnly: Phrase("this disk is read-only")
        case .exists: Phrase("this already exists")
        case .linkToNowhere:
            Phrase("this is a link that leads nowhere")
        case .changedMeanwhile:
            Phrase(
                "the file was changed after planc read it: nothing is written, run the command again")
        case .inUse(let process):
            Phrase(
                "another planc{process} is building into this folder: wait until it is done, or choose another --output",
                [
                    "process": process.map { Phrase(" (process {number})", ["number": String($0)]) }
                        ?? Phrase(verbatim: "")
                ])
        case .notAnOutput:
            Phrase(

                """
                this folder holds files that planc did not write: nothing is replaced; choose another --output, or \
                move them away
                """
            )
        case .foreign(let paths):
            Phrase(

                """
                not written by planc, or changed since, where new files have to go: {paths}; nothing is replaced: \
                move away what you need, delete the rest, and build again
                """, ["paths": list(paths)]
            )
        case .sameFile(let one, let other):
            Phrase(
                "'{one}' and '{other}' would be one file: give one of them another id",
                ["one": visible(one), "other": visible(other)]
            )
        case .badName(let name):
            Phrase(
                "'{name}' cannot be the name of a file on every system", ["name": visible(name)])
        case .mountPoint:
            Phrase(

                """
                a disk is mounted on this folder, so it cannot be replaced in one step: choose a folder inside it \
                as --output
                """
            )
        case .system(let number):
            Phrase("the system refuses (error {number})", ["number": number])
        }
    }

    /// The first few, and how many more.
    private func list(_ paths: [String]) -> String {
        let shown = paths.prefix(5).map { visible($0) }.joined(separator: ", ")
        return paths.count > 5 ? "\(shown), … (\(paths.count))" : shown
    }
}
