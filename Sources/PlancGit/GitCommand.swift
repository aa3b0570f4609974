import Subprocess

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One call of the git command. A repository may come from anybody, and its configuration may name programs for many occasions:
/// for each of them git is told not to run any.
struct GitCommand: Sendable {
    var folder: String
    var timeLimit: Duration

    /// The most that is read from git at once.
    private static let outputLimit = 1 << 30

    /// Settings that stand before those of the repository.
    private static let settings = [
        // A watcher of files that git would ask what has changed.
        "core.fsmonitor=false",
        "core.hooksPath=/dev/null",
        "core.pager=cat",
        // Signatures are checked by a program that the configuration names.
        "log.showSignature=false",
        // Names and passwords for servers, should anything be fetched all the same.
        "credential.helper=",
        "core.askPass=",
        "core.sshCommand=false",
        "core.gitProxy=",
        "protocol.allow=never",
        "submodule.recurse=false",
        "diff.ignoreSubmodules=all",
        "gc.auto=0",
        "maintenance.auto=false",
        // A folder of the plan that pretends to be a repository is none.
        "safe.bareRepository=explicit",
    ]

    private static let environment: [Environment.Key: String?] = [
        "GIT_TERMINAL_PROMPT": "0",
        // Reading leaves the index alone.
        "GIT_OPTIONAL_LOCKS": "0",
        // What a partial clone does not hold is not fetched: git 2.45 knows the first, all know the second, which wins over
        // `protocol.NAME.allow` of the repository.
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_PAGER": "cat",
        "GIT_ASKPASS": nil,
        "SSH_ASKPASS": nil,
        "GIT_EXTERNAL_DIFF": nil,
        // What git says is looked at.
        "LC_ALL": "C",
        "LANGUAGE": nil,
    ]

    /// The bytes that git writes. `filters` are switched off for the call: names under `filter` in the configuration.
    func run(
        _ arguments: [String], input: [UInt8] = [], disabling filters: [String] = []
    ) async throws(Git.Failure) -> [UInt8] {
        let whole = ["-C", folder, "--no-pager"] + Self.settings.flatMap { ["-c", $0] } + arguments
        let variables = Self.environment.merging(Self.variables(disabling: filters)) { _, new in new }
        let limit = timeLimit
        do {
            return try await withThrowingTaskGroup(of: [UInt8].self) { group in
                group.addTask { try await Self.answer(whole, variables, input, arguments[0]) }
                group.addTask {
                    try await Task.sleep(for: limit)
                    throw Git.Failure(.tooSlow(Int(limit.components.seconds)))
                }
                // Whichever is first; the other is ended, git with all that it started.
                defer { group.cancelAll() }
                return try await group.next() ?? []
            }
        } catch let failure as Git.Failure {
            throw failure
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw Git.Failure(.notInstalled)
        } catch {
            throw Git.Failure(.said("git could not be run: \(error)"))
        }
    }

    private static func answer(
        _ arguments: [String], _ variables: [Environment.Key: String?], _ input: [UInt8], _ name: String
    ) async throws -> [UInt8] {
        var options = PlatformOptions()
        // Without a terminal nobody can be asked; as a group of its own it is ended as a whole.
        options.createSession = true
        options.teardownSequence = [
            .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(200)),
            .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(200)),
        ]
        let result = try await Subprocess.run(
            .name("git"), arguments: Arguments(arguments), environment: .inherit.updating(variables),
            platformOptions: options, input: .array(input), output: .bytes(limit: outputLimit),
            error: .string(limit: 64 * 1024))
        guard result.terminationStatus.isSuccess else {
            var message = result.standardError
            while message.hasSuffix("\n") { message.removeLast() }
            throw Git.Failure(saying: message, name)
        }
        return result.standardOutput
    }

    /// The names of programs that files go through on their way into the repository (`filter.NAME.clean`), which git runs to
    /// compare a file with a revision.
    func filters() async throws(Git.Failure) -> [String] {
        let listing: [UInt8]
        do {
            listing = try await run(["config", "-z", "--name-only", "--get-regexp", #"^filter\..*\."#])
        } catch  where error.reason.isEmptyAnswer {
            return []
        }
        let names = listing.split(separator: 0).compactMap { key -> String? in
            // `filter.NAME.clean`, where NAME may hold points.
            guard let last = key.lastIndex(of: UInt8(ascii: ".")), last > key.startIndex + 7 else { return nil }
            return String(decoding: key[(key.startIndex + 7)..<last], as: UTF8.self)
        }
        return Set(names).sorted()
    }

    /// Configuration by environment: a name may hold any character.
    private static func variables(disabling filters: [String]) -> [Environment.Key: String?] {
        if filters.isEmpty { return [:] }
        // Those that were there before stay.
        var count = getenv("GIT_CONFIG_COUNT").flatMap { Int(String(cString: $0)) } ?? 0
        var variables: [Environment.Key: String?] = [:]
        for filter in filters {
            for (key, value) in [("clean", ""), ("smudge", ""), ("process", ""), ("required", "false")] {
                variables[Environment.Key(stringLiteral: "GIT_CONFIG_KEY_\(count)")] = "filter.\(filter).\(key)"
                variables[Environment.Key(stringLiteral: "GIT_CONFIG_VALUE_\(count)")] = value
                count += 1
            }
        }
        variables["GIT_CONFIG_COUNT"] = String(count)
        return variables
    }
}

extension Git.Failure.Reason {
    /// `git config` found no such key: it says nothing and ends with 1.
    fileprivate var isEmptyAnswer: Bool { self == .said("git config found nothing") }
}
