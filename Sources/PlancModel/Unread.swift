import PlancMarkup
import PlancSource

/// What the sources say and reading or binding could not understand. It has been told there; a rule that finds something
/// missing asks here whether it may only not have been understood, so that one cause gives one finding.
public struct Unread: Sendable {
    /// Keys of things whose value was not understood, or that are required and not there.
    public var keys: [EntityReference: Set<String>] = [:]
    /// Kinds of which a whole file, or a whole registry, was not understood.
    public var kinds: Set<EntityKind> = []
    /// Files that declare nothing because their front matter was not understood.
    public var files: Set<FileID> = []

    public init() {}

    public var isEmpty: Bool { keys.isEmpty && kinds.isEmpty && files.isEmpty }

    /// Whether a value of a thing was not understood: any of these keys.
    public func contains(_ kind: EntityKind, _ id: String, _ wanted: @autoclosure () -> Set<String>) -> Bool {
        if keys.isEmpty { return false }
        return keys[EntityReference(kind, id)].map { !$0.isDisjoint(with: wanted()) } ?? false
    }

    /// Whether one of these keys of a thing could not be read.
    public func contains(_ thing: some Entity, _ wanted: @autoclosure () -> Set<String>) -> Bool {
        if keys.isEmpty { return false }
        return contains(type(of: thing).kind, thing.id, wanted())
    }
}
