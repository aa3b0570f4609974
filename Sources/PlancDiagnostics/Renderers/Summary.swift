/// "2 errors, 1 warning" – what a person reads last.
///
/// - Parameters:
///   - scope: what was not judged: it is said on a line of its own.
///   - unread: how many paths could not be read; then nothing found is not nothing to report.
public func summary(
    _ findings: [Finding], scope: JudgedScope = JudgedScope(), unread: Int = 0, language: Language
) -> String {
    counts(findings, scope, unread, language: language) + (scope.words.map { "\n" + $0.text(language) } ?? "")
}

private func counts(_ findings: [Finding], _ scope: JudgedScope, _ unread: Int, language: Language) -> String {
    func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
    if findings.isEmpty, unread == 0 {
        let nothing = Phrase("nothing to report")
        // What was asked for is part of what "nothing" means.
        if scope.profiles.isEmpty { return nothing.text(language) }
        return Phrase(
            "{nothing} (judged by the profiles: {profiles})",
            ["nothing": nothing, "profiles": scope.profiles.joined(separator: ", ")]
        ).text(language)
    }
    let counted = Severity.allCases.reversed().compactMap { severity -> String? in
        let number = count(severity)
        return number > 0 ? severity.counted(number).text(language) : nil
    }
    if unread == 0 { return counted.joined(separator: ", ") }
    let left = Phrase("{count, plural, one {# path} other {# paths}} could not be read", ["count": unread])
    return (counted + [left.text(language)]).joined(separator: ", ")
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
