import PlancDiff

/// The forge that runs a workflow, as its environment describes it: where a line of a file can be looked at.
struct Forge {
    private let base: String?

    /// GitHub's and GitLab's predefined variables.
    init(_ variable: (String) -> String? = Terminal.variable) {
        if let server = variable("GITHUB_SERVER_URL"), let repository = variable("GITHUB_REPOSITORY"),
            let commit = variable("PLANC_COMMIT") ?? variable("GITHUB_SHA")
        {
            base = "\(server)/\(repository)/blob/\(commit)/"
        } else if let project = variable("CI_PROJECT_URL"), let commit = variable("CI_COMMIT_SHA") {
            base = "\(project)/-/blob/\(commit)/"
        } else {
            base = nil
        }
    }

    /// The address of a line; nil outside a forge, and for a path that could be read as anything else than a path.
    func link(_ place: SourcePlace) -> String? {
        guard let base, !place.path.hasPrefix("/"), !place.path.split(separator: "/").contains("..") else { return nil }
        var path = ""
        for byte in place.path.utf8 {
            let scalar = Unicode.Scalar(byte)
            if scalar.properties.isAlphabetic && byte < 0x80 || "0123456789-._~/".unicodeScalars.contains(scalar) {
                path.unicodeScalars.append(scalar)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                path += "%" + (digits.count < 2 ? "0" : "") + digits
            }
        }
        return "\(base)\(path)#L\(place.line)"
    }
}
