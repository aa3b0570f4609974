import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Only `PlancFiles` changes what is on a disk.
@Suite struct OneLayerTests {
    /// Calls that make, write, rename or remove files, as the system names them; `Terminal` writes to what is open already.
    static let calls = [
        "rename", "renameat", "renameat2", "renamex_np", "renameatx_np", "exchange_names", "rename_exclusively",
        "unlink",
        "unlinkat", "rmdir", "remove_file", "mkdir", "mkdirat", "mkdtemp", "mkstemp", "mkfifo", "mknod", "symlink",
        "symlinkat", "linkat", "truncate", "ftruncate", "chmod", "fchmod", "fchmodat", "chown", "fchown", "lchown",
        "fopen", "freopen", "fdopen", "fwrite", "fputs", "creat", "pwrite", "copyfile", "fcopyfile", "setxattr",
        "fsetxattr", "sendfile", "FileManager", "FileHandle", "OutputStream", "posix_spawn", "execve", "popen",
    ]
    static let flags = ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND"]

    @Test func nothingElseWrites() {
        var found: [String] = []
        var count = 0
        let wanted = Self.calls.map { $0 + "(" } + Self.flags + ["Glibc.write(", "Darwin.write("]
        for path in contents(below: packageFolder + "/Sources").keys.sorted() {
            guard path.hasSuffix(".swift") || path.hasSuffix(".c") else { continue }
            // The file layer itself, and what only builds planc.
            let own = ["PlancFiles/", "CFiles/", "rule-catalogue/", "language-catalogue/"]
            if own.contains(where: path.hasPrefix) { continue }
            count += 1
            let code = (readFile("\(packageFolder)/Sources/\(path)") ?? []) + [0]
            code.withUnsafeBufferPointer { bytes in
                let start = UnsafeRawPointer(bytes.baseAddress!).assumingMemoryBound(to: CChar.self)
                for word in wanted where path != "planc/Terminal.swift" || !word.hasSuffix(".write(") {
                    var rest = start
                    while let hit = strstr(rest, word) {
                        let place = UnsafePointer(hit) - start
                        if isCall(bytes, at: place) { found.append("\(path): \(line(bytes, around: place))") }
                        rest = UnsafePointer(hit) + 1
                    }
                }
            }
        }
        #expect(found == [])
        #expect(count > 300)
    }

    /// Whether what begins here is called: not the end of a longer name, not a method, not a declaration, not in a comment.
    private func isCall(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        let before = line(bytes[..<place])
        if before.drop(while: { $0 == " " }).hasPrefix("//") || before.hasSuffix("func ") { return false }
        guard let last = before.last else { return true }
        if last == ".", !before.hasSuffix("Glibc."), !before.hasSuffix("Darwin.") { return false }
        return !last.isLetter && !last.isNumber && last != "_"
    }

    private func line(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        String(
            decoding: bytes.suffix(200).split(separator: 0x0A, omittingEmptySubsequences: false).last ?? [],
            as: UTF8.self)
    }

    private func line(_ bytes: UnsafeBufferPointer<UInt8>, around place: Int) -> String {
        line(bytes[..<place]) + String(decoding: bytes[place...].prefix { $0 != 0x0A && $0 != 0 }, as: UTF8.self)
    }
}
