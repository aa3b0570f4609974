import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

/// The plan goes on with what was meant: one slip gives one finding, and nothing that follows from it.
extension Binding {
    /// Remembers what a key or a word that was reported most likely means; nil when there is no telling.
    func correct(_ span: Span, to meant: String?) {
        guard let meant else { return }
        corrections[span] = meant
        correctedFiles.insert(span.file)
        mendedCount += 1
    }

    /// How many values the plan cannot go on with, so far.
    var unmendedCount: Int { findings.count - mendedCount + excusedCount }

    /// The entries of a front matter with what was meant in place of what was written.
    func mended(_ entries: [YAMLNode.Entry], of source: Source) -> [YAMLNode.Entry] {
        correctedFiles.contains(source.parsed.file) ? mended(entries) : entries
    }

    private func mended(_ entries: [YAMLNode.Entry]) -> [YAMLNode.Entry] {
        let written = Set(entries.map(\.key.value))
        return entries.map { entry in
            var entry = entry
            if let meant = corrections[entry.key.span], !written.contains(meant) { entry.key.value = meant }
            entry.value = mended(entry.value)
            return entry
        }
    }

    private func mended(_ node: YAMLNode) -> YAMLNode {
        var node = node
        switch node.content {
        case .scalar(_, let isQuoted):
            if let meant = corrections[node.span] { node.content = .scalar(meant, isQuoted: isQuoted) }
        case .mapping(let entries): node.content = .mapping(mended(entries))
        case .sequence(let nodes): node.content = .sequence(nodes.map(mended))
        }
        return node
    }

    /// What remains that could not be understood.
    func unread() -> Unread {
        var unread = Unread()
        unread.keys = unreadKeys
        // A file that does not say what it is may be anything.
        unread.kinds = unreadFiles.isEmpty ? declared.incomplete : Set(EntityKind.allCases)
        unread.files = unreadFiles
        return unread
    }

    /// The kind of a file that does not say it, when its keys leave no doubt: a registry's own key, or all that one kind
    /// requires and nothing that it does not know.
    static func kind(of entries: [YAMLNode.Entry]) -> Schema.FileKind? {
        let maps = entries.lazy.filter { $0.value.entries != nil }
        if let registry = maps.compactMap({ Schema[$0.key.value] }).first(where: \.isRegistry) { return registry }
        let names = Set(entries.map(\.key.value))
        let fitting = Schema.kinds.filter { kind in
            let required = kind.keys.filter(\.isRequired).map(\.name)
            return !kind.isRegistry && !required.isEmpty && names.isSuperset(of: required)
                && names.isSubset(of: kind.keys.map(\.name))
        }
        return fitting.count == 1 ? fitting[0] : nil
    }

    /// Whether a file has what a kind requires, or what a translation may have, so that it may be read as one without
    /// finding much to be missing.
    static func fits(_ entries: [YAMLNode.Entry], _ kind: Schema.FileKind, isTranslation: Bool) -> Bool {
        let names = Set(entries.map(\.key.value))
        if isTranslation, names.subtracting(["kind"]).isSubset(of: kind.translationKeys.map(\.name)) { return true }
        return names.isSuperset(of: kind.keys.filter(\.isRequired).map(\.name))
    }

    /// A file of an unknown kind: what it may declare is not missing, and what it may use is not unused.
    func noteUnknown(_ file: ParsedFile, _ entries: [YAMLNode.Entry], stem: String) {
        unreadFiles.insert(file.file)
        declared.possible.insert(entries["id"]?.scalar?.value ?? stem)
        for entry in entries { declared.possible.formUnion((entry.value.entries ?? []).map(\.key.value)) }
    }
}
