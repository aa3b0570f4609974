import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

/// What every file is, and which ids it declares: all that must be known before a reference can be followed.
extension Binding {
    func outline(_ parsed: [ParsedFile]) {
        ordered = order(parsed)
        outlined.reserveCapacity(ordered.count)
        for (path, file) in ordered {
            if let source = source(file, at: path) { outlined.append(source) }
        }
        reserveRoom()
        readPlanHeader()
        var translated: [Int] = []
        for index in outlined.indices {
            let source = outlined[index]
            if source.kind.isRegistry {
                declareEntries(of: index)
            } else if let suffix = source.suffix, planLocales.isEmpty || suffix != sourceLocale,
                source.kind.entity != .vocabulary
            {
                translated.append(index)
            } else {
                declareFile(index)
            }
        }
        for index in translated { declareTranslation(index) }
        declareLibrary()
        // Files that hold things of their own come in the order of paths, translations after what they translate.
        items.sort { $0.source == $1.source ? $0.nameSpan < $1.nameSpan : $0.source < $1.source }
        for item in items where item.reference.kind == .obligation && item.isKept {
            obligationEntries[item.reference.id] = item.entries
        }
        for item in items where item.reference.kind == .channel && item.isKept {
            if case .scalar(let type, _)? = item.entries["type"]?.content {
                channelTypes[item.reference.id] = ChannelType(rawValue: type)
            }
        }
    }

    /// Most things stand in files of their own: their tables are made in the size that they will have.
    private func reserveRoom() {
        var counts = [Int](repeating: 0, count: EntityKind.allCases.count)
        for source in outlined where !source.kind.isRegistry { counts[source.kind.entity.place] += 1 }
        for kind in EntityKind.allCases where counts[kind.place] > 0 { declared.reserve(counts[kind.place], of: kind) }
        items.reserveCapacity(outlined.count)
    }

    // MARK: Kinds

    private func source(_ file: ParsedFile, at path: String) -> Source? {
        if !file.isSource { return nil }
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
        func source(_ kind: Schema.FileKind, at span: Span) -> Source {
            Source(
                parsed: file, path: path, entries: withOwnKey(entries, kind), kind: kind, kindSpan: span, stem: stem,
                suffix: suffix)
        }
        guard let kind = entries["kind"], !kind.isAbsent else {
            if let slip = entries.first(where: { suggestions.nearest(to: $0.key.value, among: ["kind"]) != nil }),
                slip.key.value != "kind", let kind = slip.value.scalar.flatMap({ Schema[$0.value] })
            {
                report(UnknownKey.finding(slip.key, nearest: "kind", known: []))
                correct(slip.key.span, to: "kind")
                return source(kind, at: slip.value.span)
            }
            let likely = path == "plan.md" ? Schema["plan"] : Self.kind(of: entries)
            let at = entries.place(of: "kind").map { entries[$0].key.span } ?? opening(of: file)
            // The place of a first line that carries nothing else: what is there of it is reported once.
            report(MissingKind.finding(at: at, likely: likely?.name))
            if let likely, Self.fits(entries, likely, isTranslation: false) { return source(likely, at: at) }
            noteUnknown(file, entries, stem: stem)
            return nil
        }
        guard let name = kind.scalar else {
            report(WrongType.finding(kind, expected: Schema.kindKey.form, key: "kind"))
            if let likely = Self.kind(of: entries.filter { $0.key.value != "kind" }),
                Self.fits(entries, likely, isTranslation: false)
            {
                return source(likely, at: kind.span)
            }
            noteUnknown(file, entries, stem: stem)
            return nil
        }
        guard let schema = Schema[name.value] else {
            let near = Slips.kind(name.value) ?? suggestions.nearest(to: name.value, among: Schema.kinds.map(\.name))
            report(UnknownKind.finding(name, nearest: near))
            if let meant = near.flatMap({ Schema[$0] }) ?? Self.kind(of: entries.filter { $0.key.value != "kind" }),
                Self.fits(entries, meant, isTranslation: suffix != nil)
            {
                correct(name.span, to: meant.name)
                return source(meant, at: name.span)
            }
            if let near, let meant = Schema[near] { declared.incomplete.insert(meant.entity) }
            noteUnknown(file, entries, stem: stem)
            return nil
        }
        return source(schema, at: kind.span)
    }

    /// The front matter of a registry whose own key is mistyped, with the key that is meant: everything stands below it.
    private func withOwnKey(_ entries: [YAMLNode.Entry], _ kind: Schema.FileKind) -> [YAMLNode.Entry] {
        guard kind.isRegistry, entries.place(of: kind.name) == nil else { return entries }
        let names = kind.keys.map(\.name)
        var entries = entries
        for index in entries.indices where entries[index].value.entries != nil {
            let key = entries[index].key
            guard !names.contains(key.value),
                (Slips.key(key.value, among: names) ?? suggestions.nearest(to: key.value, among: names)) == kind.name
            else { continue }
            report(UnknownKey.finding(key, nearest: kind.name, known: names))
            mendedCount += 1
            entries[index].key.value = kind.name
            break
        }
        return entries
    }

    /// The name of a file without `.md`, and without the locale before it.
    static func stem(of path: String) -> (stem: String, suffix: Locale?) {
        var path = path
        return path.withUTF8 { bytes in
            var end = bytes.count
            var start = end
            while start > 0, bytes[start - 1] != UInt8(ascii: "/") { start -= 1 }
            if end >= 3, bytes[(end - 3)...].elementsEqual(".md".utf8) {
                end -= 3
            } else if let dot = bytes[start..<end].lastIndex(where: { ".,_".utf8.contains($0) }) {
                // A source by another ending: see `MisnamedSource`.
                end = dot
            }
            func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
            if let dot = bytes[start..<end].lastIndex(of: UInt8(ascii: ".")),
                let locale = Locale(checking: text(dot + 1..<end))
            {
                return (text(start..<dot), locale)
            }
            return (text(start..<end), nil)
        }
    }

    /// The `---` that opens the front matter.
    func opening(of file: ParsedFile) -> Span {
        let bytes = sources[file.file].bytes
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return Span(file.file, start, min(start + 3, bytes.count))
    }

    /// A source whose front matter could not be read: what it would have declared is not missing because of its author.
    private func noteUnread(_ file: ParsedFile) {
        guard file.isSource, !file.isFrontMatterWhole else { return }
        let bytes = sources[file.file].bytes
        let prefix = Array("kind:".utf8)
        for line in bytes.prefix(65_536).split(separator: UInt8(ascii: "\n")) where line.starts(with: prefix) {
            let value = String(decoding: line.dropFirst(prefix.count), as: UTF8.self)
            let name = value.split(whereSeparator: { " \t\r\"'#".contains($0) }).first.map(String.init) ?? ""
            if let schema = Schema[name] {
                declared.incomplete.insert(schema.entity)
                return
            }
        }
        // It may declare anything.
        guard file.frontMatter == nil else { return }
        unreadFiles.insert(file.file)
        declared.incomplete.formUnion(EntityKind.allCases)
    }

    // MARK: The plan

    private func readPlanHeader() {
        planSource = outlined.firstIndex { $0.path == "plan.md" && $0.kind.entity == .plan }
        guard let planSource else {
            if let other = outlined.first(where: { $0.path == "plan.md" }) {
                report(MissingPlan.finding(otherKind: other.kind.name, at: other.kindSpan))
            }
            return
        }
        let node = outlined[planSource]["locales"]
        let values: [YAMLNode]
        switch node?.content {
        case .sequence(let nodes)?: values = nodes
        case .scalar?: values = node.map { [$0] } ?? []
        default: values = []
        }
        for value in values {
            if let locale = value.scalar.flatMap({ Locale(checking: $0.value) }), !planLocales.contains(locale) {
                planLocales.append(locale)
            }
        }
        ownCallingCode = WrittenForms.callingCode(
            timezone: outlined[planSource]["timezone"]?.scalar?.value ?? "", locale: sourceLocale)
    }
}
