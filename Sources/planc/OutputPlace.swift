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
                let who = process.map { Phrase(" (process {name})", ["name": $0]).text(language) } ?? ""
                Terminal.writeError(
                    Phrase(
                        """
                        another planc{who} is building into {output}: waiting

                        """, ["who": who, "output": visible(output)]
                    ).text(language))
            }
        } catch {
            reportProblems([Problem(error)], language: language)
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
            reportProblems([Problem(error)], language: language)
            throw ExitStatus.couldNotRun.thrown
        }
        for path in outcome.kept {
            Terminal.writeError(
                Phrase(
                    """
                    warning: {path}/{path2} is not planc’s, or was changed since: left as it is, not in the manifest

                    """, ["path": visible(folder.path), "path2": visible(path)]
                ).text(language)
            )
        }
        for path in outcome.stranded {
            Terminal.writeError(
                Phrase(
                    """
                    warning: a file that is not planc’s is now here: {path}

                    """, ["path": visible(path)]
                ).text(language))
        }
    }
}
