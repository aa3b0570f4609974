import PlancMarkup

extension Words {
    func referenceTitle(_ plan: String) -> String { say("Reference – \(plan)", "Référence – \(plan)") }
    var referencePurpose: String {
        say(
            "What the other sheets rest on: who, what, by what means. For those who keep the plan.",
            "Ce sur quoi reposent les autres fiches : qui, quoi, par quels moyens. Pour ceux qui tiennent le plan.")
    }
    var endOfReference: String { say("End of the reference", "Fin de la référence") }
    var referenceShort: String { say("Reference", "Référence") }

    func registry(_ kind: EntityKind) -> String {
        switch kind {
        case .plan: plan
        case .person: say("People", "Personnes")
        case .role: roles
        case .channel: section(.channels)
        case .system: say("Systems", "Systèmes")
        case .activity: section(.activities)
        case .audience: audiences
        case .scenario: scenarios
        case .obligation: section(.obligations)
        case .checklist: section(.checklists)
        case .message: section(.messages)
        case .snippet: say("Texts that messages share", "Textes communs aux messages")
        case .field: fields
        case .pack: packsShort
        case .drill: say("Drills", "Exercices")
        case .vocabulary: say("Words", "Vocabulaire")
        }
    }

    var planOwner: String { say("Owner", "Responsable") }
    var timezone: String { say("Time zone", "Fuseau horaire") }
    var reviewEvery: String { say("Reviewed every", "Relu tous les") }
    var lastReview: String { say("Last review", "Dernière relecture") }
    var businessHolidays: String { say("Public holidays", "Jours fériés") }
    var job: String { say("Job", "Fonction") }
    var speaks: String { say("Languages", "Langues") }
    var lastTried: String { say("Numbers last tried", "Numéros essayés le") }
    var address: String { say("Address", "Adresse") }
    var system: String { say("System", "Système") }
    var supplier: String { say("Supplier", "Fournisseur") }
    var remark: String { say("Note", "Remarque") }
    var size: String { say("How many", "Combien") }
    var informWithin: String { say("To be told within", "À informer sous") }
    var updateEvery: String { say("News every", "Nouvelles tous les") }
    var claim: String { say("Confirmed facts", "Faits confirmés") }
    var until: String { say("Sent until", "Envoyé jusqu’à") }
    var longest: String { say("Longest value", "Valeur la plus longue") }
    var choices: String { say("Choices", "Choix") }
    var confirmedByLabel: String { say("Confirmed by", "Confirmé par") }
    var drill: String { say("Drill", "Exercice") }
    var drillFound: String { say("What was found", "Constats") }
    var drillActions: String { say("What was decided", "Décisions prises") }
    var avoid: String { say("Avoid", "À éviter") }
    var sayInstead: String { say("Say instead", "Dire plutôt") }
    var element: String { say("Element", "Élément") }
    var headingWords: String { say("Headings that tell it", "Titres qui l’annoncent") }
    var allowed: String { say("Words that are fine here", "Mots admis ici") }
}
