import PlancMarkup
import PlancSource

/// A legal or contractual duty to tell somebody, or to decide, by a time.
public struct Obligation: Entity {
    public static let kind = EntityKind.obligation
    public static var place: EntityPlace<Obligation> {
        EntityPlace(get: { $0.obligations }, set: { $0.obligations = $1 })
    }
    public var id: String
    public var title: LocalizedText
    /// Who has to be told, in words: of a duty whose stages do not say it.
    public var authority = LocalizedText()
    public var law = LocalizedText()
    public var audience: Reference?
    /// Whose law: `EU`, `FR`, `US-NY`, `contract`.
    public var jurisdiction: Located<String>?
    public var sector: Located<String>?
    /// Who owes it.
    public var who: Located<String>?
    /// All have to hold, and none of `unless`.
    public var when: [Located<Condition>] = []
    public var unless: [Located<Condition>] = []
    /// The obligation that this one refines: it is used instead.
    public var overlays: Located<String>?
    public var stages: [Stage] = []
    public var source: Source?
    public var status: Status?
    /// When the text was last read, and by whom.
    public var verified: Confirmation?
    public var readFrom: Reading?
    public var readOn: Located<CalendarDate>?
    public var confidence: Located<Confidence>?
    /// What is wrong on other pages: for who keeps the entry.
    public var warning: Located<String>?
    public var body = LocalizedBody()
    /// True when it comes from planc's own library by `uses`; its spans then stand at that `uses` entry.
    public var isBuiltIn = false
    public var nameSpan: Span
    public var span: Span

    public init(id: String, title: LocalizedText, nameSpan: Span, span: Span) {
        self.id = id
        self.title = title
        self.nameSpan = nameSpan
        self.span = span
    }

    /// When its text was last read: by somebody of the plan, else by who wrote the entry.
    public var lastRead: CalendarDate? { verified?.value ?? readOn?.value }

    /// How sure its wording is, of a stage: a stage may be weaker than its entry.
    public func confidence(of stage: Stage) -> Confidence? { stage.confidence?.value ?? confidence?.value }

    /// One notice that an obligation asks for.
    public struct Stage: Sendable {
        /// What its time is counted from.
        public enum Start: Hashable, Sendable {
            case clock(ClockStart)
            /// Counted from when an earlier stage is sent.
            case stage(String)
        }

        public var name: Located<String>
        /// What people call it; empty where the words of its name are enough.
        public var title = LocalizedText()
        public var to: [Located<Recipient>] = []
        public var alsoTo: [FurtherRecipient] = []
        public var when: [Located<Condition>] = []
        public var unless: [Located<Condition>] = []
        public var due: Due?
        /// The first whose conditions hold stands instead of `due`.
        public var cases: [Case] = []
        /// The short form: nil for `undue-delay`.
        public var deadline: Located<TimeAmount>?
        public var from: Located<Start>?
        public var strength: Located<Strength>?
        public var late: Late?
        /// It may come in parts.
        public var phases: Located<Bool>?
        public var roll: Roll?
        public var calendar: Calendar?
        public var channel: Channel?
        public var delay: Delay?
        public var instead: Instead?
        /// What the notice must contain.
        public var contents: [Located<ContentItem>] = []
        public var note = LocalizedText()
        /// A number that a guideline names where the text names none.
        public var guide = LocalizedText()
        public var confidence: Located<Confidence>?
        public var span: Span

        public init(name: Located<String>, span: Span) {
            self.name = name
            self.span = span
        }

        /// By when it is due, in the long form.
        public var wholeDue: Due {
            if let due { return due }
            var due = Due(span: deadline?.span ?? span)
            due.within = deadline.map { Located(LegalPeriod($0.value), $0.span) }
            if deadline == nil { due.noNumber = Located("undue-delay", span) }
            switch from?.value {
            case .clock(let start): due.after = from.map { [Located(start, $0.span)] } ?? []
            case .stage(let name): due.after = from.map { [Located(ClockStart(.sent, name), $0.span)] } ?? []
            case nil: break
            }
            return due
        }

        /// A decision that the law times, and no notice.
        public var isDecision: Bool { !to.isEmpty && to.allSatisfy { $0.value.kind == .internal } }

        /// Every way in which it may be due.
        public var dues: [Due] { [wholeDue] + cases.compactMap(\.due) }
    }

    /// `{when: […], due: …}`: a variant of when a stage is due.
    public struct Case: Sendable {
        public var when: [Located<Condition>] = []
        public var due: Due?
        public var note = LocalizedText()
        public var span: Span

        public init(span: Span) { self.span = span }
    }

    /// Who is told as well, and when that holds.
    public struct FurtherRecipient: Sendable {
        public var to: Located<Recipient>?
        public var when: [Located<Condition>] = []

        public init() {}
    }

    /// What to do when the time cannot be kept.
    public struct Late: Sendable {
        public var giveReasons: Located<Bool>?
        public var tellBefore: Located<Bool>?
        public var how = LocalizedText()
        public var span: Span

        public init(span: Span) { self.span = span }
    }

    /// A limit that falls on a closed day goes on to the next working day, for those who are none of `notFor`.
    public struct Roll: Sendable {
        /// The days that a limit may fall on, in the words of the library.
        public enum Day: String, CaseIterable, Sendable { case closed = "weekend-or-holiday-of-entity-state" }
        /// Where it goes on to, in the words of the library.
        public enum Target: String, CaseIterable, Sendable { case noon = "next working day 12:00" }

        public var on: Located<Day>?
        public var to: Located<Target>?
        public var notFor: [Located<String>] = []
        public var span: Span

        public init(span: Span) { self.span = span }
    }

    /// The closed days and the hours of who receives the notice.
    public struct Calendar: Sendable {
        /// What an event on a closed day counts as.
        public enum ClosedStart: String, CaseIterable, Sendable { case nextBusinessDay = "next-business-day-counts" }

        public var closed: Located<ClosedDays>?
        public var zone: Located<String>?
        public var startOnClosedDay: Located<ClosedStart>?
        public var startDay = LocalizedText()
        public var span: Span

        public init(span: Span) { self.span = span }
    }

    /// How the notice may be sent: a hint.
    public struct Channel: Sendable {
        public var portal: Located<String>?
        public var name: Located<String>?
        public var mail: Located<String>?
        public var phone: Located<String>?
        public var how: Located<String>?
        public var fallback: Located<String>?
        /// The press reads it.
        public var isPublic: Located<Bool>?
        public var span: Span

        public init(span: Span) { self.span = span }
    }

    /// A lawful postponement by somebody else.
    public struct Delay: Sendable {
        public var condition: Located<String>?
        public var upTo: [Located<LegalPeriod>] = []
        public var span: Span

        public init(span: Span) { self.span = span }
    }

    /// Another way of telling, where the first is too much.
    public struct Instead: Sendable {
        public var condition: Located<String>?
        public var to: Located<Recipient>?
        public var how = LocalizedText()
        public var span: Span

        public init(span: Span) { self.span = span }
    }

    /// Whether it is law, and since when.
    public struct Status: Sendable {
        public var state: Located<ObligationState>?
        public var since: Located<CalendarDate>?
        /// The first day on which it is law.
        public var from: Located<CalendarDate>?
        public var amended: Located<CalendarDate>?
        public var by: [Located<String>] = []
        public var through: Located<String>?
        public var kind: Located<String>?
        public var note = LocalizedText()
        public var span: Span

        public init(span: Span) { self.span = span }
    }

    /// Where the text is: official identifiers, or an address.
    public struct Source: Sendable {
        public var id: Located<String>?
        public var eli: Located<String>?
        public var at: Located<String>?
        public var clock: Located<String>?
        public var contents: Located<String>?
        public var threshold: Located<String>?
        public var also: Located<String>?
        public var law: Located<String>?
        public var span: Span

        public init(span: Span) { self.span = span }

        /// All that it says, in one line.
        public var shown: String {
            ([[id?.value, at?.value].compactMap { $0 }.joined(separator: ", ")]
                + [clock, contents, threshold, also, law, eli].compactMap { $0?.value }).filter { !$0.isEmpty }
                .joined(separator: "; ")
        }
    }

    /// What was read, and where.
    public struct Reading: Sendable {
        public var mark: Located<Confidence>?
        public var sources: [Located<String>] = []
        public var span: Span

        public init(span: Span) { self.span = span }
    }
}

/// What a notice has to tell: an item of the library, or an element of a message.
public struct ContentItem: Hashable, Sendable {
    /// The id of the item.
    public var id: String
    /// What of a message tells it; nil for what is a box on the notice.
    public var element: Element?

    public init(_ id: String, element: Element? = nil) {
        self.id = id
        self.element = element ?? Element(rawValue: id)
    }
}

/// What a plan or a scenario says of a fact.
public struct StatedFact: Sendable {
    public var name: Located<String>
    public var value: Located<FactValue>

    public init(name: Located<String>, value: Located<FactValue>) {
        self.name = name
        self.value = value
    }
}

/// When a clock is taken to start, from T0: a planning assumption.
public struct AssumedStart: Sendable {
    public var start: Located<ClockStart>
    public var at: Located<Offset>

    public init(start: Located<ClockStart>, at: Located<Offset>) {
        self.start = start
        self.at = at
    }
}

extension Obligation {
    /// A proposal that is not law yet: it may not be used.
    public var isProposal: Bool { status?.state?.value == .proposal || status?.state?.value == .proposed }

    /// Whether it is law on a day: no proposal, not replaced, and not before its first day.
    public func isLaw(on day: CalendarDate) -> Bool {
        switch status?.state?.value {
        case .proposal, .proposed: return false
        case .from:
            guard let from = status?.from?.value else { return false }
            return day >= from
        default: return true
        }
    }
}

extension Plan {
    /// What is known of the facts in a scenario: its own and, beside them, those of the organisation.
    public func factSheet(_ scenario: Scenario?) -> FactSheet {
        var sheet = FactSheet()
        if !info.subjectTo.isEmpty {
            sheet[Subjection.fact] = .isTrue(info.subjectTo.contains { $0.value != .none })
        }
        for fact in info.facts { sheet[fact.name.value] = fact.value.value }
        if let personalData = scenario?.personalData { sheet["personal-data"] = .isTrue(personalData.value) }
        for fact in scenario?.facts ?? [] { sheet[fact.name.value] = fact.value.value }
        return sheet
    }
}
