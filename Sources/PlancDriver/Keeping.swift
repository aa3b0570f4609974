/// Keeps a value until the process ends, for commands that are about to end it: the system takes the memory back at once,
/// not tree by tree.
public func keepUntilExit(_ value: some Sendable) { _ = Unmanaged.passRetained(Kept(value)) }

private final class Kept: Sendable {
    private let value: any Sendable

    init(_ value: some Sendable) { self.value = value }
}
