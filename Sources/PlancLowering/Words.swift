import PlancDocument
import PlancMarkup
import PlancModel

/// All words that planc prints by itself, in the reader's language: French, or English for every other.
struct Words: Sendable {
    let isFrench: Bool

    init(_ locale: Locale) { isFrench = locale.isFrench }

    func say(_ english: String, _ french: String) -> String { isFrench ? french : english }

    var furniture: Document.Words {
        Document.Words(
            pageOf: say("page {0} of {1}", "page {0} sur {1}"),
            continues: say("continued on the next page", "suite à la page suivante"), continued: continued,
            contents: say("Contents", "Sommaire"), doneAt: say("Done at", "Fait à"), copyText: say("Copy", "Copier"),
            print: say("Print", "Imprimer"), home: say("Back to the contents", "Retour au sommaire"),
            when: say("When", "Quand"), who: say("Who", "Qui"), what: say("What", "Quoi"),
            skip: say("Skip to the content", "Aller au contenu"), copied: say("Copied", "Copié"), colon: colon)
    }

    var continued: String { say("continued", "suite") }
    var draft: String { say("DRAFT", "BROUILLON") }
    var exercise: String { say("EXERCISE", "EXERCICE") }
    func version(_ number: String) -> String { say("version \(number)", "version \(number)") }

    // MARK: Opening of a sheet

    var useWhen: String { say("Use this sheet when:", "Quand utiliser cette fiche :") }
    func useFor(_ scenario: String) -> String {
        say(
            "Use this sheet as soon as you recognise: \(scenario).",
            "À utiliser dès que vous reconnaissez : \(scenario).")
    }
    var recognise: String { say("Recognise it, decide", "Reconnaître, décider") }
    var activation: String { say("T0 – plan activated", "T0 – plan activé") }
    var activatedBy: String { say("Activated by", "Activé par") }
    var dateBlank: String { say("date", "date") }
    var timeBlank: String { say("time", "heure") }
    var nameBlank: String { say("name", "nom") }
    func callFirst(_ role: String) -> String { say("Call first: \(role)", "À appeler en premier : \(role)") }
    var callFirstShort: String { say("Call first", "À appeler en premier") }
    var noAnswer: String { say("No answer?", "Pas de réponse ?") }
    var doNotUse: String { say("Do not use", "N’utilisez pas") }
    var downTitle: String { say("Out of order:", "Hors service :") }
    var distrustedTitle: String {
        say("Running, but the attacker may read or forge it:", "En marche, mais l’attaquant peut lire ou falsifier :")
    }
    func because(of systems: String) -> String { say("because of: \(systems)", "à cause de : \(systems)") }
    var doesNotWork: String { say("out of order", "hors service") }
    var distrusted: String { say("not to be trusted", "à ne pas croire") }
    var notReachable: String { say("no number works here", "aucun numéro ne marche ici") }

    // MARK: Checklists

    func checklistTitle(_ scenario: String) -> String {
        say("Checklist – \(scenario)", "Liste d’actions – \(scenario)")
    }
    func phase(_ phase: Phase) -> String {
        switch phase {
        case .before: say("Before: getting ready", "Avant : se préparer")
        case .during: say("During the crisis", "Pendant la crise")
        case .after: say("Afterwards", "Après la crise")
        }
    }
    var noSteps: String { say("No step is written for this scenario.", "Aucune étape n’est écrite pour ce scénario.") }
    func endOfChecklist(_ scenario: String) -> String {
        say("End of checklist – \(scenario)", "Fin de la liste d’actions – \(scenario)")
    }
    func endOfSheet(_ role: String) -> String { say("End of sheet – \(role)", "Fin de la fiche – \(role)") }
    var pause: String {
        say(
            "Pause: is everything above ticked? Say what is not.",
            "Point d’arrêt : tout est coché ? Dites ce qui ne l’est pas.")
    }
    func from(_ list: String) -> String { say("From the list: \(list)", "Issu de la liste : \(list)") }
    var partOf: String { say("Part of:", "Fait partie de :") }
    var with: String { say("with", "avec") }
    func standsIn(for name: String) -> String { say("for \(name)", "à la place de \(name)") }
    func nobodyReachable(_ role: String) -> String {
        say("nobody can be reached for: \(role)", "personne n’est joignable pour : \(role)")
    }
    func cannotLeave(_ message: String, for audiences: String) -> String {
        say(
            "“\(message)” cannot reach: \(audiences). No channel works.",
            "« \(message) » ne peut pas atteindre : \(audiences). Aucun canal ne marche.")
    }
    var by: String { say("by", "par") }
    func to(_ audiences: String) -> String { say("to: \(audiences)", "à : \(audiences)") }

    // MARK: One person's sheet

    func sheetOf(_ role: String) -> String { say("Sheet of: \(role).", "Fiche de : \(role).") }
    var holder: String { say("Holder", "Titulaire") }
    func deputy(_ place: Int, of count: Int) -> String {
        count > 1 ? say("Deputy \(place)", "Suppléant \(place)") : say("Deputy", "Suppléant")
    }
    var deputyShort: String { say("deputy", "suppléant") }
    var duties: String { say("What this role does", "Ce que fait ce rôle") }
    var yourMessages: String { say("Your messages", "Vos messages") }
    var message: String { say("Message", "Message") }
    var whatYouDo: String { say("What you do", "Ce que vous faites") }
    var sends: String { say("send", "envoyer") }
    var approves: String { say("approve", "valider") }
    var reviewsLaw: String { say("read again for the law", "relire en droit") }
    var numbersYouNeed: String { say("Numbers you need", "Les numéros qu’il vous faut") }

    // MARK: Contacts

    func contactsTitle(_ scenario: String) -> String { say("Contacts – \(scenario)", "Contacts – \(scenario)") }
    var contactsForAll: String { say("Contacts – any situation", "Contacts – toute situation") }
    var contactsPurpose: String {
        say(
            "Who to call, in which order, by what still works.",
            "Qui appeler, dans quel ordre, par ce qui marche encore.")
    }
    var byRole: String { say("By role", "Par rôle") }
    var byName: String { say("By name", "Par nom") }
    var rank: String { say("Order", "Rang") }
    var name: String { say("Name", "Nom") }
    var role: String { say("Role", "Rôle") }
    var firstNumber: String { say("First number", "Premier numéro") }
    var otherWays: String { say("Other ways", "Autres moyens") }
    var numbers: String { say("Numbers", "Numéros") }
    var absent: String { say("not there in this scenario", "absent dans ce scénario") }
    var endOfContacts: String { say("End of contacts", "Fin des contacts") }

    var walletTitle: String { say("Wallet cards", "Cartes de poche") }
    var walletPurpose: String {
        say(
            "Cut out and carry with you: the network may be down.",
            "À découper et à garder sur soi : le réseau peut être arrêté.")
    }
    var otherRoles: String { say("Other roles", "Autres rôles") }
    func team(_ team: Team) -> String {
        switch team {
        case .executive: say("Management", "Direction")
        case .technical: say("Technical team", "Équipe technique")
        case .communication: say("Communication", "Communication")
        case .legal: say("Legal", "Juridique")
        case .business: say("Business", "Métiers")
        case .support: say("Support", "Soutien")
        }
    }

    /// What a box set apart is headed by.
    func alert(_ alert: Alert) -> String {
        switch alert {
        case .note: say("Note", "Remarque")
        case .tip: say("Tip", "Conseil")
        case .important: say("Important", "Important")
        case .warning: say("Warning", "Attention")
        case .caution: say("Caution: danger", "Danger")
        }
    }

    var callTreeTitle: String { say("Call tree", "Arbre d’appel") }
    var callTreePurpose: String {
        say(
            "Each person calls those below them, ten at most, and ticks them off. No answer: call the deputy.",
            "Chacun appelle ceux qui sont sous lui, dix au plus, et coche. Pas de réponse : appeler le suppléant.")
    }
    var nobodyToCall: String { say("No role has a holder yet.", "Aucun rôle n’a encore de titulaire.") }
    func calls(_ name: String) -> String { say("\(name) calls", "\(name) appelle") }
    func callsSentence(_ name: String, _ others: String) -> String {
        say("\(name) calls \(others).", "\(name) appelle \(others).")
    }
    var done: String { say("Done", "Fait") }
    var ifNoAnswer: String { say("If no answer", "Sans réponse") }
    var reachedAt: String { say("Reached at", "Joint à") }
}
