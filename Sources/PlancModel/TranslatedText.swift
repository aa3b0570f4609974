import PlancMarkup

/// A text of a thing in its languages, the source first.
public struct TranslatedText: Sendable {
    public var reference: EntityReference
    public var title: LocalizedText
    public var bodies: [Body]
    /// Whether it is what a registry begins with; `reference` has the registry's kind, and the name of its file.
    public var isIntroduction = false
}

extension Plan {
    /// Every text that has a file in more than one language, or could have: messages, snippets, checklists, the texts of
    /// scenarios, roles, obligations and of the plan itself, and the introductions of registries.
    public var translatedTexts: [TranslatedText] {
        var texts: [TranslatedText] = []
        func add(_ kind: EntityKind, _ id: String, _ title: LocalizedText, _ bodies: [Body]) {
            if !bodies.isEmpty {
                texts.append(TranslatedText(reference: EntityReference(kind, id), title: title, bodies: bodies))
            }
        }
        add(.plan, name, info.title, info.body.bodies)
        for message in messages { add(.message, message.id, message.title, message.versions.map(\.body)) }
        for snippet in snippets { add(.snippet, snippet.id, snippet.title, snippet.versions.map(\.body)) }
        for list in checklists { add(.checklist, list.id, list.title, list.versions.map(\.body)) }
        for scenario in scenarios { add(.scenario, scenario.id, scenario.title, scenario.body.bodies) }
        for role in roles { add(.role, role.id, role.title, role.body.bodies) }
        for obligation in obligations { add(.obligation, obligation.id, obligation.title, obligation.body.bodies) }
        for group in introductionsByFile where group[0].kind != .vocabulary {
            texts.append(
                TranslatedText(
                    reference: EntityReference(group[0].kind, group[0].name), title: LocalizedText(),
                    bodies: group.map(\.body), isIntroduction: true))
        }
        return texts
    }

    /// The introductions of each registry, that in the plan's first language first.
    public var introductionsByFile: [[Introduction]] {
        var places: [String: Int] = [:]
        var groups: [[Introduction]] = []
        for introduction in introductions {
            guard let place = places[introduction.path] else {
                places[introduction.path] = groups.count
                groups.append([introduction])
                continue
            }
            // Files come by path: translations stand before what they translate.
            if introduction.body.locale == sourceLocale {
                groups[place].insert(introduction, at: 0)
            } else {
                groups[place].append(introduction)
            }
        }
        return groups
    }
}
