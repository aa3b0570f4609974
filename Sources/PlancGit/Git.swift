/// What planc asks of git, by the git command. No program that a repository's configuration names is run on the way
/// (`GitCommand`), nothing is fetched, and nobody is asked anything.
public struct Git: Sendable {
    /// The folder that git is run in.
    public var folder: String
    /// How long one question to git may take.
    public var timeLimit: Duration

    public init(folder: String = ".", timeLimit: Duration = .seconds(60)) {
        self.folder = folder
        self.timeLimit = timeLimit
    }

    /// A file of a revision.
    public struct TreeFile: Sendable {
        /// From the root of the repository.
        public var path: String
        /// All that it holds in that revision, in bytes.
        public var bytes: [UInt8]
    }

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
        do {
            return try await line(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"])
        } catch {
            throw await explained(error, revision)
        }
    }

    /// The commit at which two revisions parted.
    public func mergeBase(_ a: String, _ b: String) async throws(Failure) -> String {
        let (first, second) = (try await commit(a), try await commit(b))
        do {
            return try await line(["merge-base", first, second])
        } catch {
            guard error.reason == .said("git merge-base found nothing") else { throw error }
            throw Failure(.noCommonCommit(a, b, isShallow: await isShallow()))
        }
    }

    /// Files that differ from a revision in the working tree, untracked ones included; from the root of the repository.
    public func changedFiles(since revision: String) async throws(Failure) -> [String] {
        let commit = try await commit(revision)
        let changed = try await run(
            ["diff", "--name-only", "-z", "--no-renames", "--diff-filter=d"] + Self.plainDiff + [commit, "--"],
            readsFiles: true)
        let untracked = try await run(["ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ":/"])
        return Set(Self.paths(changed) + Self.paths(untracked)).sorted()
    }

    /// Files below the folder whose bytes git holds just as they are: whoever replaces one loses nothing. Paths from the
    /// folder; none where there is no repository.
    public func filesAsCommitted() async -> Set<String> {
        do {
            let listed = try await run(["ls-files", "-v", "-z", "--", "."])
            // `H` marks what git compares by itself; `h` and `S` what it was asked not to look at.
            var held = Set(Self.paths(listed).filter { $0.hasPrefix("H ") }.map { String($0.dropFirst(2)) })
            if held.isEmpty { return [] }
            let changed = try await run(
                ["diff-files", "--name-only", "--relative", "-z"] + Self.plainDiff + ["--", "."], readsFiles: true)
            held.subtract(Self.paths(changed))
            return held
        } catch {
            return []
        }
    }

    /// No program for differences, no look into submodules, which have programs of their own.
    private static let plainDiff = ["--no-ext-diff", "--no-textconv", "--ignore-submodules=all"]

    private static func paths(_ output: [UInt8]) -> [String] {
        output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Every plain file below paths (from the root; all files without one) as a revision has it, in the order of paths.
    ///
    /// - Parameter limit: the most bytes that anybody reads of the file at a path. A larger one is not asked for: in its place are as many
    ///   zeros as show that it is larger.
    public func files(
        at revision: String, below paths: [String], upTo limit: (String) -> Int = { _ in .max }
    ) async throws(Failure) -> [TreeFile] {
        let commit = try await commit(revision)
        do {
            let listing = try await run(["ls-tree", "-r", "-l", "-z", "--full-tree", commit, "--"] + paths)
            return try await files(listed: listing, upTo: limit)
        } catch {
            throw await isPartialClone() ? Failure(.missingObjects(revision)) : error
        }
    }

    private func files(listed listing: [UInt8], upTo limit: (String) -> Int) async throws(Failure) -> [TreeFile] {
        var entries: [Entry] = []
        for record in listing.split(separator: 0) {
            guard let tab = record.firstIndex(of: UInt8(ascii: "\t")) else { continue }
            let words = record[..<tab].split(separator: UInt8(ascii: " "))
            // Links and submodules are no sources.
            guard words.count >= 4, words[0].starts(with: "100".utf8) else { continue }
            let path = String(decoding: record[(tab + 1)...], as: UTF8.self)
            let size = Int(String(decoding: words[3], as: UTF8.self)) ?? 0
            let most = limit(path)
            entries.append(
                Entry(
                    object: String(decoding: words[2], as: UTF8.self), path: path, instead: size > most ? most + 1 : nil
                ))
        }
        let request = entries.filter { $0.instead == nil }.map { $0.object + "\n" }.joined()
        let answer =
            request.isEmpty ? [] : try await run(["cat-file", "--batch", "--buffer"], input: Array(request.utf8))
        return try Self.objects(in: answer, entries)
    }

    /// A file of a tree.
    private struct Entry {
        var object: String
        var path: String
        /// Of one that is too large to be read: how many zeros stand in its place.
        var instead: Int?
    }

    /// `OBJECT blob SIZE LF BYTES LF`, once for each entry that was asked for.
    private static func objects(in answer: [UInt8], _ entries: [Entry]) throws(Failure) -> [TreeFile] {
        var files: [TreeFile] = []
        var place = 0
        for entry in entries {
            if let instead = entry.instead {
                files.append(TreeFile(path: entry.path, bytes: [UInt8](repeating: 0, count: instead)))
                continue
            }
            guard let end = answer[place...].firstIndex(of: UInt8(ascii: "\n")),
                let size = Int(
                    String(decoding: answer[place..<end].split(separator: UInt8(ascii: " ")).last ?? [], as: UTF8.self)),
                size >= 0, size < answer.count - end - 1
            else { throw Failure(.said("git cat-file gave an answer that cannot be read")) }
            files.append(TreeFile(path: entry.path, bytes: Array(answer[(end + 1)..<(end + 1 + size)])))
            place = end + 1 + size + 1
        }
        return files
    }

    /// The last commits that touched a path, the newest first. A clone that does not hold enough of them is refused: a history
    /// that begins anywhere would be printed as the whole one.
    public func history(of path: String, limit: Int) async throws(Failure) -> [Commit] {
        let format = "--format=%h%x1f%cs%x1f%an%x1f%s"
        let output = try await run(["log", "-z", "-n", String(limit), "--no-show-signature", format, "--", path])
        let commits = output.split(separator: 0).compactMap { record -> Commit? in
            let parts = record.split(separator: 0x1F, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            return parts.count == 4 ? Commit(id: parts[0], date: parts[1], author: parts[2], subject: parts[3]) : nil
        }
        if commits.count < limit, await isShallow() { throw Failure(.shallowHistory) }
        return commits
    }

    /// A commit, as the history of revisions prints it.
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

    private func run(
        _ arguments: [String], input: [UInt8] = [], readsFiles: Bool = false
    ) async throws(Failure) -> [UInt8] {
        let command = GitCommand(folder: folder, timeLimit: timeLimit)
        return try await command.run(
            arguments, input: input, disabling: readsFiles ? try await command.filters() : [])
    }

    /// The clone was made with a part of the history only.
    private func isShallow() async -> Bool { (try? await line(["rev-parse", "--is-shallow-repository"])) == "true" }

    /// The clone was made without the contents of older files.
    private func isPartialClone() async -> Bool {
        let found = try? await run(
            ["config", "--get-regexp", #"^(extensions\.partialclone|remote\..*\.promisor)$"#])
        return found?.isEmpty == false
    }

    /// Why a revision is not known, with what helps.
    private func explained(_ failure: Failure, _ revision: String) async -> Failure {
        guard case .said = failure.reason else { return failure }
        do {
            let refs = try await run(["for-each-ref", "--format=%(refname:short)", "--count=10000"])
            let names = refs.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
            return Failure(
                .unknownRevision(
                    revision, isShallow: await isShallow(), remote: names.first { $0.hasSuffix("/" + revision) }))
        } catch {
            return error
        }
    }
}
