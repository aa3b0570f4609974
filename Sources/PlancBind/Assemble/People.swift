import PlancMarkup
import PlancModel
import PlancSource

/// Those who act, and what they act with.
///
/// A required word that is missing or wrong has been reported; the thing is kept with the most harmless one, so that
/// what refers to it is not reported as well.
extension Binding {
    func person(_ item: Item, _ reading: Reading) -> Person {
        var title = LocalizedText()
        if let name = reading.text("name") { title = LocalizedText([LocalizedText.Version(locale: nil, text: name)]) }
        var person = Person(id: item.reference.id, title: title, nameSpan: item.nameSpan, span: item.span)
        person.job = reading.localized("job")
        person.organisation = reading.localized("organisation")
        person.locales = reading.locales("locales")
        person.hours = reading.choice("hours")
        person.reach = (reading.node("reach")?.entries ?? []).compactMap { entry in
            guard let channel = reading.reference(entry.key, .channel), let value = entry.value.scalar else {
                return nil
            }
            return Person.Address(channel: channel, value: value)
        }
        person.privateChannels = reading.references("private", .channel)
        person.verified = reading.confirmation("verified")
        return person
    }

    func role(_ item: Item, _ reading: Reading) -> Role {
        var role = Role(
            id: item.reference.id, title: title(of: item, reading), nameSpan: item.nameSpan, span: item.span)
        role.holder = reading.reference("holder", .person)
        role.deputies = reading.references("deputies", .person)
        role.team = reading.choice("team")
        role.hours = reading.choice("hours")
        role.duties = reading.localized("duties")
        role.body = LocalizedBody(bodies(of: item))
        return role
    }

    func channel(_ item: Item, _ reading: Reading) -> Channel {
        var channel = Channel(
            id: item.reference.id, title: title(of: item, reading),
            type: reading.choice("type") ?? Located(.letter, item.nameSpan), nameSpan: item.nameSpan, span: item.span)
        channel.dependsOn = reading.dependencies("depends-on")
        channel.operatedBy = reading.reference("operated-by", .role)
        channel.access = reading.localized("access")
        channel.address = reading.text("address")
        channel.sender = reading.text("sender")
        channel.twoWay = reading.boolean("two-way")
        channel.limit = reading.integer("limit")
        return channel
    }

    func system(_ item: Item, _ reading: Reading) -> System {
        var system = System(
            id: item.reference.id, title: title(of: item, reading), nameSpan: item.nameSpan, span: item.span)
        system.dependsOn = reading.dependencies("depends-on")
        system.supplier = reading.localized("supplier")
        system.site = reading.localized("site")
        system.note = reading.localized("note")
        system.rto = reading.duration("rto")
        system.rpo = reading.duration("rpo")
        return system
    }

    func activity(_ item: Item, _ reading: Reading) -> Activity {
        var activity = Activity(
            id: item.reference.id, title: title(of: item, reading), nameSpan: item.nameSpan, span: item.span)
        activity.owner = reading.reference("owner", .role)
        activity.mtpd = reading.duration("mtpd")
        activity.rto = reading.duration("rto")
        activity.rpo = reading.duration("rpo")
        activity.dependsOn = reading.dependencies("depends-on")
        activity.workaround = reading.reference("workaround", .checklist)
        return activity
    }

    func audience(_ item: Item, _ reading: Reading) -> Audience {
        var audience = Audience(
            id: item.reference.id, title: title(of: item, reading),
            type: reading.choice("type") ?? Located(.partners, item.nameSpan), nameSpan: item.nameSpan, span: item.span)
        audience.channels = reading.references("channels", .channel)
        audience.locales = reading.locales("locales")
        audience.size = reading.integer("size")
        audience.informWithin = reading.duration("inform-within")
        audience.updateEvery = reading.duration("update-every")
        return audience
    }
}
