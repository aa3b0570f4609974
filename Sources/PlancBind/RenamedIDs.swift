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
    if groups.isEmpty { return findings }
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
    return findings.indices.compactMap { dropped.contains($0) ? nil : joined[$0] ?? findings[$0] }
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
        let near = finding.fixes[0].edits[0].replacement.drop { $0 == "@" }
        groups[
            "\(finding.rule) \(near) \(finding.message.english)",
            default: Strays(rule: rule, near: String(near), findings: [])
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
    let written = String(facts.sources.text(edit.span).drop { $0 == "@" })
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
