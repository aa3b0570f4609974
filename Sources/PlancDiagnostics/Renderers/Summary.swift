/// "2 errors, 1 warning" – what a person reads last.
public func summary(_ findings: [Finding], language: Language) -> String {
    func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
    if findings.isEmpty { return language == .french ? "rien à signaler" : "nothing to report" }
    return Severity.allCases.reversed().compactMap { severity -> String? in
        let number = count(severity)
        guard number > 0 else { return nil }
        return "\(number) \(severity.word(language))\(number > 1 ? "s" : "")"
    }.joined(separator: ", ")
}
