import PlancCompose
import PlancModel

/// The people of a plan as CSV (RFC 4180), a row an address. For spreadsheets no cell can act as a formula and numbers are
/// written as people write them; `isRaw` gives programs the values as they are, under names that do not change.
public func contactsCSV(
    _ plan: Plan, locale: Locale, includesPrivate: Bool = false, isRaw: Bool = false
) -> [UInt8] {
    let phones = PhoneHabit(plan: plan, locale: locale)
    var rows = [isRaw ? columns : locale.isFrench ? frenchColumns : englishColumns]
    for person in plan.people {
        let (given, family) = nameParts(person.name)
        let roles = roleTitles(of: person, plan, locale).joined(separator: "; ")
        for address in person.reach {
            let isPrivate = person.isPrivate(address.channel.id)
            guard includesPrivate || !isPrivate, let channel = plan.channels[address.channel] else { continue }
            let value = address.value.value
            rows.append([
                isRaw ? person.id : person.name, family, given, person.job.text(locale),
                person.organisation.text(locale), roles,
                isRaw ? channel.id : channel.title.text(locale), channel.type.value.rawValue,
                isRaw ? PhoneHabit.e164(value) ?? value : phones.text(value), yes(isPrivate, isRaw, locale),
                person.verified?.value.description ?? "",
            ])
        }
    }
    return csv(rows, isRaw: isRaw)
}

private let columns = [
    "person", "family_name", "given_name", "job", "organisation", "roles", "channel", "type", "address", "private",
    "verified",
]
private let englishColumns = [
    "Name", "Family name", "Given name", "Job", "Organisation", "Roles", "Channel", "Type", "Address", "Private",
    "Last tried",
]
private let frenchColumns = [
    "Nom complet", "Nom", "Prénom", "Fonction", "Organisation", "Rôles", "Canal", "Type", "Adresse", "Privé",
    "Essayé le",
]

private func yes(_ value: Bool, _ isRaw: Bool, _ locale: Locale) -> String {
    if isRaw { return value ? "true" : "false" }
    return value ? locale.isFrench ? "oui" : "yes" : locale.isFrench ? "non" : "no"
}

/// Every cell in quotes, CRLF between rows (RFC 4180); unless raw, no cell acts as a formula.
public func csv(_ rows: [[String]], isRaw: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in rows {
        for (place, cell) in row.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "\""))
            for byte in (isRaw ? cell : harmless(cell)).utf8 {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }
    return bytes
}

/// On one line, without control characters, and no formula for a spreadsheet (OWASP, CSV injection): what begins like one
/// gets an apostrophe before it.
private func harmless(_ cell: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in cell.unicodeScalars {
        if scalar == "\n" || scalar == "\r" || scalar == "\t" {
            text.append(" ")
        } else if scalar.value >= 0x20, scalar.value != 0x7F {
            text.append(scalar)
        }
    }
    let first = text.first { $0 != " " && $0 != "\u{A0}" }
    // The wide twins of the signs are read as the signs in East Asian editions.
    let signs: [Unicode.Scalar] = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
    return first.map { signs.contains($0) } ?? false ? "'" + String(text) : String(text)
}
