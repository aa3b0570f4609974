/// "2 errors, 1 warning" – what a person reads last.
///
/// - Parameter scope: what was not judged: it is said on a line of its own.
public func summary(_ findings: [Finding], scope: JudgedScope = JudgedScope(), language: Language) -> String {
    counts(findings, scope, language: language) + (scope.words.map { "\n" + $0.text(language) } ?? "")
}

private func counts(_ findings: [Finding], _ scope: JudgedScope, language: Language) -> String {
    func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
    if findings.isEmpty {
        let nothing = Phrase("nothing to report")
        // What was asked for is part of what "nothing" means.
        if scope.profiles.isEmpty { return nothing.text(language) }
        return Phrase(
            "{nothing} (judged by the profiles: {profiles})",
            ["nothing": nothing, "profiles": scope.profiles.joined(separator: ", ")]
        ).text(language)
    }
    return Severity.allCases.reversed().compactMap { severity -> String? in
        let number = count(severity)
        return number > 0 ? severity.counted(number).text(language) : nil
    }.joined(separator: ", ")
}

extension Severity {
    /// "2 errors"
    fileprivate func counted(_ count: Int) -> Phrase {
        switch self {
        case .error: Phrase("{count, plural, one {# error} other {# errors}}", ["count": count])
        case .warning: Phrase("{count, plural, one {# warning} other {# warnings}}", ["count": count])
        case .note: Phrase("{count, plural, one {# note} other {# notes}}", ["count": count])
        }
    }
}
