#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Every place of a byte in a text: for bytes that are rare in it.
@inlinable
public func forEachPlace(of byte: UInt8, in text: UnsafeBufferPointer<UInt8>, _ visit: (Int) -> Void) {
    guard let base = text.baseAddress else { return }
    var start = 0
    while start < text.count, let found = memchr(base + start, Int32(byte), text.count - start) {
        let place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        visit(place)
        start = place + 1
    }
}
