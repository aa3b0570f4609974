import PlancSource

/// What somebody did and vouches for: the day, who, and a stamp of what was before them then.
///
/// In a source it is a bare date, which has no stamp, or `{on: 2026-02-02, by: dircom, of: 3f2a9c0b17de}`.
public struct Confirmation: Sendable {
    public var on: Located<CalendarDate>
    /// A role or a person.
    public var by: TypedReference?
    /// The stamp of what was confirmed; nil of a bare date.
    public var of: Located<String>?
    /// The whole value.
    public var valueSpan: Span

    public init(
        _ on: Located<CalendarDate>, by: TypedReference? = nil, of: Located<String>? = nil, span: Span
    ) {
        self.on = on
        self.by = by
        self.of = of
        valueSpan = span
    }

    /// The day.
    public var value: CalendarDate { on.value }
    /// Where the day is written.
    public var span: Span { on.span }
}
