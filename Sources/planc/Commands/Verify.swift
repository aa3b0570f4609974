import ArgumentParser
import PlancData
import PlancDiagnostics
import PlancDriver
import PlancSigning
import PlancSource

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        _superCommandName: Planc.name,
        abstract: said(
            "Check that a compiled output is whole and unchanged, and who signed it."),
        discussion: said(

            """
            DIR is a plan's folder in the output, such as Output/valmereau, or a copy of it on a stick. The \
            manifest shows what was lost, added or changed by accident; with --key its signature shows who made \
            it, against those who mean to deceive.
            """))

    @Argument(help: .said("The folder with the manifest."), completion: .directory)
    var folder: String
    @Option(
        help: .said(
            "The public key that the manifest must be signed with: a file, or the 56 characters of the key."),
        completion: .file(extensions: ["pub"]))
    var key: String?
    @OptionGroup var language: LanguageOption

    func run() throws {
        let language = language.value
        let verification: Verification
        do {
            verification = try verify(folder, key: try key.map { try publicKey($0, language) }, in: DiskWorld())
        } catch let error as VerifyError {
            switch error {
            case .world(let error): reportProblems([Problem(error)], language: language)
            case .manifest(let fault):
                Terminal.writeError("planc: \(visible(folder))/\(manifestName): \(fault.phrase.text(language))\n")
            }
            throw ExitStatus.couldNotRun.thrown
        }
        for difference in verification.differences {
            Terminal.write("\(difference.kind.phrase.text(language)): \(visible(difference.path))\n")
        }
        switch verification.signature {
        case .valid(let key, let seconds, let name):
            let when = seconds.map(momentText)
            let parts = [
                Phrase("signed"), name.map { Phrase(" by {name}", ["name": visible($0)], context: "signed") },
                when.map { Phrase(" on {day}", ["day": $0], context: "signed") },
                Phrase(" with key {key}\n", ["key": key]),
            ]
            Terminal.write(Phrase(joining: parts.compactMap { $0 }).text(language))
        case .unchecked(let key):
            Terminal.writeError(
                Phrase(
                    "there is a signature by key {key}, not checked: give the public key with --key\n", ["key": key]
                ).text(language))
        case .none, .invalid: break
        }
        if !verification.differences.isEmpty { throw ExitStatus.findings.thrown }
        Terminal.writeError(
            Phrase(
                "everything is there and unchanged\n"
            ).text(language))
    }

    private func publicKey(_ given: String, _ language: Language) throws -> PublicKey {
        if let key = try? PublicKey(reading: given) { return key }
        let bytes: [UInt8]
        do {
            bytes = try DiskWorld().read(given, limit: 65_536)
        } catch {
            reportProblems([Problem(error)], language: language)
            throw ExitStatus.couldNotRun.thrown
        }
        do {
            return try PublicKey(reading: String(decoding: bytes, as: UTF8.self))
        } catch {
            Terminal.writeError("planc: \(visible(given)): \(error.phrase.text(language))\n")
            throw ExitStatus.couldNotRun.thrown
        }
    }
}

extension Difference.Kind {
    fileprivate var phrase: Phrase {
        switch self {
        case .missing: Phrase("missing")
        case .changed: Phrase("changed", context: "Verify")
        case .unexpected: Phrase("not in the manifest")
        case .notAFile:
            Phrase(
                "a link, folder or device in place of a file")
        case .unsigned: Phrase("no signature")
        case .badSignature:
            Phrase(
                "the signature does not belong to this manifest"
            )
        case .otherKey: Phrase("signed with another key")
        }
    }
}

extension ManifestFault {
    fileprivate var phrase: Phrase {
        switch self {
        case .foreign: Phrase("planc did not write this manifest")
        case .path(let path):
            Phrase(
                "planc did not write this manifest: it names '{path}', a path that no output has there",
                ["path": visible(path)]
            )
        case .entry(let path):
            Phrase(
                "planc did not write this manifest: the size or the checksum of '{path}' is impossible",
                ["path": visible(path)]
            )
        }
    }
}
