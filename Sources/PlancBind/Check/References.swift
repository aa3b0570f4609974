import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

/// What a reference says, and whether it leads somewhere.
enum Resolution {
    case found(EntityReference)
    /// Not there, but what should declare it could not be read: nothing to say about it.
    case excused
    case unknown(EntityReference)
    case ambiguous([EntityReference])
    /// `kind:id` of a kind that may not stand there, or that does not exist.
    case wrongKind(String)
}

extension Binder {
    /// Follows an id, or `kind:id`.
    func resolve(_ text: String, _ kinds: [EntityKind], bare: EntityKind?) -> Resolution {
        if let colon = Self.colon(in: text) {
            let prefix = String(text[..<colon])
            guard let kind = EntityKind(rawValue: prefix), kinds.contains(kind) else { return .wrongKind(prefix) }
            return follow(EntityReference(kind, String(text[text.utf8.index(after: colon)...])))
        }
        if let kind = bare ?? (kinds.count == 1 ? kinds[0] : nil) { return follow(EntityReference(kind, text)) }
        let found = kinds.map { EntityReference($0, text) }.filter { declared[$0.kind, text] != nil }
        switch found.count {
        case 0:
            return kinds.contains(where: declared.incomplete.contains) || declared.possible.contains(text)
                ? .excused : .unknown(EntityReference(kinds[0], text))
        case 1: return .found(found[0])
        default: return .ambiguous(found)
        }
    }

    /// The colon behind a kind of thing; nil in `ada until 18:00`, where there is none.
    private static func colon(in text: String) -> String.Index? {
        text.utf8.firstIndex(of: UInt8(ascii: ":")).flatMap { text[..<$0].split(separator: " ").count < 2 ? $0 : nil }
    }

    func follow(_ target: EntityReference) -> Resolution {
        if declared[target.kind, target.id] != nil { return .found(target) }
        if let id = declared.alias(target) { return .found(EntityReference(target.kind, id, stage: target.stage)) }
        if declared.incomplete.contains(target.kind) || declared.possible.contains(target.id) { return .excused }
        // The id that is meant was written wrong where it is declared, and that has been said.
        if declared.hasAliases, let meant = meant(target), declared.isAliased(meant.kind, meant.id) {
            return .found(meant)
        }
        return .unknown(target)
    }

    /// Follows a reference in a front matter and says what is wrong with it.
    @discardableResult
    func checkReference(
        _ text: Located<String>, _ kinds: [EntityKind], bare: EntityKind?, owner: EntityReference?
    ) -> EntityReference? {
        switch resolve(text.value, kinds, bare: bare) {
        case .found(let target):
            note(target, at: text.span, owner: owner)
            return target
        case .excused:
            excusedCount += 1
        case .unknown(let target):
            report(
                unknown(
                    target, at: text.span, otherKinds: kinds.filter { $0 != target.kind },
                    isQualified: Self.colon(in: text.value) != nil))
            if let meant = meant(target) {
                mendedCount += 1
                note(meant, at: text.span, owner: owner)
                return meant
            }
        case .ambiguous(let targets):
            report(MalformedID.finding(ambiguous: text, choices: targets.map { "\($0.kind.rawValue):\($0.id)" }))
        case .wrongKind(let prefix):
            let id = String(text.value.dropFirst(prefix.count + 1))
            let near = suggestions.nearest(to: prefix, among: kinds.map(\.rawValue))
            let fitting = kinds.filter { declared[$0, id] != nil }
            let isOther = fitting.isEmpty && EntityKind(rawValue: prefix).map { declared[$0, id] != nil } ?? false
            report(
                WrongType.finding(
                    scalar: text, expected: .reference(kinds, bare: bare),
                    help: isOther
                        ? otherThing(called: id, wanted: kinds[0])
                        : Phrase(
                            "write {choices}",
                            [
                                "choices": Phrase.list(
                                    (fitting.isEmpty ? kinds : fitting).map { Say.quoting("\($0.rawValue):\(id)") }, .or
                                )
                            ]),
                    fixes: near.map { [Say.replace(text.span, by: "\($0):\(id)")] } ?? []))
        }
        return nil
    }

    /// Remembers that something refers to a thing; what refers to itself uses nothing.
    func note(_ target: EntityReference, at span: Span, owner: EntityReference?) {
        if let owner, owner.kind == target.kind, owner.id == target.id { return }
        found.references.append(TypedReference(target, span))
    }

    // MARK: Unknown things

    /// A finding for a reference to nothing, with the id that may be meant.
    func unknown(
        _ target: EntityReference, at span: Span, otherKinds: [EntityKind] = [], isTranslation: Bool = false,
        isQualified: Bool = false
    ) -> Finding {
        let kind = target.kind
        var replacement: String?
        var help: Phrase?
        if isTranslation {
            help = Phrase(
                "this translation has no source: a file of the kind '{kind}' with the id '{id}'",
                ["kind": kind.rawValue, "id": target.id]
            )
        } else if let other = otherKinds.first(where: { declared[$0, target.id] != nil }) {
            // Roles are inside and audiences outside: one in place of the other opens a pack to outsiders, or keeps it from them.
            if [.role, .audience].contains(target.kind), [.role, .audience].contains(other) {
                help = Phrase("{thing} is called '{id}'", ["thing": other.nounWithArticle, "id": target.id])
            } else {
                replacement = "\(other.rawValue):\(target.id)"
            }
        } else if kind == .obligation, let found = helpFromLibrary(target.id) {
            help = found
        } else {
            replacement = meant(target)?.id
            if isQualified { replacement = replacement.map { "\(kind.rawValue):\($0)" } }
            if replacement == nil { help = otherThing(called: target.id, wanted: kind) ?? thoseThereAre(kind) }
        }
        if target.id == "all", kind == .scenario {
            help = Phrase(
                "leave the key out to mean all scenarios")
        }
        guard let rule = kind.unknownRule else {
            return BrokenLink.finding(thing: kind.noun, target.id, at: span, nearest: replacement)
        }
        return rule.finding(target.id, at: span, nearest: replacement, help: help)
    }

    /// All ids of a kind, where they are few enough to be looked through.
    private func thoseThereAre(_ kind: EntityKind) -> Phrase? {
        let ids = facts.ids(of: kind)
        guard !ids.isEmpty, ids.count <= 6 else { return nil }
        return Phrase("there are: {names}", ["names": ids.sorted().joined(separator: ", ")])
    }

    /// That something of another kind is called so: a person where a role is asked for, or the other way round.
    private func otherThing(called id: String, wanted kind: EntityKind) -> Phrase? {
        let other = EntityKind.allCases.first { $0 != kind && $0.hasID && declared[$0, id] != nil }
        return other.map {
            Phrase(
                "'{id}' is {thing}, and {wanted} belongs here",
                ["id": id, "thing": $0.nounWithArticle, "wanted": kind.nounWithArticle])
        }
    }

    /// What a reference to nothing most likely means: the plan goes on with it, so that one slip gives one finding.
    func meant(_ target: EntityReference) -> EntityReference? {
        if let known = meantTargets[target] { return known }
        // What the library has is no slip for another.
        if target.kind == .obligation, Library.builtIn[target.id] != nil { return nil }
        let meant = nearestID(target.id, target.kind).map { EntityReference(target.kind, $0, stage: target.stage) }
        meantTargets[target] = .some(meant)
        return meant
    }

    /// The id nearest to one that is not there: by the words of a name (`Anne Le Goff`), by a title, by what it is, or by its letters.
    func nearestID(_ id: String, _ kind: EntityKind) -> String? {
        let ids = facts.ids(of: kind)
        if let slug = Form.id(from: id), slug != id, declared[kind, slug] != nil { return slug }
        return facts.namedThings.value.id(id, kind) ?? channel(ofType: id, kind) ?? role(heldBy: id, kind)
            ?? (kind == .person ? facts.namedThings.value.person(id) : nil) ?? declared.misspelt(kind, with: id)
            ?? suggestions.nearest(to: id, among: ids)
    }

    /// `sms`, `Telefon`: the one channel of a type, where the type is written for its id.
    private func channel(ofType name: String, _ kind: EntityKind) -> String? {
        guard kind == .channel, let type = AliasedNames.value(name, among: ChannelType.allCases.map(\.rawValue)) else {
            return nil
        }
        let channels = facts.channelTypes.filter { $0.value.rawValue == type }
        return channels.count == 1 ? channels.first?.key : nil
    }

    /// The one role that a person holds, where the person is written for it.
    private func role(heldBy name: String, _ kind: EntityKind) -> String? {
        guard kind == .role, let slug = Form.id(from: name) else { return nil }
        let names = facts.namedThings.value
        let person = declared[.person, slug] != nil ? slug : names.id(name, .person) ?? names.person(name)
        return person.flatMap { facts.rolesOfHolders.value[$0] }
    }
}

extension EntityKind {
    /// The rule that reports references to nothing of this kind; nil for kinds that only links refer to.
    var unknownRule: (any UnknownThing.Type)? { Self.unknownRules[self] }

    private static let unknownRules: [EntityKind: any UnknownThing.Type] = Dictionary(
        uniqueKeysWithValues: rulesOfPlancBind.compactMap { $0 as? any UnknownThing.Type }.map { ($0.kind, $0) })
}
