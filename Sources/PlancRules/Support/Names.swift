import PlancDiagnostics
import PlancMarkup
import PlancModel

extension Entity {
    /// The title in quotes, each language in its own version where there is one.
    var quoted: Phrase {
        title.isEmpty ? .quoting(id) : title.phrase.quoted
    }
}

extension Plan {
    /// The title of a system or a channel in quotes.
    func quoted(_ reference: EntityReference) -> Phrase {
        let thing: (any Entity)? = reference.kind == .system ? systems[reference.id] : channels[reference.id]
        return thing?.quoted ?? .quoting(reference.id)
    }
}

extension TranslatedText {
    /// The title in quotes, each language in its own version where there is one.
    var quoted: Phrase {
        if isIntroduction { return Phrase("'{name}' (introduction)", ["name": reference.id]) }
        return title.isEmpty ? .quoting(reference.id) : title.phrase.quoted
    }
}

extension Phrase {
    /// Words of the author's, in quotes.
    static func quoting(_ words: String) -> Phrase { Phrase("'{words}'", ["words": words]) }

    /// In quotes.
    var quoted: Phrase { Phrase("'{words}'", ["words": self]) }

    static func list(_ things: [any Entity]) -> Phrase { few(things.map(\.quoted)) }

    /// `in 'Flood'`, `in 'Flood' and 'Fire'`
    static func inScenarios(_ scenarios: [Scenario]) -> Phrase {
        let names = list(scenarios)
        return Phrase("in {names}", ["names": names])
    }

    static func duration(minutes: Int) -> Phrase { TimeAmount(minutes: abs(minutes)).phrase }

    static func duration(_ amount: TimeAmount) -> Phrase { amount.phrase }

    /// `T+4 h`, `T+3 d 5 h`.
    static func moment(minutes: Int) -> Phrase { Offset(TimeAmount(minutes: minutes)).phrase }
}

extension Team {
    var name: Phrase {
        switch self {
        case .executive: Phrase("executive")
        case .technical: Phrase("technical")
        case .communication: Phrase("communication")
        case .legal: Phrase("legal")
        case .business: Phrase("business")
        case .support: Phrase("support")
        }
    }
}
