extension RandomAccessCollection {
    /// The first place whose element `comesBefore` does not hold for, found by halving; the end where it holds for all. The elements for
    /// which it holds stand before all others.
    @inlinable
    public func partitioningIndex(_ comesBefore: (Element) throws -> Bool) rethrows -> Index {
        var low = startIndex
        var rest = count
        while rest > 0 {
            let half = rest / 2
            let middle = index(low, offsetBy: half)
            if try comesBefore(self[middle]) {
                low = index(after: middle)
                rest -= half + 1
            } else {
                rest = half
            }
        }
        return low
    }
}
