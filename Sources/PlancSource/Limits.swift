/// What a plan may ask for at most, so that its work is bounded by the size of its sources. What goes beyond gets a finding.
public enum Limits {
    /// Bytes of a source.
    public static let fileBytes = 1 << 20
    /// Bytes of a front matter.
    public static let frontMatterBytes = 64 << 10
    /// Findings of reading that are kept of one file.
    public static let findingsOfFile = 1_000
    /// Bytes of a line of a body: some ten printed pages.
    public static let lineBytes = 32 << 10
    /// Letters of a body without white space between them.
    public static let wordBytes = 2_000
    /// Bytes of a text with its snippets in place.
    public static let expandedBytes = 128 << 10
    /// How many snippets may be within each other.
    public static let snippetDepth = 32
    /// Languages of a plan.
    public static let locales = 32
}
