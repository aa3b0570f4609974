import PlancDiagnostics
import PlancLibraries

extension MissingLibrary {
    /// What to do about it.
    var phrase: Phrase {
        Phrase(
            "{file} is not installed here, or too old: install {package}, or the package of your system that has it",
            ["file": file, "package": package])
    }
}
