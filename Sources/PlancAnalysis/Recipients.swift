import PlancModel
import PlancSource

/// Whether audiences are whom a stage of an obligation tells.
public enum RecipientMatch: Sendable {
    case right
    /// An authority of which the plan does not say which it is.
    case unsaid
    case wrong
}

extension Obligation {
    /// Whether one of the audiences is a recipient of a stage, or of any stage where none is named.
    public func match(_ audiences: [Reference], _ stage: Stage?, _ plan: Plan) -> RecipientMatch {
        let candidates = stage.map { [$0] } ?? stages
        var best = RecipientMatch.wrong
        for stage in candidates {
            let recipients: [Recipient?] = stage.to.isEmpty ? [nil] : stage.to.map(\.value)
            for recipient in recipients {
                switch match(audiences, stage, recipient, plan) {
                case .right: return .right
                case .unsaid: best = .unsaid
                case .wrong: break
                }
            }
        }
        return best
    }

    /// Whether one of the audiences is a recipient of a stage; nil for a stage that tells the obligation's audience.
    func match(_ audiences: [Reference], _ stage: Stage, _ recipient: Recipient?, _ plan: Plan) -> RecipientMatch {
        if let audience, recipient == nil || recipient?.kind == .authority {
            if audiences.contains(where: { $0.id == audience.id }) { return .right }
            if recipient == nil { return .wrong }
        }
        let told = audiences.compactMap { plan.audiences[$0] }
        guard let recipient else {
            // Said in words alone: whoever it is, they are not our own people.
            return told.contains { $0.type.value != .employees && $0.type.value != .board } ? .right : .wrong
        }
        if recipient.kind == .market {
            let types = Set(told.map(\.type.value))
            return types.contains(.investors) && !types.isDisjoint(with: [.public, .press]) ? .right : .wrong
        }
        var best = RecipientMatch.wrong
        for audience in told where recipient.audienceTypes.contains(audience.type.value) {
            guard recipient.kind == .authority else { return .right }
            if audience.authority.isEmpty {
                best = .unsaid
            } else if audience.authority.contains(where: { recipient.authorities.contains($0.value) }),
                isUnderLaw(of: audience)
            {
                return .right
            }
        }
        return best
    }

    /// Whether an authority applies the law of this duty.
    private func isUnderLaw(of audience: Audience) -> Bool {
        guard let own = jurisdiction?.value, let theirs = audience.jurisdiction?.value, own != "contract" else {
            return true
        }
        if own == theirs || own.hasPrefix(theirs + "-") || theirs.hasPrefix(own + "-") { return true }
        return own == "EU" && Self.memberStates.contains(String(theirs.prefix(2)))
    }

    /// The Member States of the European Union, and those of the European Economic Area beside them.
    private static let memberStates: Set<String> = [
        "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU",
        "MT", "NL",
        "PL", "PT", "RO", "SK", "SI", "ES", "SE", "IS", "LI", "NO",
    ]
}
