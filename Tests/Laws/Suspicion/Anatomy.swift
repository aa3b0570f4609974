import PlancData
import PlancModel
import PlancSource

/// What a plan is made of, without its words and values: how often each key of `plan.json` is there, and how many things its
/// texts refer to. A change of a few characters that makes one of these fewer has turned a construct into text or nothing.
struct Anatomy: Equatable {
    private(set) var counts: [String: Int] = [:]

    init(_ plan: Plan) {
        add(planJSON(plan), "")
        counts["references"] = plan.references.count
        for message in plan.messages {
            for version in message.versions {
                counts["variants", default: 0] += version.variants.count
                counts["blocks", default: 0] += version.body.blocks.count
            }
        }
        for checklist in plan.checklists {
            for stage in checklist.stages {
                counts["stages", default: 0] += stage.heading == nil ? 0 : 1
                for step in stage.steps { add(step) }
            }
        }
    }

    /// Whether something of another anatomy is missing in this one.
    func lost(from before: Anatomy) -> [String] {
        before.counts.filter { $0.value > counts[$0.key, default: 0] }.map(\.key).sorted()
    }

    private mutating func add(_ step: Step) {
        counts["steps", default: 0] += 1
        counts["times", default: 0] += step.offset == nil ? 0 : 1
        counts["rhythms", default: 0] += step.rhythm == nil ? 0 : 1
        counts["roles", default: 0] += step.roles.count
        counts["branches", default: 0] += step.branches.count
        for substep in step.substeps { add(substep) }
    }

    private mutating func add(_ json: JSON, _ path: String) {
        switch json {
        case .object(let members):
            for member in members {
                // Ids are values.
                let isID = path.split(separator: "/").count == 1
                let inner = "\(path)/\(isID ? "*" : member.key)"
                counts[inner, default: 0] += 1
                add(member.value, inner)
            }
        case .array(let items): for item in items { add(item, path + "/-") }
        default: break
        }
    }
}
