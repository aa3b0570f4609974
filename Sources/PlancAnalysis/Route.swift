import PlancModel

/// The way a message takes to an audience at an hour: the first of its channels that is among the audience's, is up, and has
/// somebody to work it.
public struct Route: Sendable {
    /// Why a channel is passed over.
    public enum Obstacle: Hashable, Sendable {
        /// The audience is not on that channel.
        case notAmongAudience
        /// The audience is one body, and the plan has no number or address of it on that channel.
        case noAddress
        case out(Outage)
        /// Nobody of this role can be reached.
        case nobodyToWorkIt(role: String)
    }

    /// A channel that was tried and not taken.
    public struct PassedOver: Sendable {
        public var channel: String
        public var obstacle: Obstacle
    }

    public var message: String
    public var audience: String
    /// nil: the message cannot be delivered then.
    public var channel: String?
    /// The channels tried before the one that is taken (all of them when none is), in order.
    public var passedOver: [PassedOver]
    /// Of a channel that was out: from when the plan counts on it again.
    public var back: Return?
    /// Of a channel that was out: the next one that never was, for when it is not back.
    public var fallback: String?
    /// Of what cannot be delivered: from when it can, in minutes from T0; nil when the plan does not say.
    public var possible: Int?
}

extension Route {
    /// Whether a number or address of the audience is all that it would take.
    public var lacksOnlyAddress: Bool {
        let tried = passedOver.filter { $0.obstacle != .notAmongAudience }
        return channel == nil && !tried.isEmpty && tried.allSatisfy { $0.obstacle == .noAddress }
    }
}

extension Reach {
    /// The way of a message to an audience, by id, at this hour.
    public func route(of message: Message, for audience: String) -> Route {
        var route = Route(message: message.id, audience: audience, channel: nil, passedOver: [])
        let wanted = plan.audiences[audience]?.channels ?? []
        for (place, reference) in message.channels.enumerated() {
            guard wanted.contains(where: { $0.id == reference.id }) else {
                route.passedOver.append(.init(channel: reference.id, obstacle: .notAmongAudience))
                continue
            }
            if !hasAddress(audience, on: reference.id) {
                route.passedOver.append(.init(channel: reference.id, obstacle: .noAddress))
                continue
            }
            if let outage = outage(channel: reference.id) {
                route.passedOver.append(.init(channel: reference.id, obstacle: .out(outage)))
                continue
            }
            if !hasOperator(channel: reference.id), let role = plan.channels[reference]?.operatedBy {
                route.passedOver.append(.init(channel: reference.id, obstacle: .nobodyToWorkIt(role: role.id)))
                continue
            }
            route.channel = reference.id
            route.back = back(channel: reference.id)
            if route.back != nil {
                route.fallback =
                    message.channels.dropFirst(place + 1).first { other in
                        wanted.contains { $0.id == other.id } && hasAddress(audience, on: other.id)
                            && canCarry(other.id)
                            && back(channel: other.id) == nil
                    }?.id
            }
            return route
        }
        route.possible =
            route.passedOver.filter { $0.obstacle != .notAmongAudience && $0.obstacle != .noAddress }
            .compactMap { carries(channel: $0.channel) }.min()
        return route
    }

    /// The routes of a message, one for each of its audiences.
    public func routes(of message: Message) -> [Route] { message.audiences.map { route(of: message, for: $0.id) } }

    /// Whether a channel is up and has somebody to work it.
    public func canCarry(_ channel: String) -> Bool { isUp(channel: channel) && hasOperator(channel: channel) }
}
