import PlancModel
import PlancPhrases
import PlancSource
import PlancWords

/// What a text states that the plan has to bear out (`statements.txt` of its language).
public struct Statement: Sendable {
    /// What is stated.
    public enum Meaning: Sendable {
        /// The value in it is when it began.
        case beginning
        /// The value in it is when the sender learned of it.
        case discovery
        case news(PromisedNews)
        case deed(Deed)
        /// Its reader is to write by e-mail.
        case mailing
    }

    public var meaning: Meaning
    /// The words as written; of a beginning or a discovery the name of the placeholder.
    public var words: String
    public var span: Span
    /// The messages that state it, by their places in the plan; without those in which somebody has confirmed it.
    public var messages: [Int]
    /// Its sentence and the next one, where an address may be named that a request is about.
    public var surroundings: Span

    /// nil for a group of phrases that states nothing.
    init?(
        _ group: PhraseGroup, words: String, span: Span, messages: [Int], _ lengths: inout LengthReader
    ) {
        switch group.family {
        case .beginning: meaning = .beginning
        case .discovery: meaning = .discovery
        case .news:
            guard let promised = PromisedNews(group: group.name, words: words, &lengths) else { return nil }
            meaning = .news(promised)
        case .deed:
            guard let deed = Deed(rawValue: group.name) else { return nil }
            meaning = .deed(deed)
        case .mailing: meaning = .mailing
        default: return nil
        }
        self.words = words
        self.span = span
        self.messages = messages
        surroundings = span
    }
}

/// What texts of a crisis say has been done, and a step does: the same names in `statements.txt` of every language.
public enum Deed: String, CaseIterable, Sendable {
    case authorities, police, insurer, experts, isolate, customers, employees, families
    case dataProtection = "data-protection"

    /// Whether a message to an audience does it.
    public func isDone(byTelling audience: Audience) -> Bool {
        let kinds = audience.authority.map(\.value)
        switch self {
        case .authorities: return audience.type.value == .authorities
        case .dataProtection, .police:
            guard audience.type.value == .authorities else { return false }
            return kinds.isEmpty || kinds.contains(self == .police ? .lawEnforcement : .dataProtection)
        case .customers: return audience.type.value == .customers
        case .employees: return audience.type.value == .employees
        case .insurer, .experts, .isolate, .families: return false
        }
    }

    /// Whether it is told to people of the plan: what no step is seen to do was done by somebody all the same.
    public var isTold: Bool { [.customers, .employees, .families].contains(self) }

    /// The mark of a step that does it.
    public var meaning: StepMeaning? { self == .isolate ? .isolate : nil }
}

/// Reads titles of fields and words of steps in one language.
public struct PlanWordReader {
    private var reader: PhraseReader

    public init(_ locale: Locale) { reader = PhraseReader(.ofPlan(in: locale.language)) }

    /// What steps with these words do.
    public mutating func deeds(in words: String) -> Set<Deed> { Set(names(in: words, .task).compactMap(Deed.init)) }

    /// The words that say that a step is done by e-mail.
    public mutating func mail(in text: MappedText) -> [Range<Int>] { ranges("e-mail", in: text) }

    /// What a step is done by that a plan may have no channel for.
    public mutating func means(in text: MappedText) -> [Range<Int>] { ranges("means", in: text) }

    /// The words that say that a step is done by telephone.
    mutating func telephone(in text: MappedText) -> [Range<Int>] { ranges("telephone", in: text) }

    /// The words that say that an attacker reads what is written, or may do so.
    mutating func spying(in text: MappedText) -> [Range<Int>] { ranges("spying", in: text) }

    private mutating func ranges(_ group: String, in text: MappedText) -> [Range<Int>] {
        reader.matches(in: text).filter { reader.groups[$0.group].name == group }.map(\.range)
    }

    /// Whose moment a value with this title is: of the beginning, or of the discovery.
    public mutating func moment(in title: String) -> Field.Moment? {
        // "When we learned that the attack began".
        let found = names(in: title, .title)
        return found.contains("discovery") ? .awareness : found.contains("beginning") ? .occurrence : nil
    }

    private mutating func names(in words: String, _ family: PhraseFamily) -> [String] {
        let text = MappedText(words, at: Span(FileID(0), 0, words.utf8.count))
        return reader.matches(in: text).compactMap { match in
            let group = reader.groups[match.group]
            return group.family == family ? group.name : nil
        }
    }
}
