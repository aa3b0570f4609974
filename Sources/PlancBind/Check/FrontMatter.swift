import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

/// Checks what registries hold beside their entries, and reports translations that have no source.
func checkRegistries(_ facts: Facts) -> Found {
    let binding = Binder(facts)
    for (reference, span) in facts.outline.orphans {
        binding.report(binding.unknown(reference, at: span, isTranslation: true))
    }
    for (index, source) in facts.outline.sources.enumerated() where source.kind.isRegistry {
        if facts.outline.introductions.contains(index) {
            binding.checkIntroduction(source)
        } else {
            binding.checkRegistry(source)
        }
    }
    return binding.found
}

/// The check of every front matter against the schema, which also follows every reference in it.
extension Binder {
    fileprivate func checkRegistry(_ source: Source) {
        _ = read(
            source.entries, source.kind.keys, besides: ["kind"],
            in: Context(
                owner: nil, ownerName: nil, parent: source.nameSpan, isCut: source.isCut, skipsEntries: true))
        checkRegistryShape(source)
    }

    /// Checks and reads an entry of a registry or the front matter of a file, and checks the front matters of its
    /// translations.
    ///
    /// - Returns: what its keys say, titles and subjects with those of its translations.
    func read(_ item: Item) -> [FormValue.Field] {
        let source = outlined[item.source]
        var fields: [FormValue.Field] = []
        // Of an entry that is empty, or no map, nothing can be said to be missing but what it must have.
        if item.isRegistryEntry, item.entries.isEmpty {
            found.unreadKeys[item.reference] = Set(source.kind.entryKeys.map(\.name))
        }
        if source.isCut {
            let keys = item.isRegistryEntry ? source.kind.entryKeys : source.kind.keys
            found.unreadKeys[item.reference, default: []].formUnion(keys.map(\.name))
        }
        titlesAreInFiles = !item.isRegistryEntry
        textLocales = planLocales
        if item.reference.kind == .pack, let own = item.entries["locales"]?.list, !own.isEmpty {
            textLocales = own.compactMap { $0.scalar.flatMap { Locale(checking: $0.value) } }
            // A language that the plan does not have is reported; nothing is written in it.
            if !planLocales.isEmpty { textLocales.removeAll { !planLocales.contains($0) } }
        }
        if item.isMap {
            fields = read(
                item.entries, item.isRegistryEntry ? source.kind.entryKeys : source.kind.keys,
                besides: item.isRegistryEntry ? [] : ["kind", "translates"],
                in: Context(
                    owner: item.reference, ownerName: item.isRegistryEntry ? item.reference.id : nil,
                    parent: item.nameSpan, isCut: source.isCut))
            if !item.isRegistryEntry, let stamp = item.entries.place(of: "translates") {
                report(UnknownKey.finding(stamp: item.entries[stamp].key))
            }
            // In a file of its own, a thing's first key is its id, which was read by the declaration pass.
            if !item.isRegistryEntry, item.reference.kind.hasID {
                fields = fields.compactMap { $0.place == 0 ? nil : FormValue.Field($0.place - 1, $0.value) }
            }
            if item.reference.kind == .obligation { settleStages(&fields, of: item) }
            if item.reference.kind == .plan { checkApprover(item) }
            if item.reference.kind == .field { checkChoices(item) }
            if item.reference.kind == .audience {
                checkLanguages(item)
                checkAuthority(item)
            }
            if [.pack, .vocabulary].contains(item.reference.kind) { checkLanguages(item) }
        }
        if item.isRegistryEntry { return fields }
        // Without the plan's languages there is no telling a translation from a source.
        if !planLocales.isEmpty, item.isKept {
            for index in translations[item.reference] ?? [] {
                checkTranslation(outlined[index], of: item.reference)
            }
        }
        addTranslations(of: item, to: &fields)
        return fields
    }

    /// Entries that are no maps.
    private func checkRegistryShape(_ source: Source) {
        if source.isEmptyRegistry, let entry = source.entries.first(where: { $0.key.value == source.kind.name }) {
            report(MissingKey.finding(emptyRegistry: entry, sources))
            return
        }
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
        var isTold = false
        for gathered in GatheredEntry.all(entries, source.kind.entryKeys) {
            let entry = gathered.entry
            for key in gathered.misplaced {
                report(UnknownKey.finding(beside: key.key, entry: entry.key, keys: entry.value.entries?.first, sources))
            }
            if entry.value.isAbsent || entry.value.entries != nil || !Form.isID(entry.key.value) { continue }
            // The keys of an entry without its id above them are one mistake.
            let isKey = source.kind.entryKeys.place(of: entry.key.value) != nil
            if isKey, isTold { continue }
            isTold = isTold || isKey
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

    /// Whether a key is an entry of a registry among the keys of another, which is reported.
    private func reportIndented(_ entry: YAMLNode.Entry, _ keys: [KeySchema], in context: Context) -> Bool {
        guard let owner = context.owner, context.ownerName != nil, keys.holdsEntry(entry, of: owner.kind) else {
            return false
        }
        report(UnknownKey.finding(indented: entry.key))
        return true
    }

    /// Reports `{title Website}`: a key and its value without the colon between them.
    ///
    /// - Returns: the key; nil where it is something else.
    private func reportNoColon(_ entry: YAMLNode.Entry, _ keys: [KeySchema], in context: Context) -> String? {
        let words = entry.key.value.split(separator: " ", maxSplits: 1)
        guard entry.value.isAbsent, words.count == 2, let place = keys.place(of: String(words[0])) else { return nil }
        let name = keys[place].name
        let end = Int(entry.key.span.lower) + name.utf8.count
        let bytes = sources[entry.key.span.file].bytes
        guard end < bytes.count, bytes[end] == UInt8(ascii: " "),
            bytes[Int(entry.key.span.lower)..<end].elementsEqual(name.utf8)
        else { return nil }
        mendedCount += 1
        report(UnknownKey.finding(noColon: entry.key, key: name, end: Span(entry.key.span.file, end, end)))
        if let owner = context.owner { noteUnread(name, of: owner) }
        return name
    }

    /// Reports keys without values that a comma in the value before them has made, in braces.
    ///
    /// - Returns: where they end; nil where there are none.
    private func reportCut(at number: Int, _ entries: [YAMLNode.Entry], _ keys: [KeySchema]) -> Int? {
        guard number > 0, let before = entries[number - 1].value.scalar else { return nil }
        var end = number
        var last = before.span
        while end < entries.count, entries[end].value.isAbsent, keys.place(of: entries[end].key.value) == nil {
            let span = entries[end].key.span
            guard span.file == last.file, last.upper < span.lower else { break }
            let between = sources[span.file].bytes[Int(last.upper)..<Int(span.lower)]
            guard between.contains(UInt8(ascii: ",")),
                between.allSatisfy({ $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") })
            else { break }
            last = span
            end += 1
        }
        guard end > number else { return nil }
        mendedCount += 1
        let form = keys.place(of: entries[number - 1].key.value).map { keys[$0].form }
        report(UnknownKey.finding(cut: entries[number - 1], by: Array(entries[number..<end]), form, sources))
        return end
    }

    /// What takes a key without a value away: its line where it has one of its own, in braces the comma before or behind it; nil
    /// where it is all that stands there.
    private func removal(of number: Int, in entries: [YAMLNode.Entry]) -> Span? {
        let entry = entries[number]
        if entries.count < 2 { return nil }
        let bytes = sources[entry.key.span.file].bytes
        let (lower, upper) = (Int(entry.key.span.lower), Int(max(entry.key.span.upper, entry.value.span.upper)))
        var end = upper
        while end < bytes.count, bytes[end] == UInt8(ascii: ":") || bytes[end] == UInt8(ascii: " ") { end += 1 }
        var start = lower
        while start > 0, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
        let isLine = start == 0 || bytes[start - 1] == 0x0A
        if isLine, end == bytes.count || bytes[end] == 0x0A || bytes[end] == 0x0D {
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            return Span(entry.key.span.file, start, min(end + 1, bytes.count))
        }
        if end < bytes.count, bytes[end] == UInt8(ascii: ",") {
            end += 1
            while end < bytes.count, bytes[end] == UInt8(ascii: " ") { end += 1 }
            return Span(entry.key.span.file, lower, end)
        }
        guard start > 0, bytes[start - 1] == UInt8(ascii: ","), end < bytes.count, bytes[end] == UInt8(ascii: "}")
        else {
            return nil
        }
        return Span(entry.key.span.file, start - 1, end)
    }

    /// Reports a name that is no key, and reads what stands under it as that of the key that it nearly is.
    ///
    /// - Parameter take: reads an entry as that of the key at a place.
    /// - Returns: the name of that key, which is not missing as well.
    private func readMisnamed(
        _ entry: YAMLNode.Entry, _ keys: [KeySchema], _ entries: [YAMLNode.Entry], in context: Context,
        _ take: (YAMLNode.Entry, Int) -> Void
    ) -> String? {
        let names = keys.map(\.name)
        let near =
            AliasedNames.key(entry.key.value, among: names)
            ?? suggestions.nearest(to: entry.key.value, among: names)
        guard let near, let place = keys.place(of: near) else {
            if !reportIndented(entry, keys, in: context) {
                report(
                    UnknownKey.finding(
                        entry.key, nearest: nil, known: names, elsewhere: AliasedNames.otherKinds(entry.key.value)))
            }
            return nil
        }
        var isMended = true
        if !context.skipsEntries, !entry.value.isAbsent, entries.place(of: near) == nil {
            let (count, mended) = (found.findings.count, mendedCount)
            take(entry, place)
            if found.findings.count - count > mendedCount - mended {
                // What is no value of the key that is near is told once: by the key.
                isMended = false
                mendedCount = mended
                found.findings.removeSubrange(count...)
                if let owner = context.owner { noteUnread(near, of: owner) }
            }
        }
        report(UnknownKey.finding(entry.key, nearest: near, known: names, isMended: isMended))
        mendedCount += 1
        return near
    }

    /// Checks the entries of a map by its keys, in one walk, and reads them: what is not quite right is read as what it most
    /// likely means, so that one slip gives one finding.
    func read(_ entries: [YAMLNode.Entry], _ keys: [KeySchema], besides others: [String], in context: Context)
        -> [FormValue.Field]
    {
        var fields: [FormValue.Field] = []
        var excused: Set<String> = []
        func take(_ entry: YAMLNode.Entry, as place: Int) {
            let value = read(
                entry.value, keys[place].form, key: entry.key, siblings: entries, owner: context.owner)
            // Of a key that is there twice, which is reported where it is parsed, the first holds.
            if let value, !fields.contains(where: { $0.place == place }) {
                fields.append(FormValue.Field(place, value))
            }
        }
        var cut = 0
        for (number, entry) in entries.enumerated() {
            if number < cut { continue }
            guard let place = keys.place(of: entry.key.value) else {
                if others.contains(entry.key.value) { continue }
                if let known = reportNoColon(entry, keys, in: context) {
                    excused.insert(known)
                    continue
                }
                // `{title: Website, news and shop}`: what is behind the comma belongs to the value before it.
                cut = reportCut(at: number, entries, keys) ?? number
                if cut > number { continue }
                if let near = readMisnamed(entry, keys, entries, in: context, take) { excused.insert(near) }
                continue
            }
            if entry.value.isBlank || entry.value.isEmptyMap && !keys[place].form.isMap
                || keys[place].isRequired && entry.value.isEmptyList && keys[place].form.isListOfWords
            {
                // A registry may be begun without an entry.
                if context.skipsEntries { continue }
                report(
                    keys[place].isRequired
                        ? MissingKey.finding(keys[place], of: context.ownerName, at: entry.key.span, isEmpty: true)
                        : MissingKey.finding(
                            empty: keys[place], of: context.ownerName, at: entry.key.span,
                            removing: removal(of: number, in: entries)))
                excused.insert(keys[place].name)
                if let owner = context.owner { noteUnread(keys[place].name, of: owner) }
                continue
            }
            if context.skipsEntries { continue }
            let (before, count) = (unmendedCount, found.findings.count)
            take(entry, as: place)
            // Of what a channel is only thought to be, or to take, no text is judged.
            let isGuess = context.owner?.kind == .channel && found.findings.count > count
            if unmendedCount > before || isGuess, let owner = context.owner {
                noteUnread(keys[place].name, of: owner)
            }
        }
        if !context.isCut { reportMissing(entries, keys, but: excused, in: context) }
        return fields
    }

    private func reportMissing(
        _ entries: [YAMLNode.Entry], _ keys: [KeySchema], but excused: Set<String>, in context: Context
    ) {
        for key in keys where key.isRequired && !excused.contains(key.name) && entries.place(of: key.name) == nil {
            report(MissingKey.finding(key, of: context.ownerName, at: context.parent))
            if let owner = context.owner { noteUnread(key.name, of: owner) }
        }
    }
}
