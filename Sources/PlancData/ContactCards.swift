import PlancCompose
import PlancLanguages
import PlancModel

/// The people of a plan as vCard 3.0 (RFC 2426), which every address book reads. Private addresses only when asked for.
public func contactsVCard(_ plan: Plan, locale: Locale, includesPrivate: Bool = false) -> [UInt8] {
    var lines = ContentLines()
    for person in plan.people {
        let addresses = person.reach.filter { includesPrivate || !person.isPrivate($0.channel.id) }
        let (title, given, family) = nameParts(person.name)
        lines.add("BEGIN", "VCARD")
        lines.add("VERSION", "3.0")
        lines.add("N", texts: [family, given, "", title, ""], separator: ";")
        lines.add("FN", text: person.name)
        let organisation = person.organisation.isEmpty ? plan.info.organisation : person.organisation
        if !organisation.isEmpty { lines.add("ORG", text: organisation.text(locale)) }
        if !person.job.isEmpty { lines.add("TITLE", text: person.job.text(locale)) }
        let roles = roleTitles(of: person, plan, locale)
        if !roles.isEmpty { lines.add("ROLE", text: roles.joined(separator: ", ")) }
        addNumbers(numbers(addresses, plan), to: &lines, locale)
        for address in addresses {
            switch plan.channels[address.channel]?.type.value {
            case .email: lines.add("EMAIL;TYPE=INTERNET", text: address.value.value)
            case .web, .statusPage, .portal: lines.add("URL", text: address.value.value)
            default: break
            }
        }
        let notes = [includesPrivate ? contract(person, locale) : nil, note(addresses, plan, locale)].compactMap { $0 }
        if !notes.isEmpty { lines.add("NOTE", text: notes.joined(separator: "\n")) }
        if addresses.contains(where: { person.isPrivate($0.channel.id) }) { lines.add("CLASS", "CONFIDENTIAL") }
        lines.add("UID", text: "\(plan.name)-\(person.id)")
        if let date = plan.info.date { lines.add("REV", "\(date)T00:00:00Z") }
        lines.add("END", "VCARD")
    }
    return lines.bytes
}

/// The roles that a person holds, or stands in for.
func roleTitles(of person: Person, _ plan: Plan, _ locale: Locale) -> [String] {
    plan.roles.filter { role in role.people.contains { $0.id == person.id } }.map { role in
        let title = role.title.text(locale)
        if role.holder?.id == person.id { return title }
        return Phrase("{role} (deputy)", ["role": title]).text(locale.spoken)
    }
}

/// A number with all that it is good for, and the channels by which it is reached.
private struct Number {
    var value: String
    var types: [String]
    var channels: [LocalizedText]
}

/// Several numbers are told apart by the names of their channels, which address books show as labels (`X-ABLabel`, Apple's, read by
/// Google, Nextcloud and others too); where they are not read, the property is a telephone all the same.
private func addNumbers(_ numbers: [Number], to lines: inout ContentLines, _ locale: Locale) {
    for (place, number) in numbers.enumerated() {
        let property = "TEL;TYPE=" + number.types.joined(separator: ",")
        if numbers.count == 1 {
            lines.add(property, number.value)
            continue
        }
        lines.add("item\(place + 1).\(property)", number.value)
        let label = number.channels.map { $0.text(locale) }.joined(separator: ", ")
        lines.add("item\(place + 1).X-ABLabel", text: label)
    }
}

/// Each number once.
private func numbers(_ addresses: [Person.Address], _ plan: Plan) -> [Number] {
    var numbers: [Number] = []
    for address in addresses {
        guard let channel = plan.channels[address.channel], let number = WrittenForms.e164(address.value.value)
        else { continue }
        let types: [String] =
            switch channel.type.value {
            case .sms: ["CELL", "MSG"]
            case .voice, .hotline, .satellite: ["VOICE"]
            default: ["PREF"]
            }
        if let place = numbers.firstIndex(where: { $0.value == number }) {
            numbers[place].types += types.filter { !numbers[place].types.contains($0) }
            numbers[place].channels.append(channel.title)
        } else {
            numbers.append(Number(value: number, types: types, channels: [channel.title]))
        }
    }
    return numbers
}

/// The number by which they know us, to name in the call.
private func contract(_ person: Person, _ locale: Locale) -> String? {
    person.contract.map { Phrase("Contract: {number}", ["number": $0.value]).text(locale.spoken) }
}

/// What has no property of its own: names in a chat, a radio call sign.
private func note(_ addresses: [Person.Address], _ plan: Plan, _ locale: Locale) -> String? {
    let rest = addresses.filter { address in
        guard WrittenForms.e164(address.value.value) == nil else { return false }
        switch plan.channels[address.channel]?.type.value {
        case .email, .web, .statusPage, .portal: return false
        default: return true
        }
    }
    if rest.isEmpty { return nil }
    return rest.map { address in
        "\(plan.channels[address.channel]?.title.text(locale) ?? address.channel.id): \(address.value.value)"
    }.joined(separator: "\n")
}
