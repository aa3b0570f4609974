import PlancModel

extension Words {
    var formatPage: String { say("open", "ouvrir") }
    var formatText: String { say("text", "texte") }
    var checklistShort: String { say("Checklist", "Liste d’actions") }
    var contactsShort: String { say("Contacts", "Contacts") }
    var messagesShort: String { say("Messages to fill in and send", "Messages à compléter et envoyer") }
    var roleByRole: String { say("One role at a time", "Rôle par rôle") }
    var copiesShort: String { say("Numbered copies", "Exemplaires numérotés") }
    var packsShort: String { say("Packs to print", "Dossiers à imprimer") }
    var dataShort: String { say("For other programs", "Pour d’autres programmes") }
    var contactCards: String { say("Contacts for a phone (vCard)", "Contacts pour un téléphone (vCard)") }
    var contactTable: String { say("Contacts as a table", "Contacts en tableau") }
    var calendarFile: String { say("Reviews and drills (calendar)", "Revues et exercices (agenda)") }
    var planFile: String { say("The whole plan as data", "Tout le plan en données") }
    var manifestFile: String {
        say("The list of files and their checksums", "La liste des fichiers et leurs empreintes")
    }

    /// A language's name for itself; its tag where planc does not know it.
    func ownName(_ locale: Locale) -> String {
        switch locale.language {
        case "fr": "Français"
        case "en": "English"
        case "de": "Deutsch"
        case "es": "Español"
        case "it": "Italiano"
        case "nl": "Nederlands"
        case "pt": "Português"
        default: locale.tag
        }
    }
}
