import Subprocess

/// What planc asks of git, by the git command.
public struct Git: Sendable {
    /// The folder that git is run in.
    public var folder: String

    public init(folder: String = ".") { self.folder = folder }

    /// What git said when it would not do what was asked; empty when there is no git.
    public struct Failure: Error, Sendable, Hashable {
        public var message: String
    }

    /// A file of a revision.
    public struct TreeFile: Sendable {
        /// From the root of the repository.
        public var path: String
        public var bytes: [UInt8]
    }

    /// The most that is read from git at once.
    private static let outputLimit = 1 << 30

    /// The root of the repository that holds the folder.
    public func root() async throws(Failure) -> String {
        try await line(["rev-parse", "--show-toplevel"])
    }

    /// The folder's own path from the root of its repository; empty at the root.
    public func prefix() async throws(Failure) -> String {
        try await line(["rev-parse", "--show-prefix"])
    }

    /// The commit that a revision names, in full.
    public func commit(_ revision: String) async throws(Failure) -> String {
        try await line(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"])
    }

    /// The commit at which two revisions parted.
    public func mergeBase(_ a: String, _ b: String) async throws(Failure) -> String {
        try await line(["merge-base", commit(a), commit(b)])
    }

    /// Files that differ from a revision in the working tree, untracked ones included; from the root of the repository.
    public func changedFiles(since revision: String) async throws(Failure) -> [String] {
        let commit = try await commit(revision)
        let changed = try await run(["diff", "--name-only", "-z", "--no-renames", "--diff-filter=d", commit, "--"])
        let untracked = try await run(["ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ":/"])
        return Set((changed + untracked).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }).sorted()
    }

    /// Every plain file below a path (from the root) as a revision has it, in the order of paths.
    public func files(at revision: String, below path: String) async throws(Failure) -> [TreeFile] {
        let commit = try await commit(revision)
        let listing = try await run(
            ["ls-tree", "-r", "-z", "--full-tree", commit, "--"] + (path.isEmpty ? [] : [path]))
        var entries: [(object: String, path: String)] = []
        for record in listing.split(separator: 0) {
            guard let tab = record.firstIndex(of: UInt8(ascii: "\t")) else { continue }
            let words = record[..<tab].split(separator: UInt8(ascii: " "))
            // Links and submodules are no sources.
            guard words.count >= 3, words[0].starts(with: "100".utf8) else { continue }
            entries.append(
                (String(decoding: words[2], as: UTF8.self), String(decoding: record[(tab + 1)...], as: UTF8.self)))
        }
        if entries.isEmpty { return [] }
        let request = entries.map { $0.object + "\n" }.joined()
        let answer = try await run(["cat-file", "--batch", "--buffer"], input: Array(request.utf8))
        return try Self.objects(in: answer, entries)
    }

    /// `OBJECT blob SIZE LF BYTES LF`, once an entry.
    private static func objects(
        in answer: [UInt8], _ entries: [(object: String, path: String)]
    ) throws(Failure) -> [TreeFile] {
        var files: [TreeFile] = []
        var place = 0
        for entry in entries {
            guard let end = answer[place...].firstIndex(of: UInt8(ascii: "\n")),
                let size = Int(
                    String(decoding: answer[place..<end].split(separator: UInt8(ascii: " ")).last ?? [], as: UTF8.self)),
                end + 1 + size < answer.count
            else { throw Failure(message: "git cat-file gave an answer that cannot be read") }
            files.append(TreeFile(path: entry.path, bytes: Array(answer[(end + 1)..<(end + 1 + size)])))
            place = end + 1 + size + 1
        }
        return files
    }

    /// The last commits that touched a path, the newest first.
    public func history(of path: String, limit: Int) async throws(Failure) -> [Commit] {
        let format = "--format=%h%x1f%cs%x1f%an%x1f%s"
        let output = try await run(["log", "-z", "-n", String(limit), format, "--", path])
        return output.split(separator: 0).compactMap { record in
            let parts = record.split(separator: 0x1F, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            return parts.count == 4 ? Commit(id: parts[0], date: parts[1], author: parts[2], subject: parts[3]) : nil
        }
    }

    public struct Commit: Sendable, Hashable {
        public var id: String
        /// ISO 8601.
        public var date: String
        public var author: String
        public var subject: String
    }

    private func line(_ arguments: [String]) async throws(Failure) -> String {
        var text = String(decoding: try await run(arguments), as: UTF8.self)
        while text.hasSuffix("\n") { text.removeLast() }
        return text
    }

    private func run(_ arguments: [String], input: [UInt8] = []) async throws(Failure) -> [UInt8] {
        do {
            let result = try await Subprocess.run(
                .name("git"), arguments: Arguments(["-C", folder] + arguments), input: .array(input),
                output: .bytes(limit: Self.outputLimit), error: .string(limit: 64 * 1024))
            guard result.terminationStatus.isSuccess else {
                var message = result.standardError
                while message.hasSuffix("\n") { message.removeLast() }
                throw Failure(message: message.isEmpty ? "git \(arguments[0]) found nothing" : message)
            }
            return result.standardOutput
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(message: "git could not be run: \(error)")
        }
    }
}
