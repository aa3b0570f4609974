extension Phrase {
    /// The phrase in a language; in English where that language has no words for it.
    public func text(_ language: Language) -> String {
        switch content {
        case .verbatim(let text): return text
        case .template(let english, let context, let parts):
            let said = language == .english ? nil : language.home.catalogue[english, context]
            if parts.isEmpty { return said ?? english }
            return said.flatMap { fill($0, parts, language) } ?? fill(english, parts, .english, partsIn: language)
                ?? english
        case .joined(let phrases, let separator):
            return phrases.map { $0.text(language) }.joined(separator: separator?.text(language) ?? "")
        case .list(let items, let word, let most):
            let rest = items.count > most ? Phrase("{count} others", ["count": items.count - most + 1]) : nil
            let said = rest.map { items.prefix(most - 1) + [$0] } ?? items
            return language.list(said.map { $0.text(language) }, word)
        case .versions(let versions):
            let version =
                versions.first { $0.tag == language.tag } ?? versions.first { $0.tag == nil }
                ?? versions.first { $0.tag?.prefix { $0 != "-" } == language.tag[...] } ?? versions.first
            return version?.text ?? ""
        }
    }
}

/// A template with the values of its parts: `language` is the template's, whose plurals count; `partsIn` that of the values.
private func fill(_ template: String, _ parts: [Phrase.Named], _ language: Language, partsIn: Language? = nil)
    -> String?
{
    var filler = TemplateFiller(
        text: template.utf8, parts: parts, language: language, valueLanguage: partsIn ?? language)
    return filler.fill(template[...], number: nil)
}

/// Reads a template once, from left to right.
private struct TemplateFiller {
    let text: String.UTF8View
    let parts: [Phrase.Named]
    let language: Language
    let valueLanguage: Language

    mutating func fill(_ template: Substring, number: Int?) -> String {
        var out = ""
        var rest = template.utf8[...]
        while let mark = rest.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "#") }) {
            out += Substring(rest[..<mark])
            if rest[mark] == UInt8(ascii: "#") {
                out += number.map { valueLanguage.number($0) } ?? "#"
                rest = rest[rest.index(after: mark)...]
            } else if let (value, end) = argument(rest[mark...]) {
                out += value
                rest = rest[end...]
            } else {
                out += "{"
                rest = rest[rest.index(after: mark)...]
            }
        }
        out += Substring(rest)
        return out
    }

    /// What stands for `{name}` or `{name, plural, …}`; nil where the brace is just a brace.
    private mutating func argument(_ text: Substring.UTF8View) -> (String, String.Index)? {
        let nameStart = text.index(after: text.startIndex)
        guard let nameEnd = text[nameStart...].firstIndex(where: { !isNameByte($0) }),
            let part = part(Substring(text[nameStart..<nameEnd]))
        else { return nil }
        if text[nameEnd] == UInt8(ascii: "}") { return (value(part), text.index(after: nameEnd)) }
        guard let cases = Cases(text[nameEnd...]) else { return nil }
        switch part {
        case .number(let count):
            let words =
                cases["=\(count)"] ?? cases[language.plural(count).rawValue] ?? cases["other"] ?? ""
            return (fill(words, number: count), cases.end)
        default: return (fill(cases[value(part)] ?? cases["other"] ?? "", number: nil), cases.end)
        }
    }

    private func part(_ name: Substring) -> Phrase.Part? { parts.first { $0.name == name }?.part }

    private func value(_ part: Phrase.Part) -> String {
        switch part {
        case .text(let text): text
        case .number(let number): valueLanguage.number(number)
        case .phrase(let phrase), .written(_, let phrase): phrase.text(valueLanguage)
        }
    }
}

private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
    default: false
    }
}

/// The words that a `plural` or `select` chooses among: `, plural, one {…} other {…}}`.
struct Cases {
    private(set) var words: [(key: Substring, words: Substring)] = []
    /// Behind the closing brace of the whole.
    private(set) var end: String.Index

    init?(_ text: Substring.UTF8View) {
        let whole = Substring(text)
        end = text.endIndex
        guard let start = [", plural,", ", select,"].first(where: { whole.hasPrefix($0) }) else { return nil }
        var rest = whole.dropFirst(start.count)
        while true {
            rest = rest.drop { $0 == " " }
            guard let first = rest.first else { return nil }
            if first == "}" {
                end = rest.index(after: rest.startIndex)
                return
            }
            guard let brace = rest.firstIndex(of: "{"), let close = Cases.close(rest[brace...]) else { return nil }
            let key = rest[..<brace]
            words.append((key.prefix { $0 != " " }, rest[rest.index(after: brace)..<close]))
            rest = rest[rest.index(after: close)...]
        }
    }

    subscript(key: String) -> Substring? { words.first { $0.key == key[...] }?.words }

    /// The brace that closes the first one.
    private static func close(_ text: Substring) -> String.Index? {
        var depth = 0
        for place in text.utf8.indices {
            if text.utf8[place] == UInt8(ascii: "{") { depth += 1 }
            if text.utf8[place] == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0 { return place }
            }
        }
        return nil
    }
}
