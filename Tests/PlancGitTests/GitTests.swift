import PlancGit
import Testing

@Suite struct GitTests {
    @Test func aFolderWithoutRepositorySaysSo() async {
        await #expect(throws: Git.Failure.self) { try await Git(folder: "/").commit("HEAD") }
    }
}
