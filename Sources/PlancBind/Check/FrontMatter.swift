import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

/// The check of every front matter against the schema, which also follows every reference in it.
extension Binding {
    /// What a registry holds beside its entries.
    func checkRegistries() {
        for source in outlined where source.kind.isRegistry {
            checkKeys(
                source.entries, source.kind.keys, besides: ["kind"],
                in: Context(
                    owner: nil, ownerName: nil, parent: source.nameSpan, isCut: source.isCut, skipsEntries: true))
            checkRegistryShape(source)
        }
    }

    /// An entry of a registry or the front matter of a file, and the front matters of its translations.
    func check(_ item: Item) {
        let source = outlined[item.source]
        // Of an entry that is empty, or no map, nothing can be said to be missing but what it must have.
        if item.isRegistryEntry, item.entries.isEmpty {
            unreadKeys[item.reference] = Set(source.kind.entryKeys.map(\.name))
        }
        if item.isMap {
            checkKeys(
                item.entries, item.isRegistryEntry ? source.kind.entryKeys : source.kind.keys,
                besides: item.isRegistryEntry ? [] : ["kind", "translates"],
                in: Context(
                    owner: item.reference, ownerName: item.isRegistryEntry ? item.reference.id : nil,
                    parent: item.nameSpan,
                    isCut: source.isCut))
            if !item.isRegistryEntry, let stamp = item.entries.place(of: "translates") {
                report(UnknownKey.finding(stamp: item.entries[stamp].key))
            }
            if item.reference.kind == .obligation { checkStages(item) }
            if item.reference.kind == .field { checkChoices(item) }
        }
        // Without the plan's languages there is no telling a translation from a source.
        if planLocales.isEmpty || !item.isKept || item.isRegistryEntry { return }
        for index in translations[item.reference] ?? [] { checkTranslation(outlined[index], of: item.reference) }
    }

    /// Entries that are no maps.
    private func checkRegistryShape(_ source: Source) {
        guard let node = source[source.kind.name], !node.isAbsent else { return }
        guard let entries = node.entries else {
            let help =
                node.scalar == nil
                ? Phrase(
                    "each entry stands under its id, as in 'id: {…}', without '- '"
                ) : nil
            report(
                WrongType.finding(
                    node, expected: .map(key: .id, value: .record(source.kind.entryKeys)), key: source.kind.name,
                    help: help))
            return
        }
        for entry in entries where !entry.value.isAbsent && entry.value.entries == nil && Form.isID(entry.key.value) {
            report(
                WrongType.finding(
                    entry.value, expected: .record(source.kind.entryKeys), key: entry.key.value,
                    help: Self.colonSlip(entry.value.scalar?.value)))
        }
    }

    /// Help for `holder:anne`, written without the space that YAML wants.
    static func colonSlip(_ text: String?) -> Phrase? {
        guard let text, let colon = text.firstIndex(of: ":"), colon != text.startIndex, !text.hasPrefix("http") else {
            return nil
        }
        let key = text[..<colon]
        guard Form.isID(key) else { return nil }
        return Phrase(
            "put a space after the colon: '{key}: …'", ["key": key])
    }

    // MARK: Keys

    struct Context {
        var owner: EntityReference?
        /// How messages name what lacks something, where its place alone does not say it.
        var ownerName: String?
        /// Where a missing key is reported.
        var parent: Span
        /// Whether what is missing may be in the part of the file that could not be read.
        var isCut = false
        /// A registry's entries are checked one by one elsewhere.
        var skipsEntries = false
    }

    func checkKeys(_ entries: [YAMLNode.Entry], _ keys: [KeySchema], besides others: [String], in context: Context) {
        var excused: Set<String> = []
        for entry in entries {
            guard let place = keys.place(of: entry.key.value) else {
                if others.contains(entry.key.value) || corrections[entry.key.span] != nil { continue }
                let names = keys.map(\.name)
                let near =
                    Slips.key(entry.key.value, among: names) ?? suggestions.nearest(to: entry.key.value, among: names)
                // A key written wrong is not missing as well.
                if let near { excused.insert(near) }
                report(UnknownKey.finding(entry.key, nearest: near, known: names))
                correct(entry.key.span, to: near)
                if let near, let place = keys.place(of: near), !context.skipsEntries,
                    !entry.value.isAbsent, entries.place(of: near) == nil
                {
                    check(entry.value, keys[place].form, key: entry.key, siblings: entries, owner: context.owner)
                }
                continue
            }
            if entry.value.isAbsent {
                if keys[place].isRequired {
                    report(MissingKey.finding(keys[place], of: context.ownerName, at: entry.key.span, isEmpty: true))
                    excused.insert(keys[place].name)
                    if let owner = context.owner { unreadKeys[owner, default: []].insert(keys[place].name) }
                }
                continue
            }
            if context.skipsEntries { continue }
            let before = unmendedCount
            check(entry.value, keys[place].form, key: entry.key, siblings: entries, owner: context.owner)
            if unmendedCount > before, let owner = context.owner {
                unreadKeys[owner, default: []].insert(keys[place].name)
            }
        }
        if context.isCut { return }
        for place in keys.indices where keys[place].isRequired {
            let key = keys[place]
            if !excused.contains(key.name), entries.place(of: key.name) == nil {
                report(MissingKey.finding(key, of: context.ownerName, at: context.parent))
                if let owner = context.owner { unreadKeys[owner, default: []].insert(key.name) }
            }
        }
    }

    private func checkTranslation(_ source: Source, of reference: EntityReference) {
        let sourceSpan = (reference.kind == .plan ? planSource : declared.source(of: reference)).map {
            outlined[$0].nameSpan
        }
        let ofKind = source.kind.keys.map(\.name)
        for entry in source.entries where entry.key.value != "kind" {
            if let key = Schema.translationKeys.place(of: entry.key.value).map({ Schema.translationKeys[$0] }) {
                if !entry.value.isAbsent {
                    check(entry.value, key.form, key: entry.key, siblings: source.entries, owner: reference)
                }
            } else if ofKind.contains(entry.key.value) {
                report(UnknownKey.finding(inTranslation: entry.key, source: sourceSpan))
            } else {
                let names = Schema.translationKeys.map(\.name)
                let near =
                    Slips.key(entry.key.value, among: names) ?? suggestions.nearest(to: entry.key.value, among: names)
                report(UnknownKey.finding(entry.key, nearest: near, known: names))
            }
        }
    }

    // MARK: Values that belong together

    private func checkChoices(_ item: Item) {
        guard item.entries["type"]?.scalar?.value == FieldType.choice.rawValue else { return }
        if item.entries["choices"].map(\.isAbsent) ?? true { report(MissingKey.choices(at: item.nameSpan)) }
    }

    /// Stages that count from one that is not before them.
    private func checkStages(_ item: Item) {
        guard let stages = item.entries["stages"] else { return }
        var earlier: [String] = []
        var spans: [String: Span] = [:]
        for stage in stages.list {
            if let from = stage["from"]?.scalar, ClockStart(rawValue: from.value) == nil, !earlier.contains(from.value)
            {
                let known = ClockStart.allCases.map(\.rawValue) + earlier
                let near = suggestions.nearest(to: from.value, among: known)
                report(UnknownValue.finding(from, known: known, nearest: near))
                correct(from.span, to: near)
            }
            guard let name = stage["name"]?.scalar else { continue }
            if let first = spans[name.value] {
                report(DuplicateID.finding(EntityReference(.obligation, name.value), at: name.span, first: first))
            } else {
                spans[name.value] = name.span
                earlier.append(name.value)
            }
        }
    }
}
