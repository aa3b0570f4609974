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
        // To answer a sender that cannot receive is another fault.
        var known: [FileID: [Span]]?
        var requests: [FileID: [Statement]] = [:]
        for statement in context.texts.statements {
            guard case .mailing = statement.meaning else { continue }
            let replies =
                known ?? Dictionary(grouping: ImpossibleReply.replies(in: plan).map(\.span).sorted(), by: \.file)
            known = replies
            let others = replies[statement.span.file] ?? []
            let place = others.partitioningIndex { $0.upper <= statement.span.lower }
            if place < others.count, others[place].overlaps(statement.span) { continue }
            requests[statement.span.file, default: []].append(statement)
        }
        if requests.isEmpty { return }
        let bodies = plan.messages.flatMap(\.versions).map(\.body) + plan.snippets.flatMap(\.versions).map(\.body)
        for body in bodies {
            guard let own = requests.removeValue(forKey: body.file)?.sorted(by: { $0.span < $1.span }) else { continue }
            for (request, isNamed) in zip(own, named(own, in: body)) where !isNamed {
                for number in request.messages { byMessage[number, default: []].append(request.span) }
            }
        }
    }

    /// Those of a message, of its variants only the ones that are sent.
    func places(in message: Int, isSent: (Message.Variant) -> Bool) -> [Span] {
        (byMessage[message] ?? []).filter { span in
            !plan.messages[message].versions.flatMap(\.variants).contains { $0.holds(span) && !isSent($0) }
        }
    }

    /// Which of the requests of a text, in its order, have an address beside them. (Each is marked once, however many there are.)
    private func named(_ requests: [Statement], in body: Body) -> [Bool] {
        var named = [Bool](repeating: false, count: requests.count)
        // "Write us an e-mail:" goes on below.
        var open = 0..<0
        body.blocks.forEachLine { inlines, span in
            let first = requests.partitioningIndex { $0.span.upper <= span.lower }
            let asking = first..<max(first, requests.partitioningIndex { $0.span.lower < span.upper })
            if asking.isEmpty, open.isEmpty { return }
            var next = asking.lowerBound
            inlines.forEachDeep { inline in
                guard namesAddress(inline) else { return }
                for place in open { named[place] = true }
                open = 0..<0
                let near = asking.clamped(to: requests.places(beside: inline))
                if near.upperBound <= next { return }
                for place in max(near.lowerBound, next)..<near.upperBound { named[place] = true }
                next = near.upperBound
            }
            open = inlines.plainText.last == ":" ? asking : 0..<0
        }
        return named
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

extension [Statement] {
    /// Those that something stands beside; of a snippet its place says nothing, for its words are elsewhere.
    fileprivate func places(beside inline: Inline) -> Range<Int> {
        if case .snippet = inline.content { return indices }
        let first = partitioningIndex { $0.surroundings.upper <= inline.span.lower }
        return first..<Swift.max(first, partitioningIndex { $0.surroundings.lower < inline.span.upper })
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
