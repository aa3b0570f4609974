import PlancJSON
import PlancMarkup
import PlancModel
import PlancWords

/// `"all"`, or the ids of scenarios.
private func selection(_ selection: ScenarioSelection) -> JSON {
    switch selection {
    case .all: "all"
    case .some(let references): .strings(references.map(\.id))
    }
}

func checklist(_ checklist: Checklist) -> JSON {
    .object([
        "title": localized(checklist.title), "scenarios": selection(checklist.scenarios),
        "phase": .string(checklist.phase.value.rawValue),
        "versions": .object(
            checklist.versions.map { version in
                JSON.Member(version.body.locale.tag, .object(["stages": .array(version.stages.map(stage))]))
            }),
    ])
}

private func stage(_ stage: Checklist.Stage) -> JSON {
    .object([
        "heading": stage.heading.map { .string(plain($0)) }, "introduction": text(stage.introduction),
        "steps": .array(stage.steps.map(step)),
    ])
}

private func step(_ step: Step) -> JSON {
    .object([
        "at": step.offset.map { .string($0.value.notation) }, "every": amount(step.rhythm?.value),
        "roles": ids(step.roles),
        "decision": step.isDecision ? true : nil, "ticked": step.isTicked ? true : nil,
        "text": .string(plain(step.text)), "detail": text(step.detail),
        "links": typed(step.links),
        "branches": list(step.branches) { branch in
            .object([
                "label": .string(branch.label), "text": .string(plain(branch.text)), "detail": text(branch.detail),
            ])
        },
        "steps": step.substeps.isEmpty ? nil : .array(step.substeps.map(PlancData.step)),
    ])
}

/// Placeholders stay as written.
private func text(_ blocks: [Block]) -> JSON? { blocks.isEmpty ? nil : .string(plainText(blocks)) }

func message(_ message: Message, _ plan: Plan) -> JSON {
    .object([
        "title": localized(message.title), "audiences": ids(message.audiences),
        "scenarios": selection(message.scenarios),
        "phase": .string(message.phase.value.rawValue), "channels": ids(message.channels), "owner": id(message.owner),
        "approver": ids(message.approvers), "approve-within": amount(message.approveWithin?.value),
        "legal-review": id(message.legalReview),
        "send": sending(message.send),
        "satisfies": list(message.satisfies) { duty in
            .string(duty.obligation.id + (duty.stage.map { "/" + $0.value } ?? ""))
        },
        "after": ids(message.after), "in-reply-to": message.inReplyTo.map { .string($0.value) },
        "reply-within": amount(message.replyWithin?.value),
        "classification": message.classification.map { .string($0.value.rawValue) },
        "confirmed": list(message.confirmed) { confirmation in
            .object([
                "claim": localized(confirmation.claim), "by": id(confirmation.by),
                "at": confirmation.at.map { .string($0.value) },
            ])
        },
        "glossary": message.glossary.isEmpty
            ? nil : .object(message.glossary.map { JSON.Member($0.term.value, localized($0.meaning) ?? .null) }),
        "max-words": message.maxWords.map { .int($0.value) },
        "subject": localized(message.subject),
        "versions": .object(message.versions.map { JSON.Member($0.body.locale.tag, version($0, plan)) }),
    ])
}

private func sending(_ sending: Message.Sending) -> JSON? {
    if sending.within == nil, sending.every == nil, sending.until.isEmpty { return nil }
    return .object([
        "within": amount(sending.within?.value), "every": amount(sending.every?.value),
        "until": localized(sending.until),
    ])
}

private func version(_ version: Message.Version, _ plan: Plan) -> JSON {
    let locale = version.body.locale
    let rendering = Rendering(snippet: { plan.snippets[$0]?.version(locale)?.body.blocks })
    func text(_ blocks: [Block]) -> JSON? { blocks.isEmpty ? nil : .string(plainText(blocks, rendering)) }
    return .object([
        "common": text(version.common),
        "variants": version.variants.isEmpty
            ? nil : .object(version.variants.map { JSON.Member($0.name.value, text($0.blocks) ?? "") }),
        "translates": version.translates.map { .string($0.value) }, "content-hash": .string(version.contentHash),
    ])
}

func snippet(_ snippet: Snippet) -> JSON {
    .object([
        "title": localized(snippet.title),
        "covers": snippet.covers.isEmpty ? nil : .strings(snippet.covers.map(\.value.rawValue)),
        "body": .object(snippet.versions.map { JSON.Member($0.body.locale.tag, .string(plainText($0.body.blocks))) }),
    ])
}
