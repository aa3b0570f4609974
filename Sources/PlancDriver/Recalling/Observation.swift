import PlancFiles
import PlancModel
import PlancSource

/// Something that a run asked about what is outside it, which another run asks again.
enum Question: Hashable, Sendable {
    /// What is at a path, links followed.
    case kind(String)
    /// Where a path leads.
    case realPath(String)
    /// Which day it is.
    case today
    /// Something that only the command line knows: a variable of the environment, the width of a terminal.
    case fact(String)
}

/// A file or folder that a run has read: enough to know whether it would read the same again.
struct Look: BitwiseCopyable, Sendable {
    enum Kind: UInt8 { case file, folder, program }

    var kind: Kind
    /// Whether what it holds is the same as long as the stamp is.
    var isSettled: Bool
    /// The most bytes that were to be read.
    var limit: Int64
    var stamp: FileStamp
    /// Of what was read; of a folder, of its names and their kinds.
    var digest: ContentDigest
}

extension Look {
    /// Of what was read at a path; `begun`: when the run began, by the clock.
    init(_ kind: Kind, at path: String, limit: Int64, _ stamp: FileStamp, _ digest: ContentDigest, begun: Int64) {
        let isSettled = stamp.isSettled(at: begun) && showsChanges(device: stamp.device, at: path)
        self.init(kind: kind, isSettled: isSettled, limit: limit, stamp: stamp, digest: digest)
    }
}

extension ContentDigest {
    init(of entries: [WorldEntry]) {
        var bytes: [UInt8] = []
        for entry in entries {
            bytes += Array(entry.name.utf8)
            bytes += [0, entry.kind.code]
        }
        self.init(of: bytes)
    }
}

extension WorldEntry.Kind {
    var code: UInt8 {
        switch self {
        case .file: 1
        case .folder: 2
        case .link: 3
        case .other: 4
        }
    }
}

extension DiskWorld {
    /// The answer of today to a question; `fact` answers what only the command line knows.
    func answer(to question: Question, fact: (String) -> String?) -> String? {
        switch question {
        case .kind(let path): kind(of: path).map { String($0.code) }
        case .realPath(let path): realPath(path)
        case .today: today.description
        case .fact(let name): fact(name)
        }
    }

    /// What would be read at a path now; nil where it would not be read as it was.
    func look(_ kind: Look.Kind, at path: String, limit: Int64, begun: Int64) -> Look? {
        let stamp: FileStamp
        let digest: ContentDigest
        switch kind {
        case .file:
            guard let read = try? stampedRead(path, limit: Int(limit)) else { return nil }
            (stamp, digest) = (read.stamp, ContentDigest(of: read.bytes))
        case .folder:
            guard let read = try? stampedEntries(of: path) else { return nil }
            (stamp, digest) = (read.stamp, ContentDigest(of: read.entries))
        case .program: return nil
        }
        return Look(kind, at: path, limit: limit, stamp, digest, begun: begun)
    }
}
