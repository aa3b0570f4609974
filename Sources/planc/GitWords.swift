import PlancDiagnostics
import PlancGit
import PlancSource

extension Git.Failure {
    /// What went wrong between planc and git, and what helps.
    var phrase: Phrase {
        switch reason {
        case .notInstalled:
            Phrase(
                "git is not installed, or not on the PATH")
        case .noRepository:
            Phrase(
                "this folder is not in a git repository: revisions can only be compared inside one")
        case .otherOwner:
            Phrase(

                """
                this repository belongs to another user, so git refuses to read it: if you trust it, run 'git \
                config --global --add safe.directory FOLDER'
                """
            )
        case .unknownRevision(let name, let isShallow, let remote):
            unknown(visible(name), isShallow: isShallow, remote: remote.map { visible($0) })
        case .noCommonCommit(let a, let b, let isShallow):
            isShallow
                ? Phrase(
                    """
                    this clone is shallow: it does not hold the commit at which '{a}' and '{b}' parted; run 'git fetch \
                    --unshallow', or set 'fetch-depth: 0' for actions/checkout in the workflow
                    """, ["a": visible(a), "b": visible(b)])
                : Phrase(
                    "'{a}' and '{b}' have no common history: compare them with two dots, '{a}..{b}'",
                    ["a": visible(a), "b": visible(b)])
        case .notCheckedOut(let name):
            Phrase(
                "check looks at the files as they are, which are not those of '{name}': check it out first, or use diff",
                ["name": visible(name)])
        case .shallowHistory:
            Phrase(

                """
                this clone is shallow: it does not hold the whole history of the plan; run 'git fetch --unshallow', \
                or set 'fetch-depth: 0' for actions/checkout in the workflow
                """
            )
        case .missingObjects(let name):
            Phrase(

                """
                this clone was made without the contents of older files, and planc fetches nothing: run 'git \
                checkout {name}' once, or clone without --filter
                """, ["name": visible(name)]
            )
        case .tooSlow(let seconds):
            Phrase(
                "git gave no answer within {seconds} seconds: is the repository on a network drive, or locked?",
                ["seconds": seconds]
            )
        case .said(let message): Phrase(verbatim: visible(message))
        }
    }

    private func unknown(_ name: String, isShallow: Bool, remote: String?) -> Phrase {
        if let remote {
            return Phrase(
                "git knows no revision '{name}' here, but '{remote}': use that name", ["name": name, "remote": remote])
        }
        if isShallow {
            return Phrase(

                """
                git knows no revision '{name}': this clone is shallow, it holds the newest commits only; run 'git \
                fetch origin {name}' first, or set 'fetch-depth: 0' for actions/checkout in the workflow
                """, ["name": name]
            )
        }
        return Phrase(
            "git knows no revision '{name}': check the name, or run 'git fetch origin {name}' first", ["name": name]
        )
    }
}
