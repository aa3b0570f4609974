import PlancModel
import PlancProse

/// The people of a plan by their names, for texts that have one beside a number.
struct PersonNames: Sendable {
    let people: Entities<Person>
    private var names: [String: [(words: [String], id: String)]] = [:]

    init(_ plan: Plan) {
        people = plan.people
        for person in plan.people {
            for version in person.title.versions {
                let words = NamedWord.all(in: version.text.value).map(\.small)
                if words.count > 1 { names[words[0], default: []].append((words, person.id)) }
            }
        }
    }

    /// Whose name alone stands in the sentence of some words; nil where none does, or several.
    func only(beside words: String, in text: String) -> Person? {
        guard let place = text.firstRange(of: words) else { return nil }
        let all = NamedWord.all(in: String(Self.sentence(around: place, in: text)))
        var found: Set<String> = []
        for (place, word) in all.enumerated() {
            for name in names[word.small] ?? [] where all.count - place >= name.words.count {
                if zip(name.words, all[place...]).allSatisfy({ $0 == $1.small }) { found.insert(name.id) }
            }
        }
        return found.count == 1 ? found.first.flatMap { people[$0] } : nil
    }

    private static func sentence(around place: Range<String.Index>, in text: String) -> Substring {
        func ends(_ index: String.Index) -> Bool {
            guard ".!?;".contains(text[index]) else { return false }
            let next = text.index(after: index)
            return next == text.endIndex || text[next].isWhitespace
        }
        let before = text[..<place.lowerBound].indices.last(where: ends).map { text.index(after: $0) }
        let after = text[place.upperBound...].indices.first(where: ends)
        return text[(before ?? text.startIndex)..<(after ?? text.endIndex)]
    }
}
