import ArgumentParser
import PlancDiagnostics
import PlancDriver
import PlancSigning
import PlancSource

struct Keygen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keygen",
        _superCommandName: Planc.name,
        abstract: said(
            "Make a pair of keys: one to sign outputs with, one to check signatures with."),
        discussion: said(

            """
            Writes NAME.key, which signs and which nobody else may have, and NAME.pub, which everybody may. \
            Both are in minisign's format. The secret key is encrypted with a password (scrypt, as minisign \
            does; that takes some seconds).
            """))

    @Argument(
        help: .said(
            "The files' name without its ending, such as keys/crisis."), completion: .file())
    var name: String
    @Option(
        help: .said(
            "Whom signatures with this key are by: a person or an office."))
    var signer: String?
    @Flag(
        help: .said(
            "Do not encrypt the secret key: whoever can read the file can sign. For machines."))
    var withoutPassword = false
    @Option(
        help: .said(
            "The number of an open file to read the password of the key from."))
    var keyPasswordFd: Int32?
    @OptionGroup var language: LanguageOption

    func validate() throws {
        if withoutPassword, keyPasswordFd != nil {
            throw ValidationError(
                said(
                    "--without-password and --key-password-fd exclude each other"))
        }
    }

    func run() throws {
        let language = language.value
        let (secretPath, publicPath) = (name + ".key", name + ".pub")
        for path in [secretPath, publicPath] where DiskWorld().kind(of: path) != nil {
            Terminal.writeError(
                Phrase(
                    "planc: {path} exists already: nothing is replaced\n", ["path": visible(path)]
                ).text(language))
            throw ExitStatus.couldNotRun.thrown
        }
        do {
            let draft = try SecretKey.generate { id in
                keyComment(name: signer, kind: "secret", id: id.description)
            }
            let password =
                withoutPassword ? nil : try Terminal.keyPassword(from: keyPasswordFd, isNew: true, language)
            let comment = keyComment(name: signer, kind: "public", id: draft.publicKey.id.description)
            try writeKeyPair(
                secret: (secretPath, try draft.fileText(password: password)),
                open: (publicPath, draft.publicKey.fileText(comment: comment)))
            Terminal.write(draft.publicKey.text + "\n")
        } catch let error as SigningError {
            Terminal.writeError("planc: \(error.phrase.text(language))\n")
            throw ExitStatus.couldNotRun.thrown
        } catch let error as FileError {
            reportProblems([Problem(error)], language: language)
            throw ExitStatus.couldNotRun.thrown
        }
        Terminal.writeError(
            Phrase(
                "{secretPath} signs: keep it to yourself. {publicPath} checks: give it away, and print the line above\n",
                ["secretPath": visible(secretPath), "publicPath": visible(publicPath)]
            ).text(language)
        )
    }
}
