import PlancMarkup
import PlancModel
import PlancPictures
import PlancSchema
import PlancSource

/// The bound plan for other tools. Keys are those of the plan language, in the order of its reference; lists are in the order of
/// the sources; what is not given is left out. `format` is the version of this contract. Addresses that are not for everyone are there, marked `"private": true`: the file
/// belongs inside the need-to-know, as the sources do.
public func planJSON(_ plan: Plan) -> JSON {
    var members = [JSON.Member("format", 1), JSON.Member("name", .string(plan.name))]
    for thing in Schema.declaration(of: .plan).written(in: plan) {
        members += FormValue.members(thing.fields, Schema.keys(of: .plan))
    }
    if let body = bodies(plan.info.body, plan.links) { members.append(JSON.Member("body", body)) }
    for kind in EntityKind.all where kind.hasID {
        let things = Schema.declaration(of: kind).written(in: plan).map { thing in
            JSON.Member(thing.reference.id, json(thing, in: plan))
        }
        members.append(JSON.Member(kind.registryKey, .object(things)))
    }
    for thing in Schema.declaration(of: .vocabulary).written(in: plan) where !thing.fields.isEmpty {
        members.append(
            JSON.Member("vocabulary", FormValue.json(thing.fields, Schema.keys(of: .vocabulary))))
    }
    if let introductions = introductions(plan) { members.append(JSON.Member("introductions", introductions)) }
    let pictures = plan.pictures.printable.map { path, picture in JSON.Member(path, pictureData(picture)) }
    if !pictures.isEmpty { members.append(JSON.Member("pictures", .object(pictures))) }
    members.append(JSON.Member("sources", .string(plan.sourcesHash)))
    return .object(members)
}

/// The keys of a thing, and its text.
private func json(_ thing: WrittenThing, in plan: Plan) -> JSON {
    let (kind, id) = (thing.reference.kind, thing.reference.id)
    let keys = Schema.keys(of: kind)
    var members: [JSON.Member] = []
    for field in thing.fields {
        let key = keys[field.place]
        switch (kind, key.name) {
        // Said of each address, where programs need it.
        case (.person, "private"): break
        case (.person, "reach"): members.append(JSON.Member(key.name, addresses(plan.people[id])))
        // With what follows from the pack for each copy.
        case (.pack, "copies"): members.append(JSON.Member(key.name, copies(plan.packs[id], plan)))
        default: members.append(JSON.Member(key.name, field.value.json(key.form)))
        }
    }
    return .object(members + text(thing, in: plan))
}

/// What is not a key: the text, and where an obligation comes from.
private func text(_ thing: WrittenThing, in plan: Plan) -> [JSON.Member] {
    let id = thing.reference.id
    switch thing.reference.kind {
    case .checklist:
        guard let checklist = plan.checklists[id] else { return [] }
        return [JSON.Member("versions", versions(of: checklist, plan.links))]
    case .message:
        guard let message = plan.messages[id] else { return [] }
        return [JSON.Member("versions", versions(of: message, plan))]
    case .snippet:
        guard let snippet = plan.snippets[id] else { return [] }
        return [JSON.Member("body", versions(of: snippet, plan.links))]
    default:
        var members: [JSON.Member] = []
        if plan.obligations[id]?.isBuiltIn == true, thing.reference.kind == .obligation {
            members.append(JSON.Member("built-in", true))
        }
        if let body = bodies(LocalizedBody(thing.bodies), plan.links) { members.append(JSON.Member("body", body)) }
        return members
    }
}

private func addresses(_ person: Person?) -> JSON {
    .array(
        (person?.reach ?? []).map { address in
            .object([
                "channel": .string(address.channel.id), "address": .string(address.value.value),
                "private": person?.isPrivate(address.channel.id) == true ? true : nil,
            ])
        })
}

private func copies(_ pack: Pack?, _ plan: Plan) -> JSON {
    guard let pack else { return .array([]) }
    return .array(
        pack.copies.map { copy in
            let share = plan.share(of: copy, in: pack)
            return .object([
                "to": id(copy.to), "at": localized(copy.at), "on": id(copy.on), "private": .bool(share.showsPrivate),
                "full": .bool(plan.ownRole(of: copy) == nil),
                "classification": share.label.map { .string($0.rawValue) },
                "leaves-out": .strings(plan.messagesLeftOut(of: copy, in: pack).map(\.id)),
            ])
        })
}

/// What a printed picture is: its form, its size in pixels, and the SHA-256 of its file.
private func pictureData(_ picture: Picture) -> JSON {
    .object([
        "form": .string(picture.form.rawValue), "width": .int(picture.width), "height": .int(picture.height),
        "sha256": .string(sha256(picture.file)),
    ])
}

func list<Value>(_ values: [Value], _ each: (Value) -> JSON) -> JSON? {
    values.isEmpty ? nil : .array(values.map(each))
}
