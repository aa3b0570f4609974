import PlancCompose
import PlancModel
import PlancSource

/// A message on one channel, with the values of its fields: as ready to send as it can be.
public struct Draft: Sendable {
    public let message: Message
    public let channel: Channel
    public let words: MessageWords
    /// By field.
    public let values: [String: String]
    /// What stands for a field without a value: its title.
    private let titles: [String: String]

    /// nil when the message has no text for the channel. `exercise` is put before the text and the subject.
    public init?(
        _ plan: Plan, message: Message, channel: Channel, locale: Locale, scenario: Scenario? = nil,
        values: [String: String] = [:], exercise: String? = nil
    ) {
        let composer = Composer(plan: plan, locale: locale, scenario: scenario, exercise: exercise)
        guard let words = composer.words(of: message, on: channel) else { return nil }
        self.message = message
        self.channel = channel
        self.words = words
        self.values = values
        length = Composer(plan: plan, locale: words.locale, scenario: scenario)
            .length(of: words.blocks, on: channel, .longest(given: values), scenarios: message.scenarios)
        let told = Composer(plan: plan, locale: words.locale)
        titles = Dictionary(
            words.fields.map { ($0, told.blankTitle($0)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// A field's value, or its title in brackets.
    public func value(_ field: String) -> String { values[field] ?? "[\(titles[field] ?? field)]" }

    /// The fields that nobody has filled in, in the order of their first use.
    public var unfilled: [String] { words.fields.filter { values[$0] == nil } }

    public var text: String { plainWords(words.plainText(field: { value($0) }), keepsLines: true) }

    /// How long the text is on its channel: fields without a value have the longest one to expect.
    public let length: MessageLength?

    /// On one line; empty on channels without subjects.
    public var subject: String { plainWords(words.plainSubject(field: { value($0) })) }
}

/// The text of a draft, ready to be copied: UTF-8, one line feed at its end.
public func messageText(_ draft: Draft) -> [UInt8] { Array(draft.text.utf8) + [0x0A] }
