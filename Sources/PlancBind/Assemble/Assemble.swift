import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

/// Checks every item and makes things of those that are kept, on the cores there are.
///
/// - Returns: a plan of these things (its `info` empty where there is no `plan.md`), and what each piece of the work found.
func readThings(_ facts: Facts) -> (plan: Plan, found: [Found]) {
    let items = facts.outline.items
    // In pieces of a size, so that what is found does not depend on the number of cores.
    let size = 64
    let starts = Array(stride(from: 0, to: items.count, by: size))
    let pieces = parallelMap(starts) { start in
        let binding = Binder(facts, of: starts.count)
        let things = binding.things(items[start..<min(start + size, items.count)])
        binding.found.references = facts.order.sorted(binding.found.references)
        return (things: things, found: binding.found)
    }
    var byKind = [[any Sendable]](repeating: [], count: EntityKind.all.count)
    for piece in pieces { for (kind, things) in piece.things { byKind[kind.place].append(things) } }
    let nowhere = Span(FileID(0), 0, 0)
    var plan = Plan(
        folder: facts.folder.path, name: facts.folder.name,
        info: PlanInfo(version: Located("", nowhere), nameSpan: nowhere, span: nowhere))
    for kind in EntityKind.all { Schema.declaration(of: kind).store(byKind[kind.place], in: &plan) }
    plan.obligations = Entities(plan.obligations + builtInObligations(facts))
    return (plan, pieces.map(\.found))
}

extension Binder {
    /// Things that follow each other and are of one kind, as its declaration makes them.
    fileprivate func things(_ items: ArraySlice<Item>) -> [(kind: EntityKind, things: any Sendable)] {
        var made: [(kind: EntityKind, things: any Sendable)] = []
        var start = items.startIndex
        while start < items.endIndex {
            let kind = items[start].reference.kind
            let end = items[start...].firstIndex { $0.reference.kind != kind } ?? items.endIndex
            let things = Schema.declaration(of: kind).things(end - start) { place in
                let item = items[start + place]
                let fields = read(item)
                guard item.isKept else { return nil }
                return ReadThing(
                    id: item.reference.id, nameSpan: item.nameSpan, span: item.span, fields: fields,
                    texts: ItemTexts(binding: self, item: item))
            }
            made.append((kind, things))
            start = end
        }
        return made
    }
}

/// What the plan takes from the library: every place of it is the entry under `uses`.
private func builtInObligations(_ facts: Facts) -> [Obligation] {
    let declaration = Schema.declaration(of: .obligation)
    let used = facts.outline.used
    // What the library says is right: what there is to say of its languages, or of what it refers to, is not kept.
    let reader = Binder(facts)
    let made = declaration.things(used.count) { place in
        let (entry, span) = used[place]
        let fields = reader.read(
            entry.entries(in: facts.outline.planLocales), declaration.facts.keys, besides: [],
            in: Binder.Context(owner: nil, ownerName: nil, parent: span))
        return ReadThing(
            id: entry.id, nameSpan: span, span: span,
            fields: fields.map { FormValue.Field($0.place, $0.value.placed(at: span)) }, texts: NoTexts())
    }
    return (made as? [Obligation] ?? []).map { obligation in
        var obligation = obligation
        obligation.isBuiltIn = true
        return obligation
    }
}

/// What is in the library has no body.
private struct NoTexts: BodyReading {
    func bodies() -> [Body] { [] }
    func stages(of body: Body) -> [Checklist.Stage] { [] }
    func version(of body: Body) -> Message.Version { Message.Version(body: body, common: [], variants: []) }
}

/// The bodies of registries and vocabularies, and of files whose thing could not be kept: what they link to is
/// checked all the same.
///
/// - Returns: the introductions among them, which are printed.
func readOtherBodies(_ facts: Facts) -> (introductions: [Introduction], found: Found) {
    let outline = facts.outline
    let binding = Binder(facts)
    var introductions: [Introduction] = []
    var isBound = [Bool](repeating: false, count: outline.sources.count)
    for index in outline.translations.values.joined() { isBound[index] = true }
    for item in outline.items where item.isKept && !item.isRegistryEntry && item.reference.kind != .vocabulary {
        isBound[item.source] = true
    }
    for (index, source) in outline.sources.enumerated() where !isBound[index] && !source.parsed.blocks.isEmpty {
        let isTranslation = outline.introductions.contains(index)
        let body = binding.body(
            of: source, owner: nil, locale: source.suffix ?? outline.sourceLocale,
            stamp: isTranslation ? source.word("translates") : nil)
        if source.kind.isRegistry || source.kind.entity == .vocabulary {
            let path = isTranslation ? source.suffix.flatMap(source.path(without:)) : nil
            introductions.append(
                Introduction(kind: source.kind.entity, path: path ?? source.path, name: source.stem, body: body))
        }
    }
    return (introductions, binding.found)
}

/// `planc: allow …` of all files, in the order of path and place.
func exceptions(of files: [(path: String, file: ParsedFile)], _ order: FileOrder) -> [Exception] {
    files.flatMap(\.file.exceptions)
        .map { Exception(rule: $0.rule, reason: $0.reason, span: $0.span, covers: $0.covers) }
        .sorted { order.isBefore($0.span, $1.span) }
}

extension Plan {
    /// Puts in what binding found.
    mutating func add(_ found: Found, _ facts: Facts) {
        references = facts.order.sorted(found.references)
        links = found.links
        pictures.uses = found.pictures.sorted { facts.order.isBefore($0.span, $1.span) }
        daysDone = found.daysDone
        unfilledValues = found.unfilled
        unread.keys = found.unreadKeys
        // A file that does not say what it is may be anything.
        let files = facts.outline.unreadFiles
        unread.kinds = files.isEmpty ? facts.outline.declared.incomplete : Set(EntityKind.all)
        unread.files = files
    }
}
