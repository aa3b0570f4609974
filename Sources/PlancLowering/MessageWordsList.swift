import PlancModel

/// The words of message packs.
extension Words {
    func messagesTitle(_ scenario: String) -> String { say("Messages – {scenario}", ["scenario": scenario]) }
    var messagesPurpose: String {
        say(
            "In the order of sending. Fill in the blanks, have it approved, send it, note the time.")
    }
    var noMessages: String {
        say("No message is written for this scenario.")
    }
    var orderOfSending: String { say("Order of sending") }
    func messagesOf(_ phase: Phase) -> String {
        switch phase {
        case .before: say("Messages before a crisis")
        case .during: say("Messages of the crisis")
        case .after: say("Messages afterwards")
        }
    }
    var endOfMessages: String { say("End of messages") }
    var when: String { say("When") }
    var toWhom: String { say("To") }
    var byWhat: String { say("By") }
    var subject: String { say("Subject:") }
    var sender: String { say("Sent by") }
    var answersForText: String { say("Answers for the text") }
    var within: String { say("Time allowed") }
    var inReplyTo: String { say("Answers") }
    var afterMessages: String { say("Only after") }
    var satisfies: String { say("Legal duty met") }
    var confirmed: String { say("Confirmed") }
    var classification: String { say("Label") }
    var legalReview: String { say("Legal review") }
    var approvedBy: String { say("Approved by") }
    var sentAt: String { say("Sent\u{A0}at") }
    var noRoute: String { say("no channel works") }
    var noText: String { say("No text is written for this channel.") }
    var notTranslated: String {
        say(
            "Not translated yet: this is the text in the plan’s first language.")
    }
    func senderName(_ name: String) -> String { say("sender {name}", ["name": name]) }
    func reply(_ kind: String) -> String {
        switch kind {
        case "phishing": say("a report of a suspicious message")
        case "false-alarm": say("a report that was a false alarm")
        case "tool-help": say("a call for help with a tool")
        case "clicked": say("someone who clicked")
        case "report": say("a report that has just come in")
        case "slow-analysis": say("a report that takes longer to check")
        default: kind
        }
    }
    var fields: String { say("Blanks to fill in") }
    var fieldsNote: String {
        say("Note each value once here, then carry it over.")
    }
    var field: String { say("Blank") }
    var example: String { say("For example") }
    var value: String { say("Value") }
    func confirmedBy(_ role: String) -> String { say("confirmed by: {role}", ["role": role]) }
    /// The plan may say the word itself: French contracts it with what follows.
    func until(_ event: String) -> String {
        let says = ["until ", "jusqu'", "jusqu’"].contains { event.lowercased().hasPrefix($0) }
        return says ? event : say("until {event}", ["event": event])
    }
    func sendWithin(_ amount: TimeAmount) -> String {
        say("sent within {amount}", ["amount": duration(amount)])
    }
    func within(_ amount: TimeAmount) -> String { say("within {amount}", ["amount": duration(amount)]) }
    func audienceWithin(_ audience: String, _ amount: TimeAmount) -> String {
        say("{audience}: told within {amount}", ["audience": audience, "amount": limit(amount)])
    }
    func approveWithin(_ amount: TimeAmount) -> String {
        say("approval within {amount}", ["amount": duration(amount)])
    }
    func sms(_ parts: Int, _ used: Int, _ room: Int) -> String {
        say(
            "{parts} part{parts2, select, true {s} other {}}, {used} of {room} characters with the longest values",
            ["parts": parts, "parts2": parts > 1, "used": used, "room": room])
    }
    var tooLong: String { say("longer than the channel allows") }
    func spoken(seconds: Int) -> String { say("about {seconds} s read aloud", ["seconds": seconds]) }
    func post(_ used: Int, _ limit: Int) -> String {
        say("{used} of {limit} characters", ["used": used, "limit": limit])
    }
}
