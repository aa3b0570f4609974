import PlancSource

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The folder of a plan's output, held against other builds for as long as this lives.
///
/// All files are replaced at once: they are written into a folder beside the old one, then both folders change names in one
/// step. Until that step the old output is whole, whatever happens; after it the new one is. Where a file system cannot
/// exchange names, the old folder steps aside for a moment; a build that is killed in it is undone by the next.
public final class OutputFolder {
    /// The folder as the user knows it: `Output/valmereau`.
    public let path: String
    private let files: Files
    private let place: Place
    private var staging: Staging?
    private var isReplaced = false
    /// The folder of all outputs, when it was not there before: removed again when nothing was written.
    private let made: String?

    /// What a build did besides its own files.
    public struct Outcome: Sendable, Hashable {
        /// Foreign files and folders that were there and still are.
        public var kept: [String] = []
        /// Foreign files that could not be brought back to their place, with the place where they are.
        public var stranded: [String] = []
    }

    /// Opens `folder/name`, which need not be there yet, waiting at most so long for another build that is at work in it.
    /// `waiting` is told once, with the number of its process where that is known.
    public init(
        _ name: String, in folder: String, _ files: Files = Files(), patience milliseconds: Int = 30_000,
        waiting: (Int32?) -> Void = { _ in }
    ) throws(FileError) {
        path = joined(folder, name)
        self.files = files
        guard PortablePaths.mayBeNamed(name) else { throw FileError(path, .badName(name)) }
        made = (try? files.system.openFolder(folder)) == nil ? folder : nil
        place = try Self.locked(path, files, milliseconds, waiting)
        Recovery(files: files).run(in: place.folder)
        let place = self.place
        staging = try showing(path) { () throws(SystemError) in
            try Staging.begin(.output, target: place.name, in: place.folder, files)
        }
    }

    deinit {
        staging?.end()
        guard !isReplaced, let made else { return }
        let (above, name) = parts(of: made)
        if let name, let parent = try? files.system.openFolder(above) {
            try? files.system.removeFolder(name, in: parent)
        }
    }

    /// Where the path leads, its folder locked. What is looked at after the lock was taken is what counts.
    private static func locked(
        _ path: String, _ files: Files, _ patience: Int, _ waiting: (Int32?) -> Void
    ) throws(FileError) -> Place {
        var waited = 0
        while true {
            let place = try files.place(of: path, makingFolders: true)
            // A file system without locks: then there is the exchange alone.
            if (try? files.system.tryLock(place.folder)) ?? true {
                return try files.place(of: path, holding: place)
            }
            if waited == 0 { waiting(Recovery(files: files).owner(in: place.folder)) }
            guard waited < patience else {
                throw FileError(path, .inUse(process: Recovery(files: files).owner(in: place.folder)))
            }
            files.system.wait(milliseconds: 50)
            waited += 50
        }
    }

    /// The bytes of a file in it, nil when it is not there or no plain file.
    public func read(_ name: String, limit: Int) -> [UInt8]? {
        guard let folder = try? files.system.openFolder(place.name, in: place.folder) else { return nil }
        return try? files.contents(of: EntryName(name), in: folder, limit: limit)
    }

    /// Those of the files that are as they were written.
    public func unchanged(_ known: [KnownFile]) -> [KnownFile] {
        guard let folder = try? files.system.openFolder(place.name, in: place.folder) else { return [] }
        let tree = OpenTree(files, folder)
        return known.filter { file in
            guard isBelow(file.path), let (above, name) = try? tree.place(of: file.path) else { return false }
            return files.holds(file, name, in: above)
        }
    }

    /// Replaces the output by the files given and those of the old one listed in `kept`. `known` is what its manifest says
    /// that planc wrote, with the manifest itself; nil where there is none. `isHeld` says which files that were changed since
    /// somebody else holds as they are: those may be replaced too.
    @discardableResult
    public func replace(
        with new: [OutputFile], keeping kept: [KnownFile] = [], known: [KnownFile]?,
        isHeld: ([String]) -> Set<String> = { _ in [] }
    ) throws(FileError) -> Outcome {
        let written = parallelMap(new) { KnownFile(path: $0.path, bytes: $0.bytes) } + kept
        if let fault = PortablePaths.fault(in: written.map(\.path)) { throw FileError(path, fault) }
        guard let staging else { throw FileError(path, .exists) }
        let place = self.place
        let status = try showing(path) { () throws(SystemError) in
            try files.system.status(of: place.name, in: place.folder)
        }
        guard status == nil || status?.kind == .folder else { throw FileError(path, .notFolder) }
        var old: OpenFile?
        var inspection: Inspection?
        if status != nil {
            let folder = try showing(path) { () throws(SystemError) in
                try files.system.openFolder(place.name, in: place.folder)
            }
            old = folder
            let found = try showing(path) { () throws(SystemError) in
                try Inspection(of: folder, known: known, new: written, isHeld: isHeld, files)
            }
            guard found.isOutput || (found.foreign + found.conflicts).allSatisfy(isLitter) else {
                throw FileError(path, .notAnOutput)
            }
            guard found.conflicts.isEmpty else { throw FileError(path, .foreign(found.conflicts)) }
            inspection = found
        }
        try stage(staging, new, kept, written, old, inspection)
        let left = try exchange(staging, written, hasOld: old != nil, inspection)
        isReplaced = true
        var outcome = Outcome(kept: (inspection?.foreign ?? []).filter { !isLitter($0) })
        if !left.isEmpty {
            outcome.stranded = left.map { joined(joined(parts(of: path).folder, staging.name.description), $0) }
        }
        return outcome
    }

    /// Writes everything into the staging folder, down to the disk.
    private func stage(
        _ staging: Staging, _ new: [OutputFile], _ kept: [KnownFile], _ written: [KnownFile], _ old: OpenFile?,
        _ inspection: Inspection?
    ) throws(FileError) {
        let system = files.system
        var current = path
        do throws(SystemError) {
            try staging.note(Journal.lines(written, "new") + Journal.lines(inspection?.own ?? [], "old"))
            try staging.note(.listed)
            try system.createFolder("new", in: staging.folder, mode: 0o777)
            let folder = try system.openFolder("new", in: staging.folder)
            let tree = OpenTree(files, folder, makesFolders: true)
            for file in kept {
                current = joined(path, file.path)
                guard let old else { throw SystemError(ENOENT) }
                try carry(file, from: old, into: tree)
            }
            for file in new {
                current = joined(path, file.path)
                let (above, name) = try tree.place(of: file.path)
                let made = try system.createFile(name, in: above, mode: 0o666)
                try files.writeAll(file.bytes, to: made)
                // A full disk may be told only here.
                try system.close(made)
            }
            current = path
            // What somebody made of the folder's own rights stays.
            if let old { try? system.carryAttributes(from: old, to: folder) }
            try system.syncAll(folder)
            try staging.note(.whole)
        } catch {
            clearUnfinished(staging, written)
            throw FileError(current, error)
        }
    }

    /// A file of the old output, as another name or as a copy.
    private func carry(_ file: KnownFile, from old: OpenFile, into tree: OpenTree) throws(SystemError) {
        let (source, name) = try OpenTree(files, old).place(of: file.path)
        let (above, copy) = try tree.place(of: file.path)
        do throws(SystemError) {
            try files.system.link(name, in: source, as: copy, in: above)
        } catch  where [EPERM, EMLINK, EXDEV].contains(error.number) || error.isUnsupported {
            let made = try files.system.createFile(copy, in: above, mode: 0o666)
            try files.writeAll(try files.contents(of: name, in: source), to: made)
            try files.system.close(made)
        }
    }

    private func clearUnfinished(_ staging: Staging, _ written: [KnownFile]) {
        guard let folder = try? files.system.openFolder("new", in: staging.folder) else { return }
        var settling = Settling(files, own: written)
        settling.isUnfinished = true
        settling.clear(folder, into: nil)
        try? files.system.removeFolder("new", in: staging.folder)
    }

    /// Puts the new output in the place of the old one; returns what of the old one could not be cleared.
    private func exchange(
        _ staging: Staging, _ written: [KnownFile], hasOld: Bool, _ inspection: Inspection?
    ) throws(FileError) -> [String] {
        let system = files.system
        var rest: EntryName?
        do throws(SystemError) {
            if hasOld {
                do throws(SystemError) {
                    try system.exchange("new", in: staging.folder, with: place.name, in: place.folder)
                    rest = "new"
                } catch  where error.isUnsupported {
                    try stepAside(staging)
                    rest = "old"
                }
            } else {
                try system.renameExclusively("new", in: staging.folder, to: place.name, in: place.folder)
            }
        } catch {
            clearUnfinished(staging, written)
            throw FileError(path, error)
        }
        try? system.sync(place.folder)
        guard let rest, let folder = try? system.openFolder(rest, in: staging.folder) else { return [] }
        var settling = Settling(files, own: written + (inspection?.own ?? []))
        settling.seen = inspection?.seen ?? [:]
        settling.clear(folder, into: LazyFolder(files, place.name, in: place.folder))
        try? system.removeFolder(rest, in: staging.folder)
        return settling.left.map { joined(rest.description, $0) }
    }

    /// Two renames where one exchange is not to be had. Whoever dies between them is undone by the next start.
    private func stepAside(_ staging: Staging) throws(SystemError) {
        let system = files.system
        try system.rename(place.name, in: place.folder, to: "old", in: staging.folder)
        do throws(SystemError) {
            try system.renameExclusively("new", in: staging.folder, to: place.name, in: place.folder)
        } catch {
            try? system.renameExclusively("old", in: staging.folder, to: place.name, in: place.folder)
            throw error
        }
    }
}

extension Files {
    /// The same path once more, in a folder that is open already.
    func place(of path: String, holding held: Place) throws(FileError) -> Place {
        let status = try showing(path) { () throws(SystemError) in try system.status(of: held.name, in: held.folder) }
        guard status?.kind != .link else { throw FileError(path, .changedMeanwhile) }
        return Place(folder: held.folder, name: held.name, status: status, path: held.path)
    }
}

/// A folder with folders below it, each opened once, links not followed.
final class OpenTree {
    private let files: Files
    private let makesFolders: Bool
    private var open: [String: OpenFile]

    init(_ files: Files, _ folder: OpenFile, makesFolders: Bool = false) {
        self.files = files
        self.makesFolders = makesFolders
        open = ["": folder]
    }

    /// The open folder and the name that a path below the folder leads to.
    func place(of path: String) throws(SystemError) -> (OpenFile, EntryName) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (try folder(""), EntryName(path)) }
        return (try folder(String(path[..<slash])), EntryName(path[path.utf8.index(after: slash)...]))
    }

    private func folder(_ path: String) throws(SystemError) -> OpenFile {
        if let found = open[path] { return found }
        let (above, name) = try place(of: path)
        if makesFolders {
            do throws(SystemError) {
                try files.system.createFolder(name, in: above, mode: 0o777)
            } catch  where error.number == EEXIST {
                // Good.
            }
        }
        let folder = try files.system.openFolder(name, in: above)
        open[path] = folder
        return folder
    }
}
