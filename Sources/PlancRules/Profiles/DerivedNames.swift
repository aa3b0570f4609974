import PlancAnalysis
import PlancMarkup
import PlancModel
import PlancProse
import PlancSchema
import PlancSource

extension DerivedName {
    static let all: [DerivedName] =
        ofEveryThing + ofPlan + ofScenario + ofStep + ofSending + ofMessage + ofAudience + ofChannel + ofSystem + ofRole
        + ofObligation

    /// Their places among all, by what they are said of and their names.
    static let places: [AskedKind: [String: Int]] = {
        var places: [AskedKind: [String: Int]] = [:]
        for (place, one) in all.enumerated() { places[one.owner, default: [:]][one.name] = place }
        return places
    }()

    /// The same, by the place of what they are said of among all that have names.
    static let ofKinds =
        EntityKind.all.map { places[.thing($0)] ?? [:] } + [places[.step] ?? [:], places[.sending] ?? [:]]

    /// Whether something holds, as a word.
    private static func flag(_ holds: Bool, _ asked: Asked, _ test: (Asked) -> Bool) -> Bool {
        holds && test(Asked(thing: .something, span: asked.span, scenario: asked.scenario))
    }

    private static func word(_ word: String, _ asked: Asked, _ test: (Asked) -> Bool) -> Bool {
        test(Asked(thing: .word(word), span: asked.span, scenario: asked.scenario))
    }

    private static func minutes(_ minutes: Int?, _ asked: Asked, _ test: (Asked) -> Bool) -> Bool {
        minutes.map { test(Asked(thing: .minutes($0), span: asked.span, scenario: asked.scenario)) } ?? false
    }

    private static var ofEveryThing: [DerivedName] {
        EntityKind.all.filter { $0 != .vocabulary }.flatMap { kind -> [DerivedName] in
            [
                DerivedName(.thing(kind), "id", .word) { asking, asked, test in
                    guard case .entity(let kind, let place) = asked.thing else { return false }
                    return word(asking.things[kind][place].id, asked, test)
                },
                DerivedName(.thing(kind), "kind", .word) { _, asked, test in word(kind.rawValue, asked, test) },
                DerivedName(.thing(kind), "body", .word) { asking, asked, test in
                    let bodies: LocalizedBody? =
                        switch asked.thing {
                        case .plan: asking.plan.info.body
                        case .entity(.role, let place): asking.plan.roles[place].body
                        case .entity(.scenario, let place): asking.plan.scenarios[place].body
                        case .entity(.obligation, let place): asking.plan.obligations[place].body
                        default: nil
                        }
                    return flag(bodies.map { !$0.isEmpty } ?? false, asked, test)
                },
            ]
        }
    }

    private static var ofPlan: [DerivedName] {
        EntityKind.all.filter { $0 != .plan && $0 != .vocabulary }.map { kind in
            DerivedName(.thing(.plan), kind.registryKey, .thing(kind)) { asking, _, test in
                asking.things[kind].indices.contains {
                    test(asking.things.asked(kind, $0, kind == .scenario ? $0 : nil))
                }
            }
        }
    }

    /// A name of things of one kind, told by their place.
    private static func name(
        _ kind: EntityKind, _ name: String, _ leadsTo: AskedKind,
        _ find: @escaping @Sendable (Asking, Int, Asked, (Asked) -> Bool) -> Bool
    ) -> DerivedName {
        DerivedName(.thing(kind), name, leadsTo) { asking, asked, test in
            guard case .entity(_, let place) = asked.thing else { return false }
            return find(asking, place, asked, test)
        }
    }

    private static var ofScenario: [DerivedName] {
        [
            name(.scenario, "steps", .step) { asking, place, _, test in
                asking.scenarios[place].timeline.entries.indices.contains { test(asking.step($0, of: place)) }
            },
            name(.scenario, "sent", .sending) { asking, place, _, test in
                asking.scenarios[place].timeline.sendings.indices.contains { test(asking.sending($0, of: place)) }
            },
            name(.scenario, "messages", .thing(.message)) { asking, place, _, test in
                asking.scenarios[place].messages.contains { test(asking.things.asked(.message, $0, place)) }
            },
            // The duties that apply by its facts and that it does not list: told by a rule of their own.
            name(.scenario, "missing-obligations", .word) { asking, place, asked, test in
                let scenario = asking.plan.scenarios[place]
                return asking.context.missingDuties[scenario].contains { word($0.id, asked, test) }
            },
            // The activities that stand still: what they rest on is out.
            name(.scenario, "activities", .thing(.activity)) { asking, place, _, test in
                let reach = asking.scenarios[place].reach
                let still = asking.plan.activities.filter { activity in
                    activity.dependsOn.contains { $0.references.allSatisfy { !reach.isUp(system: $0.id) } }
                }
                return asking.each(.activity, still.map(\.id), place, test)
            },
            // The audiences that messages of its own are sent to in it.
            name(.scenario, "told", .thing(.audience)) { asking, place, _, test in
                var seen = Set<String>()
                for sending in asking.scenarios[place].timeline.sendings {
                    let message = asking.plan.messages[sending.number]
                    guard message.phase.value == .during, message.inReplyTo == nil, !message.scenarios.isAll
                    else { continue }
                    for reference in message.audiences { seen.insert(reference.id) }
                }
                return asking.each(.audience, asking.plan.audiences.map(\.id).filter(seen.contains), place, test)
            },
        ]
    }

    private static func stepName(
        _ name: String, _ leadsTo: AskedKind,
        _ find: @escaping @Sendable (Asking, PlannedStep, Asked, (Asked) -> Bool) -> Bool
    ) -> DerivedName {
        DerivedName(.step, name, leadsTo) { asking, asked, test in
            guard case .step(let place) = asked.thing, let scenario = asked.scenario else { return false }
            return find(asking, asking.scenarios[scenario].timeline.entries[place], asked, test)
        }
    }

    private static var ofStep: [DerivedName] {
        [
            stepName("phase", .word) { _, step, asked, test in word(step.phase.rawValue, asked, test) },
            stepName("at", .word) { _, step, asked, test in minutes(step.minutes, asked, test) },
            stepName("every", .word) { _, step, asked, test in minutes(step.rhythm?.boundedMinutes, asked, test) },
            stepName("means", .word) { _, step, asked, test in
                step.step.meanings.contains {
                    test(Asked(thing: .word($0.value.rawValue), span: $0.span, scenario: asked.scenario))
                }
            },
            stepName("decision", .word) { _, step, asked, test in flag(step.step.isDecision, asked, test) },
            stepName("roles", .thing(.role)) { asking, step, asked, test in
                asking.each(.role, step.roles, asked.scenario, test)
            },
            stepName("messages", .thing(.message)) { asking, step, asked, test in
                asking.each(.message, step.messages, asked.scenario, test)
            },
            // Whether it is due no later than the first news for others than employees.
            stepName("before-news", .word) { asking, step, asked, test in
                guard let place = asked.scenario, let minutes = step.minutes else { return false }
                let timeline = asking.scenarios[place].timeline
                let first = timeline.sendings.first { sending in
                    guard timeline.entries[sending.entry].phase == .during else { return false }
                    return asking.plan.messages[sending.number].audiences.contains {
                        asking.plan.audiences[$0]?.type.value != .employees
                    }
                }
                return flag(first?.minutes.map { minutes <= $0 } ?? true, asked, test)
            },
        ]
    }

    private static func sendingName(
        _ name: String, _ leadsTo: AskedKind,
        _ find: @escaping @Sendable (Asking, Sending, Asked, (Asked) -> Bool) -> Bool
    ) -> DerivedName {
        DerivedName(.sending, name, leadsTo) { asking, asked, test in
            guard case .sending(let place) = asked.thing, let scenario = asked.scenario else { return false }
            return find(asking, asking.scenarios[scenario].timeline.sendings[place], asked, test)
        }
    }

    private static var ofSending: [DerivedName] {
        [
            sendingName("message", .thing(.message)) { _, sending, asked, test in
                test(Asked(thing: .entity(.message, sending.number), span: asked.span, scenario: asked.scenario))
            },
            sendingName("step", .step) { asking, sending, asked, test in
                asked.scenario.map { test(asking.step(sending.entry, of: $0)) } ?? false
            },
            sendingName("at", .word) { _, sending, asked, test in minutes(sending.minutes, asked, test) },
            sendingName("every", .word) { _, sending, asked, test in
                minutes(sending.rhythm?.boundedMinutes, asked, test)
            },
        ]
    }

    private static var ofMessage: [DerivedName] {
        [
            name(.message, "elements", .word) { asking, place, asked, test in
                let told = asking.context.elementsTold[place]
                return Element.allCases.contains { told.contains($0) && word($0.rawValue, asked, test) }
            },
            name(.message, "fields", .thing(.field)) { asking, place, asked, test in
                let fields = asking.plan.fieldsUsed(by: asking.plan.messages[place])
                return asking.each(.field, fields, asked.scenario, test)
            },
            // In the scenario in which it is looked at, or in all.
            name(.message, "sendings", .sending) { asking, place, asked, test in
                asking.things.sendings(of: place).contains { sending in
                    (asked.scenario ?? sending.scenario) == sending.scenario
                        && test(asking.sending(sending.place, of: sending.scenario))
                }
            },
            // Whether all its channels are short.
            name(.message, "short", .word) { asking, place, asked, test in
                flag(asking.plan.isShortOnly(asking.plan.messages[place]), asked, test)
            },
            // The different times by which it has to meet stages of one obligation in a scenario.
            name(.message, "due-times", .word) { asking, place, asked, test in
                let message = asking.plan.messages[place]
                guard let scenario = asked.scenario, !message.satisfies.isEmpty else { return false }
                var due: [String: Set<Int>] = [:]
                for duty in asking.scenarios[scenario].timeline.duties where duty.fulfilment?.message == message.id {
                    if let deadline = duty.deadline { due[duty.obligation, default: []].insert(deadline) }
                }
                let most = due.values.max { $0.count < $1.count } ?? []
                return most.sorted().contains { minutes($0, asked, test) }
            },
        ]
    }

    private static var ofAudience: [DerivedName] {
        [
            // Those that affect it.
            name(.audience, "scenarios", .thing(.scenario)) { asking, audience, _, test in
                let id = asking.plan.audiences[audience].id
                return asking.plan.scenarios.indices.contains { place in
                    asking.plan.scenarios[place].affects.contains { $0.id == id } && test(asking.scenario(place))
                }
            },
            name(.audience, "messages", .thing(.message)) { asking, audience, asked, test in
                let id = asking.plan.audiences[audience].id
                return asking.each(.message, asking.things.messages(for: id), asked.scenario, test)
            },
            name(.audience, "sent", .sending) { asking, audience, asked, test in
                guard let place = asked.scenario else { return false }
                return asking.things.sent(to: asking.plan.audiences[audience].id, in: place).contains {
                    test(asking.sending($0, of: place))
                }
            },
            name(.audience, "open-channels", .thing(.channel)) { asking, audience, asked, test in
                guard let place = asked.scenario else { return false }
                let open = asking.scenarios[place].reach.channelsUp(audience: asking.plan.audiences[audience].id)
                return asking.each(.channel, open, place, test)
            },
            name(.audience, "affected", .word) { asking, audience, asked, test in
                guard let place = asked.scenario else { return false }
                let id = asking.plan.audiences[audience].id
                return flag(asking.plan.scenarios[place].affects.contains { $0.id == id }, asked, test)
            },
            name(.audience, "obligations", .thing(.obligation)) { asking, audience, asked, test in
                let id = asking.plan.audiences[audience].id
                let own = asking.plan.obligations.filter { $0.audience?.id == id }
                return asking.each(.obligation, own.map(\.id), asked.scenario, test)
            },
            // Those whose organisation it names.
            name(.audience, "people", .thing(.person)) { asking, audience, asked, test in
                people(of: asking.plan.audiences[audience].title, asking, asked, test)
            },
        ]
    }

    /// The people whose organisation a text names.
    private static func people(
        of organisation: LocalizedText, _ asking: Asking, _ asked: Asked, _ test: (Asked) -> Bool
    ) -> Bool {
        let people = asking.plan.people.filter { $0.organisation.agrees(with: organisation) }
        return asking.each(.person, people.map(\.id), asked.scenario, test)
    }

    private static var ofChannel: [DerivedName] {
        [
            name(.channel, "up", .word) { asking, channel, asked, test in
                flag(reach(asking, asked).isUp(channel: asking.plan.channels[channel].id), asked, test)
            },
            // Those that a step of the scenario sends by it.
            name(.channel, "messages", .thing(.message)) { asking, channel, asked, test in
                guard let place = asked.scenario else { return false }
                let id = asking.plan.channels[channel].id
                return asking.scenarios[place].timeline.sendings.contains { sending in
                    let message = asking.plan.messages[sending.number]
                    guard message.phase.value == .during, message.channels.contains(where: { $0.id == id })
                    else { return false }
                    return test(asking.things.asked(.message, sending.number, place))
                }
            },
            // The audiences that it reaches.
            name(.channel, "told", .thing(.audience)) { asking, channel, asked, test in
                let id = asking.plan.channels[channel].id
                let reached = asking.plan.audiences.filter { $0.channels.contains { $0.id == id } }
                return asking.each(.audience, reached.map(\.id), asked.scenario, test)
            },
        ]
    }

    /// What works in the scenario in which something is looked at, or on an ordinary day.
    private static func reach(_ asking: Asking, _ asked: Asked) -> Reach {
        asked.scenario.map { asking.scenarios[$0].reach } ?? asking.context.analyses.ordinary
    }

    private static var ofSystem: [DerivedName] {
        [
            // Those that rest on it, directly or not.
            name(.system, "activities", .thing(.activity)) { asking, system, asked, test in
                asking.things.activities(on: asking.plan.systems[system].id).contains {
                    test(asking.things.asked(.activity, $0, asked.scenario))
                }
            },
            // Whether an activity names it.
            name(.system, "needed-by-activity", .word) { asking, system, asked, test in
                let id = asking.plan.systems[system].id
                let isNeeded = asking.plan.activities.contains { activity in
                    activity.dependsOn.contains { $0.references.contains { $0.id == id } }
                }
                return flag(isNeeded, asked, test)
            },
            // Those that take it.
            name(.system, "scenarios", .thing(.scenario)) { asking, system, _, test in
                let id = asking.plan.systems[system].id
                return asking.scenarios.indices.contains { place in
                    !asking.scenarios[place].reach.isUp(system: id) && test(asking.scenario(place))
                }
            },
            name(.system, "supplier-people", .thing(.person)) { asking, system, asked, test in
                people(of: asking.plan.systems[system].supplier, asking, asked, test)
            },
        ]
    }

    private static var ofObligation: [DerivedName] {
        [
            // The events from which its stages are counted, however their time limits are written.
            name(.obligation, "starts", .word) { asking, obligation, asked, test in
                asking.plan.obligations[obligation].stages.contains { stage in
                    stage.dues.contains { due in due.starts.contains { word($0.event.rawValue, asked, test) } }
                }
            }
        ]
    }

    private static var ofRole: [DerivedName] {
        [
            // Whether it has steps.
            name(.role, "steps", .word) { asking, role, asked, test in
                flag(asking.things.rolesWithSteps.contains(asking.plan.roles[role].id), asked, test)
            },
            // Whether somebody of it can be reached in the scenario.
            name(.role, "reachable", .word) { asking, role, asked, test in
                flag(reach(asking, asked).isReachable(role: asking.plan.roles[role].id), asked, test)
            },
        ]
    }
}

extension LocalizedText {
    /// Whether the words of one stand in the other, in some language.
    fileprivate func agrees(with other: LocalizedText) -> Bool {
        versions.contains { own in
            let words = own.text.value.folded
            return !words.isEmpty
                && other.versions.contains { its in
                    let others = its.text.value.folded
                    return !others.isEmpty && (others.contains(words) || words.contains(others))
                }
        }
    }
}

extension Plan {
    /// The ids of the fields that a message's text asks to be filled in, its snippets included.
    func fieldsUsed(by message: Message) -> [String] {
        var names: [String] = []
        var seen = Set<String>()
        func visit(_ blocks: [Block], _ open: Set<String>) {
            blocks.forEachInline { inline in
                switch inline.content {
                case .placeholder(let placeholder):
                    if !placeholder.isComputed, seen.insert(placeholder.name).inserted {
                        names.append(placeholder.name)
                    }
                case .snippet(let id):
                    guard !open.contains(id.value), let snippet = snippets[id.value] else { return }
                    if let version = snippet.versions.first { visit(version.body.blocks, open.union([id.value])) }
                default: break
                }
            }
        }
        if let version = message.versions.first { visit(version.body.blocks, []) }
        return names
    }
}
