import PlancLanguages
import PlancModel

/// The words of forms.
extension Words {
    var keptBy: String { say("Kept by") }
    var sheetNumber: String { say("Sheet", context: "number of a form") }
    var signatureBlank: String { say("signature") }

    // MARK: Media, rumours

    var answersPress: String { say("Answers the press") }
    var sayOnly: String { say("Say only what is approved") }
    var mediumAndNumber: String { say("Medium, name, number") }
    var question: String { say("Question") }
    var theirDeadline: String { say("Their deadline") }
    var answerGiven: String { say("Answer given (text, by whom)") }
    var answeredAt: String { say("Answered at") }
    var whereToLook: String { say("Where to look") }
    var checkedWithWhom: String { say("Who checks facts") }
    var seenWhere: String { say("Where, by whom") }
    var whatIsSaid: String { say("What is said") }
    var trueOrFalse: String { say("True, false, not known") }
    var checkedWith: String { say("Checked with") }
    var answeredBy: String { say("Answer (text, channel, time)") }

    // MARK: Situation reports

    var reportFrom: String { say("Report from") }
    var reportTo: String { say("Report to") }
    var reportedAt: String { say("Reported at") }
    var stateNow: String { say("State now") }
    var whatIsMissing: String { say("What is missing, what is decided") }
    var yourArea: String { say("What you answer for") }
    var backWithin: String { say("Must be back") }
    var expectedBack: String { say("Expected back") }
    var worksWell: String { say("works", context: "state of a service") }
    var worksPartly: String { say("partly", context: "state of a service") }
    var stopped: String { say("down", context: "state of a service") }
    func rto(_ time: String) -> String { say("RTO {time}", ["time": time]) }
    func mtpd(_ time: String) -> String { say("MTPD {time}", ["time": time]) }

    // MARK: Handover

    var handedOverAt: String { say("Handover at") }
    var readTogether: String { say("Go through this together") }
    var logRead: String { say("The log is read to its last line, and signed.") }
    var decisionsOpen: String { say("Decisions that are due, and who takes them.") }
    var nextMessages: String { say("Messages that are due: to whom, by when, who approves them.") }
    var rumoursOpen: String { say("Questions of the press and rumours without an answer.") }
    var keysHandedOver: String { say("Telephones, keys and access data are handed over.") }
    var nextHandover: String { say("The time of the next handover is fixed.") }
    var whoTakesOver: String { say("Who takes over") }
    var canBeFilledBy: String { say("Holder and deputies") }
    var goes: String { say("Goes", context: "hands over a shift") }
    var comes: String { say("Comes", context: "takes over a shift") }
    var stateOfSystems: String { say("Systems") }
    var atT0: String { say("At T0, by the plan") }
    var backSince: String { say("back since") }
    var stillToDo: String { say("What is still to be done, what worries you") }

    // MARK: Stand-down

    var endsAt: String { say("The crisis ends at") }
    var signedBy: String { say("Signed by") }
    var whoIsTold: String { say("Who is told that it is over") }
    var noTextForEnd: String { say("no text in this plan") }
    var beforePeopleGo: String { say("Before people go home") }
    var channelsGivenBack: String {
        say("Every channel that was not to be used is released in writing by those who stopped it.")
    }
    var logsCollected: String { say("Logs, decisions, reports and forms are collected and locked away.") }
    var costsNoted: String { say("Costs, hours worked and damage are written down, with receipts.") }
    var copiesBack: String { say("Printed copies and telephones are back, numbers that were shared are changed.") }
    var bagFilled: String { say("The grab bag is filled again.") }
    var peopleThanked: String { say("Everybody is thanked, and knows whom to talk to if it weighs on them.") }
    var reviewMeeting: String { say("Review meeting") }
    var reviewLedBy: String { say("Led by") }

    // MARK: Read and understood, grab bag

    func readStatement(_ version: String) -> String {
        say(
            "I have read {version}. I know what my role does first, whom I call, and where my copy is.",
            ["version": version])
    }
    var readOn: String { say("Read on") }
    var whereItIs: String { say("Where it is") }
    var lookedAtBy: String { say("Checked by") }
    var thing: String { say("Item") }
    var howMany: String { say("Number", context: "how many") }
    var checks: String { say("Checks") }
    var checkedOn: String { say("Checked on") }
    func lastChecked(_ date: String) -> String { say("last on {date}", ["date": date]) }
    func checkAgain(_ date: String) -> String { say("check again before {date}", ["date": date]) }
}
