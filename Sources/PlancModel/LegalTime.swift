import PlancSource

/// An event that starts the clock of a duty, and, where several of a sort are possible in one incident, what it is about:
/// `awareness:personal-data`. None stands in for another.
public struct ClockStart: Hashable, Sendable {
    /// What happened, as the laws name it.
    public enum Event: String, CaseIterable, Sendable {
        case occurrence, suspicion
        case reasonToBelieve = "reason-to-believe"
        case detection
        /// Known, or should have been known.
        case discovery
        case awareness
        case reasonableBelief = "reasonable-belief"
        case classification
        /// A formal decision, with reasons.
        case determination
        case insideInformation = "inside-information"
        case causalLink = "causal-link"
        case causalLinkSuspected = "causal-link-suspected"
        case payment
        case remedyAvailable = "remedy-available"
        case recovery, resolution
        /// Somebody else told us: a processor, a supplier.
        case noticeReceived = "notice-received"
        case request
        case factKnown = "fact-known"
        case periodEnd = "period-end"
        /// A stage of the same obligation was sent for the first time, or for the last.
        case sent
        case sentLast = "sent-last"

        /// Whether a subject may follow.
        public var takesSubject: Bool {
            switch self {
            case .awareness, .determination, .request, .factKnown, .periodEnd, .sent, .sentLast: true
            default: false
            }
        }
    }

    public var event: Event
    public var subject: String?

    public init(_ event: Event, _ subject: String? = nil) {
        self.event = event
        self.subject = subject
    }

    public static let detection = ClockStart(.detection)
    public static let awareness = ClockStart(.awareness)
    public static let classification = ClockStart(.classification)

    /// From `detection`, `awareness:attack`, `sent:initial`; nil for anything else.
    public init?(notation text: some StringProtocol) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let event = Event(rawValue: String(first)) else { return nil }
        guard parts.count == 2 else {
            if event == .sent || event == .sentLast { return nil }
            self.init(event)
            return
        }
        guard event.takesSubject, Self.isID(parts[1]) else { return nil }
        self.init(event, String(parts[1]))
    }

    /// As authors write it.
    public var notation: String { subject.map { "\(event.rawValue):\($0)" } ?? event.rawValue }

    /// Whether it is the sending of another stage; whose name is its subject.
    public var isSending: Bool { event == .sent || event == .sentLast }

    private static func isID(_ text: some StringProtocol) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter && $0.isLowercase) }
        }
    }
}

/// How long a duty may take: a length of time, or a number of days of a calendar, which end with the last of them.
public struct LegalPeriod: Hashable, Sendable {
    /// Days that end with the day.
    public enum Days: String, CaseIterable, Sendable {
        case calendar = "cd"
        /// Business days and working days: the same arithmetic, in the words of the law.
        case business = "bd"
        case working = "wd"
    }

    /// The shortest that it can be.
    public var amount: TimeAmount
    public var days: Days?

    public init(_ amount: TimeAmount) {
        self.amount = amount
        days = amount.businessDays != 0 ? .business : nil
    }

    public init(_ count: Int, _ days: Days) {
        amount = days == .calendar ? TimeAmount(minutes: count * 1440) : TimeAmount(businessDays: count)
        self.days = days
    }

    /// From `72h`, `14d`, `60cd`, `4bd`, `30wd`, `1mo`, and whatever is a length of time in the plan language.
    public init?(notation text: some StringProtocol) {
        for days in [Days.calendar, .working] where text.hasSuffix(days.rawValue) {
            let digits = text.dropLast(2)
            guard (1...4).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }),
                let count = Int(digits)
            else { return nil }
            self.init(count, days)
            return
        }
        guard let amount = TimeAmount(notation: text) else { return nil }
        self.init(amount)
    }

    /// The number of days of a calendar; nil for a length of time.
    public var dayCount: Int? {
        switch days {
        case nil: nil
        case .calendar: amount.minutes / 1440
        case .business, .working: amount.businessDays
        }
    }

    public var notation: String {
        guard let days, let dayCount else {
            // Of laws, days are said as days and hours as hours: nobody has "two weeks" for fourteen days.
            if amount.months == 0, amount.businessDays == 0, amount.minutes > 0, amount.minutes % 1440 == 0 {
                return amount.minutes % 10_080 == 0 || amount.minutes > 4320
                    ? "\(amount.minutes / 1440)d" : "\(amount.minutes / 60)h"
            }
            return amount.notation
        }
        return "\(dayCount)\(days.rawValue)"
    }
}

/// By when something is due: a term, the earliest or the latest of several, or what has no number.
public struct Due: Sendable {
    /// One limit: a period and where it is counted from.
    public struct Term: Sendable {
        public var within: Located<LegalPeriod>?
        /// The words of the law where it names no number.
        public var noNumber: Located<String>?
        /// The start; of several, the earliest counts.
        public var after: [Located<ClockStart>] = []
        public var span: Span

        public init(span: Span) { self.span = span }
    }

    public var within: Located<LegalPeriod>?
    public var noNumber: Located<String>?
    public var after: [Located<ClockStart>] = []
    public var earliest: [Term] = []
    public var latest: [Term] = []
    /// The stage that it falls due with.
    public var with: Located<String>?
    /// Due when somebody asks for it.
    public var onRequest: Located<Recipient>?
    /// The obligation whose time limits hold.
    public var sameAs: Located<String>?
    public var span: Span

    public init(span: Span) { self.span = span }

    /// The terms that it is made of.
    public var terms: [Term] {
        if !earliest.isEmpty || !latest.isEmpty { return earliest + latest }
        if within == nil, noNumber == nil { return [] }
        var term = Term(span: span)
        (term.within, term.noNumber, term.after) = (within, noNumber, after)
        return [term]
    }

    /// Every start that it names, once, in the order written.
    public var starts: [ClockStart] {
        var starts: [ClockStart] = []
        for start in terms.flatMap(\.after) where !starts.contains(start.value) { starts.append(start.value) }
        return starts
    }
}

/// Whose closed days, and whose hours, count: those of who receives the notice.
public enum ClosedDays: String, CaseIterable, Sendable {
    case usFederal = "US-federal"
    case unitedKingdom = "UK"
    case france = "FR"
    case germany = "DE"
    /// Saturdays and Sundays alone.
    case weekends
    /// The plan's own `holidays`, for who works by the same calendar.
    case plan
}
