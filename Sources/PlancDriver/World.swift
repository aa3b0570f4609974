import PlancModel

/// All that planc may know of what is outside it: files, and which day it is. The command line gives the disk;
/// tests and examples give files in memory; an editor lays unsaved text over either (`OverlayWorld`).
public protocol World: Sendable {
    /// What a folder holds, in the order of names (by their UTF-8).
    func entries(of folder: String) throws(WorldError) -> [WorldEntry]
    /// What stands at a path, links followed; nil when there is nothing.
    func kind(of path: String) -> WorldEntry.Kind?
    /// The bytes of a file, at most `limit` of them.
    func read(_ path: String, limit: Int) throws(WorldError) -> [UInt8]
    /// The path with every link resolved, to tell what leaves a folder; nil when it leads nowhere or in a ring.
    func realPath(_ path: String) -> String?
    var today: CalendarDate { get }
}

/// A file or folder in a folder.
public struct WorldEntry: Sendable {
    /// What the file system says that it is.
    public enum Kind: Sendable { case file, folder, link, other }

    public var name: String
    /// Of the entry itself: a link is `link`, wherever it leads.
    public var kind: Kind

    public init(name: String, kind: Kind) {
        self.name = name
        self.kind = kind
    }
}

/// Why something outside could not be had, with the path and the system's number (`errno`) for it.
public struct WorldError: Error, Sendable, Hashable {
    /// What stood in the way; `other` holds the system's `errno`.
    public enum Reason: Sendable, Hashable {
        case missing, denied, notUTF8Name, isFolder, noSpace
        case other(Int32)
    }

    public var path: String
    public var reason: Reason

    public init(_ path: String, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }
}
