/// Values that wait to become arrays: what belongs to the innermost thing that is being read lies on top, and is taken
/// away as an array of just its size. One pile serves a whole file, so that no array grows step by step.
struct StackBuffer<Element>: ~Copyable {
    private var room = UnsafeMutableBufferPointer<Element>(start: nil, count: 0)
    private(set) var count = 0

    deinit {
        UnsafeMutableBufferPointer(rebasing: room[..<count]).deinitialize()
        room.deallocate()
    }

    @inline(__always)
    subscript(index: Int) -> Element {
        precondition(index >= 0 && index < count)
        return room[index]
    }

    mutating func append(_ element: consuming Element) {
        if count == room.count { grow() }
        (room.baseAddress! + count).initialize(to: element)
        count += 1
    }

    mutating func popLast() -> Element? {
        if count == 0 { return nil }
        count -= 1
        return (room.baseAddress! + count).move()
    }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(16, room.count * 4))
        if let first = room.baseAddress { larger.baseAddress!.moveInitialize(from: first, count: count) }
        room.deallocate()
        room = larger
    }

    /// Takes what lies above the first `mark` elements away.
    mutating func array(from mark: Int) -> [Element] {
        precondition(mark >= 0 && mark <= count)
        guard mark < count, let first = room.baseAddress else { return [] }
        let taken = count - mark
        let lowest = first + mark
        count = mark
        // Most are of few elements, which a literal has at once.
        switch taken {
        case 1: return [lowest.move()]
        case 2: return [lowest.move(), (lowest + 1).move()]
        case 3: return [lowest.move(), (lowest + 1).move(), (lowest + 2).move()]
        default: break
        }
        var array: [Element] = []
        array.reserveCapacity(taken)
        for index in 0..<taken { array.append((lowest + index).move()) }
        return array
    }
}
