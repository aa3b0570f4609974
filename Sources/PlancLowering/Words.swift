import PlancDocument
import PlancLanguages
import PlancMarkup
import PlancModel

/// All words that planc prints by itself, in the reader's language, or English where planc does not speak it.
struct Words: Sendable {
    let language: Language

    init(_ locale: Locale) { language = locale.spoken }

    func say(
        _ english: Phrase.Template, _ parts: KeyValuePairs<String, any PhrasePart> = [:],
        context: Phrase.Template = ""
    ) -> String { Phrase(english, parts, context: context).text(language) }

    var furniture: Document.Words {
        Document.Words(
            pageOf: say("page {0} of {1}"),
            continues: say("continued on the next page"), continued: continued,
            contents: say("Contents"), doneAt: say("Done at"), copyText: say("Copy", context: "button"),
            print: say("Print"), home: say("Back to the contents"),
            when: say("When"), who: say("Who"), what: say("What"),
            skip: say("Skip to the content"), copied: say("Copied"), colon: colon,
            pageShort: pageShort, line: say("line\u{A0}"))
    }

    var continued: String { say("continued") }
    var draft: String { say("DRAFT") }
    var exercise: String { say("EXERCISE") }
    func version(_ number: String) -> String { say("version {number}", ["number": number]) }

    // MARK: Opening of a sheet

    var useWhen: String { say("Use this sheet when:") }
    func useFor(_ scenario: String) -> String {
        say(
            "Use this sheet as soon as you recognise: {scenario}.", ["scenario": scenario])
    }
    var recognise: String { say("Recognise it, decide") }
    var activation: String { say("T0 – plan activated") }
    var activatedBy: String { say("Activated by") }
    var dateBlank: String { say("date") }
    var timeBlank: String { say("time") }
    var nameBlank: String { say("name") }
    func callFirst(_ role: String) -> String { say("Call first: {role}", ["role": role]) }
    var callFirstShort: String { say("Call first") }
    var noAnswer: String { say("No answer?") }
    var doNotUse: String { say("Do not use") }
    func because(of systems: String) -> String { say("because of: {systems}", ["systems": systems]) }
    var notReachable: String { say("no number works here") }
    var officeHoursOnly: String { say("office hours only") }
    /// Of a plan with errors; nil where there are none.
    func errors(_ count: Int) -> String? {
        count == 0
            ? nil
            : say("The plan has {errors, plural, one {# error} other {# errors}}: run planc check.", ["errors": count])
    }

    /// The same as a warning of its own.
    func doubt(_ count: Int) -> [Block] {
        errors(count).map { [Block.callout(Callout(.warning, title: [.text($0)]))] } ?? []
    }

    // MARK: Checklists

    func checklistTitle(_ scenario: String) -> String {
        say("Checklist – {scenario}", ["scenario": scenario])
    }
    func phase(_ phase: Phase) -> String { phase.phrase.text(language) }
    var noSteps: String { say("No step is written for this scenario.") }
    func endOfChecklist(_ scenario: String) -> String {
        say("End of checklist – {scenario}", ["scenario": scenario])
    }
    func endOfSheet(_ role: String) -> String { say("End of sheet – {role}", ["role": role]) }
    var pause: String {
        say(
            "Pause: is everything above ticked? Say what is not.")
    }
    func from(_ list: String) -> String { say("From the list: {list}", ["list": list]) }
    var partOf: String { say("Part of:") }
    var with: String { say("with") }
    func standsIn(for name: String) -> String { say("for {name}", ["name": name]) }
    func nobodyReachable(_ role: String) -> String {
        say("nobody can be reached for: {role}", ["role": role])
    }
    func cannotLeave(_ message: String, for audiences: String) -> String {
        say(
            "“{message}” cannot reach: {audiences}. No channel works.", ["message": message, "audiences": audiences])
    }
    func cannotLeave(_ message: String, for audiences: String, before time: String) -> String {
        say(
            "“{message}” cannot reach: {audiences}. No channel works before {time}.",
            ["message": message, "audiences": audiences, "time": time])
    }
    var by: String { say("by", context: "by a channel") }
    func to(_ audiences: String) -> String { say("to: {audiences}", ["audiences": audiences]) }

    // MARK: One person's sheet

    func sheetOf(_ role: String) -> String { say("Sheet of: {role}.", ["role": role]) }
    var holder: String { say("Holder") }
    func deputy(_ place: Int, of count: Int) -> String {
        count > 1 ? say("Deputy {place}", ["place": place]) : say("Deputy")
    }
    var deputyShort: String { say("deputy") }
    var duties: String { say("What this role does") }
    var yourMessages: String { say("Your messages") }
    var message: String { say("Message") }
    var whatYouDo: String { say("What you do") }
    var sends: String { say("send") }
    var answersFor: String { say("answer for the text") }
    var approves: String { say("approve") }
    var reviewsLaw: String { say("read again for the law") }
    var numbersYouNeed: String { say("Numbers you need") }

    // MARK: Contacts

    func contactsTitle(_ scenario: String) -> String { say("Contacts – {scenario}", ["scenario": scenario]) }
    var contactsForAll: String { say("Contacts – any situation") }
    var contactsPurpose: String {
        say(
            "Who to call, in which order, by what still works.")
    }
    var byRole: String { say("By role") }
    var byName: String { say("By name") }
    var rank: String { say("Order") }
    var name: String { say("Name") }
    var role: String { say("Role") }
    var firstNumber: String { say("First number") }
    var otherWays: String { say("Other ways") }
    var numbers: String { say("Numbers") }
    var absent: String { say("not there in this scenario") }
    var endOfContacts: String { say("End of contacts") }

    var walletTitle: String { section(.walletCards) }
    var walletPurpose: String {
        say(
            "Cut out and carry with you: the network may be down.")
    }
    var otherRoles: String { say("Other roles") }
    func team(_ team: Team) -> String { team.phrase.text(language) }

    /// What a box set apart is headed by.
    func alert(_ alert: Alert) -> String {
        switch alert {
        case .note: say("Note")
        case .tip: say("Tip")
        case .important: say("Important")
        case .warning: say("Warning")
        case .caution: say("Caution: danger")
        }
    }

    var callTreeTitle: String { section(.callTree) }
    var callTreePurpose: String {
        say(
            "Each person calls those below them, ten at most, and ticks them off. No answer: call the deputy.")
    }
    var nobodyToCall: String { say("No role has a holder yet.") }
    func calls(_ name: String) -> String { say("{name} calls", ["name": name]) }
    func callsSentence(_ name: String, _ others: String) -> String {
        say("{name} calls {others}.", ["name": name, "others": others])
    }
    var done: String { say("Done") }
    var ifNoAnswer: String { say("If no answer") }
    var ifNoAnswerThis: String { say("if no answer", context: "after a name") }
    var reachedAt: String { say("Reached at") }
}
