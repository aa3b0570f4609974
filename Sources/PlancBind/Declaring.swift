import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

/// Which ids the files of the plan declare.
extension DeclarationPass {
    func declareEntries(of index: Int) {
        let source = outlined[index]
        let kind = source.kind.entity
        guard let node = source[source.kind.name], !source.isEmptyRegistry, let entries = node.entries else {
            if !source.isEmptyRegistry { outline.declared.incomplete.insert(kind) }
            return
        }
        var own: Set<String> = []
        let known = twins(of: entries, kind, in: index)
        for gathered in GatheredEntry.all(entries, source.kind.entryKeys) {
            let entry = gathered.entry
            let id = entry.key.value
            // The same key twice in one map is told by the reader of the file.
            guard own.insert(id).inserted else {
                // What the other one says may be what somebody misses.
                if kind == .drill { outline.declared.incomplete.insert(kind) }
                continue
            }
            // An id that is not well formed is taken as the one that it nearly is.
            let better = Form.isID(id) ? id : meantID(id).flatMap { entries[$0] == nil ? $0 : nil }
            // An entry that was indented too far is reported where it is, and not where it is referred to.
            for inner in entry.value.entries ?? [] where Schema.keys(of: kind).holdsEntry(inner, of: kind) {
                outline.declared.possible.insert(inner.key.value)
            }
            let item = Item(
                reference: EntityReference(kind, better ?? id), entries: gathered.keys,
                nameSpan: entry.key.span,
                span: entry.key.span.union(entry.value.span), source: index, isRegistryEntry: true,
                isMap: entry.value.isAbsent || entry.value.entries != nil)
            if known.contains(id) {
                outline.items.append(item.leftOut)
            } else if Form.isID(id) {
                declare(item, at: entry.key.span)
            } else {
                report(MalformedID.finding(entry.key, likely: meantID(id)))
                if let better {
                    declare(item, at: entry.key.span)
                    outline.declared.declareAlias(kind, id, of: better)
                } else {
                    outline.items.append(item.leftOut)
                }
            }
        }
    }

    /// Whether a registry in another language than the plan's first has no entries, and only translates what the file beside it
    /// begins with.
    func declareIntroduction(_ index: Int) -> Bool {
        let source = outlined[index]
        guard let suffix = source.suffix, planLocales.isEmpty || suffix != sourceLocale, !source.parsed.blocks.isEmpty,
            source.entries.allSatisfy({ ["kind", "translates"].contains($0.key.value) }),
            let path = source.path(without: suffix), kindsByPath[path] == source.kind.name
        else { return false }
        if !planLocales.isEmpty, !planLocales.contains(suffix) {
            report(UnknownValue.finding(fileLocale: suffix, of: planLocales, at: source.kindSpan))
        }
        outline.introductions.insert(index)
        return true
    }

    /// The entries of a registry that is a copy of another file, which is reported once: most of them are there already.
    private func twins(of entries: [YAMLNode.Entry], _ kind: EntityKind, in index: Int) -> Set<String> {
        let known = entries.filter { outline.declared[kind, $0.key.value] != nil }
        guard known.count > 1, known.count * 2 > entries.count, let first = known.first,
            let place = outline.declared[kind, first.key.value],
            known.allSatisfy({ outline.declared[kind, $0.key.value]?.file == place.file }),
            let original = outlined.first(where: { $0.parsed.file == place.file }),
            original.parsed.file != outlined[index].parsed.file
        else { return [] }
        report(
            DuplicateID.finding(
                registryAt: outlined[index].kindSpan, count: known.count, path: original.path, first: place))
        return Set(known.map(\.key.value))
    }

    private func declare(_ item: Item, at span: Span) {
        let (kind, id) = (item.reference.kind, item.reference.id)
        let source = item.isRegistryEntry ? nil : item.source
        if let first = outline.declared.declare(kind, id, at: span, source: source) {
            let other = item.isRegistryEntry ? nil : outline.declared.source(of: item.reference).map { outlined[$0] }
            if let other, bytes(of: other) == bytes(of: outlined[item.source]) {
                report(DuplicateID.finding(copyAt: item.nameSpan, path: other.path, first: other.nameSpan))
            } else {
                report(DuplicateID.finding(item.reference, at: span, first: first))
            }
            outline.items.append(item.leftOut)
        } else {
            outline.items.append(item)
        }
    }

    /// The id of a thing in a file of its own, and where it is written; nil (and reported) when it has no good one.
    private func id(of source: Source) -> (id: String, span: Span)? {
        if let node = source["id"], !node.isAbsent {
            guard let id = node.scalar, Form.isID(id.value) else {
                // The check of the front matter reports it; the plan goes on with what it nearly is.
                guard let id = node.scalar, let better = Form.id(from: id.value) else { return nil }
                outline.declared.declareAlias(source.kind.entity, id.value, of: better)
                // Others may call it by the name of its file, as without the id.
                outline.declared.declareAlias(source.kind.entity, source.stem, of: better)
                return (better, id.span)
            }
            return (id.value, id.span)
        }
        guard Form.isID(source.stem) else {
            report(MalformedID.finding(fileName: source.stem, at: source.kindSpan))
            return Form.id(from: source.plainStem).map { ($0, source.nameSpan) }
        }
        return (source.stem, source.nameSpan)
    }

    func declareFile(_ index: Int) {
        let source = outlined[index]
        let kind = source.kind.entity
        let span = source.parsed.frontMatterSpan
        if kind == .vocabulary {
            outline.items.append(
                Item(
                    reference: EntityReference(.vocabulary, source.path), entries: source.entries,
                    nameSpan: source.nameSpan,
                    span: span, source: index, isRegistryEntry: false))
            return
        }
        if kind == .plan {
            let item = Item(
                reference: EntityReference(.plan, folder.name), entries: source.entries, nameSpan: source.nameSpan,
                span: span,
                source: index, isRegistryEntry: false)
            if index == planSource {
                outline.declared.declare(.plan, folder.name, at: source.nameSpan, source: nil)
                outline.items.append(item)
            } else if let planSource {
                report(DuplicateID.finding(secondPlan: source.nameSpan, first: outlined[planSource].nameSpan))
            }
            return
        }
        guard let (id, idSpan) = id(of: source) else {
            outline.declared.incomplete.insert(kind)
            outline.items.append(
                Item(
                    reference: EntityReference(kind, ""), entries: source.entries, nameSpan: source.nameSpan,
                    span: span,
                    source: index, isRegistryEntry: false, isKept: false))
            return
        }
        declare(
            Item(
                reference: EntityReference(kind, id), entries: source.entries, nameSpan: source.nameSpan, span: span,
                source: index, isRegistryEntry: false),
            at: idSpan)
    }

    /// Whether a file says more than a translation may.
    private func hasOwnKeys(_ source: Source) -> Bool {
        source.entries.contains { entry in
            entry.key.value != "kind" && Schema.translationKeys.place(of: entry.key.value) == nil
        }
    }

    /// A file in another language than the plan's first: the translation of another, or a thing of its own.
    func declareTranslation(_ index: Int) {
        let source = outlined[index]
        guard let suffix = source.suffix else { return }
        if !planLocales.isEmpty, !planLocales.contains(suffix) {
            report(UnknownValue.finding(fileLocale: suffix, of: planLocales, at: source.kindSpan))
            // What no other file could be the source of is a thing of its own.
            if hasOwnKeys(source), source.kind.entity != .plan {
                outline.sources[index] = Source(
                    parsed: source.parsed, path: source.path, entries: source.entries, kind: source.kind,
                    kindSpan: source.kindSpan, stem: source.stem, suffix: nil)
                declareFile(index)
            }
            return
        }
        if source.kind.entity == .plan {
            if planSource != nil {
                outline.translations[EntityReference(.plan, folder.name), default: []].append(index)
            }
            return
        }
        guard let (id, idSpan) = id(of: source) else { return }
        // The source may have an id that is not well formed.
        let named = EntityReference(source.kind.entity, id)
        let reference = outline.declared.alias(named).map { EntityReference(named.kind, $0) } ?? named
        if let place = outline.declared.source(of: reference) {
            let isTwice = ([place] + (outline.translations[reference] ?? [])).first { outlined[$0].suffix == suffix }
            if let isTwice {
                report(DuplicateID.finding(reference, at: idSpan, first: outlined[isTwice].nameSpan))
            } else {
                outline.translations[reference, default: []].append(index)
            }
            return
        }
        if hasOwnKeys(source) {
            declareFile(index)
        } else if !outline.declared.incomplete.contains(source.kind.entity) {
            // What leads nowhere: its own id, or its kind where there is a thing of another kind by this name.
            let isOther = EntityKind.allCases.contains { $0 != source.kind.entity && outline.declared[$0, id] != nil }
            let place =
                source["id"]?.span ?? (isOther ? source.kindSpan : source["translates"]?.span ?? source.kindSpan)
            outline.orphans.append((reference, place))
        }
    }
}
