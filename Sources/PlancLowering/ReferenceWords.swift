import PlancMarkup
import PlancModel

extension Words {
    func referenceTitle(_ plan: String) -> String { say("Reference – {plan}", ["plan": plan]) }
    var referencePurpose: String {
        say(
            "What the other sheets rest on: who, what, by what means. For those who keep the plan.")
    }
    var endOfReference: String { say("End of the reference") }
    var referenceShort: String { say("Reference") }

    func registry(_ kind: EntityKind) -> String {
        switch kind {
        case .plan: plan
        case .person: say("People")
        case .role: roles
        case .channel: section(.channels)
        case .system: say("Systems")
        case .activity: section(.activities)
        case .audience: audiences
        case .scenario: scenarios
        case .obligation: section(.obligations)
        case .checklist: section(.checklists)
        case .message: section(.messages)
        case .snippet: say("Texts that messages share")
        case .field: fields
        case .pack: packsShort
        case .drill: say("Drills")
        case .vocabulary: say("Words")
        }
    }

    var planOwner: String { say("Owner") }
    var timezone: String { say("Time zone") }
    var reviewEvery: String { say("Reviewed every") }
    var lastReview: String { say("Last review") }
    var businessHolidays: String { say("Public holidays") }
    var subjectTo: String { say("Subject to") }
    var judgedBy: String { say("Judged by the profiles") }
    var endsBy: String { say("Says it is over") }
    var danger: String { say("Danger") }
    var dangerToPeople: String { Danger.people.phrase.text(language) }
    var overWhen: String { say("It is over when") }
    func callWhenDown(_ name: String) -> String { say("when it fails call {name}", ["name": name]) }
    var copyOfData: String { say("Copy of its data") }
    func restoredOn(_ day: String) -> String { say("restoring tried on {day}", ["day": day]) }
    var atLeast: String { say("At least") }
    func dueBy(_ day: String) -> String { say("by {day}", ["day": day]) }
    func doneOn(_ day: String) -> String { say("done on {day}", ["day": day]) }

    func subjection(_ subjection: Subjection) -> String { subjection.phrase.text(language) }

    func profile(_ profile: ProfileName) -> String { profile.phrase.text(language) }

    var job: String { say("Job") }
    var speaks: String { say("Languages") }
    var lastTried: String { say("Numbers last tried") }
    var address: String { say("Address") }
    var system: String { say("System") }
    var supplier: String { say("Supplier") }
    var remark: String { say("Note") }
    var size: String { say("How many") }
    var informWithin: String { say("To be told within") }
    var updateEvery: String { say("News every") }
    var claim: String { say("Confirmed facts") }
    var until: String { say("Sent until") }
    var longest: String { say("Longest value") }
    var choices: String { say("Choices") }
    var confirmedByLabel: String { say("Confirmed by") }
    var drill: String { say("Drill") }
    var drillFound: String { say("What was found") }
    var drillActions: String { say("What was decided") }
    var avoid: String { say("Avoid") }
    var sayInstead: String { say("Say instead") }
    var element: String { say("Element") }
    var headingWords: String { say("Headings that tell it") }
    var allowed: String { say("Words that are fine here") }
}
