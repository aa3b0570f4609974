/// What a place of a document gives to whoever looks for it. Nothing of it is shown: it is how finished pages are searched for
/// the shortest way from one thing to another.
public enum Landmark: Hashable, Sendable {
    /// A step of a scenario's list, by its name in the plan.
    case step(String)
    /// A number to dial, of a person.
    case number(of: String)
    /// The words of a message.
    case text(of: String)
    /// How a channel is got at, and who works it.
    case access(to: String)
    /// What is to be filled in for a field, and who confirms it.
    case value(String)
    /// A form to fill in.
    case form(String)
    /// What must not be used in a scenario.
    case doNotUse(in: String)
    /// The last of the first actions of a scenario.
    case firstActions(of: String)
    /// The text for staff in a scenario.
    case staffText(in: String)
}

extension [Run] {
    /// The same words, at which something is found.
    public func marked(_ landmark: Landmark) -> [Run] {
        guard let place = firstIndex(where: { if case .text(let words) = $0.content { !words.isEmpty } else { false } })
        else { return self }
        var runs = self
        runs[place].landmarks.append(landmark)
        return runs
    }
}
