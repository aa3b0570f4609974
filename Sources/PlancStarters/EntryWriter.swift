import PlancDriver
import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSchema

/// Writes a thing as its author would begin it: the keys that must be there, and those that a plan is judged by.
struct EntryWriter {
    var plan: Plan
    var thing: NewThing

    /// Keys that are not required and that every such thing should have.
    private static let advised: Set<String> = ["deputies", "operated-by", "activated-by", "affects", "covers", "team"]

    /// The lines of an entry of a registry, from its id on, without a margin.
    func entry() throws(NewThing.Fault) -> [String] {
        var lines = ["\(thing.id):"]
        for (key, value) in try values() { lines.append("  \(key): \(value)") }
        return lines
    }

    /// A file of its own, with the keys that may be added as comments.
    func file() throws(NewThing.Fault) -> String {
        var out = "---\nkind: \(thing.kind.rawValue)\n"
        let values = try values()
        for (key, value) in values { out += "\(key): \(value)\n" }
        let given = Set(values.map { $0.0 })
        for key in Schema.keys(of: thing.kind) where !given.contains(key.name) {
            out += "# \(key.name): \((try? value(of: key)) ?? key.example)\n"
        }
        return out + "---\n\n" + body() + "\n"
    }

    private func said(_ phrase: Phrase) -> String { phrase.text(plan.sourceLocale.spoken) }
    private var title: String {
        thing.title ?? thing.id.prefix(1).uppercased()
            + thing.id.dropFirst().split(separator: "-").joined(separator: " ")
    }

    private func values() throws(NewThing.Fault) -> [(String, String)] {
        var values: [(String, String)] = []
        for key in Schema.keys(of: thing.kind) {
            if key.isRequired {
                values.append((key.name, try value(of: key)))
            } else if key.name == "title" {
                values.append((key.name, yamlText(title)))
            } else if key.name == "subject", firstChannel?.type.value == .email {
                values.append((key.name, yamlText(title)))
            } else if thing.kind == .obligation, key.name == "authority" {
                // Without `to` in its stages, it says here who is told.
                values.append((key.name, try value(of: key)))
            } else if Self.advised.contains(key.name), let value = try? value(of: key) {
                values.append((key.name, value))
            }
        }
        return values
    }

    private func value(of key: KeySchema) throws(NewThing.Fault) -> String {
        if key.name == "title" || key.name == "name" { return yamlText(title) }
        if thing.kind == .person, key.name == "reach" { return try reach() }
        if key.name == "deputies" {
            guard plan.people.count > 1 else { throw .needs(.person) }
            return "[\(plan.people[1].id)]"
        }
        switch key.form {
        case .reference(let kinds, let bare):
            return try reference(kinds, bare: bare)
        case .list(.reference(let kinds, let bare)):
            return "[\(try reference(kinds, bare: bare))]"
        case .scenarios:
            return plan.scenarios.first.map { "[\($0.id)]" } ?? "all"
        case .date where thing.kind == .drill:
            // What is begun is planned: nobody has played it yet.
            return thing.today.adding(days: 30).description
        case .date:
            return thing.today.description
        default:
            return key.example
        }
    }

    /// The plan's first thing of one of the kinds.
    private func reference(_ kinds: [EntityKind], bare: EntityKind?) throws(NewThing.Fault) -> String {
        for kind in kinds {
            guard let id = plan.entities(of: kind).first?.id else { continue }
            return kind == bare ? id : "\(kind.rawValue):\(id)"
        }
        throw .needs(kinds.first ?? thing.kind)
    }

    private var firstChannel: Channel? { plan.channels.first }

    /// An address on the first channel that reaches one person.
    private func reach() throws(NewThing.Fault) -> String {
        let personal: [ChannelType] = [.voice, .sms, .email, .satellite, .chat]
        guard let channel = plan.channels.first(where: { personal.contains($0.type.value) }) ?? plan.channels.first
        else {
            throw .needs(.channel)
        }
        let address =
            switch channel.type.value {
            case .sms, .voice, .hotline, .satellite: said(Phrase("+44 7700 900009", context: "starter id"))
            case .email: "\(thing.id)@example.org"
            case .web, .statusPage, .portal: "https://example.org"
            default: title
            }
        return "{\(channel.id): \(yamlText(address))}"
    }

    private func body() -> String {
        let role = plan.roles.first.map { "@\($0.id) " } ?? ""
        switch thing.kind {
        case .checklist:
            return said(Phrase("- [ ] T0 {role}First step\n- [ ] T+15min {role}Next step", ["role": role]))
        case .message:
            return said(Phrase("What has happened, what we are doing, what you can do, when you will hear more."))
        case .snippet: return said(Phrase("The text that messages share."))
        case .scenario:
            return said(Phrase("How to recognise it, and when to open the plan."))
        case .obligation: return said(Phrase("What the text says."))
        default: return said(Phrase("What this role does."))
        }
    }
}
