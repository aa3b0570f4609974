import PlancLanguages

extension Drill {
    /// Whether somebody wrote that it took place: what it found, what was decided because of it, or who confirms it. A day that has
    /// passed says only that it was planned.
    public var isRecorded: Bool {
        if isCalledOff { return false }
        return of != nil || !actions.isEmpty
            || found.versions.contains { version in
                !version.text.value.isEmpty && !Placeholders.isAll(of: version.text.value)
            }
    }

    /// Whether what was found says that it did not take place.
    public var isCalledOff: Bool {
        found.versions.contains { version in
            let words = version.text.value.lowercased()
            return LanguageRules.all.contains { $0.calledOff.contains(where: words.hasPrefix) }
        }
    }
}
