import PlancCompose
import PlancMarkup
import PlancModel
import PlancWords

extension Scene {
    /// How long a text is on its channel, with the longest values that its fields may take; nil where length does not matter.
    func measure(_ composed: MessageWords, on channels: [Channel]) -> String? {
        let longest = longestValues
        var parts: [String] = []
        func text(_ form: Rendering.Form) -> String {
            plainText(composed.blocks, Rendering(form: form, value: { longest[$0.name] ?? "{{ \($0.name) }}" }))
        }
        if let channel = channels.first(where: { $0.type.value == .sms }) {
            let measure = smsMeasure(text(.text))
            parts.append(words.sms(measure.segments, measure.units, measure.perSegment * max(measure.segments, 1)))
            if measure.segments > channel.limit?.value ?? 1 { parts.append(words.tooLong) }
        }
        if channels.contains(where: { $0.type.value == .voice || $0.type.value == .hotline || $0.type.value == .radio })
        {
            parts.append(words.spoken(seconds: speechSeconds(text(.speech))))
        }
        if let channel = channels.first(where: { $0.type.value == .social }) {
            let post = PostLimit.named(in: channel.id + " " + edition.title(.channel, channel.id))
            parts.append(words.post(post.length(text(.text)), channel.limit?.value ?? post.limit))
        }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    private var longestValues: [String: String] {
        var values: [String: String] = [:]
        for field in plan.fields {
            let longest = edition.text(field.longest)
            values[field.id] = longest.isEmpty ? edition.text(field.example) : longest
        }
        return values
    }
}
