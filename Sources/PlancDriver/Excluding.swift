import PlancModel
import PlancSource
import PlancSyntax

extension PlanSources {
    /// Takes out the files that `exclude` in `plan.md` names, before any of them is read.
    mutating func leaveOut(in world: some World) {
        let patterns = excludePatterns(in: world)
        if patterns.isEmpty { return }
        func isExcluded(_ path: String) -> Bool { path != "plan.md" && patterns.contains { $0.matches(path) } }
        func takeOut(_ paths: inout [String]) {
            let out = paths.filter(isExcluded)
            paths.removeAll(where: Set(out).contains)
            excluded.formUnion(out)
            leftOut += out.map { ($0, .excluded) }
        }
        takeOut(&files)
        takeOut(&candidates)
        for place in leftOut.indices
        where [.otherForm, .document, .backup].contains(leftOut[place].reason) && isExcluded(leftOut[place].path) {
            leftOut[place].reason = .excluded
            excluded.insert(leftOut[place].path)
        }
    }

    /// What `plan.md` says under `exclude`; nothing when it cannot be read, which is reported when it is.
    func excludePatterns(in world: some World) -> [PathPattern] {
        guard let bytes = try? world.read(Path.join(folder, "plan.md"), limit: readLimit) else { return [] }
        let source = SourceFile(path: "plan.md", bytes: bytes)
        guard let value = parse(source, id: FileID(0)).frontMatter?["exclude"] else { return [] }
        let values = if case .sequence(let nodes) = value.content { nodes } else { [value] }
        return values.compactMap { $0.scalar.map { PathPattern($0.value) } }
    }
}
