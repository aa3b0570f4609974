import PlancSource

/// How long a post may be on a network, and how the network counts.
public struct PostLimit: Hashable, Sendable {
    /// How a network counts what a post is long.
    public enum Counting: Hashable, Sendable {
        /// `postLength`: X's weights.
        case weighted
        /// Characters as people see them.
        case characters
    }

    /// The name people know the network by.
    public var network: String
    /// The most that a post may have, as `counting` counts.
    public var limit: Int
    public var counting: Counting

    /// Limits as the networks publish them; X's is the default of a channel of type `social`.
    public static let x = PostLimit(network: "X", limit: 280, counting: .weighted)
    public static let known: [PostLimit] = [
        PostLimit(network: "Bluesky", limit: 300, counting: .characters),
        PostLimit(network: "Mastodon", limit: 500, counting: .characters),
        PostLimit(network: "Threads", limit: 500, counting: .characters),
        PostLimit(network: "LinkedIn", limit: 3000, counting: .characters),
        PostLimit(network: "Instagram", limit: 2200, counting: .characters),
        PostLimit(network: "Facebook", limit: 63_206, counting: .characters),
    ]

    /// The network that a channel's id or title names, else X.
    public static func named(in name: String) -> PostLimit {
        let lower = name.lowercased()
        return known.first { lower.contains($0.network.lowercased()) } ?? x
    }

    /// How long a text is, as the network counts.
    public func length(_ text: String) -> Int { counting == .weighted ? postLength(text) : text.count }
}

/// The length of a post as X counts it (`twitter-text` configuration 3): characters of the alphabets in U+0000–10FF,
/// U+2000–200D, U+2010–201F and U+2032–2037 weigh 1, others 2, an emoji 2 however it is put together, an address 23,
/// after canonical composition.
public func postLength(_ text: String) -> Int {
    var length = 0
    var rest = Substring(text)
    var isWordStart = true
    while let character = rest.first {
        if isWordStart, let end = addressEnd(rest) {
            length += 23
            rest = rest[end...]
            isWordStart = false
            continue
        }
        length += weight(character)
        isWordStart =
            !(character.isLetter || character.isNumber || character == "@" || character == "." || character == "-")
        rest.removeFirst()
    }
    return length
}

/// The length of a notification as it travels, in bytes; services take 4,096 and phones show the first 160 characters
/// (49 on some locked screens).
public func pushLength(_ text: String) -> (bytes: Int, characters: Int) { (text.utf8.count, text.count) }

private func weight(_ character: Character) -> Int {
    if isEmoji(character) { return 2 }
    var sum = 0
    var isFirst = true
    for scalar in character.unicodeScalars {
        // A mark that composes with a Latin letter is one character with it.
        if !isFirst, (0x300...0x33F).contains(scalar.value), scalar.properties.canonicalCombiningClass.rawValue > 0 {
            continue
        }
        isFirst = false
        switch scalar.value {
        case 0...0x10FF, 0x2000...0x200D, 0x2010...0x201F, 0x2032...0x2037: sum += 1
        default: sum += 2
        }
    }
    return sum
}

/// Whether a character is shown as a picture: by itself, by a variation selector, as a flag or a keycap.
func isEmoji(_ character: Character) -> Bool {
    guard let first = character.unicodeScalars.first else { return false }
    if first.properties.isEmojiPresentation { return true }
    guard first.properties.isEmoji else { return false }
    return character.unicodeScalars.contains { $0.value == 0xFE0F || $0.value == 0x20E3 || $0.value == 0x200D }
}

/// Where the address that the text begins with ends; nil when it begins with none.
private func addressEnd(_ text: Substring) -> Substring.Index? {
    let hasScheme = text.hasPrefix("https://") || text.hasPrefix("http://")
    var end = text.firstIndex { $0.isWhitespace || "«»\"“”<>()".contains($0) } ?? text.endIndex
    while end > text.startIndex {
        let before = text.index(before: end)
        guard ".,;:!?'’…".contains(text[before]) else { break }
        end = before
    }
    let candidate = text[..<end]
    if hasScheme { return candidate.contains(".") ? end : nil }
    // A bare host counts as an address when it ends in a domain that exists.
    let host = candidate.prefix { $0 != "/" }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2, let last = parts.last, topDomains.contains(last.lowercased()),
        parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } })
    else { return nil }
    return end
}

/// The common domains; a rare one that is missed makes the post count longer or shorter than 23, never wrong by more.
private let topDomains: Set<String> = [
    "com", "org", "net", "info", "eu", "fr", "uk", "de", "be", "ch", "ca", "lu", "it", "es", "pt", "nl", "ie", "us",
    "gov",
    "edu", "int", "io", "co", "app", "dev", "me", "tv", "bzh", "paris", "re", "news", "site", "online", "cloud", "tech",
]
