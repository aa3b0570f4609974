/// Numbers for files by their paths: a path keeps its number for as long as this lives, so that what was parsed of a file is good
/// for the next run as well, whatever files come and go beside it.
public final class FileIDs: Sendable {
    private let known = Mutex<[String: FileID]>([:])

    public init() {}

    /// The number of a path; paths that are asked for the first time get the next ones in the order they are asked for.
    public func id(of path: String) -> FileID {
        known.withLock { known in
            let next = FileID(known.count)
            return known[path]
                ?? {
                    known[path] = next
                    return next
                }()
        }
    }
}
