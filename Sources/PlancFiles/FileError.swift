#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why something could not be written, replaced or removed. The path is the one that the user gave, or one below it:
/// never one that planc made for a moment.
public struct FileError: Error, Sendable, Hashable {
    /// What stood in the way.
    public enum Reason: Sendable, Hashable {
        case missing, denied, noSpace, isFolder, notFolder
        /// The file system is mounted for reading only.
        case readOnly
        /// Something is there already.
        case exists
        /// A link whose end is not there, or links in a ring.
        case linkToNowhere
        /// The file is not as it was when planc read it.
        case changedMeanwhile
        /// Another planc builds into the same folder; its process number where it is known.
        case inUse(process: Int32?)
        /// A folder that is not empty and that planc did not write.
        case notAnOutput
        /// Files (paths below `path`) that planc did not write, or that were changed since, where new ones have to go.
        case foreign([String])
        /// Two paths of an output that are one file where case does not count.
        case sameFile(String, String)
        /// A path that no file of an output may have.
        case badName(String)
        /// A folder that something is mounted on cannot be exchanged.
        case mountPoint
        /// The system's number (`errno`).
        case system(Int32)
    }

    public var path: String
    public var reason: Reason

    public init(_ path: String, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }

    public init(_ path: String, _ error: SystemError) {
        self.path = path
        reason =
            switch error.number {
            case ENOENT: .missing
            case ENOTDIR: .notFolder
            case EACCES, EPERM: .denied
            case EISDIR: .isFolder
            case ENOSPC, EDQUOT, EFBIG: .noSpace
            case EROFS: .readOnly
            case EEXIST: .exists
            case ELOOP: .linkToNowhere
            case EBUSY: .mountPoint
            default: .system(error.number)
            }
    }
}

/// Has what the system refuses told with the path that the user knows.
func showing<Result>(_ path: String, _ body: () throws(SystemError) -> Result) throws(FileError) -> Result {
    do {
        return try body()
    } catch {
        throw FileError(path, error)
    }
}
