import PlancGit
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Git in a folder, waited for: other tests may hold every thread for longer than a user would wait.
private func patientGit(_ folder: String) -> Git { Git(folder: folder, timeLimit: .seconds(900)) }

@Suite struct GitTests {
    @Test func aFolderWithoutRepositorySaysSo() async {
        await #expect { try await patientGit("/").commit("HEAD") } throws: {
            ($0 as? Git.Failure)?.reason == .noRepository
        }
    }

    @Test func changedFilesAndThoseThatGitHolds() async throws {
        let repository = Repository()
        defer { repository.remove() }
        repository.write("plans/a.md", "a\n")
        repository.write("plans/b.md", "b\n")
        repository.write("plans/crlf.md", "one\r\ntwo\r\n")
        repository.write(".gitattributes", "crlf.md text eol=crlf\n")
        repository.git("add -A && git commit -qm first")
        repository.write("plans/b.md", "edited\n")
        repository.write("plans/new.md", "new\n")
        repository.write("plans/hidden.md", "hidden\n")
        repository.git("add plans/hidden.md && git update-index --assume-unchanged plans/hidden.md")
        let git = patientGit(repository.folder + "/plans")
        let changed = try await git.changedFiles(since: "HEAD")
        #expect(changed == ["plans/b.md", "plans/hidden.md", "plans/new.md"])
        let held = await git.filesAsCommitted()
        #expect(held == ["a.md", "crlf.md"])
        let files = try await git.files(at: "HEAD", below: ["plans"])
        #expect(files.map(\.path) == ["plans/a.md", "plans/b.md", "plans/crlf.md"])
        let root = try await git.root()
        #expect(root.hasSuffix(repository.folder))
        let prefix = try await git.prefix()
        #expect(prefix == "plans/")
    }

    /// What nobody reads to its end is not read: its size is seen, its bytes are not asked for.
    @Test func largeFilesAreNotReadWhole() async throws {
        let repository = Repository()
        defer { repository.remove() }
        repository.write("film.bin", String(repeating: "x", count: 5_000))
        repository.write("plan.md", "plan\n")
        repository.git("add -A && git commit -qm first")
        let files = try await patientGit(repository.folder).files(at: "HEAD", below: []) { $0 == "plan.md" ? 100 : 10 }
        #expect(files.map(\.path) == ["film.bin", "plan.md"])
        #expect(files.map(\.bytes.count) == [11, 5])
        #expect(files[0].bytes.allSatisfy { $0 == 0 })
        #expect(String(decoding: files[1].bytes, as: UTF8.self) == "plan\n")
    }

    @Test func anUnknownRevisionIsExplained() async throws {
        let repository = Repository()
        defer { repository.remove() }
        repository.write("a.md", "a\n")
        repository.git("add -A && git commit -qm first")
        for (revision, reason) in [
            ("nowhere", Git.Failure.Reason.unknownRevision("nowhere", isShallow: false, remote: nil)),
            ("--output=x", .unknownRevision("--output=x", isShallow: false, remote: nil)),
            ("", .unknownRevision("", isShallow: false, remote: nil)),
        ] {
            await #expect { try await patientGit(repository.folder).changedFiles(since: revision) } throws: {
                ($0 as? Git.Failure)?.reason == reason
            }
        }
        repository.git("update-ref refs/remotes/origin/main HEAD && git checkout -q -b topic && git branch -q -D main")
        await #expect { try await patientGit(repository.folder).commit("main") } throws: {
            ($0 as? Git.Failure)?.reason == .unknownRevision("main", isShallow: false, remote: "origin/main")
        }
    }

    @Test func aShallowCloneIsExplained() async throws {
        let repository = Repository()
        defer { repository.remove() }
        for text in ["one", "two", "three"] {
            repository.write("a.md", text)
            repository.git("add -A && git commit -qm \(text)")
        }
        repository.git("clone -q --depth 1 file://\(repository.folder) clone")
        let git = patientGit(repository.folder + "/clone")
        await #expect { try await git.commit("HEAD~1") } throws: {
            ($0 as? Git.Failure)?.reason == .unknownRevision("HEAD~1", isShallow: true, remote: nil)
        }
        await #expect { try await git.history(of: ".", limit: 20) } throws: {
            ($0 as? Git.Failure)?.reason == .shallowHistory
        }
        let enough = try await git.history(of: ".", limit: 1)
        #expect(enough.map(\.subject) == ["three"])
        let whole = try await patientGit(repository.folder).history(of: ".", limit: 20)
        #expect(whole.map(\.subject) == ["three", "two", "one"])
    }

    @Test func aCloneWithoutContentsIsExplainedAndNothingIsFetched() async throws {
        let repository = Repository()
        defer { repository.remove() }
        repository.write("a.md", "old\n")
        repository.git("add -A && git commit -qm first")
        repository.write("a.md", "new\n")
        repository.git("commit -qam second && git config uploadpack.allowFilter true")
        repository.git("clone -q --filter=blob:none file://\(repository.folder) clone")
        let git = patientGit(repository.folder + "/clone")
        await #expect { try await git.files(at: "HEAD~1", below: []) } throws: {
            ($0 as? Git.Failure)?.reason == .missingObjects("HEAD~1")
        }
        let now = try await git.files(at: "HEAD", below: [])
        #expect(now.map(\.bytes) == [Array("new\n".utf8)])
    }

    @Test func gitThatDoesNotAnswerIsLeft() async throws {
        let repository = Repository()
        defer { repository.remove() }
        repository.write("a.md", "a\n")
        repository.git("add -A && git commit -qm first")
        await #expect { try await Git(folder: repository.folder, timeLimit: .zero).root() } throws: {
            ($0 as? Git.Failure)?.reason == .tooSlow(0)
        }
    }
}

/// A repository may come from anybody: whatever its configuration says, none of its programs is run.
@Suite struct ForeignProgramsTests {
    /// A program that leaves a trace, under every setting that git runs programs for.
    private func planted() -> Repository {
        let repository = Repository()
        let program = repository.folder + "/.git/program"
        writeFile(Array("#!/bin/sh\necho \"$0 $@\" >> '\(repository.trace)'\ncat\n".utf8), program)
        chmod(program, 0o755)
        repository.write("plans/a.md", "a\n")
        repository.write("plans/b.md", "b\n")
        repository.git("add -A && git commit -qm first")
        repository.write(".gitattributes", "*.md filter=x.y diff=z merge=m\n")
        for setting in [
            "core.fsmonitor", "filter.x.y.clean", "filter.x.y.smudge", "diff.z.command", "diff.z.textconv",
            "diff.external", "core.pager", "pager.log", "core.editor", "core.sshCommand", "core.askPass", "gpg.program",
            "credential.helper", "core.alternateRefsCommand", "core.gitProxy", "merge.m.driver", "sequence.editor",
            "interactive.diffFilter", "trailer.x.cmd", "uploadpack.packObjectsHook", "remote.origin.uploadpack",
        ] { repository.git("config \(setting) '\(program)'") }
        for (setting, value) in [
            ("filter.x.y.required", "true"), ("log.showSignature", "true"), ("alias.diff", "!\(program)"),
            ("alias.log", "!\(program)"), ("remote.origin.url", "ext::\(program) %S"), ("protocol.ext.allow", "always"),
            ("protocol.file.allow", "always"), ("remote.origin.promisor", "true"),
            ("extensions.partialClone", "origin"), ("core.repositoryFormatVersion", "1"),
            ("diff.trustExitCode", "true"),
            ("core.hooksPath", repository.folder + "/hooks"),
        ] { repository.git("config \(setting) '\(value)'") }
        for hook in [
            "post-index-change", "fsmonitor-watchman", "post-checkout", "reference-transaction", "pre-auto-gc",
        ] {
            let path = "\(repository.folder)/hooks/\(hook)"
            writeFile(Array("#!/bin/sh\necho \"\(hook)\" >> '\(repository.trace)'\n".utf8), path)
            chmod(path, 0o755)
        }
        return repository
    }

    @Test func noneIsRun() async throws {
        let repository = planted()
        defer { repository.remove() }
        // Written anew with what they held: git has to look at what they hold.
        sleep(1)
        for path in ["plans/a.md", "plans/b.md"] { repository.write(path, path.contains("a.") ? "a\n" : "other\n") }
        // They are programs that git runs, if it is let.
        repository.git("status >/dev/null 2>&1; cd '\(repository.folder)' && git diff HEAD >/dev/null 2>&1 </dev/null")
        #expect(readFile(repository.trace)?.isEmpty == false)
        unlink(repository.trace)
        let git = patientGit(repository.folder + "/plans")
        let changed = try await git.changedFiles(since: "HEAD")
        #expect(changed.contains("plans/b.md") && !changed.contains("plans/a.md"))
        _ = await git.filesAsCommitted()
        _ = try await git.files(at: "HEAD", below: ["plans"])
        _ = try? await git.history(of: ".", limit: 20)
        _ = try? await git.commit("1111111111111111111111111111111111111111")
        _ = try? await git.commit("nothing")
        _ = try await git.root()
        _ = try await git.prefix()
        #expect(text(repository.trace) == nil)
    }

    /// What a partial clone does not hold would be fetched, by a program that its configuration names.
    @Test func nothingIsFetched() async throws {
        let repository = planted()
        defer { repository.remove() }
        repository.git("rev-parse HEAD:plans/a.md > object")
        let object = text(repository.folder + "/object")?.prefix { $0 != "\n" } ?? ""
        unlink("\(repository.folder)/.git/objects/\(object.prefix(2))/\(object.dropFirst(2))")
        unlink(repository.trace)
        await #expect(throws: Git.Failure.self) {
            try await patientGit(repository.folder).files(at: "HEAD", below: ["plans"])
        }
        #expect(text(repository.trace) == nil)
    }

    /// Files of a plan that look like a repository's are none.
    @Test func aFolderThatPretendsToBeARepository() async throws {
        let repository = Repository()
        defer { repository.remove() }
        let plan = repository.folder + "/plan"
        for (path, text) in [
            ("HEAD", "ref: refs/heads/main\n"), ("objects/x", ""), ("refs/x", ""),
            (
                "config",
                "[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n\tfsmonitor = touch '\(repository.trace)'\n"
            ),
        ] { writeFile(Array(text.utf8), "\(plan)/\(path)") }
        _ = try? await patientGit(plan).changedFiles(since: "HEAD")
        _ = await patientGit(plan).filesAsCommitted()
        #expect(text(repository.trace) == nil)
    }

    private func text(_ path: String) -> String? { readFile(path).map { String(decoding: $0, as: UTF8.self) } }
}

/// A repository of one's own with nothing of the machine's configuration.
struct Repository {
    let folder: String
    var trace: String { folder + "/.git/trace" }

    init() {
        var template = Array("/tmp/planc-test-XXXXXX".utf8CString)
        folder = template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)) }
        git("init -q -b main .")
    }

    func write(_ path: String, _ text: String) { writeFile(Array(text.utf8), "\(folder)/\(path)") }

    func git(_ command: String) {
        let variables =
            "GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=T GIT_AUTHOR_EMAIL=t@x.example"
        let status = shell(
            "cd '\(folder)' && export \(variables) GIT_COMMITTER_NAME=T GIT_COMMITTER_EMAIL=t@x.example && git \(command)"
        )
        if status != 0, !command.contains("status >/dev/null") { print("git \(command): \(status)") }
    }

    func remove() { removeTree(folder) }
}

private func shell(_ command: String) -> Int32 {
    var process = pid_t()
    var arguments: [UnsafeMutablePointer<CChar>?] = []
    for word in ["/bin/sh", "-c", command] { arguments.append(strdup(word)) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    guard posix_spawn(&process, "/bin/sh", nil, nil, &arguments, environ) == 0 else { return -1 }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return status
}
