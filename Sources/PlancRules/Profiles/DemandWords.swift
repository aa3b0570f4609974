import PlancDiagnostics
import PlancModel
import PlancSchema

/// What a condition of a profile looks for, in the words of an author: the key and value to write, or the message to have.
struct DemandWords {
    /// nil where the condition says what must not be, which is nothing to write.
    let phrase: Phrase?

    init(_ demand: AskedCondition) { phrase = Self.words(demand) }

    private static func words(_ condition: AskedCondition) -> Phrase? {
        switch condition {
        case .has(let path): return thing(path.parts)
        case .isOne(let path, let words): return value(path.parts, words)
        case .isAmong(let path, let other):
            return Phrase(
                "a value under '{parent}' for '{key}'",
                ["parent": name(other.parts), "key": name(path.parts)])
        case .time(_, let comparison, let amount):
            let time = "T+" + amount.notation
            return switch comparison {
            case .atMost, .less: Phrase("{time} at the latest", ["time": time])
            case .atLeast, .more: Phrase("{time} at the earliest", ["time": time])
            }
        case .count(let path, let comparison, .number(let number)):
            guard let thing = thing(path.parts) else { return nil }
            let isMost = comparison == .atMost || comparison == .less
            return isMost
                ? Phrase("{thing}, {count} at the most", ["thing": thing, "count": number])
                : Phrase("{thing}, {count} at the least", ["thing": thing, "count": number])
        case .count(let path, _, .count): return thing(path.parts)
        case .within(let path, let amount):
            return Phrase(
                "a day under '{key}' no further back than {time}",
                ["key": name(path.parts), "time": amount.notation])
        case .past, .not: return nil
        case .all(let conditions): return list(conditions.compactMap(words), .and)
        case .any(let conditions): return list(conditions.compactMap(words), .or)
        }
    }

    private static func list(_ phrases: [Phrase], _ word: ListWord) -> Phrase? {
        phrases.isEmpty ? nil : Phrase.list(phrases, word)
    }

    /// What a path leads to.
    private static func thing(_ parts: [AskedPath.Part]) -> Phrase? {
        guard let last = parts.last else { return nil }
        let owner = parts.dropLast()
        guard let noun = noun(last.name) else {
            let key = Phrase("the key '{key}'", ["key": last.name])
            if owner.isEmpty { return key }
            return Phrase("{thing} under '{parent}'", ["thing": key, "parent": name(Array(owner))])
        }
        guard let filter = last.filter, let words = words(filter) else { return noun }
        return Phrase("{thing} with {things}", ["thing": noun, "things": words])
    }

    /// `type: press`, and where it stands.
    private static func value(_ parts: [AskedPath.Part], _ words: [String]) -> Phrase? {
        guard let key = parts.last?.name else { return nil }
        let values: Phrase
        switch key {
        case "means": values = Phrase("the mark {marks}", ["marks": Phrase.list(words.map { quoted("#" + $0) }, .or)])
        case "elements":
            values = Phrase("words that cover {elements}", ["elements": Phrase.list(words.map(quoted), .or)])
        default: values = Phrase.list(words.map { quoted("\(key): \($0)") }, .or)
        }
        // What is asked of a message that is sent is asked of the message.
        let owner = parts.dropLast().drop { $0.name == "message" }
        if owner.isEmpty { return values }
        if owner.contains(where: { $0.filter != nil }), let thing = thing(Array(owner)) {
            return Phrase("{things} for {thing}", ["things": values, "thing": thing])
        }
        return Phrase("{thing} under '{parent}'", ["thing": values, "parent": name(Array(owner))])
    }

    private static func quoted(_ words: String) -> Phrase { Phrase("'{words}'", ["words": words]) }

    private static func name(_ parts: [AskedPath.Part]) -> String { parts.map(\.name).joined(separator: ".") }

    /// What names that lead to things are called; nil of keys.
    private static func noun(_ name: String) -> Phrase? {
        switch name {
        case "sent": Phrase("a message that a step sends")
        case "messages": Phrase("a message", context: "what a profile looks for")
        case "steps": Phrase("a step", context: "what a profile looks for")
        case "fields": Phrase("a field to fill in", context: "what a profile looks for")
        case "packs": Phrase("a pack", context: "what a profile looks for")
        case "activities": Phrase("an activity", context: "what a profile looks for")
        case "channels", "open-channels": Phrase("a channel that works then")
        case "people", "supplier-people": Phrase("a person to call")
        case "body": Phrase("a text below the front matter")
        case "decision": Phrase("a question to decide, marked '?'")
        case "every": Phrase("a rhythm, such as 'every 1h'")
        case "sendings": Phrase("a step that sends it")
        case "reachable": Phrase("somebody who can be reached")
        case "before-news": Phrase("a time before the first message leaves")
        default: nil
        }
    }
}
