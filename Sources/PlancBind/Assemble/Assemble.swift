import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

/// Puts the things of the plan together, and reads their bodies.
extension Binding {
    /// nil when there is no `plan.md` to be read.
    func assemble() -> Plan? {
        indexPaths()
        checkRegistries()
        var things = checkedThings()
        bindOtherBodies(&things)
        reportCycles(things)
        guard let info = things.info else { return nil }
        var plan = Plan(folder: folder.path, name: folder.name, info: info)
        plan.people = Entities(things.people)
        plan.roles = Entities(things.roles)
        plan.channels = Entities(things.channels)
        plan.systems = Entities(things.systems)
        plan.activities = Entities(things.activities)
        plan.audiences = Entities(things.audiences)
        plan.scenarios = Entities(things.scenarios)
        plan.obligations = Entities(things.obligations + builtInObligations())
        plan.checklists = Entities(things.checklists)
        plan.messages = Entities(things.messages)
        plan.snippets = Entities(things.snippets)
        plan.fields = Entities(things.fields)
        plan.packs = Entities(things.packs)
        plan.drills = Entities(things.drills)
        plan.vocabulary = things.vocabulary
        plan.introductions = things.introductions
        sortReferences()
        plan.references = references
        plan.exceptions = exceptions()
        plan.unread = unread()
        plan.sources = ordered.lazy.filter(\.file.isSource).map { ($0.path, sources[$0.file.file]) }
        return plan
    }

    /// The things of the plan while they are put together.
    struct Things {
        var info: PlanInfo?
        var people: [Person] = []
        var roles: [Role] = []
        var channels: [Channel] = []
        var systems: [System] = []
        var activities: [Activity] = []
        var audiences: [Audience] = []
        var scenarios: [Scenario] = []
        var obligations: [Obligation] = []
        var checklists: [Checklist] = []
        var messages: [Message] = []
        var snippets: [Snippet] = []
        var fields: [Field] = []
        var packs: [Pack] = []
        var drills: [Drill] = []
        var vocabulary = Vocabulary()
        var introductions: [Introduction] = []

        /// Takes over the things of a later piece of the work.
        mutating func add(_ others: Things) {
            info = info ?? others.info
            people += others.people
            roles += others.roles
            channels += others.channels
            systems += others.systems
            activities += others.activities
            audiences += others.audiences
            scenarios += others.scenarios
            obligations += others.obligations
            checklists += others.checklists
            messages += others.messages
            snippets += others.snippets
            fields += others.fields
            packs += others.packs
            drills += others.drills
            vocabulary.add(others.vocabulary)
            introductions += others.introductions
        }
    }

    /// Checks every item and makes things of those that are kept, on the cores there are.
    private func checkedThings() -> Things {
        // In pieces of a size, so that what is found does not depend on the number of cores.
        let size = 64
        let starts = Array(stride(from: 0, to: items.count, by: size))
        // The pieces read what is known by now, and nothing of it changes until they are done.
        nonisolated(unsafe) let whole = self
        let pieces = parallelMap(starts) { start in
            let binding = Binding(piece: whole, of: starts.count)
            var things = Things()
            for item in whole.items[start..<min(start + size, whole.items.count)] {
                binding.check(item)
                if item.isKept { binding.add(item, to: &things) }
            }
            binding.sortReferences()
            return Piece(things: things, binding: binding)
        }
        add(pieces.map(\.binding))
        var things = Things()
        for piece in pieces { things.add(piece.things) }
        return things
    }

    /// What came of one piece of the work. (Handed over by the one who made it.)
    private struct Piece: @unchecked Sendable {
        var things: Things
        var binding: Binding
    }

    private func add(_ item: Item, to things: inout Things) {
        let reading = Reading(self, mended(item.entries, of: outlined[item.source]))
        switch item.reference.kind {
        case .plan: things.info = planInfo(item, reading)
        case .person: things.people.append(person(item, reading))
        case .role: things.roles.append(role(item, reading))
        case .channel: things.channels.append(channel(item, reading))
        case .system: things.systems.append(system(item, reading))
        case .activity: things.activities.append(activity(item, reading))
        case .audience: things.audiences.append(audience(item, reading))
        case .scenario: things.scenarios.append(scenario(item, reading))
        case .obligation: things.obligations.append(obligation(item, reading))
        case .checklist: things.checklists.append(checklist(item, reading))
        case .message: things.messages.append(message(item, reading))
        case .snippet: things.snippets.append(snippet(item, reading))
        case .field: things.fields.append(field(item, reading))
        case .pack: things.packs.append(pack(item, reading))
        case .drill: things.drills.append(drill(item, reading))
        case .vocabulary:
            addVocabulary(reading, to: &things.vocabulary)
        }
    }

    private func indexPaths() {
        sourceByPath.reserveCapacity(outlined.count)
        for (index, source) in outlined.enumerated() { sourceByPath[source.path] = index }
        entityOfSource = Array(repeating: nil, count: outlined.count)
        for item in items where item.isKept && !item.isRegistryEntry {
            switch item.reference.kind {
            case .plan, .vocabulary: break
            default: entityOfSource[item.source] = item.reference
            }
        }
        for (reference, indices) in translations where reference.kind != .plan {
            for index in indices { entityOfSource[index] = reference }
        }
    }

    /// The bodies of registries and vocabularies, and of files whose thing could not be kept: what they link to is
    /// checked all the same.
    private func bindOtherBodies(_ things: inout Things) {
        var isBound = [Bool](repeating: false, count: outlined.count)
        for index in translations.values.joined() { isBound[index] = true }
        for item in items where item.isKept && !item.isRegistryEntry && item.reference.kind != .vocabulary {
            isBound[item.source] = true
        }
        for (index, source) in outlined.enumerated() where !isBound[index] && !source.parsed.blocks.isEmpty {
            let body = body(of: source, owner: nil, locale: source.suffix ?? sourceLocale)
            if source.kind.isRegistry || source.kind.entity == .vocabulary {
                things.introductions.append(Introduction(kind: source.kind.entity, body: body))
            }
        }
    }

    private func exceptions() -> [Exception] {
        ordered.flatMap(\.file.exceptions)
            .map { Exception(rule: $0.rule, reason: $0.reason, span: $0.span, covers: $0.covers) }
            .sorted { isBefore($0.span, $1.span) }
    }
}
