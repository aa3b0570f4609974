import PlancMarkup
import PlancModel

extension Plan {
    func entity(_ kind: EntityKind, _ id: String) -> (any Entity)? {
        switch kind {
        case .person: people[id]
        case .role: roles[id]
        case .channel: channels[id]
        case .system: systems[id]
        case .activity: activities[id]
        case .audience: audiences[id]
        case .scenario: scenarios[id]
        case .obligation: obligations[id]
        case .checklist: checklists[id]
        case .message: messages[id]
        case .snippet: snippets[id]
        case .field: fields[id]
        case .pack: packs[id]
        case .drill: drills[id]
        case .plan, .vocabulary: nil
        }
    }
}
