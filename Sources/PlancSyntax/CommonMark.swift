import CCmark

/// A document parsed by cmark, freed with this value.
struct CommonMark: ~Copyable {
    typealias Node = OpaquePointer

    let root: Node

    init(_ text: UnsafeBufferPointer<UInt8>) {
        // cmark ends the process when it has no memory: neither call gives NULL.
        let parser = cmark_parser_new(CMARK_OPT_DEFAULT)!
        text.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        root = cmark_parser_finish(parser)!
        cmark_parser_free(parser)
    }

    deinit { cmark_node_free(root) }
}
