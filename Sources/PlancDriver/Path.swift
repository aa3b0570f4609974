/// Paths are strings with `/` between their parts; nothing here looks at a disk.
package enum Path {
    /// A name in a folder; the name alone where the folder is the working one.
    package static func join(_ folder: String, _ name: String) -> String {
        if folder.isEmpty || folder == "." { return name }
        return folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    /// The last part.
    static func name(_ path: String) -> String {
        String(path.split(separator: "/", omittingEmptySubsequences: true).last ?? Substring(path))
    }

    /// All but the last part: `.` for a plain name, `/` for what stands in the root.
    package static func folder(_ path: String) -> String {
        let trimmed = trimmingSlashes(path)
        guard let slash = trimmed.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
    }

    static func trimmingSlashes(_ path: String) -> String {
        var path = Substring(path)
        while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
        return String(path)
    }

    /// Without `.` and empty parts, `x/..` undone where that needs no disk.
    static func normalized(_ path: String) -> String {
        let isAbsolute = path.hasPrefix("/")
        var parts: [Substring] = []
        for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else if part != ".." || !isAbsolute {
                parts.append(part)
            }
        }
        var joined = ""
        for part in parts {
            if !joined.isEmpty { joined += "/" }
            joined += String(part)
        }
        return isAbsolute ? "/" + joined : (joined.isEmpty ? "." : joined)
    }

    /// The path of `path` seen from `folder`, which holds it.
    static func relative(_ path: String, to folder: String) -> String {
        if folder == "." { return path }
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    }
}
