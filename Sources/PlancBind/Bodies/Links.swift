import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource

/// Where a link leads.
extension Binder {
    func target(of destination: String, at span: Span, in source: Source, owner: EntityReference?) -> LinkTarget {
        guard let first = destination.utf8.first else {
            report(BrokenLink.finding("", at: span, nearest: nil))
            return .unresolved
        }
        if first == UInt8(ascii: "#") { return anchor(String(destination.dropFirst()), at: span, in: source) }
        if let scheme = LinkScheme(destination) {
            return schemeTarget(scheme, destination, at: span, in: source, owner: owner)
        }
        if destination.utf8.starts(with: "//".utf8) { return .external }
        return pathTarget(destination, at: span, in: source, owner: owner)
    }

    // MARK: kind:id and addresses

    private func schemeTarget(
        _ scheme: LinkScheme, _ destination: String, at span: Span, in source: Source, owner: EntityReference?
    ) -> LinkTarget {
        if let kind = EntityKind(rawValue: scheme.name) {
            return entityTarget(kind, scheme.rest, destination, at: span, owner: owner)
        }
        switch scheme.meaning {
        case .address: return .external
        case .drive, .file:
            return leadingOut(destination, at: span, in: source, owner: owner)
        case .refused:
            report(BrokenLink.finding(scheme: scheme.name, at: span))
        case .other:
            // `chanel:sms`, `channels:sms`: a kind was meant.
            let kinds = EntityKind.allCases.map(\.rawValue)
            let near =
                EntityKind.allCases.first { $0.registryKey == scheme.name }?.rawValue
                ?? suggestions.nearest(to: scheme.name, among: kinds)
            guard let near else { return .external }
            report(BrokenLink.finding(destination, at: span, nearest: "\(near):\(scheme.rest)"))
        }
        return .unresolved
    }

    private func entityTarget(
        _ kind: EntityKind, _ written: String, _ destination: String, at span: Span, owner: EntityReference?
    ) -> LinkTarget {
        var target = EntityReference(kind, written)
        if kind == .obligation, let slash = written.firstIndex(of: "/") {
            target = EntityReference(
                kind, String(written[..<slash]), stage: String(written[written.index(after: slash)...]))
        }
        switch follow(EntityReference(kind, target.id)) {
        case .found(let found):
            target.id = found.id
            if let stage = target.stage {
                let known = stageNames(target.id)
                // Stages that could not be read are told where they are written.
                if known.isEmpty {
                    excusedCount += 1
                    return .unresolved
                }
                if !known.contains(stage) {
                    var finding = unknownStage(Located(stage, span), of: target.id, known: known)
                    // The fix replaces the whole destination, kind and all.
                    if let near = finding.fixes.first?.edits.first?.replacement {
                        finding.fixes = [Say.replace(span, by: "\(kind.rawValue):\(target.id)/\(near)")]
                    }
                    report(finding)
                    guard let meant = suggestions.nearest(to: stage, among: known) else { return .unresolved }
                    mendedCount += 1
                    target.stage = meant
                }
            }
            note(target, at: span, owner: owner)
            return .entity(target)
        case .excused: return .unresolved
        default:
            var finding = unknown(EntityReference(kind, target.id), at: span)
            // The fix replaces the whole destination, kind and all.
            if let near = finding.fixes.first?.edits.first?.replacement {
                let stage = target.stage.map { "/" + $0 } ?? ""
                finding.fixes = [Say.replace(span, by: "\(kind.rawValue):\(near)\(stage)")]
            }
            report(finding)
            guard let meant = meant(EntityReference(kind, target.id)) else { return .unresolved }
            mendedCount += 1
            target.id = meant.id
            note(target, at: span, owner: owner)
            return .entity(target)
        }
    }

    // MARK: Paths

    /// `/messages/first.md`, `C:\\Plans\\messages\\first.md`: out of the plan's folder, unless the end of it is the path of a file that is in it.
    private func leadingOut(
        _ destination: String, at span: Span, in source: Source, owner: EntityReference?
    ) -> LinkTarget {
        let written = "/" + destination.replacing("\\", with: "/")
        guard let known = sameFile(destination), written.hasSuffix("/" + known) else {
            report(LinkOutsidePlan.finding(destination, at: span))
            return .unresolved
        }
        mendedCount += 1
        report(BrokenLink.finding(destination, at: span, nearest: PlanPath.relative(known, from: source.path)))
        return existing(known, fragment: nil, at: span, owner: owner) ?? .unresolved
    }

    private func pathTarget(
        _ destination: String, at span: Span, in source: Source, owner: EntityReference?
    ) -> LinkTarget {
        if let first = destination.utf8.first, first == UInt8(ascii: "/") || first == UInt8(ascii: "\\") {
            return leadingOut(destination, at: span, in: source, owner: owner)
        }
        let folder = source.folder
        // What nearly every link is: the path of a source.
        if self.folder.leaving.isEmpty, case .inside(let path) = PlanPath.join(folder, destination),
            let index = facts.sourceByPath[path],
            let found = target(ofSource: index, path, fragment: nil, at: span, owner: owner)
        {
            return found
        }
        var outside: String??
        if let path = excludedPath(destination, from: folder) {
            report(BrokenLink.finding(excluded: path, at: span))
            return .unresolved
        }
        for candidate in Self.readings(of: destination) {
            switch PlanPath.join(folder, candidate.path) {
            case .outside: outside = .some(nil)
            case .inside(let path):
                if let leaving = leavingLink(path) {
                    outside = .some(leaving)
                    continue
                }
                if let found = existing(path, fragment: candidate.fragment, at: span, owner: owner) { return found }
            }
        }
        if let outside {
            report(LinkOutsidePlan.finding(destination, at: span, byLink: outside))
        } else {
            let near = nearestPath(destination, in: source)
            // That the name of the other file is wrong has been said there.
            if let near, case .inside(let path) = PlanPath.join(folder, near), let index = sourceByPath[path],
                outlined[index].isMisnamed, let found = existing(path, fragment: nil, at: span, owner: owner)
            {
                return found
            }
            report(BrokenLink.finding(destination, at: span, nearest: near))
            // The plan goes on with the file that is meant.
            if let near, case .inside(let path) = PlanPath.join(folder, near),
                let found = existing(path, fragment: nil, at: span, owner: owner)
            {
                mendedCount += 1
                return found
            }
        }
        return .unresolved
    }

    /// A destination as a path: as it is, without `#…` and `?…`, and with what is still percent-encoded undone.
    private static func readings(of destination: String) -> [(path: String, fragment: String?)] {
        var readings: [(path: String, fragment: String?)] = [(destination, nil)]
        if let mark = destination.firstIndex(where: { $0 == "#" || $0 == "?" }) {
            let fragment = destination.firstIndex(of: "#").map { String(destination[destination.index(after: $0)...]) }
            readings.append((String(destination[..<mark]), fragment))
        }
        if destination.utf8.contains(UInt8(ascii: "%")) {
            readings += readings.compactMap { reading in
                percentDecoded(reading.path.utf8).map { ($0, reading.fragment) }
            }
        }
        return readings
    }

    /// The symbolic link on the way of a path that leads out of the plan.
    private func leavingLink(_ path: String) -> String? {
        guard !folder.leaving.isEmpty else { return nil }
        var end = path.startIndex
        while end < path.endIndex {
            end = path[end...].firstIndex(of: "/") ?? path.endIndex
            let prefix = String(path[..<end])
            if folder.leaving.contains(prefix) { return prefix }
            if end < path.endIndex { end = path.index(after: end) }
        }
        return nil
    }

    /// The file that a link leads to and that `exclude` leaves out of the plan.
    private func excludedPath(_ destination: String, from folder: Substring) -> String? {
        if self.folder.excluded.isEmpty { return nil }
        for candidate in Self.readings(of: destination) {
            guard case .inside(let path) = PlanPath.join(folder, candidate.path) else { continue }
            if self.folder.excluded.contains(path) { return path }
        }
        return nil
    }

    /// What lies at a path; nil when nothing does.
    private func existing(_ path: String, fragment: String?, at span: Span, owner: EntityReference?) -> LinkTarget? {
        if let index = facts.sourceByPath[path] {
            return target(ofSource: index, path, fragment: fragment, at: span, owner: owner)
        }
        // A folder has no headings: the sign stands in the middle of a path.
        if let fragment, !fragment.isEmpty, path.isEmpty || facts.paths.value.byFolder[path] != nil { return nil }
        if folder.holds(path) || folder.otherPaths.contains(path) || path.isEmpty { return .file(path) }
        return nil
    }

    /// Whether a file could be a message or a list by its name, and does not say that it is anything.
    func isNoSource(_ path: String) -> Bool {
        guard let file = folder.files.first(where: { $0.path == path }) else { return false }
        return sources[file.id].bytes.firstRange(of: Array("kind".utf8)) == nil
    }

    /// The thing that a source holds, or of a registry the entry that the fragment names.
    private func target(
        ofSource index: Int, _ path: String, fragment: String?, at span: Span, owner: EntityReference?
    ) -> LinkTarget? {
        let source = outlined[index]
        var target = facts.entityOfSource[index]
        if source.kind.isRegistry {
            target = fragment.flatMap {
                declared[source.kind.entity, $0] == nil ? nil : EntityReference(source.kind.entity, $0)
            }
        }
        if target == nil || !source.kind.isRegistry { checkHeading(fragment, of: source, at: span) }
        guard let target else { return .file(path) }
        note(target, at: span, owner: owner)
        return .entity(target)
    }

    /// A file of the same name elsewhere, else one with nearly the same name in the same folder; as a path from `source`.
    private func nearestPath(_ destination: String, in source: Source) -> String? {
        let read = Self.readings(of: destination).last?.path ?? destination
        let whole = read.replacing("\\", with: "/")
        if let known = sameFile(whole) { return PlanPath.relative(known, from: source.path) }
        guard case .inside(let path) = PlanPath.join(source.folder, whole) else { return nil }
        let parent = path.split(separator: "/").dropLast().joined(separator: "/")
        let siblings = facts.paths.value.byFolder[parent] ?? []
        // Their names are compared, not their folders: what all of them have in common makes no two of them alike.
        let stem = Self.stem(of: path)
        let named = Dictionary(siblings.map { (Self.stem(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
        let near = named[stem] ?? suggestions.nearest(to: stem, among: named.keys.sorted()).flatMap { named[$0] }
        return near.map { PlanPath.relative($0, from: source.path) }
    }

    /// The file of the name that a path ends with, with or without `.md`, from the plan's folder: `C:\\Plans\\first.md`, `first`.
    private func sameFile(_ destination: String) -> String? {
        guard let name = destination.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) else {
            return nil
        }
        let byName = facts.paths.value.byName
        return (byName[name] ?? byName[name + ".md"])?.first
    }

    /// The last part of a path, without what follows its last full stop.
    private static func stem(of path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        return String(name.lastIndex(of: ".").map { name[..<$0] } ?? name)
    }

    // MARK: Headings

    private func anchor(_ written: String, at span: Span, in source: Source) -> LinkTarget {
        if written.isEmpty { return .anchor("") }
        let known = anchors(of: source)
        if let found = known.name(of: written) { return .anchor(found) }
        let near = suggestions.nearest(to: written, among: known.names)
        report(BrokenLink.finding(anchor: written, in: nil, at: span, nearest: near))
        mendedCount += 1
        return .unresolved
    }

    /// `other.md#heading`: the file is there, the heading may not be.
    private func checkHeading(_ fragment: String?, of source: Source, at span: Span) {
        guard let fragment, !fragment.isEmpty else { return }
        let known = anchors(of: source)
        if known.name(of: fragment) != nil { return }
        let entries = source.kind.isRegistry ? source[source.kind.name]?.entries?.map(\.key.value) ?? [] : []
        let near = suggestions.nearest(to: fragment, among: known.names + entries)
        let path = String(sources.text(span).prefix { $0 != "#" })
        report(BrokenLink.finding(anchor: fragment, in: path, at: span, nearest: near))
        mendedCount += 1
    }

    private func anchors(of source: Source) -> Anchors {
        let file = source.parsed.file
        if let found = anchorsByFile[file.index] { return found }
        let anchors = Anchors(of: source.parsed.blocks)
        anchorsByFile[file.index] = anchors
        return anchors
    }
}
