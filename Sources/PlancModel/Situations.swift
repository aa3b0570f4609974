import PlancMarkup
import PlancSource

/// What may happen: what it takes away, and whom it affects.
public struct Scenario: Entity {
    public static let kind = EntityKind.scenario
    public static var place: EntityPlace<Scenario> { EntityPlace(get: { $0.scenarios }, set: { $0.scenarios = $1 }) }
    public var id: String
    public var title: LocalizedText
    /// The title where a long one takes more than two lines: on the front leaf, at the top of pages.
    public var short = LocalizedText()
    /// Systems, channels and people that are not there.
    public var disables: [TypedReference] = []
    /// Systems and channels that run and may be read or forged by the attacker.
    public var distrusts: [TypedReference] = []
    /// When systems and channels that are out here can be used again.
    public var restores: [Restoration] = []
    public var affects: [Reference] = []
    public var obligations: [Reference] = []
    public var activatedBy: Reference?
    public var personalData: Located<Bool>?
    /// By what it is seen that it is over.
    public var endsWhen = LocalizedText()
    public var danger: [Located<Danger>] = []
    /// What is taken to be so, and when clocks are taken to start: planning assumptions, printed as such.
    public var facts: [StatedFact] = []
    public var starts: [AssumedStart] = []
    public var body = LocalizedBody()
    public var nameSpan: Span
    public var span: Span

    public init(id: String, title: LocalizedText, nameSpan: Span, span: Span) {
        self.id = id
        self.title = title
        self.nameSpan = nameSpan
        self.span = span
    }

    /// When something that is out can be used again, counted from T0.
    public struct Restoration: Sendable {
        public var thing: TypedReference
        public var after: Located<TimeAmount>

        public init(thing: TypedReference, after: Located<TimeAmount>) {
            self.thing = thing
            self.after = after
        }
    }
}

/// A value that is known on the day only, `{{ name }}` in texts.
public struct Field: Entity {
    public static let kind = EntityKind.field
    public static var place: EntityPlace<Field> { EntityPlace(get: { $0.fields }, set: { $0.fields = $1 }) }
    public var id: String
    public var title: LocalizedText
    public var type: Located<FieldType>
    public var choices: [LocalizedText] = []
    /// What it always is: printed in the texts, and asked for by nobody. Empty: it is filled in on the day.
    public var value = LocalizedText()
    public var example = LocalizedText()
    /// The longest value to expect: lengths are judged with it.
    public var longest = LocalizedText()
    public var confirmedBy: Reference?
    public var covers: [Located<Element>] = []
    /// Of what its value is the time.
    public var timeOf: Located<Moment>?
    /// Whether it says that a message is part of an exercise.
    public var marksExercise: Located<Bool>?
    public var nameSpan: Span
    public var span: Span

    public init(id: String, title: LocalizedText, type: Located<FieldType>, nameSpan: Span, span: Span) {
        self.id = id
        self.title = title
        self.type = type
        self.nameSpan = nameSpan
        self.span = span
    }

    /// Two times of one incident that are easily taken for each other; `starts` of obligations calls them the same.
    public enum Moment: String, CaseIterable, Sendable {
        /// It began.
        case occurrence
        /// The organisation learned of it.
        case awareness
    }
}

/// Something to print in one piece, for somebody.
public struct Pack: Entity {
    public static let kind = EntityKind.pack
    public static var place: EntityPlace<Pack> { EntityPlace(get: { $0.packs }, set: { $0.packs = $1 }) }
    public var id: String
    public var title: LocalizedText
    /// Roles (inside the need-to-know) or audiences (outside).
    public var `for`: [TypedReference] = []
    public var include: [Located<PackSection>] = []
    /// Empty: all scenarios.
    public var scenarios: [Reference] = []
    public var locales: [Located<Locale>] = []
    public var paper: Located<Paper>?
    public var largePrint: Located<Bool>?
    /// nil: one.
    public var sides: Located<Sides>?
    /// nil: printed.
    public var tabs: Located<TabEdge>?
    public var classification: Located<Classification>?
    public var copies: [Copy] = []
    /// What lies in the grab bag with it.
    public var bag: [BagItem] = []
    /// The most pages that it is to have.
    public var maxPages: Located<Int>?
    /// When it was last printed.
    public var printed: Located<CalendarDate>?
    public var nameSpan: Span
    public var span: Span

    public init(id: String, title: LocalizedText, nameSpan: Span, span: Span) {
        self.id = id
        self.title = title
        self.nameSpan = nameSpan
        self.span = span
    }

    /// A numbered copy of a pack: who has it, or where it is.
    public struct Copy: Sendable {
        public var to: Reference?
        /// Where the copy is, in words.
        public var at = LocalizedText()
        /// The system the copy is on (a share, a phone, a case); nil for paper that depends on nothing.
        public var on: Reference?
        /// Whether private addresses are in it; nil: when the pack is for its holder.
        public var isPrivate: Located<Bool>?
        /// Whether it holds everybody's lists and texts; nil: as the plan does it (`Plan.ownRole(of:)`).
        public var isFull: Located<Bool>?
        /// Its own label; nil: the pack's.
        public var classification: Located<Classification>?
        public var span: Span

        public init(span: Span) { self.span = span }
    }

    /// A thing in the grab bag, and how often somebody looks whether it is there and works.
    public struct BagItem: Sendable {
        public var what = LocalizedText()
        /// How many of it there are to be.
        public var count: Located<Int>?
        /// Where the thing itself lies, when it is not in the bag.
        public var at = LocalizedText()
        public var every: Located<TimeAmount>?
        public var checked: Located<CalendarDate>?
        public var span: Span

        public init(span: Span) { self.span = span }

        /// When it is to be looked at again; nil where the plan does not say.
        public var nextCheck: CalendarDate? {
            guard let every = every?.value, let checked = checked?.value else { return nil }
            return checked.adding(months: every.months).adding(days: every.businessDays + every.minutes / 1440)
        }
    }

    public var isForAudience: Bool { self.for.contains { $0.target.kind == .audience } }

    /// Whether it holds a section, asked for by name or by `everything`. Of a pack for an audience everything is what that audience
    /// needs: the cover and its messages; how those inside go about it is asked for by name. So are forms, of any pack.
    public func includes(_ section: PackSection) -> Bool {
        include.contains {
            $0.value == section
                || $0.value == .everything && !section.isForm
                    && (!isForAudience || section == .cover || section == .messages)
        }
    }
}

/// An exercise of a scenario, played or planned.
public struct Drill: Entity {
    public static let kind = EntityKind.drill
    public static var place: EntityPlace<Drill> { EntityPlace(get: { $0.drills }, set: { $0.drills = $1 }) }
    public var id: String
    public var title: LocalizedText
    public var date: Located<CalendarDate>?
    public var scenario: Reference?
    public var drillKind: Located<DrillKind>?
    public var found = LocalizedText()
    /// What was decided because of it.
    public var actions: [Action] = []
    /// Who ran it: a role or a person.
    public var by: TypedReference?
    /// The stamp of the checklists that were played.
    public var of: Located<String>?
    /// How long it is played, counted from T0.
    public var lasts: Located<TimeAmount>?
    /// What those who run it put in, by time.
    public var injects: [Inject] = []
    public var nameSpan: Span
    public var span: Span

    public init(id: String, title: LocalizedText, nameSpan: Span, span: Span) {
        self.id = id
        self.title = title
        self.nameSpan = nameSpan
        self.span = span
    }

    /// A piece of news that players get in an exercise, and what it is to set off.
    public struct Inject: Sendable {
        public var at: Located<Offset>?
        /// Who gets it.
        public var to: [Reference] = []
        /// The channel by which it comes; nil: handed over on paper.
        public var by: Reference?
        /// Who is played: "a journalist".
        public var from = LocalizedText()
        public var text = LocalizedText()
        /// Messages and checklists that it is to set off.
        public var expects: [TypedReference] = []
        /// The steps that it is to set off, by what they are for (`#isolate`).
        public var steps: [Located<StepMeaning>] = []
        /// How soon what is expected is to be done.
        public var within: Located<TimeAmount>?
        public var span: Span

        public init(span: Span) { self.span = span }
    }

    /// Something that was decided, and whether it was done.
    public struct Action: Sendable {
        public var what = LocalizedText()
        /// Who does it: a role or a person.
        public var by: TypedReference?
        public var until: Located<CalendarDate>?
        /// The day it was done.
        public var done: Located<CalendarDate>?
        public var span: Span

        public init(span: Span) { self.span = span }

        /// An action that is only told.
        public init(_ what: LocalizedText) {
            self.what = what
            span = what.versions.first?.text.span ?? Span(FileID(0), 0, 0)
        }

        /// Whether more is said of it than what is to be done.
        public var isFollowed: Bool { by != nil || until != nil || done != nil }
    }
}

/// All files of kind `vocabulary` together; they add to the built-in lists.
public struct Vocabulary: Sendable {
    public var avoid: [Avoided] = []
    public var headings: [(element: Located<Element>, words: [Located<String>])] = []
    public var allow: [Located<String>] = []

    public init() {}

    /// Takes over the words of another file.
    public mutating func add(_ other: Vocabulary) {
        avoid += other.avoid
        headings += other.headings
        allow += other.allow
    }

    /// A word that this organisation does not use, and what it says instead.
    public struct Avoided: Sendable {
        public var term: Located<String>
        /// nil: every locale.
        public var locale: Located<Locale>?
        public var because = LocalizedText()
        public var prefer = LocalizedText()
        /// nil: jargon.
        public var category: Located<WordCategory>?

        public init(term: Located<String>) { self.term = term }
    }
}
