import CYAML
import PlancDiagnostics
import PlancScan
import PlancSource

/// What libyaml's events say of a front matter.
struct FrontMatter {
    /// nil when nothing could be understood.
    var root: YAMLNode?
    var isWhole: Bool
    var exceptions: [WrittenException]
}

/// Reads `content` of a file as YAML: where libyaml gives up, as if the slip were mended that the lines show.
func readFrontMatter(
    _ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>, _ id: FileID, _ findings: inout FindingList
) -> FrontMatter {
    let reading = RecoveredReading(bytes, content, id, findings)
    findings = reading.findings
    let exceptions = readYAMLExceptions(
        bytes, content, id, root: reading.root, scalars: reading.longScalars, &findings)
    return FrontMatter(root: reading.root, isWhole: reading.isWhole, exceptions: exceptions)
}

/// What one reading of a front matter gives.
struct YAMLReading {
    var root: YAMLNode?
    var isWhole: Bool
    var findings: FindingList
    /// Scalars that a `#` may stand in without being a comment, in the order of their places.
    var longScalars: [Range<Int>]
    /// Where libyaml gave up.
    var problem: YAMLProblem?
    /// Keys that lack their colon or the space behind it, each with what belongs there.
    var gaps: [MendedText.Change]

    /// - Parameter text: `content` of the file, as it is or mended.
    init(
        _ text: MendedText, _ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>, _ id: FileID,
        _ findings: FindingList
    ) {
        self = text.withBytes { text, offsets in
            var reader = FrontMatterReader(
                text: text, offsets: offsets, bytes: bytes, content: content, id: id, findings: findings)
            let root = reader.readDocument()
            return reader.reading(root)
        }
    }

    fileprivate init(
        root: YAMLNode?, isWhole: Bool, findings: FindingList, longScalars: [Range<Int>], problem: YAMLProblem?,
        gaps: [MendedText.Change]
    ) {
        self.root = root
        self.isWhole = isWhole
        self.findings = findings
        self.longScalars = longScalars
        self.problem = problem
        self.gaps = gaps
    }
}

/// libyaml's event reader, which must not outlive the bytes it reads.
private struct EventReader: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>

    init(_ text: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// Reads the next event in place of `event`; false when libyaml gives up.
    func next(_ event: inout yaml_event_t) -> Bool {
        yaml_event_delete(&event)
        return yaml_parser_parse(parser, &event) == 1
    }

    var problem: YAMLProblem {
        YAMLProblem(
            text: parser.pointee.problem.map { String(cString: $0) } ?? "",
            context: parser.pointee.context.map { String(cString: $0) } ?? "",
            mark: parser.pointee.problem_mark.index, contextMark: parser.pointee.context_mark.index)
    }
}

/// A refusal of libyaml; its places, in characters of what it read, become those in the file.
struct YAMLProblem {
    var text: String
    var context: String
    var mark: Int
    var contextMark: Int
}

private struct FrontMatterReader: ~Copyable {
    static let depthLimit = 64

    /// The front matter alone, as libyaml reads it.
    let text: UnsafeBufferPointer<UInt8>
    /// The whole file.
    let bytes: UnsafeBufferPointer<UInt8>
    /// Where the front matter begins and ends in the file.
    let start: Int
    let end: Int
    let id: FileID
    var findings: FindingList
    var isWhole = true
    /// Scalars that a `#` may stand in without being a comment.
    var longScalars: [Range<Int>] = []

    /// What has been read of the maps and lists that are open.
    private var entries = StackBuffer<YAMLNode.Entry>()
    private var items = StackBuffer<YAMLNode>()
    private let events: EventReader
    private var event = yaml_event_t()
    /// Set when reading has stopped, for good.
    private var hasStopped = false
    /// Whether the last entry before that has been taken out.
    private var hasDroppedLast = false
    /// Set where a list or map in brackets was open when reading stopped: it has taken in what does not belong to it.
    private var isInsideBrackets = false
    /// libyaml counts characters: the place of each in the front matter, empty where every character is a byte.
    private let offsets: [Int32]
    private var problem: YAMLProblem?
    private var gaps: [MendedText.Change] = []

    init(
        text: UnsafeBufferPointer<UInt8>, offsets: [Int32], bytes: UnsafeBufferPointer<UInt8>, content: Range<Int>,
        id: FileID, findings: FindingList
    ) {
        self.text = text
        self.offsets = offsets
        self.bytes = bytes
        start = content.lowerBound
        end = content.upperBound
        self.id = id
        self.findings = findings
        events = EventReader(text)
    }

    deinit {
        var last = event
        yaml_event_delete(&last)
    }

    // MARK: Places

    private func offset(_ mark: Int) -> Int {
        let inText = offsets.isEmpty ? mark : mark < offsets.count ? Int(offsets[mark]) : end - start
        return start + min(inText, end - start)
    }

    private var lower: Int { offset(event.start_mark.index) }
    private var upper: Int { offset(event.end_mark.index) }

    private func span(_ lower: Int, _ upper: Int) -> Span { Span(id, lower, upper) }

    // MARK: Events

    /// Moves to the next event; false at the end and where reading stops.
    private mutating func advance() -> Bool {
        guard !hasStopped else { return false }
        if events.next(&event) { return event.type != YAML_STREAM_END_EVENT }
        var problem = events.problem
        problem.mark = offset(problem.mark)
        problem.contextMark = offset(problem.contextMark)
        self.problem = problem
        stop()
        return false
    }

    private mutating func stop() {
        hasStopped = true
        isWhole = false
    }

    mutating func readDocument() -> YAMLNode? {
        let nothing = YAMLNode(.mapping([]), span(start, start))
        guard advance(), advance() else { return hasStopped ? nil : nothing }
        // After the start of the stream, the start of the document; a `---` can only stand there after a directive.
        guard advance() else { return hasStopped ? nil : nothing }
        let root = readNode(depth: 0)
        guard root.entries != nil else {
            // An error right after it says better what was meant.
            _ = advance()
            if !hasStopped { findings.add(YAMLSyntax.notAMapping(root, in: id)) }
            isWhole = false
            return nothing
        }
        // The end of the document, then of the stream; anything else is a second document.
        if advance(), advance() {
            findings.add(
                YAMLFeature.finding(.secondDocument, at: token(lower, in: bytes, end: end, id)))
            stop()
        }
        return root
    }

    /// The value that the current event opens. Leaves the current event at the value's last.
    private mutating func readNode(depth: Int) -> YAMLNode {
        switch event.type {
        case YAML_SCALAR_EVENT: return readScalar()
        case YAML_ALIAS_EVENT:
            findings.add(YAMLFeature.finding(.alias, at: span(lower, upper)))
            isWhole = false
            return YAMLNode(.scalar(source(lower, upper), isQuoted: false), span(lower, upper))
        case YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT:
            let lower = afterProperties(hasAnchor: collectionAnchor, hasTag: collectionTag)
            if depth >= Self.depthLimit {
                findings.add(NestingTooDeep.frontMatter(at: span(lower, min(lower + 1, end))))
                stop()
                return YAMLNode(.scalar("", isQuoted: false), span(lower, lower))
            }
            return event.type == YAML_MAPPING_START_EVENT
                ? readMapping(from: lower, depth: depth) : readSequence(from: lower, depth: depth)
        default: return YAMLNode(.scalar("", isQuoted: false), span(lower, lower))
        }
    }

    private var collectionAnchor: Bool {
        event.type == YAML_MAPPING_START_EVENT
            ? event.data.mapping_start.anchor != nil : event.data.sequence_start.anchor != nil
    }

    private var collectionTag: Bool {
        event.type == YAML_MAPPING_START_EVENT
            ? event.data.mapping_start.tag != nil : event.data.sequence_start.tag != nil
    }

    private func source(_ lower: Int, _ upper: Int) -> String {
        String(decoding: bytes[lower..<upper], as: UTF8.self)
    }

    private mutating func readScalar() -> YAMLNode {
        let scalar = event.data.scalar
        let lower = afterProperties(hasAnchor: scalar.anchor != nil, hasTag: scalar.tag != nil)
        var upper = max(lower, self.upper)
        let isQuoted = scalar.style != YAML_PLAIN_SCALAR_STYLE && scalar.style != YAML_ANY_SCALAR_STYLE
        let value = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
        if isQuoted {
            longScalars.append(lower..<upper)
            if scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE, lower < upper, bytes[lower] == UInt8(ascii: "\"") {
                for spelled in spelledCharacters(inQuoted: lower..<upper, bytes) where spelled.isHidden {
                    let place = span(spelled.range.lowerBound, spelled.range.upperBound)
                    findings.add(HiddenCharacter.spelled(spelled.scalar, at: place))
                }
            }
            if scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE {
                while upper > lower, bytes[upper - 1].isWhitespace { upper -= 1 }
            }
        }
        if !isQuoted, upper > lower, bytes[lower] >= 0x80, let inner = betweenTypographicQuotes(value) {
            let isOneLine = bytes.first(.lineFeed, from: lower) >= upper
            findings.add(TypographicQuotes.finding(at: span(lower, upper), inner: inner, isOneLine: isOneLine))
            return YAMLNode(.scalar(inner, isQuoted: true), span(lower, upper))
        }
        return YAMLNode(.scalar(value, isQuoted: isQuoted), span(lower, upper))
    }

    private mutating func readSequence(from lower: Int, depth: Int) -> YAMLNode {
        let isFlow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
        let mark = items.count
        while advance(), event.type != YAML_SEQUENCE_END_EVENT { items.append(readNode(depth: depth + 1)) }
        if hasStopped { dropLastItem(after: mark, isFlow: isFlow) }
        let last = items.count > mark ? Int(items[items.count - 1].span.upper) : lower
        let end = isFlow && !hasStopped ? upper : last
        return YAMLNode(.sequence(items.array(from: mark)), span(lower, end))
    }

    private mutating func readMapping(from lower: Int, depth: Int) -> YAMLNode {
        let isFlow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
        let mark = entries.count
        var seen: [String: Span] = [:]
        var last = lower
        var followsDuplicate = false
        while advance(), event.type != YAML_MAPPING_END_EVENT {
            let key = readNode(depth: depth + 1)
            if !isFlow { noteGap(key, isFlow: false) }
            // A key without its value was cut off by an error, and says nothing.
            guard !hasStopped, advance() else { break }
            let value = readNode(depth: depth + 1)
            if isFlow, value.isAbsent { noteGap(key, isFlow: true) }
            guard case .scalar(let text, _) = key.content else {
                findings.add(YAMLSyntax.keyIsNoText(key, in: id))
                isWhole = false
                continue
            }
            let name = Located(text, key.span)
            if let first = Self.firstKey(text, entries, from: mark, &seen) {
                // Of keys that are there again one after the other the first is told: what is wrong is the indentation of them all.
                if !followsDuplicate { findings.add(DuplicateKey.finding(name, first: first)) }
                followsDuplicate = true
            } else {
                followsDuplicate = false
                last = Int(max(name.span.upper, value.span.upper))
                entries.append(YAMLNode.Entry(key: name, value: value))
            }
        }
        if hasStopped { dropLastEntry(after: mark, isFlow: isFlow) }
        let end = isFlow && !hasStopped ? upper : last
        return YAMLNode(.mapping(entries.array(from: mark)), span(lower, end))
    }

    // MARK: What was half read

    /// The value that libyaml stopped behind has taken in what does not belong to it, and so has all that is in brackets with it.
    private mutating func dropLastEntry(after mark: Int, isFlow: Bool) {
        if isFlow {
            isInsideBrackets = true
        } else if !hasDroppedLast {
            hasDroppedLast = true
            guard entries.count > mark else { return }
            if isInsideBrackets || entries[entries.count - 1].value.scalar != nil { _ = entries.popLast() }
        }
    }

    private mutating func dropLastItem(after mark: Int, isFlow: Bool) {
        if isFlow {
            isInsideBrackets = true
        } else if isInsideBrackets, !hasDroppedLast {
            hasDroppedLast = true
            if items.count > mark { _ = items.popLast() }
        }
    }

    /// `{every:6mo}` is a key without a value to YAML, `review:{every` and `review {every` are keys with a brace in them, and nobody
    /// means them.
    private mutating func noteGap(_ key: YAMLNode, isFlow: Bool) {
        guard case .scalar(_, isQuoted: false) = key.content else { return }
        let (lower, upper) = (Int(key.span.lower), Int(key.span.upper))
        if let colon = endOfTightKey(bytes, lower, upper) {
            if isFlow || "{[\"'".utf8.contains(bytes[colon + 1]) {
                gaps.append(MendedText.Change(at: colon + 1, " "))
            }
        } else if !isFlow, case let end = endOfID(bytes, lower, upper), end > lower, end + 1 < upper,
            bytes[end] == .space, "{[".utf8.contains(bytes[end + 1])
        {
            gaps.append(MendedText.Change(at: end, ":"))
        }
    }

    func reading(_ root: YAMLNode?) -> YAMLReading {
        YAMLReading(
            root: root, isWhole: isWhole, findings: findings, longScalars: longScalars, problem: problem, gaps: gaps)
    }

    /// The place of an earlier key of the same name in the map whose entries begin at `mark`. Small maps are searched,
    /// large ones looked up in `seen`.
    private static func firstKey(
        _ name: String, _ entries: borrowing StackBuffer<YAMLNode.Entry>, from mark: Int, _ seen: inout [String: Span]
    ) -> Span? {
        if entries.count - mark < 16 {
            for index in mark..<entries.count where entries[index].key.value == name { return entries[index].key.span }
            return nil
        }
        for index in (seen.isEmpty ? mark : entries.count - 1)..<entries.count {
            seen[entries[index].key.value] = entries[index].key.span
        }
        return seen[name]
    }

    /// Reports the anchor and the tag before a value, and gives the offset of the value itself.
    private mutating func afterProperties(hasAnchor: Bool, hasTag: Bool) -> Int {
        guard hasAnchor || hasTag else { return lower }
        var i = lower
        while i < end, bytes[i] == UInt8(ascii: "&") || bytes[i] == UInt8(ascii: "!") {
            let place = token(i, in: bytes, end: end, id)
            findings.add(YAMLFeature.finding(bytes[i] == UInt8(ascii: "&") ? .anchor : .tag, at: place))
            i = Int(place.upper)
            while i < end, bytes[i].isWhitespace { i += 1 }
        }
        return event.type == YAML_SCALAR_EVENT ? min(i, max(upper, lower)) : i
    }
}

/// The colon of `key:value` at an offset: behind a word, and before what is no blank and no address.
func endOfTightKey(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Int? {
    guard lower < upper, bytes[lower].isLetter else { return nil }
    var i = lower
    while i < upper, bytes[i].isAlphanumeric || bytes[i] == .dash { i += 1 }
    guard i + 1 < upper, bytes[i] == .colon, !bytes[i + 1].isWhitespace, bytes[i + 1] != UInt8(ascii: "/") else {
        return nil
    }
    return i
}

/// From `lower` to the next blank, line end or mark of a list in brackets; at least one byte.
private func token(_ lower: Int, in bytes: UnsafeBufferPointer<UInt8>, end: Int, _ id: FileID) -> Span {
    var i = lower
    while i < end, !bytes[i].isWhitespace, !(i > lower && [0x2C, 0x5B, 0x5D, 0x7B, 0x7D].contains(bytes[i])) { i += 1 }
    return Span(id, lower, max(i, min(lower + 1, end)))
}
