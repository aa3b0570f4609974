import PlancDocument
import PlancModel
import PlancSource

/// A pack as it is printed: the pack itself, or one of its numbered copies.
struct PrintedPack {
    let pack: Pack
    /// From 0; nil: the pack itself.
    let copy: Int?
    let holding: ScenarioContext.PackContents
    /// The scenarios in it.
    let scenes: [ScenarioContext]

    var name: String { pack.id + (copy.map { "--\($0 + 1)" } ?? "") }

    /// Its path among the documents of its locale.
    var path: String { "packs/\(name)" }

    var ownCopy: Pack.Copy? { copy.map { pack.copies[$0] } }

    /// The heading of a message whose text is in it.
    func anchor(of message: Message) -> String? {
        guard holding.sections.contains(.messages), holding.holds(message), holding.leftOut[message.id] == nil,
            !holding.routine.contains(message.id),
            let context = scenes.first(where: { message.scenarios.contains($0.id) })
        else { return nil }
        return holding.shared.contains(message.id) ? "all-message-\(message.id)" : "\(context.id)-message-\(message.id)"
    }
}

extension PrintedPack {
    /// The heading of a scenario that is in it.
    func anchor(ofScenario id: String) -> String? {
        guard holding.isComposed || holding.sections.contains(.checklists), holding.scenarios.contains(id) else {
            return nil
        }
        return "\(id)-" + (holding.isComposed ? "opening" : "checklists")
    }
}

/// Where the text of a message, or a scenario, is when it is not in the pack at hand.
struct TextElsewhere: Sendable {
    /// The path of the document, and the heading in it.
    var document: String
    var anchor: String
    /// The title of the pack; of another copy of the reader's own pack, which copy.
    var pack: String
    /// Who has it, where it is another copy of the reader's own pack; else empty.
    var holder: String
    /// Where that copy lies; empty where nobody has said.
    var place: String
}

extension Edition {
    /// Whose own copy it is: their lists and texts in place of everybody's. A pack of sheets for one role is that role's own,
    /// whichever copy it is.
    func ownRole(of pack: Pack, copy: Int?) -> Role? {
        if let copy { return plan.ownRole(of: pack.copies[copy]) }
        let isOfSheets = pack.for.count == 1 && pack.includes(.roleSheets) && !pack.includes(.checklists)
        guard isOfSheets, let reader = pack.for.first?.target, reader.kind == .role else { return nil }
        return plan.roles[reader.id]
    }

    /// What a pack, or a copy of it, holds.
    ///
    /// - Parameter routine: the texts of before and after a crisis that it leaves to another pack.
    func printedPack(_ pack: Pack, copy: Int?, scenes: [ScenarioContext], routine: RoutineTexts?) -> PrintedPack {
        var chosen =
            pack.scenarios.isEmpty
            ? scenes : scenes.filter { context in pack.scenarios.contains { $0.id == context.id } }
        let sections = Set(PackSection.allCases.filter { pack.includes($0) })
        let audiences = pack.for.filter { $0.target.kind == .audience }.map(\.target.id)
        var holding = ScenarioContext.PackContents(
            sections: sections, scenarios: Set(chosen.map(\.id)), audiences: audiences.isEmpty ? nil : Set(audiences))
        holding.isComposed = pack.includes(.cover) && !pack.isForAudience
        if holding.isComposed, let role = ownRole(of: pack, copy: copy) {
            let inside = chosen.filter { $0.concerns(role) }
            if !inside.isEmpty {
                chosen = inside
                holding.scenarios = Set(inside.map(\.id))
                holding.own = Set(inside.flatMap { $0.messages(of: role).map(\.id) })
            }
        }
        let held = plan.messages.filter { holding.holds($0) }
        if holding.isComposed, sections.contains(.messages) {
            holding.shared = Set(
                held.filter { message in chosen.contains { message.scenarios.contains($0.id) } }.map(\.id))
        } else if chosen.count > 1, sections.contains(.messages) {
            holding.shared = Set(
                held.filter { message in chosen.allSatisfy { message.scenarios.contains($0.id) } }.map(\.id))
        }
        if let routine {
            let sent = chosen.flatMap { context in
                (context.timeline?.entries ?? []).filter { $0.phase == .during }.flatMap { $0.messages.map(\.id) }
            }
            holding.routine = routine.messages.intersection(held.map(\.id)).subtracting(sent)
            holding.packOfRoutine = routine.pack
        }
        for message in plan.messagesLeftOut(of: pack, copy: copy) {
            holding.leftOut[message.id] = holders(of: pack) { !$0.withholds(message.classification?.value) }
        }
        return PrintedPack(pack: pack, copy: copy, holding: holding, scenes: chosen)
    }

    /// Where a pack lies; empty where it lies at so many places that whoever reads this has one at hand.
    private func place(of printed: PrintedPack) -> String {
        if let copy = printed.ownCopy { return text(copy.at) }
        let places = places(of: printed.pack)
        return places.count > 3 ? "" : places.joined(separator: words.semicolon)
    }

    /// Of each message, and each scenario that steps lead over to, that a pack does not hold, the copy of another one that has it: at
    /// the same place before one in the same rooms, and that before one of the same holder, and that before all others.
    func elsewhere(
        than own: PrintedPack, in all: [PrintedPack]
    ) -> (texts: [String: TextElsewhere], scenarios: [String: TextElsewhere]) {
        let mine = own.ownCopy
        let rooms = NamedRooms(mine.map { text($0.at) } ?? "")
        func distance(_ other: PrintedPack) -> Int {
            guard let mine, let theirs = other.ownCopy else { return 0 }
            if let system = mine.on?.id, system == theirs.on?.id { return 0 }
            let there = NamedRooms(text(theirs.at))
            if rooms == there { return 0 }
            if rooms.shares(with: there) { return 1 }
            return mine.to?.id == theirs.to?.id ? 2 : 3
        }
        let others = all.filter { $0.path != own.path && !$0.pack.isForAudience }.enumerated().map {
            (pack: $0.element, distance: distance($0.element), place: $0.offset)
        }.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }.map(\.pack)
        func first(_ anchor: @escaping (PrintedPack) -> String?) -> TextElsewhere? {
            guard let (other, anchor) = others.lazy.compactMap({ other in anchor(other).map { (other, $0) } }).first
            else { return nil }
            // Under the title of the pack in hand, a page would be looked for in it.
            let isOwn = other.pack.id == own.pack.id
            return TextElsewhere(
                document: other.path, anchor: anchor,
                pack: other.copy.flatMap { isOwn ? words.copyOfThisPack("\($0 + 1)") : nil }
                    ?? title(.pack, other.pack.id),
                holder: isOwn ? holderName(of: other) : "", place: place(of: other))
        }
        var (texts, scenarios) = ([String: TextElsewhere](), [String: TextElsewhere]())
        for message in plan.messages where own.anchor(of: message) == nil {
            texts[message.id] = first { $0.anchor(of: message) }
        }
        for scenario in scenariosLedTo where own.anchor(ofScenario: scenario) == nil {
            scenarios[scenario] = first { $0.anchor(ofScenario: scenario) }
        }
        return (texts, scenarios)
    }

    /// The person who holds a copy, else the role that it is for; empty of a copy for nobody by name.
    private func holderName(of printed: PrintedPack) -> String {
        guard let role = printed.ownCopy?.to.flatMap({ plan.roles[$0] }) else { return "" }
        return role.holder.map { title(.person, $0.id) } ?? title(of: role)
    }
}

/// The documents that a pack says pages of, known when its chapters are made.
final class ReferredDocuments: Sendable {
    private let found = Mutex<Set<String>>([])

    var paths: Set<String> { found.withLock { $0 } }

    func add(_ path: String) { found.withLock { _ = $0.insert(path) } }
}

extension ScenarioContext {
    /// ", p. 43"
    func page(of text: TextElsewhere) -> Run {
        if case .pack(let holding) = place { holding.referred.add(text.document) }
        return Run(.page(of: text.anchor, in: text.document, before: ", " + words.pageShort))
    }

    /// ", Morag Sinclair, crisis case"
    func holder(of text: TextElsewhere) -> [Run] {
        [.text([text.holder, text.place].filter { !$0.isEmpty }.map { ", " + $0 }.joined())]
    }

    /// "M07 · Message binder, p. 43, crisis case", or "M07 · copy 1 of this pack, p. 43, Morag Sinclair, crisis case": where the text
    /// of a message is that this pack does not hold; empty where it does, and where no other has it.
    func reference(toTextOf id: String) -> [Run] {
        guard isComposed, let message = plan.messages[id], let found = textElsewhere(id) else { return [] }
        return [
            .text("\(edition.mark(of: message)) · \(found.pack)"), page(of: found),
        ] + holder(of: found)
    }
}

extension Words {
    fileprivate func copyOfThisPack(_ number: String) -> String {
        say("copy {number} of this pack", ["number": number])
    }
}
