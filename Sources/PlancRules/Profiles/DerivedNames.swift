import PlancAnalysis
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource

extension DerivedName {
    /// By what they are said of, and their names.
    static let table: [AskedKind: [String: DerivedName]] = {
        var table: [AskedKind: [String: DerivedName]] = [:]
        for one in all { table[one.owner, default: [:]][one.name] = one }
        return table
    }()

    /// Those of things, by the place of their kind; those of steps, and of messages as they are sent.
    static let ofKinds = EntityKind.all.map { table[.thing($0)] ?? [:] }
    static let ofSteps = table[.step] ?? [:]
    static let ofSendings = table[.sending] ?? [:]

    private static var all: [DerivedName] {
        ofEveryThing + ofPlan + ofScenario + ofStep + ofSending + ofMessage + ofAudience + ofChannel + ofSystem + ofRole
            + ofObligation
    }

    /// Whether something holds, as a word.
    private static func flag(_ holds: Bool, _ asked: Asked) -> [Asked] {
        holds ? [Asked(thing: .something, span: asked.span, scenario: asked.scenario)] : []
    }

    private static func word(_ word: String?, _ asked: Asked) -> [Asked] {
        word.map { [Asked(thing: .word($0), span: asked.span, scenario: asked.scenario)] } ?? []
    }

    private static var ofEveryThing: [DerivedName] {
        EntityKind.all.filter { $0 != .vocabulary }.flatMap { kind -> [DerivedName] in
            [
                DerivedName(.thing(kind), "id", .word) { _, asked in
                    if case .entity(let entity, _) = asked.thing { word(entity.id, asked) } else { [] }
                },
                DerivedName(.thing(kind), "kind", .word) { _, asked in word(kind.rawValue, asked) },
                DerivedName(.thing(kind), "body", .word) { asking, asked in
                    let bodies: LocalizedBody? =
                        switch asked.thing {
                        case .plan: asking.plan.info.body
                        case .entity(let role as Role, _): role.body
                        case .entity(let scenario as Scenario, _): scenario.body
                        case .entity(let obligation as Obligation, _): obligation.body
                        default: nil
                        }
                    return flag(bodies.map { !$0.isEmpty } ?? false, asked)
                },
            ]
        }
    }

    private static var ofPlan: [DerivedName] {
        EntityKind.all.filter { $0 != .plan && $0 != .vocabulary }.map { kind in
            DerivedName(.thing(.plan), kind.registryKey, .thing(kind)) { asking, _ in asking.entities(kind) }
        }
    }

    private static func scenarioName(
        _ name: String, _ leadsTo: AskedKind, _ find: @escaping @Sendable (Asking, Int, Asked) -> [Asked]
    ) -> DerivedName {
        DerivedName(.thing(.scenario), name, leadsTo) { asking, asked in
            guard case .entity(let entity, _) = asked.thing, let place = asking.plan.scenarios.index(of: entity.id)
            else { return [] }
            return find(asking, place, asked)
        }
    }

    private static var ofScenario: [DerivedName] {
        [
            scenarioName("steps", .step) { asking, place, _ in asking.steps(of: place) },
            scenarioName("sent", .sending) { asking, place, _ in asking.sent(in: place) },
            scenarioName("messages", .thing(.message)) { asking, place, _ in
                let messages = asking.plan.messages
                return asking.scenarios[place].messages.compactMap {
                    asking.entity(.message, messages[$0].id, place)
                }
            },
            // The duties that apply by its facts and that it does not list: told by a rule of their own.
            scenarioName("missing-obligations", .word) { asking, place, asked in
                let scenario = asking.plan.scenarios[place]
                return asking.context.missingDuties[scenario].flatMap { word($0.id, asked) }
            },
            // The activities that stand still: what they rest on is out.
            scenarioName("activities", .thing(.activity)) { asking, place, _ in
                let reach = asking.scenarios[place].reach
                let still = asking.plan.activities.filter { activity in
                    activity.dependsOn.contains { $0.references.allSatisfy { !reach.isUp(system: $0.id) } }
                }
                return still.compactMap { asking.entity(.activity, $0.id, place) }
            },
            // The audiences that messages of its own are sent to in it.
            scenarioName("told", .thing(.audience)) { asking, place, _ in
                var seen = Set<String>()
                for sending in asking.scenarios[place].timeline.sendings {
                    guard let message = asking.plan.messages[sending.message], message.phase.value == .during,
                        message.inReplyTo == nil, !message.scenarios.isAll
                    else { continue }
                    seen.formUnion(message.audiences.map(\.id))
                }
                return asking.plan.audiences.filter { seen.contains($0.id) }.compactMap {
                    asking.entity(.audience, $0.id, place)
                }
            },
        ]
    }

    private static func stepName(
        _ name: String, _ leadsTo: AskedKind, _ find: @escaping @Sendable (Asking, PlannedStep, Asked) -> [Asked]
    ) -> DerivedName {
        DerivedName(.step, name, leadsTo) { asking, asked in
            guard case .step(let step) = asked.thing else { return [] }
            return find(asking, step, asked)
        }
    }

    private static func minutes(_ minutes: Int?, _ asked: Asked) -> [Asked] {
        minutes.map { [Asked(thing: .minutes($0), span: asked.span, scenario: asked.scenario)] } ?? []
    }

    private static var ofStep: [DerivedName] {
        [
            stepName("phase", .word) { _, step, asked in word(step.phase.rawValue, asked) },
            stepName("at", .word) { _, step, asked in minutes(step.minutes, asked) },
            stepName("every", .word) { _, step, asked in minutes(step.rhythm?.boundedMinutes, asked) },
            stepName("means", .word) { _, step, asked in
                step.step.meanings.map {
                    Asked(thing: .word($0.value.rawValue), span: $0.span, scenario: asked.scenario)
                }
            },
            stepName("decision", .word) { _, step, asked in flag(step.step.isDecision, asked) },
            stepName("roles", .thing(.role)) { asking, step, asked in
                step.roles.compactMap { asking.entity(.role, $0.id, at: $0.span, asked.scenario) }
            },
            stepName("messages", .thing(.message)) { asking, step, asked in
                step.messages.compactMap { asking.entity(.message, $0.id, at: $0.span, asked.scenario) }
            },
            // Whether it is due no later than the first news for others than employees.
            stepName("before-news", .word) { asking, step, asked in
                guard let place = asked.scenario, let minutes = step.minutes else { return [] }
                let timeline = asking.scenarios[place].timeline
                let first = timeline.sendings.first { sending in
                    guard timeline.entries[sending.entry].phase == .during,
                        let message = asking.plan.messages[sending.message]
                    else { return false }
                    return message.audiences.contains { asking.plan.audiences[$0]?.type.value != .employees }
                }
                return flag(first?.minutes.map { minutes <= $0 } ?? true, asked)
            },
        ]
    }

    private static func sendingName(
        _ name: String, _ leadsTo: AskedKind, _ find: @escaping @Sendable (Asking, Sending, Asked) -> [Asked]
    ) -> DerivedName {
        DerivedName(.sending, name, leadsTo) { asking, asked in
            guard case .sending(let sending) = asked.thing else { return [] }
            return find(asking, sending, asked)
        }
    }

    private static var ofSending: [DerivedName] {
        [
            sendingName("message", .thing(.message)) { asking, sending, asked in
                asking.entity(.message, sending.message, at: asked.span, asked.scenario).map { [$0] } ?? []
            },
            sendingName("step", .step) { asking, sending, asked in
                asked.scenario.map { [asking.steps(of: $0)[sending.entry]] } ?? []
            },
            sendingName("at", .word) { _, sending, asked in minutes(sending.minutes, asked) },
            sendingName("every", .word) { _, sending, asked in minutes(sending.rhythm?.boundedMinutes, asked) },
        ]
    }

    private static func messageName(
        _ name: String, _ leadsTo: AskedKind, _ find: @escaping @Sendable (Asking, Message, Asked) -> [Asked]
    ) -> DerivedName {
        DerivedName(.thing(.message), name, leadsTo) { asking, asked in
            guard case .entity(let message as Message, _) = asked.thing else { return [] }
            return find(asking, message, asked)
        }
    }

    private static var ofMessage: [DerivedName] {
        [
            messageName("elements", .word) { asking, message, asked in
                asking.elements(toldBy: message).flatMap { word($0.rawValue, asked) }
            },
            messageName("fields", .thing(.field)) { asking, message, asked in
                asking.plan.fieldsUsed(by: message).compactMap { asking.entity(.field, $0, asked.scenario) }
            },
            messageName("sendings", .sending) { asking, message, asked in
                asking.sendings(of: message.id, in: asked.scenario)
            },
            // Whether all its channels are short.
            messageName("short", .word) { asking, message, asked in flag(asking.plan.isShortOnly(message), asked) },
            // The different times by which it has to meet stages of one obligation in a scenario.
            messageName("due-times", .word) { asking, message, asked in
                guard let place = asked.scenario, !message.satisfies.isEmpty else { return [] }
                var due: [String: Set<Int>] = [:]
                for duty in asking.scenarios[place].timeline.duties where duty.fulfilment?.message == message.id {
                    if let deadline = duty.deadline { due[duty.obligation, default: []].insert(deadline) }
                }
                let most = due.values.max { $0.count < $1.count } ?? []
                return most.sorted().flatMap { minutes($0, asked) }
            },
        ]
    }

    private static func audienceName(
        _ name: String, _ leadsTo: AskedKind, _ find: @escaping @Sendable (Asking, Audience, Asked) -> [Asked]
    ) -> DerivedName {
        DerivedName(.thing(.audience), name, leadsTo) { asking, asked in
            guard case .entity(let audience as Audience, _) = asked.thing else { return [] }
            return find(asking, audience, asked)
        }
    }

    private static var ofAudience: [DerivedName] {
        [
            // Those that affect it.
            audienceName("scenarios", .thing(.scenario)) { asking, audience, _ in
                asking.plan.scenarios.indices.filter { place in
                    asking.plan.scenarios[place].affects.contains { $0.id == audience.id }
                }.map(asking.scenario)
            },
            audienceName("messages", .thing(.message)) { asking, audience, asked in
                asking.messages(for: audience.id).compactMap { asking.entity(.message, $0, asked.scenario) }
            },
            audienceName("sent", .sending) { asking, audience, asked in
                asked.scenario.map { asking.sent(to: audience.id, in: $0) } ?? []
            },
            audienceName("open-channels", .thing(.channel)) { asking, audience, asked in
                guard let place = asked.scenario else { return [] }
                return asking.scenarios[place].reach.channelsUp(audience: audience.id).compactMap {
                    asking.entity(.channel, $0, place)
                }
            },
            audienceName("affected", .word) { asking, audience, asked in
                guard let place = asked.scenario else { return [] }
                return flag(asking.plan.scenarios[place].affects.contains { $0.id == audience.id }, asked)
            },
            audienceName("obligations", .thing(.obligation)) { asking, audience, asked in
                asking.plan.obligations.filter { $0.audience?.id == audience.id }.compactMap {
                    asking.entity(.obligation, $0.id, asked.scenario)
                }
            },
            // Those whose organisation it names.
            audienceName("people", .thing(.person)) { asking, audience, asked in
                asking.plan.people.filter { $0.organisation.agrees(with: audience.title) }.compactMap {
                    asking.entity(.person, $0.id, asked.scenario)
                }
            },
        ]
    }

    private static func channelName(
        _ name: String, _ leadsTo: AskedKind, _ find: @escaping @Sendable (Asking, Channel, Asked) -> [Asked]
    ) -> DerivedName {
        DerivedName(.thing(.channel), name, leadsTo) { asking, asked in
            guard case .entity(let channel as Channel, _) = asked.thing else { return [] }
            return find(asking, channel, asked)
        }
    }

    private static var ofChannel: [DerivedName] {
        [
            channelName("up", .word) { asking, channel, asked in
                let reach = asked.scenario.map { asking.scenarios[$0].reach } ?? asking.context.analyses.ordinary
                return flag(reach.isUp(channel: channel.id), asked)
            },
            // Those that a step of the scenario sends by it.
            channelName("messages", .thing(.message)) { asking, channel, asked in
                guard let place = asked.scenario else { return [] }
                return asking.scenarios[place].timeline.sendings.compactMap { sending in
                    guard let message = asking.plan.messages[sending.message], message.phase.value == .during,
                        message.channels.contains(where: { $0.id == channel.id })
                    else { return nil }
                    return asking.entity(.message, message.id, place)
                }
            },
            // The audiences that it reaches.
            channelName("told", .thing(.audience)) { asking, channel, asked in
                asking.plan.audiences.filter { $0.channels.contains { $0.id == channel.id } }.compactMap {
                    asking.entity(.audience, $0.id, asked.scenario)
                }
            },
        ]
    }

    private static func systemName(
        _ name: String, _ leadsTo: AskedKind, _ find: @escaping @Sendable (Asking, System, Asked) -> [Asked]
    ) -> DerivedName {
        DerivedName(.thing(.system), name, leadsTo) { asking, asked in
            guard case .entity(let system as System, _) = asked.thing else { return [] }
            return find(asking, system, asked)
        }
    }

    private static var ofSystem: [DerivedName] {
        [
            // Those that rest on it, directly or not.
            systemName("activities", .thing(.activity)) { asking, system, asked in
                asking.activities(on: system.id).compactMap {
                    asking.entity(.activity, asking.plan.activities[$0].id, asked.scenario)
                }
            },
            // Whether an activity names it.
            systemName("needed-by-activity", .word) { asking, system, asked in
                let isNeeded = asking.plan.activities.contains { activity in
                    activity.dependsOn.contains { $0.references.contains { $0.id == system.id } }
                }
                return flag(isNeeded, asked)
            },
            // Those that take it.
            systemName("scenarios", .thing(.scenario)) { asking, system, _ in
                asking.scenarios.indices.filter { !asking.scenarios[$0].reach.isUp(system: system.id) }.map(
                    asking.scenario)
            },
            systemName("supplier-people", .thing(.person)) { asking, system, asked in
                asking.plan.people.filter { $0.organisation.agrees(with: system.supplier) }.compactMap {
                    asking.entity(.person, $0.id, asked.scenario)
                }
            },
        ]
    }

    private static var ofObligation: [DerivedName] {
        [
            // The events from which its stages are counted, however their time limits are written.
            DerivedName(.thing(.obligation), "starts", .word) { _, asked in
                guard case .entity(let obligation as Obligation, _) = asked.thing else { return [] }
                let starts = obligation.stages.flatMap { $0.dues.flatMap(\.starts) }
                return starts.flatMap { word($0.event.rawValue, asked) }
            }
        ]
    }

    private static var ofRole: [DerivedName] {
        [
            // Whether it has steps.
            DerivedName(.thing(.role), "steps", .word) { asking, asked in
                guard case .entity(let role, _) = asked.thing else { return [] }
                return flag(asking.rolesWithSteps.contains(role.id), asked)
            },
            // Whether somebody of it can be reached in the scenario.
            DerivedName(.thing(.role), "reachable", .word) { asking, asked in
                guard case .entity(let role, _) = asked.thing else { return [] }
                let reach = asked.scenario.map { asking.scenarios[$0].reach } ?? asking.context.analyses.ordinary
                return flag(reach.isReachable(role: role.id), asked)
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
