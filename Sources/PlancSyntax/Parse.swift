import PlancDiagnostics
import PlancMarkup
import PlancSource

/// Reads one file: its front matter, its body, and what is wrong with either.
///
/// Never fails: what cannot be read becomes a finding, and the rest of the file is still read where that makes sense.
/// A file without front matter is no source: nothing of it is read and nothing is said about it.
public func parse(_ file: SourceFile, id: FileID) -> ParsedFile {
    file.bytes.withUnsafeBufferPointer { bytes in
        guard let fence = FrontMatterFence(bytes) else {
            // No source, and not read – but a picture called `.md` is somebody's mistake.
            guard let offset = CharacterScan(bytes).invalidByte else { return .notASource(id) }
            return .notASource(
                id, findings: [NotUTF8.finding(at: Span(id, offset, offset + 1), byte: bytes[offset])])
        }
        var reader = FileReader(bytes: bytes, id: id, fence: fence)
        return reader.read()
    }
}

extension ParsedFile {
    fileprivate static func notASource(_ id: FileID, findings: [Finding] = []) -> ParsedFile {
        let start = Span(id, 0, 0)
        return ParsedFile(
            file: id, frontMatter: nil, frontMatterSpan: start, bodySpan: start, blocks: [], exceptions: [],
            findings: findings)
    }
}

/// The findings of one file. A hostile file can make one of nearly every byte: past `limit` they are not kept.
struct FindingList {
    static let limit = 1_000
    private(set) var findings: [Finding] = []

    mutating func add(_ finding: Finding) {
        if findings.count < Self.limit { findings.append(finding) }
    }
}

/// The way through one source.
private struct FileReader {
    static let fileLimit = 1 << 20
    static let frontMatterLimit = 64 << 10

    let bytes: UnsafeBufferPointer<UInt8>
    let id: FileID
    let fence: FrontMatterFence
    var findings = FindingList()

    mutating func read() -> ParsedFile {
        if bytes.count > Self.fileLimit {
            findings.add(FileTooLarge.finding(at: Span(id, Self.fileLimit, Self.fileLimit + 1)))
            return unread()
        }
        let characters = CharacterScan(bytes)
        if let offset = characters.invalidByte {
            findings.add(NotUTF8.finding(at: Span(id, offset, offset + 1), byte: bytes[offset]))
            return unread()
        }
        guard let body = fence.body else {
            findings.add(UnclosedFrontMatter.finding(at: Span(id, fence.opening.lowerBound, fence.opening.upperBound)))
            return unread()
        }
        for run in characters.hidden { findings.add(HiddenCharacter.finding(run, in: id)) }
        // What neither library takes as text is reported above; it is read as spaces, byte for byte.
        if !characters.needsCleaning { return read(bytes, body: body) }
        return characters.cleaned(bytes).withUnsafeBufferPointer { read($0, body: body) }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, body: Int) -> ParsedFile {
        var yaml = FrontMatter(root: nil, isWhole: false, exceptions: [])
        if fence.content.count > Self.frontMatterLimit {
            let limit = fence.content.lowerBound + Self.frontMatterLimit
            findings.add(FrontMatterTooLarge.finding(at: Span(id, limit, limit + 1)))
        } else {
            yaml = readFrontMatter(bytes, fence.content, id, &findings)
        }
        var text = BodyReader(bytes: bytes, start: body, id: id, findings: findings)
        let blocks = text.read()
        var exceptions = yaml.exceptions
        exceptions += text.exceptions
        return ParsedFile(
            file: id, frontMatter: yaml.root, isFrontMatterWhole: yaml.isWhole, isSource: true,
            frontMatterSpan: Span(id, fence.content.lowerBound, fence.content.upperBound),
            bodySpan: Span(id, body, bytes.count), blocks: blocks, mentions: text.takeMentions(),
            exceptions: exceptions, findings: text.findings)
    }

    private func unread() -> ParsedFile {
        let end = Span(id, bytes.count, bytes.count)
        return ParsedFile(
            file: id, frontMatter: nil, isFrontMatterWhole: false, isSource: true,
            frontMatterSpan: Span(id, fence.content.lowerBound, fence.content.upperBound), bodySpan: end, blocks: [],
            exceptions: [], findings: findings.findings)
    }
}
