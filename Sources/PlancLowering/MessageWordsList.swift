import PlancModel

/// The words of message packs.
extension Words {
    func messagesTitle(_ scenario: String) -> String { say("Messages – \(scenario)", "Messages – \(scenario)") }
    var messagesPurpose: String {
        say(
            "In the order of sending. Fill in the blanks, have it approved, send it, note the time.",
            "Dans l’ordre d’envoi. Remplir les blancs, faire valider, envoyer, noter l’heure.")
    }
    var noMessages: String {
        say("No message is written for this scenario.", "Aucun message n’est écrit pour ce scénario.")
    }
    var orderOfSending: String { say("Order of sending", "Ordre d’envoi") }
    func messagesOf(_ phase: Phase) -> String {
        switch phase {
        case .before: say("Messages before a crisis", "Messages d’avant la crise")
        case .during: say("Messages of the crisis", "Messages de la crise")
        case .after: say("Messages afterwards", "Messages d’après la crise")
        }
    }
    var endOfMessages: String { say("End of messages", "Fin des messages") }
    var when: String { say("When", "Quand") }
    var toWhom: String { say("To", "À") }
    var byWhat: String { say("By", "Par") }
    var subject: String { say("Subject:", "Objet :") }
    var sender: String { say("Sent by", "Envoyé par") }
    var within: String { say("Time allowed", "Délais") }
    var inReplyTo: String { say("Answers", "Répond à") }
    var afterMessages: String { say("Only after", "Seulement après") }
    var satisfies: String { say("Legal duty met", "Obligation remplie") }
    var confirmed: String { say("Confirmed", "Confirmé") }
    var classification: String { say("Label", "Diffusion") }
    var legalReview: String { say("Legal review", "Relecture juridique") }
    var approvedBy: String { say("Approved by", "Validé par") }
    var sentAt: String { say("Sent\u{A0}at", "Envoyé\u{A0}à") }
    var noRoute: String { say("no channel works", "aucun canal ne marche") }
    var noText: String { say("No text is written for this channel.", "Aucun texte n’est écrit pour ce canal.") }
    var notTranslated: String {
        say(
            "Not translated yet: this is the text in the plan’s first language.",
            "Pas encore traduit : voici le texte dans la première langue du plan.")
    }
    func senderName(_ name: String) -> String { say("sender \(name)", "expéditeur \(name)") }
    func reply(_ kind: String) -> String {
        switch kind {
        case "phishing": say("a report of a suspicious message", "un signalement de message suspect")
        case "false-alarm": say("a report that was a false alarm", "un signalement sans danger")
        case "tool-help": say("a call for help with a tool", "une demande d’aide sur un outil")
        case "clicked": say("someone who clicked", "une personne qui a cliqué")
        case "report": say("a report that has just come in", "un signalement qui vient d’arriver")
        case "slow-analysis": say("a report that takes longer to check", "un signalement long à vérifier")
        default: kind
        }
    }
    var fields: String { say("Blanks to fill in", "Les blancs à remplir") }
    var fieldsNote: String {
        say("Note each value once here, then carry it over.", "Notez chaque valeur une fois ici, puis reportez-la.")
    }
    var field: String { say("Blank", "Blanc") }
    var example: String { say("For example", "Exemple") }
    var value: String { say("Value on the day", "Valeur du jour") }
    func confirmedBy(_ role: String) -> String { say("confirmed by: \(role)", "confirmé par : \(role)") }
    /// The plan may say the word itself: French contracts it with what follows.
    func until(_ event: String) -> String {
        let says = ["until ", "jusqu'", "jusqu’"].contains { event.lowercased().hasPrefix($0) }
        return says ? event : say("until \(event)", "jusqu’à \(event)")
    }
    func sendWithin(_ amount: TimeAmount) -> String {
        say("sent within \(duration(amount))", "envoi en \(duration(amount))")
    }
    func within(_ amount: TimeAmount) -> String { say("within \(duration(amount))", "en \(duration(amount)) au plus") }
    func audienceWithin(_ audience: String, _ amount: TimeAmount) -> String {
        say("\(audience): told within \(duration(amount))", "\(audience) : à informer en \(duration(amount))")
    }
    func approveWithin(_ amount: TimeAmount) -> String {
        say("approval within \(duration(amount))", "validation en \(duration(amount))")
    }
    func sms(_ parts: Int, _ used: Int, _ room: Int) -> String {
        say(
            "\(parts) part\(parts > 1 ? "s" : ""), \(used) of \(room) characters with the longest values",
            "\(parts) partie\(parts > 1 ? "s" : ""), \(used) caractères sur \(room) avec les valeurs les plus longues")
    }
    var tooLong: String { say("longer than the channel allows", "plus long que le canal ne le permet") }
    func spoken(seconds: Int) -> String { say("about \(seconds) s read aloud", "environ \(seconds) s à voix haute") }
    func post(_ used: Int, _ limit: Int) -> String {
        say("\(used) of \(limit) characters", "\(used) caractères sur \(limit)")
    }
}
