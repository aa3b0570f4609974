import PlancMarkup
import PlancModel

extension Composer {
    /// The snippets that a message calls on a channel and that the plan does not have, each once: nothing stands in their place.
    public func lostSnippets(of message: Message, on channel: Channel) -> [String] {
        guard let version = message.version(locale), let source = version.blocks(for: channel) else { return [] }
        var lost: [String] = []
        var seen: Set<String> = []
        var open = [source]
        while let blocks = open.popLast() {
            blocks.forEachInline { inline in
                guard case .snippet(let id) = inline.content, seen.insert(id.value).inserted else { return }
                if let found = plan.snippets[id.value]?.version(version.body.locale) {
                    open.append(found.body.blocks)
                } else {
                    lost.append(id.value)
                }
            }
        }
        return lost
    }
}
