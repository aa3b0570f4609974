import PlancCompose
import PlancLanguages
import PlancModel
import PlancSource

/// The people of a plan as CSV (RFC 4180) for spreadsheets, a row an address: no cell can act as a formula, and numbers are written
/// as people write them.
public func contactsCSV(_ plan: Plan, locale: Locale, includesPrivate: Bool = false) -> [UInt8] {
    let phones = PhoneHabit(plan: plan, locale: locale)
    var rows = [headings.map { $0.text(locale.spoken) }]
    for person in plan.people {
        let (title, given, family) = nameParts(person.name)
        let roles = roleTitles(of: person, plan, locale).joined(separator: "; ")
        for address in person.reach {
            let isPrivate = person.isPrivate(address.channel.id)
            guard includesPrivate || !isPrivate, let channel = plan.channels[address.channel] else { continue }
            let value = address.value.value
            rows.append([
                person.name, family, given, person.job.text(locale),
                person.organisation.text(locale), roles,
                channel.title.text(locale), channel.type.value.rawValue,
                phones.text(value), (isPrivate ? Phrase("yes") : Phrase("no")).text(locale.spoken),
                person.verified?.value.description ?? "", includesPrivate ? person.contract?.value ?? "" : "", title,
            ])
        }
    }
    return csv(rows)
}

private let headings = [
    Phrase("Name", context: "column of contacts"),
    Phrase("Family name", context: "column of contacts"),
    Phrase("Given name", context: "column of contacts"),
    Phrase("Job", context: "column of contacts"),
    Phrase("Organisation", context: "column of contacts"),
    Phrase("Roles", context: "column of contacts"),
    Phrase("Channel", context: "column of contacts"),
    Phrase("Type", context: "column of contacts"),
    Phrase("Address", context: "column of contacts"),
    Phrase("Private", context: "column of contacts"),
    Phrase("Last tried", context: "column of contacts"),
    Phrase("Contract", context: "column of contacts"),
    Phrase("Title", context: "column of contacts"),
]
