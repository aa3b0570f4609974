import PlancLibraries

/// The files that this process runs, as they are now: where one of them is exchanged, planc may say something else.
enum ProgramIdentity {
    /// Each with its stamp; nil where one of them cannot be found.
    static func files() -> [(path: String, stamp: FileStamp)]? {
        var files: [(path: String, stamp: FileStamp)] = []
        for path in programFiles() {
            guard let stamp = FileStamp(of: path) else { return nil }
            files.append((path, stamp))
        }
        return files.isEmpty ? nil : files
    }
}
