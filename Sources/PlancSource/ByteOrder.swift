#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Whether a text comes before another by its UTF-8: an order that depends on no locale and no version of Unicode.
public func precedes(_ a: String, _ b: String) -> Bool {
    let bytes = a.utf8.withContiguousStorageIfAvailable { first in
        b.utf8.withContiguousStorageIfAvailable { second in
            guard let one = first.baseAddress, let other = second.baseAddress else { return first.count < second.count }
            let order = memcmp(one, other, min(first.count, second.count))
            return order == 0 ? first.count < second.count : order < 0
        }
    }
    return (bytes ?? nil) ?? a.utf8.lexicographicallyPrecedes(b.utf8)
}
