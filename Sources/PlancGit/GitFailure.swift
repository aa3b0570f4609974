extension Git {
    /// Why git did not do what was asked.
    public struct Failure: Error, Sendable, Hashable {
        /// What git said, or that it is not there.
        public enum Reason: Sendable, Hashable {
            case notInstalled
            /// The folder is in no repository.
            case noRepository
            /// The repository belongs to another user, whom git does not trust.
            case otherOwner
            /// `remote`: a branch of that name which was fetched (`origin/main`).
            case unknownRevision(String, isShallow: Bool, remote: String?)
            /// Two revisions that share no history, as far as the clone holds it.
            case noCommonCommit(String, String, isShallow: Bool)
            /// A revision whose files were to be looked at, but the working folder has those of another.
            case notCheckedOut(String)
            /// The clone ends before the history that was asked for.
            case shallowHistory
            /// A clone without the contents of files that the revision has.
            case missingObjects(String)
            /// No answer within so many seconds.
            case tooSlow(Int)
            /// Anything else, in git's own words.
            case said(String)
        }

        public var reason: Reason

        public init(_ reason: Reason) { self.reason = reason }

        /// From what git wrote on its standard error.
        init(saying message: String, _ command: String) {
            if message.contains("dubious ownership") {
                reason = .otherOwner
            } else if message.contains("not a git repository") || message.contains("must be run in a work tree")
                || message.contains("cannot use bare repository")
            {
                reason = .noRepository
            } else {
                reason = .said(message.isEmpty ? "git \(command) found nothing" : message)
            }
        }
    }
}
