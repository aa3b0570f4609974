import PlancSource

/// The translations of one language, as the build packed them: nothing is read before something is said in it.
struct Catalogue: Sendable {
    private let packed: Packed?

    /// - Parameter packed: what `POFiles` made; nil for a language without translations.
    init(_ packed: Packed?) { self.packed = packed }

    var pluralRule: PluralRule { packed.flatMap { PluralRule(rawValue: $0[POFiles.plurals]) } ?? .oneIsSingular }

    subscript(english: String, context: String) -> String? {
        guard let packed, let index = packed.value(of: context, inIndexAt: packed[POFiles.contexts]),
            let place = packed.value(of: english, inIndexAt: index)
        else { return nil }
        return packed.word(at: place)
    }

    /// All of it: by English, where it has a context after that and U+0004 (gettext's own way).
    var translations: [String: String] {
        guard let packed else { return [:] }
        var all: [String: String] = [:]
        for (context, index) in packed.index(at: packed[POFiles.contexts]) {
            for (english, place) in packed.index(at: index) {
                all[context.isEmpty ? english : context + "\u{4}" + english] = packed.word(at: place)
            }
        }
        return all
    }
}

/// The categories of plurals (Unicode CLDR) that the languages here have.
enum PluralCategory: String, Sendable { case one, other }

extension Language {
    func plural(_ count: Int) -> PluralCategory {
        switch home.catalogue.pluralRule {
        case .oneIsSingular: count.magnitude == 1 ? .one : .other
        case .zeroIsSingular: count.magnitude < 2 ? .one : .other
        case .none: .other
        }
    }
}
