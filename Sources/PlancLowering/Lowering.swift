import PlancAnalysis
import PlancCompose
import PlancDocument
import PlancLanguages
import PlancModel

/// What to print, and how.
public struct LoweringOptions: Sendable {
    public var sections: Set<LoweredDocument.Section> = Set(LoweredDocument.Section.allCases)
    /// nil: all of the plan's.
    public var locales: [Locale]?
    public var scenarios: Set<String>?
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

public struct LoweredDocument: Sendable {
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

    public init(
        path: String, section: Section, document: Document, table: [[String]]? = nil, withheld: Withheld = Withheld(),
        maxPages: Int? = nil
    ) {
        self.path = path
        self.section = section
        self.document = document
        self.table = table
        self.withheld = withheld
        self.maxPages = maxPages
    }
}

/// Everything that a plan prints, in the order of locales, sections and the plan's own things.
public func lower(_ plan: Plan, _ options: LoweringOptions = LoweringOptions()) -> [LoweredDocument] {
    printings(of: plan, options).flatMap { $0.edition.documents(scenes: $0.scenes, everyday: $0.everyday) }
}

/// A locale of the plan with the scenarios that are printed in it.
struct Printing {
    var edition: Edition
    var scenes: [Scene]
    /// No scenario: everything works.
    var everyday: Scene
}

/// What is printed, locale by locale; who can be reached and what happens when is worked out once for all of them.
func printings(of plan: Plan, _ options: LoweringOptions) -> [Printing] {
    let network = Network(plan)
    let agendas = plan.checklists.map(Agenda.init)
    var scenes: [String: (reach: Reach, timeline: Timeline)] = [:]
    for scenario in plan.scenarios {
        scenes[scenario.id] = (
            Reach(network, Situation(scenario: scenario.id)),
            Timeline(plan: plan, scenario: scenario.id, agendas: agendas)
        )
    }
    let everyday = Reach(network, Situation())
    return plan.locales.filter { options.locales?.contains($0) ?? true }.map { locale in
        let edition = Edition(plan: plan, locale: locale, options: options)
        let printed: [Scene] = plan.scenarios.compactMap { scenario in
            guard options.scenarios?.contains(scenario.id) ?? true, let found = scenes[scenario.id] else { return nil }
            return Scene(edition, scenario: scenario, reach: found.reach, everyday: everyday, timeline: found.timeline)
        }
        return Printing(
            edition: edition, scenes: printed,
            everyday: Scene(edition, scenario: nil, reach: everyday, everyday: everyday, timeline: nil))
    }
}

extension Edition {
    /// Everything of one locale.
    fileprivate func documents(scenes: [Scene], everyday: Scene) -> [LoweredDocument] {
        var documents: [LoweredDocument] = []
        func add(_ section: LoweredDocument.Section, _ name: String, _ document: Document) {
            documents.append(
                LoweredDocument(
                    path: "\(locale.tag)/\(section.rawValue)/\(name)", section: section, document: document,
                    withheld: Withheld(plan, reader: options.reader)))
        }
        if options.sections.contains(.checklists) {
            for scene in scenes {
                add(.checklists, scene.id, scene.checklistSheet())
                for role in scene.rolesWithASheet { add(.checklists, "\(scene.id)--\(role.id)", scene.roleSheet(role)) }
            }
        }
        if options.sections.contains(.contacts) {
            for scene in scenes { add(.contacts, scene.id, scene.contactSheet()) }
            add(.contacts, "all", everyday.contactSheet())
            // The cards of the crisis team, and who calls whom, are for those inside.
            if options.reader == nil {
                add(.contacts, "wallet-cards", everyday.walletSheet(scenes: scenes))
                add(.contacts, "call-tree", everyday.callTreeSheet())
            }
        }
        if options.sections.contains(.messages) {
            for scene in scenes { add(.messages, scene.id, scene.messageSheet()) }
        }
        // It tells of everything that is inside the need-to-know.
        if options.sections.contains(.reference), options.reader == nil {
            add(.reference, "plan", everyday.referenceSheet())
        }
        if options.sections.contains(.packs) {
            documents += packs(scenes: scenes, everyday: everyday)
        }
        // What is put into an exercise is for those who run it.
        if options.sections.contains(.exercises), options.reader == nil {
            documents += exercises(scenes: scenes, everyday: everyday)
        }
        return documents
    }
}
