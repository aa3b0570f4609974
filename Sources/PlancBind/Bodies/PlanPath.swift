/// Paths from the plan's folder, `/` between parts.
enum PlanPath {
    enum Joined: Equatable {
        case inside(String)
        case outside
    }

    /// `relative` seen from `folder`, with `.` and `..` followed.
    static func join(_ folder: some StringProtocol, _ relative: String) -> Joined {
        let slash = UInt8(ascii: "/")
        let dot = UInt8(ascii: ".")
        var path: [UInt8] = []
        path.reserveCapacity(folder.utf8.count + relative.utf8.count + 1)
        /// Takes the part of the path from `start` to its end for what it says; false where it leads out.
        func settle(from start: Int) -> Bool {
            switch path.count - start {
            case 0: return true
            case 1 where path[start] == dot: path.removeLast()
            case 2 where path[start] == dot && path[start + 1] == dot:
                path.removeLast(2)
                if path.isEmpty { return false }
                path.removeLast()
                while let last = path.last, last != slash { path.removeLast() }
            default: path.append(slash)
            }
            return true
        }
        func add(_ text: some Sequence<UInt8>) -> Bool {
            var start = path.count
            for byte in text {
                if byte == slash {
                    guard settle(from: start) else { return false }
                    start = path.count
                } else {
                    path.append(byte)
                }
            }
            return settle(from: start)
        }
        guard add(folder.utf8), add(relative.utf8) else { return .outside }
        if path.last == slash { path.removeLast() }
        return .inside(String(decoding: path, as: UTF8.self))
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

/// `%C3%A9` and the like undone; nil when nothing changes or the result is not text.
func percentDecoded(_ text: String) -> String? {
    var bytes: [UInt8] = []
    var isChanged = false
    let source = Array(text.utf8)
    var i = 0
    func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
    while i < source.count {
        if source[i] == UInt8(ascii: "%"), i + 2 < source.count, let high = digit(source[i + 1]),
            let low = digit(source[i + 2])
        {
            bytes.append(high << 4 | low)
            isChanged = true
            i += 3
        } else {
            bytes.append(source[i])
            i += 1
        }
    }
    return isChanged ? String(validating: bytes, as: UTF8.self) : nil
}
