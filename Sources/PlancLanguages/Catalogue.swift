import PlancSource

/// The translations of one language, as the build packed them: nothing is read before something is said in it.
struct Catalogue: Sendable {
    private let packed: Packed?

    /// - Parameter packed: what `POFiles` made; nil for a language without translations.
    init(_ packed: Packed?) { self.packed = packed }

    var pluralRule: PluralRule { packed.flatMap { PluralRule(rawValue: $0[POFiles.plurals]) } ?? .oneIsSingular }

    subscript(english: String, context: String) -> String? {
        guard let packed, let index = packed.value(of: context, inIndexAt: packed[POFiles.contexts]),
            let place = packed.value(of: english, inKeysAt: index)
        else { return nil }
        return packed.word(at: place)
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
