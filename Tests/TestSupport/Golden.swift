import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The folder of the package, found from this file's own path.
public let packageFolder: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
}()

/// Compares bytes with a file of `Tests/Fixtures`. With `PLANC_UPDATE=1` the file is written anew, and the test fails all the
/// same: nothing is accepted that nobody read. With `PLANC_WITHOUT_GOLDENS` nothing is compared (`make mutants` asks what the other
/// tests notice).
public func expectGolden(_ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    expectFile(bytes, "Tests/Fixtures/\(name)", sourceLocation: sourceLocation)
}

/// The same for a file anywhere in the package: a page of the manual that is generated, in whole or in part.
public func expectFile(_ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let path = "\(packageFolder)/\(name)"
    let golden = readFile(path)
    if golden == bytes || getenv("PLANC_WITHOUT_GOLDENS") != nil { return }
    if getenv("PLANC_UPDATE") != nil {
        writeFile(bytes, path)
        Issue.record("recorded \(name): read it, then run without PLANC_UPDATE", sourceLocation: sourceLocation)
        return
    }
    guard let golden else {
        Issue.record(
            "there is no \(name): run with PLANC_UPDATE=1 and read what is recorded", sourceLocation: sourceLocation)
        return
    }
    let difference = firstDifference(golden, bytes)
    Issue.record("\(name) differs\n\(difference)", sourceLocation: sourceLocation)
}

public func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    expectGolden(Array(text.utf8), name, sourceLocation: sourceLocation)
}

/// The first line that is not the same, with its number.
private func firstDifference(_ golden: [UInt8], _ found: [UInt8]) -> String {
    let old = golden.split(separator: 0x0A, omittingEmptySubsequences: false)
    let new = found.split(separator: 0x0A, omittingEmptySubsequences: false)
    for number in 0..<max(old.count, new.count) {
        let was = number < old.count ? String(decoding: old[number], as: UTF8.self) : "(end)"
        let now = number < new.count ? String(decoding: new[number], as: UTF8.self) : "(end)"
        if was != now { return "line \(number + 1)\n- \(was)\n+ \(now)" }
    }
    return "(same lines)"
}

/// The bytes of a file, nil when it cannot be read.
public func readFile(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = fread(&buffer, 1, buffer.count, file)
        if count == 0 { return bytes }
        bytes += buffer[..<count]
    }
}

/// Writes a file, making the folders above it.
public func writeFile(_ bytes: [UInt8], _ path: String) {
    makeFolder(path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/"))
    guard let file = fopen(path, "wb") else { return }
    defer { fclose(file) }
    fwrite(bytes, 1, bytes.count, file)
}

public func makeFolder(_ path: String) {
    if path.isEmpty || mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    makeFolder(path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/"))
    mkdir(path, 0o755)
}

/// A folder of one's own, taken away afterwards.
public func withTemporaryFolder<Result>(_ body: (String) throws -> Result) rethrows -> Result {
    var template = Array("/tmp/planc-test-XXXXXX".utf8CString)
    let folder = template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)) }
    defer { removeTree(folder) }
    return try body(folder)
}

/// Takes away a file or a folder with all in it.
public func removeTree(_ path: String) {
    guard let handle = opendir(path) else {
        unlink(path)
        return
    }
    while let entry = readdir(handle) {
        var name = entry.pointee.d_name
        let text = withUnsafePointer(to: &name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if text == "." || text == ".." { continue }
        let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
        if isFolder { removeTree(path + "/" + text) } else { unlink(path + "/" + text) }
    }
    closedir(handle)
    rmdir(path)
}
