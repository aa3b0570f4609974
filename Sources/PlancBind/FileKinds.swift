import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

/// What each file is: the kind that its front matter gives, or the one that it most likely means.
extension DeclarationPass {
    /// A file whose front matter was read, before its kind is known.
    private struct Header {
        var file: ParsedFile
        var path: String
        var entries: [YAMLNode.Entry]
        var stem: String
        var suffix: Locale?
    }

    /// A file as a source unit; nil, after a finding, for one whose kind remains unknown.
    func source(_ file: ParsedFile, at path: String) -> Source? {
        if !file.isSource {
            reportSteps(in: file)
            return nil
        }
        if !path.utf8.hasMarkdownEnding { report(MisnamedSource.finding(path, at: opening(of: file))) }
        if !file.isFrontMatterWhole { noteUnread(file) }
        guard let front = file.frontMatter else {
            if file.isFrontMatterWhole { report(MissingKind.finding(at: opening(of: file), likely: nil)) }
            return nil
        }
        if !file.isFrontMatterWhole, front.entries?.place(of: "kind") == nil { return nil }
        guard let entries = front.entries else {
            report(
                front.isAbsent
                    ? MissingKind.finding(at: opening(of: file), likely: nil)
                    : WrongType.finding(front, expected: .record([Schema.kindKey]), key: nil))
            return nil
        }
        let (stem, suffix) = Self.stem(of: path)
        let header = Header(file: file, path: path, entries: entries, stem: stem, suffix: suffix)
        guard let kind = entries["kind"], !kind.isAbsent else { return sourceWithoutKind(header) }
        guard let name = kind.scalar else { return source(header, kindIsNoName: kind) }
        guard let schema = Schema[name.value] else { return source(header, unknownKind: name) }
        if !schema.isRegistry, let registry = Schema[schema.entity.registryKey], registry.isRegistry,
            entries[registry.name]?.entries != nil, entries.place(of: "title") == nil
        {
            // `kind: role` above a list of roles.
            report(UnknownKind.finding(name, nearest: registry.name, fits: true))
            return source(header, registry, at: kind.span)
        }
        return source(header, schema, at: kind.span)
    }

    /// A file without front matter that holds steps: a checklist that nobody reads.
    private func reportSteps(in file: ParsedFile) {
        let bytes = sources[file.file].bytes
        guard let box = bytes.firstRange(of: Array("- [ ] T".utf8)),
            box.lowerBound == 0 || bytes[box.lowerBound - 1] == UInt8(ascii: "\n")
        else { return }
        let end = bytes[box.lowerBound...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        let last = bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
        let line = String(decoding: bytes[box.lowerBound..<last], as: UTF8.self)
        guard line.firstMatch(of: #/^- \[ \] T(?:0|[+-]\S+) @[a-z]/#) != nil else { return }
        // An example in a text about planc stands between fences.
        let before = String(decoding: bytes[..<box.lowerBound], as: UTF8.self)
        if before.ranges(of: "\n```").count % 2 == 1 { return }
        report(MissingKind.finding(steps: Span(file.file, box.lowerBound, last)))
    }

    private func source(_ header: Header, _ kind: Schema.FileKind, at span: Span) -> Source {
        Source(
            parsed: header.file, path: header.path, entries: withOwnKey(header.entries, kind), kind: kind,
            kindSpan: span, stem: header.stem, suffix: header.suffix)
    }

    /// The key is missing, empty or mistyped: its place in the plan and its other keys may say what the file is.
    private func sourceWithoutKind(_ header: Header) -> Source? {
        let entries = header.entries
        if let slip = entries.first(where: { suggestions.nearest(to: $0.key.value, among: ["kind"]) != nil }),
            slip.key.value != "kind", let kind = slip.value.scalar.flatMap({ Schema[$0.value] })
        {
            report(UnknownKey.finding(slip.key, nearest: "kind", known: []))
            var corrected = header
            corrected.entries = entries.map { entry in
                entry.key.span == slip.key.span
                    ? YAMLNode.Entry(key: Located("kind", entry.key.span), value: entry.value) : entry
            }
            return source(corrected, kind, at: slip.value.span)
        }
        let translated = header.suffix.flatMap { _ in kind(translatedBy: header.path, entries) }
        let likely = header.path == "plan.md" ? Schema["plan"] : translated ?? Self.kind(of: entries)
        let at = entries.place(of: "kind").map { entries[$0].key.span } ?? opening(of: header.file)
        // The place of a first line that carries nothing else: what is there of it is reported once.
        report(MissingKind.finding(at: at, likely: likely?.name))
        if let likely, Self.fits(entries, likely, isTranslation: translated != nil) {
            return source(header, likely, at: at)
        }
        noteUnknown(header.file, entries, stem: header.stem)
        return nil
    }

    /// `kind:` has a list or a map.
    private func source(_ header: Header, kindIsNoName kind: YAMLNode) -> Source? {
        report(WrongType.finding(kind, expected: Schema.kindKey.form, key: "kind"))
        if let likely = Self.kind(of: header.entries.filter { $0.key.value != "kind" }),
            Self.fits(header.entries, likely, isTranslation: false)
        {
            return source(header, likely, at: kind.span)
        }
        noteUnknown(header.file, header.entries, stem: header.stem)
        return nil
    }

    /// `kind:` has a name that no kind has: the nearest whose keys are here is meant.
    private func source(_ header: Header, unknownKind name: Located<String>) -> Source? {
        let near =
            AliasedNames.kind(name.value) ?? suggestions.nearest(to: name.value, among: Schema.kinds.map(\.name))
        // One thing or many: `kind: Rolle` above a list of roles.
        let named = near.flatMap { Schema[$0] }
        let other = named.flatMap { Schema[$0.isRegistry ? $0.entity.rawValue : $0.entity.registryKey] }
        let shaped = near == nil ? Self.kind(of: header.entries.filter { $0.key.value != "kind" }) : nil
        let fitting = [named, other, shaped].compactMap { $0 }
            .first { Self.fits(header.entries, $0, isTranslation: header.suffix != nil) }
        report(UnknownKind.finding(name, nearest: fitting?.name ?? near, fits: fitting != nil))
        if let fitting { return source(header, fitting, at: name.span) }
        if let near, let meant = Schema[near] { outline.declared.incomplete.insert(meant.entity) }
        noteUnknown(header.file, header.entries, stem: header.stem)
        return nil
    }

    /// The front matter of a registry whose own key is mistyped, with the key that is meant: everything stands below it.
    private func withOwnKey(_ entries: [YAMLNode.Entry], _ kind: Schema.FileKind) -> [YAMLNode.Entry] {
        guard kind.isRegistry, entries.place(of: kind.name) == nil else { return entries }
        let names = kind.keys.map(\.name)
        var entries = entries
        for index in entries.indices where entries[index].value.entries != nil {
            let key = entries[index].key
            guard !names.contains(key.value),
                (AliasedNames.key(key.value, among: names) ?? suggestions.nearest(to: key.value, among: names))
                    == kind.name
            else { continue }
            report(UnknownKey.finding(key, nearest: kind.name, known: names))
            entries[index].key.value = kind.name
            break
        }
        return entries
    }
}

/// Files that do not say well what they are.
extension DeclarationPass {
    /// The kind of a file that does not say it, when its keys leave no doubt: a registry's own key, or all that one kind
    /// requires and nothing that it does not know.
    static func kind(of entries: [YAMLNode.Entry]) -> Schema.FileKind? {
        let maps = entries.lazy.filter { $0.value.entries != nil }
        if let registry = maps.compactMap({ Schema[$0.key.value] }).first(where: \.isRegistry) { return registry }
        let names = Set(entries.map(\.key.value))
        let fitting = Schema.kinds.filter { kind in
            let required = kind.keys.filter(\.isRequired).map(\.name)
            return !kind.isRegistry && !required.isEmpty && names.isSuperset(of: required)
                && names.isSubset(of: kind.keys.map(\.name))
        }
        return fitting.count == 1 ? fitting[0] : nil
    }

    /// The kind of the file beside a translation that it has the name of, when the translation says nothing that it may not.
    func kind(translatedBy path: String, _ entries: [YAMLNode.Entry]) -> Schema.FileKind? {
        let name = Self.stem(of: path).stem
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? ""
        guard let original = kindsByPath["\(folder)\(name).md"].flatMap({ Schema[$0] }),
            Self.fits(entries, original, isTranslation: true)
        else { return nil }
        return original
    }

    /// Whether a file has what a kind requires, or what a translation may have, so that it may be read as one without
    /// finding much to be missing.
    static func fits(_ entries: [YAMLNode.Entry], _ kind: Schema.FileKind, isTranslation: Bool) -> Bool {
        let names = Set(entries.map(\.key.value))
        if isTranslation, names.subtracting(["kind"]).isSubset(of: kind.translationKeys.map(\.name)) { return true }
        return names.isSuperset(of: kind.keys.filter(\.isRequired).map(\.name))
    }

    /// A file of an unknown kind: what it may declare is not missing, and what it may use is not unused.
    func noteUnknown(_ file: ParsedFile, _ entries: [YAMLNode.Entry], stem: String) {
        outline.unreadFiles.insert(file.file)
        outline.declared.possible.insert(entries["id"]?.scalar?.value ?? stem)
        for entry in entries { outline.declared.possible.formUnion((entry.value.entries ?? []).map(\.key.value)) }
    }
}
