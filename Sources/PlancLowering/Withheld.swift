import PlancMarkup
import PlancModel

/// What the readers of a document may not see. Finished files are searched for it; nothing is left out because of it.
public struct Withheld: Sendable {
    public var privateAddresses = false
    /// The ids of messages under a label (higher than TLP:CLEAR) whose text is not for them.
    public var messages: Set<String> = []

    public init() {}

    /// Of everything that is compiled for an audience; nothing when it is compiled for those inside.
    public init(_ plan: Plan, reader: String?) {
        guard let reader else { return }
        privateAddresses = true
        messages = Self.labelled(plan) { message in !message.audiences.contains { $0.id == reader } }
    }

    /// Of a pack, or of one of its numbered copies (from 0).
    init(_ plan: Plan, pack: Pack, copy: Int? = nil) {
        if pack.isForAudience {
            let held = Set(plan.messages(in: pack).map(\.id))
            privateAddresses = true
            messages = Self.labelled(plan) { !held.contains($0.id) }
        }
        guard let copy else {
            if !plan.showsPrivate(unnumbered: pack) { privateAddresses = true }
            messages.formUnion(plan.messagesLeftOut(of: pack, copy: nil).map(\.id))
            return
        }
        let share = plan.share(of: pack.copies[copy], in: pack)
        if !share.showsPrivate { privateAddresses = true }
        messages.formUnion(Self.labelled(plan) { share.withholds($0.classification?.value) })
    }

    private static func labelled(_ plan: Plan, where isHidden: (Message) -> Bool) -> Set<String> {
        Set(plan.messages.filter { $0.classification.map { $0.value > .clear } ?? false && isHidden($0) }.map(\.id))
    }
}
