import PlancCompose
import PlancMarkup
import PlancModel
import PlancSource
import PlancWords

/// The letters of a passage that is under a label, and the messages that say it.
struct LabelledPassage: Sendable {
    var letters: String
    var messages: [String]
}

/// Passages of the messages that bear a label (higher than TLP:CLEAR), by which their texts are known: the beginning of each
/// paragraph, without what messages and snippets say that bear none, or what is a title.
func labelledPassages(of plan: Plan) -> [LabelledPassage] {
    // A paragraph of fewer letters says too little to be known by.
    let (least, most) = (40, 80)
    // A sign that no text has, where a value comes in between.
    let gap: Character = "\u{1}"
    let rendering = Rendering(value: { _ in String(gap) }, snippet: { _ in nil })
    var order: [String] = []
    var messages: [String: [String]] = [:]
    var open: [UInt8] = []
    for message in plan.messages {
        let isLabelled = message.classification.map { $0.value > .clear } ?? false
        for version in message.versions {
            let text = plainText(version.body.blocks, rendering)
            guard isLabelled else {
                open += letters(of: Array(text.utf8)) + [0x0A]
                continue
            }
            for piece in text.split(whereSeparator: { $0 == gap || $0.isNewline }) {
                let letters = letters(of: Array(piece.utf8))
                guard letters.count >= least else { continue }
                let known = beginning(of: letters, atMost: most)
                if messages[known] == nil { order.append(known) }
                if !messages[known, default: []].contains(message.id) {
                    messages[known, default: []].append(message.id)
                }
            }
        }
    }
    if order.isEmpty { return [] }
    for snippet in plan.snippets {
        for version in snippet.versions {
            open += letters(of: Array(plainText(version.body.blocks, rendering).utf8)) + [0x0A]
        }
    }
    for title in titles(of: plan) { open += letters(of: Array(title.utf8)) + [0x0A] }
    let elsewhere = Set(PrivateSearch(texts: order).hits(in: open, isGlued: true).map(\.value))
    return order.enumerated().compactMap { place, letters in
        elsewhere.contains(place) ? nil : LabelledPassage(letters: letters, messages: messages[letters] ?? [])
    }
}

/// Names and titles, which are on many pages.
private func titles(of plan: Plan) -> [String] {
    let texts =
        plan.people.flatMap { [$0.title, $0.job, $0.organisation] } + plan.roles.flatMap { [$0.title, $0.duties] }
        + plan.channels.map(\.title) + plan.systems.map(\.title) + plan.activities.map(\.title)
        + plan.audiences.map(\.title) + plan.scenarios.map(\.title) + plan.obligations.map(\.title)
        + plan.messages.map(\.title) + plan.checklists.map(\.title) + plan.fields.map(\.title)
        + [plan.info.title, plan.info.organisation]
    return texts.flatMap { $0.versions.map(\.text.value) }
}

/// At most `count` bytes, whole characters.
private func beginning(of letters: [UInt8], atMost count: Int) -> String {
    var end = min(count, letters.count)
    while end < letters.count, end > 0, letters[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: letters[..<end], as: UTF8.self)
}

/// The letters and digits of a text, small, in one row: the same however its lines are broken and its words are set.
func letters(of text: [UInt8]) -> [UInt8] {
    var letters: [UInt8] = []
    letters.reserveCapacity(text.count)
    var place = 0
    while place < text.count {
        let byte = text[place]
        switch byte {
        case 0x30...0x39, 0x61...0x7A: letters.append(byte)
        case 0x41...0x5A: letters.append(byte | 0x20)
        // Signs of Latin-1 and general punctuation are no letters.
        case 0xC2: place += 1
        case 0xE2: place += 2
        case 0x80...: letters.append(byte)
        default: break
        }
        place += 1
    }
    return letters
}
