import PlancDiagnostics
import PlancModel
import PlancRules
import PlancSource

/// What to say of files that would show what their readers may not see: one phrase for each thing that is shown, with the files,
/// the value masked, and where it is in the sources.
public func phrases(of disclosures: [Disclosure], in plan: Plan, sources: SourceSet) -> [Phrase] {
    var order: [String] = []
    var groups: [String: [Disclosure]] = [:]
    for disclosure in disclosures {
        let key =
            switch disclosure.what {
            case .value(let value): "value \(value.person) \(value.channel)"
            case .message(let id): "message \(id)"
            case .password: "password"
            }
        if groups[key] == nil { order.append(key) }
        groups[key, default: []].append(disclosure)
    }
    let typed = typedPrivateValues(of: plan, plan.privateValues, in: sources)
    return order.compactMap { key in
        guard let group = groups[key], let what = group.first?.what else { return nil }
        let files = names(of: group.map(\.path))
        switch what {
        case .value(let value):
            let person = plan.people[value.person]?.name ?? value.person
            let places = typed.filter { $0.value.person == value.person && $0.value.channel == value.channel }
                .map { place(of: $0.span, in: sources) }
            let declared = place(of: value.address.span, in: sources)
            let written = places.isEmpty ? declared : Array(Set(places)).sorted().prefix(5).joined(separator: ", ")
            return Phrase(
                "{files} would show a private address of '{person}' ({masked}), written at {written}",
                ["files": files, "person": person, "masked": value.masked, "written": written]
            )
        case .message(let id):
            guard let message = plan.messages[id] else { return nil }
            let label = message.classification?.value.rawValue ?? ""
            let written = place(of: message.nameSpan, in: sources)
            return Phrase(
                "{files} would show text of the message '{title}' ({label}), written at {written}",
                [
                    "files": files, "title": message.title.text(plan.sourceLocale), "label": label,
                    "written": written,
                ])
        case .password:
            return Phrase(
                "{files}, which anybody can open, would show the password of the encrypted files", ["files": files])
        }
    }
}

private func names(of paths: [String]) -> Phrase {
    let shown = paths.prefix(4).joined(separator: ", ")
    let more = paths.count - 4
    if more <= 0 { return Phrase(verbatim: shown) }
    return Phrase("{shown} and {more} more", ["shown": shown, "more": more])
}

/// `plan/people.md:7:12`.
private func place(of span: Span, in sources: SourceSet) -> String {
    guard Int(span.file.index) < sources.files.count else { return "?" }
    let file = sources[span.file]
    let position = LineIndex(file).position(at: Int(span.lower))
    return "\(file.path):\(position.line):\(position.column)"
}
