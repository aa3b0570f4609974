import PlancSource

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What planc is about to do in a folder, written down before it is done: after a kill the next start reads it, brings back what
/// was there, and recognises what planc wrote. A text, a line an entry; what was not written to its end is not believed.
struct Journal: Sendable, Hashable {
    enum Work: String { case output, file, rewrite, folder }

    /// Steps of the work that were reached.
    enum Mark: String {
        /// The lists of files are complete: from now on files are made.
        case listed
        /// Every new file is on the disk: from now on names change.
        case whole
    }

    /// 32 hexadecimal digits, drawn at random. The staging folder's name begins with them: a folder that merely looks like one
    /// has no journal that knows its name.
    var token: String
    var work: Work
    /// The name, beside the staging folder, of what is written.
    var target: EntryName
    var process: Int32
    var machine: String
    /// The files that are written, and those that were there before and are planc's.
    var new: [KnownFile] = []
    var old: [KnownFile] = []
    var marks: Set<Mark> = []

    static let fileName: EntryName = "journal"
    private static let title = "planc journal 1"

    init(_ work: Work, target: EntryName) {
        var generator = SystemRandomNumberGenerator()
        token = (0..<2).map { _ in
            let digits = String(generator.next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
        self.work = work
        self.target = target
        process = getpid()
        machine = machineName
    }

    /// The name of the staging folder.
    var folderName: EntryName { EntryName(".planc-" + token.prefix(16)) }

    /// The first lines.
    var head: String {
        """
        \(Self.title)
        token \(token)
        work \(work.rawValue)
        target \(encoded(target.bytes))
        process \(process)
        machine \(encoded(Array(machine.utf8)))
        ready

        """
    }

    static func lines(_ files: [KnownFile], _ word: String) -> String {
        files.map { "\(word) \($0.size) \($0.sha256) \(encoded(Array($0.path.utf8)))\n" }.joined()
    }

    static func line(_ mark: Mark) -> String { "mark \(mark.rawValue)\n" }

    /// nil when the bytes are no journal that was written at least to the end of its first lines.
    init?(_ bytes: [UInt8]) {
        // What stands after the last line end was broken off.
        guard let end = bytes.lastIndex(of: 0x0A) else { return nil }
        let lines = bytes[..<end].split(separator: 0x0A, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self).split(separator: " ").map(String.init)
        }
        guard lines.count >= 7, lines[0].joined(separator: " ") == Self.title else { return nil }
        func value(_ index: Int, _ key: String) -> String? {
            lines[index].count == 2 && lines[index][0] == key ? lines[index][1] : nil
        }
        guard let token = value(1, "token"), token.count == 32, token.utf8.allSatisfy(isHexDigit),
            let work = value(2, "work").flatMap(Work.init), let target = value(3, "target").flatMap(decoded),
            let process = value(4, "process").flatMap({ Int32($0) }),
            let machine = value(5, "machine").flatMap(decoded), lines[6] == ["ready"]
        else { return nil }
        self.token = token
        self.work = work
        self.target = EntryName(bytes: target)
        self.process = process
        self.machine = String(decoding: machine, as: UTF8.self)
        for line in lines.dropFirst(7) {
            if line.count == 2, line[0] == "mark", let mark = Mark(rawValue: line[1]) {
                marks.insert(mark)
                continue
            }
            guard line.count == 4, let size = Int(line[1]), size >= 0, line[2].utf8.count == 64,
                let path = decoded(line[3]).map({ String(decoding: $0, as: UTF8.self) }), isBelow(path)
            else { return nil }
            let file = KnownFile(path: path, size: size, sha256: line[2])
            switch line[0] {
            case "new": new.append(file)
            case "old": old.append(file)
            default: return nil
            }
        }
    }

    /// Whether bytes are the beginning of a journal whose writing was broken off, in a staging folder of this name.
    static func isBeginning(_ bytes: [UInt8], of name: EntryName) -> Bool {
        let digits = name.description.dropFirst(".planc-".count)
        let start = Array("\(title)\ntoken \(digits)".utf8)
        return bytes.prefix(start.count).elementsEqual(start.prefix(bytes.count)) && !bytes.contains(0)
    }

    /// Whether a name may be that of a staging folder.
    static func mayName(_ name: EntryName) -> Bool {
        let text = name.description
        return text.hasPrefix(".planc-") && text.utf8.count == 23 && text.utf8.dropFirst(7).allSatisfy(isHexDigit)
    }
}

/// Whether a path stays below the folder that it is meant for.
func isBelow(_ path: String) -> Bool {
    !path.isEmpty
        && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
            !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(0)
        }
}

private let machineName: String = {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "?" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}()

private func isHexDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) }

/// Bytes as one word: what is not a letter, digit or one of `-._/` by its number.
private func encoded(_ bytes: [UInt8]) -> String {
    var text = ""
    for byte in bytes {
        let isPlain =
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || [0x2D, 0x2E, 0x2F, 0x5F].contains(byte)
        if isPlain {
            text.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
            text += (byte < 16 ? "%0" : "%") + String(byte, radix: 16)
        }
    }
    return text
}

private func decoded(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "%") else {
            bytes.append(byte)
            continue
        }
        guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
            return nil
        }
        bytes.append(value)
        rest = rest.dropFirst(2)
    }
    return bytes
}

extension Journal {
    /// Whether who wrote it may still be at work, where locks do not tell.
    func mayBeAlive(_ system: any FileSystem) -> Bool { machine != machineName || system.isAlive(process: process) }
}
