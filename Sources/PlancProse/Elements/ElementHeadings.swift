import PlancLanguages
import PlancModel
import PlancWordLists

/// The section headings and labels that tell an element, in every language that planc knows.
///
/// A heading tells an element when all of it does, in any capitals: the words of the element, with words of time and of address
/// around them ("What we know this morning"). A clause of three words and more, and words with `…` in the list, may go on ("What you
/// can do at home"), unless the next word denies them: "What we do not know yet" tells unknowns and no measures. What stands before
/// and after a colon or a dash is looked at by itself, and several elements may be joined ("Risks and advice").
enum ElementHeadings {
    /// The elements that a heading tells; the heading is folded.
    static func elements(toldBy heading: [UInt8]) -> ElementSet {
        var told = ElementSet()
        for part in withoutSigns(heading).split(whereSeparator: isBreak) {
            let words = HeadingWords.parts(of: part)
            if let found = elements(in: words) { told.formUnion(found) }
        }
        return told
    }

    /// nil when some of the words belong to nothing.
    private static func elements(in words: [ArraySlice<UInt8>]) -> ElementSet? {
        var told = ElementSet()
        var place = 0
        // Whether the words before are a clause that may go on.
        var mayGoOn = false
        var followsJoint = true
        while place < words.count {
            if let found = longest(words[place...], least: mayGoOn && !followsJoint ? 2 : 1) {
                place += found.count
                if place < words.count, denials.contains(String(decoding: words[place], as: UTF8.self)) { return nil }
                for element in found.elements { told.insert(element) }
                mayGoOn = mayGoOn || found.mayGoOn
                followsJoint = false
                continue
            }
            let word = String(decoding: words[place], as: UTF8.self)
            guard
                mayGoOn || fillers.contains(word) || joints.contains(word)
                    || word.utf8.first?.isDigit ?? false
            else { return nil }
            followsJoint = joints.contains(word)
            place += 1
        }
        return told
    }

    /// The longest words of an element that others begin with, and all elements that have them.
    private static func longest(
        _ words: ArraySlice<ArraySlice<UInt8>>, least: Int
    ) -> (count: Int, elements: [Element], mayGoOn: Bool)? {
        let entries = HeadingEntry.beginning(words)
        guard let count = entries.map(\.count).max(), count >= least else { return nil }
        let longest = entries.filter { $0.count == count }
        return (count, longest.compactMap { Element(rawValue: $0.element) }, longest.contains(where: \.mayGoOn))
    }

    private static let fillers = set(\.messages.headingFillers)
    private static let denials = set(\.messages.headingDenials)
    private static let joints = set(\.joints)

    private static func set(_ words: (LanguageRules) -> [String]) -> Set<String> {
        Set(LanguageRules.all.flatMap(words))
    }

    /// A colon, a full stop, a question mark, an exclamation mark, a parenthesis, a bar.
    private static func isBreak(_ byte: UInt8) -> Bool { ":.?!()|;".utf8.contains(byte) }

    /// Dashes as colons, other signs outside ASCII and pictures as spaces.
    private static func withoutSigns(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(where: { $0 >= 0x80 }) else { return text }
        return String(decoding: text, as: UTF8.self).unicodeScalars.flatMap { scalar -> [UInt8] in
            switch scalar {
            case "–", "—": [0x3A]
            case "\u{80}"..."\u{BF}", "\u{2000}"..."\u{2BFF}", "\u{FE00}"..."\u{FE0F}", "\u{1F000}"...: [0x20]
            default: Array(String(scalar).utf8)
            }
        }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
