import PlancSource

/// Something outside the plans that kept planc from its work: a path that could not be read or written, and why. No finding says
/// anything of it, and nothing is not all right (exit status 3).
public struct Problem: Sendable, Hashable {
    public var path: String
    public var message: Phrase

    public init(path: String, message: Phrase) {
        self.path = path
        self.message = message
    }

    /// What stands where a finding has the name of its rule.
    static let name = "unread-path"

    /// "Plans/old: there is no such file or folder"
    func text(_ language: Language) -> String { "\(path): \(message.text(language))" }
}
