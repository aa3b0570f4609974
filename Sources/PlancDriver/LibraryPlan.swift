import PlancDocument
import PlancLanguages
import PlancLowering
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource

/// planc's own library of obligations, read like a plan: for who looks at it without one.
public struct LibraryPlan {
    public let plan: Plan
    public let sources: SourceSet

    /// nil only if planc cannot read what it ships.
    public init?(_ language: Language) {
        var files: [String: [UInt8]] = [:]
        for file in Library.files { files["library/" + file.name] = file.bytes }
        files["library/plan.md"] = Array(
            """
            ---
            kind: plan
            title: planc
            organisation: planc
            version: 2
            locales: [en]
            owner: keeper
            ---
            """.utf8)
        let loaded = load(["library"], in: MemoryWorld(files, today: CalendarDate(dayNumber: 0)))
        guard var plan = loaded.plans.first?.plan else { return nil }
        let locale = Locale(language.tag)
        plan.info.locales = [Located(locale, plan.info.nameSpan)]
        plan.obligations = Entities(
            plan.obligations.map { obligation in
                var obligation = obligation
                obligation.isBuiltIn = true
                // What the library calls it in this language.
                let title = Library.builtIn[obligation.id]?.titlePhrase.text(language)
                obligation.title.versions = obligation.title.versions.map { version in
                    LocalizedText.Version(locale: nil, text: Located(title ?? version.text.value, version.text.span))
                }
                return obligation
            })
        self.plan = plan
        sources = loaded.sources
    }

    /// What the library says of an obligation, as a page; nil where it has none.
    public func page(of id: String, _ language: Language) -> Document? {
        plan.obligations[id] == nil ? nil : obligationDocument(id, in: plan, locale: Locale(language.tag))
    }
}
