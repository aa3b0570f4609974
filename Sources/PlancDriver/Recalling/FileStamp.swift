#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the system says of a file or folder, links followed: where all of it is the same, nobody has changed what it holds –
/// if it was settled.
struct FileStamp: Hashable, BitwiseCopyable, Sendable {
    var device: UInt64
    var inode: UInt64
    var size: Int64
    /// When it was written, in nanoseconds. Any program can set this.
    var modified: Int64
    /// When anything of it was changed, in nanoseconds. Only the clock sets this.
    var changed: Int64
    var mode: UInt64

    init(_ status: stat) {
        device = UInt64(truncatingIfNeeded: status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        #if canImport(Glibc)
            (modified, changed) = (Self.nanoseconds(status.st_mtim), Self.nanoseconds(status.st_ctim))
        #else
            (modified, changed) = (
                Self.nanoseconds(status.st_mtimespec), Self.nanoseconds(status.st_ctimespec)
            )
        #endif
        mode = UInt64(status.st_mode)
    }

    /// Of what a path leads to; nil where that is nothing.
    init?(of path: UnsafePointer<CChar>) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// Whether a later change would show in the stamp: it is so old that the clock of its file system has gone on since, and that
    /// clock counts more finely than in milliseconds (FAT's has steps of two seconds, and says nothing of changes).
    func isSettled(at moment: Int64) -> Bool {
        changed < moment - 3_000_000_000 && changed % 1_000_000 != 0
    }

    /// Now, in nanoseconds.
    static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return nanoseconds(time)
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
