import Dispatch

/// `transform` of every element, on the cores there are, in the order given.
///
/// Elements are handed out in runs so that a core that finishes early takes more. `areLong`: each of them is work enough for a
/// run of its own, however many there are.
package func parallelMap<Element: Sendable, Result: Sendable>(
    _ elements: [Element], areLong: Bool = false, transform: @Sendable (Element) -> Result
) -> [Result] {
    if elements.count < 2 { return elements.map(transform) }
    // A few elements are a few long pieces of work, thousands are short ones.
    let size = areLong ? 1 : max(1, min(64, elements.count / 128))
    let runs = (elements.count + size - 1) / size
    return [Result](unsafeUninitializedCapacity: elements.count) { buffer, count in
        // Each run writes its own stretch of the buffer and no other.
        nonisolated(unsafe) let base = buffer.baseAddress!
        DispatchQueue.concurrentPerform(iterations: runs) { run in
            for index in run * size..<min((run + 1) * size, elements.count) {
                (base + index).initialize(to: transform(elements[index]))
            }
        }
        count = elements.count
    }
}

/// The elements of all pieces, one piece after the other, taken over on the cores there are.
package func joined<Element: Sendable>(_ pieces: [[Element]]) -> [Element] {
    var total = 0
    let starts = pieces.map { piece in
        defer { total += piece.count }
        return total
    }
    return [Element](unsafeUninitializedCapacity: total) { buffer, count in
        guard let start = buffer.baseAddress else { return }
        // Each piece is written into its own stretch of the buffer and no other.
        nonisolated(unsafe) let base = start
        DispatchQueue.concurrentPerform(iterations: pieces.count) { number in
            pieces[number].withUnsafeBufferPointer { piece in
                guard let first = piece.baseAddress else { return }
                (base + starts[number]).initialize(from: first, count: piece.count)
            }
        }
        count = total
    }
}
