import PlancDiagnostics
import PlancLanguages
import PlancMarkup
import PlancSchema

/// Names of other languages, and singulars for plurals, where the plan language's own word was meant.
package enum AliasedNames {
    /// The kind that a mistyped `kind:` means.
    package static func kind(_ written: String) -> String? {
        let name = Form.id(from: written) ?? written
        if Schema[name] != nil { return name }
        if let entity = EntityKind(rawValue: name) { return entity.registryKey }
        if let entity = EntityKind.allCases.first(where: { $0.registryKey == name }) { return entity.rawValue }
        return kinds[name]
    }

    /// The key that another, singular or plural name means, among those that may stand there.
    static func key(_ written: String, among names: [String]) -> String? {
        let name = Form.id(from: written) ?? written
        if names.contains(name) { return name }
        if let known = keys[name]?.first(where: names.contains) { return known }
        let variants = name.hasSuffix("s") ? [String(name.dropLast())] : [name + "s"]
        if let variant = variants.first(where: names.contains) { return variant }
        if name.hasSuffix("y"), names.contains(name.dropLast() + "ies") { return name.dropLast() + "ies" }
        return nil
    }

    /// The kinds that have a key of this name, or one that it means, and what that key is called there; nil where there is none, or so
    /// many that it says nothing.
    static func otherKinds(_ written: String) -> (key: String, kinds: [Phrase])? {
        var found: (key: String, kinds: [Phrase])?
        for kind in EntityKind.allCases {
            guard let key = key(written, among: Schema.keys(of: kind).map(\.name)) else { continue }
            if let found, found.key != key { continue }
            found = (key, (found?.kinds ?? []) + [kind.nounWithArticle])
        }
        return found.flatMap { $0.kinds.count <= 3 ? $0 : nil }
    }

    /// The word of a vocabulary that another one means.
    static func value(_ written: String, among words: [String]) -> String? {
        let name = Form.id(from: written) ?? written
        if words.contains(name) { return name }
        if let known = values[name]?.first(where: words.contains) { return known }
        let variants = name.hasSuffix("s") ? [String(name.dropLast())] : [name + "s"]
        return variants.first(where: words.contains)
    }

    private static let kinds = merged(\.kinds)
    private static let keys = merged(\.keys)
    private static let values = merged(\.values)

    /// The names of all languages; where two mean different things, the first language's.
    private static func merged<Meant>(_ names: (Aliases) -> KeyValuePairs<String, Meant>) -> [String: Meant] {
        var all: [String: Meant] = [:]
        for aliases in LanguageRules.all.map({ $0.aliases() }) {
            for spelling in [{ $0 }, aliases.otherSpelling] {
                for (name, meant) in names(aliases) where all[spelling(name)] == nil { all[spelling(name)] = meant }
            }
        }
        return all
    }
}
