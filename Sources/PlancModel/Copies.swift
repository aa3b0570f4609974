import PlancMarkup

/// What a numbered copy of a pack may hold.
public struct CopyShare: Sendable, Hashable {
    /// Whether private addresses are written out.
    public var showsPrivate: Bool
    /// The label on the copy: the highest of what is in it.
    public var label: Classification?
    /// Whether its holder is one of those the pack is for.
    public var isForHolder: Bool

    /// Whether something under a label is left out.
    public func withholds(_ classification: Classification?) -> Bool {
        guard let classification else { return false }
        return classification > label ?? (isForHolder ? .red : .amberStrict)
    }
}

extension Plan {
    /// The label that a pack bears: its own, else the plan's.
    public func label(of pack: Pack) -> Classification? { (pack.classification ?? info.classification)?.value }

    /// The role whose own lists and texts a copy holds; nil when it holds everybody's: that of the plan's owner, one that lies on
    /// a system or in a case, one without a holder, and those that say so (`full`).
    public func ownRole(of copy: Pack.Copy) -> Role? {
        guard let role = copy.to.flatMap({ roles[$0] }) else { return nil }
        if let isFull = copy.isFull?.value { return isFull ? nil : role }
        return copy.on != nil || info.owner?.id == role.id ? nil : role
    }

    /// What a copy may hold.
    ///
    /// A holder whom the pack is for has all of it; another role, or nobody by name, has no private address and nothing that is
    /// TLP:RED, which is for named readers only. The copy's own `private` and `classification` say otherwise, but never more than
    /// the pack holds. Nothing private is in a pack for an audience, whose copies are handed on by their holders.
    public func share(of copy: Pack.Copy, in pack: Pack) -> CopyShare {
        let isForHolder =
            pack.isForAudience || pack.for.contains { $0.target.kind == .role && $0.target.id == copy.to?.id }
        let own = label(of: pack)
        var label = isForHolder ? own : own.map { min($0, .amberStrict) }
        if let asked = copy.classification?.value { label = min(asked, own ?? asked) }
        return CopyShare(
            showsPrivate: !pack.isForAudience && copy.isPrivate?.value ?? isForHolder, label: label,
            isForHolder: isForHolder)
    }

    /// The messages whose text a pack holds: those of its scenarios, and for its audiences when it is for audiences.
    public func messages(in pack: Pack) -> [Message] {
        guard pack.includes(.messages) else { return [] }
        let audiences = pack.for.filter { $0.target.kind == .audience }.map(\.target.id)
        return messages.filter { message in
            (pack.scenarios.isEmpty || pack.scenarios.contains { message.scenarios.contains($0.id) })
                && (audiences.isEmpty || message.audiences.contains { audiences.contains($0.id) })
        }
    }

    /// The messages that a copy leaves out.
    public func messagesLeftOut(of copy: Pack.Copy, in pack: Pack) -> [Message] {
        let share = share(of: copy, in: pack)
        return messages(in: pack).filter { share.withholds($0.classification?.value) }
    }
}
