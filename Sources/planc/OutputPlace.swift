import PlancData
import PlancDiagnostics
import PlancDriver
import PlancFiles
import PlancGit
import PlancSource

/// The folder of a plan's output for as long as a build is at work in it: what was there before, and what planc says of it.
struct OutputPlace {
    /// The output that is there, as far as it still is as it was written.
    let old: OldOutput?
    private let folder: OutputFolder
    private let known: [KnownFile]?
    /// Files that git holds as they are: replacing them loses nothing.
    private let held: Set<String>
    private let language: Language

    /// Waits for another build into the same folder, and says so.
    init(_ name: String, in output: String, _ language: Language) async throws {
        self.language = language
        do {
            folder = try OutputFolder(name, in: output) { process in
                let who = process.map { language == .french ? " (processus \($0))" : " (process \($0))" } ?? ""
                Terminal.complain(
                    language == .french
                        ? "un autre planc\(who) compile vers \(visible(output)) : planc attend\n"
                        : "another planc\(who) is building into \(visible(output)): waiting\n")
            }
        } catch {
            complain([Problem(error)], language: language)
            throw ExitStatus.couldNotRun.thrown
        }
        let manifest = folder.read(manifestName, limit: WrittenManifest.largestManifest)
        var found = manifest.flatMap(OldOutput.init(manifest:))
        if let manifest, let output = found {
            let written = output.known(
                manifest: manifest, signature: folder.read(manifestSignatureName, limit: 1 << 16))
            let unchanged = folder.unchanged(written)
            found?.keepOnly(unchanged)
            known = written
            held = unchanged.count < written.count ? await Git(folder: folder.path).filesAsCommitted() : []
        } else {
            known = nil
            // A clone holds the texts of an output, and not the manifest.
            held = await Git(folder: folder.path).filesAsCommitted()
        }
        old = found
    }

    /// Puts the new output in place, and names what in the folder is not planc's.
    func replace(by compiled: Compiled) throws {
        let outcome: OutputFolder.Outcome
        do {
            outcome = try folder.replace(
                with: compiled.files,
                keeping: compiled.kept.map { KnownFile(path: $0.path, size: $0.size, sha256: $0.sha256) },
                known: known, isHeld: { held.intersection($0) })
        } catch {
            complain([Problem(error)], language: language)
            throw ExitStatus.couldNotRun.thrown
        }
        for path in outcome.kept {
            Terminal.complain(
                language == .french
                    ? "attention : \(visible(folder.path))/\(visible(path)) n’est pas de planc, ou a été modifié depuis : laissé tel quel, hors du manifeste\n"
                    : "warning: \(visible(folder.path))/\(visible(path)) is not planc’s, or was changed since: left as it is, not in the manifest\n"
            )
        }
        for path in outcome.stranded {
            Terminal.complain(
                language == .french
                    ? "attention : un fichier qui n’est pas de planc se trouve maintenant ici : \(visible(path))\n"
                    : "warning: a file that is not planc’s is now here: \(visible(path))\n")
        }
    }
}
