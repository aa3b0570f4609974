import PlancLanguages
import PlancModel

/// The section headings and labels that tell an element, in every language that planc knows.
///
/// A heading tells an element when all of it does, in any capitals: the words of the element, with words of time and of address
/// around them ("What we know this morning"). A clause of three words and more, and words with `…` in the list, may go on ("What you
/// can do at home"), unless the next word denies them: "What we do not know yet" tells unknowns and no measures. What stands before
/// and after a colon or a dash is looked at by itself, and several elements may be joined ("Risks and advice").
enum ElementHeadings {
    /// Makes the tables of words that `elements` looks into.
    static func prepare() { _ = byFirst }

    /// The elements that a heading tells; the heading is folded.
    static func elements(toldBy heading: [UInt8]) -> ElementSet {
        var told = ElementSet()
        for part in withoutSigns(heading).split(whereSeparator: isBreak) {
            let words = Self.words(of: part)
            if let found = elements(in: words) { told.formUnion(found) }
        }
        return told
    }

    /// nil when some of the words belong to nothing.
    private static func elements(in words: [String]) -> ElementSet? {
        var told = ElementSet()
        var place = 0
        // Whether the words before are a clause that may go on.
        var mayGoOn = false
        var followsJoint = true
        while place < words.count {
            let word = words[place]
            if let entry = longest(at: place, in: words, least: mayGoOn && !followsJoint ? 2 : 1) {
                place += entry.words.count
                if place < words.count, denials.contains(words[place]) { return nil }
                for element in entry.elements { told.insert(element) }
                mayGoOn = mayGoOn || entry.mayGoOn
                followsJoint = false
                continue
            }
            guard
                mayGoOn || fillers.contains(word) || joints.contains(word)
                    || word.utf8.first?.isDigit ?? false
            else { return nil }
            followsJoint = joints.contains(word)
            place += 1
        }
        return told
    }

    /// The longest words of an element that stand at a place, and all elements that have them.
    private static func longest(at place: Int, in words: [String], least: Int) -> Entry? {
        var longest: Entry?
        for (text, element) in byFirst[words[place]] ?? [] {
            let entry = Entry(text, element)
            guard entry.words.count >= least, entry.words.count <= words.count - place,
                entry.words.count >= longest?.words.count ?? 0,
                zip(entry.words, words[place...]).allSatisfy({ $0 == $1 })
            else { continue }
            if longest?.words.count == entry.words.count {
                longest?.elements.append(element)
            } else {
                longest = entry
            }
        }
        return longest
    }

    private struct Entry {
        var words: [String]
        var elements: [Element]
        var mayGoOn: Bool

        init(_ text: String, _ element: Element) {
            elements = [element]
            let isOpen = text.hasSuffix("…")
            words = ElementHeadings.words(of: Array((isOpen ? text.dropLast() : text[...]).utf8)[...])
            mayGoOn = isOpen || words.count > 2
        }
    }

    /// All words of elements by their first word. (They are parted when a heading begins with it: most of them no plan has.)
    private static let byFirst: [String: [(text: String, element: Element)]] = {
        var table: [String: [(text: String, element: Element)]] = [:]
        for element in Element.allCases {
            for rules in LanguageRules.all {
                for text in rules.messages.headings[element.rawValue] ?? [] {
                    for text in spellings(of: text) {
                        // An ellipsis is no part of the word before it.
                        let bytes = text.utf8.drop { !$0.isWordByte }.prefix { $0.isWordByte && $0 != 0xE2 }
                        if !bytes.isEmpty { table[String(Substring(bytes)), default: []].append((text, element)) }
                    }
                }
            }
        }
        return table
    }()

    /// Words as they are listed, as Switzerland writes them (`Massnahmen`), and as those write them whose keyboard has
    /// no umlauts.
    private static func spellings(of words: String) -> [String] {
        guard words.utf8.contains(0xC3) else { return [words] }
        let swiss = words.replacing("ß", with: "ss")
        let plain = swiss.replacing("ä", with: "ae").replacing("ö", with: "oe").replacing("ü", with: "ue")
        return Set([words, swiss, plain]).sorted()
    }

    private static let fillers = set(\.messages.headingFillers)
    private static let denials = set(\.messages.headingDenials)
    private static let joints = set(\.joints)

    private static func set(_ words: (LanguageRules) -> [String]) -> Set<String> {
        Set(LanguageRules.all.flatMap(words))
    }

    /// Runs of letters and digits; an apostrophe and a hyphen part words.
    private static func words(of text: ArraySlice<UInt8>) -> [String] {
        var words: [String] = []
        var start = text.startIndex
        func end(at place: Int) {
            if place > start { words.append(String(decoding: text[start..<place], as: UTF8.self)) }
            start = place + 1
        }
        for place in text.indices where !text[place].isWordByte { end(at: place) }
        end(at: text.endIndex)
        return words
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
