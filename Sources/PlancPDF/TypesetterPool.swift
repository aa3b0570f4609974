import PlancLayout
import PlancLibraries

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Typesetters that are not in use. Each is used by one thread at a time, and keeps the words that it has shaped
/// for the next document.
final class TypesetterPool: @unchecked Sendable {
    static let shared = TypesetterPool()

    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private var free: [Typesetter] = []

    private init() {
        lock = .allocate(capacity: 1)
        lock.initialize(to: pthread_mutex_t())
        pthread_mutex_init(lock, nil)
    }

    func take() throws(PDFError) -> Typesetter {
        pthread_mutex_lock(lock)
        let known = free.popLast()
        pthread_mutex_unlock(lock)
        if let known { return known }
        if let missing = LateLibrary.typesetting.missing { throw PDFError.missingLibrary(missing) }
        guard let new = Typesetter() else { throw PDFError.noFonts }
        return new
    }

    func giveBack(_ typesetter: Typesetter) {
        guard !typesetter.isFull else { return }
        pthread_mutex_lock(lock)
        free.append(typesetter)
        pthread_mutex_unlock(lock)
    }
}
