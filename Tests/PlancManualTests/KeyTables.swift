import PlancDiagnostics
import PlancMarkup
import PlancSchema

/// The key tables of the language reference, made of the schema.
enum KeyTables {
    /// Every kind in the order of the schema: what it is for, how it may be written, its keys.
    static func markdown() -> String {
        var out = ""
        for entity in EntityKind.allCases {
            let files = Schema.kinds.filter { $0.entity == entity }
            guard let first = files.first else { continue }
            out += "### \(files.map { "`\($0.name)`" }.joined(separator: " and "))\n\n"
            out += first.summary.english.prefix(1).uppercased() + first.summary.english.dropFirst() + ".\n\n"
            out += files.map(form).joined(separator: " ") + "\n\n"
            out += "| key | value | what it is | example |\n| --- | --- | --- | --- |\n"
            for key in files.first(where: { !$0.isRegistry })?.keys ?? first.entryKeys { out += rows(key, prefix: "") }
            out += "\n"
        }
        out +=
            "### Translations\n\nA file in another locale than the first may carry these keys and `kind`, and no others.\n\n"
        out += "| key | value | what it is | example |\n| --- | --- | --- | --- |\n"
        for key in Schema.translationKeys { out += rows(key, prefix: "") }
        return out
    }

    private static func form(_ file: Schema.FileKind) -> String {
        if !file.isRegistry { return "`kind: \(file.name)` is one file, whose body is its text." }
        let key = file.keys.first?.name ?? file.name
        return "`kind: \(file.name)` is a registry: a map from id to entry under `\(key):`."
    }

    /// The key's row, and below it those of the map that it holds.
    private static func rows(_ key: KeySchema, prefix: String) -> String {
        let name = prefix + key.name
        var out =
            "| `\(name)`\(key.isRequired ? " \\*" : "") | \(cell(words(of: key.form))) | \(cell(key.summary.english)) "
        out += "| `\(cell(key.example))` |\n"
        for inner in record(key.form) ?? [] { out += rows(inner, prefix: name + ".") }
        return out
    }

    private static func words(of form: ValueForm) -> String {
        switch form {
        case .record: "a map"
        case .dateOrRecord: "a date, or a map"
        case .textOrRecord: "a text, or a map"
        case .list(.record): "a list of maps"
        case .choice(let words, _): words.map { "`\($0)`" }.joined(separator: " ")
        case .list(.choice(let words, _)): "a list of " + words.map { "`\($0)`" }.joined(separator: " ")
        case .list(let value): "a list, each " + words(of: value)
        default: form.name.english
        }
    }

    private static func record(_ form: ValueForm) -> [KeySchema]? {
        switch form {
        case .record(let keys), .list(.record(let keys)), .dateOrRecord(let keys), .list(.textOrRecord(let keys)): keys
        default: nil
        }
    }

    private static func cell(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}
