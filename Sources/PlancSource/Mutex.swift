#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A value that one thread at a time may use.
package final class Mutex<Value>: @unchecked Sendable {
    private var value: Value
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

    package init(_ value: Value) {
        self.value = value
        pthread_mutex_init(mutex, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    /// Runs the body while nobody else sees the value.
    package func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body(&value)
    }
}

extension Mutex {
    /// What is kept under a key, made when it is first asked for. Two who ask at once may both make it: nobody waits meanwhile.
    package func value<Key: Hashable, Made>(of key: Key, make: () -> Made) -> Made where Value == [Key: Made] {
        if let known = withLock({ $0[key] }) { return known }
        let made = make()
        withLock { $0[key] = made }
        return made
    }
}
