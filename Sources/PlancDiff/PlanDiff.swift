import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource

/// What changed in meaning between two states of a plan, grouped for a reviewer. What did not change is not said.
public struct PlanDiff: Sendable {
    /// In the order a reviewer reads them.
    public enum Group: String, CaseIterable, Sendable {
        case reach, people, steps, deadlines, messages, plan, packs, printed

        public var title: Phrase {
            switch self {
            case .reach: Phrase("Channels and reach")
            case .people: Phrase("People and roles")
            case .steps: Phrase("Steps")
            case .deadlines: Phrase("Deadlines and margins")
            case .messages: Phrase("Messages")
            case .plan: Phrase("The plan itself")
            case .packs: Phrase("Printed packs now stale")
            case .printed: Phrase("Packs recorded as printed since")
            }
        }
    }

    /// One thing that a reviewer is told.
    public struct Change: Sendable, Hashable {
        /// What became of the subject.
        public enum Kind: String, Sendable { case added, removed, renamed, changed }

        public var group: Group
        public var kind: Kind
        /// Worth a reviewer's alarm: somebody can no longer be reached, a deadline is missed.
        public var isAlarm: Bool
        /// What changed: its kind and its id as the new state knows it (the old id of what is gone).
        public var subject: EntityReference
        public var text: Phrase
        /// What happens to the subject, where that may happen to others of its kind in the same words.
        var details: Phrase?
        /// The scenarios it belongs to; nil for all.
        public var scenarios: Set<String>?
        /// Where it is written in the newer state, and where it was in the older one, of a part of the subject.
        var span: Span?
        var oldSpan: Span?
        /// The line to look at, of a part of the subject.
        var place: SourcePlace?
        /// A file that is gone, or not read: where errors hide a part of the plan, it may be their cause.
        var isOfFile = false

        public init(
            _ group: Group, _ kind: Kind, _ subject: EntityReference, _ text: Phrase, isAlarm: Bool = false,
            scenarios: Set<String>? = nil
        ) {
            self.group = group
            self.kind = kind
            self.isAlarm = isAlarm
            self.subject = subject
            self.text = text
            self.scenarios = scenarios
        }
    }

    /// Errors of reading and binding on either side: what they hide cannot be compared.
    public var unread: [Reported] = []
    /// Findings that the change brings, and those that it settles.
    public var appeared: [Reported] = []
    public var settled: [Reported] = []
    /// Findings that are there, and that nobody is told of any more, or never was.
    public var hidden: [Hidden] = []
    /// What it means: who is called, when, by what, who is no longer reached.
    public var changes: [Change] = []
    /// Words that differ on pages, and the pages that came and went, by path.
    public var pages: [PageChange] = []
    public var addedPages: [String] = []
    public var removedPages: [String] = []
    /// What pages are called on themselves, by path.
    var titles: [String: String] = [:]
    /// What packs are called, by their ids: a pack has pages in its own languages alone, and a title in others, too.
    var packs: [String: Phrase] = [:]
    /// Lines of texts that are said otherwise and are written for each language.
    var translated: Set<SourcePlace> = []
    /// Errors of reading keep pages, reach, deadlines and packs from being compared.
    public var isPartial = false
    /// What every page repeats (plan, version, date, label), where it changed.
    public var stamp: Stamp?
    /// Where things are written in the newer state.
    var places: [EntityReference: SourcePlace] = [:]

    /// Where to look for a change.
    func place(of change: Change) -> SourcePlace? {
        change.place ?? places[change.subject]
    }

    /// A finding as a reviewer reads it.
    public struct Reported: Sendable, Hashable {
        /// The state that has the finding.
        public enum Side: String, Sendable { case base, head }

        public var side: Side
        public var rule: String
        public var severity: Severity
        public var message: Phrase
        public var place: SourcePlace
    }

    /// A finding that is not reported, and why.
    public struct Hidden: Sendable, Hashable {
        public var finding: Reported
        /// Nobody was told of it in the older state either.
        public var isNew: Bool
        public var why: Phrase
        /// Of what keeps it from being reported, where that is written beside it; else of the finding.
        public var place: SourcePlace
    }

    /// What every page repeats, where it differs: plan, version, date.
    public struct Stamp: Sendable, Hashable {
        public var old: String
        public var new: String
    }

    /// True exactly when no document, no data and no finding differs, and all of both states could be read.
    public var isEmpty: Bool {
        unread.isEmpty && appeared.isEmpty && settled.isEmpty && hidden.isEmpty && changes.isEmpty && pages.isEmpty
            && addedPages.isEmpty && removedPages.isEmpty && stamp == nil
    }

    /// The difference of a plan that cannot be understood on one side: what is wrong there, and no conclusion.
    public init() { isPartial = true }

    /// Adds what keeps one side from being understood.
    public mutating func addUnread(_ findings: [Finding], _ sources: SourceSet, _ side: Reported.Side) {
        unread += findings.filter { $0.severity == .error }.map {
            Reported(
                side: side, rule: $0.rule, severity: $0.severity, message: $0.message,
                place: SourcePlace($0.span, in: sources))
        }
    }

    /// The difference of a plan that is new, with what is wrong with it.
    public init(added state: PlanState) {
        changes = [Self.whole(state.plan, .added, Phrase("a new plan"))]
        appeared = state.findings.map { Self.reported($0, state, .head) }
    }

    /// The difference of a plan that is gone.
    public init(removed state: PlanState) {
        changes = [
            Self.whole(
                state.plan, .removed, Phrase("the plan was removed"), isAlarm: true)
        ]
    }

    private static func whole(_ plan: Plan, _ kind: Change.Kind, _ text: Phrase, isAlarm: Bool = false) -> Change {
        Change(.plan, kind, EntityReference(.plan, plan.name), text, isAlarm: isAlarm)
    }

    static func reported(_ finding: Finding, _ state: PlanState, _ side: Reported.Side) -> Reported {
        Reported(
            side: side, rule: finding.rule, severity: finding.severity, message: finding.message,
            place: state.place(of: finding.span))
    }

    /// The changes of one heading, in their order.
    public func changes(in group: Group) -> [Change] {
        // Alarms first, and of those who is cut off before what no longer reaches them.
        func rank(_ change: Change) -> Int {
            (change.isAlarm ? 0 : 2) + (change.subject.kind == .message || change.subject.kind == .checklist ? 1 : 0)
        }
        return changes.filter { $0.group == group }.enumerated()
            .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
    }

    /// Compares two states.
    ///
    /// - Parameters:
    ///   - isReading: whether a rule is one of reading or binding; its errors hide part of the plan.
    ///   - wordsOfRule: what a rule finds, in words.
    ///   - showsPrivateNumbers: addresses that are `private` are written out instead of masked.
    public init(
        from base: PlanState, to head: PlanState, isReading: (String) -> Bool = { _ in false },
        wordsOfRule: (String) -> Phrase? = { _ in nil }, showsPrivateNumbers: Bool = false
    ) {
        let masking = Masking([base.plan, head.plan], isOpen: showsPrivateNumbers)
        let comparison = Comparison(
            base: base.plan, head: head.plan, masking: masking)
        unread =
            base.unread(isReading).map { Self.reported($0, base, .base) }
            + head.unread(isReading).map { Self.reported($0, head, .head) }
        let names = comparison.pairing.names(base.plan, head.plan)
        let findings = FindingChanges(
            from: base.findings, base.sources, to: head.findings, head.sources, names: names)
        appeared = findings.appeared.map { Self.reported($0, head, .head) }
        let doubt = Doubt(base, head, isReading)
        isPartial = !doubt.isEmpty
        let lines = ChangedLines(base, head)
        if !isPartial {
            let left = SilencedFindings(findings, base, head, names)
            settled = left.settled.map { Self.reported($0, base, .base) }
            hidden = left.hidden
            _ = parallelMap([base, head]) { $0.documents.count }
            let documents = DocumentComparison(base.documents, head.documents, comparison.pairing)
            pages =
                PhaseMoves(comparison, base, head)?.changes(base.documents, head.documents, comparison.pairing)
                ?? documents.changes
            for place in pages.indices.prefix(ChangedLines.mostPages) where pages[place].cause == nil {
                pages[place].cause = lines.cause(of: pages[place])
            }
            (addedPages, removedPages) = (documents.added, documents.removed)
            for document in base.documents + head.documents { titles[document.path] = document.document.title }
            for pack in Array(base.plan.packs) + Array(head.plan.packs) { packs[pack.id] = pack.title.phrase }
            stamp = documents.stamp.map { Stamp(old: $0.old, new: $0.new) }
            changes = reachChanges(comparison) + deadlineChanges(comparison)
            changes += packChanges(comparison, documents, base, head)
        }
        if base.plan.sourcesHash != head.plan.sourcesHash {
            changes += exceptionChanges(base, head, wordsOfRule: wordsOfRule)
            let opened = changes.filter { $0.group == .people && $0.subject.kind == .person && $0.isAlarm }
            let counts = Dictionary(opened.map { ($0.subject, 1) }, uniquingKeysWith: +)
            let differences = PlanComparison(
                from: base.plan, to: head.plan, newID: comparison.pairing.newID,
                newStage: comparison.pairing.newStage)
            translated = translatedLines(differences.keys, base, head)
            changes += writtenChanges(comparison, differences, hidden: doubt.kinds, opened: counts).filter {
                !doubt.concerns($0.subject, comparison, base, head)
            }
        }
        mask(masking)
        for index in changes.indices {
            changes[index].place = lines.place(of: changes[index].span, before: changes[index].oldSpan, base, head)
        }
        let missed = isPartial ? unread.filter { $0.side == .head } : []
        changes += unreadFiles(base, head, missed: missed)
        for change in changes where places[change.subject] == nil {
            var old = place(of: change.subject, base)
            old?.isOfBase = true
            places[change.subject] = place(of: change.subject, head) ?? old
        }
    }
}

/// What the sources say otherwise: things, steps, keys, texts.
///
/// - Parameters:
///   - hidden: kinds of things that could not all be read.
///   - opened: how many numbers of a person are told to be private no more.
private func writtenChanges(
    _ comparison: Comparison, _ differences: PlanComparison, hidden: Set<EntityKind>, opened: [EntityReference: Int]
) -> [PlanDiff.Change] {
    let steps = StepComparison(comparison)
    let texts = TextChanges(comparison, differences.bodies, beside: steps)
    return thingChanges(comparison, differences) + steps.changes(hidden: hidden)
        + translationChanges(comparison, texts)
        + variantChanges(comparison) + keyChanges(comparison, differences, texts, opened: opened, hidden: hidden)
}

/// Files below the plan that are not read now, and were, or were not there; and, of files that are gone, those that errors miss: to put
/// them back may be all there is to do.
private func unreadFiles(_ base: PlanState, _ head: PlanState, missed: [PlanDiff.Reported]) -> [PlanDiff.Change] {
    func change(_ text: Phrase, _ place: SourcePlace, isAlarm: Bool) -> PlanDiff.Change {
        var change = PlanDiff.Change(
            .plan, .changed, EntityReference(.plan, head.plan.name), text, isAlarm: isAlarm)
        change.place = place
        change.isOfFile = true
        return change
    }
    let before = Set(base.unreadFiles.map(base.pathInPlan))
    let (read, now) = (base.ownSources, head.ownSources)
    let unread = head.unreadFiles.sorted()
    let kept = Set(now.values.map(\.bytes))
    let left = Set(unread.map(head.pathInPlan))
    let named = missed.isEmpty ? [] : base.files(namedIn: missed)
    let lost = read.filter {
        named.contains($0.value.path) && now[$0.key] == nil && !kept.contains($0.value.bytes) && !left.contains($0.key)
    }
    return lost.sorted { $0.key < $1.key }.map { path, file in
        change(
            Phrase("{path} is gone", ["path": path]), SourcePlace(path: file.path, line: 1, isOfBase: true),
            isAlarm: true)
    }
        + unread.filter { !before.contains(head.pathInPlan($0)) }.map { path in
            let wasRead = read[head.pathInPlan(path)] != nil
            return change(
                wasRead
                    ? Phrase("{path} is no longer read: nothing in it is part of the plan", ["path": path])
                    : Phrase("{path} is not read: nothing in it is part of the plan", ["path": path]),
                SourcePlace(path: path, line: 1), isAlarm: wasRead)
        }
}

extension PlanState {
    /// The files that findings name, or things in them: each between quotation marks.
    fileprivate func files(namedIn findings: [PlanDiff.Reported]) -> Set<String> {
        let named = Set(findings.flatMap { $0.message.english.split(separator: "'").map(Self.lastPart) })
        let things = EntityKind.all.flatMap { plan.entities(of: $0) }.filter { named.contains($0.id) }
        let files = sources.files.map(\.path).filter { named.contains(Self.lastPart(of: $0[...])) }
        return Set(things.map { sources[$0.nameSpan.file].path } + files)
    }

    /// `fire.md` of `../checklists/fire.md`.
    private static func lastPart(of path: Substring) -> String { String(path.split(separator: "/").last ?? path) }
}

extension PlanDiff {
    private func place(of subject: EntityReference, _ state: PlanState) -> SourcePlace? {
        if subject.kind == .plan { return state.place(of: state.plan.info.nameSpan) }
        return state.plan.entity(subject.kind, subject.id).map { state.place(of: $0.nameSpan) }
    }

    /// Masks private values in everything that is reported.
    private mutating func mask(_ masked: Masking) {
        func mask(_ phrase: inout Phrase) { phrase = phrase.mappingValues(masked.callAsFunction) }
        for index in unread.indices { mask(&unread[index].message) }
        for index in appeared.indices { mask(&appeared[index].message) }
        for index in settled.indices { mask(&settled[index].message) }
        for index in hidden.indices {
            mask(&hidden[index].finding.message)
            mask(&hidden[index].why)
        }
        for index in changes.indices {
            mask(&changes[index].text)
            changes[index].details = changes[index].details?.mappingValues(masked.callAsFunction)
        }
        titles = titles.mapValues(masked.callAsFunction)
        packs = packs.mapValues { $0.mappingValues(masked.callAsFunction) }
        stamp = stamp.map { Stamp(old: masked($0.old), new: masked($0.new)) }
        for index in pages.indices {
            let (old, new) = (pages[index].old, pages[index].new)
            pages[index].old = old.map(masked.callAsFunction)
            pages[index].new = new.map(masked.callAsFunction)
            // Two private numbers that look the same once masked still differ.
            if pages[index].old == pages[index].new, old != new {
                pages[index].new = pages[index].new.map { $0 + " *" }
            }
            for place in pages[index].places.indices {
                pages[index].places[place].section = masked(pages[index].places[place].section)
            }
        }
    }
}
