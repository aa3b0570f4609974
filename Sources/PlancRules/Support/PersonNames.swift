import PlancModel
import PlancProse

/// The people of a plan by their names, for texts that have one beside a number.
struct PersonNames: Sendable {
    let people: Entities<Person>
    private var names = WordedNames<String>()

    init(_ plan: Plan) {
        people = plan.people
        for person in plan.people {
            for version in person.title.versions {
                let words = NamedWord.all(in: version.text.value)
                if words.count > 1 { names.add(words, person.id) }
            }
        }
    }

    /// The sentences of a text in which one of them is named, and nobody else, in their order.
    func alone(in text: String) -> [(sentence: Range<String.Index>, person: Person)] {
        Self.sentences(of: text).compactMap { sentence in
            let words = NamedWord.all(in: String(text[sentence]))
            var found: Set<String> = []
            for place in words.indices { found.formUnion(names.found(at: place, in: words)?.things ?? []) }
            guard found.count == 1, let person = found.first.flatMap({ people[$0] }) else { return nil }
            return (sentence, person)
        }
    }

    private static func sentences(of text: String) -> [Range<String.Index>] {
        var found: [Range<String.Index>] = []
        var (start, place) = (text.startIndex, text.startIndex)
        while place < text.endIndex {
            let next = text.index(after: place)
            if ".!?;".contains(text[place]), next == text.endIndex || text[next].isWhitespace {
                found.append(start..<next)
                start = next
            }
            place = next
        }
        return start < text.endIndex ? found + [start..<text.endIndex] : found
    }
}
