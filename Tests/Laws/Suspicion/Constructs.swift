/// A piece of a plan that means something to planc: what the law *near miss* changes, character by character.
struct Construct: Sendable {
    var name: String
    var path: String
    /// In the text of the file, by UTF-8 offsets.
    var range: Range<Int>

    var isFrontMatter: Bool { ["id", "key", "value", "telephone number"].contains(name) }

    /// Every construct of a plan, each kind of it once for every kind of file.
    static func all(in plan: SubjectPlan) -> [Construct] {
        var found: [Construct] = []
        var seen: Set<String> = []
        for path in plan.sources {
            let text = plan.text(path)
            let folder = path.split(separator: "/").dropLast().first.map(String.init) ?? path
            func add(_ name: String, once key: String, _ range: Range<String.Index>?) {
                guard let range, !range.isEmpty, seen.insert("\(name) \(key)").inserted else { return }
                let lower = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
                let upper = text.utf8.distance(from: text.startIndex, to: range.upperBound)
                found.append(Construct(name: name, path: path, range: lower..<upper))
            }
            let fences = text.ranges(of: #/(?m)^---\n/#)
            add("opening fence", once: folder, fences.first)
            add("closing fence", once: folder, fences.dropFirst().first)
            let front =
                fences.count > 1 ? fences[0].upperBound..<fences[1].lowerBound : text.startIndex..<text.startIndex
            let body = fences.count > 1 ? fences[1].upperBound..<text.endIndex : text.startIndex..<text.startIndex
            for match in text[front].matches(of: #/(?m)^ *([a-z-]+):(?: |\n)/#) {
                let isID = text[match.range].hasPrefix("  ") && !text[match.range].hasPrefix("    ")
                add(isID ? "id" : "key", once: isID ? folder : "\(match.1)", match.range)
            }
            for match in text[front].matches(of: #/([a-z-]+): (\[?[a-zA-Z0-9+][^\n"{}]*)/#) {
                let key = String(match.1)
                if ["name", "what", "title", "version", "law"].contains(key) { continue }
                add("value", once: key, match.2.startIndex..<match.2.endIndex)
            }
            add("telephone number", once: "", text[front].firstRange(of: #/"\+[0-9 ]+"/#))
            for match in text[body].matches(of: #/(?m)^- \[ \] (T\S+ )(every \S+ )?(@\S+ )/#) {
                add("step", once: match.2 == nil ? "plain" : "rhythm", match.range)
            }
            add("sub-step", once: "", text[body].firstRange(of: #/(?m)^ +- \[ \] \S+ /#))
            if path.hasPrefix("checklists") {
                add("stage", once: "", text[body].firstRange(of: #/(?m)^## .../#))
                add("link in a step", once: "", text[body].firstRange(of: #/\[[^\]\n]+\]\([^)\n]+\)/#))
            }
            if path.hasPrefix("messages") {
                for match in text[body].matches(of: #/(?m)^## .*/#) { add("heading", once: "\(match.0)", match.range) }
                add("variant", once: "", text[body].firstRange(of: #/(?m)^# [a-z-]+\n/#))
            }
            for match in text[body].matches(of: #/\{\{ [a-z-]+ \}\}/#) { add("field", once: folder, match.range) }
            add("snippet", once: "", text[body].firstRange(of: #/\{\{> [a-z-]+ \}\}/#))
            add("directive", once: "", text[body].firstRange(of: #/<!-- planc: [^>\n]*-->/#))
        }
        return found
    }
}

/// The changes of one character in a construct: left out, added, exchanged, or replaced by one that looks like it.
enum Mutation {
    static func all(of construct: Construct, in plan: SubjectPlan) -> [Slip] {
        let text = plan.text(construct.path)
        let utf8 = text.utf8
        let lower = utf8.index(utf8.startIndex, offsetBy: construct.range.lowerBound)
        let upper = utf8.index(utf8.startIndex, offsetBy: construct.range.upperBound)
        let piece = Array(text[lower..<upper].unicodeScalars)
        let line = text[..<lower].count { $0 == "\n" } + 1
        var slips: [Slip] = []
        func add(_ what: String, _ changed: [Unicode.Scalar]) {
            guard changed != piece else { return }
            var new = String.UnicodeScalarView()
            new.append(contentsOf: changed)
            if construct.isFrontMatter, isComment(text[..<lower], String(new)) { return }
            slips.append(
                Slip(
                    construct: construct.name,
                    what: "\(what): \(String(String.UnicodeScalarView(piece)).debugDescription) → "
                        + String(new).debugDescription,
                    path: construct.path, text: text[..<lower] + String(new) + text[upper...], line: line))
        }
        for i in piece.indices {
            var without = piece
            without.remove(at: i)
            add("left out", without)
            for extra in extras(beside: piece[i]) {
                var longer = piece
                longer.insert(extra, at: i)
                add("added", longer)
            }
            if i + 1 < piece.count {
                var swapped = piece
                swapped.swapAt(i, i + 1)
                add("exchanged", swapped)
            }
            for twin in twins[piece[i]] ?? [] {
                var alike = piece
                alike[i] = twin
                add("look-alike", alike)
            }
        }
        return slips
    }

    /// Whether a change makes a comment of a line of front matter as the manual describes one: `# key: value` is a note.
    private static func isComment(_ before: Substring, _ new: String) -> Bool {
        let line = before.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
        return (line + new).drop { $0 == " " }.hasPrefix("# ")
    }

    /// A letter, a space, a mark, and the character a second time.
    private static func extras(beside scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        scalar == "\n" ? ["\n", " ", "x"] : [scalar, " ", "x", "#"]
    }

    /// Characters that look the same, or that a word processor or telephone writes instead.
    private static let twins: [Unicode.Scalar: [Unicode.Scalar]] = [
        " ": ["\u{A0}", "\u{202F}", "\t"], "-": ["–", "\u{2011}", "−"], "[": ["［", "("], "]": ["］", ")"],
        "+": ["＋"], "@": ["＠"], ":": ["：", ";", "="], "#": ["＃"], "{": ["｛", "("], "}": ["｝", ")"], ">": ["›"],
        "(": ["（", "["], ")": ["）", "]"], "a": ["а", "à"], "e": ["е", "é"], "o": ["о", "0"], "c": ["с"], "p": ["р"],
        "i": ["і", "1"], "s": ["ѕ"], "x": ["х"], "T": ["Т", "t"], "0": ["O"], "1": ["l"], "\"": ["“", "'", "”"],
        ".": ["․", ","], "/": ["∕", "\\"], "<": ["‹"], "!": ["ǃ"], ",": ["‚", ";"],
    ]
}
