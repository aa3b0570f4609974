import PlancDiagnostics
import PlancSource
import PlancSyntax

/// Why a file with values of fields cannot be used.
public enum GivenValuesFault: Error, Sendable, Hashable {
    /// It holds no map.
    case noMap
    /// A key stands twice.
    case twice(String)
    /// The value of a key is a list or a map.
    case noText(String)
}

/// Values of fields from a YAML or JSON file: one map from field to value. A key with nothing behind it, `~` or `null` has none.
public func fieldValues(_ bytes: [UInt8]) throws(GivenValuesFault) -> [String: String] {
    let wrapped = SourceFile(path: "values", bytes: Array("---\n".utf8) + bytes + Array("\n---\n".utf8))
    let parsed = parse(wrapped, id: FileID(0))
    let entries = parsed.frontMatter?.entries ?? []
    var values: [String: String] = [:]
    var seen: Set<String> = []
    for entry in entries {
        let key = entry.key.value
        guard seen.insert(key).inserted else { throw .twice(key) }
        guard case .scalar(let text, let isQuoted) = entry.value.content else { throw .noText(key) }
        if !isQuoted, ["", "~", "null", "Null", "NULL"].contains(text) { continue }
        values[key] = text
    }
    if parsed.frontMatter == nil || parsed.findings.contains(where: { $0.severity == .error }) {
        throw twiceWritten(parsed, wrapped).map { .twice($0) } ?? .noMap
    }
    return values
}

/// The key of which the parser says that it stands twice: it keeps one of the two.
private func twiceWritten(_ parsed: ParsedFile, _ file: SourceFile) -> String? {
    parsed.findings.first { $0.severity == .error && $0.rule == "duplicate-key" }.map { finding in
        let bytes = file.bytes[Int(finding.span.lower)..<Int(finding.span.upper)]
        return String(decoding: bytes, as: UTF8.self)
    }
}
