import PlancAnalysis
import PlancDocument
import PlancModel
import Testing

@testable import PlancLowering

/// The law *truth at the time*, for pages that are printed once for several scenarios: each number on them holds in all of these
/// scenarios, or the page says in which it does not; and so do the lists of what is done afterwards.
@Suite struct SharedPagesLaw {
    struct Subject: CustomTestStringConvertible, Sendable {
        var plan: SubjectPlan

        var testDescription: String { plan.name }
    }

    /// A shop with two scenarios that share its pages, each of which may meet any of these fates.
    static let subjects = LawSize.sample(
        CornerShop.fates.flatMap { first in
            CornerShop.fates.map { Subject(plan: CornerShop.plan(first, $0)) }
        }, 12)

    @Test(arguments: subjects) func aNumberHoldsOrSaysWhereNot(_ subject: Subject) throws {
        let plan = try #require(subject.plan.bound)
        let judge = NumberJudge(plan)
        let documents = Dictionary(uniqueKeysWithValues: lower(plan).map { ($0.path, $0.document) })
        let pack = try #require(documents["en/packs/all"])
        let digits = plan.scenarios.indices.map { "\($0 + 1)" }
        let shared =
            pack.blocks.filter { if case .leaf = $0 { true } else { false } }
            + pack.chapter("chapter-contacts")
        #expect(judge.faults(in: shared, called: digits) == [])
        // Cards are cut out of the pack that explains the digits.
        let titles = plan.scenarios.map { $0.title.text(Locale("en")) }
        #expect(judge.faults(in: pack.chapter("chapter-wallet-cards"), called: titles) == [])
        for sheet in ["wallet-cards", "call-tree"] {
            let document = try #require(documents["en/contacts/\(sheet)"])
            #expect(judge.faults(in: document.blocks, called: titles) == [], "\(sheet)")
            let isMarked = document.blocks.numbers.contains { $0.isInChart && $0.beside.hasSuffix(" *") }
            let hasNote = document.blocks.contains { block in
                if case .paragraph(let runs, .note) = block { runs.plainText.hasPrefix("* ") } else { false }
            }
            #expect(isMarked == hasNote, "\(sheet)")
        }
    }

    @Test(arguments: subjects) func listsOfAfterwardsHoldInAllTheirScenarios(_ subject: Subject) throws {
        let plan = try #require(subject.plan.bound)
        let pack = try #require(lower(plan).first { $0.path == "en/packs/all" }).document
        var lists = 0
        for part in pack.chapter("chapter-preparation").parts where part.anchor.hasPrefix("all-phase-after") {
            lists += 1
            for (place, scenario) in plan.scenarios.enumerated()
            where part.digits.isEmpty || part.digits.contains("\(place + 1)") {
                let reach = Reach(plan: plan, situation: Situation(scenario: scenario.id))
                let reader = StepReader(plan, reach, Words(Locale("en")))
                let claims = reader.claims(of: part.blocks)
                for claim in claims { #expect(reader.isTrue(claim), "\(part.anchor) in \(scenario.id): \(claim)") }
            }
        }
        #expect(lists > 0)
    }

    /// Where nothing is out, all pages offer numbers: else the law would say nothing.
    @Test func theShopHasNumbers() throws {
        let calm = CornerShop.fates[0]
        let documents = lower(try #require(CornerShop.plan(calm, calm).bound))
        for (path, count) in [("packs/all", 40), ("contacts/wallet-cards", 8), ("contacts/call-tree", 5)] {
            let document = try #require(documents.first { $0.path == "en/\(path)" }).document
            #expect(document.blocks.numbers.count >= count, "\(path): \(document.blocks.numbers)")
        }
        let sheet = try #require(documents.first { $0.path == "en/contacts/call-tree" }).document
        #expect(sheet.blocks.numbers.contains { $0.isInChart })
    }

    /// Pages for which it is not looked what the scenarios take away break the law.
    @Test func pagesOfAnOrdinaryDayBreakIt() throws {
        let fates = CornerShop.fates
        let plan = try #require(CornerShop.plan(fates[0], fates[2]).bound)
        let printing = try #require(printings(of: plan, LoweringOptions()).first)
        let (everyday, scenes) = (printing.everyday, printing.scenes)
        let titles = plan.scenarios.map { $0.title.text(Locale("en")) }
        let judge = NumberJudge(plan)
        #expect(judge.faults(in: everyday.covering(scenes).contactTable(scenes), called: titles) == [])
        #expect(judge.faults(in: everyday.contactTable(scenes), called: titles) != [])
        #expect(judge.faults(in: everyday.callTreeBlocks(level: 1), called: titles) != [])
    }
}

/// In which scenarios the numbers of a plan can be dialled.
private struct NumberJudge {
    private let plan: Plan
    private let reaches: [Reach]
    /// By digits: the channels, and whose it is where it is somebody's.
    private var ways: [String: [(channel: String, person: String?)]] = [:]

    init(_ plan: Plan) {
        self.plan = plan
        reaches = plan.scenarios.map { Reach(plan: plan, situation: Situation(scenario: $0.id)) }
        for person in plan.people {
            for way in person.reach {
                ways[way.value.value.filter(\.isNumber), default: []].append((way.channel.id, person.id))
            }
        }
        for channel in plan.channels {
            if let address = channel.address?.value {
                ways[address.filter(\.isNumber), default: []].append((channel.id, nil))
            }
        }
    }

    /// What the page says of numbers and is not so.
    func faults(in blocks: [Block], called names: [String]) -> [String] {
        blocks.numbers.compactMap { number in
            // In a chart numbers are written as in their own country.
            let ways =
                number.isInChart
                ? self.ways.first { $0.key.hasSuffix(number.digits.drop { $0 == "0" }) }?.value
                : self.ways[number.digits]
            guard let ways else { return "\(number): nobody's" }
            let failing = zip(names, reaches).filter { _, reach in
                !ways.contains { way in
                    reach.isUp(channel: way.channel) && way.person.map { reach.absence(person: $0) == nil } ?? true
                }
            }.map(\.0)
            if failing.count == names.count { return "\(number): works nowhere" }
            if number.isInChart {
                return number.beside.hasSuffix(" *") == failing.isEmpty ? "\(number): fails in \(failing)" : nil
            }
            let words = Words(Locale("en"))
            // Digits are named as what they are: with commas between them they would read as a decimal.
            let isNumbered = names.allSatisfy { Int($0) != nil }
            let said =
                failing.isEmpty ? "" : "except " + (isNumbered ? words.numbered(failing) : words.list(failing))
            let isSaid = said.isEmpty ? !number.beside.contains("except") : number.beside.contains(said)
            return isSaid ? nil : "\(number): fails in \(failing)"
        }
    }
}

extension Document {
    /// The blocks from a heading of a chapter on to the next.
    fileprivate func chapter(_ anchor: String) -> [Block] {
        let start = blocks.firstIndex { if case .heading(1, _, anchor) = $0 { true } else { false } }
        guard let start else { return [] }
        return Array(blocks[(start + 1)...].prefix { if case .heading(1, _, _) = $0 { false } else { true } })
    }
}

/// What stands below a heading of the second level.
private struct ChapterPart {
    var anchor: String
    /// The scenarios that it is for, by their digits; none: all.
    var digits: [String]
    var blocks: [Block] = []
}

extension [Block] {
    fileprivate var parts: [ChapterPart] {
        var parts: [ChapterPart] = []
        for block in self {
            if case .heading(2, let runs, let anchor) = block {
                let digits = runs.compactMap { if case .tab(let digit) = $0.content { digit } else { nil } }
                parts.append(ChapterPart(anchor: anchor, digits: digits))
            } else if !parts.isEmpty {
                parts[parts.count - 1].blocks.append(block)
            }
        }
        return parts
    }
}
