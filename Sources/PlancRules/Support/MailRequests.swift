import PlancMarkup
import PlancModel
import PlancProse
import PlancSource

/// Where messages ask their readers to write by e-mail, and no address is named beside it: an address is judged for itself.
struct MailRequests {
    private let plan: Plan
    private var byMessage: [Int: [Span]] = [:]

    init(_ context: RuleContext) {
        plan = context.plan
        let requests = context.texts.statements.filter { if case .mailing = $0.meaning { true } else { false } }
        if requests.isEmpty { return }
        // To answer a sender that cannot receive is another fault.
        let impossible = ImpossibleReply.replies(in: plan).map(\.span)
        for request in requests where !impossible.contains(where: request.span.overlaps) {
            for number in request.messages where !namesAddress(request, plan.messages[number]) {
                byMessage[number, default: []].append(request.span)
            }
        }
    }

    /// Those of a message, of its variants only the ones that are sent.
    func places(in message: Int, isSent: (Message.Variant) -> Bool) -> [Span] {
        (byMessage[message] ?? []).filter { span in
            !plan.messages[message].versions.flatMap(\.variants).contains { $0.holds(span) && !isSent($0) }
        }
    }

    private func namesAddress(_ request: Statement, _ message: Message) -> Bool {
        let bodies = message.versions.map(\.body) + plan.snippets.flatMap(\.versions).map(\.body)
        guard let body = bodies.first(where: { $0.file == request.span.file }) else { return false }
        var isNamed = false
        // "Write us an e-mail:" goes on below.
        var goesOn = false
        body.blocks.forEachLine { inlines, span in
            let isAsking = span.overlaps(request.span)
            guard isAsking || goesOn else { return }
            inlines.forEachDeep { inline in
                if isNamed || isAsking && !isNear(inline, request) { return }
                isNamed = namesAddress(inline)
            }
            goesOn = isAsking && inlines.plainText.last == ":"
        }
        return isNamed
    }

    /// Whether something stands beside a request; of a snippet its place says nothing, for its words are elsewhere.
    private func isNear(_ inline: Inline, _ request: Statement) -> Bool {
        if case .snippet = inline.content { true } else { request.surroundings.overlaps(inline.span) }
    }

    private func namesAddress(_ inline: Inline) -> Bool {
        switch inline.content {
        case .text(let words): words.contains("@")
        case .link(let link): plan.links[link].isAddress
        case .placeholder(let placeholder):
            placeholder.name.hasPrefix("channel.") || plan.fields[placeholder.name].map(isAddress) ?? false
        case .snippet(let id): namesAddress(snippet: id.value)
        default: false
        }
    }

    /// Whether what is filled in on the day is an e-mail address.
    private func isAddress(_ field: Field) -> Bool {
        (field.example.versions + field.value.versions).contains { $0.text.value.contains("@") }
    }

    private func namesAddress(snippet id: String) -> Bool {
        var isNamed = false
        for version in plan.snippets[id]?.versions ?? [] {
            version.body.blocks.forEachInline { inline in
                if case .snippet = inline.content { return }
                isNamed = isNamed || namesAddress(inline)
            }
        }
        return isNamed
    }
}

extension Plan {
    /// The channels for e-mail.
    var mailChannels: [String] { channels.filter { $0.type.value == .email }.map(\.id) }
}

extension LinkTarget {
    fileprivate var isAddress: Bool {
        switch self {
        case .external: true
        case .entity(let target): target.kind == .channel
        default: false
        }
    }
}

extension Message.Variant {
    fileprivate func holds(_ span: Span) -> Bool {
        guard let first = blocks.first?.span, let last = blocks.last?.span else { return false }
        return first.union(last).overlaps(span)
    }
}
