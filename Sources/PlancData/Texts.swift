import PlancMarkup
import PlancModel
import PlancSource
import PlancWords

/// A text in all its locales: `{"fr": …, "en": …}`, or one string that stands for all of them.
func localized(_ text: LocalizedText) -> JSON? {
    if text.isEmpty { return nil }
    if text.versions.count == 1, text.versions[0].locale == nil { return .string(text.versions[0].text.value) }
    return .object(text.versions.map { JSON.Member($0.locale?.tag ?? "*", .string($0.text.value)) })
}

/// Bodies as plain text, by locale; nil when nothing is written.
func bodies(_ body: LocalizedBody, _ links: LinkTargets) -> JSON? {
    let written = body.bodies.filter { !$0.blocks.isEmpty }
    return written.isEmpty
        ? nil
        : .object(written.map { JSON.Member($0.locale.tag, .string(plainText($0.blocks, Rendering(links: links)))) })
}

/// Words on one line, links by their text, placeholders as written.
func plain(_ inlines: [Inline], _ links: LinkTargets) -> String {
    guard let span = inlines.first?.span else { return "" }
    return plainText([Block(.paragraph(inlines), span)], Rendering(links: links))
}

func ids(_ references: [Reference]) -> JSON? { references.isEmpty ? nil : .strings(references.map(\.id)) }

func id(_ reference: Reference?) -> JSON? { reference.map { .string($0.id) } }

func typed(_ references: [TypedReference]) -> JSON? {
    references.isEmpty ? nil : .strings(references.map { "\($0.target.kind.rawValue):\($0.target.id)" })
}

func amount(_ amount: TimeAmount?) -> JSON? { amount.map { .string($0.notation) } }

func date(_ date: CalendarDate?) -> JSON? { date.map { .string($0.description) } }
