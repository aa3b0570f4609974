import PlancCompose
import PlancModel
import PlancWords

extension ScenarioContext {
    /// How long a text is on its channels, with the longest values that its fields may take, one part for each way of counting; nil
    /// where length does not matter.
    func measure(_ composed: MessageWords, on channels: [Channel]) -> String? {
        let composer = Composer(plan: plan, locale: composed.locale, scenario: edition.composer.scenario)
        let kinds: [[ChannelType]] = [[.sms], [.voice, .hotline, .radio], [.social]]
        let parts = kinds.compactMap { types -> String? in
            guard let channel = channels.first(where: { types.contains($0.type.value) }),
                let length = composer.length(of: composed.blocks, on: channel)
            else { return nil }
            let told =
                switch length.unit {
                case .segments(let measure):
                    words.sms(measure.segments, measure.units, measure.perSegment * max(measure.segments, 1))
                case .seconds: words.spoken(seconds: length.used)
                case .characters: words.post(length.used, length.limit ?? length.used)
                }
            if case .segments = length.unit, length.isTooLong { return told + " · " + words.tooLong }
            return told
        }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }
}
