import CScratch

/// Memory of the thread that is given back all at once when this value goes. These values nest: one that is made while
/// another is there goes first.
struct Scratch: ~Copyable {
    private let mark = scratch_begin()

    deinit { scratch_end(mark) }

    /// Room for values that goes with the innermost `Scratch` there is.
    static func room<Value: BitwiseCopyable>(for count: Int, of type: Value.Type) -> UnsafeMutablePointer<Value> {
        scratch_realloc(nil, count * MemoryLayout<Value>.stride)!.bindMemory(to: type, capacity: count)
    }

    /// More room for values that have some, which stay.
    static func more<Value: BitwiseCopyable>(
        room: UnsafeMutablePointer<Value>, for count: Int
    ) -> UnsafeMutablePointer<Value> {
        scratch_realloc(room, count * MemoryLayout<Value>.stride)!.bindMemory(to: Value.self, capacity: count)
    }
}
