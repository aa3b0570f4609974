import PlancDocument
import PlancModel
import Testing

@testable import PlancLowering

/// Cards to carry, the tree of calls, and the page for sending: each says all that whoever holds it needs.
@Suite struct CardsAndTreeTests {
    private static let plan = SamplePlan.plan

    private static let documents: [String: Document] = Dictionary(
        uniqueKeysWithValues: lower(plan).map { ($0.path, $0.document) })

    private static let cards: [Card] =
        documents["en/contacts/wallet-cards"]?.blocks.flatMap { block -> [Card] in
            if case .cards(let cards) = block { cards } else { [] }
        } ?? []

    @Test func everyRoleOnACardHasAllWhoStandIn() {
        #expect(Self.plan.roles.count { !$0.people.isEmpty } > 1)
        for role in Self.plan.roles {
            let names = role.people.compactMap { Self.plan.people[$0]?.name }
            let card = Self.cards.dropFirst().first { card in
                names.allSatisfy { name in
                    card.lines.contains { $0.plainText.replacing("\u{A0}", with: " ").contains(name) }
                }
            }
            #expect(names.isEmpty || card != nil, "\(role.id)")
        }
    }

    @Test func everyCutCardBearsLabelVersionAndNumber() {
        #expect(Self.cards.count > 1)
        for (place, card) in Self.cards.enumerated() {
            #expect(card.footer.contains("version 1.0") && card.footer.contains("TLP:AMBER"))
            #expect(card.footer.contains("\(place + 1)/\(Self.cards.count)"))
        }
        let fronts = Self.cards.map { $0.lines.map(\.plainText).joined() }
        #expect(Set(fronts).count == fronts.count, "the same card twice")
    }

    @Test func nobodyIsToldToCallThemselves() throws {
        let tree = try #require(Self.documents["en/contacts/call-tree"])
        var caller = ""
        for block in tree.blocks.flatMap(\.parts) {
            if case .heading(_, let runs, _) = block {
                caller = runs.first.map { [$0].plainText.replacing(" calls", with: "") } ?? ""
            }
            guard case .table(let table) = block else { continue }
            #expect(!caller.isEmpty)
            for row in table.rows { #expect(!row.cells.joined().flatMap(\.runs).plainText.contains(caller)) }
        }
    }

    /// Long names and many roles make a box higher; nothing is cut, and no box is over another.
    @Test(arguments: [false, true]) func theDrawnTreeHasWholeNames(_ isLarge: Bool) throws {
        let form = CallTreeForm(isLarge: isLarge)
        let name = "Maximiliane-Sophie Freifrau von und zu Hohenstein-Wittgenstein"
        let roles = "Building, machines and computers, Deliveries and customers, Voice of the dairy"
        let boxes = [
            form.box("Ada", roles: "Director", number: "07700 900001", depth: 0, parent: nil),
            form.box(name, roles: roles, number: "07700 900002", depth: 5, parent: 0),
            form.box("Ben", roles: "Press", number: "07700 900003", depth: 6, parent: 1),
        ]
        let (shapes, height) = form.shapes(boxes)
        var texts: [String] = []
        for case .text(let words, _, _, _, _, _, _) in shapes { texts.append(words) }
        for words in [name, roles] { #expect(texts.joined(separator: " ").contains(words)) }
        var frames: [(top: Double, bottom: Double)] = []
        for case .rectangle(let origin, let width, let height, _, _, _) in shapes where width > 20 {
            frames.append((origin.y, origin.y + height))
        }
        #expect(frames.count == 3 && frames.allSatisfy { $0.bottom <= height })
        for (above, below) in zip(frames, frames.dropFirst()) { #expect(above.bottom < below.top) }
        for case .text(let words, let at, let size, _, _, _, _) in shapes {
            #expect(frames.contains { $0.top <= at.y - size * 0.7 && at.y + size * 0.3 <= $0.bottom }, "\(words)")
        }
    }

    @Test func thePageForSendingSaysWhoApprovesAndWhatNotToUse() throws {
        let pages = lowerMessagePages(Self.plan, LoweringOptions())
        let page = try #require(pages.first { $0.path == "en/messages/flood" }).page
        #expect(page.stops.contains { $0.title.contains("E-mail") })
        for told in page.messages {
            let id = told.id.replacing("message-", with: "")
            let message = try #require(Self.plan.messages.first { id.hasSuffix($0.id) })
            let approvers = message.approvers.compactMap { Self.plan.roles[$0] }.count
            #expect(told.checks.count { $0.label == "Approved by" } == approvers, "\(told.id)")
        }
    }
}
