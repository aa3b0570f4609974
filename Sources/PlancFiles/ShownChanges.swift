import CFiles
import PlancSource

private let knownDevices = Mutex<[UInt64: Bool]>([:])

/// Whether the system always knows when something on a device was changed last; `path` is something on it. Of a file on another
/// machine it may remember for a while what was true before: such a file must be opened.
package func showsChanges(device: UInt64, at path: String) -> Bool {
    knownDevices.withLock { known in
        if let answer = known[device] { return answer }
        let answer = shows_changes(path) == 1
        known[device] = answer
        return answer
    }
}
