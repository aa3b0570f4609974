import PlancCompose
import PlancDiagnostics
import PlancMarkup
import PlancModel

/// Channels that had a text of their own in a message, and carry the common text now: how long that is there.
func variantChanges(_ comparison: Comparison) -> [PlanDiff.Change] {
    let (pairing, head) = (comparison.pairing, comparison.head)
    return pairing.match(comparison.base.messages, head.messages).both.flatMap { old, new -> [PlanDiff.Change] in
        guard let was = old.versions.first, let now = new.versions.first else { return [] }
        return new.channels.compactMap { reference in
            guard let channel = head.channels[reference],
                let before = comparison.base.channels[pairing.oldID(.channel, channel.id)],
                old.channels.contains(where: { $0.id == before.id }), was.variant(for: before) != nil,
                now.variant(for: channel) == nil, let common = now.blocks(for: channel)
            else { return nil }
            let composer = Composer(plan: head, locale: now.body.locale)
            let length = composer.length(of: common, on: channel, scenarios: new.scenarios)
            let name = comparison.title(.channel, channel.id)
            var change = PlanDiff.Change(
                .messages, .changed, EntityReference(.message, new.id),
                Phrase(
                    "{title}: {channel} carries the common text now{length}",
                    [
                        "title": comparison.title(.message, new.id), "channel": name,
                        "length": length.map { Phrase(" ({length})", ["length": $0.phrase]) } ?? Phrase(verbatim: ""),
                    ]), isAlarm: length?.isTooLong ?? false)
            change.span = now.nameSpan
            change.oldSpan = was.variant(for: before)?.headingSpan
            return change
        }
    }
}

extension MessageLength {
    fileprivate var phrase: Phrase {
        switch unit {
        case .segments: Phrase("{count, plural, one {one part} other {# parts}}", ["count": used])
        case .characters: Phrase("{count, plural, one {one character} other {# characters}}", ["count": used])
        case .seconds: Phrase("{count} s read aloud", ["count": used])
        }
    }
}
