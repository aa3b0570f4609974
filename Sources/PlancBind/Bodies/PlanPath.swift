/// Paths from the plan's folder, `/` between parts.
enum PlanPath {
    enum Joined: Equatable {
        case inside(String)
        case outside
    }

    /// `relative` seen from `folder`, with `.` and `..` followed.
    static func join(_ folder: Substring, _ relative: String) -> Joined {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: folder.utf8.count + relative.utf8.count + 2) { room in
            var parts = Parts(room: room)
            guard parts.add(folder), parts.add(relative[...]) else { return .outside }
            return .inside(parts.path)
        }
    }

    /// The parts of a path that have been followed, each with a slash behind it.
    private struct Parts {
        private static let slash = UInt8(ascii: "/")
        private static let dot = UInt8(ascii: ".")

        /// For all the bytes there are, and a slash behind each text.
        let room: UnsafeMutableBufferPointer<UInt8>
        private var count = 0

        init(room: UnsafeMutableBufferPointer<UInt8>) { self.room = room }

        /// Without the last slash.
        var path: String {
            let isFolder = count > 0 && room[count - 1] == Self.slash
            return String(
                decoding: UnsafeBufferPointer(rebasing: room[..<(isFolder ? count - 1 : count)]), as: UTF8.self)
        }

        /// False where the way leads out.
        mutating func add(_ text: Substring) -> Bool {
            var text = text
            return text.withUTF8 { bytes in
                var start = count
                for byte in bytes {
                    if byte == Self.slash {
                        guard settle(from: start) else { return false }
                        start = count
                    } else {
                        room[count] = byte
                        count += 1
                    }
                }
                return settle(from: start)
            }
        }

        /// Takes the part from `start` to the end for what it says.
        private mutating func settle(from start: Int) -> Bool {
            switch count - start {
            case 0: return true
            case 1 where room[start] == Self.dot: count = start
            case 2 where room[start] == Self.dot && room[start + 1] == Self.dot:
                count = start
                if count == 0 { return false }
                count -= 1
                while count > 0, room[count - 1] != Self.slash { count -= 1 }
            default:
                room[count] = Self.slash
                count += 1
            }
            return true
        }
    }

    /// A path as it is written in a link of the file at `source`.
    static func relative(_ path: String, from source: String) -> String {
        let from = source.split(separator: "/").dropLast()
        let to = path.split(separator: "/")
        let shared = zip(from, to.dropLast()).prefix { $0 == $1 }.count
        return (Array(repeating: "..", count: from.count - shared) + to[shared...].map(String.init)).joined(
            separator: "/")
    }
}
