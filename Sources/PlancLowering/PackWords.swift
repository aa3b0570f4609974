import PlancLanguages
import PlancModel

/// The words of packs.
extension Words {
    var packFor: String { say("For:") }
    func copy(_ number: String, of count: Int) -> String {
        say("copy {number} of {count}", ["number": number, "count": count])
    }
    var copyLabel: String { say("Copy") }
    var numberBlank: String { say("number") }
    var organisation: String { say("Organisation") }
    var plan: String { say("Plan") }
    var versionLabel: String { say("Version") }
    var dateLabel: String { say("Date") }
    var notApproved: String { say("not approved") }
    var changedSince: String { say("changed since") }
    var numbersNeverTried: String { say("numbers never tried") }
    var numbersChanged: String { say("numbers changed since they were tried") }
    var textNeverRead: String { say("never") }
    var reviewBefore: String { say("Review before") }
    var checkLabel: String { say("Check") }
    var revision: String { say("Revision") }
    var scenarios: String { say("Scenarios") }
    var onTheDay: String { say("To fill in on the day") }
    var awareAt: String { say("We learned of it") }
    var scenarioBlank: String { say("Scenario chosen") }
    func endOfPack(_ title: String) -> String { say("End of pack – {title}", ["title": title]) }

    /// FIRST, Traffic Light Protocol 2.0, in short.
    func meaning(of label: Classification) -> String {
        switch label {
        case .clear: say("may be shared with everyone")
        case .green: say("may be shared within the community")
        case .amber:
            say(
                "those who need to know, here and at our clients")
        case .amberStrict: say("those who need to know, here only")
        case .red: say("for the named readers only")
        }
    }

    func section(_ section: PackSection) -> String { section.phrase.text(language) }

    var preparationForAll: String { say("Before: for every scenario") }

    // MARK: Activation

    var levels: String { say("Levels") }
    var level: String { say("Level") }
    var decides: String { say("Decides") }
    var affected: String { say("Affected") }

    // MARK: Channels, reach

    var usable: String { say("Usable") }
    var withoutOperator: String { say("Nobody to work them") }
    var channel: String { say("Channel") }
    var state: String { say("State, access") }
    var access: String { say("Access:") }
    var workedBy: String { say("Worked by") }
    var audiences: String { say("Audiences") }
    var roles: String { say("Roles") }
    var nobody: String { say("nobody") }
    var nothingWorks: String { say("nothing works") }
    var reachNote: String {
        say(
            "At T0: the first channel or person that works, by its place in the order (1: the first choice), and how many work. Below: what takes its place later."
        )
    }

    // MARK: Deadlines and duties

    var clocksNote: String {
        say(
            "Write down each start as soon as it is known, reckon the latest hour, write it in the table.")
    }
    var noDelay: String { say("without undue delay") }
    var duty: String { say("Duty") }
    var limit: String { say("Time allowed", context: "one deadline") }
    var planned: String { say("Planned") }
    var latest: String { say("At the latest") }
    var doneAtHour: String { say("Done at") }
    var nothingPlanned: String { say("nothing planned") }
    var authority: String { say("Authority") }
    var law: String { say("Law") }
    var appliesWhen: String { say("Applies when") }
    var verified: String { say("Text last read") }
    var source: String { say("Source") }
    var stage: String { say("Stage") }
    var contentsAsked: String { say("What it must tell") }

    /// Stages of the built-in library by the words people use; others by their own name.
    func stageName(_ name: String) -> String { LegalTerms.phrase(.stage, name).text(language) }

    func element(_ element: Element) -> String { element.phrase.text(language) }

    // MARK: Activities, logs, registers

    var activity: String { say("Activity") }
    var needs: String { say("Needs") }
    var workaround: String { say("By hand") }
    var none: String { say("none", context: "channel") }
    var activitiesNote: String {
        say(

            """
            MTPD: how long the activity can be missed at most. RTO: when it is to be back. RPO: how much work \
            may be lost.
            """
        )
    }
    func choice(_ items: [String]) -> String { language.list(items, .or) }
    var log: String { say("Log") }
    var logWhat: String { say("Facts, calls") }
    var time: String { say("Time", context: "time of day") }
    var from: String { say("From, to") }
    var writtenBy: String { say("Written by") }
    var decisions: String { say("Decisions") }
    var decision: String { say("Decision") }
    var because: String { say("Because") }
    var situationNumber: String { say("Report", context: "before its number") }
    var situation: String { section(.situationReport) }
    var situationQuestions: [String] {
        [
            say("What we know for certain"),
            say(
                "What we do not know yet, and when we shall"),
            say("Who is affected, and how"),
            say("What has been done since the last report"),
            say("What has been said, to whom, by what"),
            say("What is decided, who does it, by when"),
            say("Next report at"),
        ]
    }
    var history: String { say("History of versions") }

    var byWhom: String { say("By", context: "by whom") }
    var whatChanged: String { say("What changed") }

    // MARK: Timeline

    func chartTitle(_ scenario: String) -> String { say("Timeline – {scenario}", ["scenario": scenario]) }
    var chartLegend: String {
        say(
            "Dot: a message leaves. Hollow dot: no channel works then. Bar: the latest moment. Hours are drawn wider than days."
        )
    }
    func laneSentence(_ name: String, _ messages: String) -> String {
        say("{name}: {messages}.", ["name": name, "messages": messages])
    }
    func dutySentence(_ name: String, _ planned: String?, _ limit: String?) -> String {
        let parts = [
            planned.map { say("planned at {name}", ["name": $0]) },
            limit.map { say("at the latest at {name}", ["name": $0]) },
        ].compactMap { $0 }
        return say("{name}: ", ["name": name]) + parts.joined(separator: ", ") + "."
    }
}
