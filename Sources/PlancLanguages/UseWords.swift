/// How a text tells its reader to use what it names: "call the reading desk", "look it up in the care records". All words are small.
public struct UseWords: Sendable {
    /// Verbs that a thing follows that is used.
    public var uses: [String] = []
    /// Verbs that somebody follows, or a telephone line.
    public var calls: [String] = []
    /// Verbs that people alone follow: `ask`.
    public var asks: [String] = []
    /// What is written, sent, read or looked for somewhere.
    public var acts: [String] = []
    /// Words between a verb and the place or the means of it: `on`, `by`.
    public var means: [String] = []
    /// Words that stand before a name and are no part of it.
    public var articles: [String] = []
    /// Words behind which a verb still tells somebody to do something: `please`, `and`.
    public var leads: [String] = []
    /// Words that begin another sentence within one: `who`.
    public var joints: [String] = []
    /// Whether verbs may stand behind what they are said of: "die Hotline anrufen".
    public var mayStandBehind = false

    public init() {}
}
