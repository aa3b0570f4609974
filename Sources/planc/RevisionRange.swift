import PlancDiagnostics
import PlancGit

/// The two ends of a comparison as git writes them: `BASE HEAD`, `BASE..HEAD`, or `BASE...HEAD`, which starts where HEAD left
/// BASE. Without HEAD, the files as they are.
struct RevisionRange {
    var base: String
    var head: String?

    init(_ base: String, _ head: String?, _ git: Git) async throws(Git.Failure) {
        guard head == nil, let dots = base.firstRange(of: "..") else {
            (self.base, self.head) = (base, head)
            return
        }
        let isSymmetric = base[dots.upperBound...].hasPrefix(".")
        let left = String(base[..<dots.lowerBound])
        let right = String(base[dots.upperBound...].dropFirst(isSymmetric ? 1 : 0))
        let (from, to) = (left.isEmpty ? "HEAD" : left, right.isEmpty ? "HEAD" : right)
        self.base = isSymmetric ? try await git.mergeBase(from, to) : from
        self.head = to
    }

    /// Of a check, which looks at the files as they are: they must be those of the newer end.
    init(since revision: String, _ git: Git) async throws(Git.Failure) {
        try await self.init(revision, nil, git)
        guard let head, try await git.commit(head) != git.commit("HEAD") else { return }
        throw Git.Failure(.notCheckedOut(head))
    }
}
