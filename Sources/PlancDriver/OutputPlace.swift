import PlancDiagnostics
import PlancFiles
import PlancSource

public typealias OutputFile = PlancFiles.OutputFile
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
        path = error.path
        message = error.reason.phrase
    }
}

extension FileError.Reason {
    var phrase: Phrase {
        switch self {
        case .missing: Phrase(en: "there is no such file or folder", fr: "ce fichier ou dossier n’existe pas")
        case .denied: Phrase(en: "permission denied", fr: "accès refusé")
        case .noSpace: Phrase(en: "the disk is full", fr: "le disque est plein")
        case .isFolder: Phrase(en: "this is a folder, not a file", fr: "c’est un dossier, pas un fichier")
        case .notFolder: Phrase(en: "this is not a folder", fr: "ce n’est pas un dossier")
        case .readOnly: Phrase(en: "this disk is read-only", fr: "ce disque est en lecture seule")
        case .exists: Phrase(en: "this already exists", fr: "ce fichier ou dossier existe déjà")
        case .linkToNowhere:
            Phrase(en: "this is a link that leads nowhere", fr: "c’est un lien qui ne mène nulle part")
        case .changedMeanwhile:
            Phrase(
                en: "the file was changed after planc read it: nothing is written, run the command again",
                fr: "le fichier a été modifié après sa lecture par planc : rien n’est écrit, relancez la commande")
        case .inUse(let process):
            Phrase(
                en:
                    "another planc\(process.map { " (process \($0))" } ?? "") is building into this folder: wait until it is done, or choose another --output",
                fr:
                    "un autre planc\(process.map { " (processus \($0))" } ?? "") compile vers ce dossier : attendez qu’il ait fini, ou choisissez un autre --output"
            )
        case .notAnOutput:
            Phrase(
                en:
                    "this folder holds files that planc did not write: nothing is replaced; choose another --output, or move them away",
                fr:
                    "ce dossier contient des fichiers que planc n’a pas écrits : rien n’est remplacé ; choisissez un autre --output, ou déplacez-les"
            )
        case .foreign(let paths):
            Phrase(
                en:
                    "not written by planc, or changed since, where new files have to go: \(list(paths)); nothing is replaced: move away what you need, delete the rest, and build again",
                fr:
                    "pas écrits par planc, ou modifiés depuis, là où de nouveaux fichiers doivent aller : \(list(paths)) ; rien n’est remplacé : mettez de côté ce qu’il vous faut, supprimez le reste, puis recompilez"
            )
        case .sameFile(let one, let other):
            Phrase(
                en: "'\(visible(one))' and '\(visible(other))' would be one file: give one of them another id",
                fr:
                    "« \(visible(one)) » et « \(visible(other)) » seraient un même fichier : changez un des identifiants"
            )
        case .badName(let name):
            Phrase(
                en: "'\(visible(name))' cannot be the name of a file on every system",
                fr: "« \(visible(name)) » ne peut pas être le nom d’un fichier sur tous les systèmes")
        case .mountPoint:
            Phrase(
                en:
                    "a disk is mounted on this folder, so it cannot be replaced in one step: choose a folder inside it as --output",
                fr:
                    "un disque est monté sur ce dossier, qui ne peut donc pas être remplacé d’un coup : choisissez comme --output un dossier à l’intérieur"
            )
        case .system(let number):
            Phrase(en: "the system refuses (error \(number))", fr: "le système refuse (erreur \(number))")
        }
    }

    /// The first few, and how many more.
    private func list(_ paths: [String]) -> String {
        let shown = paths.prefix(5).map { visible($0) }.joined(separator: ", ")
        return paths.count > 5 ? "\(shown), … (\(paths.count))" : shown
    }
}
