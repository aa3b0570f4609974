import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

/// What a plan takes from planc's own library of obligations.
extension DeclarationPass {
    /// The names under `uses` in `plan.md`, with their places.
    var uses: [Located<String>] {
        guard let planSource, let node = outlined[planSource]["uses"] else { return [] }
        return node.list.compactMap(\.scalar)
    }

    /// Declares what the plan takes from the library; an obligation of its own with the same id stands instead.
    func declareLibrary() {
        for name in uses {
            guard let entry = Library.builtIn[name.value], entry.isUsable,
                outline.declared[.obligation, name.value] == nil
            else {
                continue
            }
            outline.declared.declare(.obligation, name.value, at: name.span, source: nil)
            outline.used.append((entry, name.span))
        }
    }
}

extension Binder {
    /// Whether a plan may take an obligation from the library; reports why not.
    func checkUses(_ name: Located<String>) -> Bool {
        let library = Library.builtIn
        if let entry = library[name.value] {
            if entry.isProposal {
                report(UnknownObligation.finding(proposal: name))
            } else if !entry.isUsable {
                report(UnknownObligation.finding(replaced: name, by: entry.successors))
            }
            return entry.isUsable
        }
        let near = suggestions.nearest(to: name.value, among: library.ids)
        report(UnknownObligation.finding(notInLibrary: name, nearest: near, known: library.ids))
        return false
    }

    /// What to say of an obligation that is not in the plan but could be.
    func libraryHelp(_ id: String) -> Phrase? {
        guard let entry = Library.builtIn[id] else { return nil }
        return entry.isProposal
            ? UnknownObligation.proposalHelp
            : !entry.isUsable
                ? Phrase("it is no longer law: {ids} took its place", ["ids": Phrase.list(entry.successors)])
                : Phrase(
                    "planc's library has it: add '{id}' to 'uses' in plan.md", ["id": id])
    }

    /// The names of the stages of an obligation, its own or a built-in one.
    func stageNames(_ obligation: String) -> [String] { facts.stageNames[obligation] ?? [] }
}
