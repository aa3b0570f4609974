import PlancCompose
import PlancDiagnostics
import PlancMarkup
import PlancModel

/// What keeps a message's common text from suiting a channel.
enum Unfitness {
    /// There is no common text.
    case noText
    /// Headings, lists or tables, on a channel that cannot show them.
    case structure
    /// Longer than the channel's limit: the length, told with its unit, the limit, and what makes a short text that long.
    case tooLong(Phrase, limit: Int, causes: [Phrase])
}

extension Plan {
    /// Why a message has no text fit for a channel in a locale: its own variant always is one, a common text is when it
    /// suits the channel, judged with the longest value of each field. nil: it has one.
    func unfitness(_ version: Message.Version, of message: Message, for channel: Channel) -> Unfitness? {
        if isGuessed(channel) { return nil }
        if let variant = version.variant(for: channel), variant.blocks.contains(where: \.isPrinted) { return nil }
        guard version.common.contains(where: \.isPrinted) else { return .noText }
        guard [.sms, .social, .voice, .hotline, .radio].contains(channel.type.value) else { return nil }
        let common = version.common.filter(\.isPrinted)
        if channel.type.value == .sms, hasStructure(common) { return .structure }
        guard let length = length(of: common, message, version.body.locale, on: channel), length.isTooLong,
            let limit = length.limit
        else { return nil }
        let used = length.used
        return switch length.unit {
        case .segments:
            .tooLong(
                Phrase("{used} segments", ["used": used]), limit: limit,
                causes: alphabetCause(of: rendering(version.body.locale, .longest, of: message)(common).string))
        case .seconds:
            .tooLong(Phrase("{used} seconds of speech", ["used": used]), limit: limit, causes: [])
        case .characters: .tooLong(Phrase("{used} characters", ["used": used]), limit: limit, causes: [])
        }
    }

    /// Whether what a channel is, or how much it takes, was not understood.
    func isGuessed(_ channel: Channel) -> Bool { unread.contains(channel, ["type", "limit"]) }

    /// Whether a common text is written for short channels: then its length is its own matter (`long-sms`, `long-post`).
    func isShortOnly(_ message: Message) -> Bool {
        for reference in message.channels {
            guard let place = channels.index(of: reference.id), channels[place].type.value.isShort else { return false }
        }
        return !message.channels.isEmpty
    }

    /// The channels of one type among those that are named, as often as they are.
    func channels(_ named: [Reference], type: ChannelType) -> [Channel] {
        var found: [Channel] = []
        for reference in named {
            if let place = channels.index(of: reference.id), channels[place].type.value == type {
                found.append(channels[place])
            }
        }
        return found
    }
}

extension Message {
    /// Whether its source text says something on every channel.
    var hasCommonText: Bool { content.versions.first?.common.contains(where: \.isPrinted) ?? false }
}

extension Block {
    /// Whether it prints anything.
    var isPrinted: Bool { if case .directive = content { false } else { true } }
}

extension Body {
    /// Whether it prints anything.
    var isPrinted: Bool { blocks.contains(where: \.isPrinted) }
}

private func hasStructure(_ blocks: [Block]) -> Bool {
    blocks.contains { block in
        switch block.content {
        case .heading, .list, .table, .code: true
        case .paragraph, .quote, .alert, .rule, .directive: false
        }
    }
}
