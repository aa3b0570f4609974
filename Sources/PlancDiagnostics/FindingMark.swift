import PlancSource

/// A finding as it is known again: what is said without what changes by itself, the words that it points at, and its file.
public struct FindingMark: Hashable, Sendable {
    /// Of rule, severity, and the message without numbers: counts and days change by themselves.
    public var said: UInt64
    /// Of the bytes that it points at.
    public var words: UInt64
    public var path: String
    /// What is said with things by their ids in place of what they are called.
    public var saidOfThings: UInt64
    /// The thing whose id or title it points at: by its id, and by what it is called; nil where it points at something else.
    public var thing: UInt64?
    public var name: UInt64?

    public init(
        said: UInt64, words: UInt64, path: String, saidOfThings: UInt64? = nil, thing: UInt64? = nil,
        name: UInt64? = nil
    ) {
        (self.said, self.words, self.path) = (said, words, path)
        self.saidOfThings = saidOfThings ?? said
        (self.thing, self.name) = (thing, name)
    }

    public init(_ finding: Finding, _ sources: SourceSet, _ names: ThingNames = ThingNames()) {
        let file = finding.span.file
        func mark(_ message: Phrase) -> UInt64 {
            var said = Hash64()
            said.mix(finding.rule.utf8)
            said.mix(finding.severity.rawValue.utf8)
            said.mix(message.english.utf8)
            return said.value
        }
        let message = finding.message.withoutNumbers
        said = mark(message)
        saidOfThings = mark(message.mappingValues { names.thing($0, in: file)?.mark ?? $0 })
        let source = sources[file]
        let bytes = source.bytes[finding.span.range.clamped(to: 0..<source.bytes.count)]
        words = Self.mark(bytes)
        if bytes.count < 200, let found = names.thing(Self.unquoted(bytes), in: file) {
            thing = Self.mark(found.mark.utf8)
            name = Self.mark(found.name.utf8)
        }
        path = source.path
    }

    private static func mark(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = Hash64()
        hash.mix(bytes)
        return hash.value
    }

    /// A scalar of YAML without its quotation marks.
    private static func unquoted(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes
        if bytes.count > 1, let mark = bytes.first, mark == bytes.last, mark == 0x22 || mark == 0x27 {
            bytes = bytes.dropFirst().dropLast()
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What names the finding to other programs: with things by their ids.
    var lasting: Lasting { Lasting(said: saidOfThings, words: thing ?? words, path: path) }

    struct Lasting: Hashable {
        var said: UInt64
        var words: UInt64
        var path: String
    }
}
