import Foundation
import PackagePlugin

/// Puts the files of each language's folder into the program, so that a language needs no second place to be known.
@main
struct LanguageCatalogue: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        let folder = target.directoryURL.appending(path: "Languages")
        let paths = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        var files: [URL] = []
        while let file = paths?.nextObject() as? URL {
            let isFile = try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile ?? false
            if isFile, !file.lastPathComponent.hasPrefix(".") { files.append(file) }
        }
        files.sort { $0.path < $1.path }
        let catalogue = context.pluginWorkDirectoryURL.appending(path: "LanguageFiles.swift")
        return [
            .buildCommand(
                displayName: "Putting the languages into \(target.name)",
                executable: try context.tool(named: "language-catalogue").url,
                arguments: [catalogue.path, folder.path] + files.map(\.path),
                inputFiles: files,
                outputFiles: [catalogue])
        ]
    }
}
