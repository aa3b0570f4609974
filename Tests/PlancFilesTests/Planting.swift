import PlancFiles
import TestSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The real file system, without waiting for the disk.
let quick = Files(InterposedFileSystem())

func file(_ path: String, _ text: String) -> OutputFile { OutputFile(path: path, bytes: Array(text.utf8)) }

func known(_ files: [OutputFile]) -> [KnownFile] { files.map { KnownFile(path: $0.path, bytes: $0.bytes) } }

func text(_ path: String) -> String? { readFile(path).map { String(decoding: $0, as: UTF8.self) } }

/// Everything below a folder: files with what they hold, links with what they say, folders that are empty.
func contents(below folder: String, _ prefix: String = "") -> [String: String] {
    guard let handle = opendir(folder) else { return [:] }
    defer { closedir(handle) }
    var found: [String: String] = [:]
    while let entry = readdir(handle) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: UInt8.self, capacity: 256) {
                String(decoding: UnsafeBufferPointer(start: $0, count: strlen($0)), as: UTF8.self)
            }
        }
        if name == "." || name == ".." { continue }
        let path = folder + "/" + name
        switch Int32(entry.pointee.d_type) {
        case Int32(DT_DIR):
            let below = contents(below: path, prefix + name + "/")
            if below.isEmpty { found[prefix + name + "/"] = "" }
            found.merge(below) { first, _ in first }
        case Int32(DT_LNK):
            var buffer = [UInt8](repeating: 0, count: 1024)
            let count = buffer.withUnsafeMutableBytes {
                readlink(path, $0.baseAddress!.assumingMemoryBound(to: CChar.self), 1024)
            }
            found[prefix + name] = "→ " + String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
        case Int32(DT_REG): found[prefix + name] = text(path) ?? "?"
        default: found[prefix + name] = "a device"
        }
    }
    return found
}

/// The permission bits of a file.
func mode(_ path: String) -> UInt32 {
    var status = stat()
    return lstat(path, &status) == 0 ? UInt32(status.st_mode) & 0o7777 : 0
}

func inode(_ path: String) -> UInt64 {
    var status = stat()
    return lstat(path, &status) == 0 ? UInt64(status.st_ino) : 0
}
