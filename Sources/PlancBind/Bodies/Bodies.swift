import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource

/// Bodies with every link, mention, field and snippet followed.
extension Binder {
    /// Finds out where the links of a source lead, and whom it names.
    ///
    /// - Returns: its blocks; what leads nowhere is reported, and has the name that is meant.
    func follow(_ source: Source, owner: EntityReference?) -> [Block] {
        var meant = MeantNames()
        var targets: [LinkTarget] = []
        for mention in source.parsed.mentions {
            switch mention {
            case .link(let link):
                targets.append(target(of: link.destination, at: link.destinationSpan, in: source, owner: owner))
            case .image(let image, let span):
                let before = found.findings.count
                let target = target(of: image.destination, at: image.destinationSpan, in: source, owner: owner)
                targets.append(target)
                // Of a picture that is not there, nothing else is said of the one that is meant.
                found.pictures.append(
                    PictureUse(
                        link: image, alternative: image.children.plainText, span: span,
                        target: found.findings.count == before ? target : .unresolved, kind: source.kind.entity))
            case .field(let field):
                meant[field.nameSpan] = follow(field: Located(field.name, field.nameSpan), owner: owner)
            case .snippet(let id):
                let other = follow(.snippet, id, owner: owner)
                let name = Reference(other ?? id.value, id.span)
                let owner = owner.flatMap { $0.kind == .snippet ? $0.id : nil }
                found.snippetUses.append(SnippetUse(file: source.parsed.file, owner: owner, snippet: name))
                // A name that nothing has.
                meant[id.span] = facts.snippetsLeftOut.contains(id.span) ? "" : other
            case .role(let id): meant[id.span] = follow(.role, id, owner: owner)
            case .directive(let directive): checkDirective(directive, &meant)
            }
        }
        if !targets.isEmpty { found.links.set(targets, in: source.parsed.file) }
        return meant.isEmpty ? source.parsed.blocks : meant.named(source.parsed.blocks)
    }

    /// Follows an id in a body; for one that leads nowhere, gives the one that is meant.
    private func follow(_ kind: EntityKind, _ id: Located<String>, owner: EntityReference?) -> String? {
        let target = EntityReference(kind, id.value)
        switch follow(target) {
        case .found(let target):
            note(target, at: id.span, owner: owner)
            if target.id != id.value { return target.id }
        case .excused: break
        default:
            report(kind == .role ? unknownMention(id.value, at: id.span) : unknown(target, at: id.span))
            guard let meant = meant(target) else { return nil }
            mendedCount += 1
            note(meant, at: id.span, owner: owner)
            return meant.id
        }
        return nil
    }

    /// `@name` of no role.
    func unknownMention(_ id: String, written: String? = nil, at span: Span) -> Finding {
        var finding = unknown(EntityReference(.role, id), at: span)
        // The mention's place includes its `@`.
        if let near = finding.fixes.first?.edits.first?.replacement {
            finding.fixes = [Say.replace(span, by: "@" + near)]
        }
        finding.help.append(
            Phrase("'@' names a role; write '\\@{value}' for a name on a social network", ["value": written ?? id]))
        return finding
    }

    private func checkDirective(_ directive: Directive, _ meant: inout MeantNames) {
        guard case .covers(let elements) = directive else {
            if case .unknown(let word) = directive {
                let known = ["allow", "covers"]
                report(
                    UnknownKey.finding(word, nearest: suggestions.nearest(to: word.value, among: known), known: known))
            }
            return
        }
        let known = Element.allCases.map(\.rawValue)
        // Elements of a message, or items of a notice: what a duty asks to tell.
        for element in elements where Element(rawValue: element.value) == nil && LegalTerms.item(element.value) == nil {
            let near =
                AliasedNames.value(element.value, among: known) ?? suggestions.nearest(to: element.value, among: known)
                ?? suggestions.nearest(to: element.value, among: LegalTerms.items)
            report(UnknownValue.finding(element, known: known, nearest: near))
            if let near {
                mendedCount += 1
                meant[element.span] = near
            }
        }
    }

    // MARK: Fields

    /// `{{ name }}`: a field of the plan, or something known when compiling. For a field that is not there, gives the one that
    /// is meant.
    @discardableResult
    func follow(field name: Located<String>, owner: EntityReference?) -> String? {
        if !name.value.utf8.contains(UInt8(ascii: ".")) { return follow(.field, name, owner: owner) }
        follow(computed: name, owner: owner)
        return nil
    }

    /// `{{ role.dircom.name }}`
    private func follow(computed name: Located<String>, owner: EntityReference?) {
        let parts = name.value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let known = Self.computedNames
        guard let kind = EntityKind(rawValue: parts[0]), let properties = known[kind] else {
            let kinds = known.keys.map(\.rawValue).sorted()
            let near = suggestions.nearest(to: parts[0], among: kinds)
            report(
                UnknownField.finding(
                    computed: name, nearest: near.map { ([$0] + parts.dropFirst()).joined(separator: ".") }))
            return
        }
        if kind == .plan || kind == .scenario {
            let rest = parts.dropFirst().joined(separator: ".")
            if !properties.contains(rest) {
                let near =
                    suggestions.nearest(to: rest, among: properties) ?? (properties.count == 1 ? properties[0] : nil)
                report(UnknownField.finding(computed: name, nearest: near.map { "\(kind.rawValue).\($0)" }))
            }
            return
        }
        guard parts.count == 3, properties.contains(parts[2]) else {
            var near: String?
            if parts.count == 3 {
                let property =
                    suggestions.nearest(to: parts[2], among: properties)
                    ?? (properties.count == 1 ? properties[0] : nil)
                near = property.map { "\(kind.rawValue).\(parts[1]).\($0)" }
            }
            report(UnknownField.finding(computed: name, nearest: near))
            return
        }
        let target = EntityReference(kind, parts[1])
        switch follow(target) {
        case .found: note(target, at: name.span, owner: owner)
        case .excused: break
        default:
            // The thing is unknown, not what is asked of it: its own rule says so, at its id.
            let start = parts[0].utf8.count + 1
            report(unknown(target, at: part(start..<start + parts[1].utf8.count, of: name)))
        }
    }

    /// What `{{ kind.id.property }}` may ask for.
    static let computedNames: [EntityKind: [String]] = [
        .plan: ["organisation", "title", "version"],
        .role: ["title", "name", "phone"],
        .person: ["name", "phone", "organisation", "contract"],
        .channel: ["title", "address"],
        .audience: ["title"],
        .scenario: ["title"],
    ]
}
