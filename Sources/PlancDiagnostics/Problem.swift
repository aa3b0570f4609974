import PlancSource

/// A path that was to be checked and could not be read, and why: no finding says anything of it, and nothing is not all right.
public struct UnreadPath: Sendable, Hashable {
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
