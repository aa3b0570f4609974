import PlancMarkup
import PlancModel
import PlancSource
import PlancWords

/// How long a text is on a channel, and how long it may be there: measured here and nowhere else, for `check`, `message`, the printed
/// sheets and the pages alike.
public struct MessageLength: Sendable {
    /// What a channel counts.
    public enum Unit: Sendable {
        /// Segments of a text message.
        case segments(SMSMeasure)
        /// Characters, as the channel's network counts them.
        case characters
        /// Seconds of speech.
        case seconds
    }

    public var unit: Unit
    /// How many of its units the text takes.
    public var used: Int
    /// nil where none is set and none is usual.
    public var limit: Int?

    public var isTooLong: Bool { limit.map { used > $0 } ?? false }
}

/// Which values stand in the fields of a text that is measured.
public enum FieldValues: Sendable {
    /// Each field's example.
    case examples
    /// What was given, by field; for the others the longest value to expect.
    case longest(given: [String: String])

    public static let longest = FieldValues.longest(given: [:])
}

extension Channel {
    /// How its network counts, by what the channel is called.
    public func postLimit(in plan: Plan) -> PostLimit { .named(in: id + " " + title.text(plan.sourceLocale)) }

    /// The most it carries, in its own unit; nil where its type has none.
    public func lengthLimit(in plan: Plan) -> Int? {
        switch type.value {
        case .sms: limit?.value ?? 1
        case .social: limit?.value ?? postLimit(in: plan).limit
        case .voice, .hotline: limit?.value ?? 60
        case .radio: limit?.value
        default: nil
        }
    }
}

extension Composer {
    /// The length of blocks – as written, or put together already – on a channel; nil where length does not matter.
    ///
    /// - Parameter scenarios: where the text may be sent, when the composer has no scenario: the one with the longest title counts.
    public func length(
        of blocks: [Block], on channel: Channel, _ values: FieldValues = .longest, scenarios: ScenarioSelection? = nil
    ) -> MessageLength? {
        func text(_ form: Rendering.Form = .text) -> String {
            plainText(blocks, rendering(values, form: form, scenarios: scenarios))
        }
        let limit = channel.lengthLimit(in: plan)
        switch channel.type.value {
        case .sms:
            let measure = smsMeasure(text())
            return MessageLength(unit: .segments(measure), used: measure.segments, limit: limit)
        case .social:
            return MessageLength(unit: .characters, used: channel.postLimit(in: plan).length(text()), limit: limit)
        case .voice, .hotline, .radio:
            return MessageLength(unit: .seconds, used: speechSeconds(text(.speech)), limit: limit)
        default: return nil
        }
    }

    /// A message's words as they are sent: snippets in place, titles and names known, fields filled in.
    public func rendering(
        _ values: FieldValues, form: Rendering.Form = .text, scenarios: ScenarioSelection? = nil
    ) -> Rendering {
        let plan = self.plan
        let locale = self.locale
        return Rendering(
            form: form, links: plan.links,
            value: { placeholder in
                let name = placeholder.name
                if placeholder.isComputed {
                    return value(of: name) ?? (name == "scenario.title" ? longestTitle(of: scenarios) : name)
                }
                if let value = constant(name) { return value }
                guard let field = plan.fields[name] else { return name }
                if case .longest(let given) = values {
                    if let value = given[name] { return value }
                    let longest = field.longest.text(locale)
                    if !longest.isEmpty { return longest }
                }
                return field.example.text(locale)
            },
            snippet: { plan.snippets[$0]?.version(locale)?.body.blocks },
            title: { title(of: $0) })
    }

    private func longestTitle(of scenarios: ScenarioSelection?) -> String {
        plan.scenarios.filter { scenarios?.contains($0.id) ?? true }.map { $0.title.text(locale) }.max {
            $0.count < $1.count
        } ?? ""
    }
}
