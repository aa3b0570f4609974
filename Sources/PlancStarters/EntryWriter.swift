import PlancDriver
import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSchema

/// Writes a thing as its author would begin it: the keys that must be there, and those that a plan is judged by.
///
/// Nothing that it writes claims what nobody has said: a time, a number, a law or a text is a blank that `check` tells until it is
/// filled in.
struct EntryWriter {
    var plan: Plan
    var thing: NewThing

    /// Keys that are not required and that every such thing should have.
    private static let advised: Set<String> = ["deputies", "operated-by", "activated-by", "affects", "team"]

    /// What stands for a value that only the author knows; in every language, and a finding wherever it stands.
    private static let blank = "TODO"

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
            let example = example(of: key)
            out += "# \(key.name):\(example.isEmpty ? "" : " " + example)  # \(said(key.summary))\n"
        }
        return out + "---\n\n" + body() + "\n"
    }

    /// A value to begin with of a key that may be added; empty where any would be of another plan or language.
    private func example(of key: KeySchema) -> String {
        // A map or a list may hold ids of another plan.
        if let told = key.exampleTold.map(said), !"[{".contains(told.prefix(1)) { return told }
        switch key.form {
        case .reference, .list(.reference), .list(.dependency), .scenarios: return (try? value(of: key)) ?? ""
        case .date: return thing.today.description
        case .choice, .list(.choice), .boolean, .integer, .duration, .rhythm, .classification, .offset:
            return key.example
        default: return ""
        }
    }

    private func said(_ phrase: Phrase) -> String { phrase.text(plan.sourceLocale.spoken) }
    /// As given, else the words of the id: of a person every one is a name.
    private var title: String {
        if let title = thing.title { return title }
        let words = thing.id.split(separator: "-")
        let isName = thing.kind == .person
        return words.enumerated().map { place, word in
            place == 0 || isName ? word.prefix(1).uppercased() + word.dropFirst() : String(word)
        }.joined(separator: " ")
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
            } else if isAdvised(key), let value = try? value(of: key) {
                values.append((key.name, value))
            }
        }
        return values
    }

    /// A channel that needs nothing is one that no outage takes away, which nobody has said.
    private func isAdvised(_ key: KeySchema) -> Bool {
        Self.advised.contains(key.name) || thing.kind == .channel && key.name == "depends-on"
    }

    private func value(of key: KeySchema) throws(NewThing.Fault) -> String {
        if key.name == "title" || key.name == "name" { return yamlText(title) }
        if thing.kind == .person, key.name == "reach" { return try reach() }
        if thing.kind == .obligation, key.name == "stages" {
            return "[{name: notification, deadline: \(Self.blank), from: awareness}]"
        }
        if thing.kind == .field, key.name == "type" { return "text" }
        if key.name == "deputies" {
            guard plan.people.count > 1 else { throw .needs(.person) }
            return "[\(plan.people[1].id)]"
        }
        switch key.form {
        case .reference(let kinds, let bare):
            return try reference(kinds, bare: bare)
        case .list(.reference(let kinds, let bare)):
            return "[\(try reference(kinds, bare: bare))]"
        case .list(.dependency):
            return "[\(try reference([.system], bare: .system))]"
        case .scenarios:
            return plan.scenarios.first.map { "[\($0.id)]" } ?? "all"
        case .choice, .list(.choice):
            return key.example
        default:
            return Self.blank
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

    /// The first channel that reaches one person, without an address.
    private func reach() throws(NewThing.Fault) -> String {
        let personal: [ChannelType] = [.voice, .sms, .email, .satellite, .chat]
        guard let channel = plan.channels.first(where: { personal.contains($0.type.value) }) ?? plan.channels.first
        else {
            throw .needs(.channel)
        }
        return "{\(channel.id): \(Self.blank)}"
    }

    private func body() -> String {
        let role = plan.roles.first.map { "@\($0.id) " } ?? ""
        let text =
            switch thing.kind {
            case .checklist: Phrase("what is done first")
            case .message:
                Phrase("what has happened, what we are doing, what you can do, when you will hear more")
            case .snippet: Phrase("the text that messages share")
            case .scenario: Phrase("how to recognise it, and when to open the plan")
            case .obligation: Phrase("what the text says")
            default: Phrase("what this role does")
            }
        return (thing.kind == .checklist ? "- [ ] T0 \(role)" : "") + "\(Self.blank): " + said(text)
    }
}
