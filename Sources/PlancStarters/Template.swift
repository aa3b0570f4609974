import PlancDriver
import PlancLanguages
import PlancModel

/// A template of several files of a plan: its words in English, which each language translates (context `starter`).
///
/// - `%% path` opens a file; with `translated` behind it the file has a translation of its own in every other language, with
///   `introduced` the text below its front matter has.
/// - `⟨words⟩` is said in each language: in a body in the language of the file, in front matter as a YAML value,
///   a map by language where no translation will carry it.
/// - `⟦id⟧` is an id or a path: the plan's first language decides (context `starter id`).
/// - `$word` is filled in: words like `⟨…⟩`, or YAML as it stands.
/// - A line that begins with `?support ` is left out where nobody answers reports.
struct Template {
    var text: String

    /// What `$word` stands for.
    struct Values {
        /// In the order of the plan.
        var locales: [Locale]
        var hasSupport: Bool
        var phrases: [String: Phrase]
        /// YAML, put in as it stands.
        var scalars: [String: String]
    }

    func files(_ values: Values) -> [OutputFile] {
        guard let source = values.locales.first else { return [] }
        var files: [OutputFile] = []
        for part in parts(in: source) {
            let lines = part.lines.filter { values.hasSupport || !$0.hasPrefix(supportMark) }
                .map { $0.hasPrefix(supportMark) ? String($0.dropFirst(supportMark.count)) : $0 }
            for locale in part.isTranslated || part.isIntroduced ? values.locales : [source] {
                let isTranslation = locale != source
                let path = isTranslation ? part.path.dropLast(".md".count) + ".\(locale.tag).md" : part.path
                let writer = FileWriter(
                    values: values, locale: locale, isTranslated: part.isTranslated, isTranslation: isTranslation)
                files.append(OutputFile(path: path, bytes: Array(writer.text(lines).utf8)))
            }
        }
        return files
    }

    private struct Part {
        var path: String
        var isTranslated: Bool
        var isIntroduced: Bool
        var lines: [String]
    }

    /// The files of the template, ids and paths in the plan's first language.
    private func parts(in source: Locale) -> [Part] {
        var parts: [Part] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let line = String(line).hasPrefix("%% ") ? ids(in: String(line), source) : String(line)
            if line.hasPrefix("%% ") {
                let words = line.dropFirst(3).split(separator: " ")
                parts.append(
                    Part(
                        path: String(words.first ?? ""), isTranslated: words.contains("translated"),
                        isIntroduced: words.contains("introduced"), lines: []))
            } else if !parts.isEmpty {
                parts[parts.count - 1].lines.append(line)
            }
        }
        // The end of the last line of a part is no line of its own.
        for index in parts.indices where parts[index].lines.last == "" { parts[index].lines.removeLast() }
        return parts
    }
}

private let supportMark = "?support "

/// Writes one file of a template in one language.
private struct FileWriter {
    var values: Template.Values
    var locale: Locale
    var isTranslated: Bool
    var isTranslation: Bool

    func text(_ lines: [String]) -> String {
        var out = ""
        var fences = 0
        for line in lines {
            if line == "---", fences < 2 {
                fences += 1
                out += "---\n"
                continue
            }
            let isFrontMatter = fences == 1
            if isFrontMatter, isTranslation, !translatedKeys.contains(where: { line.hasPrefix($0) }) { continue }
            out += filled(line, isFrontMatter: isFrontMatter) + "\n"
        }
        return out
    }

    private var translatedKeys: [String] { ["kind:"] + ownTexts }
    /// The texts that a translation carries itself.
    private var ownTexts: [String] { ["title:", "subject:"] }

    private func filled(_ line: String, isFrontMatter: Bool) -> String {
        let isOwnText = isTranslated && ownTexts.contains { line.hasPrefix($0) }
        func said(_ phrase: Phrase) -> String {
            func text(_ locale: Locale) -> String { words(in: phrase.text(locale.spoken), locale) }
            if !isFrontMatter { return text(locale) }
            if isOwnText || values.locales.count == 1 { return yamlText(text(locale)) }
            return "{" + values.locales.map { "\($0.tag): " + yamlText(text($0)) }.joined(separator: ", ") + "}"
        }
        let line = ids(
            in: replacing("⟨", "⟩", in: line) { said(Phrase(term: $0, context: "starter")) }, values.locales[0])
        return replacingWords(in: line) { word in values.scalars[word] ?? values.phrases[word].map(said) }
    }

    private func words(in text: String, _ locale: Locale) -> String {
        replacingWords(in: text) { values.phrases[$0]?.text(locale.spoken) }
    }
}

/// Every `⟦id⟧` as the language says it.
private func ids(in line: String, _ locale: Locale) -> String {
    replacing("⟦", "⟧", in: line) { Phrase(term: $0, context: "starter id").text(locale.spoken) }
}

/// Every `open words close` of a line, replaced by what is made of the words.
private func replacing(_ open: Character, _ close: Character, in line: String, _ made: (String) -> String) -> String {
    var out = ""
    var rest = line[...]
    while let start = rest.firstIndex(of: open), let end = rest[start...].firstIndex(of: close) {
        out += rest[..<start]
        out += made(String(rest[rest.index(after: start)..<end]))
        rest = rest[rest.index(after: end)...]
    }
    return out + rest
}

/// Every `$word` of a line, replaced where it stands for something. What is put in is not looked at again.
private func replacingWords(in line: String, _ value: (String) -> String?) -> String {
    var out = ""
    var rest = line[...]
    while let start = rest.firstIndex(of: "$") {
        let name = rest[rest.index(after: start)...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        out += rest[..<start]
        out += value(String(name)) ?? "$" + name
        rest = rest[name.endIndex...]
    }
    return out + rest
}
