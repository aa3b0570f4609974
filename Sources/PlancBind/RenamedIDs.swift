import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// References that name the same thing in vain, and the id that is near.
private struct Strays {
    let rule: any UnknownThing.Type
    let near: String
    /// Places among the findings.
    var findings: [Int]
}

/// One finding in place of many where an id was changed at its declaration alone: all that is left of its references leads
/// nowhere, and nothing else refers to the id that is near.
func joiningRenamed(_ findings: [Finding], _ references: [TypedReference], _ facts: Facts) -> [Finding] {
    let groups = strays(findings)
    if groups.isEmpty { return joiningUnknown(findings) }
    var uses: [EntityReference: Int] = [:]
    for group in groups { uses[EntityReference(group.rule.kind, group.near)] = 0 }
    for reference in references {
        let target = EntityReference(reference.target.kind, reference.target.id)
        if let count = uses[target] { uses[target] = count + 1 }
    }
    var joined: [Int: Finding] = [:]
    var dropped: Set<Int> = []
    for group in groups {
        // Every reference to the id that is near is one that was taken to mean it.
        guard uses[EntityReference(group.rule.kind, group.near), default: 0] <= group.findings.count,
            let finding = renamed(group, findings, facts)
        else { continue }
        joined[group.findings[0]] = finding
        dropped.formUnion(group.findings.dropFirst())
    }
    return joiningUnknown(findings.indices.compactMap { dropped.contains($0) ? nil : joined[$0] ?? findings[$0] })
}

/// One finding in place of many that name the same thing in vain where none is near: its declaration was deleted, or got another
/// id.
private func joiningUnknown(_ findings: [Finding]) -> [Finding] {
    var groups: [String: [Int]] = [:]
    for (place, finding) in findings.enumerated() where finding.fixes.isEmpty && namesOfUnknown.contains(finding.rule) {
        groups["\(finding.rule) \(finding.message.english)", default: []].append(place)
    }
    var result = findings
    var dropped: Set<Int> = []
    for places in groups.values where places.count >= 3 {
        let others = places.dropFirst()
        result[places[0]].labels += others.prefix(3).map {
            Label(findings[$0].span, Phrase("named here", context: "reference"))
        }
        result[places[0]].help.append(
            Phrase("{count} references name it: declare it, or write another name in each", ["count": places.count]))
        dropped.formUnion(others)
    }
    return result.indices.compactMap { dropped.contains($0) ? nil : result[$0] }
}

private let namesOfUnknown = Set(rulesOfPlancBind.compactMap { ($0 as? any UnknownThing.Type)?.name })

/// The id in what names a thing: `press` of `@press`, `council` of `obligation:council/first`.
private func id(of written: String) -> String {
    let name = written.split(separator: ":").last ?? ""
    return String(name.drop { $0 == "@" }.prefix { $0 != "/" })
}

/// At least three findings with the same words and the same suggestion.
private func strays(_ findings: [Finding]) -> [Strays] {
    if findings.allSatisfy({ $0.fixes.count != 1 }) { return [] }
    let rules = Dictionary(
        uniqueKeysWithValues: rulesOfPlancBind.compactMap { $0 as? any UnknownThing.Type }.map { ($0.name, $0) })
    var groups: [String: Strays] = [:]
    for (place, finding) in findings.enumerated() {
        guard let rule = rules[finding.rule], finding.fixes.count == 1, finding.fixes[0].edits.count == 1 else {
            continue
        }
        let near = id(of: finding.fixes[0].edits[0].replacement)
        groups[
            "\(finding.rule) \(near) \(finding.message.english)",
            default: Strays(rule: rule, near: near, findings: [])
        ]
        .findings.append(place)
    }
    return groups.values.filter { $0.findings.count >= 3 }.sorted { $0.findings[0] < $1.findings[0] }
}

/// The finding at the declaration; nil where its id is not written there, or another thing than an id is referred to.
private func renamed(_ group: Strays, _ findings: [Finding], _ facts: Facts) -> Finding? {
    guard let place = facts.outline.declared[group.rule.kind, group.near], facts.sources.text(place) == group.near,
        let edit = findings[group.findings[0]].fixes.first?.edits.first
    else { return nil }
    let written = id(of: facts.sources.text(edit.span))
    guard Form.isID(written) else { return nil }
    return group.rule.renamed(
        group.near, at: place, referred: written, from: group.findings.map { findings[$0].span })
}

extension UnknownThing {
    /// An id that nothing refers to, while several references name one that is nearly the same.
    fileprivate static func renamed(_ near: String, at place: Span, referred written: String, from spans: [Span])
        -> Finding
    {
        finding(
            at: place,
            Phrase(
                "nothing refers to '{id}', and {count} references name '{name}'",
                ["id": near, "count": spans.count, "name": written]),
            caption: Say.didYouMean(written),
            labels: spans.prefix(3).map { Label($0, Phrase("named here", context: "reference")) },
            fixes: [Say.replace(place, by: written)])
    }
}
