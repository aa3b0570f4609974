import PlancSource

/// A run as it is kept: what it was made of, what it asked, what it read and what it did.
///
/// The bytes are of one machine and one planc, so numbers are as memory has them. The last 32 bytes are the digest of all others:
/// a record that was cut short or damaged is none.
struct RunRecord: Sendable {
    static let mark = Array("planc run 1\n".utf8)

    /// The digest of the files that planc was made of.
    var program: ContentDigest
    /// When the noting began, by the clock.
    var begun: Int64
    var answers: [(question: Question, answer: String?)]
    var paths: [UInt8]
    /// Where in `paths` each path begins; a zero ends it.
    var looks: [(path: Int, look: Look)]
    var run: RecordedRun

    init(
        _ notes: RunRecorder.Notes, program: ContentDigest, status: Int32, libraries: [(path: String, stamp: FileStamp)]
    ) {
        self.program = program
        begun = notes.begun ?? 0
        answers = notes.answers.map { ($0.key, $0.value) }
        paths = []
        looks = []
        run = RecordedRun(actions: notes.actions, status: status)
        for (path, look) in notes.looks { add(look, at: path) }
        for (path, stamp) in libraries {
            add(Look(kind: .program, isSettled: true, limit: 0, stamp: stamp, digest: ContentDigest()), at: path)
        }
    }

    private mutating func add(_ look: Look, at path: String) {
        looks.append((paths.count, look))
        paths += Array(path.utf8)
        paths.append(0)
    }
}

extension RunRecord {
    var bytes: [UInt8] {
        var writer = RecordWriter(bytes: Self.mark)
        writer.bytes.reserveCapacity(4096 + paths.count + looks.count * 128)
        writer.write(program)
        writer.write(begun)
        writer.write(answers.count)
        for (question, answer) in answers {
            let (code, name) = question.coded
            writer.write(code)
            writer.write(Array(name.utf8))
            writer.write(answer != nil)
            writer.write(Array((answer ?? "").utf8))
        }
        writer.write(paths)
        writer.write(looks.count)
        for (path, look) in looks {
            writer.write(path)
            writer.write(look)
        }
        writer.write(run.status)
        writer.write(run.actions.count)
        for action in run.actions {
            let (code, number, path) = action.coded
            writer.write(code)
            writer.write(number)
            writer.write(Array(path.utf8))
            writer.write(action.bytes)
        }
        return writer.bytes + ContentDigest(of: writer.bytes).bytes
    }

    /// nil for anything but a whole record.
    init?(_ bytes: [UInt8]) {
        guard bytes.count > Self.mark.count + 32, bytes.starts(with: Self.mark) else { return nil }
        let digest = bytes.withUnsafeBytes { ContentDigest(of: UnsafeRawBufferPointer(rebasing: $0.dropLast(32))) }
        guard bytes.suffix(32).elementsEqual(digest.bytes) else { return nil }
        var reader = RecordReader(bytes: bytes, place: Self.mark.count)
        guard let program: ContentDigest = reader.read(), let begun: Int64 = reader.read(),
            let answers = reader.list({ (reader: inout RecordReader) in reader.answer() }),
            let paths = reader.readBytes(), paths.last ?? 0 == 0,
            let looks = reader.list({ (reader: inout RecordReader) in reader.look(below: paths.count) }),
            let status: Int32 = reader.read(),
            let actions = reader.list({ (reader: inout RecordReader) in reader.action() })
        else { return nil }
        self.program = program
        self.begun = begun
        self.answers = answers
        self.paths = paths
        self.looks = looks
        run = RecordedRun(actions: actions, status: status)
    }
}

extension Question {
    fileprivate var coded: (code: UInt8, name: String) {
        switch self {
        case .kind(let path): (1, path)
        case .realPath(let path): (2, path)
        case .today: (3, "")
        case .fact(let name): (4, name)
        }
    }

    fileprivate init?(code: UInt8, name: String) {
        switch code {
        case 1: self = .kind(name)
        case 2: self = .realPath(name)
        case 3: self = .today
        case 4: self = .fact(name)
        default: return nil
        }
    }
}

extension RunAction {
    fileprivate var coded: (code: UInt8, descriptor: Int32, path: String) {
        switch self {
        case .write(_, let descriptor): (1, descriptor, "")
        case .file(_, let path): (2, 0, path)
        case .append(_, let path): (3, 0, path)
        }
    }

    fileprivate init?(code: UInt8, descriptor: Int32, path: String, _ bytes: [UInt8]) {
        switch code {
        case 1: self = .write(bytes, descriptor: descriptor)
        case 2: self = .file(bytes, path: path)
        case 3: self = .append(bytes, path: path)
        default: return nil
        }
    }
}

extension RecordReader {
    fileprivate mutating func answer() -> (question: Question, answer: String?)? {
        guard let code: UInt8 = read(), let name = readText(), let question = Question(code: code, name: name),
            let isThere: Bool = read(), let answer = readText()
        else { return nil }
        return (question, isThere ? answer : nil)
    }

    fileprivate mutating func look(below end: Int) -> (path: Int, look: Look)? {
        guard let path: Int = read(), (0..<end).contains(path), let look: Look = read() else { return nil }
        return (path, look)
    }

    fileprivate mutating func action() -> RunAction? {
        guard let code: UInt8 = read(), let descriptor: Int32 = read(), let path = readText(), let bytes = readBytes()
        else { return nil }
        return RunAction(code: code, descriptor: descriptor, path: path, bytes)
    }
}
