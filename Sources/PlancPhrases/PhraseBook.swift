import PlancSource

/// What phrases do to a reader's trust.
public enum PhraseFamily: String, CaseIterable, Sendable {
    case minimising, blaming, jargon, defensive
    /// Feelings and losses of the sender in place of the reader's.
    case speaker
    /// A time that is none: "as soon as possible".
    case vague
    /// An apology with a condition.
    case condition
    /// An apology, which legal reads.
    case apology
    /// A promise or a decision that nobody can make in a crisis.
    case promise
    /// A categorical statement of fact, which needs somebody who confirmed it.
    case claim
    /// What fraudsters ask for: a login by a link, a code, a card number.
    case phishing
    /// Asks to answer on the same way.
    case reply
    /// Says when it began: what is reported is a value.
    case beginning
    /// Says when the sender learned of it: what is reported is a value.
    case discovery
    /// Promises the next news.
    case news
    /// Says that something has been done.
    case deed
    /// Asks its reader to write by e-mail.
    case mailing
    /// In the title of a field: whose moment its value is.
    case title
    /// In the words of a step: what it does.
    case task
    /// In a promise of news: how many, which the group is called (`[number: 2]`); `#` reads its own digits.
    case number
    /// In a promise of news, behind a number: so many minutes, which the group is called (`[unit: 60]`).
    case unit
    /// In a promise of news: so many minutes, with nothing to count (`[length: 720]`, "twice a day").
    case length

    /// What texts state, which nothing is wrong with until the plan says otherwise.
    package static let statements: Set<PhraseFamily> = [.beginning, .discovery, .news, .deed, .mailing]
    /// What titles and steps of a plan say, and not its texts.
    package static let ofPlan: Set<PhraseFamily> = [.title, .task]
    /// What the words of a promise are read for.
    package static let ofLengths: Set<PhraseFamily> = [.number, .unit, .length]
}

/// Phrases of one kind, with what is said of them.
public struct PhraseGroup: Sendable {
    public var family: PhraseFamily
    /// As an editor calls it: `partitives`.
    public var name: String
    /// What to write instead: the English text of a translated phrase; empty when each phrase has its own.
    public var help = ""
    /// Worth a remark, not a warning.
    public var isRemark = false
    /// Released by a review by legal.
    public var isReviewable = false
    /// Only in answers to reports.
    public var isForReplies = false
    /// Not judged in what authorities alone read.
    public var isForLaypeople = false
    /// Says that it is over: not judged in what is sent when the end is declared.
    public var isOfEnd = false
    /// Sentences in which something of the group is found.
    public var examples: [String] = []
    /// Sentences in which nothing at all is found.
    public var innocent: [String] = []
}

/// A named list of words and phrases, to be used in others.
struct PhraseList: Sendable {
    var pattern: PhrasePattern
    /// Its single words, folded.
    var words: Set<String>
}

/// Where words speak for what a family finds.
package enum PhraseRelease: Sendable {
    /// In these words: "at the latest" holds no promise.
    case inside
    /// In the sentence in which they stand: "so far …, and we are still checking".
    case beside
}

/// One phrase of a group.
package struct PhraseEntry: Sendable {
    var phrasing: Phrasing
    /// For words that speak for what phrases of the family find, and are no find of their own.
    package var release: PhraseRelease?
    /// As written in the book.
    package var text: String
    /// The place of its group in the book.
    package var group: Int
    /// Words to write instead, in the language of the book; empty when the group says what to do.
    package var prefer: String
}

/// The phrases of a language: a text that an editor can read and extend (`Languages/<tag>/phrases.txt`).
///
/// What is no fault of its own, but says something that the plan has to bear out, is in `statements.txt`, which goes on
/// where `phrases.txt` ends.
///
/// A line is a phrase (see `PhrasePattern`), a list (`@data = file | record`), the head of a group (`[minimising: partitives]`, with
/// `note`, `legal`, `reply` or `lay` after semicolons), `help: …` with what to write instead, `yes: …` with a sentence in which
/// the group is found, `no: …` with one in which nothing is, or, after `#`, a comment. `phrase => words` says which words to write.
/// `inside: phrase` are words in which nothing of the family begins, whatever is found there; `beside: phrase` are words that speak
/// for the whole sentence in which they stand.
/// Above all, `language: elisions` says that words that lean on the next one with an apostrophe are words of their own (`l’attaque`),
/// `language: umlauts` that `ä` is `ae` where there is no key for it.
public struct PhraseBook: Sendable {
    public private(set) var groups: [PhraseGroup] = []
    package private(set) var entries: [PhraseEntry] = []
    private(set) var lists: [String: PhraseList] = [:]
    /// Lines that are nothing of the above, by number from 1.
    public private(set) var faults: [(line: Int, text: String)] = []
    private(set) var language: PhraseLanguage

    public init(language tag: some StringProtocol, text: String) {
        language = PhraseLanguage(tag)
        add(text)
    }

    /// Goes on with another text of the same language.
    package mutating func add(_ text: String) {
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            let line = Substring(line).trimmed
            if line.isEmpty || line.hasPrefix("#") { continue }
            if !take(line) { faults.append((number + 1, String(line))) }
        }
    }

    /// Terms as they stand, in small letters or capitals; one of at most three letters in capitals only so.
    init(terms: [String], in language: PhraseLanguage) {
        self.language = language
        entries = terms.enumerated().compactMap { number, term in
            let words = language.words(of: term)
            guard !words.isEmpty else { return nil }
            let atoms = words.map { word -> PhrasePattern in
                let isAcronym = word.utf8.count <= 3 && word == word.uppercased() && word != word.lowercased()
                return .atom(isAcronym ? .cased(word) : .exact(language.fold(word)))
            }
            return PhraseEntry(phrasing: Phrasing(pattern: .sequence(atoms)), text: term, group: number, prefer: "")
        }
    }

    private mutating func take(_ line: Substring) -> Bool {
        if line == "language: elisions" {
            language.elides = true
            return true
        }
        if line == "language: umlauts" {
            language.umlauts = true
            return true
        }
        if line.hasPrefix("["), line.hasSuffix("]"), line.contains(":") { return takeHead(line.dropFirst().dropLast()) }
        if line.hasPrefix("@"), let sign = line.range(of: " = ") {
            let name = String(line[line.index(after: line.startIndex)..<sign.lowerBound])
            let items = line[sign.upperBound...]
            guard let list = PhraseParser.phrasing("(\(items))", language, lists: lists) else { return false }
            let words = items.split(separator: "|").map { language.fold($0.trimmed) }
            lists[name] = PhraseList(pattern: list.pattern, words: Set(words))
            return true
        }
        guard !groups.isEmpty else { return false }
        let last = groups.count - 1
        if line.hasPrefix("help: ") {
            groups[last].help = String(line.dropFirst("help: ".count))
        } else if line.hasPrefix("yes: ") {
            groups[last].examples.append(String(line.dropFirst("yes: ".count)))
        } else if line.hasPrefix("no: ") {
            groups[last].innocent.append(String(line.dropFirst("no: ".count)))
        } else if line.hasPrefix("inside: ") {
            return takePhrase(line.dropFirst("inside: ".count), release: .inside)
        } else if line.hasPrefix("beside: ") {
            return takePhrase(line.dropFirst("beside: ".count), release: .beside)
        } else {
            return takePhrase(line, release: nil)
        }
        return true
    }

    private mutating func takePhrase(_ line: Substring, release: PhraseRelease?) -> Bool {
        let parts = line.range(of: " => ")
        let text = String(parts.map { line[..<$0.lowerBound] } ?? line)
        guard let phrasing = PhraseParser.phrasing(text, language, lists: lists) else { return false }
        let prefer = parts.map { String(line[$0.upperBound...]) } ?? ""
        entries.append(
            PhraseEntry(phrasing: phrasing, release: release, text: text, group: groups.count - 1, prefer: prefer))
        return true
    }

    /// The phrases of some families alone.
    package func only(_ families: Set<PhraseFamily>) -> PhraseBook { keeping(families.contains) }

    /// The phrases of all families but some.
    package func except(_ families: Set<PhraseFamily>) -> PhraseBook { keeping { !families.contains($0) } }

    /// The tables that planc carries: what is looked for in texts, in replies alone, in titles and steps, in promises.
    package var tables: [(name: String, book: PhraseBook)] {
        [
            ("phrases", except(PhraseFamily.ofPlan.union(PhraseFamily.ofLengths).union([.reply]))),
            ("replies", only([.reply])), ("plan", only(PhraseFamily.ofPlan)),
            ("lengths", only(PhraseFamily.ofLengths)),
        ]
    }

    private func keeping(_ isKept: (PhraseFamily) -> Bool) -> PhraseBook {
        var book = self
        book.entries = entries.filter { isKept(groups[$0.group].family) }
        return book
    }

    private mutating func takeHead(_ head: Substring) -> Bool {
        let parts = head.split(separator: ";").map(\.trimmed)
        guard let names = parts.first?.split(separator: ":", maxSplits: 1), names.count == 2,
            let family = PhraseFamily(rawValue: String(names[0]))
        else { return false }
        var group = PhraseGroup(family: family, name: String(names[1].trimmed))
        for option in parts.dropFirst() {
            switch option {
            case "note": group.isRemark = true
            case "legal": group.isReviewable = true
            case "reply": group.isForReplies = true
            case "lay": group.isForLaypeople = true
            case "end": group.isOfEnd = true
            default: return false
            }
        }
        groups.append(group)
        return true
    }
}

extension Substring {
    /// Without spaces at both ends.
    fileprivate var trimmed: Substring {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
        var text = utf8
        while let first = text.first, isSpace(first) { text = text.dropFirst() }
        while let last = text.last, isSpace(last) { text = text.dropLast() }
        return Substring(text)
    }

    fileprivate func range(of text: String) -> Range<Index>? {
        let wanted = text.utf8
        guard let first = wanted.first else { return nil }
        var rest = utf8
        while let place = rest.firstIndex(of: first) {
            if rest[place...].starts(with: wanted) { return place..<utf8.index(place, offsetBy: wanted.count) }
            rest = rest[utf8.index(after: place)...]
        }
        return nil
    }
}
