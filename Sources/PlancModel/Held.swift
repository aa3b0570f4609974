/// A large value that many keep together: to keep it costs one reference, however much is in it.
public final class Held<Value: Sendable>: Sendable {
    public let value: Value

    public init(_ value: Value) { self.value = value }
}
