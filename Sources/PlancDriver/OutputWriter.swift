import CFileExchange

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file to be written, its path from the plan's output folder.
public struct OutputFile: Sendable {
    public var path: String
    public var bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// Puts a plan's compiled files in place all at once: they are written into a folder beside the old one, which is then
/// exchanged for it in one step. Until that step the old output is whole, whatever happens; after it the new one is.
public struct OutputWriter: Sendable {
    /// The folder of all plans' outputs (`Output`).
    public var folder: String

    public init(folder: String) { self.folder = folder }

    /// Replaces `folder/name` by the files given and those of the old output listed in `kept`.
    public func replace(_ name: String, with files: [OutputFile], keeping kept: [String] = []) throws(WorldError) {
        try makeFolders(folder)
        removeRemains()
        let target = Path.join(folder, name)
        let staging = Path.join(folder, ".planc-\(getpid())-\(name)")
        removeTree(staging)
        do {
            try write(files, keeping: kept, from: target, into: staging)
            try exchange(staging, target)
        } catch {
            removeTree(staging)
            throw error
        }
        removeTree(staging)
    }

    /// Whether `folder/name` may be replaced: nothing is there, or something that planc compiled.
    public func mayReplace(_ name: String) -> Bool {
        let target = Path.join(folder, name)
        guard let entries = try? DiskWorld().entries(of: target) else { return access(target, F_OK) != 0 }
        return entries.isEmpty || entries.contains { $0.name == "manifest.json" || $0.name == "plan.json" }
    }

    /// Whether the output folder lies in a folder of sources: nothing is ever written there.
    public func isInside(_ sources: String, _ world: some World) -> Bool {
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

    private func write(
        _ files: [OutputFile], keeping kept: [String], from old: String, into staging: String
    ) throws(WorldError) {
        try makeFolders(staging)
        var made: Set<String> = []
        func folder(of path: String) throws(WorldError) {
            let folder = Path.folder(path)
            if made.insert(folder).inserted { try makeFolders(folder) }
        }
        for path in kept {
            let (source, copy) = (Path.join(old, path), Path.join(staging, path))
            try folder(of: copy)
            guard link(source, copy) == 0 else { throw lastError(source) }
        }
        for file in files {
            let path = Path.join(staging, file.path)
            try folder(of: path)
            try write(file.bytes, to: path)
        }
    }

    private func write(_ bytes: [UInt8], to path: String) throws(WorldError) {
        try writeFile(bytes, to: path)
    }

    private func exchange(_ new: String, _ old: String) throws(WorldError) {
        if access(old, F_OK) == 0 {
            if exchange_names(new, old) == 0 { return }
            guard errno == EINVAL || errno == ENOSYS || errno == ENOTSUP else { throw lastError(old) }
        }
        // A file system that cannot exchange (FAT on a stick): the old one steps aside for a moment and comes back on failure.
        let aside = new + ".old"
        let hadOld = rename(old, aside) == 0
        guard rename(new, old) == 0 else {
            let error = lastError(old)
            if hadOld { rename(aside, old) }
            throw error
        }
        if hadOld { removeTree(aside) }
    }

    /// Folders that a killed build left behind.
    private func removeRemains() {
        for entry in (try? DiskWorld().entries(of: folder)) ?? [] where entry.name.hasPrefix(".planc-") {
            let digits = entry.name.dropFirst(".planc-".count).prefix { $0.isASCII && $0.isNumber }
            if let owner = Int32(digits), owner != getpid(), kill(owner, 0) == 0 { continue }
            removeTree(Path.join(folder, entry.name))
        }
    }
}

/// Takes away a folder and all in it, or a file; what is not there is no error.
func removeTree(_ path: String) {
    for entry in (try? DiskWorld().entries(of: path)) ?? [] {
        let child = Path.join(path, entry.name)
        if entry.kind == .folder { removeTree(child) } else { unlink(child) }
    }
    if rmdir(path) != 0 { unlink(path) }
}

/// Makes a folder and those above it.
func makeFolders(_ path: String) throws(WorldError) {
    if path.isEmpty || path == "." || path == "/" || mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT else { throw lastError(path) }
    try makeFolders(Path.folder(path))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw lastError(path) }
}

/// Writes a whole file, replacing what was there.
func writeFile(_ bytes: [UInt8], to path: String) throws(WorldError) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw lastError(path) }
    var written = 0
    var failure: WorldError?
    bytes.withUnsafeBytes { buffer in
        while written < buffer.count, let base = buffer.baseAddress {
            #if canImport(Glibc)
                let count = Glibc.write(file, base + written, buffer.count - written)
            #else
                let count = Darwin.write(file, base + written, buffer.count - written)
            #endif
            if count < 0 {
                if errno == EINTR { continue }
                failure = lastError(path)
                return
            }
            written += count
        }
    }
    // A full disk may be told only here.
    if close(file) != 0, failure == nil { failure = lastError(path) }
    if let failure { throw failure }
}

/// Gives a file another name, taking the place of what had it.
func renameFile(_ path: String, to new: String) throws(WorldError) {
    guard rename(path, new) == 0 else { throw lastError(new) }
}

/// Takes a file away; what is not there is no error.
func removeFile(_ path: String) { unlink(path) }

/// The number of this process: names of passing files hold it.
func processNumber() -> Int32 { getpid() }
