import PlancMarkup
import PlancModel
import PlancSource

extension Plan {
    /// The files that the plan's things were read from, in order.
    var files: [FileID] {
        var files: Set<FileID> = [info.nameSpan.file]
        func add(_ things: some Sequence<any Entity>) { for thing in things { files.insert(thing.nameSpan.file) } }
        func add(_ bodies: [Body]) { for body in bodies { files.insert(body.file) } }
        add(people.map { $0 as any Entity })
        add(channels.map { $0 as any Entity })
        add(systems.map { $0 as any Entity })
        add(activities.map { $0 as any Entity })
        add(audiences.map { $0 as any Entity })
        add(fields.map { $0 as any Entity })
        add(packs.map { $0 as any Entity })
        add(drills.map { $0 as any Entity })
        add(roles.map { $0 as any Entity })
        add(scenarios.map { $0 as any Entity })
        add(obligations.map { $0 as any Entity })
        add(info.body.bodies)
        add(introductions.map(\.body))
        for role in roles { add(role.body.bodies) }
        for scenario in scenarios { add(scenario.body.bodies) }
        for obligation in obligations { add(obligation.body.bodies) }
        for place in checklists.indices {
            for version in checklists[place].versions { files.insert(version.body.file) }
        }
        for place in messages.indices { for version in messages[place].versions { files.insert(version.body.file) } }
        for snippet in snippets { add(snippet.versions.map(\.body)) }
        for entry in vocabulary.avoid { files.insert(entry.term.span.file) }
        for entry in vocabulary.headings { files.insert(entry.element.span.file) }
        for term in vocabulary.allow { files.insert(term.span.file) }
        return files.sorted()
    }
}
