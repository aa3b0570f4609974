import TestSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A phrase as the sources say it: its English and its context.
struct SourcePhrase: Hashable {
    var english: String
    var context: String
    /// `Sources/…swift:line`
    var place: String

    /// The key of its translations.
    var key: String { context.isEmpty ? english : context + "\u{4}" + english }

    static func == (a: SourcePhrase, b: SourcePhrase) -> Bool { a.key == b.key }
    func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

/// Every phrase of the sources: the first text of `Phrase(…)`, `say(…)` and of a key's `called:`, `each:` and `summary:`.
func sourcePhrases() -> [SourcePhrase] {
    swiftFiles("\(packageFolder)/Sources").flatMap { path -> [SourcePhrase] in
        var scanner = SwiftScanner(readFile(path) ?? [])
        let name = String(path.dropFirst(packageFolder.count + 1))
        // `said` speaks for the command line alone, `say` for documents; elsewhere they are other things.
        let speaks =
            name.hasPrefix("Sources/planc/") || name.hasPrefix("Sources/PlancLowering/")
            || name.hasPrefix("Sources/PlancData/")
        return scanner.phrases(ofSpeech: speaks).map {
            SourcePhrase(english: $0.english, context: $0.context, place: "\(name):\($0.line)")
        }
    }
}

/// Reads Swift just far enough to find the string literals behind a few words.
struct SwiftScanner {
    private let text: [UInt8]
    private var place = 0
    private var line = 1
    private var hasInterpolation = false
    /// Found inside the interpolations of the last literal.
    private var inside: [(english: String, context: String, line: Int)] = []

    init(_ text: [UInt8]) { self.text = text }

    mutating func phrases(ofSpeech speaks: Bool = true) -> [(english: String, context: String, line: Int)] {
        var found: [(english: String, context: String, line: Int)] = []
        var word: [UInt8] = []
        var takesContext = false
        while place < text.count {
            let byte = text[place]
            switch byte {
            case UInt8(ascii: "/") where starts("//"):
                while place < text.count, text[place] != UInt8(ascii: "\n") { place += 1 }
                continue
            case UInt8(ascii: "\""):
                let start = line
                hasInterpolation = false
                let literal = literal()
                switch String(decoding: word, as: UTF8.self) {
                case "Phrase(" where !hasInterpolation, "summary:" where !hasInterpolation,
                    "say(" where speaks && !hasInterpolation, "said(" where speaks && !hasInterpolation:
                    found.append((literal, "", start))
                    takesContext = true
                // What readers call a key.
                case "called:",
                    "each:" where !hasInterpolation:
                    found.append((literal, "key", start))
                case "context:" where takesContext: found[found.count - 1].context = literal
                default: break
                }
                found += inside
                inside = []
                word = []
                continue
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                if let last = word.last, last == UInt8(ascii: "(") || last == UInt8(ascii: ":") { word = [] }
                word.append(byte)
            case UInt8(ascii: "("), UInt8(ascii: ":"):
                word.append(byte)
                if word.elementsEqual("term:".utf8) { takesContext = false }
            case UInt8(ascii: " "), UInt8(ascii: "\n"):
                if byte == UInt8(ascii: "\n") { line += 1 }
                if let last = word.last, last != UInt8(ascii: "("), last != UInt8(ascii: ":") { word = [] }
            default: word = []
            }
            place += 1
        }
        return found
    }

    private func starts(_ sign: StaticString) -> Bool {
        let count = sign.utf8CodeUnitCount
        return place + count <= text.count
            && text[place..<(place + count)].elementsEqual(UnsafeBufferPointer(start: sign.utf8Start, count: count))
    }

    /// The literal that begins here, without its escapes; several lines as Swift joins them.
    private mutating func literal() -> String {
        let isLong = starts("\"\"\"")
        place += isLong ? 3 : 1
        var value: [UInt8] = []
        while place < text.count, isLong ? !starts("\"\"\"") : text[place] != UInt8(ascii: "\"") {
            let byte = text[place]
            if byte == UInt8(ascii: "\n") { line += 1 }
            guard byte == UInt8(ascii: "\\"), place + 1 < text.count else {
                value.append(byte)
                place += 1
                continue
            }
            let next = text[place + 1]
            place += 2
            switch next {
            case UInt8(ascii: "n"): value.append(UInt8(ascii: "\n"))
            case UInt8(ascii: "t"): value.append(UInt8(ascii: "\t"))
            case UInt8(ascii: "u"):
                let end = text[place...].firstIndex(of: UInt8(ascii: "}")) ?? place
                let digits = String(decoding: text[(place + 1)..<end], as: UTF8.self)
                let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
                value += Array(String(Character(scalar)).utf8)
                place = end + 1
            case UInt8(ascii: "("):
                hasInterpolation = true
                var depth = 1
                let start = place
                while place < text.count, depth > 0 {
                    if text[place] == UInt8(ascii: "\"") { _ = literal() }
                    if text[place] == UInt8(ascii: "(") { depth += 1 }
                    if text[place] == UInt8(ascii: ")") { depth -= 1 }
                    place += 1
                }
                var interpolation = SwiftScanner(Array(text[start..<place]))
                inside += interpolation.phrases().map { ($0.english, $0.context, line) }
            case UInt8(ascii: "\n"):
                line += 1
                value.append(0)
            default: value.append(next)
            }
        }
        place += isLong ? 3 : 1
        guard isLong else { return String(decoding: value, as: UTF8.self) }
        // The indentation of the last line belongs to none; a line that goes on was marked by a NUL.
        let lines = value.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let indentation = lines.last?.count ?? 0
        let whole = lines.dropFirst().dropLast().map { line in
            line.split(separator: 0, omittingEmptySubsequences: false)
                .map { String(decoding: $0.dropFirst(indentation), as: UTF8.self) }.joined()
        }
        return whole.joined(separator: "\n")
    }
}

/// All Swift files below a folder, sorted.
func swiftFiles(_ folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var found: [String] = []
    while let entry = readdir(handle) {
        var name = entry.pointee.d_name
        let text = withUnsafePointer(to: &name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if text.hasPrefix(".") { continue }
        if entry.pointee.d_type == UInt8(DT_DIR) {
            found += swiftFiles(folder + "/" + text)
        } else if text.hasSuffix(".swift") {
            found.append(folder + "/" + text)
        }
    }
    return found.sorted()
}
