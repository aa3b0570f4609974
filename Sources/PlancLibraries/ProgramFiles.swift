import CLate

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The files that this process runs: planc, and the libraries that are open, in the order in which they were opened. Empty where
/// they cannot be known.
public func programFiles() -> [String] {
    guard let lines = late_program_files() else { return [] }
    defer { free(lines) }
    return String(cString: lines).split(separator: "\n").map(String.init)
}
