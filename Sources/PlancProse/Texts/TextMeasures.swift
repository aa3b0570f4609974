import PlancCompose
import PlancLanguages
import PlancMarkup
import PlancModel
import PlancWords

/// What is counted in a message's text in one language, with the examples of its fields.
public struct TextMeasures: Sendable {
    /// Of texts in a language that planc has a measure for.
    public var readability: Readability?
    /// How often the whole text, its variants too, speaks of the sender.
    public var we: Int
    /// How often it speaks to the reader.
    public var you: Int
}

/// Measures texts in one locale; learns as it reads.
struct TextMeasurer: Sendable {
    private let rendering: Rendering
    private let hasReadability: Bool
    private var counter: TextCounter

    init(_ plan: Plan, _ locale: Locale) {
        var rendering = Composer(plan: plan, locale: locale).rendering(.examples)
        // The same fields stand in many messages.
        let value = rendering.value
        var values: [String: String] = [:]
        for field in plan.fields {
            let placeholder = Placeholder(name: field.id, nameSpan: field.nameSpan)
            if !placeholder.isComputed { values[field.id] = value(placeholder) }
        }
        rendering.value = { [values] in values[$0.name] ?? value($0) }
        self.rendering = rendering
        hasReadability = Language(locale.language)?.rules.reading != nil
        counter = TextCounter(language: locale.language)
    }

    /// `text`: the room that the text is written in.
    mutating func measures(of version: Message.Version, in text: inout MappedText) -> TextMeasures {
        rendering.write(version.common, into: &text)
        let counts = counter.counts(of: text)
        var (we, you) = (counts.we, counts.you)
        for variant in version.variants {
            rendering.write(variant.blocks, into: &text)
            let counts = counter.counts(of: text)
            (we, you) = (we + counts.we, you + counts.you)
        }
        return TextMeasures(readability: hasReadability ? counts.readability : nil, we: we, you: you)
    }
}
