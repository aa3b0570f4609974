import PlancModel

/// Whether what seems to be missing may be in what reading and binding could not understand, and told already.
extension RuleContext {
    /// Whether a message that was not wholly understood may tell an audience something in a phase (of a scenario, or of any).
    func mayNotify(_ audience: String, in scenario: String?, _ phase: Phase) -> Bool {
        let unread = plan.unread
        if unread.isEmpty { return false }
        if unread.kinds.contains(.message) || unread.contains(.audience, audience, ["type"]) { return true }
        return uncertainties.mayTell(audience, in: scenario, phase)
    }

    /// Whether steps that were not wholly understood may belong to a scenario.
    func mayHaveSteps(in scenario: String) -> Bool {
        plan.unread.kinds.contains(.checklist) || uncertainties.scenariosWithSteps.contains(scenario)
    }

    /// Whether a step that was not wholly understood may send an audience something in a scenario.
    func mayBeSent(_ audience: String, in scenario: String) -> Bool {
        if mayNotify(audience, in: scenario, .during) { return true }
        guard let sendings = uncertainSteps[scenario] else { return false }
        return sendings.mayBeAny
            || sendings.messages.contains { plan.messages[$0]?.audiences.contains { $0.id == audience } ?? false }
    }

    func mayBeSent(_ message: Message, in scenario: String) -> Bool {
        if plan.unread.contains(message, ["scenarios", "audiences"]) { return true }
        guard let sendings = uncertainSteps[scenario] else { return false }
        return sendings.mayBeAny || sendings.messages.contains(message.id)
    }

    /// Whether a message may tell more than was understood, or need tell less.
    func mayTellMore(_ message: Message) -> Bool {
        let unread = plan.unread
        if unread.isEmpty { return false }
        return unread.contains(message, ["phase", "audiences", "channels", "send", "satisfies", "in-reply-to", "body"])
            || !unread.kinds.isDisjoint(with: [.field, .snippet, .audience, .channel])
            || message.audiences.contains { unread.contains(.audience, $0.id, ["type"]) }
            || message.channels.contains { unread.contains(.channel, $0.id, ["type"]) }
            || uncertainties.hasElementsOfFields
    }

    /// Whether values and texts that messages are filled with were not understood: nobody knows how long they are.
    var hasUnknownLengths: Bool {
        !plan.unread.kinds.isDisjoint(with: [.field, .snippet, .role, .person, .channel, .audience])
    }

    /// Whether a message, or a list that sends one, was not understood.
    var mayHaveOtherSendings: Bool { !plan.unread.kinds.isDisjoint(with: [.message, .checklist]) }

    /// Whether there may be an audience, or a type of one, that was not understood.
    var mayHaveOtherAudiences: Bool {
        plan.unread.kinds.contains(.audience) || uncertainties.hasAudienceTypes
    }

    /// Whether steps of a scenario may be of another team than was understood.
    func mayHaveOtherTeams(_ judged: JudgedScenario) -> Bool {
        let unread = plan.unread
        return unread.kinds.contains(.role) || uncertainties.hasTeams
            || judged.timeline.entries.contains { $0.step.hasUnreadRole }
    }

    /// Whether an audience may have a way that was not understood.
    func mayBeReached(_ audience: Audience) -> Bool {
        let unread = plan.unread
        if unread.isEmpty { return false }
        return !unread.kinds.isDisjoint(with: [.channel, .role, .person]) || unread.contains(audience, ["channels"])
            || audience.channels.contains { mayHangOnOthers($0.id) || mayBeOperated($0.id) }
    }

    /// Whether somebody who was not understood may work a channel.
    private func mayBeOperated(_ channel: String) -> Bool {
        plan.unread.contains(.channel, channel, ["operated-by"])
            || plan.channels[channel]?.operatedBy.flatMap { plan.roles[$0.id] }.map(mayBeReached) ?? false
    }

    /// Whether what a channel depends on was not all understood.
    private func mayHangOnOthers(_ channel: String) -> Bool {
        let unread = plan.unread
        return unread.kinds.contains(.system) || unread.contains(.channel, channel, ["depends-on"])
            || uncertainties.hasDependencies
    }

    /// Whether a role may have somebody, or a way to somebody, that was not understood.
    func mayBeReached(_ role: Role) -> Bool {
        let unread = plan.unread
        if unread.isEmpty { return false }
        return !unread.kinds.isDisjoint(with: [.person, .channel]) || unread.contains(role, ["holder", "deputies"])
            || role.people.contains { unread.contains(.person, $0.id, ["reach"]) }
    }

    func mayBeDelivered(_ message: Message) -> Bool {
        let unread = plan.unread
        if unread.isEmpty { return false }
        return unread.contains(message, ["channels", "audiences", "phase", "scenarios"])
            || !unread.kinds.isDisjoint(with: [.channel, .role, .person])
            || message.audiences.contains { unread.contains(.audience, $0.id, ["channels"]) }
            || message.channels.contains { unread.contains(.channel, $0.id, ["operated-by"]) || mayHangOnOthers($0.id) }
    }

    /// Whether a drill that was not wholly understood may have exercised a scenario.
    func mayBeExercised(_ scenario: String) -> Bool {
        plan.unread.kinds.contains(.drill) || uncertainties.exercisedScenarios.contains(scenario)
    }
}
