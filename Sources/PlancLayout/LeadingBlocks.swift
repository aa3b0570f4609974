import PlancDocument

extension Block {
    /// Whether it stands on one page with what follows: it says what that is.
    func leads(to next: Block?) -> Bool {
        switch (self, next) {
        case (_, .end): true
        case (.paragraph, .table), (.paragraph, .steps), (.paragraph, .facts), (.paragraph, .cards),
            (.paragraph, .drawing), (.paragraph, .figure), (.paragraph, .message), (.facts, .message),
            (.callout, .message):
            true
        // Where one stops to look back, in view of what one looks back at.
        case (.steps, .paragraph(_, .note)): true
        // What a message is leads to its text; one text does not lead to the next.
        case (.together(let inner), .message): if case .message? = inner.last { false } else { true }
        case (.paragraph(let runs, _), .list): runs.plainText.hasSuffix(":")
        default: false
        }
    }
}
