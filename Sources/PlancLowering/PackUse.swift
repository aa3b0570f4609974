import PlancAnalysis
import PlancDocument
import PlancModel

/// Who holds a pack, and what is looked for in it: how many times it must be opened is counted when its pages are known.
public struct PackUse: Sendable {
    /// A copy that somebody has.
    public struct Holder: Sendable, Hashable {
        /// nil: nobody by name.
        public var role: String?
        /// Where it lies, and the system or case that it lies in.
        public var place: String
        public var system: String?
    }

    /// What is looked for by somebody who has just opened the pack.
    public struct Task: Sendable {
        /// What is looked for when a pack is opened.
        public enum Kind: Sendable { case number, doNotUse, firstActions, staffText }

        public var kind: Kind
        public var landmark: Landmark
        /// nil: the same in all.
        public var scenario: String?
    }

    public var holders: [Holder]
    /// Whether it holds the lists and texts of all roles.
    public var isFull: Bool
    /// Whether private numbers are left out on purpose.
    public var withholdsNumbers: Bool
    /// Large type takes more pages.
    public var isLargePrint: Bool
    /// Whether the pages on both sides of the fold are seen at once.
    public var isTwoSided: Bool
    /// The headings that tabs on the edge lead to.
    public var tabs: [String]
    public var tasks: [Task]
    public var steps: [StepNeeds]
}

extension PackPrinting {
    /// nil for a pack without the front leaf, and for a master whose numbered copies are those that are held.
    func use(needs: [(scenario: String, steps: [StepNeeds])]) -> PackUse? {
        guard hasLeaf else { return nil }
        func held(_ copy: Pack.Copy) -> PackUse.Holder {
            // The same words whichever language the pack is in.
            .init(role: copy.to?.id, place: copy.at.versions.first?.text.value ?? "", system: copy.on?.id)
        }
        var holders: [PackUse.Holder]
        if let copy {
            holders = [held(pack.copies[copy])]
        } else if edition.options.numbersCopies, !pack.copies.isEmpty {
            holders = []
        } else {
            holders = pack.copies.map(held)
            if holders.isEmpty {
                holders = pack.for.filter { $0.target.kind == .role }.map {
                    .init(role: $0.target.id, place: "", system: nil)
                }
            }
        }
        var tasks: [PackUse.Task] = []
        if let first = everyday.dutyRole?.holder {
            tasks.append(.init(kind: .number, landmark: .number(of: first.id)))
        }
        for context in scenes {
            func add(_ kind: PackUse.Task.Kind, _ landmark: Landmark) {
                tasks.append(.init(kind: kind, landmark: landmark, scenario: context.title))
            }
            if context.reach.channelsOut.contains(where: { $0.outage.manner.isDistrusted }) {
                add(.doNotUse, .doNotUse(in: context.id))
            }
            if !context.actions.isEmpty { add(.firstActions, .firstActions(of: context.id)) }
            if let text = context.staffMessage, context.elsewhere(text.id) == nil {
                add(.staffText, .staffText(in: context.id))
            }
        }
        // Without any list, nobody works through it step by step.
        let hasLists = holder != nil || pack.includes(.checklists) || pack.includes(.roleSheets)
        let inside = Set(scenes.map(\.id))
        return PackUse(
            holders: holders, isFull: holder == nil, withholdsNumbers: privacy.manner != .open,
            isLargePrint: everyday.isLargePrint, isTwoSided: pack.sides?.value == .two,
            tabs: edge.tabs.map(\.anchor), tasks: tasks,
            steps: hasLists ? needs.filter { inside.contains($0.scenario) }.flatMap(\.steps) : [])
    }
}
