import PlancAnalysis
import PlancCompose
import PlancDocument
import PlancLanguages
import PlancModel
import PlancSource

/// What to print, and how.
public struct LoweringOptions: Sendable {
    public var sections: Set<LoweredDocument.Section> = Set(LoweredDocument.Section.allCases)
    /// nil: all of the plan's.
    public var locales: [Locale]?
    public var scenarios: Set<String>?
    /// nil: all of the plan's. What is said of the others is the same.
    public var packs: Set<String>?
    /// Built despite errors: DRAFT on every page.
    public var isDraft = false
    /// EXERCISE on every page and in every message.
    public var isExercise = false
    /// A commit or other text for every page.
    public var revision: String?
    public var paper: Document.Paper?
    /// Every sheet in large print, not only the packs that ask for it.
    public var isLargePrint = false
    /// Instead of the plan's own revisions.
    public var history: [Revision]?
    /// One document more for each holder of a copy of a pack.
    public var numbersCopies = false
    /// An audience outside the need-to-know that reads it: no private address is shown, and of the packs only those for it are
    /// printed.
    public var reader: String?

    /// The key that the output is signed with, for the register of copies.
    public var signingKey: SigningKey?
    /// What the check before the build did not judge: a line on the covers of internal packs.
    public var notJudged: Phrase?

    public init() {}

    /// A public key as it is printed.
    public struct SigningKey: Sendable {
        /// Its name, 16 hexadecimal digits.
        public var id: String
        /// The whole key, 56 characters.
        public var text: String

        public init(id: String, text: String) { (self.id, self.text) = (id, text) }
    }

    /// A line of the history of revisions.
    public struct Revision: Sendable {
        public var version: String
        public var date: String
        public var by: String
        public var what: String

        public init(version: String, date: String, by: String, what: String) {
            self.version = version
            self.date = date
            self.by = by
            self.what = what
        }
    }
}

/// A document and where it belongs in the output.
public struct LoweredDocument: Sendable {
    /// The folders of the output.
    public enum Section: String, CaseIterable, Sendable {
        case checklists, contacts, messages, packs, exercises, reference
    }

    /// `fr/checklists/rancongiciel`: where it goes, without extension.
    public var path: String
    public var section: Section
    public var document: Document
    /// The same for a spreadsheet, the head first.
    public var table: [[String]]?
    /// What its readers may not see.
    public var withheld: Withheld
    /// The most pages that it is to have on paper.
    public var maxPages: Int?
    /// What is looked for in it, when it is a pack that begins with the front leaf.
    public var use: PackUse?
    /// The paths of other documents of the same build that it says pages of.
    public var referred: Set<String>
    /// How many private addresses a pack shows, or says that it does not.
    public var privateCount: Int

    public init(
        path: String, section: Section, document: Document, table: [[String]]? = nil, withheld: Withheld = Withheld(),
        maxPages: Int? = nil, use: PackUse? = nil, referred: Set<String> = [], privateCount: Int = 0
    ) {
        self.path = path
        self.section = section
        self.document = document
        self.table = table
        self.withheld = withheld
        self.maxPages = maxPages
        self.use = use
        self.referred = referred
        self.privateCount = privateCount
    }
}

/// Everything that a plan prints, in the order of locales, sections and the plan's own things.
/// They are composed on all cores.
public func lower(_ plan: Plan, _ options: LoweringOptions = LoweringOptions()) -> [LoweredDocument] {
    parallelMap(printings(of: plan, options)) { printing in
        printing.edition.documents(scenes: printing.scenes, everyday: printing.everyday)
    }.flatMap { $0 }
}

/// The packs and copies that documents say pages of and that are not among them, where only some packs are printed.
public func lowerPacks(namedBy documents: [LoweredDocument], of plan: Plan, _ options: LoweringOptions)
    -> [LoweredDocument]
{
    let missing = documents.reduce(into: Set<String>()) { $0.formUnion($1.referred) }.subtracting(documents.map(\.path))
    if missing.isEmpty { return [] }
    var others = options
    others.sections = [.packs]
    others.packs = Set(
        plan.packs.map(\.id).filter { id in
            missing.contains { $0.hasSuffix("/packs/\(id)") || $0.contains("/packs/\(id)--") }
        })
    return lower(plan, others).filter { missing.contains($0.path) }
}

/// A locale of the plan with the scenarios that are printed in it.
struct Printing {
    var edition: Edition
    var scenes: [ScenarioContext]
    /// No scenario: everything works.
    var everyday: ScenarioContext
}

/// What is printed, locale by locale; who can be reached and what happens when is worked out once for all of them.
func printings(of plan: Plan, _ options: LoweringOptions) -> [Printing] {
    let network = DependencyGraph(plan)
    let agendas = plan.checklists.map(FlattenedChecklist.init)
    let ids = plan.scenarios.map(\.id)
    let found = parallelMap(ids) { id -> (reach: Reach, timeline: Timeline) in
        (Reach(network, Situation(scenario: id)), Timeline(plan: plan, scenario: id, agendas: agendas))
    }
    let scenes = Dictionary(zip(ids, found), uniquingKeysWith: { $1 })
    let everyday = Reach(network, Situation())
    return plan.locales.filter { options.locales?.contains($0) ?? true }.map { locale in
        let edition = Edition(plan: plan, locale: locale, options: options)
        let printed: [ScenarioContext] = plan.scenarios.compactMap { scenario in
            guard options.scenarios?.contains(scenario.id) ?? true, let found = scenes[scenario.id] else { return nil }
            return ScenarioContext(
                edition, scenario: scenario, reach: found.reach, everyday: everyday, timeline: found.timeline)
        }
        return Printing(
            edition: edition, scenes: printed,
            everyday: ScenarioContext(edition, scenario: nil, reach: everyday, everyday: everyday, timeline: nil))
    }
}

extension Edition {
    /// Everything of one locale.
    fileprivate func documents(scenes: [ScenarioContext], everyday: ScenarioContext) -> [LoweredDocument] {
        var sheets: [Sheet] = []
        func add(
            _ section: LoweredDocument.Section, _ name: String,
            _ document: @autoclosure @escaping @Sendable () -> Document
        ) {
            sheets.append(Sheet(section: section, name: name, document: document))
        }
        if options.sections.contains(.checklists) {
            for context in scenes {
                add(.checklists, context.id, context.checklistSheet())
                for role in context.rolesWithASheet {
                    add(.checklists, "\(context.id)--\(role.id)", context.roleSheet(role))
                }
            }
        }
        if options.sections.contains(.contacts) {
            for context in scenes { add(.contacts, context.id, context.contactSheet()) }
            add(.contacts, "all", everyday.contactSheet())
            // The cards of the crisis team, and who calls whom, are for those inside.
            if options.reader == nil {
                add(.contacts, "wallet-cards", everyday.walletSheet(scenes: scenes))
                add(.contacts, "call-tree", everyday.covering(scenes).callTreeSheet())
            }
        }
        if options.sections.contains(.messages) {
            for context in scenes { add(.messages, context.id, context.messageSheet()) }
        }
        // It tells of everything that is inside the need-to-know.
        if options.sections.contains(.reference), options.reader == nil {
            add(.reference, "plan", everyday.referenceSheet())
        }
        let withheld = Withheld(plan, reader: options.reader)
        let documents = parallelMap(sheets) { sheet in
            LoweredDocument(
                path: "\(locale.tag)/\(sheet.section.rawValue)/\(sheet.name)", section: sheet.section,
                document: sheet.document(), withheld: withheld)
        }
        var composed = documents
        if options.sections.contains(.packs) { composed += packs(scenes: scenes, everyday: everyday) }
        // What is put into an exercise is for those who run it.
        if options.sections.contains(.exercises), options.reader == nil {
            composed += exercises(scenes: scenes, everyday: everyday)
        }
        return composed
    }
}

/// A document that is still to be composed.
private struct Sheet: Sendable {
    var section: LoweredDocument.Section
    var name: String
    var document: @Sendable () -> Document
}
