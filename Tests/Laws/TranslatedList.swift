/// A checklist in two languages, whose steps can be told apart by their words.
struct TranslatedList: Sendable {
    /// A step in one of the languages.
    struct Entry: Sendable, Equatable {
        /// The same in both languages.
        var id: Int
        var time: String
        var role: String
        var words: String
        /// What stands behind its words: a link.
        var link = ""
        var substeps: [String] = []

        var written: String {
            (["- [ ] \(time) @\(role) \(words)\(link.isEmpty ? "" : " \(link)")"] + substeps.map { "  - [ ] \($0)" })
                .joined(separator: "\n")
        }
    }

    var source: [Entry]
    var translation: [Entry]

    /// Without its slips: steps of one role at several times, of one time for several roles, with links and with sub-steps.
    static let whole: [TranslatedList] = [
        TranslatedList([
            ("T0", "caretaker", "", 0), ("T+30min", "director", "[](../messages/staff-closed.md)", 0),
            ("T+40min", "caretaker", "", 2), ("T+1h", "press", "[](../messages/readers-closed.md)", 0),
            ("T+1h", "director", "", 0), ("T+2h", "press", "", 0),
        ]),
        TranslatedList([
            ("T0", "director", "", 0), ("T0", "caretaker", "", 2), ("T0", "press", "", 0),
            ("T+1h", "director", "", 0), ("T+2h", "director", "[](../messages/staff-closed.md)", 0),
            ("T+2h", "caretaker", "", 0), ("T+3h", "director", "", 0),
        ]),
        // Nothing but times and roles.
        TranslatedList([
            ("T0", "director", "", 0), ("T0", "press", "", 0), ("T+1h", "director", "", 0),
            ("T+2h", "director", "", 0), ("T+2h", "caretaker", "", 0), ("T+3h", "caretaker", "", 0),
        ]),
    ]

    private init(_ steps: [(time: String, role: String, link: String, substeps: Int)]) {
        func entries(_ words: [[String]]) -> [Entry] {
            steps.enumerated().map { id, step in
                Entry(
                    id: id, time: step.time, role: step.role, words: words[id].joined(separator: " "), link: step.link,
                    substeps: step.substeps == 0 ? [] : [words[id][0] + ".", words[id][1] + "."])
            }
        }
        (source, translation) = (entries(Self.english), entries(Self.french))
    }

    /// Each in two halves, of which a step may be made that is split.
    private static let english = [
        ["Switch off the power", "in the basement"], ["Tell everybody who works here", "what has happened"],
        ["Close the great doors", "and the small ones"], ["Say to those who read", "when we open"],
        ["Ask the mayor for help", "by the river"], ["Write on the board", "what is known"],
        ["Thank the neighbours", "for their pumps"],
    ]
    private static let french = [
        ["Coupez le courant", "au sous-sol"], ["Informez ceux qui travaillent ici", "de ce qui arrive"],
        ["Fermez les grandes portes", "et les petites"], ["Dites aux lecteurs", "quand nous ouvrons"],
        ["Demandez l’aide du maire", "au bord du fleuve"], ["Écrivez au tableau", "ce que l’on sait"],
        ["Remerciez les voisins", "pour leurs pompes"],
    ]
    private static let added = ["Count the boats", "Comptez les barques"]

    /// A slip of somebody who changes one of the two texts and forgets the other.
    enum Slip: String, CaseIterable, Sendable { case deleted, added, split, swapped, otherTime }

    /// With a step of one language otherwise; nil where the slip does not fit.
    func with(_ slip: Slip, at place: Int, inSource: Bool) -> TranslatedList? {
        var list = self
        var entries = inSource ? source : translation
        switch slip {
        case .deleted: entries.remove(at: place)
        case .added:
            entries.insert(
                Entry(id: 99, time: "T+25min", role: "press", words: Self.added[inSource ? 0 : 1]), at: place + 1)
        case .split:
            let halves = (inSource ? Self.english : Self.french)[entries[place].id]
            var second = entries[place]
            entries[place].words = halves[0]
            (second.words, second.link, second.substeps) = (halves[1], "", [])
            entries.insert(second, at: place + 1)
        case .swapped:
            guard place + 1 < entries.count else { return nil }
            entries.swapAt(place, place + 1)
        case .otherTime: entries[place].time = "T+\(7 + place)min"
        }
        if inSource { list.source = entries } else { list.translation = entries }
        return list
    }
}
