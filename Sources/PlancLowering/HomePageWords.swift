import PlancLanguages
import PlancModel

extension Words {
    var formatPage: String { say("open") }
    var formatText: String { say("text") }
    var checklistShort: String { say("Checklist") }
    var contactsShort: String { say("Contacts") }
    var messagesShort: String { say("Messages to fill in and send") }
    var roleByRole: String { say("One role at a time") }
    var copiesShort: String { say("Numbered copies") }
    var packsShort: String { say("Packs to print") }
    var exercisesShort: String { say("Exercises") }
    var dataShort: String { say("For other programs") }
    var contactCards: String { say("Contacts for a phone (vCard)") }
    var contactTable: String { say("Contacts as a table") }
    var calendarFile: String { say("Reviews and drills (calendar)") }
    var planFile: String { say("The whole plan as data") }
    var manifestFile: String {
        say("The list of files and their checksums")
    }

    /// A language's name for itself; its tag where planc does not know it.
    func ownName(_ locale: Locale) -> String {
        Language.ownName(of: locale.language) ?? locale.tag
    }
}
