import ArgumentParser
import PlancDiagnostics
import PlancDriver
import PlancSource

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Tell whether a compiled output is whole and unchanged, by its manifest.",
        discussion: """
            DIR is a plan's folder in the output, such as Output/valmereau, or a copy of it on a stick. A manifest proves that \
            nothing was lost or changed by accident; it is not signed, so it does not prove who made it.
            """)

    @Argument(help: "The folder with the manifest.", completion: .directory)
    var folder: String
    @OptionGroup var language: LanguageOption

    func run() throws {
        let french = language.value == .french
        let differences: [Difference]?
        do {
            differences = try verify(folder, in: DiskWorld())
        } catch {
            complain([Problem(error)], language: language.value)
            throw ExitStatus.couldNotRun.thrown
        }
        guard let differences else {
            Terminal.complain(
                french
                    ? "planc: manifest.json n’a pas été écrit par planc\n"
                    : "planc: manifest.json was not written by planc\n")
            throw ExitStatus.couldNotRun.thrown
        }
        for difference in differences {
            let word =
                switch (difference.kind, french) {
                case (.missing, false): "missing"
                case (.changed, false): "changed"
                case (.unexpected, false): "not in the manifest"
                case (.missing, true): "absent"
                case (.changed, true): "modifié"
                case (.unexpected, true): "hors du manifeste"
                }
            Terminal.write("\(word): \(visible(difference.path))\n")
        }
        if !differences.isEmpty { throw ExitStatus.findings.thrown }
        Terminal.complain(french ? "tout est là, rien n’a changé\n" : "everything is there and unchanged\n")
    }
}
