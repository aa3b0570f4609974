/// Where a copy lies, from its author's words: "Crisis cell, Rhône room" is in the rooms of "Rhône room, shelf".
struct NamedRooms: Equatable {
    /// Between its commas, in words without capitals.
    private let parts: [[Substring]]

    init(_ place: String) {
        parts = place.lowercased().split(separator: ",").map { part in
            part.split { !$0.isLetter && !$0.isNumber }
        }.filter { !$0.isEmpty }
    }

    /// Whether something that one of them names is named by the other.
    func shares(with other: NamedRooms) -> Bool {
        parts.contains { mine in other.parts.contains { Self.isPart(mine, of: $0) || Self.isPart($0, of: mine) } }
    }

    /// Whether words stand side by side among others.
    private static func isPart(_ few: [Substring], of many: [Substring]) -> Bool {
        guard few.count <= many.count else { return false }
        return (0...many.count - few.count).contains { many[$0..<$0 + few.count].elementsEqual(few) }
    }
}
