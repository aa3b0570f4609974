import PlancJSON
import PlancModel

/// The bound plan for other tools. Keys are those of the plan language, in the order of its reference; lists are in the order of
/// the sources; what is not given is left out. Addresses that are not for everyone are there, marked `"private": true`: the file
/// belongs inside the need-to-know, as the sources do.
public func planJSON(_ plan: Plan) -> JSON {
    let info = plan.info
    return .object([
        "name": .string(plan.name),
        "title": localized(info.title),
        "organisation": localized(info.organisation),
        "version": .string(info.version.value),
        "locales": .strings(plan.locales.map(\.tag)),
        "owner": id(info.owner),
        "timezone": info.timezone.map { .string($0.value) },
        "classification": info.classification.map { .string($0.value.rawValue) },
        "paper": info.paper.map { .string($0.value.rawValue) },
        "review": .object([
            "every": amount(info.review.every.value), "last": date(info.review.last?.value),
            "drills": amount(info.review.drills), "contacts": amount(info.review.contacts),
        ]),
        "approved": info.approved.map { .object(["by": id($0.by), "on": date($0.on?.value)]) },
        "revisions": list(info.revisions) { revision in
            .object([
                "version": revision.version.map { .string($0.value) }, "date": date(revision.date?.value),
                "by": id(revision.by), "what": localized(revision.what),
            ])
        },
        "levels": list(info.levels) { level in
            .object(["name": localized(level.name), "when": localized(level.when), "decides": id(level.decides)])
        },
        "holidays": info.holidays.isEmpty ? nil : .strings(info.holidays.map(\.value.description)),
        "body": bodies(info.body),
        "people": entities(plan.people, person),
        "roles": entities(plan.roles, role),
        "channels": entities(plan.channels, channel),
        "systems": entities(plan.systems, system),
        "activities": entities(plan.activities, activity),
        "audiences": entities(plan.audiences, audience),
        "scenarios": entities(plan.scenarios, scenario),
        "obligations": entities(plan.obligations, obligation),
        "checklists": entities(plan.checklists, checklist),
        "messages": entities(plan.messages) { message($0, plan) },
        "snippets": entities(plan.snippets, snippet),
        "fields": entities(plan.fields, field),
        "packs": entities(plan.packs) { pack($0, plan) },
        "drills": entities(plan.drills, drill),
        "sources": .string(plan.sourcesHash),
    ])
}

func list<Value>(_ values: [Value], _ each: (Value) -> JSON) -> JSON? {
    values.isEmpty ? nil : .array(values.map(each))
}

/// A map from ids to things, in the order of the sources.
private func entities<Value: Entity>(_ values: Entities<Value>, _ each: (Value) -> JSON) -> JSON {
    .object(values.map { JSON.Member($0.id, each($0)) })
}

private func person(_ person: Person) -> JSON {
    .object([
        "name": .string(person.name), "job": localized(person.job), "organisation": localized(person.organisation),
        "locales": person.locales.isEmpty ? nil : .strings(person.locales.map(\.value.tag)),
        "hours": person.hours.map { .string($0.value.rawValue) },
        "reach": list(person.reach) { address in
            .object([
                "channel": .string(address.channel.id), "address": .string(address.value.value),
                "private": person.isPrivate(address.channel.id) ? true : nil,
            ])
        },
        "verified": date(person.verified?.value),
    ])
}

private func role(_ role: Role) -> JSON {
    .object([
        "title": localized(role.title), "holder": id(role.holder), "deputies": ids(role.deputies),
        "team": role.team.map { .string($0.value.rawValue) }, "hours": role.hours.map { .string($0.value.rawValue) },
        "duties": localized(role.duties), "body": bodies(role.body),
    ])
}

/// An id, or `{"any-of": [ids]}`.
private func dependencies(_ dependencies: [Dependency]) -> JSON? {
    list(dependencies) { dependency in
        switch dependency {
        case .system(let reference): .string(reference.id)
        case .anyOf(let references, _): .object(["any-of": .strings(references.map(\.id))])
        }
    }
}

private func channel(_ channel: Channel) -> JSON {
    .object([
        "title": localized(channel.title), "type": .string(channel.type.value.rawValue),
        "depends-on": dependencies(channel.dependsOn), "operated-by": id(channel.operatedBy),
        "access": localized(channel.access), "address": channel.address.map { .string($0.value) },
        "sender": channel.sender.map { .string($0.value) }, "two-way": channel.twoWay.map { .bool($0.value) },
        "limit": channel.limit.map { .int($0.value) },
    ])
}

private func system(_ system: System) -> JSON {
    .object([
        "title": localized(system.title), "depends-on": dependencies(system.dependsOn),
        "supplier": localized(system.supplier), "site": localized(system.site), "note": localized(system.note),
        "rto": amount(system.rto?.value), "rpo": amount(system.rpo?.value),
    ])
}

private func activity(_ activity: Activity) -> JSON {
    .object([
        "title": localized(activity.title), "owner": id(activity.owner), "mtpd": amount(activity.mtpd?.value),
        "rto": amount(activity.rto?.value), "rpo": amount(activity.rpo?.value),
        "depends-on": dependencies(activity.dependsOn), "workaround": id(activity.workaround),
    ])
}

private func audience(_ audience: Audience) -> JSON {
    .object([
        "title": localized(audience.title), "type": .string(audience.type.value.rawValue),
        "channels": ids(audience.channels),
        "locales": audience.locales.isEmpty ? nil : .strings(audience.locales.map(\.value.tag)),
        "size": audience.size.map { .int($0.value) }, "inform-within": amount(audience.informWithin?.value),
        "update-every": amount(audience.updateEvery?.value),
    ])
}

private func scenario(_ scenario: Scenario) -> JSON {
    .object([
        "title": localized(scenario.title), "disables": typed(scenario.disables),
        "distrusts": typed(scenario.distrusts),
        "affects": ids(scenario.affects), "obligations": ids(scenario.obligations),
        "activated-by": id(scenario.activatedBy), "personal-data": scenario.personalData.map { .bool($0.value) },
        "body": bodies(scenario.body),
    ])
}

private func obligation(_ obligation: Obligation) -> JSON {
    .object([
        "title": localized(obligation.title), "authority": localized(obligation.authority),
        "law": localized(obligation.law),
        "audience": id(obligation.audience),
        "stages": list(obligation.stages) { stage in
            let from: String? =
                switch stage.from?.value {
                case .clock(let start): start.rawValue
                case .stage(let name): name
                case nil: nil
                }
            return .object([
                "name": .string(stage.name.value), "deadline": amount(stage.deadline?.value),
                "from": from.map { .string($0) },
                "contents": stage.contents.isEmpty ? nil : .strings(stage.contents.map(\.value.rawValue)),
            ])
        },
        "when": obligation.when.map { .string($0.value.rawValue) },
        "source": obligation.source.map { .string($0.value) },
        "verified": date(obligation.verified?.value), "built-in": obligation.isBuiltIn ? true : nil,
        "body": bodies(obligation.body),
    ])
}

private func field(_ field: Field) -> JSON {
    .object([
        "title": localized(field.title), "type": .string(field.type.value.rawValue),
        "choices": list(field.choices) { localized($0) ?? .null }, "example": localized(field.example),
        "longest": localized(field.longest), "confirmed-by": id(field.confirmedBy),
        "covers": field.covers.isEmpty ? nil : .strings(field.covers.map(\.value.rawValue)),
    ])
}

private func pack(_ pack: Pack, _ plan: Plan) -> JSON {
    .object([
        "title": localized(pack.title), "for": typed(pack.for),
        "include": .strings(pack.include.map(\.value.rawValue)), "scenarios": ids(pack.scenarios),
        "locales": pack.locales.isEmpty ? nil : .strings(pack.locales.map(\.value.tag)),
        "paper": pack.paper.map { .string($0.value.rawValue) }, "large-print": pack.largePrint.map { .bool($0.value) },
        "classification": pack.classification.map { .string($0.value.rawValue) },
        "copies": list(pack.copies) { copy in
            let share = plan.share(of: copy, in: pack)
            return .object([
                "to": id(copy.to), "at": localized(copy.at), "on": id(copy.on), "private": .bool(share.showsPrivate),
                "classification": share.label.map { .string($0.rawValue) },
                "leaves-out": .strings(plan.messagesLeftOut(of: copy, in: pack).map(\.id)),
            ])
        },
        "printed": date(pack.printed?.value),
    ])
}

private func drill(_ drill: Drill) -> JSON {
    .object([
        "title": localized(drill.title), "date": date(drill.date?.value), "scenario": id(drill.scenario),
        "kind": drill.drillKind.map { .string($0.value.rawValue) }, "found": localized(drill.found),
        "actions": list(drill.actions) { localized($0) ?? .null },
    ])
}
