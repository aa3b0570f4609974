import PlancDiagnostics
import PlancGit
import PlancSource

extension Git.Failure {
    /// What went wrong between planc and git, and what helps.
    var phrase: Phrase {
        switch reason {
        case .notInstalled:
            Phrase(
                en: "git is not installed, or not on the PATH", fr: "git n’est pas installé, ou n’est pas dans le PATH")
        case .noRepository:
            Phrase(
                en: "this folder is not in a git repository: revisions can only be compared inside one",
                fr: "ce dossier n’est pas dans un dépôt git : les révisions ne se comparent que là")
        case .otherOwner:
            Phrase(
                en:
                    "this repository belongs to another user, so git refuses to read it: if you trust it, run 'git config --global --add safe.directory FOLDER'",
                fr:
                    "ce dépôt appartient à un autre utilisateur, git refuse donc de le lire : si vous lui faites confiance, lancez « git config --global --add safe.directory DOSSIER »"
            )
        case .unknownRevision(let name, let isShallow, let remote):
            unknown(visible(name), isShallow: isShallow, remote: remote.map { visible($0) })
        case .shallowHistory:
            Phrase(
                en:
                    "this clone is shallow: it does not hold the whole history of the plan; run 'git fetch --unshallow', or set 'fetch-depth: 0' for actions/checkout in the workflow",
                fr:
                    "ce clone est superficiel : il ne contient pas tout l’historique du plan ; lancez « git fetch --unshallow », ou mettez « fetch-depth: 0 » pour actions/checkout dans le workflow"
            )
        case .missingObjects(let name):
            Phrase(
                en:
                    "this clone was made without the contents of older files, and planc fetches nothing: run 'git checkout \(visible(name))' once, or clone without --filter",
                fr:
                    "ce clone a été fait sans le contenu des anciens fichiers, et planc ne télécharge rien : lancez une fois « git checkout \(visible(name)) », ou clonez sans --filter"
            )
        case .tooSlow(let seconds):
            Phrase(
                en: "git gave no answer within \(seconds) seconds: is the repository on a network drive, or locked?",
                fr:
                    "git n’a pas répondu en \(seconds) secondes : le dépôt est-il sur un lecteur réseau, ou verrouillé ?"
            )
        case .said(let message): Phrase(en: visible(message), fr: visible(message))
        }
    }

    private func unknown(_ name: String, isShallow: Bool, remote: String?) -> Phrase {
        if let remote {
            return Phrase(
                en: "git knows no revision '\(name)' here, but '\(remote)': use that name",
                fr: "git ne connaît pas ici de révision « \(name) », mais « \(remote) » : employez ce nom")
        }
        if isShallow {
            return Phrase(
                en:
                    "git knows no revision '\(name)': this clone is shallow, it holds the newest commits only; run 'git fetch origin \(name)' first, or set 'fetch-depth: 0' for actions/checkout in the workflow",
                fr:
                    "git ne connaît pas de révision « \(name) » : ce clone est superficiel, il ne contient que les derniers commits ; lancez d’abord « git fetch origin \(name) », ou mettez « fetch-depth: 0 » pour actions/checkout dans le workflow"
            )
        }
        return Phrase(
            en: "git knows no revision '\(name)': check the name, or run 'git fetch origin \(name)' first",
            fr:
                "git ne connaît pas de révision « \(name) » : vérifiez le nom, ou lancez d’abord « git fetch origin \(name) »"
        )
    }
}
