import PlancMarkup
import PlancSource

/// What a plan holds: see `Plan`, whose copies share it.
struct PlanValues: Sendable {
    var folder: String
    var name: String
    var info: PlanInfo
    var people: Entities<Person> = Entities<Person>()
    var roles: Entities<Role> = Entities<Role>()
    var channels: Entities<Channel> = Entities<Channel>()
    var systems: Entities<System> = Entities<System>()
    var activities: Entities<Activity> = Entities<Activity>()
    var audiences: Entities<Audience> = Entities<Audience>()
    var scenarios: Entities<Scenario> = Entities<Scenario>()
    var obligations: Entities<Obligation> = Entities<Obligation>()
    var checklists: Entities<Checklist> = Entities<Checklist>()
    var messages: Entities<Message> = Entities<Message>()
    var snippets: Entities<Snippet> = Entities<Snippet>()
    var fields: Entities<Field> = Entities<Field>()
    var packs: Entities<Pack> = Entities<Pack>()
    var drills: Entities<Drill> = Entities<Drill>()
    var vocabulary: Vocabulary = Vocabulary()
    var introductions: [Introduction] = []
    var references: [TypedReference] = []
    var links: LinkTargets = LinkTargets()
    var pictures: Pictures = Pictures()
    var exceptions: [Exception] = []
    var sources: [(path: String, file: SourceFile)] = []
    var daysDone: [Located<CalendarDate>] = []
    var unfilledValues: [UnfilledValue] = []
    var unread: Unread = Unread()
}
