import PlancMarkup
import PlancModel
import PlancSource
import PlancWords

// The texts of things, for `plan.json`.

func versions(of checklist: Checklist, _ links: LinkTargets) -> JSON {
    .object(
        checklist.versions.map { version in
            JSON.Member(
                version.body.locale.tag, .object(["stages": .array(version.stages.map { stage($0, links) })]))
        })
}

func versions(of message: Message, _ plan: Plan) -> JSON {
    .object(message.versions.map { JSON.Member($0.body.locale.tag, version($0, plan)) })
}

func versions(of snippet: Snippet, _ links: LinkTargets) -> JSON {
    .object(
        snippet.versions.map {
            JSON.Member($0.body.locale.tag, .string(plainText($0.body.blocks, Rendering(links: links))))
        })
}

/// The bodies of registries and vocabularies, by the kind of their entries; nil when there are none.
func introductions(_ plan: Plan) -> JSON? {
    let kinds = EntityKind.all.filter { kind in plan.introductions.contains { $0.kind == kind } }
    if kinds.isEmpty { return nil }
    return .object(
        kinds.map { kind in
            let texts = plan.introductions.filter { $0.kind == kind }.map { introduction in
                JSON.object([
                    "locale": .string(introduction.body.locale.tag), "text": text(introduction.body.blocks, plan.links),
                ])
            }
            return JSON.Member(kind.registryKey, .array(texts))
        })
}

private func stage(_ stage: Checklist.Stage, _ links: LinkTargets) -> JSON {
    .object([
        "heading": stage.heading.map { .string(plain($0, links)) }, "introduction": text(stage.introduction, links),
        "steps": .array(stage.steps.map { step($0, links) }),
    ])
}

private func step(_ step: Step, _ links: LinkTargets) -> JSON {
    .object([
        "at": step.offset.map { .string($0.value.notation) }, "every": amount(step.rhythm?.value),
        "roles": ids(step.roles),
        "decision": step.isDecision ? true : nil,
        "means": step.meanings.isEmpty ? nil : .strings(step.meanings.map(\.value.rawValue)),
        "ticked": step.isTicked ? true : nil,
        "text": .string(plain(step.text, links)), "detail": text(step.detail, links),
        "links": typed(step.links),
        "branches": list(step.branches) { branch in
            .object([
                "label": .string(branch.label), "text": .string(plain(branch.text, links)),
                "detail": text(branch.detail, links),
            ])
        },
        "steps": step.substeps.isEmpty ? nil : .array(step.substeps.map { PlancData.step($0, links) }),
    ])
}

/// Placeholders stay as written.
private func text(_ blocks: [Block], _ links: LinkTargets) -> JSON? {
    blocks.isEmpty ? nil : .string(plainText(blocks, Rendering(links: links)))
}

private func version(_ version: Message.Version, _ plan: Plan) -> JSON {
    let locale = version.body.locale
    let rendering = Rendering(links: plan.links, snippet: { plan.snippets[$0]?.version(locale)?.body.blocks })
    func text(_ blocks: [Block]) -> JSON? { blocks.isEmpty ? nil : .string(plainText(blocks, rendering)) }
    return .object([
        "common": text(version.common),
        "variants": version.variants.isEmpty
            ? nil : .object(version.variants.map { JSON.Member($0.name.value, text($0.blocks) ?? "") }),
        "translates": version.translates.map { .string($0.value) }, "content-hash": .string(version.contentHash),
    ])
}
