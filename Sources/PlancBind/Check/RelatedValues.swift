import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

/// Checks values of one thing against each other and against what the plan says.
extension Binder {
    func checkChoices(_ item: Item) {
        guard item.entries["type"]?.scalar?.value == FieldType.choice.rawValue else { return }
        if item.entries["choices"].map(\.isAbsent) ?? true { report(MissingKey.choices(at: item.nameSpan)) }
    }

    /// Only an audience that is an authority says which.
    func checkAuthority(_ item: Item) {
        guard let place = item.entries.place(of: "authority"), !item.entries[place].value.isAbsent,
            let type = item.entries["type"]?.scalar, let known = AudienceType(rawValue: type.value),
            known != .authorities
        else { return }
        report(UnknownKey.finding(authority: item.entries[place].key, type: type))
    }

    /// `approved: {on: 2026-11-02}`: an approval is somebody's.
    func checkApprover(_ item: Item) {
        guard let place = item.entries.place(of: "approved"), let keys = item.entries[place].value.entries,
            keys.place(of: "on") != nil, keys.place(of: "by") == nil,
            case .record(let known)? = Schema.keys(of: .plan).first(where: { $0.name == "approved" })?.form,
            let by = known.first(where: { $0.name == "by" })
        else { return }
        // Another key that means it has been told.
        if keys.contains(where: { known.place(of: $0.key.value) == nil }) { return }
        report(MissingKey.finding(unsigned: by, of: "approved", at: item.entries[place].key.span))
    }

    /// An audience cannot be written to in a language that the plan does not have, and no pack is printed in one. A pack is printed
    /// in the plan's very locales: with 'en' in the plan, nothing is printed in 'en-GB'. A word to avoid is looked for in texts of
    /// its language.
    func checkLanguages(_ item: Item) {
        if planLocales.isEmpty { return }
        let words = item.entries["avoid"]?.list.compactMap { $0.entries?["locale"] } ?? []
        for value in (item.entries["locales"]?.list ?? []) + words {
            guard let tag = value.scalar, let locale = Locale(checking: tag.value),
                !planLocales.contains(where: {
                    item.reference.kind == .pack ? $0 == locale : $0.language == locale.language
                })
            else { continue }
            report(UnknownValue.finding(locale: tag, of: planLocales))
        }
    }
}
