import PlancDiagnostics
import Testing

@testable import PlancRules

/// Texts and steps that use e-mail without naming an address, in a scenario in which our e-mail is out.
@Suite struct MailOutTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var locale: String
        var words: String

        init(_ locale: String, _ words: String) { (self.locale, self.words) = (locale, words) }

        var testDescription: String { "\(locale): \(words)" }

        func plan(_ path: String, _ text: String) -> SmallPlan {
            SmallPlan([
                "plan.md": ExamplePlan.changing("plan.md", "locales: [\(locale)]"),
                path: ExamplePlan.changing(path, text: text),
            ])
        }

        /// The findings on e-mail where a message says the words.
        var findingsOfMessage: [String] {
            let plan = plan("messages/staff-closed.md", words + " {{ next-time }}.")
            return plan.findings([UnusableContact.self, ImpossibleReply.self]).map(\.rule)
        }

        /// The same where a step says them.
        var findingsOfStep: [String] {
            let plan = plan("checklists/flood.md", "- [ ] T0 @caretaker " + words)
            return plan.findings([UnusableContact.self]).map(\.rule)
        }
    }

    static let requests = [
        Case("en", "Write us an e-mail."),
        Case("en", "Reply by e-mail."),
        Case("en", "Please e-mail us."),
        Case("en", "Reply to this e-mail."),
        Case("en", "The phones are down: write us an e-mail."),
        Case("en", "If you cannot call, send an e-mail to the desk."),
        Case("en", "You can also send us an e-mail."),
        Case("en", "Don't hesitate to send us an e-mail."),
        Case("en", "Don’t hesitate to e-mail us."),
        Case("en", "Questions? Send an e-mail to the help desk."),
        Case("en", "Email the desk, or call."),
        Case("en", "Call us or email us."),
        Case("en", "Contact us by email"),
        Case("en", "To be called back, reply to this email."),
        Case("fr", "Écrivez-nous un courriel."),
        Case("fr", "Répondez à ce courriel."),
        Case("fr", "Contactez-nous par mail."),
        Case("fr", "Envoyez un e-mail au service."),
        Case("fr", "Vous pouvez nous écrire par e-mail."),
        Case("fr", "N’hésitez pas à nous envoyer un courriel."),
        Case("fr", "Le téléphone est en panne : écrivez-nous un courriel."),
        Case("fr", "Merci de répondre par e-mail."),
        Case("fr", "Joignez-nous par mail."),
        Case("de", "Schreiben Sie uns eine E-Mail."),
        Case("de", "Mailen Sie uns."),
        Case("de", "Antworten Sie auf diese E-Mail."),
        Case("de", "Das Telefon ist ausgefallen: Schreiben Sie uns eine E-Mail."),
        Case("de", "Wenden Sie sich per E-Mail an uns."),
        Case("de", "Sie erreichen uns per E-Mail."),
        Case("de", "Senden Sie uns eine Mail."),
        Case("de", "Bitte mailen Sie uns Ihre Fragen."),
    ]
    static let others = [
        Case("en", "Send your e-mail again after the service is back."),
        Case("en", "Do not reply to this e-mail."),
        Case("en", "Do not send us an e-mail."),
        Case("en", "Call us instead of sending us an e-mail."),
        Case("en", "E-mail is down."),
        Case("en", "Our e-mail is down: call us."),
        Case("en", "Use neither e-mail nor Teams."),
        Case("en", "We will send you an e-mail."),
        Case("en", "Do not talk about it by e-mail."),
        Case("en", "Your e-mail may not have reached us."),
        Case("en", "We are bringing e-mail back."),
        Case("en", "No e-mail, no Teams."),
        Case("en", "Please do not write to us by e-mail."),
        Case("en", "Write us an e-mail: info@council.example."),
        Case("en", "Call instead of writing."),
        Case("fr", "Renvoyez votre e-mail après le retour du service."),
        Case("fr", "N’utilisez ni mail ni Teams."),
        Case("fr", "Ne répondez pas à ce courriel."),
        Case("fr", "N’écrivez pas par courriel."),
        Case("fr", "Ni mail ni Teams."),
        Case("fr", "Ne parlez pas de la fuite par e-mail : les boîtes ont pu être lues."),
        Case("fr", "Notre équipe rétablit l'e-mail."),
        Case("fr", "Appelez-nous au lieu d'écrire."),
        Case("fr", "Nous vous enverrons un e-mail."),
        Case("fr", "Les e-mails ne partent plus."),
        Case("de", "Schreiben Sie uns keine E-Mail."),
        Case("de", "Antworten Sie nicht auf diese E-Mail."),
        Case("de", "Wir sind per E-Mail nicht erreichbar."),
        Case("de", "Senden Sie Ihre E-Mail noch einmal."),
        Case("de", "Nutzen Sie weder E-Mail noch Teams."),
        Case("de", "Rufen Sie an, statt uns eine E-Mail zu schreiben."),
        Case("de", "Wir schicken Ihnen eine E-Mail."),
    ]
    static let tasks = [
        Case("en", "E-mail the lawyer"),
        Case("en", "Call the bank, then e-mail the insurer"),
        Case("en", "Send the figures to the board by e-mail"),
        Case("en", "**Send an e-mail** to all"),
        Case("en", "Ask @press to send an e-mail to all"),
        Case("en", "Phones are down: send an e-mail to all"),
        Case("en", "Inform staff via email"),
        Case("en", "E-mail @press the list"),
        Case("en", "Tell the shops\n  - Send an e-mail to the neighbours"),
        Case("fr", "Envoyer un mail à l'avocat"),
        Case("fr", "Mailer l’avocat"),
        Case("fr", "Mail à l’avocat"),
        Case("fr", "Prévenir les magasins par courriel"),
        Case("fr", "Écrivez un e-mail à tous"),
        Case("fr", "Transmettre la liste par e-mail"),
        Case("de", "Den Anwalt mailen"),
        Case("de", "Senden Sie den Bericht per Mail"),
        Case("de", "Mailen Sie dem Anwalt"),
        Case("de", "Eine E-Mail an alle schicken"),
        Case("de", "Per E-Mail informieren"),
        Case("de", "Mail an den Anwalt"),
        Case("de", "Schicken Sie dem Vorstand bitte eine kurze E-Mail"),
    ]
    static let otherTasks = [
        Case("en", "Restart the e-mail server"),
        Case("en", "Do not use e-mail"),
        Case("en", "Tell staff to use no e-mail"),
        Case("en", "Check that e-mail works"),
        Case("en", "Note the e-mails that were lost"),
        Case("en", "Send nothing by e-mail"),
        Case("en", "Call instead of sending an e-mail"),
        Case("en", "Change the password of the e-mail account"),
        Case("fr", "Ne pas envoyer d’e-mail"),
        Case("fr", "Redémarrer le serveur de messagerie"),
        Case("fr", "N’écrire rien par e-mail"),
        Case("fr", "Appeler : pas d’e-mail, pas de Teams"),
        Case("fr", "Changer le mot de passe du mail"),
        Case("de", "Keine E-Mail an alle Kunden senden"),
        Case("de", "Per E-Mail nichts verschicken"),
        Case("de", "Den Mailserver neu starten"),
        Case("de", "Mail-Konten sperren"),
        Case("de", "Den Anwalt nicht mailen"),
        Case("de", "E-Mail prüfen"),
    ]

    @Test(arguments: requests) func askedToWrite(_ asked: Case) { #expect(asked.findingsOfMessage.count == 1) }

    @Test(arguments: others) func notAskedToWrite(_ said: Case) { #expect(said.findingsOfMessage == []) }

    @Test(arguments: tasks) func doneByMail(_ step: Case) {
        #expect(step.findingsOfStep == ["unusable-contact"], "\(step.findingsOfStep)")
    }

    @Test(arguments: otherTasks) func notDoneByMail(_ step: Case) { #expect(step.findingsOfStep == []) }

    /// The text for a channel that is out is not sent; a snippet says what every message with it says.
    @Test func whatIsSent() {
        func findings(_ text: String, _ snippet: String = "Stay.") -> [String] {
            let message = ExamplePlan.changing(
                "messages/staff-closed.md", "channels: [text-message, mail]", text: text)
            let plan = SmallPlan([
                "snippets/ask.md": "---\nkind: snippet\ntitle: Ask\n---\n\n\(snippet)\n",
                "messages/staff-closed.md": message,
            ])
            return plan.findings([UnusableContact.self]).map(\.rule)
        }
        #expect(findings("Stay.\n\n# mail\n\nReply by e-mail.\n\n# sms\n\nStay.") == [])
        #expect(findings("Stay.\n\n# mail\n\nStay.\n\n# sms\n\nReply by e-mail.") == ["unusable-contact"])
        #expect(findings("Closed.\n\n{{> ask }}", "Write us an e-mail.") == ["unusable-contact"])
        for text in ["Write us an e-mail: {{> ask }}", "Write us an e-mail:\n\n{{> ask }}"] {
            #expect(findings(text, "info@council.example") == [])
        }
        #expect(findings("Write us an e-mail:\n\n- info@council.example") == [])
    }
}
