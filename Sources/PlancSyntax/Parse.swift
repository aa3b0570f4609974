import PlancDiagnostics
import PlancMarkup
import PlancSource

/// Whether the bytes of a file that planc would not read, for its name, are those of a source: a front matter that says what
/// kind of file it is.
public func looksLikeSource(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
        if isUTF16(bytes) {
            // Its first letters, without the zero byte beside each.
            let letters = bytes.prefix(8_192).filter { $0 > 0 && $0 < 0x80 }
            return letters.withUnsafeBufferPointer { FrontMatterFence($0) != nil && NearFence.saysItsKind($0) }
        }
        return FrontMatterFence(bytes) != nil && NearFence.saysItsKind(bytes)
    }
}

/// Reads one file: its front matter, its body, and what is wrong with either.
///
/// Never fails: what cannot be read becomes a finding, and the rest of the file is still read where that makes sense.
/// A file that neither has front matter nor looks as if it should have is no source: nothing of it is read and nothing is
/// said about it.
public func parse(_ file: SourceFile, id: FileID) -> ParsedFile {
    file.bytes.withUnsafeBufferPointer { bytes in
        if isUTF16(bytes) { return .unreadable(id, bytes.count, NotUTF8.utf16(at: Span(id, 0, 2))) }
        let conflicts = Conflicts(bytes)
        guard !conflicts.found.isEmpty || hasLoneReturns(bytes) else { return read(bytes, conflicts, id: id) }
        var copy = conflicts.resolved(bytes)
        for i in copy.indices where copy[i] == .carriageReturn {
            if i + 1 == copy.count || copy[i + 1] != .lineFeed { copy[i] = .lineFeed }
        }
        return copy.withUnsafeBufferPointer { read($0, written: bytes, conflicts, id: id) }
    }
}

/// Reads the bytes of a file; `written` are those that stand in it, where a conflict was resolved or line ends were changed.
private func read(
    _ bytes: UnsafeBufferPointer<UInt8>, written: UnsafeBufferPointer<UInt8>? = nil, _ conflicts: Conflicts, id: FileID
) -> ParsedFile {
    guard let fence = FrontMatterFence(bytes) else {
        // No source, and not read – but a picture called `.md` is somebody's mistake.
        guard let offset = CharacterScan(bytes).invalidByte else { return .notASource(id) }
        return .notASource(
            id, findings: [NotUTF8.finding(at: Span(id, offset, offset + 1), byte: bytes[offset])])
    }
    if let body = fence.likelyBody(bytes) {
        let file = read(bytes, written: written, conflicts, id: id, fence.closed(at: body), isMended: true)
        if file.frontMatter != nil { return file }
    }
    return read(bytes, written: written, conflicts, id: id, fence)
}

/// - Parameter isMended: whether the front matter ends where it is guessed to.
private func read(
    _ bytes: UnsafeBufferPointer<UInt8>, written: UnsafeBufferPointer<UInt8>?, _ conflicts: Conflicts, id: FileID,
    _ fence: FrontMatterFence, isMended: Bool = false
) -> ParsedFile {
    var reader = FileReader(bytes: bytes, written: written ?? bytes, id: id, fence: fence, isMended: isMended)
    if isMended { reader.findings.add(UnclosedFrontMatter.finding(fence, bytes, in: id)) }
    for conflict in conflicts.found { reader.findings.add(ConflictMarker.finding(conflict, in: id)) }
    for slip in fence.slips {
        // A conflict in the first lines leaves blank ones.
        if case .before = slip, let first = conflicts.found.first,
            first.start.line.lowerBound < fence.opening.lowerBound
        {
            continue
        }
        reader.findings.add(MalformedFrontMatter.finding(slip, fence, bytes, in: id))
    }
    if let body = fence.body, let keys = NearFence.secondKeys(bytes, from: body) {
        reader.findings.add(MalformedFrontMatter.second(at: Span(id, keys.lowerBound, keys.upperBound)))
    }
    return reader.read()
}

/// Whether a file begins with the mark of UTF-16, or has a zero byte beside each of its first letters.
private func isUTF16(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 4 else { return false }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    return bytes[0] == 0 && bytes[2] == 0 && bytes[1] != 0 && bytes[3] != 0
        || bytes[1] == 0 && bytes[3] == 0 && bytes[0] != 0 && bytes[2] != 0
}

private func hasLoneReturns(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var i = bytes.first(.carriageReturn, from: 0)
    while i < bytes.count {
        if i + 1 == bytes.count || bytes[i + 1] != .lineFeed { return true }
        i = bytes.first(.carriageReturn, from: i + 1)
    }
    return false
}

extension ParsedFile {
    fileprivate static func notASource(_ id: FileID, findings: [Finding] = []) -> ParsedFile {
        let start = Span(id, 0, 0)
        return ParsedFile(
            file: id, frontMatter: nil, frontMatterSpan: start, bodySpan: start, blocks: [], exceptions: [],
            findings: findings)
    }

    /// A file that may well be a source, and of which nothing can be read.
    fileprivate static func unreadable(_ id: FileID, _ count: Int, _ finding: Finding) -> ParsedFile {
        let end = Span(id, count, count)
        return ParsedFile(
            file: id, frontMatter: nil, isFrontMatterWhole: false, isSource: true, frontMatterSpan: end, bodySpan: end,
            blocks: [], exceptions: [], findings: [finding])
    }
}

/// The findings of one file. A hostile file can make one of nearly every byte: past the limit they are only counted.
struct FindingList {
    private var kept: [Finding] = []
    private var left: (count: Int, first: Span)?

    /// Those that are kept, and one that says how many are not.
    var findings: [Finding] {
        kept + (left.map { [TooManyFindings.finding($0.count, at: $0.first)] } ?? [])
    }

    mutating func add(_ finding: Finding) {
        if kept.count < Limits.findingsOfFile {
            kept.append(finding)
        } else {
            left = ((left?.count ?? 0) + 1, left?.first ?? finding.span)
        }
    }
}

/// The way through one source.
private struct FileReader {
    let bytes: UnsafeBufferPointer<UInt8>
    /// As they stand in the file.
    let written: UnsafeBufferPointer<UInt8>
    let id: FileID
    let fence: FrontMatterFence
    /// Whether the front matter ends where it is guessed to.
    let isMended: Bool
    var findings = FindingList()

    mutating func read() -> ParsedFile {
        if bytes.count > Limits.fileBytes {
            findings.add(FileTooLarge.finding(at: Span(id, Limits.fileBytes, Limits.fileBytes + 1)))
            return unread()
        }
        let characters = CharacterScan(bytes)
        if let finding = HiddenCharacter.loneReturns(CharacterScan(written).loneReturns, in: id) {
            findings.add(finding)
        }
        if let offset = characters.invalidByte {
            findings.add(NotUTF8.finding(at: Span(id, offset, offset + 1), byte: bytes[offset]))
            return unread()
        }
        guard let body = fence.body else {
            findings.add(UnclosedFrontMatter.finding(at: Span(id, fence.opening.lowerBound, fence.opening.upperBound)))
            return unread()
        }
        for run in characters.hidden { findings.add(HiddenCharacter.finding(run, of: bytes, in: id)) }
        for run in characters.garbled { findings.add(GarbledText.finding(run, in: id)) }
        // What neither library takes as text is reported above; it is read as spaces, byte for byte.
        if !characters.needsCleaning { return read(bytes, body: body) }
        return characters.cleaned(bytes).withUnsafeBufferPointer { read($0, body: body) }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, body: Int) -> ParsedFile {
        var yaml = FrontMatter(root: nil, isWhole: false, exceptions: [])
        if fence.content.count > Limits.frontMatterBytes {
            let limit = fence.content.lowerBound + Limits.frontMatterBytes
            findings.add(FrontMatterTooLarge.finding(at: Span(id, limit, limit + 1)))
        } else {
            yaml = readFrontMatter(bytes, fence.content, id, &findings)
        }
        for finding in LineTooLong.findings(bytes, from: body, in: id) { findings.add(finding) }
        var text = BodyReader(bytes: bytes, start: body, id: id, findings: findings)
        let blocks = text.read()
        if bytes.first(.ampersand, from: body) < bytes.count {
            var hidden: [SpelledCharacter] = []
            blocks.forEachInline { inline in
                guard case .text = inline.content else { return }
                hidden += spelledCharacters(inText: inline.span.range, bytes).filter(\.isHidden)
            }
            for spelled in hidden {
                let place = Span(id, spelled.range.lowerBound, spelled.range.upperBound)
                text.report(HiddenCharacter.spelled(spelled.scalar, at: place))
            }
        }
        var exceptions = yaml.exceptions
        exceptions += text.exceptions
        return ParsedFile(
            file: id, frontMatter: yaml.root, isFrontMatterWhole: yaml.isWhole && !isMended, isSource: true,
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
