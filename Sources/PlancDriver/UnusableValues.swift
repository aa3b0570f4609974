import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancProse
import PlancSource

/// A value given for a field that has its reader use what cannot be used: a number that is out, an address that is distrusted.
public struct UnusableValue: Sendable {
    public var field: String
    /// Why, for a person.
    public var reason: Phrase
}

/// Of the values that a text uses those that name a channel's number or address, or somebody's number on a channel, while all
/// channels that have it are out.
func unusableValues(_ values: [String: String], _ plan: Plan, _ reach: Reach) -> [UnusableValue] {
    if values.isEmpty { return [] }
    let reader = PointerReader(plan)
    let ownCode = WrittenForms.callingCode(timezone: plan.info.timezone?.value ?? "", locale: plan.sourceLocale)
    return values.sorted { $0.key < $1.key }.compactMap { field, value in
        let keys = [reader.key(value)] + WrittenForms.phones(in: value, ownCode: ownCode).map(\.number)
        return keys.lazy.compactMap { key in
            obstacle(among: channels(withAddress: key, reader, plan), plan, reach)
        }.first.map { UnusableValue(field: field, reason: $0) }
    }
}

private func channels(withAddress key: String, _ reader: PointerReader, _ plan: Plan) -> [Channel] {
    // Somebody's own number is reached by the channel that it is on.
    let ids = reader.channelsByAddress[key] ?? reader.peopleByAddress[key]?.map(\.channel) ?? []
    return ids.compactMap { plan.channels[$0] }
}

/// Why none of some channels can be used; nil while one can.
private func obstacle(among channels: [Channel], _ plan: Plan, _ reach: Reach) -> Phrase? {
    let found = channels.map { obstacle($0, plan, reach) }
    return found.contains { $0 == nil } ? nil : found.first ?? nil
}
