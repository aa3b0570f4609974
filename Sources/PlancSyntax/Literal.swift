import CCmark
import PlancSource

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A text that belongs to a node of cmark; valid as long as the document is.
struct Literal {
    let bytes: UnsafeBufferPointer<UInt8>

    init(_ node: CommonMark.Node) { self.init(cmark_node_get_literal(node)) }
    init(title node: CommonMark.Node) { self.init(cmark_node_get_title(node)) }
    init(url node: CommonMark.Node) { self.init(cmark_node_get_url(node)) }

    private init(_ text: UnsafePointer<CChar>?) {
        guard let text else {
            bytes = UnsafeBufferPointer(start: nil, count: 0)
            return
        }
        bytes = UnsafeRawBufferPointer(start: text, count: strlen(text)).assumingMemoryBound(to: UInt8.self)
    }

    var string: String { String(decoding: bytes, as: UTF8.self) }
}

/// A destination with `%20` and the like undone where it is a path; one with a scheme (`https:`) stays as it is.
func percentDecodedPath(_ url: UnsafeBufferPointer<UInt8>) -> String {
    guard url.first(UInt8(ascii: "%"), from: 0) < url.count, !hasScheme(url) else {
        return String(decoding: url, as: UTF8.self)
    }
    return percentDecoded(url) ?? String(decoding: url, as: UTF8.self)
}

private func hasScheme(_ url: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = url.first, first.isLetter, let colon = url.firstIndex(of: .colon) else { return false }
    return url[..<colon].allSatisfy { $0.isAlphanumeric || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }
}
