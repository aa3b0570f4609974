import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSource
import PlancWords

/// Finds where texts tell their reader to use something, or to call somebody, by the name that the plan has for it.
public struct UsedNames: Sendable {
    private let names: WordedNames<EntityReference>
    private let stems: LetterStems
    private let reader: PointerReader
    private let rendering: Rendering

    /// - Parameter things: what is looked for; other names are not read.
    public init(_ things: Set<EntityReference>, _ reader: PointerReader) {
        let plan = reader.plan
        self.reader = reader
        rendering = asWritten(plan.links)
        var names = WordedNames<EntityReference>()
        var stems: Set<String> = []
        func add(_ title: LocalizedText, _ reference: EntityReference) {
            guard things.contains(reference) else { return }
            for version in title.versions {
                let words = NamedWord.all(in: version.text.value)
                // A first name alone is many people's.
                guard words.lazy.map(\.small).joined().count > 2, reference.kind != .person || words.count > 1 else {
                    continue
                }
                names.add(words, reference)
                stems.formUnion(Self.stems(of: version.text.value))
            }
        }
        for system in plan.systems { add(system.title, EntityReference(.system, system.id)) }
        // What is done by e-mail is found by other words than its name.
        for channel in plan.channels where channel.type.value != .email {
            add(channel.title, EntityReference(.channel, channel.id))
        }
        for person in plan.people { add(person.title, EntityReference(.person, person.id)) }
        self.names = names
        self.stems = LetterStems(stems.sorted())
    }

    /// The pointers of blocks by name, those of snippets too; what is pointed to beside its name is left to that pointer.
    public func pointers(in blocks: [Block], _ locale: Locale) -> [Pointer] {
        if names.isEmpty { return [] }
        var found: [Pointer] = []
        var open: Set<String> = []
        reader.visit(blocks, locale, &open) { found += pointers(in: $0, locale) }
        return found
    }

    /// The same of one text, without snippets.
    public func pointers(in inlines: [Inline], _ locale: Locale) -> [Pointer] {
        guard !names.isEmpty, let first = inlines.first, let last = inlines.last,
            let use = Language(locale.language)?.rules.use, !use.articles.isEmpty
        else { return [] }
        let line = [Block(.paragraph(inlines), first.span.union(last.span))]
        guard line.haveLetters(of: stems) else { return [] }
        let text = rendering(line)
        let words = NamedWord.all(in: text.string)
        var found: [Pointer] = []
        var place = 0
        while place < words.count {
            guard let name = names.found(at: place, in: words), let reference = name.things.first else {
                place += 1
                continue
            }
            let end = place + name.count
            let sentence = UsingSentence(words, place..<end, use, alternatives: Self.alternatives)
            let range = words[place].range.lowerBound..<words[end - 1].range.upperBound
            place = end
            guard let verb = sentence.verb(of: kind(reference)), let span = text.span(of: range),
                !text.isDenied(min(words[verb].range.lowerBound, range.lowerBound)..<range.upperBound, locale),
                !isWarning(text.sentence(around: range), locale)
            else { continue }
            let target: Pointer.Target =
                switch reference.kind {
                case .system: .system(reference.id)
                case .person: .person(reference.id)
                default: .named(channel: reference.id)
                }
            found.append(Pointer(target: target, span: span, words: text.text(range), isWarning: false))
        }
        if found.isEmpty { return [] }
        let beside = reader.pointers(in: inlines, locale).map(\.target)
        let (channels, people) = (Set(beside.flatMap(reader.channels)), Set(beside.flatMap(reader.people)))
        return found.filter { pointer in
            switch pointer.target {
            case .named(let id): !channels.contains(id)
            case .person(let id): !people.contains(id)
            default: true
            }
        }
    }

    private func kind(_ reference: EntityReference) -> UsingSentence.Thing {
        switch reference.kind {
        case .person: .person
        case .channel:
            switch reader.plan.channels[reference.id]?.type.value {
            case .voice, .hotline, .satellite, .sms: .line
            default: .thing
            }
        default: .thing
        }
    }

    /// Letters of a name behind its first, as they are and in small ones.
    private static func stems(of name: String) -> [String] {
        guard let word = name.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).max(by: { $0.count < $1.count })
        else { return [] }
        let letters = String(word.dropFirst().prefix(5))
        return [letters, letters.lowercased(), letters.uppercased()].filter { $0.utf8.count > 1 }
    }

    private static let alternatives = Set(LanguageRules.all.flatMap(\.alternatives))
}

/// The clause around a name, and whether it tells its reader to use what is named.
private struct UsingSentence {
    enum Thing { case person, line, thing }

    /// No clause that somebody reads has so many words on one side of a name.
    private static let reach = 60

    private let words: [NamedWord]
    private let name: Range<Int>
    private let clause: Range<Int>
    private let use: UseWords
    private let isChoice: Bool

    init(_ words: [NamedWord], _ name: Range<Int>, _ use: UseWords, alternatives: Set<String>) {
        var (start, end) = (name.lowerBound, name.upperBound)
        while start > max(0, name.lowerBound - Self.reach), !words[start].opens { start -= 1 }
        while end < min(words.count, name.upperBound + Self.reach), !words[end].opens { end += 1 }
        (self.words, self.name, self.use, clause) = (words, name, use, start..<end)
        isChoice = words[start..<end].contains { alternatives.contains($0.small) && !use.leads.contains($0.small) }
    }

    /// The place of the verb that says so; nil where none does, and where it is one of several ways.
    func verb(of thing: Thing) -> Int? {
        if isChoice { return nil }
        var start = name.lowerBound
        while start > clause.lowerBound, use.articles.contains(words[start - 1].small) { start -= 1 }
        let direct: [String]
        switch thing {
        case .person: direct = use.calls + use.asks
        case .line: direct = use.calls + use.uses
        case .thing: direct = use.uses
        }
        if start > clause.lowerBound, direct.contains(words[start - 1].small), isToldToDo(start - 1) {
            return start - 1
        }
        let others = thing == .line ? use.acts + use.calls + use.asks : use.acts
        let isMeans = start > clause.lowerBound && use.means.contains(words[start - 1].small)
        if isMeans {
            let verbs = thing == .person ? direct + use.acts : others
            for place in (max(clause.lowerBound, start - 9)..<start - 1).reversed() {
                if use.joints.contains(words[place].small) { break }
                if verbs.contains(words[place].small), isToldToDo(place) { return place }
            }
        }
        guard use.mayStandBehind, isMeans || start == clause.lowerBound else { return nil }
        let verbs = isMeans ? others : direct
        for place in name.upperBound..<min(clause.upperBound, name.upperBound + 5) {
            if use.joints.contains(words[place].small) { break }
            let isLast = place + 1 == clause.upperBound || use.leads.contains(words[place + 1].small)
            if isLast, verbs.contains(words[place].small) { return place }
        }
        return nil
    }

    /// Whether a verb there tells somebody to do it: the first word, or behind words that leave it so.
    private func isToldToDo(_ verb: Int) -> Bool {
        verb == clause.lowerBound || use.leads.contains(words[verb - 1].small)
    }
}

extension MappedText {
    /// The words from one sign that ends a sentence to the next, of very long ones those nearby.
    fileprivate func sentence(around range: Range<Int>) -> String {
        let near = max(0, range.lowerBound - 600)..<min(bytes.count, range.upperBound + 600)
        func ends(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ".")
        }
        let start = bytes[near.lowerBound..<range.lowerBound].lastIndex(where: ends).map { $0 + 1 } ?? near.lowerBound
        let end = bytes[range.upperBound..<near.upperBound].firstIndex(where: ends) ?? near.upperBound
        return text(start..<end)
    }
}
