import PlancMarkup
import PlancSource

/// A text of a front matter that is a blank still, and whose it is; nil of what belongs to no thing.
public struct UnfilledValue: Sendable {
    public var text: Located<String>
    public var owner: EntityReference?

    public init(_ text: Located<String>, of owner: EntityReference?) {
        self.text = text
        self.owner = owner
    }
}

/// A plan after binding: what its sources say, every reference resolved, every value with its place.
///
/// Whoever copies a plan, or keeps one, shares its values: there are many of them, and nearly everything here keeps one.
public struct Plan: Sendable {
    private var held: Held<PlanValues>

    /// The plan's folder as people know it (relative to the working folder), and its name, the last part of it.
    public var folder: String {
        get { held.value.folder }
        set { change { $0.folder = newValue } }
    }
    public var name: String {
        get { held.value.name }
        set { change { $0.name = newValue } }
    }
    public var info: PlanInfo {
        get { held.value.info }
        set { change { $0.info = newValue } }
    }
    public var people: Entities<Person> {
        get { held.value.people }
        set { change { $0.people = newValue } }
    }
    public var roles: Entities<Role> {
        get { held.value.roles }
        set { change { $0.roles = newValue } }
    }
    public var channels: Entities<Channel> {
        get { held.value.channels }
        set { change { $0.channels = newValue } }
    }
    public var systems: Entities<System> {
        get { held.value.systems }
        set { change { $0.systems = newValue } }
    }
    public var activities: Entities<Activity> {
        get { held.value.activities }
        set { change { $0.activities = newValue } }
    }
    public var audiences: Entities<Audience> {
        get { held.value.audiences }
        set { change { $0.audiences = newValue } }
    }
    public var scenarios: Entities<Scenario> {
        get { held.value.scenarios }
        set { change { $0.scenarios = newValue } }
    }
    public var obligations: Entities<Obligation> {
        get { held.value.obligations }
        set { change { $0.obligations = newValue } }
    }
    public var checklists: Entities<Checklist> {
        get { held.value.checklists }
        set { change { $0.checklists = newValue } }
    }
    public var messages: Entities<Message> {
        get { held.value.messages }
        set { change { $0.messages = newValue } }
    }
    public var snippets: Entities<Snippet> {
        get { held.value.snippets }
        set { change { $0.snippets = newValue } }
    }
    public var fields: Entities<Field> {
        get { held.value.fields }
        set { change { $0.fields = newValue } }
    }
    public var packs: Entities<Pack> {
        get { held.value.packs }
        set { change { $0.packs = newValue } }
    }
    public var drills: Entities<Drill> {
        get { held.value.drills }
        set { change { $0.drills = newValue } }
    }
    public var vocabulary: Vocabulary {
        get { held.value.vocabulary }
        set { change { $0.vocabulary = newValue } }
    }
    /// The introductions of registries, in the order of files.
    public var introductions: [Introduction] {
        get { held.value.introductions }
        set { change { $0.introductions = newValue } }
    }
    /// Every reference that somebody made to something, links and placeholders included.
    public var references: [TypedReference] {
        get { held.value.references }
        set { change { $0.references = newValue } }
    }
    /// Where the links of texts lead.
    public var links: LinkTargets {
        get { held.value.links }
        set { change { $0.links = newValue } }
    }
    /// The pictures that texts show, and what is in their files.
    public var pictures: Pictures {
        get { held.value.pictures }
        set { change { $0.pictures = newValue } }
    }
    /// `planc: allow …`, in the order of the sources.
    public var exceptions: [Exception] {
        get { held.value.exceptions }
        set { change { $0.exceptions = newValue } }
    }
    /// Every source by its path from the plan's folder, in the order of paths.
    public var sources: [(path: String, file: SourceFile)] {
        get { held.value.sources }
        set { change { $0.sources = newValue } }
    }
    /// The days on which the sources say that something was done.
    public var daysDone: [Located<CalendarDate>] {
        get { held.value.daysDone }
        set { change { $0.daysDone = newValue } }
    }
    /// Texts of front matters in which something is still to be written.
    public var unfilledValues: [UnfilledValue] {
        get { held.value.unfilledValues }
        set { change { $0.unfilledValues = newValue } }
    }
    /// What of the sources was not understood.
    public var unread: Unread {
        get { held.value.unread }
        set { change { $0.unread = newValue } }
    }

    public init(folder: String, name: String, info: PlanInfo) {
        held = Held(PlanValues(folder: folder, name: name, info: info))
    }

    private mutating func change(_ change: (inout PlanValues) -> Void) {
        var values = held.value
        change(&values)
        held = Held(values)
    }

    /// SHA-256 of every source and every picture that is printed, hexadecimal: its path from the plan's folder, a NUL byte, its
    /// size in decimal, a NUL byte, its bytes, in the order of paths, pictures last. Made anew each time.
    public var sourcesHash: String {
        var hash = SHA256()
        for (path, bytes) in sources.map({ ($0.path, $0.file.bytes) })
            + pictures.printable.map({ ($0.path, $0.picture.file) })
        {
            hash.add(path.utf8)
            hash.add([0])
            hash.add(String(bytes.count).utf8)
            hash.add([0])
            hash.add(bytes)
        }
        return hash.hexadecimal()
    }

    public var sourceLocale: Locale { info.locales.first?.value ?? .english }
    public var locales: [Locale] { info.locales.map(\.value) }

    /// The locales an audience is told in; the plan's first when it says none.
    public func locales(of audience: Audience) -> [Locale] {
        audience.locales.isEmpty ? [sourceLocale] : audience.locales.map(\.value)
    }
}

extension Plan {
    /// All things that have ids, by their kinds. A new type is added here.
    private static let tables: [EntityKind: Table] = Dictionary(
        uniqueKeysWithValues: [
            Table { $0.people }, Table { $0.roles }, Table { $0.channels }, Table { $0.systems },
            Table { $0.activities }, Table { $0.audiences }, Table { $0.scenarios }, Table { $0.obligations },
            Table { $0.checklists }, Table { $0.messages }, Table { $0.snippets }, Table { $0.fields },
            Table { $0.packs }, Table { $0.drills },
        ].map { ($0.kind, $0) })

    /// The things of one kind in a plan, whatever their type.
    private struct Table {
        let kind: EntityKind
        let all: @Sendable (Plan) -> [any Entity]
        let one: @Sendable (Plan, String) -> (any Entity)?

        init<Thing: Entity>(_ things: @escaping @Sendable (Plan) -> Entities<Thing>) {
            kind = Thing.kind
            all = { things($0).map { $0 } }
            one = { things($0)[$1] }
        }
    }

    /// Everything of a kind in the order of the sources; the plan itself and its vocabulary have no ids.
    public func entities(of kind: EntityKind) -> [any Entity] { Self.tables[kind]?.all(self) ?? [] }

    /// The thing that a reference leads to; nil when there is none.
    public func entity(_ kind: EntityKind, _ id: String) -> (any Entity)? { Self.tables[kind]?.one(self, id) }

    /// The title of a thing, or of the plan itself; nil when there is none.
    public func title(of kind: EntityKind, _ id: String) -> LocalizedText? {
        kind == .plan ? info.title : entity(kind, id)?.title
    }
}

/// `plan.md`.
public struct PlanInfo: Sendable {
    public var title = LocalizedText()
    public var organisation = LocalizedText()
    public var version: Located<String>
    public var locales: [Located<Locale>] = []
    public var owner: Reference?
    public var timezone: Located<String>?
    public var classification: Located<Classification>?
    public var paper: Located<Paper>?
    public var review: Review
    public var approved: Approval?
    public var revisions: [Revision] = []
    public var levels: [ActivationLevel] = []
    public var holidays: [Located<CalendarDate>] = []
    /// Severities that the plan sets; nil for `off`.
    public var rules: [RuleSetting] = []
    public var uses: [Located<String>] = []
    /// The profiles that the plan is judged by; nil where it does not say.
    public var profiles: [Located<ProfileName>]?
    public var subjectTo: [Located<Subjection>] = []
    /// Facts of the organisation, on which duties depend.
    public var facts: [StatedFact] = []
    /// Patterns of the paths that are left out of the plan.
    public var exclude: [Located<String>] = []
    /// Flags of the command line that count as given.
    public var defaults: Defaults?
    public var body = LocalizedBody()
    public var nameSpan: Span
    public var span: Span

    public init(version: Located<String>, nameSpan: Span, span: Span) {
        self.version = version
        review = Review(at: nameSpan)
        self.nameSpan = nameSpan
        self.span = span
    }

    /// `review: {every, last, drills, contacts}`; the defaults are six months, a year and 90 days.
    public struct Review: Sendable {
        public var every: Located<TimeAmount>
        public var last: Confirmation?
        public var drills: Located<TimeAmount>
        public var contacts: Located<TimeAmount>
        /// The whole of `review`, nil when it is not given.
        public var span: Span?

        /// The defaults, at a place: the whole of `review`, or the plan's name.
        public init(at span: Span) {
            every = Located(TimeAmount(months: 6), span)
            drills = Located(TimeAmount(months: 12), span)
            contacts = Located(TimeAmount(minutes: 90 * 1440), span)
        }

        /// What `review` says at a place, as long as none of its keys is read.
        public init(written span: Span) {
            self.init(at: span)
            self.span = span
        }
    }

    /// `defaults: {strict, formats, large-print, copies, history}`.
    public struct Defaults: Sendable {
        /// The formats that documents are written in.
        public enum Format: String, CaseIterable, Sendable { case pdf, html, text }

        public var isStrict: Located<Bool>?
        public var formats: [Located<Format>] = []
        public var isLargePrint: Located<Bool>?
        public var copies: Located<Bool>?
        public var history: Located<Bool>?
        public var span: Span

        public init(span: Span) { self.span = span }
    }

    /// Who approved the plan, and when.
    public struct Approval: Sendable {
        public var by: Reference?
        public var on: Located<CalendarDate>?
        /// The stamp of the sources that were approved.
        public var of: Located<String>?
        /// The whole value.
        public var span: Span

        public init(by: Reference?, on: Located<CalendarDate>?, of: Located<String>? = nil, span: Span) {
            self.by = by
            self.on = on
            self.of = of
            self.span = span
        }
    }

    /// A line of the plan's history.
    public struct Revision: Sendable {
        public var version: Located<String>?
        public var date: Located<CalendarDate>?
        public var by: Reference?
        public var what = LocalizedText()

        public init() {}
    }

    /// A level of alert, and who decides it.
    public struct ActivationLevel: Sendable {
        public var name = LocalizedText()
        public var when = LocalizedText()
        public var decides: Reference?
        /// Who says that it is over; nil: whoever decides it.
        public var endsBy: Reference?

        public init() {}
    }

    /// How the plan changes the severity of a rule.
    public struct RuleSetting: Sendable {
        /// The words of `rules`.
        public enum Level: String, CaseIterable, Sendable { case off, note, warning, error }

        public var rule: Located<String>
        public var level: Located<Level>

        public init(rule: Located<String>, level: Located<Level>) {
            self.rule = rule
            self.level = level
        }
    }

    /// The newest date among the revisions, the approval and the last review: what the plan calls its own day.
    public var date: CalendarDate? {
        ([approved?.on?.value, review.last?.value] + revisions.map { $0.date?.value }).compactMap { $0 }.max()
    }
}

/// The body of a registry, printed before its entries.
public struct Introduction: Sendable {
    public var kind: EntityKind
    /// The path of the registry's file: that of a translation has the same.
    public var path: String
    /// What that file is called, without its language and ending.
    public var name: String
    public var body: Body

    public init(kind: EntityKind, path: String, name: String, body: Body) {
        self.kind = kind
        self.path = path
        self.name = name
        self.body = body
    }
}

/// `planc: allow rule: reason`, and what it covers.
public struct Exception: Sendable {
    public var rule: Located<String>
    public var reason: String
    /// The whole comment.
    public var span: Span
    /// Findings whose caret stands here are allowed: the line or block that follows the comment.
    public var covers: Span

    public init(rule: Located<String>, reason: String, span: Span, covers: Span) {
        self.rule = rule
        self.reason = reason
        self.span = span
        self.covers = covers
    }
}
