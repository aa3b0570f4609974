import PlancMarkup
import PlancPictures
import PlancSource

/// A picture in a text: `![alt](path "title")`.
public struct PictureUse: Sendable {
    public var link: Link
    /// What stands for it where it cannot be seen.
    public var alternative: String
    /// The whole of it.
    public var span: Span
    public var target: LinkTarget
    /// Of the file that it is in.
    public var kind: EntityKind

    public init(link: Link, alternative: String, span: Span, target: LinkTarget, kind: EntityKind) {
        (self.link, self.alternative, self.span, self.target, self.kind) = (link, alternative, span, target, kind)
    }

    /// The file of the plan that it shows, by its path from the plan's folder; nil when it is elsewhere, or not there.
    public var path: String? { if case .file(let path) = target { path } else { nil } }
}

/// The picture files of a plan.
public struct Pictures: Sendable {
    /// Where texts show pictures, in the order of the sources.
    public var uses: [PictureUse] = []
    /// What was found in the files, by path from the plan's folder; empty when nobody has looked into them.
    public var files: [String: Result<Picture, PictureFault>] = [:]

    public init() {}

    /// A picture that can be printed.
    public subscript(path: String) -> Picture? { try? files[path]?.get() }

    /// Those that can be printed, in the order of paths.
    public var printable: [(path: String, picture: Picture)] {
        files.compactMap { path, file in (try? file.get()).map { (path, $0) } }.sorted { precedes($0.0, $1.0) }
    }
}

extension EntityKind {
    /// Whether texts of the kind are sent as words alone: a picture in them is seen by nobody.
    public var isSentAsWords: Bool { self == .message || self == .snippet }
}
