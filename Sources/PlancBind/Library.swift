import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

/// What a plan takes from planc's own library of obligations.
extension DeclarationPass {
    /// The names under `uses` in `plan.md`, with their places; a key that nearly is that one is told by the reader of the file.
    var uses: [Located<String>] {
        guard let planSource else { return [] }
        let source = outlined[planSource]
        let keys = source.kind.keys.map(\.name)
        let node =
            source["uses"]
            ?? source.entries.first { entry in
                !keys.contains(entry.key.value) && suggestions.nearest(to: entry.key.value, among: keys) == "uses"
            }?.value
        return node?.list.compactMap(\.scalar) ?? []
    }

    /// Declares what the plan takes from the library; an obligation of its own with the same id stands instead. What is told once where it
    /// is taken, or where it is first asked for, is told nowhere else.
    func declareLibrary() {
        for name in uses {
            let library = Library.builtIn
            if let entry = library[name.value] {
                if entry.isUsable { take(entry, at: name.span) }
            } else if let near = suggestions.nearest(to: name.value, among: library.ids), let entry = library[near] {
                take(entry, at: name.span)
                if outline.declared[.obligation, name.value] == nil {
                    outline.declared.declareAlias(.obligation, name.value, of: near)
                }
            }
        }
        if outline.declared.incomplete.contains(.plan) { return }
        for name in obligationsAskedFor where outline.declared[.obligation, name.value] == nil {
            guard let entry = Library.builtIn[name.value], entry.isUsable else { continue }
            take(entry, at: name.span)
            report(UnknownObligation.finding(notUsed: name))
        }
    }

    private func take(_ entry: Library.Entry, at span: Span) {
        guard outline.declared[.obligation, entry.id] == nil else { return }
        outline.declared.declare(.obligation, entry.id, at: span, source: nil)
        outline.used.append((entry, span))
    }

    /// The obligations that scenarios list and messages satisfy, by the order of the files.
    private var obligationsAskedFor: [Located<String>] {
        var names: [Located<String>] = []
        for source in outlined {
            switch source.kind.entity {
            case .message: names += source["satisfies"]?.list.compactMap(\.scalar) ?? []
            case .scenario where source.kind.isRegistry:
                for entry in source[source.kind.name]?.entries ?? [] {
                    names += entry.value["obligations"]?.list.compactMap(\.scalar) ?? []
                }
            case .scenario: names += source["obligations"]?.list.compactMap(\.scalar) ?? []
            default: break
            }
        }
        return names.map { name in
            var id = Substring(name.value)
            if id.hasPrefix("obligation:") { id = id.dropFirst("obligation:".count) }
            return Located(String(id.prefix { $0 != "/" }), name.span)
        }
    }
}

extension Binder {
    /// An obligation that a plan takes from the library, or the one that is meant; nil, and reported why, for what it may not take.
    func checkUses(_ name: Located<String>) -> Located<String>? {
        let library = Library.builtIn
        if let entry = library[name.value] {
            if entry.isProposal {
                report(UnknownObligation.finding(proposal: name))
            } else if !entry.isUsable {
                report(UnknownObligation.finding(replaced: name, by: entry.successors))
            }
            return entry.isUsable ? name : nil
        }
        let near = suggestions.nearest(to: name.value, among: library.ids)
        report(UnknownObligation.finding(notInLibrary: name, nearest: near, known: library.ids))
        guard let near else { return nil }
        mendedCount += 1
        return Located(near, name.span)
    }

    /// What to say of an obligation that is not in the plan but could be.
    func helpFromLibrary(_ id: String) -> Phrase? {
        guard let entry = Library.builtIn[id] else { return nil }
        return entry.isProposal
            ? UnknownObligation.proposalHelp
            : !entry.isUsable
                ? Phrase("it is no longer law: {ids} took its place", ["ids": Phrase.list(entry.successors)])
                : UnknownObligation.helpFromLibrary(id)
    }

    /// The names of the stages of an obligation, its own or a built-in one.
    func stageNames(_ obligation: String) -> [String] { facts.stageNames[obligation] ?? [] }
}
