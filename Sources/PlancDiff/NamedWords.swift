import PlancMarkup
import PlancModel
import PlancSource

/// Reads the words of lines of sources as pages have them: where a line names a thing by its id, pages print its title, and of a person
/// the numbers.
struct NamedWords {
    private var things: [String: [any Entity]] = [:]
    private var known: [String: Set<String>] = [:]
    /// What a file holds; nil where that is more than one thing. By state.
    private var held: [(state: PlanState, things: [FileID: (any Entity)?])] = []

    init(_ states: [PlanState]) {
        for state in states {
            var held: [FileID: (any Entity)?] = [:]
            for entity in EntityKind.all.lazy.flatMap({ state.plan.entities(of: $0) }) {
                things[entity.id, default: []].append(entity)
                let file = entity.nameSpan.file
                held[file] = .some(held[file] == nil ? entity : nil)
            }
            self.held.append((state, held))
        }
    }

    /// The words of the titles of the only things that files hold, by the paths of these files as reports have them.
    func subjects(of paths: Set<String>) -> [String: Set<String>] {
        var subjects: [String: Set<String>] = [:]
        for (state, things) in held {
            for case (let file, let thing?) in things {
                let path = state.sources[file].path
                if paths.contains(path) { subjects[path, default: []].formUnion(Self.words(of: thing)) }
            }
        }
        return subjects
    }

    /// The words of a line, and of what it names.
    mutating func words(of line: ArraySlice<UInt8>) -> Set<String> {
        let text = String(decoding: line, as: UTF8.self)
        var words = Self.words(of: text)
        for id in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" }) {
            let id = String(id)
            if let known = known[id] {
                words.formUnion(known)
            } else if let things = things[id] {
                let named = things.reduce(into: Set<String>()) { $0.formUnion(Self.words(of: $1)) }
                known[id] = named
                words.formUnion(named)
            }
        }
        return words
    }

    private static func words(of thing: any Entity) -> Set<String> {
        var words = thing.title.versions.reduce(into: Set<String>()) { $0.formUnion(Self.words(of: $1.text.value)) }
        if let person = thing as? Person {
            for address in person.reach { words.formUnion(Self.words(of: address.value.value)) }
        }
        return words
    }

    /// Words as ids have them too: `Hélène` is in `helene-marchetti`. A number ends where letters begin: `2h` is "2 h" on pages. Words of one
    /// or two letters are everywhere.
    static func words(of text: String) -> Set<String> {
        var words: Set<String> = []
        var word = ""
        func end() {
            if word.utf8.count > 2 || word.first?.isNumber ?? false { words.insert(word) }
            word = ""
        }
        for character in PlainLetters.folded(text) {
            if !character.isLetter && !character.isNumber {
                end()
                continue
            }
            if let last = word.last, last.isNumber != character.isNumber { end() }
            word.append(character)
        }
        end()
        return words
    }
}
