import PlancCompose
import PlancDocument
import PlancMarkup
import PlancModel
import PlancSource

/// A plan as it is printed in one locale.
struct Edition: Sendable {
    var plan: Plan { composer.plan }
    /// Of the plan's own words.
    let locale: Locale
    /// Of planc's words: those of a sheet are in the language of the plan's.
    let speech: Locale
    let options: LoweringOptions
    let words: Words
    var composer: Composer
    /// Those that were asked for: each thing is named on many pages.
    private let titles = Mutex<[EntityReference: String]>([:])
    /// The same of values that may be numbers.
    private let numbers = Mutex<[String: Number?]>([:])
    /// By the ids of messages.
    private let marks: Lazily<[String: String]>
    /// The ids of those who are there in office hours only.
    private let inOfficeHours: Lazily<Set<String>>
    private let needed: Lazily<Set<String>>
    private let ledTo: Lazily<Set<String>>
    private let activatesMost: Lazily<Reference?>
    private let inRoles: Lazily<Set<String>>
    /// By the number in E.164, the places of the channels that have it.
    private let numbered: Lazily<[String: [Int]]>

    /// A number as it is dialled, and as it is printed.
    struct Number: Sendable {
        var dialled: String
        var printed: String
    }

    /// - Parameter speech: the language of planc's own words, where it is another than that of the plan's.
    init(plan: Plan, locale: Locale, speech: Locale? = nil, options: LoweringOptions) {
        self.locale = locale
        self.options = options
        self.speech = speech ?? locale
        words = Words(self.speech)
        composer = Composer(plan: plan, locale: locale, exercise: options.isExercise ? words.exercise : nil)
        marks = Lazily {
            let places = plan.messages.ids.sorted().enumerated()
            return Dictionary(
                places.map { ($1, "M" + ($0 < 9 ? "0" : "") + String($0 + 1)) }, uniquingKeysWith: { first, _ in first }
            )
        }
        ledTo = Lazily { plan.scenariosLedTo }
        activatesMost = Lazily { plan.activator }
        inRoles = Lazily { Set(plan.roles.flatMap { $0.people.map(\.id) }) }
        needed = Lazily {
            var open = plan.channels.flatMap { $0.dependsOn.flatMap(\.references).map(\.id) }
            var found = Set<String>()
            while let id = open.popLast() {
                guard found.insert(id).inserted, let system = plan.systems[id] else { continue }
                open += system.dependsOn.flatMap(\.references).map(\.id)
            }
            return found
        }
        let ownCode = composer.phones.ownCode
        numbered = Lazily {
            var places: [String: [Int]] = [:]
            for place in plan.channels.indices {
                guard let address = plan.channels[place].address?.value,
                    let number = WrittenForms.phone(address, ownCode: ownCode)
                else { continue }
                places[number, default: []].append(place)
            }
            return places
        }
        inOfficeHours = Lazily {
            // Who says nothing keeps the hours of their roles.
            var (some, others) = (Set<String>(), Set<String>())
            for role in plan.roles {
                let ids = role.people.map(\.id)
                if role.hours?.value == .office { some.formUnion(ids) } else { others.formUnion(ids) }
            }
            some.subtract(others)
            return Set(
                plan.people.filter { $0.hours.map { $0.value == .office } ?? some.contains($0.id) }.map(\.id))
        }
    }

    func text(_ text: LocalizedText) -> String { text.text(locale) }

    /// "office hours only", of somebody who is there in them alone; else empty.
    func hours(of person: Person) -> String {
        inOfficeHours.value.contains(person.id) ? words.officeHoursOnly : ""
    }

    /// The channels with a telephone number in E.164.
    func channels(withNumber number: String) -> [Channel] { (numbered.value[number] ?? []).map { plan.channels[$0] } }

    /// Whether somebody has a role.
    func hasRole(_ person: Person) -> Bool { inRoles.value.contains(person.id) }

    /// The systems that channels need, directly or through others, by id.
    var systemsOfChannels: Set<String> { needed.value }

    /// The scenarios that steps of a list lead to.
    var scenariosLedTo: Set<String> { ledTo.value }

    /// Who activates most scenarios of the plan.
    var activator: Reference? { activatesMost.value }

    func title(of role: Role) -> String { title(.role, role.id) }
    func title(_ kind: EntityKind, _ id: String) -> String {
        let reference = EntityReference(kind, id)
        return titles.value(of: reference) { unbrokenNumbers(composer.title(of: reference)) }
    }

    /// "M07": the message's place among those of the plan by id, the same in every pack, copy and format.
    func mark(of message: Message) -> String { marks.value[message.id] ?? "" }

    /// nil of what is no number in E.164.
    func number(_ value: String) -> Number? {
        numbers.value(of: value) {
            WrittenForms.e164(value).map { Number(dialled: $0, printed: unbroken(composer.phones.text(value))) }
        }
    }

    var paper: Document.Paper { options.paper ?? (plan.info.paper?.value == .letter ? .letter : .a4) }

    /// DRAFT, EXERCISE.
    var watermark: String? {
        let marks = (options.isDraft ? [words.draft] : []) + (options.isExercise ? [words.exercise] : [])
        return marks.isEmpty ? nil : marks.joined(separator: " · ")
    }

    func stamp(copy: String? = nil) -> Document.Stamp {
        let date = plan.info.date
        return Document.Stamp(
            organisation: text(plan.info.organisation), plan: text(plan.info.title),
            version: words.version(plan.info.version.value), date: date.map(words.date) ?? "",
            isoDate: date.map(\.description) ?? "", revision: options.revision, copy: copy)
    }

    /// A sheet that bears the plan's own label.
    func document(_ id: String, title: String, purpose: [Run], blocks: [Block]) -> Document {
        Document(
            id: id, title: title, purpose: purpose, locale: speech.tag,
            classification: plan.info.classification?.value.rawValue, watermark: watermark, stamp: stamp(),
            paper: paper,
            isLargePrint: options.isLargePrint, words: words.furniture, blocks: blocks)
    }

    /// The roles in the order of the plan, each with its reference's spans left aside.
    func roles(_ references: [Reference]) -> [Role] { references.compactMap { plan.roles[$0] } }
    func people(_ references: [Reference]) -> [Person] { references.compactMap { plan.people[$0] } }
}

/// The word that every message of an exercise begins with.
public func exerciseMark(in locale: Locale) -> String { Words(locale).exercise }
