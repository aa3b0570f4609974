import ArgumentParser
import PlancData
import PlancDiagnostics
import PlancDriver
import PlancSigning
import PlancSource

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: said(
            "Check that a compiled output is whole and unchanged, and who signed it.",
            "Vérifier qu’une sortie compilée est entière et inchangée, et qui l’a signée."),
        discussion: said(
            """
            DIR is a plan's folder in the output, such as Output/valmereau, or a copy of it on a stick. The manifest shows what \
            was lost, added or changed by accident; with --key its signature shows who made it, against those who mean to deceive.
            """,
            """
            DIR est le dossier d’un plan dans la sortie, comme Output/valmereau, ou sa copie sur une clé. Le manifeste montre ce \
            qui a été perdu, ajouté ou changé par accident ; avec --key, sa signature montre qui l’a fait, face à qui veut tromper.
            """))

    @Argument(help: .said("The folder with the manifest.", "Le dossier du manifeste."), completion: .directory)
    var folder: String
    @Option(
        help: .said(
            "The public key that the manifest must be signed with: a file, or the 56 characters of the key.",
            "La clé publique qui doit avoir signé le manifeste : un fichier, ou les 56 caractères de la clé."),
        completion: .file(extensions: ["pub"]))
    var key: String?
    @OptionGroup var language: LanguageOption

    func run() throws {
        let language = language.value
        let french = language == .french
        let verification: Verification
        do {
            verification = try verify(folder, key: try key.map { try publicKey($0, language) }, in: DiskWorld())
        } catch let error as VerifyError {
            switch error {
            case .world(let error): complain([Problem(error)], language: language)
            case .manifest(let fault):
                Terminal.complain("planc: \(visible(folder))/\(manifestName): \(fault.phrase.text(language))\n")
            }
            throw ExitStatus.couldNotRun.thrown
        }
        for difference in verification.differences {
            Terminal.write("\(difference.kind.phrase.text(language)): \(visible(difference.path))\n")
        }
        switch verification.signature {
        case .valid(let key, let seconds, let name):
            let when = seconds.map(momentText)
            Terminal.write(
                (french ? "signé" : "signed")
                    + (name.map { (french ? " par " : " by ") + visible($0) } ?? "")
                    + (when.map { (french ? " le " : " on ") + $0 } ?? "")
                    + (french ? " avec la clé \(key)\n" : " with key \(key)\n"))
        case .unchecked(let key):
            Terminal.complain(
                french
                    ? "il y a une signature de la clé \(key), non vérifiée : donnez la clé publique avec --key\n"
                    : "there is a signature by key \(key), not checked: give the public key with --key\n")
        case .none, .invalid: break
        }
        if !verification.differences.isEmpty { throw ExitStatus.findings.thrown }
        Terminal.complain(french ? "tout est là, rien n’a changé\n" : "everything is there and unchanged\n")
    }

    private func publicKey(_ given: String, _ language: Language) throws -> PublicKey {
        if let key = try? PublicKey(reading: given) { return key }
        let bytes: [UInt8]
        do {
            bytes = try DiskWorld().read(given, limit: 65_536)
        } catch {
            complain([Problem(error)], language: language)
            throw ExitStatus.couldNotRun.thrown
        }
        do {
            return try PublicKey(reading: String(decoding: bytes, as: UTF8.self))
        } catch {
            Terminal.complain("planc: \(visible(given)): \(error.phrase.text(language))\n")
            throw ExitStatus.couldNotRun.thrown
        }
    }
}

extension Difference.Kind {
    fileprivate var phrase: Phrase {
        switch self {
        case .missing: Phrase(en: "missing", fr: "absent")
        case .changed: Phrase(en: "changed", fr: "modifié")
        case .unexpected: Phrase(en: "not in the manifest", fr: "hors du manifeste")
        case .notAFile:
            Phrase(
                en: "a link, folder or device in place of a file",
                fr: "un lien, un dossier ou un périphérique à la place d’un fichier")
        case .unsigned: Phrase(en: "no signature", fr: "pas de signature")
        case .badSignature:
            Phrase(
                en: "the signature does not belong to this manifest", fr: "la signature n’est pas celle de ce manifeste"
            )
        case .otherKey: Phrase(en: "signed with another key", fr: "signé avec une autre clé")
        }
    }
}

extension ManifestFault {
    fileprivate var phrase: Phrase {
        switch self {
        case .foreign: Phrase(en: "planc did not write this manifest", fr: "planc n’a pas écrit ce manifeste")
        case .path(let path):
            Phrase(
                en: "planc did not write this manifest: it names '\(visible(path))', a path that no output has there",
                fr:
                    "planc n’a pas écrit ce manifeste : il nomme « \(visible(path)) », un chemin qu’aucune sortie n’a là"
            )
        case .entry(let path):
            Phrase(
                en: "planc did not write this manifest: the size or the checksum of '\(visible(path))' is impossible",
                fr: "planc n’a pas écrit ce manifeste : la taille ou l’empreinte de « \(visible(path)) » est impossible"
            )
        }
    }
}
