/// Names that every system and every memory stick can hold, and that stay apart where case does not count.
public enum PortablePaths {
    /// A path as a file system sees it for which case and the form of accents do not matter. (Strings are compared by what
    /// they look like, so that composed and decomposed letters are equal already.)
    public static func folded(_ path: String) -> String { path.lowercased() }

    /// Windows keeps these for devices, whatever extension follows.
    public static let devices: Set<String> = [
        "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "conin$", "conout$", "com¹",
        "com²", "com³", "lpt¹", "lpt²", "lpt³",
    ]

    /// Whether a name may be given to a file or folder of an output.
    public static func mayBeNamed(_ name: String) -> Bool {
        if name.isEmpty || name == "." || name == ".." || name.utf8.count > 200 { return false }
        if name.hasSuffix(".") || name.hasSuffix(" ") || name.hasPrefix(" ") { return false }
        let isOdd = name.unicodeScalars.contains {
            $0.value < 0x20 || $0.value == 0x7F || "<>:\"/\\|?*".unicodeScalars.contains($0)
        }
        if isOdd { return false }
        let stem = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)[0]
        return !devices.contains(String(stem.filter { $0 != " " }).lowercased())
    }

    /// The first thing that is wrong with the paths of an output: one that no file may have, or two that would be one file, or a
    /// file where another path needs a folder.
    public static func fault(in paths: some Sequence<String>) -> FileError.Reason? {
        var seen: [String: String] = [:]
        var folders: [String: String] = [:]
        for path in paths {
            let names = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            if names.contains(where: { !mayBeNamed($0) }) { return .badName(path) }
            if let other = seen.updateValue(path, forKey: folded(path)) { return .sameFile(other, path) }
            for count in names.indices.dropFirst() {
                let folder = names[..<count].joined(separator: "/")
                if let other = folders.updateValue(folder, forKey: folded(folder)), !sameBytes(other, folder) {
                    return .sameFile(other, folder)
                }
            }
        }
        for (key, folder) in folders.sorted(by: { $0.key < $1.key }) {
            if let file = seen[key] { return .sameFile(file, folder) }
        }
        return nil
    }

    private static func sameBytes(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }
}
