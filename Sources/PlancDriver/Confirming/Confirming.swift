import PlancBind
import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

/// What somebody vouches for: who, and when.
public struct ConfirmationRecord: Sendable {
    /// A role's id, or `person:id`.
    public var by: String
    public var on: CalendarDate

    public init(by: String, on: CalendarDate) {
        self.by = by
        self.on = on
    }
}

/// A drill as it was held.
public struct HeldDrill: Sendable {
    public var kind: String?
    public var found: String?

    public init(kind: String?, found: String?) {
        self.kind = kind
        self.found = found
    }
}

/// A source with a confirmation written into it.
public struct ConfirmedFile: Sendable {
    public var path: String
    /// All that it is to hold, in bytes.
    public var bytes: [UInt8]
    /// What it held when it was read; nil of a new file.
    public var before: [UInt8]?
}

/// Why a confirmation is not written.
public enum ConfirmationFault: Error, Sendable, Hashable {
    /// The plan has no such thing.
    case unknown(Evidence.Kind, String, near: String?)
    /// Nobody of that id.
    case unknownConfirmer(String, near: String?)
    /// An approval is given by a role.
    case approverIsNotRole(String)
    /// A day that has not come yet.
    case inFuture(CalendarDate)
    /// A later day is recorded already: the person, system or obligation, or nil for the whole plan.
    case laterIsRecorded(String?, CalendarDate)
    /// The drill of that scenario on that day is recorded already, under this id in this file.
    case drillIsRecorded(String, path: String)
    /// Comes from planc's library.
    case isBuiltIn(String)
    /// The file is not written in a way that planc can add to.
    case cannotEdit(path: String, line: String)
    /// The file is there already and is something else.
    case occupied(String)
}

/// Writes confirmations into the sources of one plan, each file as it is but for what is recorded.
public struct Confirming {
    private let plan: Plan
    private let folder: Loaded.BoundFolder
    private let sources: SourceSet
    private var record: ConfirmationRecord
    private var changed: [String: [UInt8]] = [:]
    private var order: [String] = []
    /// What was handed over to be written.
    private var taken: [String: [UInt8]] = [:]

    public init(
        _ folder: Loaded.BoundFolder, of plan: Plan, sources: SourceSet, record: ConfirmationRecord, today: CalendarDate
    ) throws(ConfirmationFault) {
        self.plan = plan
        self.folder = folder
        self.sources = sources
        self.record = record
        if record.on > today { throw .inFuture(record.on) }
        let isPerson = record.by.hasPrefix("person:")
        let known = plan.roles.ids + plan.people.ids.map { "person:" + $0 }
        let name = record.by.hasPrefix("role:") ? String(record.by.dropFirst(5)) : record.by
        self.record.by = name
        if !known.contains(name) {
            let near =
                nearestName(to: name, among: isPerson ? known : plan.roles.ids)
                ?? known.first { $0 == "person:" + name }
                ?? meantName(name, among: isPerson ? known.filter { $0.hasPrefix("person:") } : plan.roles.ids)
            throw .unknownConfirmer(name, near: near)
        }
    }

    public var files: [ConfirmedFile] {
        order.compactMap { path in
            let before = taken[path] ?? sources.files.first { $0.path == path }?.bytes
            return changed[path].map { ConfirmedFile(path: path, bytes: $0, before: before) }
        }
    }

    /// The files with what was recorded since they were last taken, to be written one answer at a time.
    public mutating func takeFiles() -> [ConfirmedFile] {
        let files = files
        for file in files { taken[file.path] = file.bytes }
        order = []
        return files
    }

    /// What was done later is not replaced by what was done before.
    private func checkIsLatest(_ recorded: CalendarDate?, of id: String?) throws(ConfirmationFault) {
        if let recorded, recorded > record.on { throw .laterIsRecorded(id, recorded) }
    }

    /// That the numbers of a person were tried, and answered.
    public mutating func numbers(of id: String) throws(ConfirmationFault) {
        guard let person = plan.people[id] else { throw unknown(.numbers, id, plan.people.ids) }
        try checkIsLatest(person.verified?.value, of: id)
        try set("verified", of: person.nameSpan.file, .person, id, to: value(stamp: person.numbersStamp))
    }

    /// That restoring the copy of a system was tried.
    public mutating func backup(of id: String) throws(ConfirmationFault) {
        guard let system = plan.systems[id], system.backup != nil else {
            throw unknown(.backup, id, plan.systems.filter { $0.backup != nil }.map(\.id))
        }
        try checkIsLatest(system.backup?.restored?.value, of: id)
        try set(["backup", "restored"], of: system.nameSpan.file, .system, id, to: value(stamp: system.backupStamp))
    }

    /// That the text of an obligation was read.
    public mutating func reading(of id: String) throws(ConfirmationFault) {
        guard let obligation = plan.obligations[id] else { throw unknown(.reading, id, plan.obligations.ids) }
        if obligation.isBuiltIn { throw .isBuiltIn(id) }
        try checkIsLatest(obligation.verified?.value, of: id)
        try set("verified", of: obligation.nameSpan.file, .obligation, id, to: value(stamp: obligation.readingStamp))
    }

    /// That the whole plan was read through.
    public mutating func review() throws(ConfirmationFault) {
        try checkIsLatest(plan.info.review.last?.value, of: nil)
        try set(["review", "last"], in: plan.info.nameSpan.file, to: value(stamp: plan.sourcesStamp))
    }

    /// That the plan is approved, by a role.
    public mutating func approval() throws(ConfirmationFault) {
        if record.by.hasPrefix("person:") { throw .approverIsNotRole(record.by) }
        try checkIsLatest(plan.info.approved?.on?.value, of: nil)
        try set(
            ["approved"], in: plan.info.nameSpan.file,
            to: "{by: \(record.by), on: \(record.on), of: \(plan.sourcesStamp)}")
    }

    /// Adds a drill to the registry, or to a new one.
    public mutating func drill(_ scenario: String, _ held: HeldDrill, world: some World) throws(ConfirmationFault) {
        guard let found = plan.scenarios[scenario] else { throw unknown(.drill, scenario, plan.scenarios.ids) }
        let recorded = plan.drills.first {
            $0.scenario?.id == scenario && $0.date?.value == record.on && $0.isRecorded
        }
        if let recorded { return try add(held, to: recorded) }
        let title = found.title.text(plan.sourceLocale)
        var id = "\(scenario)-\(record.on)"
        var number = 2
        while plan.drills[id] != nil {
            id = "\(scenario)-\(record.on)-\(number)"
            number += 1
        }
        var lines = ["\(id):", "  title: \(yamlText(title))", "  date: \(record.on)", "  scenario: \(scenario)"]
        if let kind = held.kind { lines.append("  kind: \(kind)") }
        if let found = held.found, !oneLine(found).isEmpty { lines.append("  found: \(yamlText(found))") }
        lines.append("  by: \(record.by)")
        lines.append("  of: \(quoted(plan.proceduresStamp(of: scenario)))")
        let key = EntityKind.drill.registryKey
        for file in folder.files where declares(key, sources[file]) {
            let path = sources[file].path
            guard let bytes = appended(lines, to: changed[path] ?? sources[file].bytes, key: key) else {
                throw .cannotEdit(path: path, line: lines.joined(separator: " "))
            }
            put(bytes, path)
            return
        }
        let path = Path.join(folder.folder, "\(key).md")
        if let begun = changed[path] {
            guard let bytes = appended(lines, to: begun, key: key) else {
                throw .cannotEdit(path: path, line: lines.joined(separator: " "))
            }
            put(bytes, path)
            return
        }
        guard world.kind(of: path) == nil else { throw .occupied(path) }
        put(Array(("---\nkind: \(key)\n\(key):\n" + lines.map { "  \($0)\n" }.joined() + "---\n").utf8), path)
    }

    /// Writes what a recorded drill showed, where nobody has yet: the same drill is not recorded twice.
    private mutating func add(_ held: HeldDrill, to drill: Drill) throws(ConfirmationFault) {
        let file = drill.nameSpan.file
        guard let found = held.found, !oneLine(found).isEmpty, drill.found.isEmpty else {
            throw .drillIsRecorded(drill.id, path: sources[file].path)
        }
        try set("found", of: file, .drill, drill.id, to: yamlText(found))
        if let kind = held.kind, drill.drillKind == nil { try set("kind", of: file, .drill, drill.id, to: kind) }
    }

    private func unknown(_ kind: Evidence.Kind, _ id: String, _ known: [String]) -> ConfirmationFault {
        .unknown(kind, id, near: nearestName(to: id, among: known))
    }

    private func value(stamp: String) -> String { "{on: \(record.on), by: \(record.by), of: \(quoted(stamp))}" }

    /// Digits alone are a number to other readers of YAML.
    private func quoted(_ stamp: String) -> String {
        stamp.allSatisfy(\.isNumber) || stamp.contains("e") && !stamp.contains { "abcdf".contains($0) }
            ? "\"\(stamp)\"" : stamp
    }

    private mutating func set(_ key: String, of file: FileID, _ kind: EntityKind, _ id: String, to value: String)
        throws(ConfirmationFault)
    {
        try set([key], of: file, kind, id, to: value)
    }

    private mutating func set(_ keys: [String], of file: FileID, _ kind: EntityKind, _ id: String, to value: String)
        throws(ConfirmationFault)
    {
        try set((declares(kind.registryKey, sources[file]) ? [kind.registryKey, id] : []) + keys, in: file, to: value)
    }

    private mutating func set(_ path: [String], in file: FileID, to value: String) throws(ConfirmationFault) {
        let source = sources[file]
        let edit = FrontMatterEdit(bytes: changed[source.path] ?? source.bytes)
        guard let bytes = edit.setting(path, to: value) else {
            throw .cannotEdit(path: source.path, line: "\(path.joined(separator: ".")): \(value)")
        }
        put(bytes, source.path)
    }

    private mutating func put(_ bytes: [UInt8], _ path: String) {
        if !order.contains(path) { order.append(path) }
        changed[path] = bytes
    }

    private func declares(_ key: String, _ source: SourceFile) -> Bool {
        parse(source, id: FileID(0)).frontMatter?["kind"]?.scalar?.value == key
    }
}
