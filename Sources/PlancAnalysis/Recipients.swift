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

    /// Of the audiences, an authority of the right kind that applies another law than that of this duty.
    public func foreignAuthority(_ audiences: [Reference], _ stage: Stage?, _ plan: Plan) -> Audience? {
        let kinds = Set((stage.map { [$0] } ?? stages).flatMap(\.to).flatMap(\.value.authorities))
        return audiences.compactMap { plan.audiences[$0] }.first { audience in
            audience.authority.contains { kinds.contains($0.value) } && !isUnderLaw(of: audience)
        }
    }

    /// Whether an authority applies the law of this duty.
    private func isUnderLaw(of audience: Audience) -> Bool {
        guard let own = jurisdiction?.value, let theirs = audience.jurisdiction?.value, own != Jurisdictions.contract
        else {
            return true
        }
        return Jurisdictions.applies(own, in: theirs) || own.hasPrefix(theirs + "-")
    }
}
