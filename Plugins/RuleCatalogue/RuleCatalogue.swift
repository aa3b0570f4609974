import PackagePlugin

/// Lists the rules of a target for the compiler, so that a rule needs no second place to be known:
/// every Swift file below a `Rules` folder declares one type named like the file.
@main
struct RuleCatalogue: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        guard let module = target as? SwiftSourceModuleTarget else { return [] }
        let rules = module.sourceFiles.map(\.url).filter { $0.path.contains("/Rules/") && $0.pathExtension == "swift" }
        let catalogue = context.pluginWorkDirectoryURL.appending(path: "RuleCatalogue.swift")
        return [
            .buildCommand(
                displayName: "Listing the rules of \(module.name)",
                executable: try context.tool(named: "rule-catalogue").url,
                arguments: [module.name, catalogue.path] + rules.map(\.path).sorted(),
                inputFiles: rules,
                outputFiles: [catalogue])
        ]
    }
}
