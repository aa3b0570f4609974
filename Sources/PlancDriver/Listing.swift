import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource

/// One line of `planc list`.
public struct ListedEntity: Sendable, Hashable {
    public var plan: String
    public var id: String
    public var title: String
    public var path: String
    /// From 1.
    public var line: Int
}

/// The things of a kind in a plan, in the order of the sources.
public func list(_ kind: EntityKind, in plan: Plan, sources: SourceSet, locale: Locale? = nil) -> [ListedEntity] {
    var lines: [FileID: LineIndex] = [:]
    return plan.entities(of: kind).map { entity in
        let span = entity.nameSpan
        let index = lines[span.file] ?? LineIndex(sources[span.file])
        lines[span.file] = index
        return ListedEntity(
            plan: plan.name, id: entity.id, title: entity.title.text(locale ?? plan.sourceLocale),
            path: sources[span.file].path,
            line: index.position(at: Int(span.lower)).line)
    }
}

extension ListedEntity {
    /// `{"id", "title", "path", "line"}`
    public var json: JSON {
        .object(["id": .string(id), "title": .string(title), "path": .string(path), "line": .int(line)])
    }
}

/// What `planc show` tells of a thing: where it stands, what was written, and who refers to it.
public struct ShownEntity: Sendable {
    /// A line that refers to the thing.
    public struct Place: Sendable, Hashable {
        public var path: String
        /// The number of the line in its file, from 1.
        public var line: Int
        public var text: String
    }

    public var kind: EntityKind
    public var id: String
    public var title: String
    public var path: String
    /// The line on which its name stands, from 1.
    public var line: Int
    /// As written in the source.
    public var source: String
    /// What its keys say, each on one line, in the order of their declarations; things by their ids.
    public var keys: [(name: String, value: String)]
    public var referredToBy: [Place]

    public var json: JSON {
        .object([
            "kind": .string(kind.rawValue), "id": .string(id), "title": .string(title), "path": .string(path),
            "line": .int(line), "source": .string(source),
            "keys": .object(keys.map { JSON.Member($0.name, .string($0.value)) }),
            "referredToBy": .array(
                referredToBy.map {
                    .object(["path": .string($0.path), "line": .int($0.line), "text": .string($0.text)])
                }),
        ])
    }
}

/// A thing by its kind and id, nil when the plan has none.
public func show(_ reference: EntityReference, in plan: Plan, sources: SourceSet) -> ShownEntity? {
    guard let entity = plan.entity(reference.kind, reference.id) else { return nil }
    let written = Schema.declaration(of: reference.kind).written(in: plan).first { $0.reference.id == reference.id }
    let schemas = Schema.keys(of: reference.kind)
    var lines: [FileID: LineIndex] = [:]
    func place(_ span: Span) -> ShownEntity.Place {
        let index = lines[span.file] ?? LineIndex(sources[span.file])
        lines[span.file] = index
        let line = index.line(at: Int(span.lower))
        return ShownEntity.Place(
            path: sources[span.file].path, line: line + 1, text: index.text(line: line).trimmingSpaces)
    }
    let own = place(entity.nameSpan)
    var users: [ShownEntity.Place] = []
    for use in plan.references where use.target.kind == reference.kind && use.target.id == reference.id {
        if entity.span.contains(use.span) { continue }
        let found = place(use.span)
        if !users.contains(found) { users.append(found) }
    }
    return ShownEntity(
        kind: reference.kind, id: entity.id, title: entity.title.text(plan.sourceLocale), path: own.path,
        line: own.line,
        source: sources.text(entity.span),
        keys: (written?.fields ?? []).map { (schemas[$0.place].name, $0.value.shown(schemas[$0.place].form)) },
        referredToBy: users.sorted { ($0.path, $0.line) < ($1.path, $1.line) })
}

extension String {
    fileprivate var trimmingSpaces: String {
        let characters = drop { $0 == " " || $0 == "\t" }
        return String(characters.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
