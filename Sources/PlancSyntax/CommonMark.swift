import CCmark
import CScratch

/// A document parsed by cmark, gone with this value. Documents nest: one that is made while another is read goes first.
struct CommonMark: ~Copyable {
    typealias Node = OpaquePointer

    let root: Node
    private let scratch = Scratch()

    /// cmark takes its nodes and their texts from memory that is given back all at once.
    private nonisolated(unsafe) static let memory: UnsafeMutablePointer<cmark_mem> = {
        let memory = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
        memory.initialize(to: cmark_mem(calloc: scratch_calloc, realloc: scratch_realloc, free: scratch_free))
        return memory
    }()

    init(_ text: UnsafeBufferPointer<UInt8>) {
        // cmark ends the process when it has no memory: neither call gives NULL.
        let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, Self.memory)!
        text.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        root = cmark_parser_finish(parser)!
    }
}
